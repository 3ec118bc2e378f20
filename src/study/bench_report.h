// What a benchmark found: as a table, as JSON, beside its goals, and beside an earlier result.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.h"
#include "study/bench.h"

namespace parley {

inline constexpr double kSlowerLimit = 1.3;  // times the earlier ratio

std::string bench_text(const std::vector<BenchResult>& results);
std::string bench_json(const std::vector<BenchResult>& results);  // the list of the contract, one work per line
std::string bench_json(const BenchResult& result);                // one of its objects

// Reads what bench_json wrote, as far as a comparison needs it: work, platform, customers, jobs, ratio.  Empty and at least one
// problem when it is something else.
std::vector<BenchResult> read_bench(std::string_view text, Diagnostics& problems);

// One line per work; ratios are compared, never times, so the earlier result may come from another machine.  slower tells whether
// any is beyond the limit or has nothing to stand beside.
std::string compare_bench(const std::vector<BenchResult>& now, const std::vector<BenchResult>& before, bool& slower);

// Goals are ratios within one run.
struct BenchGoal {
    const char *work, *platform;        // platform: empty for all
    const char* what;
    double value;                       // 0: nothing measured that could be held against it
    double bound;
    bool at_least;                      // otherwise: at most
    bool reached() const { return at_least ? value >= bound : value <= bound; }
};
std::vector<BenchGoal> bench_goals(const BenchResult& result);  // those that this run can tell

}  // namespace parley
