#include "app/session/replay_words.h"

#include <algorithm>
#include <cmath>

#include "app/session/difference_words.h"
#include "app/session/row_text.h"
#include "scenario/differences.h"
#include "study/number_format.h"
#include "study/strings.h"

namespace parley {
namespace {

constexpr std::size_t kMostNamed = 3;   // changes of one decision; the rest is counted

// "Conversation: Talk 65 % → 40 %"; whose it is stands once for those that follow.
std::string change_words(const Edit& edit, const Scenario& before, const Scenario& after, std::string& whose_before) {
    const ValueChange* value = std::get_if<ValueChange>(&edit);
    if (!value) {
        whose_before.clear();
        return words_of(edit, after);
    }
    const std::string sign = currency_sign(after);
    const auto arm = static_cast<std::size_t>(std::max(0, value->arm));
    const std::string whose = value->arm >= 0 ? after.arms[arm].name : tr(std::string("editor.table.") + value->table->name);
    std::string was = row_text(*value->row, value->before, sign), is = row_text(*value->row, value->after, sign);
    if (value->row->kind == Kind::Weight && arm < before.arms.size())   // as the levers say it: shares of the budget
        was = lever_text(*value->row, before.arms[arm].strategy, sign), is = lever_text(*value->row, after.arms[arm].strategy, sign);
    const std::string words = tr("replay.value", {{"label", value->row->label}, {"before", was}, {"after", is}});
    const bool again = whose == whose_before;
    whose_before = whose;
    return again ? words : tr("replay.whose", {{"whose", whose}, {"change", words}});
}

// Who has more of it in all, the worlds taken together: "Broadcast ahead by 2.1 %"; where that arm was named just before: "by 2.1 %".
struct Ahead {
    int arm = -1;              // -1: level
    std::string gap;
};
Ahead ahead_in(const Comparison& c) {
    const Whole whole = whole_of(c.verdict, c.a, c.b);
    const double share = std::fabs(whole.gap_share);
    if (share < 0.0005) return {};
    return {static_cast<int>(whole.arm), percent(share, share < 0.1 ? 1 : 0)};
}
std::string lead_words(const Ensemble& e, const Ahead& lead, int named = -1) {
    if (lead.arm < 0) return tr("replay.level");
    if (lead.arm == named) return tr("replay.by", {{"gap", lead.gap}});
    return tr("replay.ahead", {{"arm", e.scenario().arms[static_cast<std::size_t>(lead.arm)].name}, {"gap", lead.gap}});
}

}  // namespace

ReplayWords replay_words(const Ensemble& before, const Comparison& was, const Ensemble& after, const Comparison& is) {
    ReplayWords out;
    const std::vector<Edit> edits = differences(before.scenario(), after.scenario());
    std::string whose;
    for (std::size_t i = 0; i < std::min(edits.size(), kMostNamed); ++i) out.changed += (i ? ", " : "") + change_words(edits[i], before.scenario(), after.scenario(), whose);
    if (edits.size() > kMostNamed) out.changed += ' ' + tr("replay.more", {{"n", number(static_cast<double>(edits.size() - kMostNamed))}});
    out.changed = edits.empty() ? tr("replay.nothing") : out.changed + '.';

    const OutcomeSpec* outcome = is.verdict.outcome;
    if (!outcome) return out;
    const Ahead lead_was = ahead_in(was), lead_is = ahead_in(is);
    const std::string now = lead_words(after, lead_is), what = outcome->label, week = number(week_of(is.verdict.day));
    const bool same_question = was.verdict.outcome == outcome && was.verdict.day == is.verdict.day;
    const std::string then = same_question ? lead_words(before, lead_was) : std::string();
    if (!same_question) out.came = tr("replay.came.new", {{"outcome", what}, {"week", week}, {"now", now}});
    else if (then == now) out.came = tr("replay.came.same", {{"outcome", what}, {"week", week}, {"now", now}});
    else out.came = tr("replay.came", {{"outcome", what}, {"week", week}, {"before", then}, {"now", lead_words(after, lead_is, lead_was.arm)}});
    return out;
}

}  // namespace parley
