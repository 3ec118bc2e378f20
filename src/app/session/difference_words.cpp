#include "app/session/difference_words.h"

#include <cmath>
#include <cstring>

#include "app/session/row_text.h"
#include "study/strings.h"
#include "model/observation.h"
#include "study/compare.h"

namespace parley {
namespace {

std::string sign_of(const Scenario& s) { return currencies()[static_cast<std::size_t>(s.currency)].label; }

std::string quoted(const Text& text) {
    std::string words = text.in("en");
    const std::size_t most = 60;
    if (words.size() > most) {
        std::size_t cut = words.rfind(' ', most);
        if (cut == words.npos) cut = most;
        words = words.substr(0, cut) + " \u2026";
    }
    return "\u201c" + words + "\u201d";
}

// "debrief.1" -> "Debrief question 2"
std::string place_words(const std::string& place) {
    const std::size_t dot = place.find('.');
    if (dot == place.npos) return tr("editor.place." + place);
    const std::string list = place.substr(0, dot), n = number(1 + std::atof(place.c_str() + dot + 1));
    if (list == "debrief") return tr("editor.place.debrief", {{"n", n}});
    return tr(place.ends_with(".name") ? "editor.place.role_name" : "editor.place.role_brief", {{"n", n}});
}

std::string arm_name(const Scenario& s, int arm) {
    return arm >= 0 && static_cast<std::size_t>(arm) < s.arms.size() ? s.arms[static_cast<std::size_t>(arm)].name : tr("editor.all_arms");
}

std::string words(const IdChange& d, const Scenario&) { return tr("diff.id", {{"after", d.after}, {"before", d.before}}); }

std::string words(const TextChange& d, const Scenario&) {
    const std::string what = place_words(d.place);
    if (d.after.empty()) return tr("diff.text.gone", {{"what", what}});
    if (d.before.empty()) return tr("diff.text.new", {{"what", what}, {"words", quoted(d.after)}});
    if (d.before.en == d.after.en) return tr("diff.text.french", {{"what", what}});
    return tr("diff.text", {{"what", what}, {"words", quoted(d.after)}});
}

std::string words(const CurrencyChange& d, const Scenario&) {
    const auto code = [](Currency c) { return std::string(currencies()[static_cast<std::size_t>(c)].code); };
    return tr("diff.currency", {{"after", code(d.after)}, {"before", code(d.before)}});
}

std::string words(const ValueChange& d, const Scenario& after) {
    const std::string sign = sign_of(after);
    const std::string whose = d.arm >= 0 ? arm_name(after, d.arm) : tr(std::string("editor.table.") + d.table->name);
    const auto shown = [&](double value) { return row_text(*d.row, d.row->kind == Kind::Weight ? std::round(10 * value) / 10 : value, sign); };   // a share that followed another
    return tr("diff.value", {{"whose", whose}, {"label", d.row->label}, {"after", shown(d.after)}, {"before", shown(d.before)}});
}

// A copy of another arm says so, with what it does otherwise.
std::string words(const ArmAdded& d, const Scenario& after) {
    std::size_t least = kStrategyTable.rows.size();
    std::string like, others;
    for (const Arm& arm : after.arms) {
        if (arm.name == d.arm.name) continue;
        std::size_t n = 0;
        std::string list;
        for (const ParamSpec& row : kStrategyTable.rows) {
            if (value_of(arm.strategy, row) == value_of(d.arm.strategy, row)) continue;
            ++n;
            list += (list.empty() ? "" : ", ") + std::string(row.label) + ' ' + row_text(row, value_of(d.arm.strategy, row), sign_of(after));
        }
        if (n < least) least = n, like = arm.name, others = list;
    }
    if (like.empty() || least > 4) return tr("diff.arm.added", {{"name", d.arm.name}});
    if (least == 0) return tr("diff.arm.copy", {{"name", d.arm.name}, {"like", like}});
    return tr("diff.arm.like", {{"name", d.arm.name}, {"like", like}, {"others", others}});
}
std::string words(const ArmRemoved& d, const Scenario&) { return tr("diff.arm.removed", {{"name", d.name}}); }
std::string words(const ArmRenamed& d, const Scenario&) { return tr("diff.arm.renamed", {{"after", d.after}, {"before", d.before}}); }

std::string words(const EventChange& d, const Scenario& after) {
    if (d.before.empty()) return tr("diff.event.added", {{"place", event_place(d.after[0], after)}, {"what", event_words(d.after[0], after)}});
    if (d.after.empty()) return tr("diff.event.removed", {{"place", event_place(d.before[0], after)}, {"what", event_words(d.before[0], after)}});
    return tr("diff.event.changed", {{"place", event_place(d.after[0], after)},
                                     {"what", event_words(d.after[0], after)},
                                     {"was_place", event_place(d.before[0], after)},
                                     {"was", event_words(d.before[0], after)}});
}

std::string words(const TargetChange& d, const Scenario& after) {
    if (d.after.empty()) return tr("diff.target.gone");
    if (d.before.empty()) return tr("diff.target.new", {{"after", target_words(d.after[0], after)}});
    return tr("diff.target", {{"after", target_words(d.after[0], after)}, {"before", target_words(d.before[0], after)}});
}

std::string words(const ExpectedChange& d, const Scenario&) {
    return tr(d.after.empty() ? "diff.expected.gone" : "diff.expected");
}

}  // namespace

std::string event_words(const Event& event, const Scenario& scenario) {
    std::string out = event.what ? std::string(event_kinds()[static_cast<std::size_t>(*event.what)].label) : "";
    for (const Change& change : event.changes) {
        const std::string whose = change.arm >= 0 ? arm_name(scenario, change.arm) + ": " : "";
        out += (out.empty() ? "" : ", ") + whose + change.row->label + ' ' + row_text(*change.row, change.value, sign_of(scenario));
    }
    return out;
}

std::string event_place(const Event& event, const Scenario& scenario) {
    return tr("editor.event.place", {{"week", number((event.day + 6) / 7)}, {"arm", arm_name(scenario, event.arm)}});
}

std::string target_words(const Target& target, const Scenario& scenario) {
    const OutcomeSpec* spec = find_outcome(target.outcome);
    const bool money = spec && std::strncmp(spec->unit, "currency", 8) == 0;
    static const ParamSpec plain = *kMarketTable.find("price");
    ParamSpec row = plain;
    row.kind = money ? Kind::Money : Kind::Number;
    row.unit = "-";
    return tr("editor.target.words", {{"outcome", spec ? spec->label : target.outcome},
                                      {"amount", row_text(row, target.amount, sign_of(scenario))},
                                      {"week", number((target.by_day + 6) / 7)}});
}

std::string words_of(const Edit& difference, const Scenario& after) {
    return std::visit([&](const auto& d) { return words(d, after); }, difference);
}

std::vector<std::string> difference_sentences(const Scenario& before, const Scenario& after) {
    std::vector<std::string> out;
    for (const Edit& difference : differences(before, after)) out.push_back(words_of(difference, after));
    return out;
}

}  // namespace parley
