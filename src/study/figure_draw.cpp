#include "study/figure_draw.h"

#include <algorithm>

namespace parley {

std::string Pen::fit(Letter letter, std::string_view words, float room) const {
    if (width(letter, words) <= room + 0.5f) return std::string(words);  // sizes made to fit meet their room only nearly
    std::size_t end = words.size();
    const auto shortened = [&] {
        std::string_view kept = words.substr(0, end);
        while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
        return std::string(kept) + "\u2026";
    };
    while (end > 0 && width(letter, shortened()) > room)
        do --end;
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80);  // whole characters
    return shortened();
}

Plane draw_axes(const Figure& f, Box place, Pen& pen, const Overlay& overlay, float label_w) {
    const float strong = pen.height(Letter::Strong), small = pen.height(Letter::Small), axis = pen.height(Letter::Axis);

    // heading: as much of it as fits, whole parts only
    float above = overlay.room_above;
    if (overlay.heading) {
        above += strong + 6;
        float x = place.x + std::max(overlay.heading_from, 0.0f), base = place.y + 0.8f * (strong - small);
        if (overlay.heading_from < 0) {
            pen.text(Letter::Strong, x, place.y, {Tone::Ink}, f.title);
            x += pen.width(Letter::Strong, f.title) + 10;
        }
        const std::string& note = overlay.note.empty() ? f.note : overlay.note;
        std::string words = f.unit + (note.empty() || f.unit.empty() ? "" : " \u00b7 ") + note;
        while (!words.empty() && x + pen.width(Letter::Small, words) > place.x + place.w) {
            const std::size_t last = words.rfind(" \u00b7 ");
            words.resize(last == std::string::npos ? 0 : last);
        }
        if (!words.empty()) pen.text(Letter::Small, x, base, {Tone::Soft}, words);
    } else {
        above += axis / 2;
    }

    float axis_w = 0, under = f.x.title.empty() ? 0 : axis + 2;
    for (const Figure::Tick& t : f.y.ticks) axis_w = std::max(axis_w, pen.width(Letter::Axis, t.words));
    Plane plane{{place.x + axis_w + 8, place.y + above, place.w - axis_w - 8 - (label_w > 0 ? label_w + 12 : 4), place.h - above - axis - 5 - under},
                f.x.from, f.x.to, f.y.from, f.y.to, {}};
    if (plane.area.w < 40 || plane.area.h < 24) {
        plane.area.w = 0;
        return plane;
    }
    const Box& area = plane.area;

    // up: every tick, or every second, fifth or tenth, counted from 0 where it is there
    std::size_t n = f.y.ticks.size(), zero = 0, every = 1;
    for (std::size_t i = 0; i < n; ++i)
        if (f.y.ticks[i].at == 0) zero = i;
    for (std::size_t step : {1, 2, 5, 10, 20}) {
        every = step;
        if (n < 2 || (plane.y(f.y.ticks[0].at) - plane.y(f.y.ticks[1].at)) * static_cast<float>(step) >= axis * 1.6f) break;
    }
    for (std::size_t i = zero % every; i < n; i += every) {
        const Figure::Tick& t = f.y.ticks[i];
        float y = plane.y(t.at);
        if (f.kind != Figure::Kind::Map) pen.across(area.x, area.x + area.w, y, {t.at == 0 ? Tone::Track : Tone::Grid});
        pen.text(Letter::Axis, area.x - 8 - pen.width(Letter::Axis, t.words), y - axis / 2, {Tone::Soft}, t.words);
    }
    // along: those that do not touch the one before
    float y = area.y + area.h, free_from = place.x;
    for (const Figure::Tick& t : f.x.ticks) {
        float wide = pen.width(Letter::Axis, t.words), at = std::clamp(plane.x(t.at) - wide / 2, area.x - 4, std::max(area.x, area.x + area.w - wide / 2));
        if (at >= free_from) {
            pen.text(Letter::Axis, at, y + 5, {Tone::Soft}, t.words);
            free_from = at + wide + 8;
        }
        pen.upright(plane.x(t.at), y, y + 4, {Tone::Track});
    }
    pen.across(area.x, area.x + area.w, y, {Tone::Track});
    if (under > 0) {
        std::string words = pen.fit(Letter::Axis, f.x.title, area.w);
        pen.text(Letter::Axis, area.x + area.w - pen.width(Letter::Axis, words), y + 5 + axis + 2, {Tone::Soft}, words);
    }
    return plane;
}

Plane draw_figure(const Figure& figure, Box place, Pen& pen, const Overlay& overlay) {
    switch (figure.kind) {
        case Figure::Kind::Lines: return draw_lines(figure, place, pen, overlay);
        case Figure::Kind::Strip: return draw_strip(figure, place, pen);
        case Figure::Kind::Split: return draw_split(figure, place, pen);
        case Figure::Kind::Tornado: return draw_tornado(figure, place, pen, overlay);
        case Figure::Kind::Dominoes: return draw_domino_rows(figure, place, pen);
        case Figure::Kind::Map: return draw_map(figure, place, pen, overlay);
    }
    return {};
}

}  // namespace parley
