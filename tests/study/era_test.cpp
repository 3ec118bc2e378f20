#include "study/era.h"

#include <doctest/doctest.h>

#include "model/model.h"
#include "support/study.h"

using namespace parley;

TEST_CASE("the era of a reach as set is that of the published figure beside it") {
    Scenario scenario = support::two_arms(28);
    Market& market = scenario.market;
    CHECK(era_phrase(market).find("autumn 2013") != std::string::npos);
    market.organic_reach = 0.16;
    CHECK(era_phrase(market).find("2012") != std::string::npos);
    market.organic_reach = 0.5;   // nobody published that
    CHECK(era_phrase(market).find("20") == std::string::npos);
    CHECK_FALSE(is_today(market));
    market.reach_era = static_cast<double>(ReachEra::today);
    CHECK(is_today(market));
    CHECK(reach_of_era(market) == 0.015);
    CHECK(era_sentence(scenario).find("1.5") != std::string::npos);
}

TEST_CASE("a town in which nobody posts has no era") {
    Scenario scenario = support::two_arms(28);
    CHECK(era_matters(scenario));
    for (Arm& arm : scenario.arms) arm.strategy.posts_per_day = 0;
    CHECK_FALSE(era_matters(scenario));
    CHECK(era_short(scenario).empty());
}
