#include "app/open_file.h"

#include "scenario/team_json.h"

namespace parley {

void open_file(Session& session, ViewState& state, const std::string& name, std::string_view text) {
    // A damaged file does not say what it is; beside the arena it was meant for the arena.
    const bool arena = state.panel == Panel::Arena && text.find("\"parley.scenario") == text.npos;
    if (arena || is_team_file(text)) {
        session.teams().add(name, text, session.opened());
        if (state.panel != Panel::Arena) state.panel_scroll = 0;
        state.panel = Panel::Arena;
        return;
    }
    Diagnostics problems = session.load(text);
    state.panel = problems.empty() ? Panel::None : Panel::Problems;
    state.problems = std::move(problems);
    state.problem_file = name;
    state.refused = Refused::File;
}

}  // namespace parley
