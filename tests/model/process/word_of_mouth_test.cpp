#include <doctest/doctest.h>

#include <cmath>

#include "model/process/process.h"
#include "support/town.h"

using namespace parley;
using support::LiveArm;
using support::SmallTown;

TEST_CASE("what is told today is heard tomorrow") {
    SmallTown town;
    town.warmup_days = 0;
    LiveArm arm(town);
    for (int day = 0; day < 30; ++day) {
        std::int64_t told = 0;
        for (const Message& message : arm.world.outbox) told += message.kind == Message::Tell;
        arm.run(1);
        CHECK(arm.world.record[Observable::tells] == told);  // everyone here has a tie
    }
}

TEST_CASE("a message that arrives along a tie is passed on as often as its branching says") {
    SmallTown town;
    town.market.customers = 20000;
    town.market.purchases_per_year = 0.05;
    town.market.share_branching = 0.2;
    town.market.share_pause = 1;
    town.market.regular_posters = 0;  // chances stay well below 1
    town.strategy.budget_per_day = 0;
    town.warmup_days = 0;
    LiveArm arm(town);
    const Network& network = arm.people->network;
    const Stream luck(3, 0, Purpose::Traits);
    double passed_on = 0, seeds = 0;
    for (std::uint64_t trial = 0; trial < 400; ++trial) {
        // Seeds are ends of random ties: the people whom messages reach.  Few at a time: two messages that meet the same people are
        // passed on once, so many seeds at once share less each.
        arm.world.outbox.clear();
        for (std::uint64_t s = 0; s < 50; ++s)
            arm.world.outbox.push_back({network.ties[luck.bits(s, trial) % network.ties.size()], Message::Share, 0, 1.0f, 0.0f});
        seeds += 50;
        arm.run(1);
        passed_on += static_cast<double>(arm.world.record[Observable::shares]);
    }
    CHECK(passed_on / seeds == doctest::Approx(0.2).epsilon(0.1).scale(0));
}

TEST_CASE("no rumour runs for ever, however much people like to share") {
    SmallTown town;
    town.market.share_branching = 0.9;
    town.market.negative_arousal = 20;
    town.market.post_lurker = 1;
    LiveArm arm(town);
    for (int day = 0; day < 60; ++day) {
        arm.run(1);
        CHECK(arm.world.record[Observable::shares] <= arm.people->size);
    }
}

TEST_CASE("good experience is told about three times as often as bad at the default quality") {
    SmallTown town;
    town.market.customers = 10000;
    LiveArm arm(town);
    double good = 0, bad = 0;
    for (int day = 0; day < 100; ++day) {
        arm.run(1);
        for (const Message& message : arm.world.outbox)
            if (message.kind == Message::Tell) (message.valence >= 0 ? good : bad) += 1;
    }
    CHECK(good / bad > 2);  // East, Hammond & Wright 2007
    CHECK(good / bad < 5);
}

TEST_CASE("talk follows a U: ordinary experiences are told least") {
    const auto tells_at = [](double quality) {
        SmallTown town;
        town.brand.quality = quality;
        town.market.satisfaction_noise = 0;
        town.market.failure_rate = 0;
        LiveArm arm(town);
        double tells = 0, purchases = 0;
        for (int day = 0; day < 100; ++day) {
            arm.run(1);
            tells += static_cast<double>(arm.world.record[Observable::tells]);
            purchases += static_cast<double>(arm.world.record[Observable::purchases]);
        }
        return tells / purchases;
    };
    const double terrible = tells_at(0.2), ordinary = tells_at(0.675), great = tells_at(1.0);
    CHECK(ordinary < great);
    CHECK(ordinary < terrible);
    CHECK(terrible > great);
}

TEST_CASE("posts that do not fit make followers mute, the more the more often") {
    double last = -1;
    for (const double posts : {0.25, 1.0, 4.0}) {
        SmallTown town;
        town.market.customers = 5000;
        town.market.cost_per_post = 0.1;
        town.strategy.posts_per_day = posts;
        town.strategy.promo_share = 0.8;
        town.warmup_days = 0;
        LiveArm arm(town);
        for (std::uint32_t i = 0; i < arm.people->size; ++i) arm.world.minds.flags[i] |= kAware | kFollower;
        const double muted = static_cast<double>(arm.total(Observable::mutes, 364)) / 5000;
        CHECK(muted > last);
        if (posts == 1.0) {  // ExactTarget 2011: 10 to 40 % in a year at one post a day
            CHECK(muted > 0.10);
            CHECK(muted < 0.40);
        }
        last = muted;
    }
}
