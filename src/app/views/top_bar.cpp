// Top bar: which scenario, the clock of the towns, and what else there is. Two rows in portrait.
#include <algorithm>
#include <cmath>

#include "app/commands.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "study/number_format.h"
#include "imgui.h"

namespace parley {
namespace {

// Two speech bubbles, one per arm: square and round.
float logo(Paint& p, float x, float middle, bool with_name) {
    float u = std::round(p.type.title.em * 0.62f);
    const ArmColours &a = p.arm(0), &b = p.arm(1);
    Rect first{x, middle - u * 0.95f, u * 1.25f, u * 0.95f}, second{x + u * 0.62f, middle - u * 0.28f, u * 1.25f, u * 0.95f};
    p.fill(first, a.shape, 2);
    p.list->AddTriangleFilled({first.x + 2, first.y + first.h - 1}, {first.x + u * 0.5f, first.y + first.h - 1},
                              {first.x + 2, first.y + first.h + u * 0.34f}, a.shape);
    p.fill(inset(second, -1.5f), p.colours.paper, second.h / 2);
    p.fill(second, b.shape, second.h * 0.45f);
    p.list->AddTriangleFilled({second.x + second.w - u * 0.55f, second.y + second.h - 1},
                              {second.x + second.w - 3, second.y + second.h - 2},
                              {second.x + second.w - 3, second.y + second.h + u * 0.3f}, b.shape);
    float used = second.x + second.w - x;
    if (with_name)
        used += 10 + p.text(p.type.title, x + used + 10, middle - p.type.title.height / 2, p.colours.ink, tr("app.name"));
    return used;
}

// The weeks of the run: a knob to scrub with.
void scrub(Paint& p, Rect r) {
    const Palette& c = p.colours;
    int days = p.session.town().days(), day = p.session.day();
    double wanted = 0;
    if (p.ui.changed("day", wanted) && p.live) p.session.seek(static_cast<int>(std::lround(wanted)));

    float words = p.type.small_strong.height, rail = r.y + r.h * 0.5f + words * 0.42f,
          knob = p.layout.target > 40 ? 20.0f : 14.0f;
    float top = rail - knob / 2 - 3 - words;
    Rect line{r.x + knob / 2, rail - 1.5f, r.w - knob, 3};
    Hit hit = p.hit("day", {r.x, r.y, r.w, r.h});
    if (hit.held) {
        float t = std::clamp((ImGui::GetIO().MousePos.x - line.x) / line.w, 0.0f, 1.0f);
        int to = static_cast<int>(std::lround(t * static_cast<float>(days)));
        if (to != day) p.session.seek(to);
        day = to;
        p.frame.wishes.keep_awake = true;
    }
    float x = line.x + line.w * static_cast<float>(day) / static_cast<float>(std::max(1, days));
    const float written = p.text(p.type.small_strong, r.x, top, c.ink, week_text(day));
    const std::string all = number(days / 7);
    if (written + p.width(p.type.small, all) + 12 <= r.w) p.text_right(p.type.small, r.x + r.w, top, c.soft, all);
    p.fill(line, c.track, 2);
    p.fill({line.x, line.y, x - line.x, line.h}, c.ink, 2);
    p.list->AddCircleFilled({x, rail}, knob / 2, c.paper);
    p.list->AddCircle({x, rail}, knob / 2 - 1, c.ink, 0, hit.hovered || hit.held ? 3.5f : 2.5f);
    if (p.ui.focused("day")) p.focus_ring({x - knob / 2, rail - knob / 2, knob, knob}, knob / 2);

    Widget w;
    w.id = "day";
    w.role = Role::Slider;
    w.name = tr("bar.day");
    w.value = week_text(day) + ", " + tr("time.day", {{"day", number(day)}});
    w.now = day, w.min = 0, w.max = days, w.step = 1;
    w.x = r.x, w.y = r.y, w.w = r.w, w.h = r.h;
    w.disabled = !p.live;
    w.group = tr("group.clock");
    p.ui.add(std::move(w));
}

void open(Paint& p, Panel panel) {
    p.frame.state.panel = panel;
    p.frame.state.panel_scroll = 0;
}

struct Bar {
    Paint& p;
    float gap, h;

    std::string title() const { return p.session.scenario().title.in("en"); }

