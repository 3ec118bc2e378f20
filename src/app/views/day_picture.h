// DayPicture: what a town shows of one day of one arm. Only events and states of that day; nothing else becomes a mark.
//
// Reads the world's rungs and happenings, and how far each customer sits from the middle. Cost O(customers + happenings).
#pragma once
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/session/seats.h"
#include "model/world.h"

namespace parley {

inline constexpr int kRings = 6;  // bands of distance around the brand, of about equal numbers of people

// How many marks of each kind the picture holds; equal to the observables of the day.
struct TownCounts {
    int dots = 0;
    std::array<int, kRungs> rungs{};                       // dots per rung
    int reached = 0;                                       // people inside the rings' counts
    int threads_today = 0, threads_kept = 0;               // replies of today, replies of the days before still drawn
    int questions = 0, complaints = 0, open_answers = 0;   // the last: followers who answered an open question
    int unanswered = 0;                                    // of those three, without a reply
    int tells = 0, peer_posts = 0, shares = 0, purchases = 0;
};

struct Contacted {
    std::uint32_t customer;
    Happening::Kind kind;      // Question, Complaint or Thread
    bool answered;
};

struct DayPicture {
    int day = -1;
    std::vector<std::uint8_t> rungs;                       // [n_customers] see Rung
    std::array<int, kRings> ring_people{}, ring_reached{}; // people of a band, and how many of them were reached today
    std::vector<Contacted> contacts;
    std::vector<std::uint32_t> replies;                    // customers
    std::vector<std::pair<std::uint32_t, std::uint32_t>> tells;  // teller, listener
    std::vector<std::uint32_t> peer_posts, shares, purchases;    // customers

    TownCounts counts() const;
};

// ring_of: [n_customers] band of each seat.
DayPicture picture_of(const World& world, const std::vector<std::uint8_t>& ring_of);

// Bands of distance: bounds that hold about equal numbers of seats, measured on the ellipse of the picture.
struct Rings {
    std::vector<std::uint8_t> of;          // [n_customers] 0..kRings - 1
    std::array<float, kRings> radius{};    // outer bound, 0..about 1: half axes are radius x aspect and radius
};
Rings make_rings(const Seats& seats, double aspect);

}  // namespace parley
