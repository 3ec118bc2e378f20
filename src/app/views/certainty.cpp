// Certainty: what "ahead in 46 of 50 worlds" counts: luck alone, or the assumptions too; and how many worlds were lived.
#include "app/views/explore.h"
#include "app/widgets/button.h"
#include "study/number_format.h"
#include "study/ignorance.h"

namespace parley {

void draw_certainty(Paint& p, Rect r) {
    const Palette& c = p.colours;
    const Face &body = p.type.body, &strong = p.type.strong;
    const Scenario& scenario = p.session.scenario();
    const std::string group = tr("explore.tab.certainty");
    const bool ignorant = scenario.run.ignorance > 0;
    const float width = std::min(r.w, body.em * 46);
    float y = r.y;

    const auto paragraph = [&](const Face& face, Colour colour, const std::string& id, const std::string& words) {
        const float h = p.paragraph(face, r.x, y, width, colour, words, 8);
        tell(p, id, Role::Text, words, {r.x, y, width, h}, {}, group);
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

    y += 6;
    p.horizontal(r.x, r.x + width, y, c.line);
    y += 16;
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
}

}  // namespace parley
