// The timeline of one life: above, the ladder as a stepped band in the colours of the dots; below, what was received and done.
//
//   brand      advertising as density per week, posts as ticks
//   others     praise of ties up, blame down, complaints of ties as triangles
//   contact    questions and complaints above, replies (or none) below
//   purchases  purchases, failures, empty shelves
#include <algorithm>
#include <cmath>

#include "app/views/customer.h"
#include "app/views/views.h"
#include "study/number_format.h"
#include "app/widgets/plot.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr const char* kLanes[] = {"why.lane.brand", "why.lane.others", "why.lane.contact", "why.lane.purchases"};
constexpr int kLaneCount = 4;
constexpr float kLevels[kRungs] = {0.12f, 0.34f, 0.56f, 0.78f, 1.0f, 0.12f};

int lane_of(Sign sign) {
    switch (sign) {
        case Sign::Ads:
        case Sign::Post:
            return 0;
        case Sign::Praise:
        case Sign::Blame:
        case Sign::SawComplaint:
            return 1;
        case Sign::Bought:
        case Sign::Failed:
        case Sign::Empty:
            return 3;
        default:
            return 2;
    }
}

// Where in its lane a sign stands: 0 top, 1 bottom.
float height_of(Sign sign) {
    switch (sign) {
        case Sign::Praise:
        case Sign::Asked:
        case Sign::Complained:
            return 0.27f;
        case Sign::Blame:
        case Sign::InTime:
        case Sign::Late:
        case Sign::None:
        case Sign::Unasked:
        case Sign::SawComplaint:
            return 0.73f;
        default:
            return 0.5f;
    }
}

float gutter(const Paint& p) {
    float w = 0;
    for (const char* lane : kLanes) w = std::max(w, p.width(p.type.small, tr(lane)));
    return w + 12;
}

struct Lanes {
    Axes axes;
    float top, lane;   // of the first lane, height of each
    float middle(Sign sign) const { return top + lane * (static_cast<float>(lane_of(sign)) + height_of(sign)); }
};

// The rungs of a life as stretches of days.
struct Stretch {
    int from, to, rung;
};
std::vector<Stretch> stretches(const Life& life, int days) {
    std::vector<Stretch> out{{0, days, life.first_rung}};
    for (const ExplainedStep& step : life.steps) {
        out.back().to = step.day;
        out.push_back({step.day, days, step.to});
    }
    return out;
}

void draw_ladder_band(Paint& p, Rect r, const Axes& axes, const Life& life, const Life* instead, std::size_t slot, int days) {
    const ArmColours& arm = p.arm(slot);
    const Face& face = p.type.small;
    float room = r.h - face.height - 3, bottom = r.y + r.h, free_from = 0;
    auto level = [&](int rung) { return bottom - kLevels[rung] * room; };
    for (const Stretch& s : stretches(life, days)) {
        float x0 = axes.x(s.from), x1 = axes.x(s.to), y = level(s.rung);
        if (s.rung == kRungs - 1)
            p.list->AddRect({x0 + 0.7f, y}, {std::max(x1 - 0.7f, x0 + 1.5f), bottom}, arm.rungs[5], 0, 0, 1.4f);
        else
            p.list->AddRectFilled({x0, y}, {std::max(x1, x0 + 1.5f), bottom}, arm.rungs[static_cast<std::size_t>(s.rung)]);
        std::string word = tr(rung_words(s.rung));
        float w = p.width(face, word);
        if (x0 < free_from || w > x1 - x0 - 2) continue;
        p.text(face, x0 + 2, y - face.height - 2, p.colours.soft, word);
        free_from = x0 + w + 6;
    }
    if (!instead) return;
    std::vector<Point> line;
    for (const Stretch& s : stretches(*instead, days)) {
        line.push_back({axes.x(s.from), level(s.rung)});
        line.push_back({axes.x(s.to), level(s.rung)});
    }
    draw_line(p, line, p.colours.paper, 4, false);
    draw_line(p, line, p.colours.ink, 2, true);
}

void draw_advertising(Paint& p, const Lanes& lanes, const Life& life, const ArmColours& arm, int days) {
    std::vector<float> weekly(static_cast<std::size_t>(days / 7 + 1), 0.0f);
    for (const Trace::Received& r : life.trace.received)
        if (r.kind == Trace::Ads && r.day >= 1 && r.day <= days) weekly[static_cast<std::size_t>((r.day - 1) / 7)] += r.value;
    float most = *std::max_element(weekly.begin(), weekly.end());
    for (std::size_t w = 0; w < weekly.size(); ++w) {
        if (weekly[w] <= 0) continue;
        float x0 = lanes.axes.x(static_cast<double>(w) * 7), x1 = lanes.axes.x(std::min<double>(days, static_cast<double>(w + 1) * 7));
        p.fill({x0, lanes.top + 2, x1 - x0, lanes.lane - 4}, fade(arm.shape, 0.08f + 0.42f * weekly[w] / most));
    }
}

