#include "app/commands.h"

#include <iterator>

#include "app/show.h"
#include "app/views/replay.h"
#include "app/views/views.h"

namespace parley {

bool press_key(Session& session, ViewState& state, std::string_view name, bool shift) {
    const KeyRow* row = find_key(name, shift, state.panel != Panel::None);
    return row && carry_out(session, state, *row, name);
}

static void open_card(Session& session, ViewState& state) {   // of the forecast; covers
    session.open_forecast();
    state.agenda.done_by_hand("predict");
    state.covered_by_plan = false;
    state.panel = Panel::Predict;
}

// What the digits point at, 1 first: how a facilitator names the parts of the page aloud.
constexpr const char* kParts[] = {"strip", "towns", "race", "tiles", "split", "dominoes", "ladder"};

bool carry_out(Session& session, ViewState& state, const KeyRow& row, std::string_view name) {
    state.pressed_since = state.time;
    switch (row.command) {
        case Command::Play: session.play(!session.playing()); return true;
        case Command::StepDays: session.step_days(row.by); return true;
        case Command::ToStart: session.seek(0); return true;
        case Command::ToEnd: session.seek(session.town().days()); return true;
        case Command::Predict:
            open_card(session, state);
            return true;
        case Command::Reveal:
            if (!start_reveal(session, state) && session.masked()) open_card(session, state);   // it has to be made first
            return true;
        case Command::Replay:
            start_replay(session, state);
            return true;
        case Command::Projector: state.projector = !state.projector; return true;
        case Command::Undo: return session.undo();
        case Command::Redo: return session.redo();
        case Command::Point: {
            const auto n = static_cast<std::size_t>(name[0] - '1');
            return n < std::size(kParts) && show(session, state, kParts[n]);
        }
        case Command::NextStep:
        case Command::BackStep: {
            if (!state.agenda.on()) return false;
            const bool on = row.command == Command::NextStep;
            if (const Step* step = on ? state.agenda.next_step() : state.agenda.back_step()) run_step(session, state, *step, !on);
            return true;
        }
        case Command::Explore: return show(session, state, "map");
        case Command::Keys:
            state.panel = Panel::Keys;
            state.panel_scroll = 0;
            return true;
        case Command::Close:
            if (state.panel == Panel::Editor && state.memory && close_list(state.memory->editor)) return true;
            state.panel = Panel::None;
            return true;
    }
    return false;
}

}  // namespace parley
