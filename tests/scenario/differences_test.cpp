#include "scenario/differences.h"

#include <algorithm>

#include "model/rng.h"
#include "read_file.h"
#include "scenario/arms.h"
#include "scenario/library.h"

using namespace parley;
using namespace parley::test;

namespace {

Scenario shipped(const std::string& id) { return parsed(std::string(*shipped_scenario(id))); }

// What a person may do to a scenario, chosen by a key.
void change_something(Scenario& s, std::uint64_t key) {
    const std::uint64_t draw = mix64(key);
    const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(mix64(draw + 1) % n); };
    const auto row = [&](const ParamTable& table, auto& values) {
        const ParamSpec& spec = table.rows[pick(table.rows.size())];
        value_of(values, spec) = spec.min;
    };
    switch (draw % 16) {
        case 0: s.id = "mine_" + std::to_string(draw % 7); break;
        case 1: s.title.en += " again"; break;
        case 2: s.text.fr = "Un texte"; break;
        case 3: s.currency = Currency::CHF; break;
        case 4: row(kMarketTable, s.market); break;
        case 5: row(kBrandTable, s.brand); break;
        case 6: row(kStrategyTable, s.arms[pick(s.arms.size())].strategy); break;
        case 7:
            if (s.arms.size() < 4) insert_arm(s, pick(s.arms.size() + 1), {"Arm " + std::to_string(draw % 1000), s.arms[0].strategy});
            break;
        case 8:
            if (s.arms.size() > 2) remove_arm(s, pick(s.arms.size()));
            break;
        case 9: rename_arm(s, pick(s.arms.size()), "Named " + std::to_string(draw % 1000)); break;
        case 10: s.events.push_back({static_cast<int>(1 + draw % 300), static_cast<int>(pick(s.arms.size())), What::scandal_breaks, {}}); break;
        case 11:
            if (!s.events.empty()) s.events.erase(s.events.begin() + static_cast<std::ptrdiff_t>(pick(s.events.size())));
            break;
        case 12:
            for (Event& e : s.events) e.day = e.day % 300 + 7;
            break;
        case 13: s.target = Target{"profit", static_cast<double>(draw % 1000), 91}; break;
        case 14: s.debrief.erase(s.debrief.begin(), s.debrief.begin() + (s.debrief.empty() ? 0 : 1)); break;
        default:
            s.predict.reset();
            s.expected.clear();
            s.roles.resize(s.roles.size() / 2);
    }
}

// The text of a file, without regard to which defaults it writes out.
std::string content(Scenario s) {
    s.written.clear();
    for (Text* text : {&s.title, &s.question, &s.text}) text->plain = false;
    return write_scenario(s);
}

}  // namespace

TEST_CASE("equal scenarios have no differences") {
    for (const std::string& id : scenario_ids()) CHECK(differences(shipped(id), shipped(id)).empty());
}

TEST_CASE("applying exactly the differences to one scenario gives the other, for all shipped ones and many edits") {
    for (const std::string& id : scenario_ids())
        for (std::uint64_t trial = 0; trial < 40; ++trial) {
            CAPTURE(id);
            CAPTURE(trial);
            const Scenario before = shipped(id);
            Scenario after = before;
            for (std::uint64_t k = 0; k <= trial % 8; ++k) change_something(after, trial * 100 + k);
            const std::vector<Edit> list = differences(before, after);
            CHECK(list.empty() == (content(before) == content(after)));
            Scenario applied = before;
            for (const Edit& d : list) carry_out(applied, d);
            CHECK(content(applied) == content(after));
            CHECK(scenario_hash(applied) == scenario_hash(after));
            CHECK(differences(applied, after).empty());
        }
}

TEST_CASE("from any shipped scenario to any other") {
    for (const std::string& a : scenario_ids())
        for (const std::string& b : scenario_ids()) {
            CAPTURE(a);
            CAPTURE(b);
            Scenario applied = shipped(a);
            for (const Edit& d : differences(applied, shipped(b))) carry_out(applied, d);
            CHECK(content(applied) == content(shipped(b)));
        }
}

TEST_CASE("one moved lever is one difference, and so is one event") {
    const Scenario before = shipped("04_ambassador_leaves");
    Scenario after = before;
    after.arms[1].strategy.promo_share = 0.8;
    std::vector<Edit> list = differences(before, after);
    REQUIRE(list.size() == 1);
    const ValueChange* value = std::get_if<ValueChange>(&list[0]);
    REQUIRE(value);
    CHECK(value->row == kStrategyTable.find("promo_share"));
    CHECK(value->arm == 1);
    CHECK(value->before == 0.3);
    CHECK(value->after == 0.8);

    after = before;
    after.events[0].day = 140;
    list = differences(before, after);
    REQUIRE(list.size() == 1);
    const EventChange* event = std::get_if<EventChange>(&list[0]);
    REQUIRE(event);
    CHECK(event->before[0].day == 274);
    CHECK(event->after[0].day == 140);
}

TEST_CASE("an arm that is taken out takes its events along, and those of the arms behind it follow their arm") {
    Scenario s = shipped("04_ambassador_leaves");
    s.events = {{10, 0, What::ambassador_leaves, {}}, {20, 1, What::ambassador_leaves, {}}, {30, 2, What::ambassador_leaves, {}}, {40, -1, What::scandal_breaks, {}}};
    s.events[3].changes = {{&kStrategyTable, kStrategyTable.find("talk"), 5, 1}, {&kStrategyTable, kStrategyTable.find("talk"), 6, 2}};
    const double voices = s.arms[2].strategy.voices;
    remove_arm(s, 1);
    REQUIRE(s.arms.size() == 2);
    CHECK(s.arms[1].strategy.voices == voices);
    REQUIRE(s.events.size() == 3);
    CHECK(s.events[0].arm == 0);
    CHECK(s.events[1].day == 30);
    CHECK(s.events[1].arm == 1);
    REQUIRE(s.events[2].changes.size() == 1);
    CHECK(s.events[2].changes[0].arm == 1);
    CHECK(s.events[2].changes[0].value == 6);
    for (const std::string& path : s.written) CHECK_FALSE(path.starts_with("arms.2."));
    Diagnostics problems;
    CHECK(parse_scenario(write_scenario(s), problems).has_value());
}

TEST_CASE("an arm put in front moves every reference behind it by one; one named anew keeps what is expected of it") {
    Scenario s = shipped("04_ambassador_leaves");
    s.events.push_back({50, 1, What::ambassador_leaves, {}});
    insert_arm(s, 0, {"New", {}});
    CHECK(s.events.back().arm == 2);
    rename_arm(s, 3, "Five voices");
    CHECK(std::any_of(s.expected.begin(), s.expected.end(), [](const Expectation& e) { return e.ahead == "Five voices"; }));
    Diagnostics problems;
    CHECK(parse_scenario(write_scenario(s), problems).has_value());
}
