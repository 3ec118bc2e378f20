#include "app/session/edits.h"

#include <doctest/doctest.h>

#include "scenario/library.h"

using namespace parley;

namespace {

Scenario shipped(const char* id) {
    Diagnostics problems;
    return *parse_scenario(*shipped_scenario(id), problems);
}

Scenario with(Scenario scenario, const Edits& edits) {
    const Diagnostics problems = set_values(scenario, edits);
    for (const Diagnostic& problem : problems) MESSAGE(describe("edits", problem));
    REQUIRE(problems.empty());
    return scenario;
}

}  // namespace

TEST_CASE("a scenario differs from itself by nothing") {
    for (const std::string& id : scenario_ids()) {
        CAPTURE(id);
        const Scenario scenario = shipped(id.c_str());
        CHECK(edits_between(scenario, scenario)->empty());
    }
}

TEST_CASE("edits lead from one scenario to the other and back") {
    const Scenario from = shipped("01_billboard_or_dialogue");
    const Scenario to = with(from, {{"market.customers", "7000"},
                                    {"brand.quality", "0.5"},
                                    {"arms.0.name", "\"Shout: \\\"now\\\"\""},
                                    {"expected.0.ahead", "same"},
                                    {"arms.1.strategy.listen", "33.25"},
                                    {"arms.1.strategy.promo_share", "0.31"},
                                    {"run.seed", "77"},
                                    {"market.currency", "USD"},
                                    {"title.en", "Another"}});
    for (const auto& [a, b] : {std::pair(from, to), std::pair(to, from)}) {
        const auto edits = edits_between(a, b);
        REQUIRE(edits);
        const Scenario reached = with(a, *edits);
        CHECK(scenario_hash(reached) == scenario_hash(b));
        CHECK(edits_between(reached, b)->empty());
    }
}

TEST_CASE("what was taken away cannot be said by edits") {
    Scenario from = shipped("01_billboard_or_dialogue"), to = from;
    REQUIRE(from.target);
    to.target.reset();
    CHECK_FALSE(edits_between(from, to));
    CHECK(edits_between(to, from));
}

TEST_CASE("edits are made all or not at all") {
    Scenario scenario = shipped("01_billboard_or_dialogue");
    const std::string before = write_scenario(scenario);
    CHECK_FALSE(set_values(scenario, {{"brand.quality", "0.5"}, {"brand.colour", "3"}}).empty());
    CHECK(write_scenario(scenario) == before);
}
