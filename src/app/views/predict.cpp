// Predict: the card on which a forecast is made, and on which it meets what came.
//
// Made: who, a line drawn by hand over the weeks (or set at the quarters), how sure.  Revealed: the drawn line stays, a second one
// grows out of it into the result within kReveal seconds, and the distance is said in words.
#include <algorithm>
#include <cmath>

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"
#include "app/widgets/plot.h"
#include "app/widgets/slider.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr double kReveal = 2.0;             // seconds from forecast to result
constexpr double kMostDrawn = 0.3;          // a gap of sales that the paper has room for, as a share
constexpr int kQuarters = 4;

double eased(double t) { return t * t * (3 - 2 * t); }

std::string group() { return tr("predict.title"); }
std::string gap_words(double share, int decimals = 0) { return signed_number(100 * share, decimals) + "\u202f%"; }

std::string call_words(Paint& p, Call call) {
    return call == Call::Same ? tr("predict.same") : p.arm_name(call == Call::First ? p.session.arm_a() : p.session.arm_b());
}

int weeks_of(const Session& session) { return static_cast<int>(session.scenario().run.days) / 7; }

// The paper the line is drawn on: gap of each week, zero in the middle.
Axes draw_paper(Paint& p, Rect r, double most, int weeks) {
    const Face& face = p.type.axis;
    const float label_w = p.width(face, "\u2212" + percent(most)) + 10, below = face.height + 6;
    Axes axes{{r.x + label_w, r.y + 4, r.w - label_w - 8, r.h - below - 6}, 0, static_cast<double>(weeks), -most, most};
    for (const double tick : ticks(-most, most, 7)) {
        const float y = axes.y(tick);
        p.horizontal(axes.area.x, axes.area.x + axes.area.w, y, std::abs(tick) < 1e-9 ? p.colours.faint : p.colours.grid);
        p.text_right(face, axes.area.x - 10, y - face.height / 2, p.colours.soft, std::abs(tick) < 1e-9 ? "0" : gap_words(tick));
    }
    for (int q = 0; q <= kQuarters; ++q) {
        const int week = weeks * q / kQuarters;
        const std::string words = q == 0 ? tr("time.start") : tr("time.week_n", {{"week", number(week)}});
        const float x = axes.x(week), w = p.width(face, words);
        p.text(face, std::clamp(x - w / 2, axes.area.x - 4, axes.area.x + axes.area.w + 8 - w), axes.area.y + axes.area.h + 5,
               p.colours.soft, words);
    }
    return axes;
}

std::vector<Point> points_of(const Axes& axes, const std::vector<double>& line, std::size_t weeks) {
    std::vector<Point> out;
    for (std::size_t week = 0; week <= weeks && week < line.size(); ++week)
        out.push_back({axes.x(static_cast<double>(week)), std::clamp(axes.y(line[week]), axes.area.y, axes.area.y + axes.area.h)});
    return out;
}

// The hand: from where it was in the last frame to where it is.
void answer_hand(Paint& p, const Axes& axes, int weeks) {
    PredictMemory& m = p.memory.predict;
    const Hit hit = p.hit("forecast.paper", inset(axes.area, -6));
    if (!hit.held) {
        m.drawing = false;
        return;
    }
    const ImVec2 at = ImGui::GetIO().MousePos;
    const double week = std::clamp(axes.at_x(at.x), 0.0, static_cast<double>(weeks));
    const double gap = std::clamp(axes.y0 + (axes.y1 - axes.y0) * static_cast<double>((axes.area.y + axes.area.h - at.y) / axes.area.h),
                                  axes.y0, axes.y1);
    Forecast& f = p.session.draft();
    if (m.drawing)
        f.draw(weeks, m.week, m.gap, week, gap);
    else
        f.draw(weeks, week, gap, week, gap);
    m.drawing = true, m.week = week, m.gap = gap;
    p.frame.wishes.keep_awake = true;
}

