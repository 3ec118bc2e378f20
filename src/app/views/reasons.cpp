// Reasons: the gap split into its three factors, and where the customers stand today; between them the dominoes (dominoes.cpp).
#include <algorithm>
#include <cmath>

#include "app/views/views.h"
#include "app/widgets/figure.h"
#include "study/number_format.h"
#include "app/widgets/tabs.h"
#include "imgui.h"

namespace parley {

// --- why the gap -----------------------------------------------------------------------------------------------------

void draw_gap(Paint& p, Rect in) {
    static constexpr const char* kParts[] = {"gap.buyers", "gap.purchases", "gap.money"};
    const Comparison* c = p.session.comparison();
    if (!c) {
        p.paragraph(p.type.small, in.x, in.y, in.w, p.colours.soft, tr("verdict.none.detail"));
        return;
    }
    const Figure& split = verdict_figures(p).split;
    Plane plane = draw_figure(p, split, in);
    for (std::size_t i = 0; i < split.rows.size(); ++i) {
        const Figure::Bar& bar = split.rows[i].bars[0];
        tell(p, kParts[i], Role::Text,
             tr("gap.spoken", {{"part", split.rows[i].name}, {"value", bar.words}, {"arm", p.arm_name(static_cast<std::size_t>(bar.arm))}}),
             rect_of(plane.rows[i]), {}, tr("group.reasons"));
    }
    tell(p, "gap.total", Role::Text, split.total.name + ": " + split.total.bars[0].words, rect_of(plane.rows.back()), {}, tr("group.reasons"));
    if (p.hovering(in)) p.tip = {in, tr("reasons.gap"), {tr("gap.help", {{"a", p.arm_name(c->a)}, {"b", p.arm_name(c->b)}})}};
}

namespace {

// Two bars, one per arm, longest = 1; values at the right in the arms' colours.
struct Pair {
    std::string label;
    double a, b;
    std::string text_a, text_b;
};

void draw_pairs(Paint& p, Rect in, const std::vector<Pair>& rows, const std::string& id, bool rungs) {
    const Face &label = p.type.small, &value = p.type.small_strong;
    float label_w = 0, value_w = 0;
    for (const Pair& row : rows) {
        label_w = std::max(label_w, p.width(label, row.label));
        value_w = std::max({value_w, p.width(value, row.text_a), p.width(value, row.text_b)});
    }
    label_w = std::min(label_w, in.w * 0.42f);
    float swatch = rungs ? label.em * 1.7f : 0;
    float h = std::min(in.h / static_cast<float>(rows.size()), 3.2f * label.height);
    bool two_lines = h >= 2 * value.height;  // both values stand above each other, otherwise side by side
    float values = two_lines ? value_w : 2 * value_w + 10;
    float bar = std::round(std::clamp(h * 0.27f, 3.0f, 13.0f)), x = in.x + swatch + label_w + 12;
    float room = std::max(10.0f, in.w - (x - in.x) - values - 10), y = in.y;
    double all = 0;
    for (const Pair& row : rows) all = std::max({all, row.a, row.b});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Pair& row = rows[i];
        double most = rungs ? all : std::max(row.a, row.b);
        float mid = y + h / 2;
        if (rungs) {
            float d = std::round(label.em * 0.32f);
            for (std::size_t a = 0; a < 2; ++a) {
                float cx = in.x + d + static_cast<float>(a) * 2.3f * d;
                if (i + 1 == rows.size())
                    p.list->AddCircle({cx, mid}, d - 0.7f, p.arm(a).rungs[i], 0, 1.4f);
                else
                    p.list->AddCircleFilled({cx, mid}, d, p.arm(a).rungs[i]);
            }
        }
        p.text(label, in.x + swatch, mid - label.height / 2, p.colours.soft, p.fit(label, row.label, label_w));
        for (std::size_t a = 0; a < 2; ++a) {
            double v = a == 0 ? row.a : row.b;
            float w = most > 0 ? room * static_cast<float>(v / most) : 0;
            p.fill({x, mid + (a == 0 ? -bar - 0.5f : 0.5f), std::max(w, v > 0 ? 1.0f : 0.0f), bar}, p.arm(a).shape);
            const std::string& text = a == 0 ? row.text_a : row.text_b;
            if (two_lines)
                p.text_right(value, in.x + in.w, mid + (a == 0 ? -value.height : 0.0f), p.arm(a).text, text);
            else
                p.text_right(value, in.x + in.w - (a == 0 ? value_w + 10 : 0), mid - value.height / 2, p.arm(a).text, text);
        }
        tell(p, id + '.' + std::to_string(i), Role::Text,
             tr("pair.spoken",
                {{"label", row.label}, {"a", p.arm_name(0)}, {"va", row.text_a}, {"b", p.arm_name(1)}, {"vb", row.text_b}}),
             {in.x, y, in.w, h}, {}, tr("group.reasons"));
        y += h;
    }
}

}  // namespace

