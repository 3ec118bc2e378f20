// Benchmark: how fast the engine is here, beside a plain loop that is timed in the same minutes.
//
//   W1  contagion and nothing else (tests/bench/w1.json): the work that other simulators were measured on.  100,000 customers,
//       200 days of one arm.
//   W2  one pair of worlds of scenario 01, all processes, 5,000 customers, warm-up included.
//   W3  W2 for a city: 1,000,000 customers, four weeks after four weeks of warm-up, in turn with 10,000 customers.
//   W4  50 pairs of 364 days of scenario 01 through study, people made anew for each, on several jobs; in turn on one.
// Where the town is not the scenario's own, money per head is.  A customer-day is one customer through one day that was lived,
// in every arm, warm-up days included.  The people are made before the clock starts, except in W4.
//
// A work runs once to warm up, then in rounds: the plain loop, the work, the plain loop, the work, the plain loop.  Figures are
// medians over the rounds with their lowest and highest; a round's ratio is its work beside the mean of the loops before and after it,
// so that a machine which slows down for a minute slows both.  Clock and memory are given from outside; nothing measured enters a
// result of the model.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace parley {

struct BenchMachine {
    std::function<double()> seconds;     // a clock that never goes back; that of the processor's work is disturbed least by others
    std::function<double()> lap;         // another one, cheap enough to be asked between the processes of a day
    std::function<double()> peak_bytes;  // most memory taken so far; 0 where nobody can tell
};

struct BenchShare {
    std::string process;  // a row of schedule.def, or "observation"
    double share = 0;     // of the time of a day
};

// A point of the curve of W1, mean of all runs, beside the published one.
struct BenchPoint {
    std::string when;
    double share = 0, error = 0;  // standard error over the runs
    double published = 0;
    bool told() const;            // the standard error is small enough to tell one per cent: not so with a handful of people
    bool holds() const;           // within 1 per cent, or not told
};

struct BenchResult {
    std::string work, platform;  // platform: native or wasm
    double customers = 0, days = 0;
    int pairs = 1, jobs = 1;
    double seconds = 0;  // of the work once
    double ns_per_customer_day = 0, low = 0, high = 0;
    double reference_ns = 0;  // the plain loop, per customer and day
    double ratio = 0, ratio_low = 0, ratio_high = 0;
    double bytes_per_customer = 0;  // of one pair of worlds, by the capacity of its columns
    double peak_bytes = 0;          // W3
    double small_customers = 0, small_ns = 0, growth = 0;  // W3: the small town, and what a customer costs in the large one beside it
    double one_job_seconds = 0, speedup = 0;               // W4 on several jobs
    std::vector<BenchShare> processes;                     // W1 to W3
    std::vector<BenchPoint> curve;                         // W1
    bool schedule_is_step = true;                          // the days lived process by process equal those of step()

    BenchResult();
    bool holds() const;  // the curve is the published one and the shares are those of step()
};

inline constexpr const char* kBenchWorks[] = {"W1", "W2", "W3", "W4"};
inline constexpr const char* kBenchScenario = "01_billboard_or_dialogue";  // of W2 to W4

// The scenario of W1.  Nothing when the program was built without it.
std::optional<Scenario> bench_contagion();

class Benchmark {
public:
    struct Options {
        double customers = 0;  // 0: those of the work
        int jobs = 1;          // of W4
        bool quick = false;    // one round, and W1's curve is not looked at: whether it works, not how fast it is
    };
    // work: one of kBenchWorks.  scenario: kBenchScenario, not used by W1.
    Benchmark(const std::string& work, const Scenario& scenario, Options options, BenchMachine machine);
    ~Benchmark();

    bool advance();  // the next turn, a second or a few; true while there are more
    int done() const { return done_; }
    int turns() const { return static_cast<int>(turns_.size()); }
    const BenchResult& result() const { return result_; }  // whole once advance() has returned false

private:
    struct Bench;
    void plan_contagion(const Scenario& scenario), plan_pair(const Scenario& scenario), plan_city(const Scenario& scenario),
        plan_ensemble(const Scenario& scenario);
    int rounds(int most) const { return quick_ ? 1 : most; }
    void round(const std::function<double()>& nanoseconds);  // the work once, the plain loop once
    void conclude();

    BenchMachine machine_;
    bool quick_;
    BenchResult result_;
    std::vector<std::function<void()>> turns_;
    int done_ = 0;
    std::unique_ptr<Bench> bench_;
};

}  // namespace parley