    void scenario(Rect r) {
        ButtonLook look;
        look.opens = true;
        look.expanded = p.frame.state.panel == Panel::Scenarios;
        look.name = tr("bar.scenario", {{"title", title()}});
        look.group = tr("group.scenario");
        std::string id = p.session.scenario().id, digits = id.substr(0, std::min<std::size_t>(2, id.size()));
        bool numbered = digits.size() == 2 && digits[0] >= '0' && digits[0] <= '9' && digits[1] >= '0' && digits[1] <= '9';
        if (button(p, "scenarios", r, (numbered ? digits + "  " : std::string()) + title(), look)) open(p, Panel::Scenarios);
        p.memory.scenario_button = r;
    }
    void to_start(Rect r) {
        ButtonLook look;
        look.icon = Icon::ToStart;
        look.name = look.tip = tr("bar.to_start");
        look.group = tr("group.clock");
        if (button(p, "to_start", r, {}, look)) p.session.seek(0);
    }
    void play(Rect r) {
        bool on = p.session.playing();
        ButtonLook look;
        look.kind = ButtonLook::Dark;
        look.icon = on ? Icon::Pause : Icon::Play;
        look.name = tr(on ? "bar.pause" : "bar.play");
        look.group = tr("group.clock");
        if (button(p, "play", r, r.w > 70 ? tr(on ? "bar.pause" : "bar.play") : std::string(), look)) p.session.play(!on);
    }
    void step(Rect r) {
        ButtonLook look;
        look.icon = Icon::Step;
        look.name = look.tip = tr("bar.step");
        look.group = tr("group.clock");
        look.disabled = p.session.day() >= p.session.town().days();
        if (button(p, "step", r, {}, look)) p.session.step_days(1);
    }
    void speed(Rect r) {
        const int factors[] = {1, 2, 4, 8};
        int now = 0;
        std::vector<std::string> labels, names;
        for (int i = 0; i < 4; ++i) {
            if (factors[i] == p.session.speed()) now = i;
            labels.push_back("\u00d7" + std::to_string(factors[i]));
            names.push_back(tr("bar.speed", {{"factor", std::to_string(factors[i])}}));
        }
        int chosen = segments(p, "speed", r, labels, names, now, tr("group.clock"));
        if (chosen >= 0) p.session.set_speed(factors[chosen]);
    }
    // What a key does, as a button.
    void deed(Rect r, const char* id, const std::string& label, Icon icon, bool ready, const char* key, bool dark = false) {
        ButtonLook look;
        look.kind = dark ? ButtonLook::Dark : ButtonLook::Light;
        look.icon = icon;
        look.name = look.tip = tr(std::string("bar.") + id + ".tip");
        look.group = tr("group.more");
        look.disabled = !ready;
        if (button(p, id, r, icon == Icon::None ? label : std::string(), look)) {
            const bool shift = key[0] >= 'A' && key[0] <= 'Z';
            press_key(p.session, p.frame.state, key, shift);
        }
    }
    void opens(Rect r, const char* id, const std::string& label, const std::string& name, Panel panel, bool menu = false) {
        ButtonLook look;
        look.opens = menu;
        look.expanded = menu && p.frame.state.panel == panel;
        look.name = name;
        look.group = tr("group.more");
        if (button(p, id, r, label, look)) open(p, panel);
    }
};

}  // namespace

void draw_top_bar(Paint& p, Rect r) {
    p.fill(r, p.colours.paper);
    p.horizontal(r.x, r.x + r.w, r.y + r.h - 1, p.colours.line);
    tell(p, "app", Role::Heading, tr("app.name") + ": " + p.session.scenario().title.in("en"), {r.x, r.y, 40, r.h}, {},
         tr("group.scenario"));

    Bar bar{p, 8, p.layout.control};
    bool portrait = p.layout.shape == Shape::Portrait, narrow = r.w < 480;
    float h = bar.h, margin = p.layout.margin, right = r.x + r.w - margin;
    float row1 = portrait ? r.y + 8 : r.y + (r.h - h) / 2, row2 = portrait ? row1 + h + 8 : row1;
    auto width = [&](const std::string& label, bool menu) {
        ButtonLook look;
        look.opens = menu;
        return std::max(std::round(button_width(p, label, look)), p.layout.target);
    };

    // what the left side and the clock would like to have
    ButtonLook menu, with_icon;
    menu.opens = true;
    with_icon.icon = Icon::Play;
    const float natural = button_width(p, "00  " + bar.title(), menu);
    float play_w =
        narrow ? h
               : std::round(std::max(button_width(p, tr("bar.pause"), with_icon), button_width(p, tr("bar.play"), with_icon)));
    float speed_w = std::max({narrow ? 34.0f : 38.0f, std::round(p.width(p.type.body, "\u00d78") + 16), p.layout.target > 40 && !narrow ? 44.0f : 0.0f}) * 4;
    float clock_w = h + play_w + (narrow ? 0 : h + bar.gap) + speed_w + 2 * bar.gap;  // without the scrub
    const float least = portrait ? 130.0f : 130.0f + natural + clock_w + 112 + 6 * bar.gap;

    // right: the forecast, going back and forth, and what else there is; what finds no room is in the menu
    const bool locked = p.session.cover() == Session::Cover::Locked;
    const std::string forecast = tr(locked ? "bar.reveal" : "bar.predict"), replay = tr("bar.replay"), more = tr("bar.menu");
    float x = right - width(more, !narrow);
    const Rect menu_r{x, row1, right - x, h};
    const auto reserve = [&](float w) {
        x -= bar.gap + w;
        return Rect{x, row1, w, h};
    };
    const auto fits = [&](float w) { return x - bar.gap - w > r.x + margin + least; };
    const Rect forecast_r = reserve(width(forecast, false));
    Rect timer_r{};
    if (const float w = session_timer_width(p); w > 0 && (!portrait || fits(w))) timer_r = reserve(w);
    Rect redo_r{}, undo_r{}, replay_r{};
    if (fits(2 * h + bar.gap)) redo_r = reserve(h), undo_r = reserve(h);
    if (fits(width(replay, false))) replay_r = reserve(width(replay, false));
    float free_right = x - bar.gap * 2;

    // left: the name, the scenario
    x = r.x + margin;
    if (!narrow) x += logo(p, x, row1 + h / 2, r.w >= 1340 || (portrait && r.w >= 700)) + 16;
    float scenario_most =
        portrait ? free_right - x : std::min(natural, std::max(150.0f, free_right - x - clock_w - 112 - 3 * bar.gap));
    Rect scenario_r{x, row1, std::max(90.0f, std::min(natural, scenario_most)), h};
    bar.scenario(scenario_r);

    // middle: the clock
    float from = portrait ? r.x + margin : scenario_r.x + scenario_r.w + 2 * bar.gap, to = portrait ? right : free_right;
    float scrub_w = portrait ? to - from - clock_w - bar.gap * 2 : std::clamp(to - from - clock_w - bar.gap * 2, 100.0f, 340.0f);
    float cx = portrait ? from : from + std::max(0.0f, (to - from - clock_w - 2 * bar.gap - scrub_w) / 2);
    bar.to_start({cx, row2, h, h});
    cx += h + bar.gap;
    bar.play({cx, row2, play_w, h});
    cx += play_w + bar.gap;
    if (!narrow) {
        bar.step({cx, row2, h, h});
        cx += h + bar.gap;
    }
    bar.speed({cx, row2, speed_w, h});
    cx += speed_w + 2 * bar.gap;
    scrub(p, {cx, row2, scrub_w, h});

    if (replay_r.w > 0) bar.deed(replay_r, "replay", replay, Icon::None, p.session.before() != nullptr, "r");
    if (undo_r.w > 0) {
        bar.deed(undo_r, "undo", tr("bar.undo"), Icon::Undo, p.session.history().can_undo(), "u");
        bar.deed(redo_r, "redo", tr("bar.redo"), Icon::Redo, p.session.history().can_redo(), "U");
    }
    bar.deed(forecast_r, "forecast", forecast, Icon::None, true, locked ? "v" : "p", locked);
    if (timer_r.w > 0) draw_session_timer(p, timer_r);
    p.memory.forecast_button = forecast_r;
    p.memory.menu_button = menu_r;
    bar.opens(menu_r, "menu", more, more, Panel::Menu, !narrow);
}

}  // namespace parley
