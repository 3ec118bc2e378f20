#include "app/app.h"

#include <algorithm>
#include <utility>

#include "app/commands.h"
#include "app/layout.h"
#include "app/show.h"
#include "app/theme.h"
#include "app/views/covered.h"
#include "app/views/hints.h"
#include "app/views/views.h"
#include "app/widgets/scroll.h"
#include "app/widgets/tabs.h"
#include "app/widgets/tooltip.h"
#include "imgui.h"

namespace parley {
namespace {

Rect below(Rect r, float scroll) { return {r.x, r.y - scroll, r.w, r.h}; }

// Tablet: the race shares its card with the reasons. Narrow portrait: the towns share it too.
void draw_shared_card(Paint& p, Rect r, bool with_towns) {
    std::vector<std::string> labels;
    if (with_towns) labels.push_back(tr("tab.towns"));
    for (const char* key : {"tab.race", "tab.gap", "tab.chain", "tab.ladder"}) labels.push_back(tr(key));
    Rect in = inset(r, p.layout.pad * 0.8f);
    int& tab = p.frame.state.narrow_tab;
    if (const int wanted = p.frame.state.wanted_picture; wanted >= 0) tab = wanted + (with_towns ? 1 : 0);
    else if (wanted == kTownsPicture && with_towns) tab = 0;
    for (const char* id : {"race", "gap", "split", "dominoes", "ladder"}) p.memory.charts[id] = r;
    if (with_towns) p.memory.charts["towns"] = r;
    p.card(r);
    float h = tabs(p, "picture", {in.x, in.y - 6, in.w, 0}, labels, tab, tr("group.reasons")) + 2;
    int shown = tab - (with_towns ? 1 : 0);
    Rect body{in.x, in.y + h, in.w, in.h - h};
    if (shown < 0)
        draw_towns(p, {r.x + 1, body.y - 6, r.w - 2, r.y + r.h - body.y + 5}, false);
    else if (covered(p.session))
        draw_covered(p, body, "picture.covered", tr("group.reasons"));
    else if (shown == 0)
        draw_race(p, body);
    else if (shown == 1)
        draw_gap(p, body);
    else if (shown == 2)
        draw_dominoes(p, body);
    else
        draw_ladder(p, body);
}

// A window too short for the grid: the page moves under the top bar.
void scroll_page(Paint& p, float& offset) {
    float most = std::max(0.0f, p.layout.page_height - p.frame.height);
    Rect levers = below(p.layout.levers, offset);
    if (most > 0 && p.live && !p.hovering(levers)) offset -= std::clamp(ImGui::GetIO().MouseWheel, -3.0f, 3.0f) * 60;
    offset = std::clamp(offset, 0.0f, most);
}

void draw_page(Paint& p) {
    const Layout& l = p.layout;
    float& scroll = p.frame.state.page_scroll;
    scroll_page(p, scroll);
    // Levers first: the order of the widgets is the order in which the keyboard walks.
    p.clip({0, l.top_bar.h, p.frame.width, p.frame.height - l.top_bar.h});
    draw_levers(p, below(l.levers, scroll));
    p.unclip();
    draw_top_bar(p, l.top_bar);
    p.clip({0, l.top_bar.h, p.frame.width, p.frame.height - l.top_bar.h});
    draw_headline(p, below(l.headline, scroll));
    if (l.one_picture) {
        draw_shared_card(p, below(l.towns, scroll), true);
    } else {
        draw_towns(p, below(l.towns, scroll));
        p.memory.charts["towns"] = below(l.towns, scroll);
        if (l.tabs) {
            draw_shared_card(p, below(l.race, scroll), false);
        } else {
            Rect race = below(l.race, scroll);
            p.card(race);
            p.memory.charts["race"] = p.memory.charts["gap"] = race;
            const Rect inside{race.x + l.pad, race.y + l.pad * 0.75f, race.w - 2 * l.pad, race.h - 1.3f * l.pad};
            if (covered(p.session))
                draw_covered(p, inside, "race.covered", tr("group.race"));
            else
                draw_race(p, inside);
        }
    }
    if (covered(p.session))
        draw_covered(p, below(l.tiles, scroll), "tiles.covered", tr("group.tiles"));
    else
        draw_tiles(p, below(l.tiles, scroll));
    p.memory.charts["tiles"] = below(l.tiles, scroll);
    if (l.reasons.w <= 0)
        ;  // on a projector two charts are enough
    else if (!l.tabs && covered(p.session))
        draw_covered(p, below(l.reasons, scroll), "reasons.covered", tr("group.reasons"));
    else if (!l.tabs)
        draw_reasons(p, below(l.reasons, scroll));
    // Fingers move the page where nothing else took them.
    if (p.frame.touch && l.page_height > p.frame.height) {
        Hit ground = p.hit("page.ground", {0, l.top_bar.h, p.frame.width, p.frame.height - l.top_bar.h});
        if (ground.held) scroll -= ImGui::GetIO().MouseDelta.y;
    }
    p.unclip();
}

// When the pointer moved, and when something was pressed.
void note_pointer(Paint& p) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0) p.frame.state.moved_since = p.frame.time;
    if (io.MouseDown[0] || p.ui.waiting()) p.frame.state.pressed_since = p.frame.time;
}

