#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "support/twins.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("money for the house turns its culture and improves the product; without money neither moves") {
    SmallTown town;
    town.market.listening_gain = 0;
    CHECK(after(town, Observable::culture, 182) == doctest::Approx(town.brand.culture).epsilon(1e-6).scale(0));
    town.strategy.operations = 50;
    CHECK(after(town, Observable::culture, 182) > town.brand.culture + 0.01);
    CHECK(after(town, Observable::quality, 182) > town.brand.quality);
}

TEST_CASE("every part of the budget adds up to it, each day to the cent") {
    SmallTown town = talking_town();
    town.strategy.budget_per_day = 33.33;
    town.strategy.listen = 7;
    town.strategy.operations = 11;
    town.strategy.seeding = 13;
    town.strategy.follower_ads = 0.3;
    town.strategy.activities_per_week = 3;
    LiveArm arm(town);
    double spent = 0;
    for (int day = 1; day <= 90; ++day) {
        arm.run(1);
        const DayRecord& r = arm.world.record;
        REQUIRE(r[Observable::spend] == r[Observable::spend_impressions] + r[Observable::spend_posts] + r[Observable::spend_replies] +
                                            r[Observable::spend_listening] + r[Observable::spend_operations] +
                                            r[Observable::spend_seeding] + r[Observable::spend_followers]);
        spent += static_cast<double>(r[Observable::spend]);
        REQUIRE(std::abs(spent - 3333.0 * day) <= 1.0);
    }
}

TEST_CASE("seeds are paid from what was put by, and the well-connected speak more often and cost more") {
    SmallTown town;
    town.strategy.seeding = 40;
    town.strategy.seed_who = static_cast<double>(SeedWho::anyone);
    SmallTown hubs = town;
    hubs.strategy.seed_who = static_cast<double>(SeedWho::hubs);
    const double anyone = total(town, Observable::seeds, 182), few = total(hubs, Observable::seeds, 182);
    CHECK(anyone > 3 * few);
    CHECK(few > 0);
    SmallTown none;
    CHECK(total(none, Observable::seeds, 182) == 0);
    CHECK(total(town, Observable::heard, 182) > total(none, Observable::heard, 182));
}

TEST_CASE("rivals who match the brand's weight take part of what it gains") {
    SmallTown town;
    town.market.customers = 10000;
    SmallTown alone = town, matched = town;
    matched.market.rival_reaction = 1;
    const auto sales_with_more_talk = [](const SmallTown& t) {
        LiveArm arm(t);
        arm.model.phases[0].strategy.budget_per_day = 200;
        return arm.total(Observable::sales, 182);
    };
    CHECK(sales_with_more_talk(matched) < sales_with_more_talk(alone));
    // Who changes nothing provokes nothing.
    CHECK(total(matched, Observable::sales, 90) == total(alone, Observable::sales, 90));
}

TEST_CASE("rivals who converse teach people to expect an answer, which makes silence dearer") {
    SmallTown town;
    town.market.question_rate = 0.5;
    town.market.customers = 10000;
    SmallTown taught = town;
    taught.market.rival_conversation = 1;
    LiveArm silent(town), beside(taught);
    silent.run(90);
    beside.run(90);
    double plain = 0, raised = 0;
    for (std::size_t i = 0; i < silent.world.minds.expectation.size(); ++i) {
        plain += static_cast<double>(silent.world.minds.expectation[i]);
        raised += static_cast<double>(beside.world.minds.expectation[i]);
    }
    CHECK(raised > plain);
    CHECK(after(taught, Observable::attitude, 182) < after(town, Observable::attitude, 182));
}

TEST_CASE("a community needs activities, and falls asleep without them") {
    SmallTown town = talking_town();
    town.market.community_join = 0.05;
    CHECK(after(town, Observable::members, 182) == 0);
    town.strategy.activities_per_week = 4;
    LiveArm arm(town);
    arm.run(182);
    CHECK(arm.world.record[Observable::members] > 3);
    CHECK(arm.world.firm.community > 0.8);
    arm.model.phases[0].strategy.activities_per_week = 0;
    const double awake = arm.world.firm.community;
    arm.run(30);
    CHECK(arm.world.firm.community == doctest::Approx(awake / 2).epsilon(0.01).scale(0));
}

TEST_CASE("in one place for everyone the number of networks does nothing but cost") {
    SmallTown town = talking_town();
    SmallTown spread = town;
    spread.strategy.platforms = 5;
    CHECK(total(spread, Observable::replies, 90) < total(town, Observable::replies, 90));
    spread.market.network_upkeep = town.market.network_upkeep = 0;
    CHECK(total(spread, Observable::sales, 90) == total(town, Observable::sales, 90));
    // Where people are spread, more networks reach more of them.
    town.market.networks = spread.market.networks = 8;
    town.market.audience_overlap = spread.market.audience_overlap = 0.2;
    CHECK(total(spread, Observable::questions, 90) > 1.2 * total(town, Observable::questions, 90));
}

TEST_CASE("personal messages repel where people have no control over what is known of them") {
    SmallTown plain, controlled, uncontrolled;
    controlled.strategy.personalisation = uncontrolled.strategy.personalisation = 1;
    controlled.strategy.privacy_control = 1;
    uncontrolled.strategy.privacy_control = 0;
    const double base = after(plain, Observable::adstock, 90);
    CHECK(after(controlled, Observable::adstock, 90) > 1.5 * base);
    CHECK(after(uncontrolled, Observable::adstock, 90) < 0.8 * base);
    CHECK(after(uncontrolled, Observable::attitude, 90) < after(plain, Observable::attitude, 90));
}

TEST_CASE("what is switched off changes nothing, whatever its other levers say") {
    SmallTown plain = talking_town(), other = talking_town();
    other.strategy.seed_who = static_cast<double>(SeedWho::hubs);
    other.strategy.privacy_control = 1;
    other.market.network_upkeep = 2;
    other.market.cost_per_seed = 3;
    other.market.community_join = 1;
    other.market.rival_lag = 5;
    other.market.stockpiling = 1;
    other.market.imitation = 50;
    LiveArm a(plain), b(other);
    CHECK(live_alike(a, b, 60));
}
