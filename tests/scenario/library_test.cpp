#include "scenario/library.h"

#include <algorithm>

#include "read_file.h"

using namespace parley;
using namespace parley::test;

TEST_CASE("a shipped scenario is the file of its id, in canonical form") {
    const std::vector<std::string> ids = scenario_ids();
    CHECK(ids.size() >= 3);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    for (const std::string& id : ids) {
        CAPTURE(id);
        const std::string text(shipped_scenario(id).value_or(""));
        CHECK(text == read_file("scenarios/" + id + ".json"));
        const Scenario scenario = parsed(text);
        CHECK(scenario.id == id);
        CHECK(write_scenario(scenario) == text);
        CHECK(scenario.schema == "parley.scenario.schema.json");
    }
}

TEST_CASE("the parts of every budget add up to 100, so that a lever stands at the share it tells") {
    for (const std::string& id : scenario_ids())
        for (const Arm& arm : parsed(std::string(shipped_scenario(id).value_or(""))).arms) {
            CAPTURE(id);
            double sum = 0;
            for (const ParamSpec& row : kStrategyTable.rows) sum += row.kind == Kind::Weight ? value_of(arm.strategy, row) : 0;
            CHECK(sum == 100);
        }
}

TEST_CASE("a scenario that does not exist has a nearest one") {
    CHECK_FALSE(shipped_scenario("billboard").has_value());
    CHECK(nearest_scenario("00_nul_twins") == "00_null_twins");
}

TEST_CASE("the example in scenarios/README.md is a scenario in canonical form") {
    const std::string readme = read_file("scenarios/README.md");
    const std::size_t begin = readme.find("```json\n") + 8, end = readme.find("```", begin);
    REQUIRE(end != std::string::npos);
    const std::string text = readme.substr(begin, end - begin);
    CHECK(write_scenario(parsed(text)) == text);
}

TEST_CASE("half an id with a slip leads to the scenario that was meant") {
    CHECK(parley::nearest_scenario("01_bilboard") == "01_billboard_or_dialogue");
    CHECK(parley::nearest_scenario("02_leader") == "02_leaders_megaphone");
    CHECK(parley::nearest_scenario("00_null_twin") == "00_null_twins");
}
