// Tiles: the four numbers of the business. Sales = buyers x purchases per buyer x money per purchase, exactly.
#include <cmath>

#include "app/views/views.h"
#include "app/widgets/number_format.h"

namespace parley {

namespace {

PrintedPair numbers_of(const Comparison& c, const char* outcome, const std::string& sign) {
    const OutcomeSpec& spec = *find_outcome(outcome);
    auto index = static_cast<std::size_t>(&spec - outcomes().data());
    PrintedPair pair = printed_pair(spec, c.arms[c.a][index].mean, c.arms[c.b][index].mean, sign);
    if (pair.same) pair.gap = tr("tile.same");
    return pair;
}

}  // namespace

void draw_tiles(Paint& p, Rect r) {
    const char* const names[] = {"buyers", "purchases_per_buyer", "money_per_purchase", "sales"};
    const Comparison* c = p.session.comparison();
    std::string sign = currency_sign(p.session.scenario());
    int rows = p.layout.tile_rows, columns = 4 / rows;
    float w = (r.w - p.layout.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float h = (r.h - p.layout.gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    const Face &label = p.type.small, &digits = p.type.number;

    // The difference stands after the numbers if that fits in every tile, otherwise beside every title.
    bool after = true;
    for (int i = 0; c && i < 4; ++i) {
        PrintedPair n = numbers_of(*c, names[i], sign);
        float pad = std::min(p.layout.pad, w * 0.07f);
        after = after && p.width(digits, n.a) + p.width(digits, n.b) + digits.em + p.width(label, n.gap) <= w - 2 * pad;
    }

    for (int i = 0; i < 4; ++i) {
        Rect box{r.x + static_cast<float>(i % columns) * (w + p.layout.gap),
                 r.y + static_cast<float>(i / columns) * (h + p.layout.gap), w, h};
        p.card(box);
        float pad = std::min(p.layout.pad, box.w * 0.07f), x = box.x + pad, room = box.w - 2 * pad;
        float y = box.y + (box.h - label.height - digits.height) / 2;
        std::string title = tr(std::string("tile.") + names[i]);
        // Over which time this is counted, where there is room to say it.
        std::string period = " \u00b7 " + duration_text(static_cast<int>(p.session.scenario().run.days));
        if (p.width(label, title + period) + (c ? 14 + p.width(label, numbers_of(*c, names[i], sign).gap) : 0) > room) period.clear();
        p.text(label, x, y, p.colours.soft, p.fit(label, title + period, room));
        y += label.height;
        if (!c) {
            p.text(digits, x, y, p.colours.faint, "\u2013");
            tell(p, std::string("tile.") + names[i], Role::Text, title + ": " + tr("verdict.none"), box, {}, tr("group.tiles"));
            continue;
        }
        auto [a, b, gap, gap_value, same] = numbers_of(*c, names[i], sign);
        std::size_t leader = gap_value > 0 ? c->b : c->a;
        Colour gap_colour = same ? p.colours.soft : p.arm(leader).text;

        // Smaller before anything is left out.
        Face face = digits;
        float between = digits.em * 0.5f, need = p.width(face, a) + p.width(face, b) + between, gap_w = p.width(label, gap);
        if (need > room) {
            float k = (room - between) / (need - between);
            face.em *= k, face.height *= k;
        }
        float base = y + 0.8f * (digits.height - face.height);
        float ax = x + p.text(face, x, base, p.arm(c->a).text, a) + between;
        float bx = ax + p.text(face, ax, base, p.arm(c->b).text, b) + between;
        if (after)
            p.text(label, bx, y + 0.8f * (digits.height - label.height), gap_colour, gap);
        else if (p.width(label, title + period) + 10 + gap_w <= room)
            p.text_right(label, box.x + box.w - pad, y - label.height, gap_colour, gap);

        std::string spoken =
            tr("tile.spoken",
               {{"title", title}, {"a", p.arm_name(c->a)}, {"va", a}, {"b", p.arm_name(c->b)}, {"vb", b}, {"gap", gap}});
        tell(p, std::string("tile.") + names[i], Role::Text, spoken, box, {}, tr("group.tiles"));
        if (p.hovering(box)) p.tip = {box, title, {tr(std::string("tile.help.") + names[i]), spoken}};
    }
}

}  // namespace parley
