#include <doctest/doctest.h>

#include "cli/says.h"
#include "scenario/json_tree.h"

using namespace parley;
using namespace parley::test;

namespace {

Outcome claims(std::vector<std::string> arguments) { return parley_says("claims", std::move(arguments)); }

}  // namespace

TEST_CASE("claims measures those it is asked for, each once, the same for any number of jobs") {
    const Outcome one = claims({"c19", "C26", "C19", "--quick", "--jobs", "1"}), two = claims({"C19", "C26", "--quick", "--jobs", "2"});
    CHECK(one.exit == kDone);
    CHECK(one.err.empty());
    CHECK(one.out == two.out);
    CHECK(one.out.find("C19  holds") == 0);
    CHECK(has(one.out, "2 claims, 2 expressed"));
}

TEST_CASE("a claim that is not put to the model says why, and asked for by name it falls short") {
    const Outcome outcome = claims({"C10"});
    CHECK(outcome.exit == kFellShort);
    CHECK(has(outcome.out, "C10  not expressed"));
    CHECK(has(outcome.out, "no paid tier"));
}

TEST_CASE("claims speaks JSON and Markdown") {
    const Outcome json = claims({"C10", "C64", "--format", "json"});
    Problems problems;
    const auto tree = read_json(json.out, problems);
    REQUIRE(tree);
    CHECK(tree->find("format")->text == "parley.claims/1");
    REQUIRE(tree->find("claims")->items.size() == 2);
    CHECK(tree->find("claims")->items[1].find("standing")->text == "not expressed");
    const Outcome page = claims({"C10", "--format", "md"});
    CHECK(page.out.starts_with("# Claims of the articles\n\n<!-- claims: engine "));
    CHECK(has(page.out, "## Not put to the model"));
}

TEST_CASE("an unknown claim is wrong usage, with the nearest name") {
    const Outcome outcome = claims({"C17", "C177"});
    CHECK(outcome.exit == kWrongUsage);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err, "there is no claim \"C177\""));
    CHECK(has(outcome.err, "perhaps C17"));
    CHECK(claims({"--format", "csv"}).exit == kWrongUsage);
    CHECK(claims({"--pictures", "/nowhere/at/all", "C10"}).exit == kNoFile);
}
