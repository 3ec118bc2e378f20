#include "study/workbench.h"

#include <doctest/doctest.h>

#include "scenario/scenario_json.h"

using namespace parley;

namespace {

Scenario small() {
    Diagnostics problems;
    return *parse_scenario(R"({
      "format": "parley.scenario/1", "id": "small", "title": "Small", "question": "Who?", "market": { "customers": 300 },
      "arms": [ { "name": "A", "strategy": {} }, { "name": "B", "strategy": { "talk": 60, "converse": 30 } } ],
      "events": [ { "day": 20, "arm": 1, "set": { "market.failure_rate": 0.2 } } ],
      "run": { "days": 28, "warmup_days": 14, "pairs": 3, "seed": 1 } })", problems);
}

std::vector<std::uint8_t> straight(const Scenario& scenario, int pair) {
    Run run(scenario, pair);
    run.finish();
    return pack(run.result());
}

std::vector<std::uint8_t> at(Workbench& bench, const Scenario& scenario, int pair) {
    REQUIRE(bench.begin(write_scenario(scenario), pair));
    while (!bench.work(0)) {
    }
    return bench.take();
}

}  // namespace

TEST_CASE("a workbench makes what a run makes, whatever it remembers") {
    for (const double memory : {96e6, 400e3, 0.0}) {
        Workbench bench(memory);
        Scenario scenario = small();
        const auto check = [&] {
            for (int pair = 2; pair >= 0; --pair) CHECK(at(bench, scenario, pair) == straight(scenario, pair));
        };
        check();
        check();  // all remembered
        scenario.arms[1].strategy.talk = 20;
        check();  // one arm
        scenario.arms[0].strategy.talk = 20;
        scenario.arms[1].strategy.talk = 60;
        check();  // both
        scenario.events.clear();
        check();
        scenario.run.days = 14;
        check();
        scenario.market.failure_rate = 0.3;
        check();  // nothing
        scenario.run.seed = 5;
        check();
        scenario.run.warmup_days = 0;
        check();
        scenario.market.customers = 200;
        check();
        scenario.arms.push_back(scenario.arms[0]);
        scenario.arms.back().name = "C";
        check();
    }
}

TEST_CASE("a workbench may be told to do something else at any moment") {
    Workbench bench;
    Scenario scenario = small();
    for (int slices = 0; slices < 60; slices += 7) {
        REQUIRE(bench.begin(write_scenario(scenario), 1));
        for (int i = 0; i < slices && !bench.work(0); ++i) {
        }
        scenario.arms[slices % 2].strategy.talk = 1 + slices;
        CHECK(at(bench, scenario, 1) == straight(scenario, 1));
    }
}

TEST_CASE("a workbench refuses what is no scenario and goes on") {
    Workbench bench;
    CHECK_FALSE(bench.begin("{", 0));
    CHECK_FALSE(bench.work(10));
    CHECK(at(bench, small(), 0) == straight(small(), 0));
}
