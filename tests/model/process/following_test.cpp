#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "support/town.h"

using namespace parley;
using support::LiveArm;
using support::SmallTown;

namespace {

// A town in which people may begin to follow, and nothing else happens.
SmallTown following_town(double rate) {
    SmallTown town;
    town.market.customers = 20000;
    town.market.purchases_per_year = 0.05;
    town.market.neutral_budget_per_day = 0;
    town.strategy.budget_per_day = 0;
    town.strategy.posts_per_day = 0;
    town.market.follow_rate = rate;
    town.warmup_days = 0;
    return town;
}

double chance(const LiveArm& arm, const Market& market, std::uint32_t i) {
    const bool recent = arm.world.minds.last_purchase[i] >= arm.world.day + 1 - market.recent_days;
    return std::min(1.0, market.follow_rate * (recent ? 1 + market.buyer_follow : 1) * (1 + arm.world.minds.attitude[i]) *
                             (0.5 + arm.people->traits.appetite[i] / (market.purchases_per_year / 365)));
}

}  // namespace

TEST_CASE("as many begin to follow as if everyone drew every day with her own chance, also when the rate changes or is 1") {
    for (const double rate : {1e-5, 1e-3, 0.05, 1.0}) {
        SmallTown town = following_town(rate);
        LiveArm arm(town);
        double expected = 0, variance = 0, followed = 0;
        for (int day = 0; day < 60; ++day) {
            if (day == 30) arm.model.phases[0].market.follow_rate = town.market.follow_rate = rate / 2;
            for (std::uint32_t i = 0; i < arm.people->size; ++i) {
                if ((arm.world.minds.flags[i] & (kAware | kFollower)) != kAware) continue;
                const double p = chance(arm, town.market, i);
                expected += p;
                variance += p * (1 - p);
            }
            followed += static_cast<double>(arm.total(Observable::new_followers, 1));
        }
        CAPTURE(rate);
        CHECK(followed > 0);
        CHECK(std::fabs(followed - expected) < 4 * std::sqrt(variance) + 1e-9);
    }
}
