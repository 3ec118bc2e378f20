#include "app/session/replay_words.h"

#include <cmath>

#include "app/session/difference_words.h"
#include "app/session/row_text.h"
#include "scenario/differences.h"
#include "study/number_format.h"
#include "study/strings.h"

namespace parley {
namespace {

constexpr std::size_t kMostNamed = 2;   // changes of one decision; the rest is counted

std::string change_words(const Edit& edit, const Scenario& after) {
    const ValueChange* value = std::get_if<ValueChange>(&edit);
    if (!value) return words_of(edit, after);
    const std::string sign = currency_sign(after);
    const std::string whose = value->arm >= 0 ? after.arms[static_cast<std::size_t>(value->arm)].name : tr(std::string("editor.table.") + value->table->name);
    return tr("replay.value", {{"whose", whose}, {"label", value->row->label}, {"before", row_text(*value->row, value->before, sign)}, {"after", row_text(*value->row, value->after, sign)}});
}

// Who has more of it in all: "Broadcast ahead by 2.1 %".
std::string lead_words(const Ensemble& e, const Comparison& c) {
    const Whole whole = whole_of(c.verdict, c.a, c.b);
    const double share = std::fabs(whole.gap_share);
    if (share < 0.0005) return tr("replay.level");
    return tr("replay.ahead", {{"arm", e.scenario().arms[whole.arm].name}, {"gap", percent(share, share < 0.1 ? 1 : 0)}});
}

}  // namespace

ReplayWords replay_words(const Ensemble& before, const Comparison& was, const Ensemble& after, const Comparison& is) {
    ReplayWords out;
    const std::vector<Edit> edits = differences(before.scenario(), after.scenario());
    for (std::size_t i = 0; i < std::min(edits.size(), kMostNamed); ++i) out.changed += (i ? ", " : "") + change_words(edits[i], after.scenario());
    if (edits.size() > kMostNamed) out.changed += ' ' + tr("replay.more", {{"n", number(static_cast<double>(edits.size() - kMostNamed))}});
    out.changed = edits.empty() ? tr("replay.nothing") : out.changed + '.';

    const OutcomeSpec* outcome = is.verdict.outcome;
    if (!outcome) return out;
    const std::string now = lead_words(after, is), what = outcome->label, week = number(week_of(is.verdict.day));
    const bool same_question = was.verdict.outcome == outcome && was.verdict.day == is.verdict.day;
    const std::string then = same_question ? lead_words(before, was) : std::string();
    if (!same_question) out.came = tr("replay.came.new", {{"outcome", what}, {"week", week}, {"now", now}});
    else if (then == now) out.came = tr("replay.came.same", {{"outcome", what}, {"week", week}, {"now", now}});
    else out.came = tr("replay.came", {{"outcome", what}, {"week", week}, {"before", then}, {"now", now}});
    return out;
}

}  // namespace parley
