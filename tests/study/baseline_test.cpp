#include "study/baseline.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "scenario/library.h"
#include "scenario/scenario_json.h"

using namespace parley;

TEST_CASE("every shipped scenario comes to what its baseline says") {
    for (const std::string& id : scenario_ids()) {
        CAPTURE(id);
        Diagnostics problems;
        const auto scenario = parse_scenario(*shipped_scenario(id), problems);
        REQUIRE(scenario);
        std::ifstream file(std::string(PARLEY_SOURCE_DIR) + "/tests/baselines/" + id + ".csv", std::ios::binary);
        REQUIRE_MESSAGE(file.is_open(), "no baseline: run parley bless");
        std::stringstream baseline;
        baseline << file.rdbuf();
        CHECK_MESSAGE(baseline_csv(*scenario, 2) == baseline.str(),
                      "results moved: if that is intended, run parley bless and say why");
    }
}
