#include "app/layout.h"

#include <algorithm>
#include <cmath>

namespace parley {
namespace {

constexpr float kLine = 1.22f;  // height of a line of Inter, in em

// How many times the laptop of the design fits into a window.
float fit(float width, float height) { return std::clamp(std::min(width / 1366, height / 768), 0.8f, 4.0f); }

bool stacked(float width, float height) { return height > width; }
bool small(float width, float height) { return stacked(width, height) || width < 1240; }

// Cards below each other from y on; returns the y of the next one.
float stack(Rect& card, float x, float y, float width, float height, float gap) {
    card = {x, y, width, height};
    return y + height + gap;
}

void lay_desk(Layout& l, float width, float height) {
    float unit = std::max(1.0f, std::min(width / 1920, height / 1080));
    l.margin = l.gap = std::round(16 * unit);
    l.pad = std::round(20 * unit);
    l.control = std::round(38 * unit);
    l.target = std::round(28 * unit);
    l.thumb = std::round(16 * unit);
    l.radius = 12 * unit;
    l.top_bar = {0, 0, width, std::round(64 * unit)};

    float top = l.top_bar.h + l.gap, below = height - top - l.margin;
    float left = std::round(std::clamp(width * 0.194f, 330.0f, 380 * unit));
    float right = std::round(std::clamp(width * 0.184f, 310.0f, 360 * unit));
    float x = l.margin + left + l.gap, w = width - x - l.gap - right - l.margin;
    l.levers = {l.margin, top, left, below};

    // The sentence spans all that it is about, so that the strip of worlds is wide enough to count.
    float sentence = std::round(kLine * (l.type.headline + l.type.subline) + 2.3f * l.pad - 2 * unit);
    l.reasons = {x + w + l.gap, top + sentence + l.gap, right, below - sentence - l.gap};
    float tiles = std::round(kLine * (l.type.small + l.type.number) + 1.7f * l.pad);
    float rest = below - sentence - tiles - 3 * l.gap, race = std::round(rest * 0.385f);
    float y = stack(l.headline, x, top, w + l.gap + right, sentence, l.gap);
    y = stack(l.towns, x, y, w, rest - race, l.gap);
    y = stack(l.race, x, y, w, race, l.gap);
    stack(l.tiles, x, y, w, tiles, l.gap);
}

void lay_laptop(Layout& l, float width, float height) {
    l.margin = 12;
    l.gap = 10;
    l.pad = 16;
    l.control = 36;
    l.target = 24;
    l.thumb = 14;
    l.radius = 12;
    l.top_bar = {0, 0, width, 54};

    float top = l.top_bar.h + l.gap, below = std::max(height, 640.0f) - top - l.margin;
    float left = std::round(std::clamp(width * 0.23f, 300.0f, 360.0f));
    float x = l.margin + left + l.gap, w = width - x - l.margin;
    l.levers = {l.margin, top, left, below};

    float sentence = std::round(kLine * (l.type.headline + l.type.subline) + 2.1f * l.pad);
    float tiles = std::round(kLine * (l.type.small + l.type.number) + 1.3f * l.pad);
    float rest = below - sentence - tiles - 3 * l.gap, race = std::round(std::clamp(rest * 0.42f, 190.0f, 320.0f));
    float reasons = std::round(std::clamp(w * 0.34f, 320.0f, 440.0f));
    float y = stack(l.headline, x, top, w, sentence, l.gap);
    y = stack(l.towns, x, y, w, rest - race, l.gap);
    l.race = {x, y, w - reasons - l.gap, race};
    l.reasons = {x + l.race.w + l.gap, y, reasons, race};
    stack(l.tiles, x, y + race + l.gap, w, tiles, l.gap);
}

void lay_tablet(Layout& l, float width, float height) {
    l.margin = 12;
    l.gap = 10;
    l.pad = 16;
    l.control = 44;
    l.target = 44;
    l.tabs = true;
    l.lever_columns = 3;
    l.top_bar = {0, 0, width, 60};

    float top = l.top_bar.h + l.gap, below = std::max(height, 660.0f) - top - l.margin, w = width - 2 * l.margin;
    float sentence = std::round(kLine * (l.type.headline + l.type.subline) + 2.1f * l.pad);
    float tiles = std::round(kLine * (l.type.small + l.type.number) + 1.2f * l.pad);
    float rest = below - sentence - tiles - 3 * l.gap, levers = std::round(std::clamp(rest * 0.42f, 180.0f, 330.0f));
    float picture = rest - levers, towns = std::round(w * 0.58f);
    float y = stack(l.headline, l.margin, top, w, sentence, l.gap);
    l.towns = {l.margin, y, towns, picture};
    l.race = {l.margin + towns + l.gap, y, w - towns - l.gap, picture};
    y = stack(l.tiles, l.margin, y + picture + l.gap, w, tiles, l.gap);
    stack(l.levers, l.margin, y, w, levers, l.gap);
}

void lay_portrait(Layout& l, float width, float height) {
    bool narrow = width < 600;
    l.margin = narrow ? 8.0f : 12.0f;
    l.gap = narrow ? 8.0f : 10.0f;
    l.pad = narrow ? 12.0f : 16.0f;
    l.control = 44;
    l.target = 44;
    l.tabs = true;
    l.one_picture = narrow;
    l.lever_columns = width >= 700 ? 2 : 1;
    l.tile_rows = narrow ? 2 : 1;
    l.top_bar = {0, 0, width, 2 * l.control + 3 * 8};

    float w = width - 2 * l.margin, top = l.top_bar.h + l.gap;
    float lines = width < 700 ? 2.0f : 1.0f;  // the sentence and what is under it wrap
    float strip = narrow ? 58.0f : 74.0f;
    float sentence = std::round(lines * (kLine * l.type.headline + 1.45f * l.type.subline) + strip + 1.6f * l.pad);
    float tile = std::round(kLine * (2 * l.type.small + l.type.number) + 1.2f * l.pad);
    float tiles = static_cast<float>(l.tile_rows) * tile + static_cast<float>(l.tile_rows - 1) * l.gap;
    float fixed = top + sentence + tiles + l.margin + 3 * l.gap;

    float y = stack(l.headline, l.margin, top, w, sentence, l.gap);
    if (narrow) {
        float rest = std::max(height - fixed, 300.0f + 320.0f), picture = std::round(rest * 0.48f);
        y = stack(l.towns, l.margin, y, w, picture, l.gap);
        l.race = l.reasons = l.towns;
        y = stack(l.tiles, l.margin, y, w, tiles, l.gap);
        stack(l.levers, l.margin, y, w, rest - picture, l.gap);
    } else {
        float rest = std::max(height - fixed - l.gap, 250.0f + 210.0f + 260.0f);
        float towns = std::round(rest * 0.385f), race = std::round(rest * 0.295f);
        y = stack(l.towns, l.margin, y, w, towns, l.gap);
        y = stack(l.race, l.margin, y, w, race, l.gap);
        y = stack(l.tiles, l.margin, y, w, tiles, l.gap);
        stack(l.levers, l.margin, y, w, rest - towns - race, l.gap);
    }
}

// The table of product.md 2.6, for the height of 1080; a picture narrower than 16:9 is measured by its width.
float projector_scale(float width, float height) { return std::max(0.5f, std::min(width / 1920, height / 1080)); }

void lay_projector(Layout& l, float width, float height) {
    const float s = projector_scale(width, height);
    auto at = [&](float size) { return std::round(size * s); };
    l.margin = at(24);
    l.gap = at(16);
    l.pad = at(26);
    l.control = at(54);
    l.target = at(48);
    l.thumb = at(24);
    l.radius = at(14);
    l.lever_columns = 3;
    l.top_bar = {0, 0, width, at(80)};

    const float top = l.top_bar.h + l.gap, below = height - top - l.margin, w = width - 2 * l.margin;
    const float sentence = std::round(kLine * (l.type.headline + l.type.subline) + 1.3f * l.pad);
    const float tiles = std::round(kLine * (l.type.small + l.type.number) + 1.1f * l.pad);
    const float levers = std::round(kLine * l.type.body + l.thumb + 1.4f * l.pad);
    const float picture = std::max(at(240), below - sentence - tiles - levers - 3 * l.gap), towns = std::round((w - l.gap) * 0.54f);
    float y = stack(l.headline, l.margin, top, w, sentence, l.gap);
    l.towns = {l.margin, y, towns, picture};
    l.race = {l.margin + towns + l.gap, y, w - towns - l.gap, picture};
    y = stack(l.tiles, l.margin, y + picture + l.gap, w, tiles, l.gap);
    stack(l.levers, l.margin, y, w, levers, l.gap);
}

}  // namespace

TypeSizes type_sizes(float width, float height, bool projector) {
    if (projector) {
        const float s = projector_scale(width, height);
        auto at = [&](float size) { return std::round(size * s); };
        return {at(52), at(30), at(34), at(44), at(28), at(24)};
    }
    if (small(width, height)) {
        float s = std::clamp(stacked(width, height) ? width / 820 : std::min(width / 1180, height / 820), 0.6f, 2.0f);
        auto at = [&](float size, float least) { return std::round(std::max(least, size * s)); };
        return {at(30, 22), at(18, 15), at(20, 17), at(26, 20), at(17, 15), at(15, 13)};
    }
    // The sentence grows with the window; labels grow more slowly up to the size of the drawing, then all grow alike.
    constexpr float kDrawing = 1.405f;  // 1920 x 1080
    float s = fit(width, height), near = std::min(s, kDrawing), far = std::max(1.0f, s / kDrawing);
    auto at = [&](float size, float growth) { return std::round((size + growth * (near - 1)) * far); };
    return {at(25, 32), at(16, 17), at(18, 12), at(22, 20), at(16, 3), at(14, 4)};
}

Layout make_layout(float width, float height, bool touch, bool projector) {
    width = std::max(width, 320.0f);
    height = std::max(height, 320.0f);
    projector = projector && width >= height;   // nothing projects upright
    Layout l;
    l.type = type_sizes(width, height, projector);
    if (projector) {
        l.shape = Shape::Projector;
        lay_projector(l, width, height);
    } else if (stacked(width, height)) {
        l.shape = Shape::Portrait;
        lay_portrait(l, width, height);
    } else if (small(width, height)) {
        l.shape = Shape::Tablet;
        lay_tablet(l, width, height);
    } else if (width >= 1600 && height >= 900) {
        l.shape = Shape::Desk;
        lay_desk(l, width, height);
    } else {
        l.shape = Shape::Laptop;
        lay_laptop(l, width, height);
    }
    if (touch || l.target > 40) {
        l.target = l.control = std::max(l.control, 44.0f);
        l.thumb = 22;
    }
    l.page_height = height;
    for (const Rect* r : {&l.levers, &l.headline, &l.towns, &l.race, &l.tiles, &l.reasons})
        if (r->w > 0) l.page_height = std::max(l.page_height, r->y + r->h + l.margin);
    return l;
}

}  // namespace parley
