// Tiles: the four numbers of the business. Sales = buyers x purchases per buyer x money per purchase, exactly.
#include <algorithm>

#include "app/views/views.h"
#include "study/number_format.h"

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

    // One size of number and one place of the difference for all four: after the numbers, beside the titles, or below.
    std::string period = c ? " \u00b7 " + period_text(c->day, p.session.scenario()) : std::string();
    enum { After, Beside, Below } place = After;
    float pad = std::min(p.layout.pad, w * 0.07f), room = w - 2 * pad, between = digits.em * 0.5f, scale = 1;
    bool beside = true;
    for (int i = 0; c && i < 4; ++i) {
        PrintedPair n = numbers_of(*c, names[i], sign);
        float pair = p.width(digits, n.a) + p.width(digits, n.b), gap = p.width(label, n.gap);
        if (pair + digits.em + gap > room) place = Beside;
        beside = beside && p.width(label, tr(std::string("tile.") + names[i])) + 6 + gap <= room;
        scale = std::min(scale, (room - between) / pair);
    }
    if (place == Beside && !beside && p.layout.shape == Shape::Portrait) place = Below;  // whose tiles are high enough
    Face face = digits;
    face.em *= scale, face.height *= scale;
    float lines = label.height + digits.height + (place == Below ? label.height : 0);

    for (int i = 0; i < 4; ++i) {
        Rect box{r.x + static_cast<float>(i % columns) * (w + p.layout.gap),
                 r.y + static_cast<float>(i / columns) * (h + p.layout.gap), w, h};
        p.card(box);
        float x = box.x + pad, y = box.y + (box.h - lines) / 2;
        std::string title = tr(std::string("tile.") + names[i]);
        // Over which time this is counted, where there is room to say it.
        float taken = c && place == Beside ? 14 + p.width(label, numbers_of(*c, names[i], sign).gap) : 0;
        std::string longer = p.width(label, title + period) + taken <= room ? title + period : title;
        p.text(label, x, y, p.colours.soft, p.fit(label, longer, room));
        y += label.height;
        if (!c) {
            p.text(digits, x, y, p.colours.faint, "\u2013");
            tell(p, std::string("tile.") + names[i], Role::Text, title + ": " + tr("verdict.none"), box, {}, tr("group.tiles"));
            continue;
        }
        auto [a, b, gap, gap_value, same] = numbers_of(*c, names[i], sign);
        std::size_t leader = gap_value > 0 ? c->b : c->a;
        Colour gap_colour = same ? p.colours.soft : p.arm(leader).text;

        float base = y + 0.8f * (digits.height - face.height);
        float ax = x + p.text(face, x, base, p.arm(c->a).text, a) + between;
        float bx = ax + p.text(face, ax, base, p.arm(c->b).text, b) + between;
        if (place == After)
            p.text(label, bx, y + 0.8f * (digits.height - label.height), gap_colour, gap);
        else if (place == Below)
            p.text(label, x, y + digits.height, gap_colour, gap);
        else if (p.width(label, longer) + 6 + p.width(label, gap) <= room)
            p.text_right(label, box.x + box.w - pad, y - label.height, gap_colour, gap);

        std::string spoken =
            tr("tile.spoken",
               {{"title", title}, {"a", p.arm_name(c->a)}, {"va", a}, {"b", p.arm_name(c->b)}, {"vb", b}, {"gap", gap}});
        tell(p, std::string("tile.") + names[i], Role::Text, spoken, box, {}, tr("group.tiles"));
        if (p.hovering(box)) p.tip = {box, title, {tr(std::string("tile.help.") + names[i]), spoken}};
    }
}

}  // namespace parley
