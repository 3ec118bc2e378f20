// Sitting: what a reload in the middle of a seminar must not lose besides the scenario: the timer and the files of the teams.
#pragma once
#include <string>
#include <string_view>

#include "app/session/agenda.h"
#include "app/session/teams.h"

namespace parley {

// JSON for the page to keep: { "agenda": line, "scenario": text, "teams": [text ...] }; empty when there is nothing to keep.
std::string sitting_json(const Agenda& agenda, const Teams& teams);
// One kept file back into the arena; false: it does not fit any more.
bool take_back_team(Teams& teams, std::string_view scenario, std::string_view file);

}  // namespace parley
