#include "app/session/origin.h"

#include <doctest/doctest.h>

#include "app/session/draft.h"
#include "scenario/library.h"

using namespace parley;

namespace {

Scenario read(std::string_view text) {
    Diagnostics problems;
    std::optional<Scenario> scenario = parse_scenario(text, problems);
    REQUIRE(scenario);
    return *scenario;
}

Scenario shipped_one(const std::string& id) { return read(*shipped_scenario(id)); }

}  // namespace

TEST_CASE("a shipped scenario is its own origin, and nothing of it is left over") {
    for (const std::string& id : scenario_ids()) {
        const Scenario s = shipped_one(id);
        CHECK(origin_of(s).id == id);
        CHECK(shipped(s));
        CHECK_FALSE(left_over(origin_of(s), s).any());
    }
}

TEST_CASE("an own scenario that comes back from its file still has its origin") {
    for (const std::string& id : scenario_ids()) {
        CAPTURE(id);
        Scenario s = shipped_one(id);
        REQUIRE(draft::set_text(s, "title", "en", "Our bakery").empty());
        REQUIRE(draft::set_text(s, "question", "en", "Bread or words?").empty());
        REQUIRE(draft::name_arm(s, 0, "Ovens").empty());
        REQUIRE(draft::set_row(s, kMarketTable, *kMarketTable.find("price"), "6.5").empty());
        REQUIRE(draft::add_event(s, 30).empty());
        const Scenario again = read(write_scenario(s));
        CHECK(again.id == "our_bakery");
        CHECK(origin_of(again).id == id);
        CHECK_FALSE(shipped(again));
    }
}

TEST_CASE("words of the origin are left over until each is written anew or taken out") {
    const Scenario origin = shipped_one("06_patience");
    REQUIRE(origin.debrief.size() >= 2);
    Scenario s = origin;
    REQUIRE(draft::set_row(s, kMarketTable, *kMarketTable.find("price"), "6.5").empty());
    LeftOver left = left_over(origin, s);
    CHECK(left.story);
    CHECK(left.debrief == origin.debrief.size());
    CHECK(left.roles == origin.roles.size());

    REQUIRE(draft::set_text(s, "debrief.0", "en", "What would you do?").empty());
    CHECK(left_over(origin, s).debrief == origin.debrief.size() - 1);
    REQUIRE(draft::take_out_words(s, origin, OwnWords::Debrief).empty());
    REQUIRE(s.debrief.size() == 1);
    CHECK(s.debrief[0].en == "What would you do?");
    REQUIRE(draft::take_out_words(s, origin, OwnWords::Roles).empty());
    CHECK(s.roles.empty());
    REQUIRE(draft::take_out_words(s, origin, OwnWords::Story).empty());
    CHECK(s.text.empty());
    CHECK_FALSE(left_over(origin, s).any());
}
