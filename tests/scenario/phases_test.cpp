#include "read_file.h"
#include "scenario/scenario.h"

using namespace parley;
using namespace parley::test;

TEST_CASE("without events an arm has one phase: its strategy, from the start") {
    const Scenario scenario = parsed(small_scenario("\"market\": { \"price\": 7 }"));
    const std::vector<Phase> phases = phases_of(scenario, 1);
    REQUIRE(phases.size() == 1);
    CHECK(phases[0].from_day == 0);
    CHECK(phases[0].market.price == 7);
    CHECK(phases[0].happenings == 0);
}

TEST_CASE("events start phases in order of days, one per day, and last until they are changed again") {
    const Scenario scenario =
        parsed(small_scenario("\"events\": [ { \"day\": 90, \"set\": { \"market.price\": 30 } },"
                              " { \"day\": 20, \"set\": { \"market.price\": 10, \"strategy.talk\": 5 } },"
                              " { \"day\": 20, \"set\": { \"strategy.empathy\": 1 } } ]"));
    const std::vector<Phase> phases = phases_of(scenario, 0);
    REQUIRE(phases.size() == 3);
    CHECK(phases[0].market.price == Market{}.price);
    CHECK(phases[1].from_day == 20);
    CHECK(phases[1].market.price == 10);
    CHECK(phases[1].strategy.empathy == 1);
    CHECK(phases[1].strategy.talk == 5);
    CHECK(phases[2].from_day == 90);
    CHECK(phases[2].market.price == 30);
    CHECK(phases[2].strategy.talk == 5);
}

TEST_CASE("an event of one arm leaves the other alone") {
    const Scenario scenario =
        parsed(small_scenario("\"events\": [ { \"day\": 20, \"arm\": 1, \"set\": { \"strategy.talk\": 5 } },"
                              " { \"day\": 30, \"set\": { \"arms.0.strategy.listen\": 9 } } ]"));
    const std::vector<Phase> a = phases_of(scenario, 0), b = phases_of(scenario, 1);
    REQUIRE(a.size() == 2);
    CHECK(a[1].from_day == 30);
    CHECK(a[1].strategy.listen == 9);
    REQUIRE(b.size() == 2);
    CHECK(b[1].from_day == 20);
    CHECK(b[1].strategy.talk == 5);
    CHECK(b[1].strategy.listen == 0);
}

TEST_CASE("an ambassador leaves once, on the day of the event") {
    const Scenario scenario =
        parsed(small_scenario("\"events\": [ { \"day\": 20, \"what\": \"ambassador_leaves\" },"
                              " { \"day\": 20, \"set\": { \"market.price\": 5 } },"
                              " { \"day\": 40, \"set\": { \"market.price\": 9 } } ]"));
    const std::vector<Phase> phases = phases_of(scenario, 0);
    REQUIRE(phases.size() == 3);
    CHECK(phases[1].happens(What::ambassador_leaves));
    CHECK(phases[1].market.price == 5);
    CHECK(phases[2].happenings == 0);
}

TEST_CASE("the status quo is the same for all: default levers with the market's neutral budget") {
    const Scenario scenario = parsed(small_scenario("\"market\": { \"neutral_budget_per_day\": 12, \"neutral_listen\": 3 }"));
    const std::vector<Phase> phases = neutral_phases(scenario);
    REQUIRE(phases.size() == 1);
    CHECK(phases[0].strategy.budget_per_day == 12);
    CHECK(phases[0].strategy.talk == 100);
    CHECK(phases[0].strategy.listen == 3);
    CHECK(phases[0].strategy.promo_share == Strategy{}.promo_share);
}
