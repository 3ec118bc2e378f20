// parley bench: how fast the engine is here.
//
//   W2  one pair of worlds of scenario 01, every simulated day counted, on one thread
//   W4  50 pairs of 364 days of scenario 01 through study, people made anew for each, on --jobs threads
// A customer-day is one customer through one simulated day, warm-up days included.  Each work is run once to warm up, then
// several times; the median counts, lowest and highest are shown.
#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <ostream>

#include "cli/commands/bench_report.h"
#include "cli/commands/commands.h"
#include "cli/files.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/ensemble.h"
#include "study/run.h"
#include "study/stats.h"

namespace parley {
namespace {

constexpr const char* kScenario = "01_billboard_or_dialogue";

struct BenchOptions {
    std::string only, against, format = "text";
    int jobs = 1;
};

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// What one pair keeps in memory, by the capacity of its columns.
double bytes_of(const Run& run) {
    const auto size = [](const auto&... columns) {
        return (0.0 + ... + static_cast<double>(columns.capacity() * sizeof columns[0]));
    };
#define FIRM(...)
#define MIND(...)
#define TRAIT(type, name, range, help) traits.name,
    const Network& n = run.people().network;
    const Traits& traits = run.people().traits;
    double bytes = size(n.first, n.ties, n.circle, n.circle_first) + size(
#include "model/entities.def"
                                                                         std::vector<char>());
    for (std::size_t arm = 0; arm < run.arms(); ++arm) {
        const World& w = run.world(arm);
        const Minds& minds = w.minds;
        bytes += size(w.inbox, w.outbox, w.failed, w.today.occasions, w.today.contacts, w.today.choosers, w.today.thread_starters,
                      w.today.seen_posts, w.today.lot, w.ownership.owns, w.ownership.owning_ties) + size(
#undef TRAIT
#undef MIND
#define TRAIT(...)
#define MIND(type, name, range, help) minds.name,
#include "model/entities.def"
                                                                                                        std::vector<char>());
    }
#undef FIRM
#undef MIND
#undef TRAIT
    return bytes;
}

BenchResult measure_work(const char* work, const Scenario& scenario, int pairs, int jobs, int repetitions, Console& console) {
    BenchResult result;
    result.work = work;
    result.customers = scenario.market.customers;
    result.days = scenario.run.days;
    result.pairs = pairs;
    result.jobs = jobs;
    const double days = scenario.run.warmup_days + scenario.run.days * static_cast<double>(scenario.arms.size());
    const double customer_days = pairs * days * scenario.market.customers;

    std::vector<double> seconds;
    ProgressBar bar(console, std::string("runs of ") + work);
    for (int i = 0; i <= repetitions; ++i) {
        bar.show(i, repetitions + 1);
        double took = 0;
        if (pairs == 1) {
            Run run(scenario, 0);
            took = seconds_of([&] { run.finish(); });
            result.bytes_per_customer = bytes_of(run) / scenario.market.customers;
        } else {
            Ensemble ensemble(scenario, i == 0 ? 2 : pairs, 1);
            took = seconds_of([&] { run_ensemble(ensemble, jobs); });
        }
        if (i > 0) seconds.push_back(took);
    }
    result.seconds = quantile(seconds, 0.5);
    result.ns_per_customer_day = 1e9 * result.seconds / customer_days;
    result.low = 1e9 * quantile(seconds, 0) / customer_days;
    result.high = 1e9 * quantile(seconds, 1) / customer_days;
    return result;
}

int bench(const BenchOptions& options, Console& console) {
    std::vector<BenchResult> before;
    if (!options.against.empty()) {
        std::string why;
        const auto text = read_file(options.against, 1 << 20, why);
        if (!text) {
            console.err << why << '\n';
            return kNoFile;
        }
        if (!read_bench(*text, options.against, before, console)) return kWrongInput;
    }

    Diagnostics problems;
    const auto scenario = parse_scenario(shipped_scenario(kScenario).value_or(""), problems);
    if (!scenario) {
        console.err << "parley: this program was built without the scenario " << kScenario << '\n';
        return kNoFile;
    }
    std::vector<BenchResult> results;
    if (options.only.empty() || options.only == "W2") results.push_back(measure_work("W2", *scenario, 1, 1, 9, console));
    if (options.only.empty() || options.only == "W4") {
        Scenario year = *scenario;
        year.run.days = 364;
        results.push_back(measure_work("W4", year, 50, options.jobs, 3, console));
        if (results.front().work == "W2") results.back().bytes_per_customer = results.front().bytes_per_customer;
        else results.back().bytes_per_customer = measure_work("W2", year, 1, 1, 1, console).bytes_per_customer;
    }
    bool slower = false;
    const std::string text = options.format == "json" ? bench_json(results) : bench_text(results);
    const std::string verdicts = before.empty() ? "" : compare_bench(results, before, slower);
    const int exit = deliver(console, options.format == "json" ? text : text + verdicts, "");
    if (options.format == "json") console.err << verdicts;
    return exit != kDone ? exit : slower ? kFellShort : kDone;
}

}  // namespace

std::function<int()> add_bench(CLI::App& app, Console& console) {
    const auto options = std::make_shared<BenchOptions>();
    app.add_option("--only", options->only, "W2: one pair of worlds of scenario 01; W4: 50 pairs (default: both)")
        ->type_name("W2|W4")
        ->check([](const std::string& name) {
            return name == "W2" || name == "W4" ? std::string() : "it is one of W2|W4, not \"" + name + "\"";
        });
    app.add_option("--against", options->against,
                   "An earlier result in JSON; exit code 4 when this one is more than 1.3 times as slow")
        ->type_name("FILE");
    add_jobs(app, options->jobs);
    add_format(app, options->format, {"text", "json"});
    return [options, &console] { return bench(*options, console); };
}

}  // namespace parley
