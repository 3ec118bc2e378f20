// Every file in invalid/ is refused, at the right place, in the right words.  `schema` tells whether the JSON Schema refuses it
// too; what it cannot see is listed at the top of schema.cpp.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "mini_schema.h"
#include "read_file.h"
#include "scenario/schema.h"

using namespace parley;
using namespace parley::test;

namespace {

struct Bad {
    std::string file;
    std::string path;     // of the first problem
    std::string message;  // a part of it
    bool schema;
};

const Bad kBad[] = {
    {"unknown_market_row", "market.custmers", "unknown key; did you mean customers?", true},
    {"unknown_top_key", "marcket", "did you mean market?", true},
    {"unknown_lever", "arms.0.strategy.convrse", "did you mean converse?", true},
    {"row_of_another_table", "market.quality", "quality belongs in brand", true},
    {"lever_in_brand", "brand.talk", "talk belongs in the strategy of an arm", true},
    {"strategy_at_top", "strategy", "each of arms has its own strategy", true},
    {"unknown_arm_key", "arms.0.colour", "unknown key; allowed: name, strategy", true},
    {"comment_key", "comment", "unknown key; allowed:", true},
    {"duplicate_row", "market.price", "written twice", false},
    {"duplicate_top_key", "id", "written twice", false},
    {"text_for_number", "market.customers", "expected a whole number, found the text \"5000\"; write it without quotes", true},
    {"true_for_number", "market.margin", "expected a number, found true", true},
    {"null_for_number", "market.margin", "expected a number, found null", true},
    {"list_for_number", "market.margin", "expected a number, found a list", true},
    {"number_for_text", "title", "expected a text, or an object with one text per language", true},
    {"market_is_list", "market", "expected an object { }, found a list [ ]", true},
    {"root_is_list", "", "expected a scenario, an object { }", true},
    {"arms_is_object", "arms", "expected a list [ ], found an object { }", true},
    {"schema_is_number", "$schema", "expected a text, found the number 1", true},
    {"below_range", "market.customers", "50 is out of range; allowed: whole numbers from 100 to 10000000 people", true},
    {"above_range", "market.margin", "1.5 is out of range; allowed: 0 to 1", true},
    {"range_in_currency", "market.price", "allowed: 0.01 to 1000000 CHF", true},
    {"not_whole", "market.customers", "5000.5 is not a whole number", true},
    {"not_a_number", "market.margin", "not a finite number", false},
    {"infinite", "market.margin", "not a finite number", false},
    {"overflow", "market.margin", "not a finite number", false},
    {"leading_zero", "", "not a number as JSON writes it", false},
    {"plus_sign", "", "not a number as JSON writes it", false},
    {"decimal_comma", "", "a key is expected here", false},
    {"currency_unknown", "market.currency", "unknown currency \"EURO\"; did you mean EUR?", true},
    {"choice_unknown", "market.ties", "unknown option \"barabasi\"; did you mean barabasi_albert?", true},
    {"choice_number", "market.category", "expected a text, found the number 1", true},
    {"currency_number", "market.currency", "expected a text, found the number 1", true},
    {"empty_file", "", "the file is empty", false},
    {"blank_file", "", "the file is empty", false},
    {"truncated", "", "ends too early", false},
    {"trailing_comma", "", "a comma too much before }", false},
    {"missing_comma", "", "a comma is missing before this", false},
    {"missing_colon", "", "a colon (:) is missing", false},
    {"comment", "", "a comment cannot stand here", false},
    {"single_quotes", "", "between double quotes", false},
    {"open_quote", "", "no closing quote", false},
    {"tab_in_text", "", "a tab is written", false},
    {"truncated_in_text", "", "the file ends too early: this text has no closing quote", false},
    {"double_comma", "", "a key is expected here", false},
    {"bad_escape", "", "an escape that JSON does not know", false},
    {"lone_surrogate", "", "an escape that JSON does not know", false},
    {"two_scenarios", "", "something follows after the end", false},
    {"word_without_quotes", "", "a word without quotes", false},
    {"too_deep", "", "too deep", true},
    {"utf16", "", "UTF-16", false},
    {"utf16_without_mark", "", "a zero byte", false},
    {"latin1", "", "not UTF-8", false},
    {"format_missing", "format", "missing; a scenario file says", true},
    {"format_other_version", "format", "another version of the format; this program reads parley.scenario/1", true},
    {"format_wrong", "format", "is not a scenario's format", true},
    {"id_missing", "id", "missing", true},
    {"id_with_blank", "id", "allowed: small letters a to z, digits and _", true},
    {"id_empty", "id", "empty", true},
    {"title_missing", "title", "missing", true},
    {"title_blank", "title", "empty", true},
    {"title_object_empty", "title", "empty", true},
    {"language_unknown", "title.de", "unknown language; allowed: en, fr", true},
    {"text_too_long", "text", "too long: 20005 bytes; at most 20000", true},
    {"control_character", "title", "control character", false},
    {"arms_missing", "arms", "missing; a scenario compares at least 2 arms", true},
    {"one_arm", "arms", "1 arm; a comparison needs at least 2", true},
    {"nine_arms", "arms", "9 arms; at most 8", true},
    {"arms_of_one_name", "arms.1.name", "two arms of one name \"Conversation\"; arms.0 has it already", false},
    {"arm_without_name", "arms.0.name", "missing; every arm has a name", true},
    {"arm_name_empty", "arms.0.name", "empty", true},
    {"arm_name_long", "arms.0.name", "too long: 61 characters; at most 60", true},
    {"arm_name_reserved", "arms.0.name", "stands for no difference", false},
    {"arm_without_strategy", "arms.0.strategy", "missing; every arm has a strategy", true},
    {"voices_not_whole", "arms.0.strategy.voices", "is not a whole number; allowed: whole numbers from 1 to 50 people", true},
    {"days_not_weeks", "run.days", "365 is not a multiple of 7; the nearest are 364 and 371", true},
    {"seed_negative", "run.seed", "out of range; allowed: whole numbers from 0 to 4294967295", true},
    {"run_unknown", "run.steps", "unknown key; allowed: days,", true},
    {"event_without_day", "events.0.day", "missing", true},
    {"event_day_zero", "events.0.day", "0 is out of range; allowed: whole numbers from 1 to 364", true},
    {"event_after_end", "events.0.day", "80 is out of range; allowed: whole numbers from 1 to 70", false},
    {"event_what_unknown", "events.0.what", "did you mean ambassador_leaves?", true},
    {"event_nothing", "events.0", "an event needs what or set", true},
    {"event_set_empty", "events.0.set", "empty", true},
    {"event_arm_beyond", "events.0.arm",
     "2 is out of range; allowed: whole numbers from 0 to 1 (0 is \"Broadcast\", 1 is \"Conversation\")", false},
    {"event_arm_by_name", "events.0.arm", "expected the number of an arm", true},
    {"event_set_unknown", "events.0.set.market.failur_rate", "did you mean failure_rate?", true},
    {"event_set_without_table", "events.0.set.failure_rate", "did you mean market.failure_rate?", true},
    {"event_set_fixed", "events.0.set.market.customers", "shapes the people before the first day; no event can change it", true},
    {"event_set_run", "events.0.set.run.days", "run holds from the first day to the last", true},
    {"event_set_currency", "events.0.set.market.currency", "the currency holds for the whole file", true},
    {"event_set_out_of_range", "events.0.set.market.failure_rate", "2 is out of range; allowed: 0 to 1 per purchase", true},
    {"event_set_other_arm", "events.0.set.arms.1.strategy.talk", "the event is for arm 0, this value for arm 1", false},
    {"event_set_arm_beyond", "events.0.set.arms.5.strategy.talk", "write arms.N.strategy.NAME with N from 0 to 1", false},
    {"event_unknown_key", "events.0.when", "unknown key; allowed: day, arm, what, set", true},
    {"target_outcome_unknown", "target.outcome", "unknown outcome \"sale\"; did you mean sales?", true},
    {"target_after_end", "target.by_day", "allowed: whole numbers from 1 to 364", false},
    {"target_incomplete", "target.amount", "missing", true},
    {"target_too_much", "target.amount", "out of range", true},
    {"predict_unknown_key", "predict.answer", "unknown key; allowed: question", true},
    {"debrief_is_text", "debrief", "expected a list [ ]", true},
    {"role_unknown_key", "roles.0.age", "unknown key; allowed: name, brief", true},
    {"role_without_brief", "roles.0.brief", "missing", true},
    {"expected_arm_unknown", "expected.0.ahead", "no arm of the name \"Conversaton\"; did you mean Conversation?", false},
    {"expected_share", "expected.0.in_share_of_worlds", "80 is out of range; allowed: 0 to 1", true},
    {"expected_incomplete", "expected.0.outcome", "missing", true},
};

}  // namespace

