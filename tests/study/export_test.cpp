#include "study/export.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scenario/json_tree.h"
#include "support/study.h"

using namespace parley;
using namespace parley::support;

namespace {

Ensemble shop_ensemble(const Scenario& scenario) {
    return made_ensemble(scenario, 3, [](int pair, int arm, int day, DayRecord& record) {
        record[Observable::sales] = 10000 + 10 * pair + (arm ? 50 * day : 0);
        record[Observable::purchases] = 5;
        record[Observable::buyers] = 1;
    });
}

JsonNode parsed(const std::string& text) {
    Problems problems;
    const auto tree = read_json(text, problems);
    REQUIRE(tree);
    CHECK(problems.empty());
    return *tree;
}

const JsonNode& at(const JsonNode& node, const char* key) {
    const JsonNode* found = node.find(key);
    CAPTURE(key);
    REQUIRE(found);
    return *found;
}

std::size_t columns_of(const std::string& line) {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), ',')) + 1;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find('\n', from);
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("the JSON of a comparison has every key that others rely on") {
    const Ensemble ensemble = shop_ensemble(two_arms(28));
    const JsonNode json = parsed(comparison_json(ensemble, compare(ensemble), true));
    CHECK(at(json, "format").text == "parley.comparison/1");
    CHECK(at(json, "digest").text == ensemble.digest());
    CHECK(at(json, "pairs").number == 3);
    CHECK(at(json, "days").number == 28);
    CHECK(at(json, "customers").number == 1000);
    CHECK(at(json, "seed").number == 1);
    at(json, "engine");
    for (const char* key : {"id", "title", "hash"}) at(at(json, "scenario"), key);
    CHECK(at(at(json, "verdict"), "outcome").text == "sales");
    CHECK(at(at(json, "verdict"), "form").text == "ahead");
    CHECK(at(at(json, "verdict"), "leader").text == "Conversation");
    at(at(json, "verdict"), "text");
    REQUIRE(at(json, "arms").items.size() == 2);
    const JsonNode& outcomes_of_a = at(at(json, "arms").items[0], "outcomes");
    for (const OutcomeSpec& spec : outcomes())
        for (const char* key : {"mean", "sd", "unit"}) at(at(outcomes_of_a, spec.name), key);
    CHECK(at(at(outcomes_of_a, "money_per_purchase"), "unit").text == "EUR/purchase");
    CHECK(at(json, "differences").items.size() == outcomes().size());
    for (const char* key : {"a", "b", "outcome", "mean", "low", "high", "level", "b_ahead", "ties", "pairs", "correlation"})
        at(at(json, "differences").items[0], key);
    for (const char* key : {"a", "b", "buyers", "purchases_per_buyer", "money_per_purchase", "total"}) at(at(json, "split"), key);
    CHECK(at(json, "series").items.size() == 2 * kObservables);
    CHECK(at(at(json, "series").items[0], "mean").items.size() == 28);
    for (const char* key : {"arm", "observable", "unit", "day", "low", "high"}) at(at(json, "series").items[0], key);

    CHECK(parsed(comparison_json(ensemble, compare(ensemble), false)).find("series") == nullptr);
}

TEST_CASE("a verdict without a leader says so in JSON") {
    const Ensemble ensemble = made_ensemble(two_arms(28), 2, [](int, int, int, DayRecord&) {});
    const JsonNode json = parsed(comparison_json(ensemble, compare(ensemble), false));
    CHECK(at(at(json, "verdict"), "form").text == "close");
    CHECK(at(at(json, "verdict"), "leader").type == JsonNode::Type::Null);
}

TEST_CASE("tables are tidy: one header, as many fields in every row") {
    Scenario scenario = two_arms(28);
    scenario.arms[0].name = "=SUM(A1)";
    const Ensemble ensemble = shop_ensemble(scenario);
    const PairResult& world = *ensemble.results()[0];
    for (const std::string& table :
         {comparison_csv(ensemble, compare(ensemble)), series_csv(ensemble), run_csv(scenario, world, -1)}) {
        const std::vector<std::string> lines = lines_of(table);
        for (const std::string& line : lines) CHECK(columns_of(line) == columns_of(lines[0]));
        // A spreadsheet must not run a name.
        CHECK(lines[1].rfind("'=SUM(A1),", 0) == 0);
    }
    CHECK(lines_of(comparison_csv(ensemble, compare(ensemble))).size() == 1 + outcomes().size());
    CHECK(lines_of(series_csv(ensemble)).size() == 1 + 2 * kObservables * 28);
    CHECK(lines_of(run_csv(scenario, world, -1)).size() == 1 + 2 * 28);
    CHECK(lines_of(run_csv(scenario, world, 1)).size() == 1 + 28);
    CHECK(run_csv(scenario, world, 1).find("Conversation,1,100.5,") != std::string::npos);

    scenario.arms[0].name = "Talk, \"loud\"";
    CHECK(run_csv(scenario, world, 0).find("\"Talk, \"\"loud\"\"\",1,") != std::string::npos);
}

TEST_CASE("the text begins with the question and the verdict") {
    const Ensemble ensemble = shop_ensemble(two_arms(56));
    const Comparison c = compare(ensemble);
    const std::string text = comparison_text(ensemble, c);
    CHECK(text.rfind("Made by hand\n\n" + c.verdict.text, 0) == 0);
    CHECK(text.find("90 % interval") != std::string::npos);
    CHECK(text.find("3 of 3") != std::string::npos);
    CHECK(text.find(ensemble.digest()) != std::string::npos);
    for (const std::string& line : lines_of(text)) CHECK((line.empty() || line.back() != ' '));
    CHECK(lines_of(series_text(ensemble, c)).size() == 2 + 2);
    CHECK(run_text(ensemble.scenario(), *ensemble.results()[0], 1).find("Broadcast") == std::string::npos);
}