// --- where customers stand -------------------------------------------------------------------------------------------

void draw_ladder(Paint& p, Rect in) {
    if (!p.session.town().ready()) {
        p.paragraph(p.type.small, in.x, in.y, in.w, p.colours.soft, tr("town.moving_in"));
        return;
    }
    const char* const words[kRungs] = {"rung.never", "rung.maybe", "rung.probably", "rung.bought", "rung.repeat", "rung.left"};
    const Observable stocks[kRungs] = {Observable::never,  Observable::maybe,  Observable::probably,
                                       Observable::bought, Observable::repeat, Observable::left};
    const DayRecord &a = p.session.town().record(p.session.arm_a()), &b = p.session.town().record(p.session.arm_b());
    std::vector<Pair> rows;
    for (std::size_t k = 0; k < kRungs; ++k) {
        double na = static_cast<double>(a[stocks[k]]), nb = static_cast<double>(b[stocks[k]]);
        rows.push_back({tr(words[k]), na, nb, number(na), number(nb)});
    }
    draw_pairs(p, in, rows, "ladder", true);
    if (p.hovering(in)) p.tip = {in, tr("reasons.ladder"), {tr("ladder.help")}};
}

// --- the cards -------------------------------------------------------------------------------------------------------

void draw_reasons(Paint& p, Rect r) {
    if (p.layout.shape != Shape::Desk) {  // one card, three tabs
        p.card(r);
        for (const char* id : {"split", "dominoes", "ladder"}) p.memory.charts[id] = r;
        Rect in = inset(r, p.layout.pad * 0.8f);
        float h = tabs(p, "reasons", {in.x, in.y, in.w, 0}, {tr("tab.gap"), tr("tab.chain"), tr("tab.ladder")},
                       p.frame.state.reasons_tab, tr("group.reasons")) +
                  8;
        Rect body{in.x, in.y + h, in.w, in.h - h};
        if (p.frame.state.reasons_tab == 0)
            draw_gap(p, body);
        else if (p.frame.state.reasons_tab == 1)
            draw_dominoes(p, body);
        else
            draw_ladder(p, body);
        return;
    }
    float pad = p.layout.pad, gap = p.layout.gap, heading = p.type.caps.height + 14;
    float first = std::round(heading + 2 * pad + p.type.small.height * 5.9f + 14), rest = r.h - first - 2 * gap;
    const struct {
        const char* id;   // in app/show.h
        const char* key;
        void (*draw)(Paint&, Rect);
        float h;
    } cards[] = {{"split", "reasons.gap", draw_gap, first},
                 {"dominoes", "reasons.chain", draw_dominoes, std::round(rest * 0.5f)},
                 {"ladder", "reasons.ladder", draw_ladder, rest - std::round(rest * 0.5f)}};
    float y = r.y;
    for (const auto& card : cards) {
        Rect box{r.x, y, r.w, card.h};
        p.card(box);
        p.memory.charts[card.id] = box;
        p.caps(box.x + pad, box.y + pad - 2, p.colours.soft, tr(card.key));
        std::string when = card.draw == draw_gap ? std::string() : week_text(p.session.day());
        if (card.draw == draw_dominoes) {
            const std::string longer = tr("domino.when", {{"week", number(week_of(p.session.day()))}});
            if (p.caps_width(tr(card.key)) + p.width(p.type.small, longer) + 2 * pad + 12 <= box.w) when = longer;
        }
        p.text_right(p.type.small, box.x + box.w - pad, box.y + pad - 4, p.colours.soft, when);
        tell(p, std::string(card.key) + ".heading", Role::Heading, tr(card.key),
             {box.x + pad, box.y + pad, box.w - 2 * pad, heading}, {}, tr("group.reasons"));
        card.draw(p, {box.x + pad, box.y + pad + heading - 4, box.w - 2 * pad, box.h - 2 * pad - heading + 6});
        y += card.h + gap;
    }
}

}  // namespace parley
