// Team file: the strategy a team agreed on and what it expects of it.  Format parley.team/1, strict like the scenario file.
//
//   { "format": "parley.team/1", "team": "Blue",
//     "scenario": { "id": "06_patience", "hash": "0123456789abcdef" },      of the scenario as it was opened
//     "arm": "Conversation",                                                 whose place the team takes
//     "strategy": { "budget_per_day": 100, "talk": 65, ... },                rows of the strategy table
//     "forecast": { "gap": 0.05, "confidence": 0.7 },                        ahead of the rival by the target's date; optional
//     "notes": "..." }                                                       optional
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "model/params.h"
#include "scenario/diagnostic.h"

namespace parley {

inline constexpr const char* kTeamFormat = "parley.team/1";
inline constexpr std::size_t kMaxTeamBytes = 1 << 16, kMaxNotesBytes = 4000;
inline constexpr double kMaxForecastGap = 10;      // ten times the rival

struct TeamForecast {
    double gap = 0;                        // share of the rival's outcome; below 0: behind
    std::optional<double> confidence;      // 0.5 .. 1
};

struct TeamFile {
    std::string team, scenario_id, scenario_hash, arm;
    Strategy strategy;
    std::optional<TeamForecast> forecast;
    std::string notes;
};

// Whether a text means to be a team's file, sound or not.
bool is_team_file(std::string_view text);

// The file if there is no problem, otherwise nothing and at least one diagnostic.
std::optional<TeamFile> parse_team(std::string_view text, Diagnostics& problems);

// write(parse(t)) is a fixed point.
std::string write_team(const TeamFile& team);

}  // namespace parley
