#include "app/session/link.h"
#include "app/session/session.h"

#include <doctest/doctest.h>

#include "app/session/edits.h"
#include "parley_version.h"
#include "scenario/library.h"

using namespace parley;

namespace {

Desk desk_of(const std::string& id, const Edits& edits = {}, int day = 0) {
    Diagnostics problems;
    Desk desk;
    desk.opened = desk.scenario = *parse_scenario(*shipped_scenario(id), problems);
    problems = set_values(desk.scenario, edits);
    for (const Diagnostic& problem : problems) MESSAGE(describe(id, problem));
    REQUIRE(problems.empty());
    desk.day = day;
    return desk;
}

Edits levers(std::size_t count) {
    Edits edits;
    for (const ParamSpec& row : kStrategyTable.rows) {
        if (row.kind == Kind::Choice || row.whole()) continue;
        for (const char* arm : {"arms.0.strategy.", "arms.1.strategy."})
            if (edits.size() < count) edits.push_back({std::string(arm) + row.name, std::to_string(row.min + 0.4321 * (row.max - row.min))});
    }
    REQUIRE(edits.size() == count);
    return edits;
}

void check_same(const Desk& a, const Desk& b) {
    CHECK(write_scenario(a.scenario) == write_scenario(b.scenario));
    CHECK(a.day == b.day);
}

// A link of another content, with a check that fits.
std::string forged(const std::string& version, const std::string& state) {
    std::uint32_t hash = 0x811c9dc5u;
    for (const char c : state) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
    char check[9];
    std::snprintf(check, sizeof check, "%08x", static_cast<unsigned>(hash));
    return version + " " + check + "\n" + state;
}

}  // namespace

TEST_CASE("every shipped scenario comes back from its link, and the link is short") {
    for (const std::string& id : scenario_ids()) {
        CAPTURE(id);
        const Desk desk = desk_of(id, {}, 63);
        const std::string link = write_link(desk);
        CHECK(link.size() < 100);
        const LinkRead read = read_link(link);
        CHECK(read.problems.empty());
        CHECK(read.engine == PARLEY_VERSION);
        REQUIRE(read.desk);
        check_same(*read.desk, desk);
        CHECK_FALSE(read.desk->playing);
    }
}

TEST_CASE("a link counts as many worlds as the page it came from: those that settled it, or all") {
    for (const bool all : {false, true}) {
        Desk desk = desk_of("06_patience", {}, 0);
        desk.every_world = all;
        const LinkRead read = read_link(write_link(desk));
        REQUIRE(read.desk);
        CHECK(read.desk->every_world == all);
        Session session;
        session.visit(*read.desk);
        CHECK(session.desk().every_world == all);
        CHECK(session.set("arms.1.strategy.listen", "44").empty());
        CHECK_FALSE(session.desk().every_world);   // until the next edit
    }
}

TEST_CASE("twenty changed levers, names of arms and the market come back from a link") {
    Edits edits = levers(20);
    for (const Edit& more : {Edit{"arms.0.name", "\"Loud \\u00e9\""}, Edit{"expected.0.ahead", "same"}, Edit{"expected.1.ahead", "same"},
                             Edit{"market.customers", "7000"}, Edit{"run.seed", "9"}})
        edits.push_back(more);
    const Desk desk = desk_of("02_leaders_megaphone", edits, 140);
    const std::string link = write_link(desk);
    CHECK(link.find("file ") == link.npos);
    CHECK(link.size() * 4 / 3 < 1500);  // short enough even without compression
    const LinkRead read = read_link(link);
    REQUIRE(read.desk);
    CHECK(read.problems.empty());
    check_same(*read.desk, desk);
    CHECK(scenario_hash(read.desk->scenario) == scenario_hash(desk.scenario));
    CHECK(write_scenario(read.desk->opened) == *shipped_scenario("02_leaders_megaphone"));  // the marks of changed levers
}

