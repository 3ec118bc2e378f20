// Files of the project, for tests.
#pragma once
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "scenario/scenario_json.h"

namespace parley::test {

inline std::string read_file(const std::string& path) {
    std::ifstream file(std::string(PARLEY_SOURCE_DIR) + "/" + path, std::ios::binary);
    CAPTURE(path);
    REQUIRE(file.good());
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::string all_of(const Diagnostics& problems) {
    std::string out;
    for (const Diagnostic& problem : problems) out += describe("", problem) + "\n";
    return out;
}

inline Scenario parsed(const std::string& text) {
    Diagnostics problems;
    std::optional<Scenario> scenario = parse_scenario(text, problems);
    CAPTURE(all_of(problems));
    REQUIRE(scenario.has_value());
    return *scenario;
}

// The least a scenario can say, with more members after the arms.
inline std::string small_scenario(const std::string& more = "") {
    return "{\n  \"format\": \"parley.scenario/1\",\n  \"id\": \"small\",\n  \"title\": { \"en\": \"Small\" },\n"
           "  \"arms\": [ { \"name\": \"A\", \"strategy\": {} }, { \"name\": \"B\", \"strategy\": {} } ]" +
           (more.empty() ? "" : ",\n  " + more) + "\n}\n";
}

}  // namespace parley::test
