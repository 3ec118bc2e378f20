#include <doctest/doctest.h>

#include "model/rng.h"
#include "support/town.h"

using namespace parley;
using support::LiveArm;
using support::SmallTown;

TEST_CASE("the budget is spent to the cent every day, whatever its weights") {
    const Stream luck(11, 0, Purpose::Traits);
    for (std::uint64_t trial = 0; trial < 20; ++trial) {
        SmallTown town;
        town.market.customers = 200;
        town.warmup_days = 0;
        town.strategy.budget_per_day = 500 * luck.uniform(trial, 0);
        town.strategy.talk = 100 * luck.uniform(trial, 1);
        town.strategy.converse = 100 * luck.uniform(trial, 2);
        town.strategy.listen = trial % 3 == 0 ? 0 : 100 * luck.uniform(trial, 3);
        town.strategy.posts_per_day = 10 * luck.uniform(trial, 4);
        LiveArm arm(town);
        std::int64_t total = 0;
        for (int day = 1; day <= 60; ++day) {
            arm.run(1);
            const DayRecord& r = arm.world.record;
            CHECK(r[Observable::spend] == r[Observable::spend_impressions] + r[Observable::spend_posts] +
                                              r[Observable::spend_replies] + r[Observable::spend_listening]);
            total += r[Observable::spend];
            CHECK(std::abs(static_cast<double>(total) - 100 * town.strategy.budget_per_day * day) <= 1.0);
        }
    }
}

TEST_CASE("no budget, no reach, no replies, no spend") {
    SmallTown town;
    town.strategy.budget_per_day = 0;
    town.strategy.converse = 50;
    LiveArm arm(town);
    for (const Observable o : {Observable::impressions, Observable::reached, Observable::posts, Observable::replies, Observable::spend})
        CHECK(arm.total(o, 20) == 0);
}

TEST_CASE("weights that are all zero spend nothing") {
    SmallTown town;
    town.strategy.talk = town.strategy.converse = town.strategy.listen = 0;
    LiveArm arm(town);
    CHECK(arm.total(Observable::spend, 10) == 0);
}

TEST_CASE("sales are price times purchases when all baskets are alike") {
    SmallTown town;
    town.market.basket_spread = 0;
    LiveArm arm(town);
    for (int day = 0; day < 30; ++day) {
        arm.run(1);
        CHECK(arm.world.record[Observable::sales] == 2000 * arm.world.record[Observable::purchases]);
    }
}

TEST_CASE("profit is margin on sales minus spend") {
    LiveArm arm{SmallTown{}};
    for (int day = 0; day < 30; ++day) {
        arm.run(1);
        const DayRecord& r = arm.world.record;
        const double profit = 0.5 * static_cast<double>(r[Observable::sales]) - static_cast<double>(r[Observable::spend]);
        CHECK(std::abs(static_cast<double>(r[Observable::profit]) - profit) <= 0.5);
    }
}
