// World: everything that changes while one arm of one world runs, as one copyable value.
//
// Made by make_world, changed only by step.  A copy is a snapshot; two copies stepped under two models are two arms.
// Processes (process/*.cpp) talk through these columns and never call each other.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "model/model.h"
#include "model/observation.h"

namespace parley {

// Rungs of the ladder, in order.
enum class Rung : std::uint8_t { Never, Maybe, Probably, Bought, Repeat, Left };
inline constexpr int kRungs = 6;

// Bits of Minds::flags.
enum : std::uint8_t {
    kAware = 1,       // knows the brand
    kFollower = 2,    // follows it
    kMuted = 4,       // has muted it: posts no longer arrive, paid reach does
    kHabit = 8,       // bought it last
    kBoughtInRun = 16,  // has bought it since day 1
    kMember = 32,       // belongs to its community
    kSawThrough = 64,   // has noticed that the voice is warmer than the house
    kStocked = 128      // bought ahead at a low price: needs nothing on the next occasion
};

// Changing columns of the customers: the MIND rows of entities.def.
struct Minds {
#define MIND(type, name, range, help) std::vector<type> name;  // [n_customers]
#define TRAIT(...)
#define FIRM(...)
#include "model/entities.def"
#undef FIRM
#undef TRAIT
#undef MIND
};
inline constexpr std::int16_t kLongAgo = -20000;
inline constexpr float kEndless = std::numeric_limits<float>::infinity();

// What a customer told: read by ties on the next day.
struct Message {
    enum Kind : std::uint8_t { Tell, Post, Share, Complaint };
    std::uint32_t sender;
    Kind kind;
    std::uint8_t slot;    // tells the messages of one sender on one day apart
    float valence;        // -1..1
    float relief;         // complaints: 0..1, share of the damage that a public answer took away
};

// A person who wants something from the desk today.
struct Contact {
    enum Kind : std::uint8_t { Complaint, Question, Thread, Mention };  // in the order of urgency
    std::uint32_t customer;
    Kind kind;
    bool in_public;
    std::int32_t occasion;  // questions: index into Today::occasions, otherwise -1
    float valence = 0;      // mentions: that of the post
    bool replied = false;
};

// A person who buys in the category today.
struct Occasion {
    std::uint32_t customer;
    std::uint8_t slot;   // tells several occasions of one person on one day apart
    float lift;          // utility, from an answered or ignored question
};

// The brand's own state: the FIRM rows of entities.def, and what is no single number.
struct Firm {
#define FIRM(name, range, help) double name = 0;
#define TRAIT(...)
#define MIND(...)
#include "model/entities.def"
#undef MIND
#undef TRAIT
#undef FIRM
    Terms appeal_reference{};                                  // mean terms of the appeal at the end of the status quo
    std::vector<std::int32_t> contact_history;                 // [90] contacts by day, a ring
    std::vector<double> lessons;                               // [listening_lag + 1] gains of quality under way, a ring
    std::vector<double> insights;                              // [fit_lag + 1] efforts of listening under way to messages, a ring
};

// What one day's money bought.
struct Effort {
    double impressions = 0;   // paid
    int posts = 0;            // of the brand
    int replies = 0;          // capacity of the desk
    int activities = 0;       // posts that only serve the community
    int bought_followers = 0;
    double boosted = 0;       // paid impressions of posts on followers
    double listening = 0;     // 0..1, of full listening
    double operations = 0;    // 0..1, of full operations
    double delay = 0;         // hours to a reply
};

// An event of the day, kept only while World::keep_happenings is set: what the picture draws and what explains a life.
// n events of one kind equal the observable of the same name.
struct Happening {
    enum Kind : std::uint8_t { Reached, Question, Complaint, Thread, Reply, Tell, PeerPost, Share, Purchase, Follow, Mute };
    Kind kind;
    std::uint32_t customer;
    std::uint32_t other;  // Tell: the tie who hears it; otherwise the customer again
};

// Durables: who has one and how many ties of each customer have.  Empty in categories that are bought again.
struct Ownership {
    std::vector<float> until;                  // [n_customers] hazard left until the customer begins or ceases to own
    std::vector<std::uint8_t> owns;            // [n_customers] 0 or 1
    std::vector<std::uint32_t> owning_ties;    // [n_customers]; empty in a complete network, where the count below tells it
    std::uint32_t owners = 0;
};

// A follower who sees posts of the brand today.
struct Reader {
    std::uint32_t customer;
    std::uint8_t posts;  // 1..255
};

// Work lists of the day; emptied and refilled, so that a day allocates nothing.
struct Today {
    Effort effort;
    std::vector<Occasion> occasions;
    std::vector<Contact> contacts;
    std::vector<std::uint32_t> choosers;      // occasions that chose the brand, index into occasions
    std::vector<std::uint32_t> thread_starters;  // followers who answer an open question
    std::int64_t posts_seen = 0, reactions = 0;   // of followers
    std::vector<std::pair<double, std::uint32_t>> lot;  // seeding: rank and customer, in the order of choice
    std::vector<Reader> readers;              // by customer
    std::vector<float> unmet;                 // [n_customers] chance of meeting no ad, at unmet_at impressions per person
    float unmet_at = 0;
    std::vector<std::uint32_t> due;           // customers whose time has come, by number
    std::vector<float> chances;               // [occasions] of choosing the brand
    std::vector<Happening> happenings;
};

// Columns that move: one that nobody has touched, or that has come to rest, need not be looked at again.
enum Stirred : std::uint8_t { kMemory = 1, kAttitude = 2, kTrust = 4, kTalk = 8, kRelationship = 16 };

struct World {
    int day = 0;                 // last day done; days count from 1, warm-up days are 0 and below
    Minds minds;
    Firm firm;
    std::vector<Message> inbox;   // told yesterday
    std::vector<Message> outbox;  // told today
    std::vector<std::uint32_t> failed;  // customers whose purchase of yesterday failed
    Ownership ownership;
    std::uint8_t stirred = 0;     // bits of Stirred: memory is adstock and irritation, talk is praise and blame
    DayRecord levels{};           // sums over customers at the end of the last day done
    Today today;
    DayRecord record{};          // observables of the last day done
    bool keep_happenings = false;
    std::optional<Trace> trace;  // of one customer, while someone watches
};

// The world before its first day.  Cost O(customers).
World make_world(const Model& model);

// One day: the processes of schedule.def in order, then the observation.  Cost O(customers + messages x ties).
void step(const Model& model, World& world);

// Begins to watch a customer.
void watch(World& world, std::uint32_t customer);

// Ends the status quo: what shares, reviews and appeal are now becomes the reference of the run.
void set_references(const Model& model, World& world);

}  // namespace parley
