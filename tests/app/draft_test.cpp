#include "app/session/draft.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/session/difference_words.h"
#include "app/session/row_text.h"
#include "app/session/session.h"
#include "scenario/library.h"

using namespace parley;

namespace {

Scenario shipped(const std::string& id) {
    Diagnostics problems;
    std::optional<Scenario> scenario = parse_scenario(*shipped_scenario(id), problems);
    REQUIRE(scenario);
    return *scenario;
}

const ParamSpec& market(const char* name) { return *kMarketTable.find(name); }

}  // namespace

TEST_CASE("what was typed is read as people mean it") {
    const ParamSpec &share = market("margin"), &price = market("price"), &count = market("customers"), &ties = market("ties");
    for (const char* words : {"45", "45 %", "45%", " 45.0 % ", "45\u202f%", "45,0"}) CHECK(read_row(share, words) == 0.45);
    for (const char* words : {"12.5", "12,5", "\u20ac 12.50", "12.50 EUR"}) CHECK(read_row(price, words) == 12.5);
    for (const char* words : {"12500", "12 500", "12,500", "12\u202f500 people"}) CHECK(read_row(count, words) == 12500);
    CHECK(read_row(price, "0,125") == 0.125);
    CHECK(read_row(price, "-4") == -4);
    CHECK(read_row(price, "\u22124") == -4);
    CHECK(read_row(ties, "ring") == 2);
    for (const char* words : {"", "much", "1 or 2", "..", "-", "1e999"}) CHECK_FALSE(read_row(price, words).has_value());
    CHECK_FALSE(read_row(ties, "square").has_value());
}

TEST_CASE("blanks part thousands and nothing else: two numbers in one field are not one") {
    const ParamSpec& count = market("customers");
    for (const char* words : {"600 000450 000", "600\u202f000450\u202f000", "600000 450000", "6 5", "12 50", "1 2345", "0.125 500", "1000 000"}) {
        CAPTURE(words);
        CHECK_FALSE(read_row(count, words).has_value());
    }
    for (const char* words : {"1 600 000", "1\u00a0600\u202f000", "600 000.5", "600 000,5", "100 000 people in 2 words"}) {
        CAPTURE(words);
        CHECK(read_row(count, words).has_value() == (std::string_view(words).find("words") == std::string_view::npos));
    }
    Scenario s = shipped("06_patience");
    REQUIRE(s.target);
    const double before = s.target->amount;
    const Diagnostics problems = draft::set_target_amount(s, "600 000450 000");
    REQUIRE(problems.size() == 1);
    for (const char* part : {"600 000450 000", "not one number", "Any amount", "stays"}) CHECK(problems[0].message.find(part) != std::string::npos);
    CHECK(s.target->amount == before);
}

TEST_CASE("a value of any row reads back from its own words") {
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& row : table->rows)
            for (const double value : {row.value, row.min, row.max}) {
                CAPTURE(row.name);
                CAPTURE(row_text(row, value, "\u20ac"));
                const std::optional<double> read = read_row(row, row_text(row, value, "\u20ac"));
                REQUIRE(read.has_value());
                CHECK(*read == doctest::Approx(value).epsilon(1e-8));
            }
}

TEST_CASE("a refused decision says why, names the range and what stays, and changes nothing") {
    Scenario s = shipped("01_billboard_or_dialogue");
    const std::string before = write_scenario(s);
    const auto refused = [&](const Diagnostics& problems) {
        CHECK(write_scenario(s) == before);
        return problems.empty() ? std::string() : problems[0].message;
    };
    std::string why = refused(draft::set_row(s, kMarketTable, market("margin"), "120 %"));
    for (const char* part : {"120", "0\u202f%", "100\u202f%", "stays"}) CHECK(why.find(part) != std::string::npos);
    CHECK(refused(draft::set_row(s, kMarketTable, market("margin"), "plenty")).find("plenty") != std::string::npos);
    CHECK_FALSE(refused(draft::set_row(s, kMarketTable, market("customers"), "1000.5")).empty());
    CHECK_FALSE(refused(draft::set_row(s, kRunTable, *kRunTable.find("days"), "100")).empty());
    CHECK_FALSE(refused(draft::set_text(s, "title", "en", "  ")).empty());
    CHECK_FALSE(refused(draft::set_id(s, "My Bakery!")).empty());
    CHECK_FALSE(refused(draft::set_id(s, "")).empty());
    CHECK_FALSE(refused(draft::name_arm(s, 1, s.arms[0].name)).empty());
    CHECK_FALSE(refused(draft::name_arm(s, 1, "same")).empty());
    CHECK_FALSE(refused(draft::name_arm(s, 1, "")).empty());
    CHECK_FALSE(refused(draft::take_out_arm(s, 0)).empty());
    REQUIRE(s.target);
    CHECK_FALSE(refused(draft::set_target_week(s, "53")).empty());
    CHECK_FALSE(refused(draft::set_target_amount(s, "a lot")).empty());
}

