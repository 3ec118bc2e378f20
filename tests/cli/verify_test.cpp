#include <doctest/doctest.h>

#include "cli/says.h"
#include "scenario/json_tree.h"

using namespace parley;
using namespace parley::test;

namespace {

Outcome verify(std::vector<std::string> arguments) { return parley_says("verify", std::move(arguments)); }

}  // namespace

TEST_CASE("verify runs the checks it is asked for, in that order and each once") {
    const Outcome outcome = verify({"v16", "V10", "V16"});
    CHECK(outcome.exit == kDone);
    CHECK(outcome.err.empty());
    CHECK(outcome.out.find("V16  ") == 0);
    CHECK(outcome.out.find("V10  ") != std::string::npos);
    CHECK(has(outcome.out, "2 checks, 2 hold\n"));
    for (const char* word : {"exact", "measured", "tolerance", "holds", "(engine)"}) CHECK(has(outcome.out, word));
}

TEST_CASE("verify speaks JSON") {
    const Outcome outcome = verify({"V10", "--format", "json"});
    CHECK(outcome.exit == kDone);
    Problems problems;
    const auto json = read_json(outcome.out, problems);
    REQUIRE(json);
    CHECK(json->find("checks")->items[0].find("name")->text == "V10");
}

TEST_CASE("an unknown check is wrong usage, with the nearest name") {
    for (const char* name : {"V100", "V9x"}) {
        const Outcome outcome = verify({"V10", name});
        CAPTURE(outcome.err);
        CHECK(outcome.exit == kWrongUsage);
        CHECK(outcome.out.empty());
        CHECK(has(outcome.err, std::string("there is no check \"") + name + "\""));
        CHECK(has(outcome.err, "perhaps V"));
    }
    CHECK(verify({"--format", "csv"}).exit == kWrongUsage);
    CHECK(verify({"--help"}).exit == kDone);
}

#ifndef __EMSCRIPTEN__  // V8 builds a town of a million
TEST_CASE("a check that falls short is exit 4") {
    const Outcome outcome = verify({"V8"});
    CHECK(outcome.exit == (has(outcome.out, "FALLS SHORT") ? kFellShort : kDone));
    CHECK(has(outcome.out, "(kernel)"));
}
#endif
