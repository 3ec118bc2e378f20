// Dominoes: exposure, mention, sentiment, visit, purchase, repeat, as they stand at the end of the week on screen (study/figures.h).
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/figure.h"
#include "study/number_format.h"

namespace parley {
namespace {

void refresh(Paint& p) {
    DominoMemory& m = p.memory.dominoes;
    const int week_end = 7 * week_of(p.session.day());
    if (m.stamp == p.session.results_stamp() && m.until == week_end) return;
    const Ensemble& e = *p.session.ensemble();
    if (m.stamp != p.session.results_stamp()) m.worst = worst_break(e, p.session.arm_a(), p.session.arm_b());
    m.chains = {chain_of(e, p.session.arm_a(), week_end), chain_of(e, p.session.arm_b(), week_end)};
    m.stamp = p.session.results_stamp();
    m.until = week_end;
    m.figure = domino_figure(e, *p.session.comparison(), m.chains);
}

std::string row_spoken(Paint& p, const Figure::Row& row, const std::vector<Chain>& chains, std::size_t k) {
    std::string spoken = row.name + ": ";
    for (std::size_t a = 0; a < row.bars.size(); ++a) {
        spoken += p.arm_name(a) + ' ' + row.bars[a].words;
        if (k + 1 < kDominoes) spoken += ", " + domino_link_words(chains[a].links[k], k);
        spoken += a + 1 < row.bars.size() ? "; " : ".";
    }
    return spoken;
}

// "Broadcast: Exposure -> Mention broken", one per arm.
std::string broken_words(Paint& p, const std::vector<Chain>& chains) {
    const auto ends = [](int link) -> std::array<std::string, 2> { return {tr(domino_name(static_cast<std::size_t>(link))), tr(domino_name(static_cast<std::size_t>(link) + 1))}; };
    if (chains.size() == 2 && chains[0].weakest >= 0 && chains[0].weakest == chains[1].weakest)
        return tr("domino.broken_both", {{"from", ends(chains[0].weakest)[0]}, {"to", ends(chains[0].weakest)[1]}});
    std::string words;
    for (std::size_t a = 0; a < chains.size(); ++a)
        if (const int link = chains[a].weakest; link >= 0)
            words += (words.empty() ? "" : "; ") + tr("domino.broken_at", {{"arm", p.arm_name(a)},
                                                                           {"from", ends(link)[0]}, {"to", ends(link)[1]}});
    return words;
}

// All holds in the week on screen, but not in all of them: one press leads to the week where a link stood lowest.
void draw_worst(Paint& p, const Break& worst, Rect r) {
    const auto from = static_cast<std::size_t>(worst.link);
    ButtonLook look;
    look.kind = ButtonLook::Line;
    look.group = tr("group.reasons");
    look.tip = tr("domino.worst.tip");
    look.name = tr("domino.worst", {{"arm", p.arm_name(worst.arm)}, {"week", number(worst.week)}, {"from", tr(domino_name(from))},
                                    {"to", tr(domino_name(from + 1))}, {"fall", percent(-worst.fall)}});
    const float h = std::max(r.h, p.layout.target);
    const std::string brief = tr("domino.worst.brief", {{"week", number(worst.week)}, {"from", tr(domino_name(from))}, {"to", tr(domino_name(from + 1))}});
    const std::string& words = p.width(p.type.body, look.name) <= r.w - 8 ? look.name : brief;
    if (button(p, "domino.worst", {r.x - 6, r.y + r.h - h, r.w + 12, h}, words, look)) p.session.seek(7 * worst.week);
}

}  // namespace

void draw_dominoes(Paint& p, Rect in) {
    if (!p.session.comparison() || !p.session.ensemble()) {
        p.paragraph(p.type.small, in.x, in.y, in.w, p.colours.soft, tr("verdict.none.detail"));
        return;
    }
    refresh(p);
    const DominoMemory& m = p.memory.dominoes;
    // the finding in words, where there is room for a line
    const Face& small = p.type.small;
    if (in.h > 9 * small.height) {
        in.h -= small.height + 2;
        const bool holds = m.chains[0].weakest < 0 && m.chains[1].weakest < 0;
        if (holds && m.worst) {
            draw_worst(p, *m.worst, {in.x, in.y + in.h, in.w, small.height + 4});
        } else {
            Face face = holds ? small : p.type.small_strong;
            const std::string words = holds ? tr("domino.all_hold") : broken_words(p, m.chains);
            if (const float w = p.width(face, words); w > in.w) face.em *= std::max(0.75f, in.w / w);
            p.text(face, in.x, in.y + in.h + 2, holds ? p.colours.soft : p.colours.ink, p.fit(face, words, in.w));
        }
    }
    Plane plane = draw_figure(p, m.figure, in);
    for (std::size_t k = 0; k < m.figure.rows.size(); ++k) {
        const Figure::Row& row = m.figure.rows[k];
        Rect at = rect_of(plane.rows[k]);
        std::string spoken = row_spoken(p, row, m.chains, k);
        tell(p, "domino." + std::to_string(k), Role::Text, spoken, at, {}, tr("group.reasons"));
        if (p.hovering(at)) p.tip = {at, row.name, {tr(domino_name(k) + ".help"), spoken}};
    }
    tell(p, "dominoes", Role::Image, m.figure.title, in, m.figure.words + ' ' + tr("domino.help"), tr("group.reasons"));
    if (p.hovering(in) && p.tip.title.empty()) p.tip = {in, m.figure.title, {m.figure.words, tr("domino.help")}};
}

}  // namespace parley