std::string spoken(Paint& p, std::size_t slot, const Life& life) {
    std::string received;
    for (std::size_t k = 0; k < kSigns; ++k)
        if (int n = p.memory.customer.drawn[slot][k])
            received += (received.empty() ? "" : ", ") + tr(sign_words(static_cast<Sign>(k))) + " " + number(n);
    return tr(life.purchases == 1 ? "why.spoken.one" : "why.spoken",
              {{"arm", life.name}, {"first", tr(rung_words(life.first_rung))}, {"last", tr(rung_words(life.last_rung))},
               {"n", number(life.purchases)}, {"received", received}});
}

Axes axes_of(const Paint& p, Rect r) {
    float left = gutter(p);
    return {{r.x + left, r.y, r.w - left, r.h}, 0, static_cast<double>(p.session.scenario().run.days), 0, 1};
}

}  // namespace

const char* rung_words(int rung) {
    constexpr const char* words[kRungs] = {"rung.never", "rung.maybe", "rung.probably", "rung.bought", "rung.repeat", "rung.left"};
    return words[rung];
}

float rung_dots(Paint& p, int rung, float x, float middle, std::size_t arm) {
    float d = std::round(p.type.small.em * 0.34f);
    Colour colour = p.arm(arm).rungs[static_cast<std::size_t>(rung)];
    if (rung == kRungs - 1)
        p.list->AddCircle({x + d, middle}, d - 0.7f, colour, 0, 1.4f);
    else
        p.list->AddCircleFilled({x + d, middle}, d, colour);
    return 2 * d + 5;
}

const char* sign_words(Sign sign) {
    constexpr const char* words[kSigns] = {"why.sign.ads",  "why.sign.post", "why.sign.praise",  "why.sign.blame",  "why.sign.saw_complaint",
                                           "why.sign.in_time", "why.sign.late", "why.sign.none", "why.sign.unasked", "why.sign.asked",
                                           "why.sign.complained", "why.sign.bought", "why.sign.failed", "why.sign.empty"};
    return words[static_cast<std::size_t>(sign)];
}

int sign_of(const Trace::Received& event) {
    const auto as = [](Sign sign) { return static_cast<int>(sign); };
    switch (event.kind) {
        case Trace::Ads: return as(Sign::Ads);
        case Trace::Posts: return as(Sign::Post);
        case Trace::Heard: return as(event.value < 0 ? Sign::Blame : Sign::Praise);
        case Trace::SawComplaint: return as(Sign::SawComplaint);
        case Trace::Reply: return as(Sign::InTime);
        case Trace::LateReply: return as(Sign::Late);
        case Trace::NoReply: return as(Sign::None);
        case Trace::UnaskedReply: return as(Sign::Unasked);
        case Trace::Asked: return as(Sign::Asked);
        case Trace::Complained: return as(Sign::Complained);
        case Trace::Failed: return as(Sign::Failed);
        case Trace::EmptyShelf: return as(Sign::Empty);
        default: return -1;
    }
}

