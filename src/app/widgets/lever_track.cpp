#include "app/widgets/lever_track.h"

#include <algorithm>
#include <cmath>

#include "app/views/hints.h"
#include "app/views/memory.h"
#include "study/number_format.h"
#include "imgui.h"

namespace parley {

double TrackScale::place(double value) const {
    double t = std::clamp((value - min) / (max - min), 0.0, 1.0);
    return bent ? std::sqrt(t) : t;
}

double TrackScale::value(double place) const {
    double t = std::clamp(place, 0.0, 1.0);
    return min + (max - min) * (bent ? t * t : t);
}

TrackScale track_scale(const ParamSpec& lever, const Scenario& opened) {
    if (lever.kind == Kind::Count && lever.max > 20) return {lever.min, lever.max, true};
    if (lever.kind != Kind::Money || lever.max <= 1000) return {lever.min, lever.max, false};
    double largest = 0;
    for (const Arm& arm : opened.arms) largest = std::max(largest, value_of(arm.strategy, lever));
    if (largest <= 0) largest = lever.value > 0 ? lever.value : lever.max / 8;
    return {lever.min, std::min(lever.max, 8 * largest), true};
}

double rounded(const ParamSpec& lever, double value) {
    double step = step_of(lever);
    if (lever.kind == Kind::Money && value > 0) step = std::max(1.0, std::pow(10.0, std::floor(std::log10(value)) - 1));
    value = std::round(value / step) * step;
    return std::clamp(step < 1 ? std::round(value * 1e6) / 1e6 : value, lever.min, lever.max);
}

double step_of(const ParamSpec& lever) {
    switch (lever.kind) {
        case Kind::Share:
            return 0.01;
        case Kind::Number:
            return 0.1;
        default:
            return 1;
    }
}

std::string source_text(const char* source) {
    std::string_view rest(source);
    // "A", "A; paper (direction)", "paper (shape); A (value)"
    std::string out;
    while (!rest.empty()) {
        std::size_t stop = rest.find("; ");
        std::string_view part = rest.substr(0, stop);
        rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 2);
        if (!out.empty()) out += "; ";
        if (part == "A")
            out += tr("source.assumption");
        else if (part.substr(0, 3) == "A (")
            out += tr("source.assumption") + std::string(part.substr(1));
        else
            out += part;
    }
    return out;
}

namespace {

std::string range_text(const ParamSpec& lever, const std::string& sign) {
    auto show = [&](double v) {
        if (lever.kind == Kind::Share) return percent(v);
        if (lever.kind == Kind::Money) return money(v, sign);
        return number(v);
    };
    std::string unit = lever.unit;
    if (std::size_t at = unit.find("currency"); at != std::string::npos) unit.replace(at, 8, sign);
    bool plain = unit == "-";
    return tr(plain ? "lever.range" : "lever.range_unit", {{"min", show(lever.min)}, {"max", show(lever.max)}, {"unit", unit}});
}

// Half of a thumb that two arms share, left or right of x: the first arm's is square, the second's round.
void half_thumb(Paint& p, std::size_t arm, bool left, float x, float y, float size) {
    float r = size / 2, h = r * 0.92f, gap = left ? -0.75f : 0.75f, side = left ? -1.0f : 1.0f;
    ImDrawList& l = *p.list;
    for (int layer = 0; layer < 2; ++layer) {
        float grow = layer == 0 ? 1.5f : 0.0f;
        Colour colour = layer == 0 ? p.colours.paper : p.arm(arm).shape;
        if (arm == 0) {
            float inner = x + gap - side * grow, outer = x + side * (h + grow);
            l.AddRectFilled({std::min(inner, outer), y - h - grow}, {std::max(inner, outer), y + h + grow}, colour, size * 0.16f,
                            left ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersRight);
        } else {
            constexpr float kQuarter = 1.5707963f;
            l.PathArcTo({x + gap - side * grow * 0.5f, y}, r + grow, left ? kQuarter : -kQuarter, left ? 3 * kQuarter : kQuarter,
                        20);
            l.PathFillConvex(colour);
        }
    }
}

Tip lever_tip(Paint& p, const ParamSpec& lever, Rect at) {
    std::string sign = currency_sign(p.session.scenario());
    return {
        at,
        lever.label,
        {lever.help, range_text(lever, sign), tr("lever.source", {{"source", source_text(lever.source)}}), tr("lever.reset")}};
}

// Weights add up to 100 in every shipped scenario, and whenever a hand moves one: the others follow in proportion, so that each stands at
// its share of the budget, as its number says.
void move_to(Session& session, std::size_t arm, const ParamSpec& lever, double value) {
    if (lever.kind == Kind::Weight) session.set_share(arm, lever, value / 100);
    else session.set_lever(arm, lever, value);
}

}  // namespace

