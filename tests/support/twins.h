// Twins: two arms of the same town that differ in one thing.
#pragma once
#include "support/town.h"

namespace parley::support {

// Sum of an observable over the first days of a town.
inline double total(const SmallTown& town, Observable observable, int days) {
    LiveArm arm(town);
    return static_cast<double>(arm.total(observable, days));
}

// Lives both on; whether every number of every day is the same.
inline bool live_alike(LiveArm& a, LiveArm& b, int days) {
    for (int day = 0; day < days; ++day) {
        a.run(1);
        b.run(1);
        if (a.world.record.values != b.world.record.values) return false;
    }
    return true;
}

// Value of a mean observable (per customer) or level after so many days.
inline double after(const SmallTown& town, Observable observable, int days) {
    LiveArm arm(town);
    arm.run(days);
    const ObservableSpec& spec = observables()[static_cast<std::size_t>(observable)];
    return shown(spec, static_cast<double>(arm.world.record[observable]), town.market.customers);
}

// A town whose desk answers.
inline SmallTown talking_town() {
    SmallTown town;
    town.strategy.talk = 60;
    town.strategy.converse = 40;
    town.market.question_rate = 0.4;
    town.market.complaint_rate = 0.4;
    return town;
}

}  // namespace parley::support
