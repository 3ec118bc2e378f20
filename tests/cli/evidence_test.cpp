#include <doctest/doctest.h>

#include "cli/says.h"
#include "scenario/json_tree.h"

using namespace parley;
using namespace parley::test;

namespace {

Outcome evidence(std::vector<std::string> arguments) { return parley_says("evidence", std::move(arguments)); }

}  // namespace

TEST_CASE("evidence measures the facts it is asked for, in that order and each once") {
    const Outcome outcome = evidence({"f12", "F5", "F12", "--quick"});
    CHECK(outcome.err.empty());
    CHECK(outcome.out.find("F12  ") == 0);
    CHECK(outcome.out.find("F12  ", 5) == std::string::npos);
    CHECK(has(outcome.out, "\nF5  "));
    CHECK(outcome.exit == (has(outcome.out, "FALLS SHORT") ? kFellShort : kDone));
    for (const char* word : {"published", "measured", "90 % interval", "by construction (no success)", "of 2 facts hold in every row"}) CHECK(has(outcome.out, word));
}

TEST_CASE("evidence speaks JSON and Markdown") {
    const Outcome json = evidence({"F12", "--quick", "--format", "json"});
    Problems problems;
    const auto tree = read_json(json.out, problems);
    REQUIRE(tree);
    CHECK(tree->find("format")->text == "parley.evidence/1");
    CHECK(tree->find("facts")->items[0].find("rows")->items[0].find("basis")->text == "by construction");
    CHECK(evidence({"F12", "--quick", "--format", "md"}).out.find("# Published facts") == 0);
}

TEST_CASE("an unknown fact is wrong usage, with the nearest name, and a file that cannot be written is told before the work") {
    const Outcome unknown = evidence({"F5", "F333"});
    CHECK(unknown.exit == kWrongUsage);
    CHECK(unknown.out.empty());
    CHECK(has(unknown.err, "there is no fact \"F333\""));
    CHECK(has(unknown.err, "perhaps F33"));
    CHECK(evidence({"--format", "csv"}).exit == kWrongUsage);
    CHECK(evidence({"F5", "--out", "/nowhere/facts.md"}).exit == kNoFile);
    CHECK(evidence({"F5", "--pictures", "/nowhere"}).exit == kNoFile);
}