// The same by keyboard: the gap at the end of each quarter.
void answer_quarters(Paint& p, const Axes& axes, int weeks) {
    Forecast& f = p.session.draft();
    for (int q = 1; q <= kQuarters; ++q) {
        const int week = weeks * q / kQuarters, before = weeks * (q - 1) / kQuarters, after = weeks * (q + 1) / kQuarters;
        double gap = f.at_week(week);
        SliderLook look;
        look.min = -kMostDrawn, look.max = kMostDrawn, look.step = 0.01;
        look.name = tr("predict.quarter", {{"arm", p.arm_name(p.session.arm_b())}, {"week", number(week)}});
        look.value = gap_words(gap);
        look.group = group();
        look.rail = false;
        const float x = axes.x(week), y = axes.y(std::clamp(gap, -kMostDrawn, kMostDrawn)), half = p.layout.target / 2;
        if (slider(p, "forecast.quarter." + std::to_string(q), {x - half, y - half, 2 * half, 2 * half}, gap, look)) {
            f.draw(weeks, before, f.at_week(before), week, gap);
            if (q < kQuarters && f.drawn > week) f.draw(weeks, week, gap, after, f.at_week(after));
        }
        if (!f.line.empty()) {
            p.list->AddCircleFilled({x, y}, 5, p.colours.paper);
            p.list->AddCircle({x, y}, 5, p.arm(p.session.arm_b()).shape, 0, 2);
        }
    }
}

// Three large choices side by side; below each other where it is narrow.
float draw_choices(Paint& p, Rect r, bool locked) {
    Forecast& f = p.session.draft();
    const Call calls[] = {Call::First, Call::Second, Call::Same};
    const bool narrow = r.w < 460;
    const float gap = 12, h = std::max(p.layout.target, std::round(p.type.title.height * 2.1f));
    const float w = narrow ? r.w : (r.w - 2 * gap) / 3;
    for (int i = 0; i < 3; ++i) {
        const Rect box{narrow ? r.x : r.x + static_cast<float>(i) * (w + gap), narrow ? r.y + static_cast<float>(i) * (h + 8) : r.y, w, h};
        const bool chosen = f.called && f.call == calls[i];
        ButtonLook look;
        look.choice = true;
        look.pressed = chosen;
        look.disabled = locked;
        look.name = call_words(p, calls[i]);
        look.group = group();
        if (button(p, "forecast.call." + std::to_string(i), box, {}, look) && !locked) f.call = calls[i], f.called = true;
        // the words in the arm's own colour, with its mark
        const Face& face = p.type.title;
        const std::string words = p.fit(face, call_words(p, calls[i]), box.w - 2 * face.em - 12);
        const bool arm = calls[i] != Call::Same;
        const std::size_t index = i == 0 ? p.session.arm_a() : p.session.arm_b();
        const float mark = arm ? face.em * 0.62f : 0, all = p.width(face, words) + (arm ? mark + 10 : 0);
        const float x = box.x + (box.w - all) / 2, y = box.y + (box.h - face.height) / 2;
        if (arm) p.mark(mark_of(index), x + mark / 2, box.y + box.h / 2, mark, p.arm(index).shape);
        p.text(face, x + (arm ? mark + 10 : 0), y, arm ? p.arm(index).text : p.colours.ink, words);
        if (chosen) p.frame_of(inset(box, 1), arm ? p.arm(index).shape : p.colours.ink, 7, 3);
    }
    return narrow ? 3 * h + 16 : h;
}

