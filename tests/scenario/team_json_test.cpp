#include "scenario/team_json.h"

#include <doctest/doctest.h>

#include <string>

using namespace parley;

namespace {

TeamFile blue() {
    TeamFile team{"Blue", "06_patience", "0123456789abcdef", "Conversation", {}, TeamForecast{0.05, 0.7}, "We wait.\nThen we talk."};
    team.strategy.talk = 41.5;
    team.strategy.converse = 30;
    team.strategy.promo_share = 0.25;
    return team;
}

std::string sound() { return write_team(blue()); }

// The sound file with one piece changed.
std::string with(const std::string& from, const std::string& to) {
    std::string text = sound();
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

struct Bad {
    const char* what;
    std::string text, path, message;
};

}  // namespace

TEST_CASE("a team's file comes back as it was written, every lever of it, and saving it again gives the same bytes") {
    Diagnostics problems;
    const std::optional<TeamFile> team = parse_team(sound(), problems);
    for (const Diagnostic& d : problems) MESSAGE(describe("team", d));
    REQUIRE(team.has_value());
    CHECK(team->team == "Blue");
    CHECK(team->scenario_id == "06_patience");
    CHECK(team->scenario_hash == "0123456789abcdef");
    CHECK(team->arm == "Conversation");
    CHECK(team->notes == "We wait.\nThen we talk.");
    REQUIRE(team->forecast.has_value());
    CHECK(team->forecast->gap == 0.05);
    CHECK(team->forecast->confidence == 0.7);
    for (const ParamSpec& row : kStrategyTable.rows) {
        CAPTURE(row.name);
        CHECK(value_of(team->strategy, row) == value_of(blue().strategy, row));
    }
    CHECK(write_team(*team) == sound());
    CHECK(is_team_file(sound()));
    CHECK_FALSE(is_team_file("{ \"format\": \"parley.scenario/1\" }"));
}

TEST_CASE("a team without forecast and notes is a team") {
    TeamFile bare = blue();
    bare.forecast.reset();
    bare.notes.clear();
    Diagnostics problems;
    const std::optional<TeamFile> team = parse_team("\xef\xbb\xbf" + write_team(bare), problems);
    REQUIRE(team.has_value());
    CHECK_FALSE(team->forecast.has_value());
    CHECK(write_team(*team) == write_team(bare));
}

TEST_CASE("a damaged team file is refused at the right place, in the right words") {
    const Bad bad[] = {
        {"empty", "", "", "the file is empty"},
        {"cut", sound().substr(0, sound().size() / 2), "", "ends too early"},
        {"no JSON", "Team Blue: talk 40", "", ""},
        {"a list", "[]", "", "expected a team's file, an object { }"},
        {"other version", with("parley.team/1", "parley.team/2"), "format", "another version of the format; this program reads parley.team/1"},
        {"other format", with("parley.team/1", "parley.scenario/1"), "format", "not a team's format"},
        {"no team", with("\"team\"", "\"taem\""), "taem", "did you mean team?"},
        {"blank team", with("\"Blue\"", "\" \""), "team", "empty"},
        {"long team", with("Blue", std::string(70, 'b')), "team", "too long"},
        {"team is a number", with("\"Blue\"", "7"), "team", "expected a text, found the number 7"},
        {"no id", with("\"id\"", "\"ident\""), "scenario.ident", "unknown key"},
        {"short hash", with("0123456789abcdef", "0123"), "scenario.hash", "16 digits"},
        {"scenario is a text", with("\"scenario\": { \"id\": \"06_patience\", \"hash\": \"0123456789abcdef\" }", "\"scenario\": \"06\""), "scenario", "expected an object"},
        {"unknown lever", with("\"converse\"", "\"convrse\""), "strategy.convrse", "did you mean converse?"},
        {"lever out of range", with("\"promo_share\": 0.25", "\"promo_share\": 2.5"), "strategy.promo_share", "2.5 is out of range; allowed: 0 to 1"},
        {"lever as a text", with("\"talk\": 41.5", "\"talk\": \"41.5\""), "strategy.talk", "write it without quotes"},
        {"lever of the market", with("\"talk\": 41.5", "\"price\": 41.5"), "strategy.price", "price belongs in market"},
        {"not finite", with("\"talk\": 41.5", "\"talk\": 1e999"), "strategy.talk", "not a finite number"},
        {"strategy is a list", with("\"strategy\": {", "\"strategy\": [], \"x\": {"), "strategy", "expected an object"},
        {"forecast without a gap", with("\"gap\": 0.05, ", ""), "forecast.gap", "missing"},
        {"forecast too far", with("\"gap\": 0.05", "\"gap\": 11"), "forecast.gap", "out of range; allowed: -1 to 10"},
        {"unsure", with("\"confidence\": 0.7", "\"confidence\": 0.2"), "forecast.confidence", "out of range; allowed: 0.5 to 1"},
        {"twice", with("\"arm\": \"Conversation\"", "\"arm\": \"Conversation\", \"arm\": \"Broadcast\""), "arm", "written twice"},
        {"unknown key", with("\"arm\"", "\"colour\": 1, \"arm\""), "colour", "unknown key"},
        {"notes too long", with("We wait.", std::string(5000, 'w')), "notes", "too long"},
        {"too large", sound() + std::string(kMaxTeamBytes, ' '), "", "too large for a team's file"},
        {"something behind", sound() + sound(), "", "something follows after the end"},
    };
    for (const Bad& b : bad) {
        CAPTURE(b.what);
        Diagnostics problems;
        CHECK_FALSE(parse_team(b.text, problems).has_value());
        REQUIRE_FALSE(problems.empty());
        bool found = false;
        std::string all;
        for (const Diagnostic& d : problems) {
            found = found || (d.path == b.path && d.message.find(b.message) != std::string::npos);
            all += describe("team", d) + "\n";
        }
        CHECK_MESSAGE(found, all);
    }
}

TEST_CASE("any cut and any changed byte of a team's file is answered, never followed by a crash") {
    const std::string text = sound();
    for (std::size_t n = 0; n + 3 < text.size(); n += 7) {
        Diagnostics problems;
        CHECK_FALSE(parse_team(text.substr(0, n), problems).has_value());
        CHECK_FALSE(problems.empty());
        std::string changed = text;
        changed[n] = static_cast<char>(changed[n] ^ 0x15);
        problems.clear();
        const bool taken = parse_team(changed, problems).has_value();
        CHECK(taken == problems.empty());
    }
}
