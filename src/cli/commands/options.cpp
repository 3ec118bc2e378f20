// Options that several commands share.
#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "study/ensemble.h"

#ifndef __EMSCRIPTEN__
#include <thread>
#endif

namespace parley {

void live_worlds(Ensemble& ensemble, int jobs, Console& console) {
    ProgressBar bar(console, "pairs of worlds");
    bar.show(0, ensemble.pairs());
    run_ensemble(ensemble, jobs, [&](int done, int total) {
        bar.show(done, total);
        return true;
    });
}

void add_scenario_options(CLI::App& app, ScenarioOptions& options, bool with_pairs) {
    app.add_option("SCENARIO", options.scenario, "A scenario file, or the id of a shipped scenario")->required();
    if (with_pairs) app.add_option("--pairs", options.pairs, "Pairs of worlds (default: as in the scenario)");
    app.add_option("--seed", options.seed, "Number from which all luck is drawn (default: as in the scenario)");
    app.add_option("--set", options.set, "A changed value, as in market.customers=20000 or arms.1.strategy.converse=40; repeatable")
        ->type_name("PATH=VALUE")
        ->type_size(1)
        ->allow_extra_args(false);
}

void add_format(CLI::App& app, std::string& format, const std::vector<std::string>& formats) {
    std::string list;
    for (const std::string& one : formats) list += (list.empty() ? "" : "|") + one;
    app.add_option("--format", format, "One of " + list + " (default: " + format + ")")
        ->type_name(list)
        ->check([formats, list](const std::string& word) {
            for (const std::string& one : formats)
                if (word == one) return std::string();
            return "it is one of " + list + ", not \"" + word + "\"";
        });
}

void add_out(CLI::App& app, std::string& out) {
    app.add_option("--out", out, "Write the result to this file instead of standard output")->type_name("FILE");
}

void add_jobs(CLI::App& app, int& jobs) {
    jobs = 1;
#ifndef __EMSCRIPTEN__
    jobs = static_cast<int>(std::thread::hardware_concurrency());
    jobs = jobs < 1 ? 1 : jobs > 256 ? 256 : jobs;
#endif
    app.add_option("--jobs", jobs, "Worlds made at the same time, 1 to 256 (default: as many as there are cores)")
        ->type_name("N")
        ->check(CLI::Range(1, 256));
}

}  // namespace parley
