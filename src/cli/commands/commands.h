// The commands of the program: each adds its options and returns what runs once they are read (cli/cli.h).
#pragma once
#include <functional>
#include <string>

#include "cli/console.h"
#include "cli/input.h"

namespace CLI {
class App;
}

namespace parley {

class Ensemble;

std::function<int()> add_run(CLI::App& app, Console& console);
std::function<int()> add_compare(CLI::App& app, Console& console);
std::function<int()> add_validate(CLI::App& app, Console& console);
std::function<int()> add_explain(CLI::App& app, Console& console);
std::function<int()> add_report(CLI::App& app, Console& console);
std::function<int()> add_verify(CLI::App& app, Console& console);
std::function<int()> add_evidence(CLI::App& app, Console& console);
std::function<int()> add_calibrate(CLI::App& app, Console& console);
std::function<int()> add_params(CLI::App& app, Console& console);
std::function<int()> add_schema(CLI::App& app, Console& console);
std::function<int()> add_claims(CLI::App& app, Console& console);
std::function<int()> add_bless(CLI::App& app, Console& console);
std::function<int()> add_bench(CLI::App& app, Console& console);

// Options that several commands share.  What they fill must live as long as the action.
void add_scenario_options(CLI::App& app, ScenarioOptions& options, bool with_pairs);
void add_format(CLI::App& app, std::string& format, const std::vector<std::string>& formats);
void add_out(CLI::App& app, std::string& out);
void add_jobs(CLI::App& app, int& jobs);

// All missing pairs, with a bar.
void live_worlds(Ensemble& ensemble, int jobs, Console& console);

}  // namespace parley
