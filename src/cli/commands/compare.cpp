// parley compare: paired worlds of every arm, and who is ahead.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/files.h"
#include "study/compare.h"
#include "study/ensemble.h"
#include "study/export.h"

namespace parley {
namespace {

struct CompareOptions {
    ScenarioOptions scenario;
    std::string format = "text", out;
    int jobs = 1;
    bool series = false;
};

int compare_worlds(const CompareOptions& options, Console& console) {
    int exit = kDone;
    const auto scenario = load_scenario(options.scenario, console, exit);
    if (!scenario) return exit;
    std::string why;
    if (!options.out.empty() && !can_write(options.out, why)) {
        console.err << why << '\n';
        return kNoFile;
    }

    Ensemble ensemble(*scenario, static_cast<int>(scenario->run.pairs), static_cast<std::uint32_t>(scenario->run.seed));
    live_worlds(ensemble, options.jobs, console);

    const Comparison comparison = compare(ensemble);
    if (options.format == "json") return deliver(console, comparison_json(ensemble, comparison, options.series), options.out);
    if (options.format == "csv")
        return deliver(console, options.series ? series_csv(ensemble) : comparison_csv(ensemble, comparison), options.out);
    std::string text = comparison_text(ensemble, comparison);
    if (options.series) text += "\n" + series_text(ensemble, comparison);
    return deliver(console, text, options.out);
}

}  // namespace

std::function<int()> add_compare(CLI::App& app, Console& console) {
    const auto options = std::make_shared<CompareOptions>();
    add_scenario_options(app, options->scenario, true);
    add_jobs(app, options->jobs);
    app.add_flag("--series", options->series,
                 "Day by day as well: in JSON beside the rest, in CSV instead of it, in text every 4 weeks");
    add_format(app, options->format, {"text", "csv", "json"});
    add_out(app, options->out);
    return [options, &console] { return compare_worlds(*options, console); };
}

}  // namespace parley
