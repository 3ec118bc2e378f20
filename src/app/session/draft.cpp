#include "app/session/draft.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/session/lever_rows.h"
#include "app/session/row_text.h"
#include "study/number_format.h"
#include "study/strings.h"
#include "scenario/arms.h"
#include "scenario/library.h"

namespace parley::draft {
namespace {

std::string sign_of(const Scenario& scenario) { return currencies()[static_cast<std::size_t>(scenario.currency)].label; }

Diagnostics refused(std::string sentence) {
    Diagnostic problem;
    problem.message = std::move(sentence);
    return {problem};
}

// Takes the changed scenario over if a file of it would be read.
Diagnostics settle(Scenario& scenario, const Scenario& changed) {
    Diagnostics problems;
    std::optional<Scenario> read = parse_scenario(write_scenario(changed), problems);
    for (Diagnostic& problem : problems) problem.line = problem.column = 0;  // of a text that nobody sees
    if (read) scenario = std::move(*read);
    return problems;
}

std::string trimmed(std::string_view words) {
    const char* blank = " \t\r\n";
    const std::size_t from = words.find_first_not_of(blank);
    return from == words.npos ? "" : std::string(words.substr(from, words.find_last_not_of(blank) - from + 1));
}

template <class Some, class Use> void with_values(Some& s, const ParamTable& table, Use use) {
    if (&table == &kMarketTable) use(s.market);
    if (&table == &kBrandTable) use(s.brand);
    if (&table == &kRunTable) use(s.run);
}

// A typed value of a row, or the sentence that says what is wrong with it and what stays.
std::optional<double> value_from(const ParamSpec& row, std::string_view words, double stays, const std::string& sign, std::string& wrong) {
    const std::optional<double> value = read_row(row, words);
    const std::string range = row.max >= kMaxAmount ? tr("row.range.any") : range_text(row, sign), kept = row_text(row, stays, sign);
    const bool digits = words.find_first_of("0123456789") != words.npos;
    if (!value) wrong = tr(digits && row.kind != Kind::Choice ? "editor.refused.two" : "editor.refused.number", {{"words", trimmed(words).substr(0, 40)}, {"range", range}, {"stays", kept}});
    else if (!allowed(row, *value))
        wrong = tr(row.whole() && *value >= row.min && *value <= row.max ? "editor.refused.whole" : "editor.refused.range",
                   {{"value", row_text(row, *value, sign)}, {"range", range}, {"stays", kept}});
    return wrong.empty() ? value : std::nullopt;
}

// A whole number of something, for days and weeks.
std::optional<int> whole_from(std::string_view words) {
    static const ParamSpec plain = *kRunTable.find("days");
    const std::optional<double> value = read_row(plain, words);
    if (!value || *value != std::floor(*value) || std::fabs(*value) > 1e6) return std::nullopt;
    return static_cast<int>(*value);
}

bool has(const Scenario& s, std::size_t event) { return event < s.events.size(); }

double before_event(const Scenario& s, const Event& event, const ParamTable& table, const ParamSpec& row) {
    if (&table == &kMarketTable) return value_of(s.market, row);
    if (&table == &kBrandTable) return value_of(s.brand, row);
    return value_of(s.arms[static_cast<std::size_t>(std::max(0, event.arm))].strategy, row);
}

}  // namespace

// --- Texts -----------------------------------------------------------------------------------------------------------------------

std::string id_from(std::string_view title) {
    std::string id;
    for (const char c : title) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        const bool fits = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (fits) id += small;
        else if (!id.empty() && id.back() != '_') id += '_';
    }
    id.resize(std::min<std::size_t>(id.size(), 40));
    while (!id.empty() && id.back() == '_') id.pop_back();
    return id.empty() ? "my_scenario" : id;
}