void draw_sign(Paint& p, Sign sign, float x, float y, float size, const ArmColours& arm) {
    float r = size / 2;
    ImDrawList& l = *p.list;
    Colour ink = p.colours.ink;
    auto letter = [&](const char* words) {
        bool record = p.memory.record_texts;
        p.memory.record_texts = false;  // a mark, not a text
        Face face = p.type.small_strong;
        face.em = size * 1.5f, face.height = face.em * p.type.small_strong.height / p.type.small_strong.em;
        p.text_centred(face, x, y - face.height / 2, ink, words);
        p.memory.record_texts = record;
    };
    switch (sign) {
        case Sign::Ads:
            l.AddRectFilled({x - r * 1.3f, y - r}, {x + r * 1.3f, y + r}, fade(arm.shape, 0.4f));
            break;
        case Sign::Post:
            l.AddLine({x, y - r}, {x, y + r}, arm.text, 1.6f);
            break;
        case Sign::Praise:
            l.AddLine({x - r, y}, {x + r, y}, arm.text, 2);
            l.AddLine({x, y - r}, {x, y + r}, arm.text, 2);
            break;
        case Sign::Blame:
            l.AddLine({x - r, y}, {x + r, y}, ink, 2.2f);
            break;
        case Sign::SawComplaint:
            l.AddTriangle({x - r, y - r * 0.8f}, {x + r, y - r * 0.8f}, {x, y + r * 0.9f}, ink, 1.4f);
            break;
        case Sign::InTime:
            l.AddCircleFilled({x, y}, r, arm.text);
            break;
        case Sign::Late:
            l.AddCircle({x, y}, r - 0.5f, arm.text, 0, 1.4f);
            l.PathArcTo({x, y}, r, 1.5708f, 4.7124f, 10);
            l.PathFillConvex(arm.text);
            break;
        case Sign::None:
            l.AddCircle({x, y}, r - 0.5f, ink, 0, 1.4f);
            l.AddLine({x - r, y + r}, {x + r, y - r}, ink, 1.4f);
            break;
        case Sign::Unasked:
            l.AddQuadFilled({x, y - r * 1.2f}, {x + r * 1.2f, y}, {x, y + r * 1.2f}, {x - r * 1.2f, y}, arm.text);
            break;
        case Sign::Asked:
            letter("?");
            break;
        case Sign::Complained:
            letter("!");
            break;
        case Sign::Bought:
            l.AddCircle({x, y}, r, arm.text, 0, 2);
            break;
        case Sign::Failed:
            l.AddLine({x - r, y - r}, {x + r, y + r}, ink, 2);
            l.AddLine({x - r, y + r}, {x + r, y - r}, ink, 2);
            break;
        case Sign::Empty:
            l.AddRect({x - r, y - r}, {x + r, y + r}, ink, 0, 0, 1.4f);
            break;
        case Sign::count:
            break;
    }
}

std::string message_words(const Trace::Received& event) {
    bool counted = event.kind == Trace::Ads || event.kind == Trace::Posts;
    std::string n = counted ? number(std::round(event.value)) : std::to_string(event.other);
    std::string key = std::string("why.message.") + kind_name(event.kind);
    if (event.kind == Trace::Heard) key += event.value < 0 ? ".blame" : ".praise";
    if (n == "1" && has_text(key + ".one")) key += ".one";
    return tr(key, {{"n", n}});
}

