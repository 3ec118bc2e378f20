// Contents: names of rows; the reader; keys; texts and rows; events; the other parts; the whole.
// Each read_ function checks one part, reports all its problems and fills what is sound.
#include "scenario/scenario_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "scenario/checker.h"
#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"

namespace parley {
namespace {

using Type = JsonNode::Type;

constexpr auto kOutcomes = std::to_array<std::string_view>({
#define OUTCOME(name, ...) #name,
#include "model/outcomes.def"
#undef OUTCOME
});

// --- Names of rows -----------------------------------------------------------------------------------------------

Names names_of(const ParamTable& table) {
    Names names;
    for (const ParamSpec& row : table.rows) names.push_back(row.name);
    return names;
}

std::string unit_of(const ParamSpec& row, Currency currency) {
    std::string unit = row.unit;
    if (unit == "-") return "";
    if (unit.starts_with("1/")) return " per " + unit.substr(2);
    const std::string word = "currency";
    if (unit.starts_with(word)) unit.replace(0, word.size(), currencies()[static_cast<std::size_t>(currency)].code);
    return " " + unit;
}

// --- The reader --------------------------------------------------------------------------------------------------

class Reader : private Checker {
public:
    explicit Reader(Problems& problems) : Checker(problems) {}
    void read(const JsonNode& root);
    Scenario scenario;

private:
    std::string unknown_key(const std::string& path, std::string_view key, const Names& known) const;
    void check_keys(const JsonNode& object, const std::string& path, const Names& known);

    // Parts
    void read_format(const JsonNode& root);
    void read_id(const JsonNode& node);
    void read_text(const JsonNode& node, const std::string& path, Text& out);
    void read_currency(const JsonNode& node);
    std::optional<std::size_t> read_option(const JsonNode& node, const std::string& path, const char* what,
                                           std::span<const OptionSpec> options);
    std::optional<double> read_row(const JsonNode& node, const std::string& path, const ParamSpec& row);
    template <class Struct>
    void read_rows(const JsonNode& object, const std::string& path, const ParamTable& table, Struct& out,
                   const char* extra = nullptr);
    void read_run(const JsonNode& node);
    void read_arms(const JsonNode& node);
    void read_events(const JsonNode& node);
    void read_event(const JsonNode& node, const std::string& path);
    void read_change(const JsonNode& node, const std::string& path, Event& event);
    std::optional<int> read_day(const JsonNode& node, const std::string& path);
    std::optional<std::string> read_outcome(const JsonNode& object, const std::string& path);
    void read_target(const JsonNode& node);
    void read_predict(const JsonNode& node);
    void read_debrief(const JsonNode& node);
    void read_roles(const JsonNode& node);
    void read_expected(const JsonNode& node);

    // Without sound arms any number that could be one is taken.
    double last_arm() const { return static_cast<double>(scenario.arms.empty() ? kMaxArms : scenario.arms.size()) - 1; }
    Names arm_names() const {
        Names names;
        for (const Arm& arm : scenario.arms) names.push_back(arm.name);
        return names;
    }