Diagnostics set_text(Scenario& scenario, const std::string& place, std::string_view language, std::string_view words) {
    Scenario changed = scenario;
    const Text* found = text_at(changed, place, false);
    Text after = found ? *found : Text{};
    const std::string before = after.en;
    (language == "fr" ? after.fr : after.en) = trimmed(words);
    if (after.plain && !after.fr.empty()) after.plain = false;
    if (place == "title" && after.empty()) return refused(tr("editor.refused.title", {{"stays", before}}));
    const bool own_id = !shipped_scenario(scenario.id) && scenario.id != id_from(before);
    if (place == "title" && language == "en" && after.en != before && !own_id) changed.id = id_from(after.en);
    // Texts of a list move up when one before them goes.
    carry_out(changed, TextChange{place, {}, after});
    std::erase_if(changed.debrief, [](const Text& text) { return text.empty(); });
    return settle(scenario, changed);
}

Diagnostics set_id(Scenario& scenario, std::string_view words) {
    Scenario changed = scenario;
    changed.id = trimmed(words);
    const std::string ending = ".json";
    if (changed.id.ends_with(ending)) changed.id.resize(changed.id.size() - ending.size());
    if (changed.id.empty()) return refused(tr("editor.refused.id", {{"stays", scenario.id}}));
    return settle(scenario, changed);
}

Diagnostics add_role(Scenario& scenario) {
    Scenario changed = scenario;
    RoleBrief role;
    role.name.en = tr("editor.role.name.new");
    role.brief.en = tr("editor.role.brief.new");
    changed.roles.push_back(std::move(role));
    return settle(scenario, changed);
}

Diagnostics remove_role(Scenario& scenario, std::size_t role) {
    if (role >= scenario.roles.size()) return {};
    Scenario changed = scenario;
    changed.roles.erase(changed.roles.begin() + static_cast<std::ptrdiff_t>(role));
    return settle(scenario, changed);
}

Diagnostics take_out_words(Scenario& scenario, const Scenario& origin, OwnWords which) {
    Scenario changed = scenario;
    take_out_left_over(changed, origin, which);
    return settle(scenario, changed);
}

// --- Arms ------------------------------------------------------------------------------------------------------------------------

Diagnostics name_arm(Scenario& scenario, std::size_t arm, std::string_view words) {
    if (arm >= scenario.arms.size()) return {};
    const std::string name = trimmed(words);
    if (name.empty()) return refused(tr("editor.refused.name", {{"stays", scenario.arms[arm].name}}));
    Scenario changed = scenario;
    rename_arm(changed, arm, name);
    return settle(scenario, changed);
}

Diagnostics copy_arm(Scenario& scenario, std::size_t arm) {
    if (arm >= scenario.arms.size()) return {};
    if (scenario.arms.size() >= kMostArms) return refused(tr("editor.refused.arms", {{"n", number(static_cast<double>(kMostArms))}}));
    Scenario changed = scenario;
    Arm copy = changed.arms[arm];
    const auto taken = [&](const std::string& name) {
        return std::any_of(changed.arms.begin(), changed.arms.end(), [&](const Arm& a) { return a.name == name; });
    };
    const std::string base = copy.name;
    for (int n = 2; taken(copy.name); ++n) copy.name = base + " " + std::to_string(n);
    // The copy writes out what the original does.
    const std::string from = "arms." + std::to_string(arm) + ".", to = "arms." + std::to_string(changed.arms.size()) + ".";
    std::vector<std::string> written;
    for (const std::string& path : changed.written)
        if (path.starts_with(from)) written.push_back(to + path.substr(from.size()));
    insert_arm(changed, changed.arms.size(), std::move(copy));
    changed.written.insert(changed.written.end(), written.begin(), written.end());
    std::sort(changed.written.begin(), changed.written.end());
    return settle(scenario, changed);
}

Diagnostics take_out_arm(Scenario& scenario, std::size_t arm) {
    if (arm >= scenario.arms.size()) return {};
    if (scenario.arms.size() <= 2) return refused(tr("editor.refused.two_arms"));
    Scenario changed = scenario;
    remove_arm(changed, arm);
    return settle(scenario, changed);
}

const ParamSpec& lever_as_shown(const ParamSpec& lever) {
    static const std::map<std::string_view, ParamSpec> shares = [] {
        std::map<std::string_view, ParamSpec> out;
        for (ParamSpec row : kStrategyTable.rows) {
            if (row.kind != Kind::Weight) continue;
            row.kind = Kind::Share, row.unit = "-", row.min = 0, row.max = 1, row.value = 0;
            out.emplace(row.name, row);
        }
        return out;
    }();
    return lever.kind == Kind::Weight ? shares.find(lever.name)->second : lever;
}

