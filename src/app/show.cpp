#include "app/show.h"

#include <array>

#include "app/commands.h"

namespace parley {
namespace {

constexpr auto kShown = std::to_array<Shown>({
    {"race", "chart.race", Panel::None, 0, -1, 0},
    {"gap", "chart.gap", Panel::None, 0, -1, 1},
    {"split", "chart.split", Panel::None, 1, 0},
    {"dominoes", "chart.dominoes", Panel::None, 2, 1},
    {"ladder", "chart.ladder", Panel::None, 3, 2},
    {"strip", "chart.strip"},
    {"towns", "chart.towns", Panel::None, kTownsPicture},
    {"tiles", "chart.tiles"},
    {"customer", "chart.customer", Panel::Customer},
    {"take_home", "take_home.title", Panel::TakeHome},
    {"story", "picker.story", Panel::Story},
    {"limits", "bar.limits", Panel::Limits},
    {"map", "explore.tab.map", Panel::Explore, 0},
    {"levers", "explore.tab.levers", Panel::Explore, 1},
    {"dashboard", "explore.tab.dashboard", Panel::Explore, 2},
    {"certainty", "explore.tab.certainty", Panel::Explore, 3},
    {"debrief", "debrief.title", Panel::Debrief},
    {"briefs", "brief.title", Panel::Briefs},
    {"team", "team.title", Panel::Team},
    {"arena", "arena.title", Panel::Arena},
    {"preflight", "preflight.title", Panel::Preflight},
    {"plan", "agenda.title", Panel::Session},
    {"predict", "chart.predict", Panel::None, -1, -1, -1, "p"},
    {"reveal", "chart.reveal", Panel::None, -1, -1, -1, "v"},
});

}  // namespace

std::span<const Shown> shown_things() { return kShown; }

const Shown* find_shown(std::string_view id) {
    for (const Shown& shown : kShown)
        if (id == shown.id) return &shown;
    return nullptr;
}

bool show(Session& session, ViewState& state, std::string_view id) {
    if (id == "share") return state.share = true;  // a dialog of the page around the canvas
    const Shown* found = find_shown(id);
    if (!found) return false;
    state.panel = found->panel;
    state.panel_scroll = 0;
    state.spot.clear();
    if (found->key) return press_key(session, state, found->key, false);
    if (found->panel == Panel::Explore) state.explore_tab = found->picture;
    if (found->panel != Panel::None) return true;
    if (found->picture != -1) state.wanted_picture = found->picture;
    if (found->race >= 0) state.race_shows = found->race;
    if (found->reasons >= 0) state.reasons_tab = found->reasons;
    state.page_scroll = 0;
    state.spot = found->id;
    state.spot_since = state.time;
    return true;
}

void run_step(Session& session, ViewState& state, const Step& step, bool again) {
    if (step.scenario && !(again && session.scenario().id == step.scenario)) {
        state.problems = session.load_shipped(step.scenario);
        state.problem_file = step.scenario;
        if (state.agenda.on() && state.agenda.asks_forecast()) {   // before anyone can read the result
            session.open_forecast();
            state.covered_by_plan = true;
        }
    }
    if (step.shows) show(session, state, step.shows);
}

}  // namespace parley