    double last_day_ = RunSettings{}.days;  // as far as it is known
};

// --- Keys --------------------------------------------------------------------------------------------------------

// Where a name that is unknown here belongs, if it belongs anywhere.
std::string Reader::unknown_key(const std::string& path, std::string_view key, const Names& known) const {
    for (const ParamTable* table : param_tables()) {
        if (!table->find(key)) continue;
        const bool strategy = table == &kStrategyTable;
        return "unknown key here; " + plain_word(key) + " belongs in " + (strategy ? "the strategy of an arm" : table->name);
    }
    if (path.empty() && key == "strategy") return "unknown key here; each of arms has its own strategy";
    if (key == "currency") return "unknown key here; currency belongs in market";
    return "unknown key" + suggestion(key, known);
}

void Reader::check_keys(const JsonNode& object, const std::string& path, const Names& known) {
    for (const JsonNode& item : object.items) {
        if (full()) return;
        if (std::find(known.begin(), known.end(), item.key) != known.end()) continue;
        say(item.key_at, join(path, item.key), unknown_key(path, item.key, known));
    }
}

// --- Texts and rows ----------------------------------------------------------------------------------------------

void Reader::read_format(const JsonNode& root) {
    const std::string tag = kScenarioFormat;
    const JsonNode* node = required(root, "", "format", "a scenario file says \"format\": \"parley.scenario/1\"");
    if (!node || !expect(*node, Type::Text, "format") || node->text == tag) return;
    const std::string family = tag.substr(0, tag.find('/') + 1);
    const bool other_version = node->text.starts_with(family);
    say(node->at, "format",
        shown_word(node->text) + (other_version ? " is another version of the format" : " is not a scenario's format") +
            "; this program reads " + tag);
}

void Reader::read_id(const JsonNode& node) {
    if (std::optional<std::string> id = read_name(node, "id")) {
        const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
        if (!std::all_of(id->begin(), id->end(), fits))
            say(node.at, "id", shown_word(*id) + " does not fit; allowed: small letters a to z, digits and _");
        scenario.id = *id;
    }
}

void Reader::read_text(const JsonNode& node, const std::string& path, Text& out) {
    if (node.type == Type::Text) {
        if (std::optional<std::string> words = read_words(node, path, kMaxTextBytes, true)) out.en = *words;
        out.plain = true;
        return;
    }
    if (!expect(node, Type::Object, path, "a text, or an object with one text per language (en, fr)")) return;
    if (node.items.empty()) say(node.at, path, "empty; write a text in en, fr or both");
    for (const JsonNode& item : node.items) {
        const std::string place = join(path, item.key);
        if (item.key != "en" && item.key != "fr") {
            say(item.key_at, place, "unknown language; allowed: en, fr");
            continue;
        }
        if (std::optional<std::string> words = read_words(item, place, kMaxTextBytes, true))
            (item.key == "en" ? out.en : out.fr) = *words;
    }
}

std::optional<std::size_t> Reader::read_option(const JsonNode& node, const std::string& path, const char* what,
                                               std::span<const OptionSpec> options) {
    Names codes;
    for (const OptionSpec& option : options) codes.push_back(option.code);
    if (!expect(node, Type::Text, path)) return std::nullopt;
    const auto found = std::find(codes.begin(), codes.end(), node.text);
    if (found != codes.end()) return found - codes.begin();
    say(node.at, path, std::string("unknown ") + what + " " + shown_word(node.text) + suggestion(node.text, codes));
    return std::nullopt;
}

void Reader::read_currency(const JsonNode& node) {
    const std::optional<std::size_t> option = read_option(node, "market.currency", "currency", currencies());
    if (!option) return;
    scenario.currency = static_cast<Currency>(*option);
    scenario.written.push_back("market.currency");
}

std::optional<double> Reader::read_row(const JsonNode& node, const std::string& path, const ParamSpec& row) {
    if (row.kind == Kind::Choice) return read_option(node, path, "option", row.options);
    return read_number(node, path, row.min, row.max, row.whole(), unit_of(row, scenario.currency));
}

// Every row of the object that the table knows; `extra` is a key the caller reads.
template <class Struct>
void Reader::read_rows(const JsonNode& object, const std::string& path, const ParamTable& table, Struct& out, const char* extra) {
    for (const JsonNode& item : object.items) {
        if (full()) return;
        if (extra && item.key == extra) continue;
        const std::string place = join(path, item.key);
        const ParamSpec* row = table.find(item.key);
        if (!row) {
            Names known = names_of(table);
            if (extra) known.push_back(extra);
            say(item.key_at, place, unknown_key(path, item.key, known));
        } else if (std::optional<double> value = read_row(item, place, *row)) {
            value_of(out, *row) = *value;
            scenario.written.push_back(place);
        }
    }
}

void Reader::read_run(const JsonNode& node) {
    if (!expect(node, Type::Object, "run")) return;
    read_rows(node, "run", kRunTable, scenario.run);
    const JsonNode* written = node.find("days");
    const bool sound =
        !written || std::find(scenario.written.begin(), scenario.written.end(), "run.days") != scenario.written.end();
    const int days = static_cast<int>(scenario.run.days);
    last_day_ = sound ? scenario.run.days : kRunTable.find("days")->max;
    if (days % 7 == 0) return;
    say(written ? written->at : node.at, "run.days",
        std::to_string(days) + " is not a multiple of 7; the nearest are " + std::to_string(days / 7 * 7) + " and " +
            std::to_string(days / 7 * 7 + 7));
}

void Reader::read_arms(const JsonNode& node) {
    if (!expect(node, Type::List, "arms")) return;
    const std::size_t n = node.items.size();
    if (n < 2) say(node.at, "arms", std::to_string(n) + (n == 1 ? " arm" : " arms") + "; a comparison needs at least 2");
    if (n > kMaxArms) say(node.at, "arms", std::to_string(n) + " arms; at most " + std::to_string(kMaxArms));
    for (std::size_t i = 0; i < n && !full(); ++i) {
        const JsonNode& item = node.items[i];
        const std::string path = join("arms", i);
        Arm& arm = scenario.arms.emplace_back();
        if (!expect(item, Type::Object, path)) continue;
        check_keys(item, path, {"name", "strategy"});
        if (const JsonNode* name = required(item, path, "name", "every arm has a name")) {
            const std::optional<std::string> read = read_name(*name, join(path, "name"));
            if (read && *read == kNobodyAhead)
                say(name->at, join(path, "name"), "\"same\" stands for no difference; choose another name");
            for (std::size_t j = 0; read && j < i; ++j)
                if (scenario.arms[j].name == *read)
                    say(name->at, join(path, "name"),
                        "two arms of one name " + shown_word(*read) + "; arms." + std::to_string(j) + " has it already");
            if (read) arm.name = *read;
        }
        const JsonNode* strategy = required(item, path, "strategy", "every arm has a strategy; { } takes every default");
        if (strategy && expect(*strategy, Type::Object, join(path, "strategy")))
            read_rows(*strategy, join(path, "strategy"), kStrategyTable, arm.strategy);
    }
}

// --- Events ------------------------------------------------------------------------------------------------------

std::optional<int> Reader::read_day(const JsonNode& node, const std::string& path) {
    const std::optional<double> day = read_number(node, path, 1, last_day_, true, " (the days of the run)");
    if (!day) return std::nullopt;
    return static_cast<int>(*day);
}

void Reader::read_events(const JsonNode& node) {
    if (!read_list(node, "events", kMaxEvents)) return;
    for (std::size_t i = 0; i < node.items.size() && !full(); ++i) {
        const std::string path = join("events", i);
        if (expect(node.items[i], Type::Object, path)) read_event(node.items[i], path);
    }
}

void Reader::read_event(const JsonNode& node, const std::string& path) {
    check_keys(node, path, {"day", "arm", "what", "set"});
    Event event;
    if (const JsonNode* day = required(node, path, "day", "an event says on which day it happens"))
        event.day = read_day(*day, join(path, "day")).value_or(1);

    if (const JsonNode* arm = node.find("arm")) {
        const std::string place = join(path, "arm");
        std::string numbered;
        for (std::size_t i = 0; i < scenario.arms.size(); ++i)
            numbered += (i ? ", " : "") + std::to_string(i) + " is " + shown_word(scenario.arms[i].name);
        if (arm->type == Type::Text)
            say(arm->at, place, "expected the number of an arm, found the text " + shown_word(arm->text) + "; " + numbered);
        else if (std::optional<double> index =
                     read_number(*arm, place, 0, last_arm(), true, numbered.empty() ? "" : " (" + numbered + ")"))
            event.arm = static_cast<int>(*index);
    }

    const JsonNode *what = node.find("what"), *set = node.find("set");
    if (!what && !set) say(node.at, path, "nothing happens; an event needs what or set");
    if (what)
        if (const std::optional<std::size_t> kind = read_option(*what, join(path, "what"), "event", event_kinds()))
            event.what = static_cast<What>(*kind);
    if (set && expect(*set, Type::Object, join(path, "set"))) {
        if (set->items.empty())
            say(set->at, join(path, "set"), "empty; name at least one value, such as \"market.failure_rate\": 0.2");
        for (const JsonNode& item : set->items) read_change(item, join(join(path, "set"), item.key), event);
    }
    scenario.events.push_back(std::move(event));
}

// One member of "set": market.X, brand.X, strategy.X or arms.N.strategy.X.
void Reader::read_change(const JsonNode& node, const std::string& path, Event& event) {
    std::string_view rest = node.key;
    Change change;

    // arms.N.
    if (rest.starts_with("arms.")) {
        const std::size_t dot = rest.find('.', 5);
        const std::string_view index = rest.substr(5, dot == rest.npos ? rest.npos : dot - 5);
        const int last = static_cast<int>(last_arm());
        change.arm = is_index(index) ? std::atoi(std::string(index).c_str()) : -1;
        if (change.arm < 0 || change.arm > last || dot == rest.npos || !rest.substr(dot + 1).starts_with("strategy.")) {
            say(node.key_at, path, "no such value; write arms.N.strategy.NAME with N from 0 to " + std::to_string(last));
            return;
        }
        if (event.arm >= 0 && event.arm != change.arm) {
            say(node.key_at, path,
                "the event is for arm " + std::to_string(event.arm) + ", this value for arm " + std::to_string(change.arm) +
                    "; leave one of them out");
            return;
        }
        rest.remove_prefix(dot + 1);
    }

    // table.row
    const std::size_t dot = rest.find('.');
    const std::string_view table_name = rest.substr(0, dot),
                           row_name = dot == rest.npos ? std::string_view() : rest.substr(dot + 1);
    for (const ParamTable* table : param_tables())
        if (table_name == table->name) change.table = table;
    if (!change.table) {
        for (const ParamTable* table : param_tables())
            if (table->find(rest))
                return say(node.key_at, path,
                           std::string("unknown value; did you mean ") + table->name + "." + std::string(rest) + "?");
        return say(node.key_at, path,
                   "unknown value; an event sets market.NAME, brand.NAME, strategy.NAME or arms.N.strategy.NAME");
    }
    if (change.table == &kRunTable)
        return say(node.key_at, path, "run holds from the first day to the last; no event can change it");
    if (rest == "market.currency") return say(node.key_at, path, "the currency holds for the whole file; no event can change it");
    change.row = change.table->find(row_name);
    if (!change.row) return say(node.key_at, path, unknown_key("set", row_name, names_of(*change.table)));
    if (change.row->fixed)
        return say(node.key_at, path,
                   "\"" + std::string(change.row->label) + "\" shapes the people before the first day; no event can change it");
    if (const std::optional<double> value = read_row(node, path, *change.row)) {
        change.value = *value;
        event.changes.push_back(change);
    }
}

// --- The other parts ---------------------------------------------------------------------------------------------

std::optional<std::string> Reader::read_outcome(const JsonNode& object, const std::string& path) {
    const JsonNode* node = required(object, path, "outcome", "name what is measured, such as sales");
    const std::string place = join(path, "outcome");
    if (!node || !expect(*node, Type::Text, place)) return std::nullopt;
    if (std::find(kOutcomes.begin(), kOutcomes.end(), node->text) != kOutcomes.end()) return node->text;
    say(node->at, place, "unknown outcome " + shown_word(node->text) + suggestion(node->text, kOutcomes));
    return std::nullopt;
}

void Reader::read_target(const JsonNode& node) {
    if (!expect(node, Type::Object, "target")) return;
    check_keys(node, "target", {"outcome", "amount", "by_day"});
    Target target;
    target.outcome = read_outcome(node, "target").value_or("");
    if (const JsonNode* amount = required(node, "target", "amount", "say how much is to be reached"))
        target.amount = read_number(*amount, "target.amount", -kMaxAmount, kMaxAmount, false, "").value_or(0);
    if (const JsonNode* day = required(node, "target", "by_day", "say until which day"))
        target.by_day = read_day(*day, "target.by_day").value_or(0);
    scenario.target = target;
}

void Reader::read_predict(const JsonNode& node) {
    if (!expect(node, Type::Object, "predict")) return;
    check_keys(node, "predict", {"question"});
    ForecastCard predict;
    if (const JsonNode* question = required(node, "predict", "question", "the forecast card asks something"))
        read_text(*question, "predict.question", predict.question);
    scenario.predict = predict;
}

void Reader::read_debrief(const JsonNode& node) {
    if (!read_list(node, "debrief", kMaxList)) return;
    for (std::size_t i = 0; i < node.items.size() && !full(); ++i)
        read_text(node.items[i], join("debrief", i), scenario.debrief.emplace_back());
}

void Reader::read_roles(const JsonNode& node) {
    if (!read_list(node, "roles", kMaxList)) return;
    for (std::size_t i = 0; i < node.items.size() && !full(); ++i) {
        const JsonNode& item = node.items[i];
        const std::string path = join("roles", i);
        if (!expect(item, Type::Object, path)) continue;
        check_keys(item, path, {"name", "brief"});
        RoleBrief& role = scenario.roles.emplace_back();
        if (const JsonNode* name = required(item, path, "name", "every role has a name"))
            read_text(*name, join(path, "name"), role.name);
        if (const JsonNode* brief = required(item, path, "brief", "every role has a brief"))
            read_text(*brief, join(path, "brief"), role.brief);
    }
}

void Reader::read_expected(const JsonNode& node) {
    if (!read_list(node, "expected", kMaxList)) return;
    for (std::size_t i = 0; i < node.items.size() && !full(); ++i) {
        const JsonNode& item = node.items[i];
        const std::string path = join("expected", i);
        if (!expect(item, Type::Object, path)) continue;
        check_keys(item, path, {"outcome", "by_day", "ahead", "in_share_of_worlds"});
        Expectation expectation;
        expectation.outcome = read_outcome(item, path).value_or("");
        if (const JsonNode* day = required(item, path, "by_day", "say until which day"))
            expectation.by_day = read_day(*day, join(path, "by_day")).value_or(0);
        if (const JsonNode* ahead = required(item, path, "ahead", "name the arm expected ahead, or \"same\"")) {
            Names names = arm_names();
            names.push_back(kNobodyAhead);
            const std::string place = join(path, "ahead");
            if (expect(*ahead, Type::Text, place)) {
                const bool known = std::find(names.begin(), names.end(), ahead->text) != names.end() && !ahead->text.empty();
                if (!known && !scenario.arms.empty())
                    say(ahead->at, place, "no arm of the name " + shown_word(ahead->text) + suggestion(ahead->text, names));
                expectation.ahead = ahead->text;
            }
        }
        if (const JsonNode* share = required(item, path, "in_share_of_worlds", "say in which share of worlds, 0 to 1"))
            expectation.in_share_of_worlds = read_number(*share, join(path, "in_share_of_worlds"), 0, 1, false, "").value_or(0);
        scenario.expected.push_back(std::move(expectation));
    }
}

// --- The whole ---------------------------------------------------------------------------------------------------

void Reader::read(const JsonNode& root) {
    if (!expect(root, Type::Object, "", "a scenario, an object { }")) return;
    check_keys(root, "",
               {"$schema", "format", "id", "title", "question", "text", "market", "brand", "arms", "events", "run", "target",
                "predict", "debrief", "roles", "expected"});
    read_format(root);
    if (const JsonNode* node = root.find("$schema"))
        if (std::optional<std::string> schema = read_words(*node, "$schema", kMaxTextBytes, false)) scenario.schema = *schema;
    if (const JsonNode* node = required(root, "", "id", "a scenario has an id, the file's name without .json")) read_id(*node);
    if (const JsonNode* node = required(root, "", "title", "a scenario has a title")) read_text(*node, "title", scenario.title);
    if (const JsonNode* node = root.find("question")) read_text(*node, "question", scenario.question);
    if (const JsonNode* node = root.find("text")) read_text(*node, "text", scenario.text);

    // Currency first, because ranges name it; run and arms before the parts that refer to them.
    if (const JsonNode* market = root.find("market"); market && expect(*market, Type::Object, "market")) {
        if (const JsonNode* currency = market->find("currency")) read_currency(*currency);
        read_rows(*market, "market", kMarketTable, scenario.market, "currency");
    }
    if (const JsonNode* brand = root.find("brand"); brand && expect(*brand, Type::Object, "brand"))
        read_rows(*brand, "brand", kBrandTable, scenario.brand);
    if (const JsonNode* run = root.find("run")) read_run(*run);
    if (const JsonNode* arms = required(root, "", "arms", "a scenario compares at least 2 arms")) read_arms(*arms);
    if (const JsonNode* events = root.find("events")) read_events(*events);
    if (const JsonNode* target = root.find("target")) read_target(*target);
    if (const JsonNode* predict = root.find("predict")) read_predict(*predict);
    if (const JsonNode* debrief = root.find("debrief")) read_debrief(*debrief);
    if (const JsonNode* roles = root.find("roles")) read_roles(*roles);
    if (const JsonNode* expected = root.find("expected")) read_expected(*expected);
    std::sort(scenario.written.begin(), scenario.written.end());
}

}  // namespace

std::span<const std::string_view> outcome_names() { return kOutcomes; }

std::optional<Scenario> read_scenario(const JsonNode& root, Problems& problems) {
    Reader reader(problems);
    reader.read(root);
    if (!problems.empty()) return std::nullopt;
    return std::move(reader.scenario);
}

}  // namespace parley
