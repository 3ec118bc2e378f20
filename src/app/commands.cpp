#include "app/commands.h"

#include "app/show.h"

namespace parley {

bool press_key(Session& session, ViewState& state, std::string_view name, bool shift) {
    const KeyRow* row = find_key(name, shift, state.panel != Panel::None);
    return row && carry_out(session, state, *row, name);
}

bool carry_out(Session& session, ViewState& state, const KeyRow& row, std::string_view) {
    switch (row.command) {
        case Command::Play: session.play(!session.playing()); return true;
        case Command::StepDays: session.step_days(row.by); return true;
        case Command::ToStart: session.seek(0); return true;
        case Command::ToEnd: session.seek(session.town().days()); return true;
        case Command::NextStep:
        case Command::BackStep: {
            if (!state.agenda.on()) return false;
            const bool on = row.command == Command::NextStep;
            if (const Step* step = on ? state.agenda.next_step() : state.agenda.back_step()) run_step(session, state, *step, !on);
            return true;
        }
        case Command::Keys:
            state.panel = Panel::Keys;
            state.panel_scroll = 0;
            return true;
        case Command::Close: state.panel = Panel::None; return true;
    }
    return false;
}

}  // namespace parley
