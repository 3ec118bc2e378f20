#include "app/widgets/value_row.h"

#include <algorithm>
#include <cmath>

#include "app/session/row_text.h"
#include "app/views/memory.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/lever_track.h"
#include "imgui.h"

namespace parley {
namespace {

// A track that shows what a scenario is likely to use of a wide range.
TrackScale scale_of(const ValueRow& v) {
    const ParamSpec& row = *v.row;
    const double usual = std::max(std::abs(v.usual), std::abs(row.value));
    if (row.min < 0 || row.kind == Kind::Share) return {row.min, row.max, false};
    if (row.max > 20 * usual && usual > 0) return {row.min, std::min(row.max, std::max(8 * usual, v.value)), true};
    return {row.min, row.max, row.max > 20};
}

// A value a person may have meant: two or three figures of it.
double meant(const ParamSpec& row, double value) {
    double step = row.kind == Kind::Share ? 0.01 : std::pow(10.0, std::floor(std::log10(std::max(1e-9, std::abs(value)))) - 1);
    if (row.whole()) step = std::max(1.0, step);
    return std::clamp(std::round(std::round(value / step) * step * 1e9) / 1e9, row.min, row.max);
}

constexpr float kGap = 6;

float side(const Paint& p) { return std::max(p.layout.target, p.type.body.height + p.layout.thumb * 0.9f + 4); }
float option_h(const Paint& p) { return std::max(p.layout.target, p.type.body.height + 12); }
std::string help_of(const ValueRow& v) { return (v.beside.empty() ? "" : v.beside + ' ') + v.row->help + ' ' + range_text(*v.row, v.sign); }

}  // namespace

float value_row_height(Paint& p, const ValueRow& v, float width) {
    float h = side(p) + 4 + p.paragraph(p.type.small, 0, 0, width, 0, help_of(v), 6, false);
    if (!v.refusal.empty()) h += p.paragraph(p.type.small_strong, 0, 0, width, 0, v.refusal, 6, false) + 3;
    if (v.open) h += kGap + option_h(p) * static_cast<float>(v.row->options.size());
    return h;
}

ValueAnswer draw_value_row(Paint& p, const ValueRow& v, Rect r) {
    const Palette& c = p.colours;
    const ParamSpec& row = *v.row;
    ValueAnswer answer;
    const std::string name = v.heading + ": " + row.label, shown = row_value(row, v.value, v.sign);
    const float h = side(p), box_w = std::min(r.w * 0.42f, p.type.body.em * (row.kind == Kind::Choice ? 15.0f : 9.0f));
    const bool moved = v.value != v.usual;

    // label over its track, the value at the right
    const float label_w = r.w - box_w - 16;
    if (moved) p.list->AddCircleFilled({r.x + 4, r.y + p.type.strong.height / 2 + 1}, 3.5f, c.ink);
    const Face& face = moved ? p.type.strong : p.type.body;
    p.text(face, r.x + (moved ? 12.0f : 0.0f), r.y, c.ink, p.fit(face, row.label, label_w - (moved ? 12.0f : 0.0f)));
    const Rect box{r.x + r.w - box_w, r.y + (h - option_h(p)) / 2, box_w, option_h(p)};
    if (row.kind == Kind::Choice) {
        ButtonLook look;
        look.opens = true;
        look.expanded = v.open;
        look.name = name + ": " + shown;
        look.group = v.group;
        answer.toggled = button(p, v.id + ".options", box, shown, look);
    } else {
        answer.words = field(p, v.id, box, name, shown, {.number = true, .group = v.group, .refusal = v.refusal});

        const TrackScale scale = scale_of(v);
        const float thumb = p.layout.thumb * 0.9f, rail_y = r.y + h - thumb / 2 - 1, rail_x = r.x + thumb / 2, rail_w = label_w - thumb;
        Rect grip{r.x - 4, rail_y - std::max(thumb, 18.0f) / 2, label_w + 8, std::max(thumb, 18.0f)};
        Hit hit = p.hit(v.id + ".track", grip);
        Drag& drag = p.memory.drag;
        double value = v.value;
        if (hit.pressed) drag = {v.id, 0, 0};
        if (hit.held && drag.id == v.id) {
            const double to = meant(row, scale.value((ImGui::GetIO().MousePos.x - rail_x) / rail_w));
            if (to != v.value) answer.value = value = to;
            p.frame.wishes.keep_awake = true;
        }
        const std::string twin = v.id + ".slider";
        double wanted = 0;
        if (p.live && p.ui.changed(twin, wanted)) answer.value = value = std::clamp(row.whole() ? std::round(wanted) : wanted, row.min, row.max);
        const float at = rail_x + rail_w * static_cast<float>(scale.place(value));
        p.fill({rail_x, p.snap(rail_y - 1), rail_w, 2}, c.track, 1);
        if (moved) p.vertical(rail_x + rail_w * static_cast<float>(scale.place(v.usual)), rail_y - thumb * 0.4f, rail_y + thumb * 0.4f, c.soft, 2);
        const Mark mark = v.arm < 0 ? Mark::Round : mark_of(static_cast<std::size_t>(v.arm));
        p.mark(mark, at, rail_y, thumb + 3, c.paper);
        p.mark(mark, at, rail_y, thumb + (hit.hovered || hit.held ? 2.0f : 0.0f), v.arm < 0 ? c.ink : p.arm(static_cast<std::size_t>(v.arm)).shape);
        if (p.ui.focused(twin)) p.focus_ring({at - thumb / 2, rail_y - thumb / 2, thumb, thumb}, thumb / 2);
        Widget w;
        w.id = twin;
        w.role = Role::Slider;
        w.name = name;
        w.value = row_text(row, value, v.sign);
        w.now = value, w.min = row.min, w.max = row.max;
        w.step = row.whole() ? 1 : row.kind == Kind::Share ? 0.01 : std::max(1e-6, std::pow(10.0, std::floor(std::log10(std::max(1e-4, std::abs(v.usual)))) - 1));
        w.group = v.group;
        w.disabled = !p.live;
        place_twin(p, w, {at - thumb / 2, rail_y - thumb / 2, thumb, thumb});
        p.ui.add(std::move(w));
    }

    // below: what it means, and why a value was refused
    float y = r.y + h + 4;
    if (!v.refusal.empty()) {
        tell(p, v.id + ".refused", Role::Text, v.refusal, {r.x, y, r.w, 1}, {}, v.group);
        y += p.paragraph(p.type.small_strong, r.x, y, r.w, c.ink, v.refusal, 6) + 3;
    }
    y += p.paragraph(p.type.small, r.x, y, r.w, c.soft, help_of(v), 6);
    if (v.open) {
        y += kGap;
        for (std::size_t i = 0; i < row.options.size(); ++i, y += option_h(p)) {
            ButtonLook look;
            look.kind = ButtonLook::Row;
            look.choice = true;
            look.pressed = v.value == static_cast<double>(i);
            look.group = v.group;
            look.name = std::string(row.label) + ": " + row.options[i].label;
            if (button(p, v.id + ".option." + std::to_string(i), {r.x + 8, y, r.w - 8, option_h(p) - 2}, row.options[i].label, look)) {
                answer.value = static_cast<double>(i);
                answer.toggled = true;
            }
        }
    }
    const Rect head{r.x, r.y, label_w, h};
    if ((p.hovering(head) && !p.frame.touch) || p.ui.focused(v.id) || p.ui.focused(v.id + ".slider"))
        p.tip = {head, row.label, {row.help, range_text(row, v.sign), tr("lever.source", {{"source", source_text(row.source)}})},
                 p.ui.focused(v.id + ".slider")};
    return answer;
}

}  // namespace parley
