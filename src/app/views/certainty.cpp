// Certainty: what "ahead in 46 of 50 worlds" counts: luck alone, or the assumptions too; and how many worlds were lived.
#include "app/views/explore.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "study/number_format.h"
#include "study/assumptions.h"
#include "study/ignorance.h"

namespace parley {

void draw_certainty(Paint& p, Rect r) {
    const Palette& c = p.colours;
    const Face &body = p.type.body, &strong = p.type.strong;
    const Scenario& scenario = p.session.scenario();
    const std::string group = tr("explore.tab.certainty");
    const bool ignorant = scenario.run.ignorance > 0;
    // What was measured beforehand stands beside the switch where there is room, otherwise below.
    const bool beside = r.w >= body.em * 60;
    const float width = beside ? r.w * 0.52f - 20 : std::min(r.w, body.em * 46);
    float x = r.x, y = r.y, column = width;

    const auto paragraph = [&](const Face& face, Colour colour, const std::string& id, const std::string& words) {
        const float h = p.paragraph(face, x, y, column, colour, words, 9);
        tell(p, id, Role::Text, words, {x, y, column, h}, {}, group);
        y += h + 10;
    };
    paragraph(strong, c.ink, "certainty.question", tr("certainty.question"));
    const std::vector<std::string> labels{tr("certainty.luck"), tr("certainty.ignorance")};
    const float segment_w = std::max(p.width(body, labels[0]), p.width(body, labels[1])) + 30;
    const int chosen = segments(p, "certainty.worlds", {r.x, y, std::min(width, 2 * segment_w), p.layout.control}, labels, labels, ignorant ? 1 : 0, group);
    if (chosen >= 0 && (chosen == 1) != ignorant) p.session.set("run.ignorance", chosen == 1 ? std::to_string(kIgnoranceOn) : "0");
    y += p.layout.control + 12;
    const std::string far = percent(scenario.run.ignorance > 0 ? scenario.run.ignorance : kIgnoranceOn);
    paragraph(body, c.ink, "certainty.meaning",
              tr(ignorant ? "certainty.ignorance.meaning" : "certainty.luck.meaning",
                 {{"n", number(drawn_numbers(scenario))}, {"far", far}, {"pairs", number(scenario.run.pairs)}}));
    paragraph(body, c.soft, "certainty.limit", tr(ignorant ? "certainty.ignorance.limit" : "certainty.luck.limit", {{"n", number(drawn_numbers(scenario))}}));

    const auto rule = [&] {
        y += 6;
        p.horizontal(x, x + column, y, c.line);
        y += 16;
    };
    rule();
    const int settled = p.session.settled_after();
    const std::string asked = number(scenario.run.pairs);
    const int done = p.session.ensemble() && !p.session.preview() ? p.session.ensemble()->done() : 0;
    paragraph(strong, c.ink, "certainty.count",
              settled ? tr("certainty.settled", {{"n", number(settled)}, {"pairs", asked}})
              : p.session.refining() ? tr("certainty.counting", {{"n", number(done)}, {"pairs", asked}})
                                     : tr("certainty.all", {{"pairs", number(done)}}));
    paragraph(body, c.soft, "certainty.rule", tr("certainty.rule"));
    ButtonLook look;
    look.group = group;
    look.disabled = settled == 0;
    const std::string label = tr("certainty.count_all", {{"pairs", asked}});
    if (button(p, "certainty.count_all", {r.x, y, button_width(p, label, look), p.layout.control}, label, look)) p.session.count_all();

    if (beside) x = r.x + width + 40, y = r.y, column = r.w - width - 40;
    else y += p.layout.control + 6, rule();
    // Measured beforehand, of the scenario as shipped.
    const Comparison* found = p.session.comparison();
    if (const Assumptions* known = found && !ignorant ? assumptions_of(scenario, found->a, found->b) : nullptr) {
        paragraph(strong, c.ink, "certainty.assumptions", tr("certainty.assumptions", {{"same", number(known->same)}, {"draws", number(known->draws)}}));
        paragraph(body, c.ink, "certainty.assumptions.meaning", assumptions_meaning(*known));
        rule();
    }
    paragraph(strong, c.ink, "certainty.era.question", tr("era.question"));
    const float era_h = era_height(p, column);
    draw_era(p, {x, y, column, era_h}, "certainty", group);
}

}  // namespace parley
