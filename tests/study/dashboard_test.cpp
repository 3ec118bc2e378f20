#include "study/dashboard.h"

#include <doctest/doctest.h>

#include <cmath>

#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/compare.h"
#include "study/ensemble.h"
#include "support/study.h"

using namespace parley;

namespace {

Scenario town() {
    Scenario scenario = support::two_arms(182);
    scenario.market.customers = 3000;
    scenario.run.warmup_days = 91;
    return scenario;
}

}  // namespace

TEST_CASE("the spend of all people comes to the arm's sales, to the cent") {
    Scenario scenario = town();
    scenario.arms[1].strategy.price_off = 0.13;
    const Dashboard d = dashboard_of(scenario, 1);
    Run run(scenario, 0);
    run.finish();
    for (std::size_t arm = 0; arm < 2; ++arm) {
        const auto total = [&](const char* name) { return outcome_of(*find_outcome(name), run.result().arms[arm], 3000, 182); };
        CHECK(std::llround(d.arms[arm].sales * 100) == std::llround(total("sales") * 100));
        CHECK(d.arms[arm].customers == total("buyers"));
        CHECK(d.arms[arm].followers == total("followers"));
    }
}

TEST_CASE("where nothing differs the dashboard still shows engaged customers who spend more, and the truth is nothing") {
    const Dashboard d = dashboard_of(town(), 2);
    for (const DashboardArm& arm : d.arms) {
        CHECK(arm.engaged_customers > 50);
        CHECK(arm.naive() > 0.15);
        CHECK(arm.true_effect() == 0);
        CHECK(arm.here == arm.there);
    }
    CHECK(d.arms[0].likes == d.arms[1].likes);
}

TEST_CASE("bought followers move the dashboard and not the sales") {
    Scenario scenario = town();
    scenario.arms[0].strategy.posts_per_day = scenario.arms[1].strategy.posts_per_day = 0;
    scenario.arms[1].strategy.budget_per_day += 5;   // what the followers cost, on top
    scenario.arms[1].strategy.follower_ads = 5.0 / 55;
    const Dashboard d = dashboard_of(scenario, 2);
    CHECK(d.arms[1].followers > 1.5 * d.arms[0].followers);
    CHECK(d.arms[1].naive() > 0);
    CHECK(std::fabs(d.arms[1].sales / d.arms[0].sales - 1) < 0.003);
    CHECK(std::fabs(d.arms[1].true_effect()) < 0.01);
}

TEST_CASE("in the first scenario the naive difference is several times the true one") {
    Diagnostics problems;
    const Scenario scenario = *parse_scenario(*shipped_scenario("01_billboard_or_dialogue"), problems);
    const Dashboard d = dashboard_of(scenario, 2);
    for (const DashboardArm& arm : d.arms) {
        MESSAGE("naive " << arm.naive() << ", true " << arm.true_effect() << ", engaged " << arm.engaged << ", customers " << arm.customers
                         << ", likes " << arm.likes << ", followers " << arm.followers);
        CHECK(arm.naive() > 2 * std::fabs(arm.true_effect()));
    }
}

TEST_CASE("a dashboard cut into slices is the dashboard in one piece") {
    DashboardInquiry sliced(town(), 2);
    double progress = 0;
    int slices = 0;
    while (!sliced.advance(0)) {
        CHECK(sliced.progress() >= progress);
        progress = sliced.progress();
        ++slices;
    }
    CHECK(slices > 100);
    const Dashboard a = sliced.take(), b = dashboard_of(town(), 2);
    for (std::size_t arm = 0; arm < 2; ++arm) {
        CHECK(a.arms[arm].engaged_spend == b.arms[arm].engaged_spend);
        CHECK(a.arms[arm].there == b.arms[arm].there);
    }
}
