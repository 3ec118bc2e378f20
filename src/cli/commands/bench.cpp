// parley bench: how fast the engine is here (study/bench.h tells what is measured and how).
#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <memory>
#include <ostream>
#include <string_view>

#ifndef __EMSCRIPTEN__
#include <sys/resource.h>
#include <time.h>
#endif

#include "cli/commands/commands.h"
#include "cli/files.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/bench_report.h"

namespace parley {
namespace {

struct BenchOptions {
    std::string only, against, format = "text";
    Benchmark::Options how;
    bool wall = false;
};

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// What the processor worked for this thread: others who use the machine hardly count.
double worked_seconds() {
#ifdef __EMSCRIPTEN__
    // Under node no function tells it, but Linux has it in a file.
    double ns = 0;
    std::ifstream file("/proc/self/schedstat");
    return file >> ns ? 1e-9 * ns : seconds_now();
#else
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
#endif
}

double peak_bytes() {
#ifdef __EMSCRIPTEN__
    return 65536.0 * static_cast<double>(__builtin_wasm_memory_size(0));  // memory never shrinks
#else
    rusage used{};
    return getrusage(RUSAGE_SELF, &used) == 0 ? 1024.0 * static_cast<double>(used.ru_maxrss) : 0.0;
#endif
}

// The earlier result; kDone, or the exit code after diagnostics.
int read_earlier(const std::string& file, std::vector<BenchResult>& before, Console& console) {
    std::string why;
    const auto text = read_file(file, std::size_t{1} << 20, why);
    if (!text) {
        console.err << why << '\n';
        return kNoFile;
    }
    Diagnostics problems;
    before = read_bench(*text, problems);
    for (const Diagnostic& problem : problems) console.err << describe(file, problem) << '\n';
    return problems.empty() ? kDone : kWrongInput;
}

int bench(const BenchOptions& options, Console& console) {
    std::vector<BenchResult> before, results;
    if (!options.against.empty())
        if (const int exit = read_earlier(options.against, before, console); exit != kDone) return exit;

    Diagnostics problems;
    const auto scenario = parse_scenario(shipped_scenario(kBenchScenario).value_or(""), problems);
    if (!scenario || !bench_contagion()) {
        console.err << "parley: this program was built without the scenarios of its works\n";
        return kNoFile;
    }
    for (const char* work : kBenchWorks) {
        if (!options.only.empty() && options.only != work) continue;
        Benchmark benchmark(work, *scenario, options.how,
                            {options.wall || std::string_view(work) == "W4" ? seconds_now : worked_seconds, seconds_now, peak_bytes});
        ProgressBar bar(console, std::string("turns of ") + work);
        do bar.show(benchmark.done(), benchmark.turns());
        while (benchmark.advance());
        results.push_back(benchmark.result());
    }

    bool short_of = false;
    for (const BenchResult& result : results) short_of = short_of || !result.holds();
    const bool json = options.format == "json";
    const std::string verdicts = options.against.empty() ? "" : compare_bench(results, before, short_of);
    const int exit = deliver(console, json ? bench_json(results) : bench_text(results) + verdicts, "");
    if (json) console.err << verdicts;
    return exit != kDone ? exit : short_of ? kFellShort : kDone;
}

}  // namespace

std::function<int()> add_bench(CLI::App& app, Console& console) {
    const auto options = std::make_shared<BenchOptions>();
    const std::vector<std::string> works(std::begin(kBenchWorks), std::end(kBenchWorks));
    app.add_option("--only", options->only,
                   "One work: W1 contagion alone, W2 one pair of worlds, W3 a city, W4 50 pairs (default: all)")
        ->type_name("W1|W2|W3|W4")
        ->check([works](const std::string& name) {
            const bool known = std::find(works.begin(), works.end(), name) != works.end();
            return known ? std::string() : "there is no work \"" + name + "\"; " + suggest(name, works);
        });
    app.add_option("--customers", options->how.customers,
                   "People in the town, 100 to 10,000,000 (default: W1 100,000, W2 and W4 5,000, W3 1,000,000)")
        ->type_name("N")
        ->check(CLI::Range(100, 10000000));
    app.add_option("--against", options->against,
                   "An earlier result in JSON; exit code 4 when a work takes more than 1.3 times as many plain loops as then")
        ->type_name("FILE");
    app.add_flag("--quick", options->how.quick, "One round of each: whether it works, not how fast it is");
    app.add_flag("--wall", options->wall, "Time of the clock for W1 to W3 as well, not that of the processor's work");
    add_jobs(app, options->how.jobs);
    add_format(app, options->format, {"text", "json"});
    return [options, &console] { return bench(*options, console); };
}

}  // namespace parley