TEST_CASE("a new title gives a shipped scenario a file of its own, until one is chosen by hand") {
    Scenario s = shipped("01_billboard_or_dialogue");
    CHECK(draft::set_text(s, "title", "en", "Paul's bakery, 2 shops").empty());
    CHECK(s.id == "paul_s_bakery_2_shops");
    CHECK(draft::set_text(s, "title", "en", "Three shops").empty());
    CHECK(s.id == "three_shops");
    CHECK(draft::set_id(s, "bakery.json").empty());
    CHECK(draft::set_text(s, "title", "en", "Four shops").empty());
    CHECK(s.id == "bakery");
    CHECK(draft::file_name(s) == "bakery.json");
    CHECK(draft::id_from("\u00c9t\u00e9 ?") == "t");
    CHECK(draft::id_from("?!") == "my_scenario");
}

TEST_CASE("questions: the list has no gaps, and a text in French stands beside the English one") {
    Scenario s = shipped("01_billboard_or_dialogue");
    const std::size_t n = s.debrief.size();
    REQUIRE(n >= 2);
    const std::string second = s.debrief[1].en;
    CHECK(draft::set_text(s, "debrief.0", "en", "").empty());
    CHECK(s.debrief.size() == n - 1);
    CHECK(s.debrief[0].en == second);
    CHECK(draft::set_text(s, "predict", "en", "Who?").empty());
    CHECK(draft::set_text(s, "predict", "fr", "Qui ?").empty());
    CHECK(s.predict->question.fr == "Qui ?");
    CHECK(draft::set_text(s, "predict", "en", "").empty());
    CHECK(draft::set_text(s, "predict", "fr", "").empty());
    CHECK_FALSE(s.predict.has_value());
}

TEST_CASE("arms: a copy does what its original does, at most four, at least two") {
    Scenario s = shipped("01_billboard_or_dialogue");
    CHECK(draft::copy_arm(s, 1).empty());
    REQUIRE(s.arms.size() == 3);
    CHECK(s.arms[2].name == s.arms[1].name + " 2");
    for (const ParamSpec& row : kStrategyTable.rows) CHECK(value_of(s.arms[2].strategy, row) == value_of(s.arms[1].strategy, row));
    CHECK(draft::copy_arm(s, 2).empty());
    CHECK_FALSE(draft::copy_arm(s, 0).empty());
    CHECK(draft::take_out_arm(s, 0).empty());
    CHECK(draft::take_out_arm(s, 0).empty());
    CHECK(s.arms.size() == 2);
}

TEST_CASE("events: added, moved, given to an arm, made to change a value, taken away") {
    Scenario s = shipped("01_billboard_or_dialogue");
    const std::size_t n = s.events.size();
    CHECK(draft::add_event(s, 140).empty());
    REQUIRE(s.events.size() == n + 1);
    CHECK(draft::set_event_day(s, n, "20", true).empty());
    CHECK((s.events[n].day + 6) / 7 == 20);
    CHECK(draft::set_event_day(s, n, "140", false).empty());
    CHECK(s.events[n].day == 140);
    CHECK(draft::set_event_day(s, n, 100000).empty());
    CHECK(s.events[n].day == s.run.days);
    for (const char* words : {"0", "53", "2.5", "soon"}) CHECK_FALSE(draft::set_event_day(s, n, words, true).empty());
    CHECK(draft::set_event_arm(s, n, 1).empty());
    CHECK_FALSE(draft::set_event_arm(s, n, 7).empty());
    CHECK(draft::add_change(s, n, kMarketTable, market("failure_rate")).empty());
    CHECK_FALSE(s.events[n].what.has_value());
    CHECK(s.events[n].changes[0].value != s.market.failure_rate);
    CHECK(draft::set_change(s, n, 0, "20 %").empty());
    CHECK(s.events[n].changes[0].value == 0.2);
    CHECK_FALSE(draft::set_change(s, n, 0, "200 %").empty());
    CHECK_FALSE(draft::add_change(s, n, kMarketTable, market("failure_rate")).empty());
    CHECK_FALSE(draft::add_change(s, n, kMarketTable, market("customers")).empty());  // shapes the people
    CHECK(draft::remove_change(s, n, 0).empty());                                     // nothing would happen: gone
    CHECK(s.events.size() == n);
}