double shown_value(const Strategy& strategy, const ParamSpec& lever) {
    return lever.kind == Kind::Weight ? std::round(1e8 * weight_share(lever, strategy)) / 1e8 : value_of(strategy, lever);
}

Diagnostics set_lever(Scenario& scenario, std::size_t arm, const ParamSpec& lever, double value) {
    if (arm >= scenario.arms.size()) return {};
    Scenario changed = scenario;
    Strategy& strategy = changed.arms[arm].strategy;
    if (lever.kind == Kind::Weight) strategy = with_share(strategy, lever, value);
    else value_of(strategy, lever) = lever.whole() ? std::round(value) : value;
    return settle(scenario, changed);
}

Diagnostics set_lever(Scenario& scenario, std::size_t arm, const ParamSpec& lever, std::string_view words) {
    if (arm >= scenario.arms.size()) return {};
    std::string wrong;
    const std::optional<double> value = value_from(lever_as_shown(lever), words, shown_value(scenario.arms[arm].strategy, lever), sign_of(scenario), wrong);
    return value ? set_lever(scenario, arm, lever, *value) : refused(wrong);
}

// --- Numbers ---------------------------------------------------------------------------------------------------------------------

double value_of_row(const Scenario& scenario, const ParamTable& table, const ParamSpec& row) {
    double value = 0;
    with_values(scenario, table, [&](const auto& values) { value = value_of(values, row); });
    return value;
}

Diagnostics set_row(Scenario& scenario, const ParamTable& table, const ParamSpec& row, double value) {
    Scenario changed = scenario;
    if (row.whole()) value = std::round(value);
    with_values(changed, table, [&](auto& values) { value_of(values, row) = value; });
    return settle(scenario, changed);
}

Diagnostics set_row(Scenario& scenario, const ParamTable& table, const ParamSpec& row, std::string_view words) {
    std::string wrong;
    const std::optional<double> value = value_from(row, words, value_of_row(scenario, table, row), sign_of(scenario), wrong);
    return value ? set_row(scenario, table, row, *value) : refused(wrong);
}

Diagnostics set_currency(Scenario& scenario, Currency currency) {
    Scenario changed = scenario;
    changed.currency = currency;
    return settle(scenario, changed);
}

// --- Events ----------------------------------------------------------------------------------------------------------------------

Diagnostics add_event(Scenario& scenario, int day) {
    Scenario changed = scenario;
    changed.events.push_back({std::clamp(day, 1, static_cast<int>(scenario.run.days)), -1, What::ambassador_leaves, {}});
    return settle(scenario, changed);
}

Diagnostics remove_event(Scenario& scenario, std::size_t event) {
    if (!has(scenario, event)) return {};
    Scenario changed = scenario;
    changed.events.erase(changed.events.begin() + static_cast<std::ptrdiff_t>(event));
    return settle(scenario, changed);
}

Diagnostics set_event_day(Scenario& scenario, std::size_t event, int day) {
    if (!has(scenario, event)) return {};
    Scenario changed = scenario;
    changed.events[event].day = std::clamp(day, 1, static_cast<int>(scenario.run.days));
    return settle(scenario, changed);
}

Diagnostics set_event_day(Scenario& scenario, std::size_t event, std::string_view words, bool weeks) {
    if (!has(scenario, event)) return {};
    const std::optional<int> typed = whole_from(words);
    const int days = static_cast<int>(scenario.run.days), last = weeks ? days / 7 : days, day = scenario.events[event].day;
    if (!typed || *typed < 1 || *typed > last)
        return refused(tr(weeks ? "editor.refused.week" : "editor.refused.day",
                          {{"words", trimmed(words).substr(0, 40)}, {"last", number(last)}, {"stays", number(weeks ? (day + 6) / 7 : day)}}));
    return set_event_day(scenario, event, weeks ? 7 * *typed - 6 : *typed);
}

Diagnostics set_event_arm(Scenario& scenario, std::size_t event, int arm) {
    if (!has(scenario, event)) return {};
    Scenario changed = scenario;
    changed.events[event].arm = arm;
    for (Change& change : changed.events[event].changes) change.arm = -1;
    return settle(scenario, changed);
}

