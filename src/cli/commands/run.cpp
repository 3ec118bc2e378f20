// parley run: one world per arm, day by day.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/files.h"
#include "study/export.h"
#include "study/run.h"

namespace parley {
namespace {

struct RunOptions {
    ScenarioOptions scenario;
    std::string arm, format = "text", out;
};

// Index of the arm, -1 for all; below that when there is none of that name.
int arm_of(const Scenario& scenario, const std::string& name, Console& console) {
    if (name.empty()) return -1;
    std::vector<std::string> names;
    for (const Arm& arm : scenario.arms) names.push_back(arm.name);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<int>(i);
    console.err << "parley: there is no arm \"" << name << "\" in " << scenario.id << "; " << suggest(name, names) << '\n';
    return -2;
}

int run_world(const RunOptions& options, Console& console) {
    int exit = kDone;
    const auto scenario = load_scenario(options.scenario, console, exit);
    if (!scenario) return exit;
    const int arm = arm_of(*scenario, options.arm, console);
    if (arm < -1) return kWrongUsage;
    std::string why;
    if (!options.out.empty() && !can_write(options.out, why)) {
        console.err << why << '\n';
        return kNoFile;
    }

    Run run(*scenario, 0);
    {
        ProgressBar bar(console, "% of the days");
        while (run.advance(14)) bar.show(static_cast<int>(100 * run.progress()), 100);
    }
    const PairResult& world = run.result();
    if (options.format == "json") return deliver(console, run_json(*scenario, world, arm), options.out);
    if (options.format == "csv") return deliver(console, run_csv(*scenario, world, arm), options.out);
    return deliver(console, run_text(*scenario, world, arm), options.out);
}

}  // namespace

std::function<int()> add_run(CLI::App& app, Console& console) {
    const auto options = std::make_shared<RunOptions>();
    add_scenario_options(app, options->scenario, false);
    app.add_option("--arm", options->arm, "Only this arm (default: all)")->type_name("NAME");
    add_format(app, options->format, {"text", "csv", "json"});
    add_out(app, options->out);
    return [options, &console] { return run_world(*options, console); };
}

}  // namespace parley
