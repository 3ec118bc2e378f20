// Twins: two arms of the same town that differ in one thing.
#pragma once
#include "support/town.h"

namespace parley::support {

// Sum of an observable over days of an arm.
inline double total(LiveArm& arm, Observable observable, int days) {
    double sum = 0;
    for (int day = 0; day < days; ++day) {
        arm.run(1);
        sum += static_cast<double>(arm.world.record[observable]);
    }
    return sum;
}

// The same of a town, from its first day.
inline double total(const SmallTown& town, Observable observable, int days) {
    LiveArm arm(town);
    return total(arm, observable, days);
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