TEST_CASE("a bad file is refused with a kind word at the right path") {
    for (const Bad& bad : kBad) {
        CAPTURE(bad.file);
        Diagnostics problems;
        const auto scenario = parse_scenario(read_file("tests/scenario/invalid/" + bad.file + ".json"), problems);
        CHECK_FALSE(scenario.has_value());
        CAPTURE(all_of(problems));
        REQUIRE_FALSE(problems.empty());
        CHECK(problems[0].path == bad.path);
        CHECK(problems[0].message.find(bad.message) != std::string::npos);
        CHECK(problems[0].line > 0);
        CHECK(problems[0].column > 0);
    }
}

TEST_CASE("every bad file is in the table, and every shipped one is not bad") {
    std::set<std::string> files, known;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(PARLEY_SOURCE_DIR) + "/tests/scenario/invalid"))
        files.insert(entry.path().stem().string());
    for (const Bad& bad : kBad) known.insert(bad.file);
    CHECK(files == known);
    CHECK(files.size() >= 40);
    for (const auto& entry : std::filesystem::directory_iterator(std::string(PARLEY_SOURCE_DIR) + "/scenarios"))
        if (entry.path().extension() == ".json") parsed(read_file("scenarios/" + entry.path().filename().string()));
}

TEST_CASE("the schema refuses what the parser refuses, as far as a schema can see") {
    const MiniSchema schema(nlohmann::json::parse(scenario_schema()));
    for (const Bad& bad : kBad) {
        const auto file = nlohmann::json::parse(read_file("tests/scenario/invalid/" + bad.file + ".json"), nullptr, false);
        CAPTURE(bad.file);
        CAPTURE(bad.message);
        if (bad.schema) REQUIRE_FALSE(file.is_discarded());
        if (!file.is_discarded()) CHECK(schema.accepts(file) == !bad.schema);
    }
}