Diagnostics set_event_what(Scenario& scenario, std::size_t event, std::optional<What> what) {
    if (!has(scenario, event)) return {};
    Scenario changed = scenario;
    changed.events[event].what = what;
    if (!what && changed.events[event].changes.empty()) return add_change(scenario, event, kMarketTable, *kMarketTable.find("failure_rate"));
    return settle(scenario, changed);
}

// Twice as much, or half where that is too much; what happens by itself gives way to it.
Diagnostics add_change(Scenario& scenario, std::size_t event, const ParamTable& table, const ParamSpec& row) {
    if (!has(scenario, event)) return {};
    Scenario changed = scenario;
    Event& e = changed.events[event];
    if (std::any_of(e.changes.begin(), e.changes.end(), [&](const Change& c) { return c.row == &row; })) return refused(tr("editor.refused.twice", {{"label", row.label}}));
    const double before = before_event(scenario, e, table, row);
    double value = before == 0 ? row.min + (row.max - row.min) / 10 : 2 * before;
    if (value > row.max) value = std::max(row.min, before / 2);
    if (row.kind == Kind::Choice) value = before == row.max ? row.min : before + 1;
    if (row.whole()) value = std::round(value);
    e.changes.push_back({&table, &row, value, -1});
    e.what.reset();
    return settle(scenario, changed);
}

Diagnostics set_change(Scenario& scenario, std::size_t event, std::size_t change, double value) {
    if (!has(scenario, event) || change >= scenario.events[event].changes.size()) return {};
    Scenario changed = scenario;
    Change& c = changed.events[event].changes[change];
    c.value = c.row->whole() ? std::round(value) : value;
    return settle(scenario, changed);
}

Diagnostics set_change(Scenario& scenario, std::size_t event, std::size_t change, std::string_view words) {
    if (!has(scenario, event) || change >= scenario.events[event].changes.size()) return {};
    const Change& c = scenario.events[event].changes[change];
    std::string wrong;
    const std::optional<double> value = value_from(*c.row, words, c.value, sign_of(scenario), wrong);
    return value ? set_change(scenario, event, change, *value) : refused(wrong);
}

Diagnostics remove_change(Scenario& scenario, std::size_t event, std::size_t change) {
    if (!has(scenario, event) || change >= scenario.events[event].changes.size()) return {};
    if (scenario.events[event].changes.size() == 1 && !scenario.events[event].what) return remove_event(scenario, event);
    Scenario changed = scenario;
    changed.events[event].changes.erase(changed.events[event].changes.begin() + static_cast<std::ptrdiff_t>(change));
    return settle(scenario, changed);
}

// --- Target ----------------------------------------------------------------------------------------------------------------------

Diagnostics set_target(Scenario& scenario, std::optional<Target> target) {
    Scenario changed = scenario;
    changed.target = std::move(target);
    return settle(scenario, changed);
}

Diagnostics set_target_amount(Scenario& scenario, std::string_view words) {
    if (!scenario.target) return {};
    static const ParamSpec plain = [] {
        ParamSpec row = *kMarketTable.find("price");
        row.min = -kMaxAmount, row.max = kMaxAmount, row.kind = Kind::Number, row.unit = "-";
        return row;
    }();
    std::string wrong;
    const std::optional<double> amount = value_from(plain, words, scenario.target->amount, "", wrong);
    if (!amount) return refused(wrong);
    Target target = *scenario.target;
    target.amount = *amount;
    return set_target(scenario, target);
}

Diagnostics set_target_week(Scenario& scenario, std::string_view words) {
    if (!scenario.target) return {};
    const std::optional<int> week = whole_from(words);
    const int last = static_cast<int>(scenario.run.days) / 7;
    if (!week || *week < 1 || *week > last)
        return refused(tr("editor.refused.week", {{"words", trimmed(words).substr(0, 40)}, {"last", number(last)}, {"stays", number((scenario.target->by_day + 6) / 7)}}));
    Target target = *scenario.target;
    target.by_day = 7 * *week;
    return set_target(scenario, target);
}

std::string file_name(const Scenario& scenario) { return scenario.id + ".json"; }

}  // namespace parley::draft
