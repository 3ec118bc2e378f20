// What a benchmark found: as text, as JSON, and beside an earlier result.
#pragma once
#include <string>
#include <vector>

#include "cli/console.h"

namespace parley {

inline constexpr double kSlowerLimit = 1.3;  // times the earlier figure

struct BenchResult {
    std::string work, platform;               // platform: native or wasm; this one's by default
    double customers = 0, days = 0;
    int pairs = 1, jobs = 1;
    double ns_per_customer_day = 0;           // median
    double low = 0, high = 0;                 // of the repetitions
    double seconds = 0;                       // median of the whole work
    double bytes_per_customer = 0;            // of one pair of worlds

    BenchResult();
};

std::string bench_text(const std::vector<BenchResult>& results);
std::string bench_json(const std::vector<BenchResult>& results);

// Reads what bench_json wrote; otherwise a diagnostic on err and false.
bool read_bench(const std::string& text, const std::string& file, std::vector<BenchResult>& results, Console& console);

// One line per work; slower tells whether any is beyond the limit or has nothing to stand beside.
std::string compare_bench(const std::vector<BenchResult>& now, const std::vector<BenchResult>& before, bool& slower);

}  // namespace parley