void draw_making(Paint& p, Rect in) {
    Session& session = p.session;
    Forecast& f = session.draft();
    const bool locked = session.cover() == Session::Cover::Locked;
    const int weeks = weeks_of(session);
    const std::size_t b = session.arm_b();

    float y = in.y;
    const auto& card = session.scenario().predict;
    const std::string question = card && !card->question.empty() ? card->question.in("en") : tr("predict.question");
    y += p.paragraph(p.type.title, in.x, y, in.w, p.colours.ink, question, 2);
    y += p.paragraph(p.type.body, in.x, y, in.w, p.colours.soft, tr(locked ? "predict.locked" : "predict.lead"), 2) + 12;
    tell(p, "predict.question", Role::Text, question, {in.x, in.y, in.w, y - in.y}, {}, group());
    y += draw_choices(p, {in.x, y, in.w, 0}, locked) + 16;

    const float foot = std::max(p.layout.control, p.layout.target) + 4;
    const std::string how = tr("predict.draw", {{"arm", p.arm_name(b)}});
    y += p.paragraph(p.type.small, in.x, y, in.w, p.colours.soft, how, 2) + 4;
    const Rect paper{in.x, y, in.w, std::max(110.0f, in.y + in.h - foot - 16 - y)};
    const Axes axes = draw_paper(p, paper, kMostDrawn, weeks);
    tell(p, "forecast.chart", Role::Image, f.line.empty() ? how : tr("predict.drawn", {{"gap", gap_words(f.at_week(weeks))}}), paper, {}, group());
    if (!locked) answer_hand(p, axes, weeks);
    if (!f.line.empty()) {
        const auto drawn = static_cast<std::size_t>(std::max(f.drawn, 1)), end = static_cast<std::size_t>(weeks);
        draw_line(p, points_of(axes, f.line, drawn), p.arm(b).shape, 3, false);
        if (drawn < end) draw_line(p, points_of(axes, f.line, end), fade(p.arm(b).shape, 0.4f), 2, true);
    } else {
        const std::string hint = tr("predict.hint");
        p.text_centred(p.type.body, axes.area.x + axes.area.w / 2, axes.area.y + axes.area.h * 0.25f, p.colours.soft,
                       p.fit(p.type.body, hint, axes.area.w));
    }
    if (!locked) answer_quarters(p, axes, weeks);

    // how sure, and the end of it
    y = in.y + in.h - foot;
    ButtonLook look;
    look.kind = ButtonLook::Dark;
    look.group = group();
    look.disabled = !locked && !f.called;
    const std::string lock = tr(locked ? "predict.reveal" : "predict.lock");
    const float lock_w = button_width(p, lock, look) + 12, sure_w = p.width(p.type.body, tr("predict.sure")) + 12,
                value_w = p.width(p.type.strong, "100\u202f%") + 12;
    SliderLook sure;
    sure.min = 0.5, sure.max = 1, sure.step = 0.05;
    sure.name = tr("predict.sure");
    sure.value = percent(f.confidence);
    sure.group = group();
    sure.disabled = locked;
    p.text(p.type.body, in.x, y + (foot - p.type.body.height) / 2, p.colours.ink, tr("predict.sure"));
    slider(p, "forecast.sure", {in.x + sure_w, y, std::max(60.0f, in.w - sure_w - value_w - lock_w - 24), foot}, f.confidence, sure);
    p.text_right(p.type.strong, in.x + in.w - lock_w - 14, y + (foot - p.type.strong.height) / 2, p.colours.ink, percent(f.confidence));
    if (button(p, locked ? "forecast.reveal" : "forecast.lock", {in.x + in.w - lock_w, y, lock_w, foot}, lock, look)) {
        if (locked) {
            start_reveal(p.session, p.frame.state);
        } else if (session.lock_forecast()) {
            p.frame.state.panel = Panel::None;
            session.seek(0);
            session.play(true);
        }
    }
}

// What the card says when the line has moved.
struct Outcome {
    std::string headline;
    std::vector<std::string> lines;
};

Outcome outcome_of_forecast(Paint& p) {
    const Session& session = p.session;
    const Comparison* c = session.comparison();
    const Forecast* f = session.forecast();
    Outcome out;
    out.headline = c ? c->verdict.text : tr("verdict.none.detail");
    if (!f) {
        out.lines.push_back(tr("predict.changed"));
        return out;
    }
    const std::string sure = percent(f->confidence), said = call_words(p, f->call);
    const Scored* s = session.score();
    if (!s) {
        out.lines.push_back(tr("predict.counting", {{"said", said}, {"sure", sure}}));
        return out;
    }
    out.lines.push_back(tr(s->right() ? "predict.right" : "predict.wrong", {{"said", said}, {"sure", sure}, {"came", call_words(p, s->result)}}));
    if (!f->line.empty()) {
        const double points = 100 * (s->gap_forecast - s->gap_result);
        out.lines.push_back(tr(std::abs(points) < 0.5 ? "predict.gap.met" : points > 0 ? "predict.gap.high" : "predict.gap.low",
                               {{"drawn", gap_words(s->gap_forecast, 1)}, {"came", gap_words(s->gap_result, 1)}, {"points", number(std::abs(points), 1)},
                                {"week", number(week_of(c->verdict.day))},
                                {"arm", p.arm_name(session.arm_b())}}));
    }
    const Calibration k = calibration_of(session.scores());
    if (k.forecasts > 1)
        out.lines.push_back(tr("predict.calibration", {{"n", number(k.forecasts)}, {"right", number(k.right)}, {"sure", percent(k.confidence)},
                                                       {"brier", number(k.brier, 2)}}));
    return out;
}