std::string draw_timeline(Paint& p, Rect r, std::size_t slot, const Life& life, const Life* instead, std::uint32_t customer) {
    const ArmColours& arm = p.arm(slot);
    const Face &small = p.type.small, &strong = p.type.strong;
    CustomerMemory& m = p.memory.customer;
    int days = static_cast<int>(p.session.scenario().run.days);

    // name, from where to where
    p.mark(mark_of(slot), r.x + strong.em * 0.36f, r.y + strong.height / 2, strong.em * 0.62f, arm.shape);
    float x = r.x + strong.em * 0.95f;
    x += p.text(strong, x, r.y, arm.text, p.fit(strong, life.name, r.w * 0.4f)) + 12;
    std::string summary = tr(life.purchases == 0 ? "why.summary.none" : life.purchases == 1 ? "why.summary.one" : "why.summary",
                             {{"first", tr(rung_words(life.first_rung))}, {"last", tr(rung_words(life.last_rung))}, {"n", number(life.purchases)}});
    p.text(small, x, r.y + 0.8f * (strong.height - small.height), p.colours.soft, p.fit(small, summary, r.x + r.w - x));

    float top = r.y + strong.height + 2, h = r.y + r.h - top;
    Lanes lanes;
    lanes.axes = axes_of(p, {r.x, top, r.w, h});
    lanes.lane = std::clamp(h * 0.12f, 15.0f, 28.0f);
    lanes.top = r.y + r.h - kLaneCount * lanes.lane;
    const Rect& area = lanes.axes.area;
    Rect ladder{area.x, top, area.w, lanes.top - top - 3};

    // ground: quarters of a year, lanes and their names
    for (int week = 0; week * 7 <= days; week += 13) p.vertical(lanes.axes.x(week * 7.0), top + small.height, r.y + r.h, p.colours.grid);
    for (int k = 0; k < kLaneCount; ++k) {
        float y = lanes.top + lanes.lane * static_cast<float>(k);
        p.horizontal(r.x, r.x + r.w, y, p.colours.grid);
        p.text(small, r.x, y + (lanes.lane - small.height) / 2, p.colours.soft, tr(kLanes[k]));
    }
    p.horizontal(r.x, r.x + r.w, r.y + r.h, p.colours.grid);
    p.text(small, r.x, ladder.y + ladder.h - small.height - 2, p.colours.soft, p.fit(small, tr("why.lane.ladder"), area.x - r.x - 6));

    draw_ladder_band(p, ladder, lanes.axes, life, instead, slot, days);
    draw_advertising(p, lanes, life, arm, days);

    // marks, and the message nearest to the pointer
    m.drawn[slot].fill(0);
    ImVec2 mouse = ImGui::GetIO().MousePos;
    float size = std::clamp(lanes.lane * 0.42f, 6.0f, 11.0f), nearest = std::max(7.0f, p.frame.touch ? 20.0f : 0.0f);
    const Trace::Received* under = nullptr;
    Rect field{area.x - 4, lanes.top, area.w + 8, kLaneCount * lanes.lane};
    bool over = p.hovering(field);
    for (const Trace::Received& event : life.trace.received) {
        int which = sign_of(event);
        if (which < 0) continue;
        auto sign = static_cast<Sign>(which);
        ++m.drawn[slot][static_cast<std::size_t>(which)];
        float ex = lanes.axes.x(event.day), ey = lanes.middle(sign);
        if (sign == Sign::Post)
            p.list->AddLine({ex, lanes.top + 3}, {ex, lanes.top + lanes.lane - 3}, fade(arm.text, 0.7f), 1.2f);
        else if (sign != Sign::Ads)
            draw_sign(p, sign, ex, ey, sign == Sign::Praise || sign == Sign::Blame ? size * 0.8f : size, arm);
        bool removable = event.kind < Trace::kMessages && event.kind != Trace::NoReply;
        if (removable && m.arm == slot && event_id(event, customer) == m.word) {
            p.list->AddLine({ex, top}, {ex, r.y + r.h}, p.colours.ink, 1.4f);
            p.list->AddCircle({ex, ey}, size * 0.9f + 2, p.colours.ink, 0, 2);
        }
        float lane_top = lanes.top + lanes.lane * static_cast<float>(lane_of(sign));
        if (over && removable && mouse.y >= lane_top && mouse.y < lane_top + lanes.lane) {
            float d = std::abs(mouse.x - ex) + (sign == Sign::Ads ? 1.0f : 0) + std::abs(mouse.y - ey) * 0.3f;
            if (d < nearest) nearest = d, under = &event;
        }
    }
    for (const Trace::Choice& choice : life.trace.choices) {
        if (!choice.bought) continue;
        ++m.drawn[slot][static_cast<std::size_t>(Sign::Bought)];
        draw_sign(p, Sign::Bought, lanes.axes.x(choice.day), lanes.middle(Sign::Bought), size, arm);
    }
    // the day on screen
    if (int day = p.session.day(); day > 0) p.vertical(lanes.axes.x(day), ladder.y + small.height, r.y + r.h, fade(p.colours.ink, 0.35f), 1);

    tell(p, "why.life." + std::to_string(slot), Role::Image, spoken(p, slot, life), r, {}, tr("why.title"));
    Hit hit = p.hit("why.lanes." + std::to_string(slot), field);
    if (!under) {
        if (hit.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
        return {};
    }
    p.tip = {{lanes.axes.x(under->day) - 6, mouse.y - 8, 12, 16},
             tr("why.when", {{"week", number(week_of(under->day))}, {"day", number(under->day)}}),
             {message_words(*under), tr("why.message.click")}};
    return hit.clicked ? event_id(*under, customer) : std::string();
}

void draw_weeks(Paint& p, Rect r) {
    const Face& face = p.type.axis;
    Axes axes = axes_of(p, r);
    int weeks = static_cast<int>(p.session.scenario().run.days) / 7, step = weeks > 130 ? 52 : weeks > 78 ? 26 : weeks > 30 ? 13 : 4;
    float free_from = axes.area.x - 10;
    for (int w = 0; w <= weeks; w += step) {
        std::string words = w == 0 ? tr("time.start") : w == step ? tr("race.week", {{"week", number(w)}}) : number(w);
        float wide = p.width(face, words);
        float at = std::min(axes.x(w * 7.0) - (w == 0 ? 0 : wide / 2), axes.area.x + axes.area.w - wide);
        if (at < free_from) continue;
        p.text(face, at, r.y, p.colours.soft, words);
        free_from = at + wide + 8;
    }
}

float draw_timeline_key(Paint& p, float x, float y, float width, bool draw) {
    const Face& face = p.type.small;
    float at = x, top = y, step = face.height + 3;
    for (std::size_t k = 0; k < kSigns; ++k) {
        auto sign = static_cast<Sign>(k);
        std::string words = tr(sign_words(sign));
        float w = 15 + p.width(face, words);
        if (at > x && at + w > x + width) at = x, y += step;
        if (draw) {
            draw_sign(p, sign, at + 5, y + face.height / 2, 8, p.arm(2));
            p.text(face, at + 15, y, p.colours.soft, words);
        }
        at += w + 14;
    }
    return y + step - top;
}

}  // namespace parley
