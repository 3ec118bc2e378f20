// Input: the scenario a command works on, with everything the command line changes in it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "scenario/scenario.h"

namespace parley {

// What several commands take.  Numbers stay text until the table row checks them.
struct ScenarioOptions {
    std::string scenario;           // a file, or the id of a shipped one
    std::vector<std::string> set;   // PATH=VALUE
    std::string pairs, seed;        // empty: as in the scenario
};

// The end of a sentence about a name that does not exist: the nearest one, or all there are.
std::string suggest(const std::string& word, const std::vector<std::string>& names);

struct SourceText {
    std::string file;  // as it is named in diagnostics
    std::string text;
};

// The text of a file or of a shipped scenario; otherwise a sentence on err and nothing.
std::optional<SourceText> read_scenario(const std::string& name, Console& console);

// The scenario, checked; otherwise diagnostics on err and the exit code in exit.
std::optional<Scenario> load_scenario(const ScenarioOptions& options, Console& console, int& exit);

}  // namespace parley
