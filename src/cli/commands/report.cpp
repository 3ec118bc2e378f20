// parley report: one self-contained page about a comparison, and tidy tables beside it.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/files.h"
#include "study/export.h"
#include "study/report.h"

namespace parley {
namespace {

struct ReportOptions {
    ScenarioOptions scenario;
    std::string out, csv;
    int jobs = 1;
    bool decimal_comma = false, gap = false;
};

bool is_study(const std::string& name) { return std::filesystem::path(name).extension() == ".sqlite"; }

// A folder for the tables, made if it is missing.
bool make_folder(const std::string& folder, std::string& why) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (std::filesystem::is_directory(folder)) return true;
    why = folder + ": cannot be made a folder: " + (error ? error.message() : "something else has that name");
    return false;
}

int report_on(const ReportOptions& options, Console& console) {
    if (is_study(options.scenario.scenario)) {
#ifdef __EMSCRIPTEN__
        console.err << "parley: a report on a study file is native only; give a scenario, or use build/native/parley\n";
#else
        console.err << "parley: this version reports on scenarios, not on study files; give a scenario file or the id of a shipped one\n";
#endif
        return kWrongUsage;
    }
    if (options.decimal_comma && options.csv.empty()) {
        console.err << "parley: --decimal-comma is about the tables of --csv DIR\nTry: parley report --help\n";
        return kWrongUsage;
    }
    int exit = kDone;
    const auto scenario = load_scenario(options.scenario, console, exit);
    if (!scenario) return exit;

    // Whatever cannot be written is told before the work starts.
    const std::string tables = options.csv + "/comparison.csv", series = options.csv + "/series.csv";
    std::string why;
    bool possible = can_write(options.out, why);
    if (possible && !options.csv.empty()) possible = make_folder(options.csv, why) && can_write(tables, why) && can_write(series, why);
    if (!possible) {
        console.err << why << '\n';
        return kNoFile;
    }

    Ensemble ensemble(*scenario, static_cast<int>(scenario->run.pairs), static_cast<std::uint32_t>(scenario->run.seed));
    live_worlds(ensemble, options.jobs, console);
    const Comparison comparison = compare(ensemble, 0, 1, verdict_day(ensemble.scenario()));
    ReportInput input{ensemble, comparison};
    input.gap_chart = options.gap;
    for (std::size_t i = 0; i < std::min(scenario->debrief.size(), input.notes.questions.size()); ++i)
        input.notes.questions[i] = scenario->debrief[i].in(input.language);

    // The page comes last: where it is, everything is.
    if (!options.csv.empty()) {
        const Decimal decimal = options.decimal_comma ? Decimal::Comma : Decimal::Point;
        if (!write_file(tables, comparison_csv(ensemble, compare(ensemble), decimal), why) || !write_file(series, series_csv(ensemble, decimal), why)) {
            console.err << why << '\n';
            return kNoFile;
        }
    }
    return deliver(console, report_html(input), options.out);
}

}  // namespace

std::function<int()> add_report(CLI::App& app, Console& console) {
    const auto options = std::make_shared<ReportOptions>();
    add_scenario_options(app, options->scenario, true);
    add_jobs(app, options->jobs);
    app.add_option("--out", options->out, "The page, one file that needs no other")->required()->type_name("FILE.html");
    app.add_option("--csv", options->csv, "A folder for the tables comparison.csv and series.csv")->type_name("DIR");
    app.add_flag("--decimal-comma", options->decimal_comma, "Tables with 1,5 and semicolons, as many spreadsheets in Europe expect");
    app.add_flag("--gap", options->gap, "Show the gap per week in place of the sales per week");
    return [options, &console] { return report_on(*options, console); };
}

}  // namespace parley