TEST_CASE("any row an event may change can be chosen, and its first value differs from the one before") {
    const Scenario base = shipped("01_billboard_or_dialogue");
    for (const ParamTable* table : {&kMarketTable, &kBrandTable, &kStrategyTable})
        for (const ParamSpec& row : table->rows) {
            if (row.fixed) continue;
            CAPTURE(row.name);
            Scenario s = base;
            s.events.clear();
            CHECK(draft::add_event(s, 100).empty());
            CHECK(draft::add_change(s, 0, *table, row).empty());
            const double before = table == &kMarketTable ? value_of(s.market, row) : table == &kBrandTable ? value_of(s.brand, row) : value_of(s.arms[0].strategy, row);
            CHECK(s.events[0].changes[0].value != before);
        }
}

TEST_CASE("what the editor made is saved and read as the same bytes, and every change has a sentence") {
    Session session;
    REQUIRE(session.load_shipped("01_billboard_or_dialogue").empty());
    const Scenario opened = session.scenario();
    Scenario s = opened;
    CHECK(draft::set_text(s, "title", "en", "My bakery").empty());
    CHECK(draft::copy_arm(s, 1).empty());
    CHECK(draft::set_row(s, kMarketTable, market("price"), "6.5").empty());
    CHECK(draft::add_event(s, 139).empty());
    CHECK(draft::set_text(s, "debrief.0", "en", "Who answers?").empty());
    s.arms[0].strategy.promo_share = 0.6;
    session.adopt(s);
    CHECK(session.saved() == write_scenario(s));
    Diagnostics problems;
    const std::optional<Scenario> again = parse_scenario(session.saved(), problems);
    REQUIRE(again);
    CHECK(write_scenario(*again) == session.saved());
    CHECK(difference_sentences(*again, session.scenario()).empty());

    const std::vector<std::string> sentences = difference_sentences(opened, session.scenario());
    for (const char* part : {"My bakery", "Conversation 2, a copy of Conversation", "Price \u20ac\u202f6.5 instead of", "Event added in week 20, all arms: the person people knew leaves",
                             "Who answers?", "Broadcast: Promotional share 60\u202f% instead of 80\u202f%"}) {
        CAPTURE(part);
        CHECK(std::any_of(sentences.begin(), sentences.end(), [&](const std::string& line) { return line.find(part) != std::string::npos; }));
    }
    for (const std::string& line : sentences) CHECK(line.find('{') == std::string::npos);
}

TEST_CASE("an adopted scenario is lived at once: an arm more, other results; texts alone move nothing") {
    Session session;
    REQUIRE(session.load_shipped("01_billboard_or_dialogue").empty());
    const std::uint64_t before = session.revision();
    Scenario s = session.scenario();
    CHECK(draft::set_text(s, "question", "en", "Who?").empty());
    session.adopt(s);
    CHECK(session.revision() == before);
    CHECK(draft::copy_arm(s, 0).empty());
    session.adopt(s);
    CHECK(session.revision() > before);
    CHECK(session.scenario().arms.size() == 3);
    CHECK(session.ensemble() == nullptr);
}

TEST_CASE("a lever is set for one arm alone; a part of the budget as its share, and all parts add up") {
    Scenario s = shipped("06_patience");
    const Strategy other = s.arms[0].strategy;
    const ParamSpec &talk = *kStrategyTable.find("talk"), &voice = *kStrategyTable.find("promo_share");
    for (const double share : {0.0, 0.4, 1.0, 0.7}) {
        CHECK(draft::set_lever(s, 1, talk, share).empty());
        CHECK(draft::shown_value(s.arms[1].strategy, talk) == doctest::Approx(share));
        double sum = 0;
        for (const ParamSpec& row : kStrategyTable.rows)
            if (row.kind == Kind::Weight) sum += draft::shown_value(s.arms[1].strategy, row);
        CHECK(sum == doctest::Approx(1));
    }
    CHECK(draft::set_lever(s, 1, talk, "35 %").empty());
    CHECK(s.arms[1].strategy.talk == doctest::Approx(35));
    CHECK_FALSE(draft::set_lever(s, 1, talk, "135 %").empty());
    CHECK_FALSE(draft::set_lever(s, 1, voice, "plenty").empty());
    CHECK(draft::set_lever(s, 1, voice, "25").empty());
    CHECK(s.arms[1].strategy.promo_share == 0.25);
    for (const ParamSpec& row : kStrategyTable.rows) CHECK(value_of(s.arms[0].strategy, row) == value_of(other, row));
}
