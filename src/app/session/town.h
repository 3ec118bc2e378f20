// Town: pair 0 as a person watches it, day by day, with every event of the day; can be moved to any day.
//
// Snapshots of the arms' worlds are kept every few weeks, so that going back costs at most the days since the last one.
#pragma once
#include <memory>
#include <vector>

#include "study/run.h"

namespace parley {

class Town {
public:
    // Cheap: people and warm-up are made in advance_to().  Takes over from another town what the two have in common: people and
    // status quo, and the days of arms that are alike.
    explicit Town(const Scenario& scenario, const Town* before = nullptr);

    // Works towards the day for at most so many milliseconds; true when there (both arms show that day with its happenings).
    bool advance_to(int day, double budget_ms);
    bool ready() const;                     // the first day is there to draw
    int day() const;                        // day both arms show
    int days() const;
    const World& world(std::size_t arm) const;
    const Population& people() const;
    const DayRecord& record(std::size_t arm) const;   // observables of the shown day
    const Parting* start() const;           // people and status quo; nullptr until they are there
    // The next customer from this one on (round the town) of those whose two lives have gone furthest apart by the shown day, and whom
    // messages reach.
    std::uint32_t parted(std::uint32_t from) const;
    // Cumulated observable of pair 0 from day 1 to the shown day.
    std::int64_t so_far(std::size_t arm, Observable observable) const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace parley
