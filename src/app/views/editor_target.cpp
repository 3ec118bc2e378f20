// Editor, target and questions: what is to be reached by when, what the room forecasts, what it talks about afterwards.
#include <algorithm>
#include <cstring>

#include "app/session/difference_words.h"
#include "app/session/row_text.h"
#include "app/views/editor.h"
#include "study/number_format.h"
#include "study/compare.h"

namespace parley {

void edit_target(Editor& e) {
    Paint& p = e.p;
    const float h = e.control(), label_h = p.type.small_strong.height + 4;
    e.heading(tr("editor.target"));
    const std::optional<Target> target = e.scenario().target;
    std::vector<std::string> names{tr("editor.target.none")};
    int current = 0;
    for (const OutcomeSpec& spec : outcomes()) {
        names.push_back(spec.label);
        if (target && target->outcome == spec.name) current = static_cast<int>(names.size()) - 1;
    }
    p.text(p.type.small_strong, e.x, e.y, p.colours.soft, tr("editor.target.outcome"));
    e.y += label_h;
    if (const int chosen = e.pick("editor.target.outcome", e.x, e.w, tr("editor.target.outcome"), names, current); chosen >= 0)
        e.decide("editor.target.outcome", [&](Scenario& s) {
            if (chosen == 0) return draft::set_target(s, std::nullopt);
            Target wanted = s.target.value_or(Target{"", 0, static_cast<int>(s.run.days)});
            wanted.outcome = outcomes()[static_cast<std::size_t>(chosen - 1)].name;
            return draft::set_target(s, wanted);
        });
    if (e.scenario().target) {
        const Target& now = *e.scenario().target;
        const OutcomeSpec* spec = find_outcome(now.outcome);
        const float half = (e.w - 12) / 2, top = e.y + 4;
        const std::string unit = spec ? unit_of(*spec, e.scenario()) : std::string(), amount = tr("editor.target.amount", {{"unit", unit}}), week = tr("editor.target.week");
        static const ParamSpec plain = [] {
            ParamSpec row = *kMarketTable.find("price");
            row.kind = Kind::Number, row.unit = "-";
            return row;
        }();
        const std::string is_amount = row_text(plain, now.amount, ""), is_week = number(week_of(now.by_day));
        p.text(p.type.small_strong, e.x, top, p.colours.soft, p.fit(p.type.small_strong, amount, half));
        p.text(p.type.small_strong, e.x + half + 12, top, p.colours.soft, p.fit(p.type.small_strong, week, half));
        if (const auto words = e.type_number("editor.target.amount", {e.x, top + label_h, half, h}, amount, is_amount))
            e.decide("editor.target.amount", [&](Scenario& s) { return draft::set_target_amount(s, *words); });
        if (const auto words = e.type_number("editor.target.week", {e.x + half + 12, top + label_h, half, h}, week, is_week))
            e.decide("editor.target.week", [&](Scenario& s) { return draft::set_target_week(s, *words); });
        e.y = top + label_h + h + 4;
        e.refused("editor.target.amount");
        e.refused("editor.target.week");
    }
    e.y += 12;
    e.heading(tr("editor.questions"));
    e.left_over(OwnWords::Debrief, false);
    e.text("predict", tr("editor.place.predict"), 1);
    for (int i = 0; i < 3; ++i) {
        if (i > static_cast<int>(e.scenario().debrief.size())) break;  // the next one opens when there is one before it
        e.text("debrief." + std::to_string(i), tr("editor.place.debrief", {{"n", number(i + 1)}}), 1);
    }
}

}  // namespace parley
