// Dashboard: what a brand's dashboard would show of each arm, beside what the strategy truly did.
//
// A dashboard counts likes, mentions and followers, and compares customers who engage with those who do not.  People who like a brand
// and buy much of it are the ones who follow it, so engaged customers spend more whatever the brand does (John et al. 2017; Aral et
// al. 2009): the naive difference is no effect.  Two numbers of the paired worlds are: what the same engaged people spent in the other
// arm's world, where everything but the strategy was alike, and the gap in sales of all.
//   engaged    follows the brand and has not muted it at the end, or answered an open question, passed a message on, or posted
//   customers  people who bought at least once in the run
//   spend      money paid to the brand over the run; all of an arm's people together come to its sales, to the cent
// Cost     one pair with its happenings for each world, about 1.5 times that of a pair.
#pragma once
#include <array>
#include <memory>
#include <optional>

#include "study/run.h"

namespace parley {

inline constexpr int kDashboardWorlds = 4;

struct DashboardArm {                      // means over worlds
    double likes = 0, mentions = 0, followers = 0;   // of the run; at the end
    double engaged = 0, customers = 0;     // people
    double engaged_customers = 0;
    double engaged_spend = 0, other_spend = 0;   // mean per customer, in currency
    double here = 0, there = 0;            // mean spend of all engaged people in this world, and of the same people in the other
    double sales = 0;

    // Engaged customers spend this much more than other customers, as a share.
    double naive() const { return other_spend > 0 ? engaged_spend / other_spend - 1 : 0; }
    // The engaged spend this much more than they themselves do in the other world.
    double true_effect() const { return there > 0 ? here / there - 1 : 0; }
};
struct Dashboard {
    int worlds = 0, wanted = 0;            // counted so far, and of how many
    int until = 0;                         // while the first is lived: the day up to which it is counted; else 0
    std::array<DashboardArm, 2> arms;      // the first two of the scenario
};

// In slices, for the page.
class DashboardInquiry {
public:
    explicit DashboardInquiry(const Scenario& scenario, int worlds = kDashboardWorlds);

    // Works for about so many milliseconds; true when all worlds are counted.
    bool advance(double budget_ms);
    double progress() const;
    int counted() const;                   // whole worlds
    int day() const;                       // of the world under way
    Dashboard take() const;                // over the worlds counted so far, or over the days of the first; one day at least

private:
    struct State;
    std::shared_ptr<State> state_;
};

Dashboard dashboard_of(const Scenario& scenario, int worlds = kDashboardWorlds);

}  // namespace parley