void lever_row(Paint& p, const ParamSpec& lever, Rect row, Rect shown) {
    const Palette& c = p.colours;
    const Scenario& scenario = p.session.scenario();
    const Scenario& opened = p.session.opened();
    std::string sign = currency_sign(scenario), id = std::string("lever.") + lever.name;
    std::size_t n_arms = scenario.arms.size();
    TrackScale scale = track_scale(lever, opened);

    if (hinted_lever(p.session) == lever.name && contains(shown, row.x + 1, row.y + 1)) p.memory.hinted_row = row;

    // geometry: a line of words over the track
    float thumb = p.layout.thumb, words = p.type.body.height;
    float between = std::clamp(row.h - words - thumb - 6, 1.0f, 5.0f), block = words + between + thumb,
          top = row.y + (row.h - block) / 2;
    float rail_x = row.x + thumb / 2, rail_w = row.w - thumb, rail_y = top + words + between + thumb / 2;
    Rect grip{row.x - 6, top + words, row.w + 12, row.y + row.h - top - words};

    // answers of the twins, before anything is drawn with the values
    bool focused = false;
    for (std::size_t a = 0; a < n_arms; ++a) {
        std::string own = "lever." + std::to_string(a) + '.' + lever.name;
        double value = 0;
        if (p.ui.changed(own, value) && p.live) move_to(p.session, a, lever, value);
        focused = focused || p.ui.focused(own);
    }

    // where the thumbs stand; two that meet share one, each keeping the half on its own side
    std::vector<float> at(n_arms);
    bool joined = false;
    std::size_t left_arm = 0;
    auto settle = [&] {
        for (std::size_t a = 0; a < n_arms; ++a)
            at[a] = rail_x + rail_w * static_cast<float>(scale.place(value_of(p.session.scenario().arms[a].strategy, lever)));
        joined = n_arms > 1 && std::abs(at[0] - at[1]) < thumb * 0.6f;
        left_arm = n_arms > 1 && at[1] < at[0] - 0.01f ? 1 : 0;
    };
    settle();

    // the pointer: the nearest thumb follows it
    Hit hit = p.hit(id, grip);
    Drag& drag = p.memory.drag;
    ImVec2 mouse = ImGui::GetIO().MousePos;
    std::size_t near = 0;
    for (std::size_t a = 1; a < n_arms; ++a)
        if (std::abs(mouse.x - at[a]) < std::abs(mouse.x - at[near])) near = a;
    if (joined && near < 2) near = mouse.x < (at[0] + at[1]) / 2 ? left_arm : 1 - left_arm;
    if (hit.pressed) {
        drag = {id, near, 0};
        if (std::abs(mouse.x - at[near]) <= thumb * 0.7f) drag.offset = mouse.x - at[near];
    }
    bool dragging = hit.held && drag.id == id;
    if (hit.twice) {
        move_to(p.session, drag.arm, lever, value_of(opened.arms[std::min(drag.arm, opened.arms.size() - 1)].strategy, lever));
        drag.id.clear();
    } else if (dragging) {
        double value = rounded(lever, scale.value((mouse.x - drag.offset - rail_x) / rail_w));
        if (value != value_of(p.session.scenario().arms[drag.arm].strategy, lever)) move_to(p.session, drag.arm, lever, value);
        p.frame.wishes.keep_awake = true;
    }
    settle();

    // label, with a dot where the lever was moved away from the scenario
    bool moved = false;
    for (std::size_t a = 0; a < n_arms; ++a)
        moved = moved || value_of(p.session.scenario().arms[a].strategy, lever) !=
                             value_of(opened.arms[std::min(a, opened.arms.size() - 1)].strategy, lever);
    std::vector<std::string> values;
    float column = 0, values_w = 0;
    for (std::size_t a = 0; a < n_arms; ++a) {
        values.push_back(lever_text(lever, p.session.scenario().arms[a].strategy, sign));
        column = std::max(column, p.width(p.type.strong, values.back()));
    }
    // Equal values stand once and in grey, so that what differs catches the eye.  Those of many arms are smaller, and closer where
    // the label needs the room.
    bool equal = n_arms > 1 && std::all_of(values.begin(), values.end(), [&](const std::string& v) { return v == values[0]; });
    const Face& value_face = n_arms > 2 ? p.type.small_strong : p.type.strong;
    const float natural_w = column * value_face.em / p.type.strong.em;
    column = std::max(natural_w, p.width(value_face, "100\u202f%")) + 8;
    if (n_arms > 2 && p.width(p.type.body, lever.label) > row.w - column * static_cast<float>(n_arms)) column = natural_w + 7;
    values_w = equal ? p.width(p.type.body, values[0]) + 8 : column * static_cast<float>(n_arms);
    float label_x = row.x, mark = moved ? 12.0f : 0.0f;
    if (moved) p.list->AddCircleFilled({row.x + 4, top + words / 2 + 1}, 3.5f, c.ink);
    Face face = moved ? p.type.strong : p.type.body;
    float label_room = row.w - values_w - mark + 2, natural = p.width(face, lever.label);
    if (natural > label_room) {  // a little smaller before anything is left out
        float k = std::max(0.8f, label_room / natural);
        face.em *= k, face.height *= k;
    }
    p.text(face, label_x + mark, top + 0.8f * (p.type.body.height - face.height), c.ink, p.fit(face, lever.label, label_room));
    if (equal) p.text_right(p.type.body, row.x + row.w, top, c.soft, values[0]);
    for (std::size_t a = 0; a < n_arms && !equal; ++a)
        p.text_right(value_face, row.x + row.w - column * static_cast<float>(n_arms - 1 - a),
                     top + 0.8f * (p.type.strong.height - value_face.height), p.arm(a).text, values[a]);

    // rail, the difference, thumbs
    p.fill({rail_x, p.snap(rail_y - 1), rail_w, 2}, c.track, 1);
    if (n_arms > 1) {
        float x0 = std::min(at[0], at[1]), x1 = std::max(at[0], at[1]);
        p.fill({x0, p.snap(rail_y - 1), x1 - x0, 2}, c.soft, 1);
    }
    for (std::size_t a = 0; a < n_arms; ++a) {  // where the scenario had it
        double was = value_of(opened.arms[std::min(a, opened.arms.size() - 1)].strategy, lever);
        if (was != value_of(p.session.scenario().arms[a].strategy, lever))
            p.vertical(rail_x + rail_w * static_cast<float>(scale.place(was)), rail_y - thumb * 0.35f, rail_y + thumb * 0.35f,
                       p.arm(a).shape, 2);
    }
    for (std::size_t a = 0; a < n_arms; ++a) {
        bool over = (dragging && drag.arm == a) || (hit.hovered && !dragging && near == a);
        if (joined && a < 2) {
            half_thumb(p, a, a == left_arm, at[a], rail_y, over ? thumb + 2 : thumb);
            continue;
        }
        p.mark(mark_of(a), at[a], rail_y, thumb + 3, c.paper);
        p.mark(mark_of(a), at[a], rail_y, over ? thumb + 2 : thumb, p.arm(a).shape);
    }

    // twins, in the order of the arms
    for (std::size_t a = 0; a < n_arms; ++a) {
        Widget w;
        w.id = "lever." + std::to_string(a) + '.' + lever.name;
        w.role = Role::Slider;
        w.name = p.arm_name(a) + ": " + lever.label;
        w.value = values[a];
        w.now = value_of(p.session.scenario().arms[a].strategy, lever);
        w.min = lever.min, w.max = lever.max, w.step = step_of(lever);
        w.disabled = !p.live;
        w.group = tr("levers.group." + std::to_string(static_cast<int>(lever.group)));
        Rect own{at[a] - thumb / 2, rail_y - thumb / 2, thumb, thumb},
            box = inset(own, -std::max(0.0f, p.layout.target - thumb) / 2);
        if (joined && a < 2) {
            float middle = (at[0] + at[1]) / 2;
            own.w = thumb / 2, box.w = box.w / 2;
            if (a != left_arm)
                own.x = box.x = middle;
            else
                own.x = middle - own.w, box.x = middle - box.w;
        }
        box.x = std::clamp(box.x, shown.x, std::max(shown.x, shown.x + shown.w - box.w));
        box.y = std::clamp(box.y, shown.y, std::max(shown.y, shown.y + shown.h - box.h));
        w.x = box.x, w.y = box.y, w.w = box.w, w.h = box.h;
        if (p.ui.focused(w.id)) p.focus_ring(own, a == 1 && !joined ? thumb / 2 : 3);
        p.ui.add(std::move(w));
    }
    if ((hit.hovered && !dragging && !p.frame.touch) || (p.hovering({row.x, top, row.w, words}) && !p.frame.touch) || focused)
        p.tip = lever_tip(p, lever, {row.x, top, row.w, block}), p.tip.at_once = focused;
}

}  // namespace parley
