// Kept work: a person's desk as a text that the page puts away after every decision, and back.  Results are never in it; that
// they are covered is.
//
// JSON, {"format": "parley.desk/1", "engine": …, …}.  One row of the table in keep.cpp per thing kept: a row that a text does not
// have leaves what a fresh desk has, a row nobody knows is passed over, so that rows can be added without another format.
// Errors  a damaged text, one of a later format, a scenario that is refused: diagnostics and no desk.   Cost  0.2 ms, and 0.05 ms a step.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "app/session/forecast.h"
#include "app/session/group_notes.h"
#include "app/session/history.h"
#include "scenario/scenario_json.h"

namespace parley {

struct Desk {
    Scenario opened, scenario;   // as loaded; as it is now
    int day = 0;                 // shown
    bool playing = false;
    int speed = 4;
    bool dark = false;
    bool every_world = false;    // counted though the verdict was settled

    std::vector<History::Step> steps;   // decisions to go back and forth among; none: only the scenario as it is
    std::size_t step = 0;
    bool covered = false, locked = false;   // results wait for the reveal; the forecast is locked in
    bool revealed = false, scored = false;
    Forecast forecast;
    std::vector<Scored> scores;         // of this sitting
    AllNotes notes;
};

inline constexpr const char* kDeskFormat = "parley.desk/1";

std::string write_desk(const Desk& desk);
std::optional<Desk> read_desk(std::string_view text, Diagnostics& problems);

}  // namespace parley
