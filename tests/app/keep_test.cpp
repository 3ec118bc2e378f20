#include "app/session/keep.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "app/session/session.h"
#include "scenario/library.h"

using namespace parley;

namespace {

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("kept work comes back whole: scenario, changes, week, speed, theme") {
    Session session;
    REQUIRE(session.load_shipped("02_leaders_megaphone").empty());
    REQUIRE(session.set("arms.1.strategy.listen", "44").empty());
    session.seek(140);
    session.set_speed(2);
    session.set_dark(true);
    session.notes().answers[1] = "Ask them first.";
    session.notes().date = "1 May";

    Session other;
    CHECK(other.restore(session.kept()).empty());
    CHECK(other.saved() == session.saved());
    CHECK(write_scenario(other.opened()) == *shipped_scenario("02_leaders_megaphone"));
    CHECK(other.desk().day == 140);
    CHECK(other.speed() == 2);
    CHECK(other.dark());
    CHECK_FALSE(other.playing());
    CHECK(other.notes() == session.notes());
    CHECK(other.kept() == session.kept());
    for (int n = 0; n < 2000 && other.day() != 140; ++n) other.update(0.01, 50);
    CHECK(other.day() == 140);
}

TEST_CASE("every decision is worth keeping, looking is not") {
    Session session;
    std::uint64_t before = session.decisions();
    const auto decided = [&] { return std::exchange(before, session.decisions()) != session.decisions(); };
    const ParamSpec& listen = *std::find_if(kStrategyTable.rows.begin(), kStrategyTable.rows.end(),
                                            [](const ParamSpec& row) { return std::string_view(row.name) == "listen"; });
    session.set_lever(1, listen, 41);
    CHECK(decided());
    session.set_lever(1, listen, 41);
    CHECK_FALSE(decided());
    CHECK(session.set("title.en", "\"Loud\"").empty());
    CHECK(decided());
    CHECK_FALSE(session.set("arms.0.colour", "3").empty());
    CHECK_FALSE(decided());
    session.seek(7);
    CHECK(decided());
    session.play(true);
    CHECK(decided());
    session.set_speed(8);
    CHECK(decided());
    session.set_dark(true);
    CHECK(decided());
    session.set_dark(true);
    CHECK_FALSE(decided());
    CHECK(session.load_shipped("00_null_twins").empty());
    CHECK(decided());
    (void)session.kept();
    session.play(true);
    before = session.decisions();
    session.update(0.2, 50);
    CHECK_FALSE(decided());
}

TEST_CASE("a damaged or a later record is refused in words, and the work at hand stays") {
    Session session;
    REQUIRE(session.set("arms.1.strategy.listen", "44").empty());
    const std::string kept = session.kept();
    const auto refuses = [&](const std::string& text) {
        const Diagnostics problems = session.restore(text);
        for (const Diagnostic& problem : problems) CHECK_FALSE(problem.message.empty());
        CHECK(session.kept() == kept);
        return !problems.empty();
    };
    for (const char* text : {"", "{", "[]", "3", "{}", "{\"format\": 3}", "\xff\xfe", "{\"format\": \"parley.desk/1\"}"}) CHECK(refuses(text));
    for (std::size_t cut = 1; cut + 1 < kept.size(); cut += 13) CHECK(refuses(kept.substr(0, cut)));
    CHECK(refuses(with(kept, "parley.desk/1", "parley.desk/2")));
    CHECK(refuses(with(kept, "parley.scenario/1", "parley.scenario/9")));
    CHECK(refuses(with(kept, "\"speed\": 4", "\"speed\": \"fast\"")));
    const Diagnostics newer = session.restore(with(kept, "parley.desk/1", "parley.desk/2"));
    REQUIRE(newer.size() == 1);
    CHECK(newer[0].message.find("newer") != std::string::npos);
}

TEST_CASE("a record with rows nobody knows yet, or without some, is good enough") {
    Session session;
    session.seek(70);
    std::string text = with(session.kept(), "\"speed\": 4", "\"mood\": {\"deep\": [1, 2]}");
    CHECK(session.restore(text).empty());
    CHECK(session.desk().day == 70);
    CHECK(session.speed() == 4);
    CHECK(session.restore(with(text, "\"day\": 70", "\"day\": 1e9")).empty());
    CHECK(session.desk().day == static_cast<int>(session.scenario().run.days));
}

TEST_CASE("decisions can be taken back after a reload as before it") {
    Session session;
    REQUIRE(session.load_shipped("02_leaders_megaphone").empty());
    for (const char* value : {"41", "42", "43"}) {
        REQUIRE(session.set("arms.1.strategy.listen", value).empty());
        REQUIRE(session.set("title.en", std::string("\"Caf\u00e9 ") + value + " \u20ac\"").empty());
    }
    REQUIRE(session.undo());
    Session other;
    REQUIRE(other.restore(session.kept()).empty());
    CHECK(other.kept() == session.kept());
    for (bool more = true; more;) {
        more = session.undo();
        CHECK(other.undo() == more);
        CHECK(other.saved() == session.saved());
    }
    for (bool more = true; more;) {
        more = session.redo();
        CHECK(other.redo() == more);
        CHECK(other.saved() == session.saved());
    }
    CHECK(session.scenario().arms[1].strategy.listen == 43);
}

TEST_CASE("a hundred decisions are kept in a fraction of a hundred files") {
    Session session;
    for (int n = 0; n < 120; ++n) REQUIRE(session.set("arms." + std::to_string(n % 2) + ".strategy.listen", std::to_string(10 + n % 60)).empty());
    CHECK(session.kept().size() < 4 * session.saved().size());
    Session other;
    REQUIRE(other.restore(session.kept()).empty());
    CHECK(other.history().steps().size() == session.history().steps().size());
}

TEST_CASE("a reload uncovers nothing: results stay covered, the forecast stays locked") {
    Session session;
    session.open_forecast();
    session.draft().call = Call::Second;
    session.draft().called = true;
    session.draft().confidence = 0.85;
    session.draft().draw(52, 0, 0, 26, 0.1);
    Session open;
    REQUIRE(open.restore(session.kept()).empty());
    CHECK(open.cover() == Session::Cover::Open);
    CHECK(open.draft().confidence == 0.85);

    REQUIRE(session.lock_forecast());
    Session other;
    REQUIRE(other.restore(session.kept()).empty());
    CHECK(other.masked());
    CHECK(other.cover() == Session::Cover::Locked);
    REQUIRE(other.forecast());
    CHECK(other.forecast()->line == session.forecast()->line);
    CHECK(other.comparison() == nullptr);
    CHECK(other.kept() == session.kept());
    REQUIRE(other.reveal());
    Session third;
    REQUIRE(third.restore(other.kept()).empty());
    CHECK_FALSE(third.masked());
    CHECK(third.forecast());
}