TEST_CASE("a scenario that is not shipped travels whole, with its changes marked") {
    Desk desk = desk_of("01_billboard_or_dialogue");
    desk.opened.id = desk.scenario.id = "mine";
    REQUIRE(set_values(desk.scenario, {{"arms.1.strategy.listen", "40"}}).empty());
    const LinkRead read = read_link(write_link(desk));
    REQUIRE(read.desk);
    check_same(*read.desk, desk);
    CHECK(write_scenario(read.desk->opened) == write_scenario(desk.opened));
    // So does one that bears a shipped id and lacks something of it.
    Desk other = desk_of("01_billboard_or_dialogue");
    other.scenario.target.reset();
    const LinkRead again = read_link(write_link(other));
    REQUIRE(again.desk);
    check_same(*again.desk, other);
}

TEST_CASE("a damaged link opens its scenario as it is shipped, never half of the changes") {
    const std::string link = write_link(desk_of("02_leaders_megaphone", levers(4), 70));
    const std::string_view plain = *shipped_scenario("02_leaders_megaphone");
    for (std::size_t cut = 0; cut < link.size(); ++cut) {
        CAPTURE(cut);
        const LinkRead read = read_link(link.substr(0, cut));
        CHECK_FALSE(read.problems.empty());
        for (const Diagnostic& problem : read.problems) CHECK_FALSE(problem.message.empty());
        if (read.desk) CHECK(write_scenario(read.desk->scenario) == plain);
        CHECK(read.desk.has_value() == (link.substr(0, cut).find("\nshipped 02_leaders_megaphone") != link.npos));
    }
    for (std::size_t at = 0; at < link.size(); ++at) {
        CAPTURE(at);
        std::string bad = link;
        bad[at] = static_cast<char>(bad[at] ^ 5);
        const LinkRead read = read_link(bad);
        CHECK_FALSE(read.problems.empty());
    }
}

TEST_CASE("an unknown id opens the nearest scenario, a newer link what it can name") {
    const LinkRead typo = read_link(forged("1", "engine 9.9.9\nshipped 01_bilboard_or_dialog\n"));
    REQUIRE(typo.desk);
    CHECK(typo.desk->scenario.id == "01_billboard_or_dialogue");
    REQUIRE(typo.problems.size() == 1);
    CHECK(typo.problems[0].message.find("01_bilboard_or_dialog") != std::string::npos);

    const LinkRead newer = read_link(forged("2", "shipped 03_hired_voice\nmood 3\n"));
    CHECK(newer.problems.size() == 1);
    REQUIRE(newer.desk);
    CHECK(newer.desk->scenario.id == "03_hired_voice");
    CHECK(read_link("2").problems.size() == 1);
}

TEST_CASE("what a later link adds is passed over, what it gets wrong is refused in words") {
    const LinkRead later = read_link(forged("1", "engine 0.9.0\nshipped 03_hired_voice\nforecast 3 4 5\nset arms.1.strategy.listen 40\nday 9999999\n"));
    REQUIRE(later.desk);
    CHECK(later.problems.empty());
    CHECK(later.engine == "0.9.0");
    CHECK(later.desk->scenario.arms[1].strategy.listen == 40);
    CHECK(later.desk->day == static_cast<int>(later.desk->scenario.run.days));

    const LinkRead wrong = read_link(forged("1", "shipped 03_hired_voice\nset arms.1.strategy.lisen 40\n"));
    REQUIRE(wrong.desk);
    CHECK(write_scenario(wrong.desk->scenario) == *shipped_scenario("03_hired_voice"));
    REQUIRE(wrong.problems.size() == 2);
    CHECK(wrong.problems[1].message.find("listen") != std::string::npos);

    const LinkRead file = read_link(forged("1", "file {\"format\": \"parley.scenario/1\"}"));
    CHECK_FALSE(file.desk);
    CHECK(file.problems.size() >= 2);
    for (const char* text : {"", "1", "hello", "0 12345678\n", "-1 \n", "1 \n", "1 zzzzzzzz\nshipped \n", "99999999999999999999 x\n"})
        CHECK_FALSE(read_link(text).problems.empty());
}