void draw_revealed(Paint& p, Rect in) {
    Session& session = p.session;
    ViewState& state = p.frame.state;
    const Forecast* f = session.forecast();
    const int weeks = weeks_of(session);
    const std::size_t b = session.arm_b();
    const Outcome out = outcome_of_forecast(p);

    float y = in.y;
    y += p.paragraph(p.type.title, in.x, y, in.w, p.colours.ink, out.headline, 3) + 6;
    for (const std::string& line : out.lines) y += p.paragraph(p.type.body, in.x, y, in.w, p.colours.soft, line, 2) + 2;
    std::string spoken = out.headline;
    for (const std::string& line : out.lines) spoken += ' ' + line;
    tell(p, "predict.outcome", Role::Status, spoken, {in.x, in.y, in.w, y - in.y}, {}, group());
    y += 8;

    const float foot = std::max(p.layout.control, p.layout.target) + 4;
    const Rect paper{in.x, y, in.w, std::max(110.0f, in.y + in.h - foot - 16 - y)};
    if (const Ensemble* e = session.ensemble()) {
        PredictMemory& m = p.memory.predict;
        if (m.stamp != session.results_stamp()) m.stamp = session.results_stamp(), m.result = weekly_gap(*e, session.arm_a(), b);
        std::vector<double> from = f && !f->line.empty() ? f->line : std::vector<double>(m.result.size(), 0.0);
        from.resize(m.result.size(), from.back());
        double most = 0.05;
        for (const auto* line : {&from, &m.result})
            for (const double v : *line) most = std::max(most, 1.15 * std::abs(v));
        const double t = state.calm ? 1 : eased(std::clamp((p.frame.time - state.reveal_since) / kReveal, 0.0, 1.0));
        if (t < 1) p.frame.wishes.keep_awake = true;
        std::vector<double> now(m.result.size());
        for (std::size_t i = 0; i < now.size(); ++i) now[i] = from[i] + (m.result[i] - from[i]) * t;
        const Axes axes = draw_paper(p, paper, most, weeks);
        const auto end = static_cast<std::size_t>(weeks);
        if (f && !f->line.empty()) draw_line(p, points_of(axes, from, end), p.colours.soft, 2, true);
        draw_line(p, points_of(axes, now, end), p.arm(b).shape, 3, false);
        // direct labels, on the side where they do not meet
        const Face& face = p.type.small_strong;
        const float right = axes.area.x + axes.area.w - 4;
        const bool above = now.back() >= from.back();
        const auto label = [&](double v, bool over, Colour colour, const std::string& words) {
            const float ly = std::clamp(axes.y(v) + (over ? -face.height - 5 : 6.0f), axes.area.y, axes.area.y + axes.area.h - face.height);
            const float w = p.width(face, words);
            p.fill({right - w - 3, ly, w + 6, face.height}, fade(p.colours.paper, 0.85f), 3);
            p.text_right(face, right, ly, colour, words);
        };
        label(now.back(), above, p.arm(b).text, tr("predict.came"));
        if (f && !f->line.empty()) label(from.back(), !above, p.colours.soft, tr("predict.yours"));
        tell(p, "forecast.chart", Role::Image,
             tr("predict.chart", {{"arm", p.arm_name(b)}, {"drawn", gap_words(from.back())}, {"came", gap_words(m.result.back())}}), paper, {}, group());
    }

    y = in.y + in.h - foot;
    float x = in.x + in.w;
    const struct {
        const char *id, *key;
        ButtonLook::Kind kind;
    } buttons[] = {{"forecast.debrief", "predict.debrief", ButtonLook::Dark}, {"forecast.again", "predict.again", ButtonLook::Light}};
    for (const auto& each : buttons) {
        ButtonLook look;
        look.kind = each.kind;
        look.group = group();
        const float w = button_width(p, tr(each.key), look) + 8;
        x -= w;
        if (button(p, each.id, {x, y, w, foot}, tr(each.key), look)) {
            if (each.kind == ButtonLook::Dark)
                state.panel = Panel::Debrief, state.panel_scroll = 0;
            else
                state.reveal_since = p.frame.time;
        }
        x -= 10;
    }
}

}  // namespace

bool start_reveal(Session& session, ViewState& state) {
    if (!session.reveal()) return false;
    session.seek(session.town().days());   // the year that was forecast has been lived
    state.agenda.done_by_hand("reveal");
    state.panel = Panel::Predict;
    state.reveal_since = state.time;
    return true;
}

void draw_predict(Paint& p) {
    bool open = true;
    const float width = std::max(760.0f, 42 * p.type.body.em), height = std::max(520.0f, 27 * p.type.body.em);
    const bool making = p.session.masked();
    const Rect in = dialog(p, group(), width, height, open);
    if (making)
        draw_making(p, in);
    else
        draw_revealed(p, in);
    if (!open) p.frame.state.panel = Panel::None;
}

}  // namespace parley
