// Dominoes: exposure, mention, sentiment, visit, purchase, repeat; one column per arm, the conversion to the next between them.
//
// A domino is filled as far as its value reaches of the larger of both arms.  Under it stands what becomes of it; a broken link
// (study/dominoes.h) is torn apart, crossed and called broken.  Low places set the link beside the value.
#include <algorithm>
#include <cmath>

#include "app/views/views.h"
#include "app/widgets/number_format.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr const char* kNames[kDominoes] = {"domino.exposure", "domino.mention",  "domino.sentiment",
                                           "domino.visit",    "domino.purchase", "domino.repeat"};

std::string value_text(std::size_t k, double v) {
    if (k == static_cast<std::size_t>(Domino::sentiment)) return number(v);
    return v >= 1e6 ? number(v / 1e6, v >= 1e7 ? 1 : 2) + "m" : v >= 1e4 ? number(v / 1e3) + "k" : number(v, v < 9.95 && v > 0 ? 1 : 0);
}

// A share; into the stock of liking its change since the first quarter, out of it visits per point.
std::string conversion_text(std::size_t k, const Link& link) {
    double c = link.last;
    if (k + 1 == static_cast<std::size_t>(Domino::sentiment)) return link.first > 0 ? signed_number(-100 * link.fall()) + "\u202f%" : number(c);
    if (k == static_cast<std::size_t>(Domino::sentiment)) return number(c, c < 0.995 ? 2 : c < 9.95 ? 1 : 0);
    return percent(c, c >= 0.0995 ? 0 : c >= 0.00995 ? 1 : c >= 0.000995 ? 2 : 3);
}

std::string fall_text(const Link& link) { return percent(-link.fall()); }

// Two halves that no longer meet, and a cross between them; or an arrow.
void draw_link(Paint& p, float x, float y, float h, const Link& link, const ArmColours& arm) {
    float mid = y + h / 2, s = std::min(4.0f, h * 0.28f);
    if (!link.broken) {
        p.list->AddLine({x, y + 1}, {x, y + h - 2}, arm.shape, 1.6f);
        p.list->AddTriangleFilled({x - s, y + h - s - 2}, {x + s, y + h - s - 2}, {x, y + h - 1}, arm.shape);
        return;
    }
    p.list->AddLine({x, y + 1}, {x, mid - s - 1}, arm.shape, 1.6f);
    p.list->AddLine({x, mid + s + 1}, {x, y + h - 1}, arm.shape, 1.6f);
    p.list->AddLine({x - s, mid - s}, {x + s, mid + s}, p.colours.ink, 2);
    p.list->AddLine({x - s, mid + s}, {x + s, mid - s}, p.colours.ink, 2);
}

void refresh(Paint& p) {
    DominoMemory& m = p.memory.dominoes;
    const int week_end = 7 * week_of(p.session.day());
    if (m.stamp == p.session.results_stamp() && m.until == week_end) return;
    m.stamp = p.session.results_stamp();
    m.until = week_end;
    const Ensemble& e = *p.session.ensemble();
    m.chains = {chain_of(e, p.session.arm_a(), week_end), chain_of(e, p.session.arm_b(), week_end)};
}

std::string link_spoken(const Link& link, std::size_t k) {
    if (link.broken)
        return tr("domino.spoken.broken", {{"conversion", conversion_text(k, link)}, {"fall", fall_text(link)}});
    return tr("domino.spoken.holds", {{"conversion", conversion_text(k, link)}});
}

}  // namespace

