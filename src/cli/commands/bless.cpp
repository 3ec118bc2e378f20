// parley bless: rewrites the baselines of a source tree after an intended change, and its scenario files in canonical form.
//
// Reads   scenarios/*.json of the tree (not those inside the program, which may be older)
// Writes  assets/assumptions.csv where asked for; the tables of src/model/ODD.md and web/guide; tests/baselines/ID.csv for each; a baseline without a scenario is removed; what did not change is not touched
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/files.h"
#include "scenario/scenario_json.h"
#include "scenario/odd.h"
#include "study/assumptions.h"
#include "study/baseline.h"
#include "study/expectation.h"
#include "study/guide.h"
#include "study/provenance.h"

namespace parley {
namespace {

namespace fs = std::filesystem;

struct BlessOptions {
    std::string root = ".";
    int jobs = 1;
    bool expected = false, tables = false, assumptions = false;
    int draws = kAssumptionDraws;
};

std::vector<fs::path> files_in(const fs::path& folder, const char* ending) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ending) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

// Writes only what differs.  False, with a sentence on err, when that is not possible.
bool renew(const fs::path& path, const std::string& text, Console& console, int& changed) {
    std::string why;
    if (read_file(path.string(), text.size() + 1, why) == text) return true;
    if (!write_file(path.string(), text, why)) {
        console.err << why << '\n';
        return false;
    }
    console.out << "rewrote " << path.lexically_normal().generic_string() << '\n';
    ++changed;
    return true;
}

int bless(const BlessOptions& options, Console& console) {
    const fs::path root = options.root, scenarios = root / "scenarios", baselines = root / "tests" / "baselines";
    std::error_code error;
    if (!fs::is_directory(scenarios, error) || !fs::is_directory(root / "tests", error) ||
        !fs::is_directory(root / "src" / "study", error)) {
        console.err << "parley: " << options.root
                    << " is no source tree of Parley (scenarios, src and tests are not there); name one with --root\n";
        return kNoFile;
    }
    fs::create_directories(baselines, error);

    // All files are read before any is written: one bad scenario leaves the tree as it was.
    std::vector<std::pair<fs::path, Scenario>> read;
    int exit = kDone;
    for (const fs::path& file : files_in(scenarios, ".json")) {
        const auto source = read_scenario(file.string(), console);
        if (!source) return kNoFile;
        Diagnostics problems;
        auto scenario = parse_scenario(source->text, problems);
        for (const Diagnostic& problem : problems) console.err << describe(source->file, problem) << '\n';
        if (!scenario || !problems.empty())
            exit = kWrongInput;
        else
            read.emplace_back(file, std::move(*scenario));
    }
    if (exit != kDone) return exit;

    int changed = 0, done = 0;
    std::vector<fs::path> kept;
    for (const auto& [file, scenario] : read) {
        ProgressBar bar(console, "scenarios");
        bar.show(done++, static_cast<int>(read.size()));
        kept.push_back(baselines / (file.stem().string() + ".csv"));
        if (options.tables) continue;
        const std::string table = baseline_csv(scenario, options.jobs);
        bar.wipe();
        if (!renew(file, write_scenario(scenario), console, changed) || !renew(kept.back(), table, console, changed))
            return kNoFile;
    }
    // What the scenarios promise, over many worlds: minutes, so only when asked for.
    if (options.expected) {
        std::string table = "scenario,outcome,by_day,ahead,in_first_" + std::to_string(kCheckedPairs) + ",in_" + std::to_string(kExpectedPairs) + "\n";
        done = 0;
        for (const auto& [file, scenario] : read) {
            ProgressBar bar(console, "scenarios, 200 worlds each");
            bar.show(done++, static_cast<int>(read.size()));
            table += expected_rows(scenario, keep_expectations(scenario, kExpectedPairs, options.jobs));
        }
        if (!renew(baselines / "expected.csv", table, console, changed)) return kNoFile;
    }
    kept.push_back(baselines / "expected.csv");
    // How often the answers survive other numbers than the assumed ones: minutes as well.
    if (options.assumptions) {
        std::vector<Assumptions> all;
        for (const auto& [file, scenario] : read) {
            ProgressBar bar(console, scenario.id + ", draws");
            all.push_back(sweep_assumptions(scenario, options.draws, kAssumptionPairs, options.jobs,
                                            [&](int drawn, int total) { return bar.show(drawn, total), true; }));
        }
        if (!renew(root / "assets" / "assumptions.csv", assumptions_csv(all), console, changed)) return kNoFile;
    }
    // The tables of the model description.
    const fs::path odd = root / "src" / "model" / "ODD.md";
    std::string why;
    if (const auto text = read_file(odd.string(), std::size_t{1} << 20, why))
        if (!renew(odd, with_odd_tables(*text), console, changed)) return kNoFile;
    // The tables of the guide: what the scenarios say, and how often it was measured.
    std::vector<Scenario> scenarios_now;
    for (const auto& [file, scenario] : read) scenarios_now.push_back(scenario);
    const auto measured = read_file((baselines / "expected.csv").string(), std::size_t{1} << 20, why);
    const auto swept = read_file((root / "assets" / "assumptions.csv").string(), std::size_t{1} << 20, why);
    fs::create_directories(root / "web" / "guide" / "pictures", error);
    if (!renew(root / "web" / "guide" / "pictures" / "provenance.svg", provenance_picture(), console, changed)) return kNoFile;
    for (const fs::path& page : files_in(root / "web" / "guide", ".md"))
        if (const auto text = read_file(page.string(), std::size_t{1} << 20, why))
            if (!renew(page, with_guide_tables(*text, scenarios_now, measured.value_or(""), swept.value_or("")), console, changed)) return kNoFile;
    for (const fs::path& old : files_in(baselines, ".csv"))
        if (std::find(kept.begin(), kept.end(), old) == kept.end() && fs::remove(old, error)) {
            console.out << "removed " << old.lexically_normal().generic_string() << '\n';
            ++changed;
        }
    console.out << read.size() << (read.size() == 1 ? " scenario, " : " scenarios, ") << changed
                << (changed == 1 ? " file changed\n" : " files changed\n");
    return kDone;
}

}  // namespace

std::function<int()> add_bless(CLI::App& app, Console& console) {
    const auto options = std::make_shared<BlessOptions>();
    app.add_option("--root", options->root, "The source tree (default: the current folder)")->type_name("FOLDER");
    app.add_flag("--tables", options->tables, "Only the tables of the description and the guide (seconds)");
    app.add_flag("--expected", options->expected, "Also measure over 200 worlds what the scenarios promise (minutes)");
    app.add_flag("--assumptions", options->assumptions, "Also sweep the assumed numbers of every scenario (minutes)");
    app.add_option("--draws", options->draws, "Draws of that sweep (default: 100; fewer are for trying out)")->check(CLI::Range(2, 1000))->type_name("N");
    add_jobs(app, options->jobs);
    return [options, &console] { return bless(*options, console); };
}

}  // namespace parley