// On a projector nobody sees a small arrow: a spot of light follows it while it moves, and for a moment after.
void draw_spotlight(Paint& p) {
    ViewState& state = p.frame.state;
    if (!state.projector || p.frame.touch || !ImGui::IsMousePosValid()) return;
    const double age = p.frame.time - state.moved_since;
    if (age < 0 || age > kSpotSeconds) return;
    const float left = static_cast<float>(std::min(1.0, (kSpotSeconds - age) / 0.4)), r = p.layout.type.body * 1.7f;
    p.list->AddCircleFilled(ImGui::GetIO().MousePos, r, fade(p.colours.ink, 0.07f * left));
    p.list->AddCircle(ImGui::GetIO().MousePos, r, fade(p.colours.ink, 0.55f * left), 0, r * 0.09f);
    p.frame.wishes.keep_awake = true;
}

// A ring around the chart somebody asked for.
void draw_spot(Paint& p) {
    ViewState& state = p.frame.state;
    const double age = p.frame.time - state.spot_since;
    const auto at = p.memory.charts.find(state.spot);
    if (state.spot.empty() || age > kSpotSeconds || age < 0 || at == p.memory.charts.end()) {
        state.spot.clear();
        return;
    }
    const float left = static_cast<float>(std::min(1.0, (kSpotSeconds - age) / 0.4));
    const Rect r = inset(at->second, -3);
    p.frame_of(r, fade(p.colours.ink, left), p.layout.radius + 3, 3);
    p.frame.wishes.keep_awake = true;
}

void draw_panel(Paint& p) {
    switch (p.frame.state.panel) {
        case Panel::None:
            break;
        case Panel::Scenarios:
            draw_scenario_picker(p);
            break;
        case Panel::About:
            draw_about(p);
            break;
        case Panel::Limits:
            draw_limits(p);
            break;
        case Panel::Problems:
            draw_problems(p);
            break;
        case Panel::Export:
            draw_export(p);
            break;
        case Panel::Story:
            draw_story(p);
            break;
        case Panel::TakeHome:
            draw_take_home(p);
            break;
        case Panel::Customer:
            draw_customer(p);
            break;
        case Panel::Debrief:
            draw_debrief(p);
            break;
        case Panel::Session:
            draw_session(p);
            break;
        case Panel::Briefs:
            draw_briefs(p);
            break;
        case Panel::Team:
            draw_team(p);
            break;
        case Panel::Arena:
            draw_arena(p);
            break;
        case Panel::Preflight:
            draw_preflight(p);
            break;
        case Panel::Menu:
            draw_menu(p);
            break;
        case Panel::Predict:
            draw_predict(p);
            break;
        case Panel::Keys:
            draw_keys(p);
            break;
        case Panel::Editor:
            draw_editor(p);
            break;
        case Panel::Explore:
            draw_explore(p);
            break;
    }
}

}  // namespace

void draw_app(Frame& frame) {
    ViewState& state = frame.state;
    if (!state.memory) state.memory = std::make_shared<Memory>();
    Memory& memory = *state.memory;
    memory.texts.clear();
    state.time = frame.time;
    state.agenda.tell(frame.time);
    frame.wishes.tick = state.agenda.on();

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({frame.width, frame.height});
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus);
    Layout layout = make_layout(frame.width, frame.height, frame.touch, state.projector);
    Paint p(frame, layout, memory);
    Panel before = state.panel;

    p.live = state.panel == Panel::None;
    bool record = memory.record_texts;
    memory.record_texts = record && p.live;  // a dialog covers the page: its own words count then
    memory.charts.clear();
    memory.hinted_row = {};
    note_pointer(p);
    draw_page(p);
    draw_hints(p);
    state.wanted_picture = -1;
    if (before == Panel::None) draw_spot(p);
    memory.record_texts = record;
    if (before != Panel::Explore) frame.session.rest_surveys();
    if (before != Panel::None) {
        p.live = true;
        p.tip = {};
        draw_panel(p);
    }
    announce_block(p);
    memory.record_texts = false;
    draw_tip(p);
    draw_spotlight(p);
    memory.record_texts = record;
    memory.panel_before = before;
    ImGui::End();

    for (const Ui::Key& key : frame.ui.held_keys()) press_key(frame.session, state, key.name, key.shift);

    // Whoever leaves the card without locking in takes the cover off again.
    if (frame.session.cover() == Session::Cover::Open && state.panel != Panel::Predict && !state.covered_by_plan) frame.session.withdraw_forecast();

    if (!p.ui.focused(memory.focus_before)) memory.focus_before.clear();
    const Session& session = frame.session;
    if (std::exchange(state.share, false)) frame.wishes.share = true;
    if (state.panel != before || !session.town().ready()) frame.wishes.keep_awake = true;
}

}  // namespace parley