void draw_dominoes(Paint& p, Rect in) {
    if (!p.session.comparison() || !p.session.ensemble()) {
        p.paragraph(p.type.small, in.x, in.y, in.w, p.colours.soft, tr("verdict.none.detail"));
        return;
    }
    refresh(p);
    const std::array<Chain, 2>& chains = p.memory.dominoes.chains;
    const Face &label = p.type.small, &strong = p.type.small_strong;
    constexpr auto kRows = static_cast<float>(kDominoes);

    float label_w = 0;
    for (const char* name : kNames) label_w = std::max(label_w, p.width(label, tr(name)));
    float pad = 8, gap = 12, column = (in.w - label_w - 2 * gap) / 2;
    // Roomy: the link has its own line under the domino.  Otherwise it stands at the right of the value.
    float step = (in.h - 2) / kRows, tile_h = label.height + 2;
    bool roomy = (in.h - tile_h) / (kRows - 1) >= tile_h + label.height - 1;
    if (roomy) step = std::min((in.h - tile_h) / (kRows - 1), tile_h + label.height + 16);
    else tile_h = std::min(step - 2, 30.0f);

    std::string finding;
    for (std::size_t k = 0; k < kDominoes; ++k) {
        float y = in.y + static_cast<float>(k) * step;
        p.text(label, in.x, y + (tile_h - label.height) / 2, p.colours.soft, p.fit(label, tr(kNames[k]), label_w));
        double most = std::max(chains[0].last[k], chains[1].last[k]);
        std::string spoken = tr(kNames[k]) + ": ";
        for (std::size_t a = 0; a < 2; ++a) {
            const Chain& chain = chains[a];
            const ArmColours& arm = p.arm(a);
            float x = in.x + label_w + gap + static_cast<float>(a) * (column + gap);
            float tile_w = column;
            float filled = most > 0 ? tile_w * static_cast<float>(std::clamp(chain.last[k] / most, 0.0, 1.0)) : 0;
            p.fill({x, y, tile_w, tile_h}, p.colours.hover, 5);
            p.fill({x, y, std::max(filled, 5.0f), tile_h}, mix(p.colours.paper, arm.shape, p.colours.dark ? 0.42f : 0.26f), 5);
            p.fill({x, y, 4, tile_h}, arm.shape, 2);
            p.text(strong, x + pad + 2, y + (tile_h - strong.height) / 2, p.colours.ink, value_text(k, chain.last[k]));
            spoken += p.arm_name(a) + ' ' + value_text(k, chain.last[k]);
            if (k + 1 < kDominoes) {
                const Link& link = chain.links[k];
                std::string words = conversion_text(k, link);
                if (link.broken) words = tr("domino.broken", {{"fall", fall_text(link)}});
                const Face& face = link.broken ? strong : label;
                if (roomy) {
                    float ly = y + tile_h, lh = step - tile_h;
                    draw_link(p, x + pad + 6, ly, lh, link, arm);
                    p.text(face, x + pad + 20, ly + (lh - face.height) / 2, link.broken ? p.colours.ink : p.colours.soft,
                           p.fit(face, words, tile_w - pad - 20));
                } else {
                    // What does not fit is left to the arrow or the cross, and to the tip.
                    float room = tile_w - pad - 2 - p.width(strong, value_text(k, chain.last[k])) - 22 - 5;
                    if (link.broken && p.width(face, words) > room) words = tr("domino.broken.short");
                    if (p.width(face, words) > room) words.clear();
                    float w = p.width(face, words), lx = x + tile_w - 5 - w;
                    draw_link(p, lx - 9, y + (tile_h - 14) / 2, 14, link, arm);
                    p.text(face, lx, y + (tile_h - face.height) / 2, link.broken ? p.colours.ink : p.colours.soft, words);
                }
                spoken += ", " + link_spoken(link, k);
            }
            spoken += a == 0 ? "; " : ".";
        }
        tell(p, "domino." + std::to_string(k), Role::Text, spoken, {in.x, y, in.w, tile_h}, {}, tr("group.reasons"));
        Rect row{in.x, y, in.w, roomy ? step : tile_h};
        if (p.hovering(row)) p.tip = {row, tr(kNames[k]), {tr(std::string(kNames[k]) + ".help"), spoken}};
    }
    for (std::size_t a = 0; a < 2; ++a) {
        const Chain& chain = chains[a];
        finding += (a ? " " : "") +
                   (chain.weakest < 0
                        ? tr("domino.finding.holds", {{"arm", p.arm_name(a)}})
                        : tr("domino.finding.broken", {{"arm", p.arm_name(a)},
                                                       {"from", lower_first(tr(kNames[chain.weakest]))},
                                                       {"to", lower_first(tr(kNames[chain.weakest + 1]))},
                                                       {"fall", fall_text(chain.links[static_cast<std::size_t>(chain.weakest)])}}));
    }
    tell(p, "dominoes", Role::Image, tr("reasons.chain"), in, finding + ' ' + tr("domino.help"), tr("group.reasons"));
    if (p.hovering(in) && p.tip.title.empty()) p.tip = {in, tr("reasons.chain"), {finding, tr("domino.help")}};
}

}  // namespace parley
