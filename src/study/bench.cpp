#include "study/bench.h"

#include <algorithm>
#include <cmath>

#include "scenario/scenario_json.h"
#include "study/bench_memory.h"
#include "study/bench_profile.h"
#include "study/bench_reference.h"
#include "study/embedded_bench.h"
#include "study/ensemble.h"
#include "study/run.h"
#include "study/stats.h"

namespace parley {
namespace {

#ifdef __EMSCRIPTEN__
constexpr const char* kPlatform = "wasm";
constexpr bool kThreads = false;
#else
constexpr const char* kPlatform = "native";
constexpr bool kThreads = true;
#endif

constexpr int kContagionDays = 200, kTailFrom = 101;
constexpr int kEarly[] = {20, 40};                   // the two early points of the curve
constexpr double kPublished[] = {0.0424, 0.181, 0.7902};
constexpr double kWithin = 0.01;
// The beginning of the curve is luck: a few early adopters move all of it.  So many customers make its standard error a third of
// the per cent that is asked.
constexpr double kCurveCustomers = 20e6;

constexpr double kLeastSeconds = 0.1;  // of one measurement: shorter work is done several times
constexpr int kMostTimes = 50;

// The same town, larger or smaller, with the same money per head.
Scenario resized(Scenario scenario, double customers) {
    const double times = customers / scenario.market.customers;
    scenario.market.customers = customers;
    scenario.market.neutral_budget_per_day *= times;
    for (Arm& arm : scenario.arms) arm.strategy.budget_per_day *= times;
    return scenario;
}

double customer_days(const Scenario& scenario) {
    return scenario.market.customers *
           (scenario.run.warmup_days + scenario.run.days * static_cast<double>(scenario.arms.size()));
}

double middle(const std::vector<double>& sample) { return quantile(sample, 0.5); }

}  // namespace

// What the rounds of a work share.
struct Benchmark::Bench {
    PlainContagion plain;
    std::vector<double> ns, reference, ratio, small, growth, one_job, speedup;
    double customer_days = 0;  // of the work once
    int times = 1;             // that a short work is done in one measurement

    std::unique_ptr<Population> people;  // W1
    Model model;
    World start;
    std::vector<double> points[3];       // [runs] shares at the two early days and in the tail

    double owners(const World& world) const { return world.ownership.owners / static_cast<double>(people->size); }
    // The same people and ties before their first day, with a luck of their own.
    void begin_luck(int number, World& world) {
        people->pair = static_cast<std::uint64_t>(number);
        world = make_world(model);
    }
};

bool BenchPoint::told() const { return 3 * error <= kWithin * published; }

bool BenchPoint::holds() const { return !told() || std::fabs(share - published) <= kWithin * published; }

BenchResult::BenchResult() : platform(kPlatform) {}

bool BenchResult::holds() const {
    return schedule_is_step && std::all_of(curve.begin(), curve.end(), [](const BenchPoint& point) { return point.holds(); });
}

std::optional<Scenario> bench_contagion() {
    Diagnostics problems;
    return kEmbeddedWorkCount == 0 ? std::nullopt
                                    : parse_scenario({reinterpret_cast<const char*>(kEmbeddedWorks[0].data), kEmbeddedWorks[0].size}, problems);
}

Benchmark::Benchmark(const std::string& work, const Scenario& scenario, Options options, BenchMachine machine)
    : machine_(std::move(machine)), quick_(options.quick), bench_(std::make_unique<Bench>()) {
    const bool contagion = work == "W1", city = work == "W3";
    Scenario own = contagion ? bench_contagion().value_or(scenario) : scenario;
    if (city && options.customers == 0) options.customers = 1e6;
    if (options.customers > 0) own = resized(std::move(own), options.customers);
    if (city) own.run.days = own.run.warmup_days = 28;
    if (work == "W4") own.run.days = 364;
    result_.work = work;
    result_.customers = own.market.customers;
    result_.days = contagion ? kContagionDays : own.run.days;
    result_.jobs = kThreads && work == "W4" ? options.jobs : 1;
    if (contagion) plan_contagion(own);
    else if (city) plan_city(own);
    else if (work == "W4") plan_ensemble(own);
    else plan_pair(own);
    turns_.push_back([this] { conclude(); });
}

Benchmark::~Benchmark() = default;

bool Benchmark::advance() {
    if (done_ < turns()) turns_[static_cast<std::size_t>(done_++)]();
    return done_ < turns();
}

void Benchmark::round(const std::function<double()>& nanoseconds) {
    Bench& b = *bench_;
    if (b.reference.empty()) plain_loop_ns(b.plain, machine_.seconds), b.reference.push_back(plain_loop_ns(b.plain, machine_.seconds));
    b.ns.push_back(nanoseconds());
    const double before = b.reference.back();
    b.reference.push_back(plain_loop_ns(b.plain, machine_.seconds));
    b.ratio.push_back(b.ns.back() / ((before + b.reference.back()) / 2));
}

void Benchmark::conclude() {
    const Bench& b = *bench_;
    result_.ns_per_customer_day = middle(b.ns);
    result_.seconds = 1e-9 * result_.ns_per_customer_day * b.customer_days;
    result_.low = quantile(b.ns, 0);
    result_.high = quantile(b.ns, 1);
    result_.reference_ns = middle(b.reference);
    result_.ratio = middle(b.ratio);
    result_.ratio_low = quantile(b.ratio, 0);
    result_.ratio_high = quantile(b.ratio, 1);
    result_.small_ns = middle(b.small);
    result_.growth = middle(b.growth);
    result_.one_job_seconds = middle(b.one_job);
    result_.speedup = middle(b.speedup);
    for (std::size_t point = 0; point < std::size(b.points) && !b.points[point].empty(); ++point) {
        const auto& shares = b.points[point];
        const std::string when = point < 2 ? "day " + std::to_string(kEarly[point]) : "days 101 to 200";
        result_.curve.push_back({when, mean(shares), sd(shares) / std::sqrt(static_cast<double>(shares.size())), kPublished[point]});
    }
}

void Benchmark::plan_contagion(const Scenario& scenario) {
    constexpr int kRounds = 7, kCurveTurns = 8;
    bench_->customer_days = scenario.market.customers * kContagionDays;
    turns_.push_back([this, scenario] {
        Bench& b = *bench_;
        b.people = std::make_unique<Population>(make_population(scenario.market, scenario.brand, 1, 0));
        b.model = make_model(*b.people, phases_of(scenario, 0), 0);
        b.start = make_world(b.model);
    });

    const int runs = std::max(2, static_cast<int>(std::ceil(kCurveCustomers / scenario.market.customers)));
    for (int turn = 0; turn < kCurveTurns && !quick_; ++turn)
        turns_.push_back([this, turn, runs] {
            Bench& b = *bench_;
            World world;
            for (int run = turn; run < runs; run += kCurveTurns) {
                b.begin_luck(1000 + run, world);
                while (world.day < kEarly[1]) {
                    step(b.model, world);
                    for (std::size_t point = 0; point < std::size(kEarly); ++point)
                        if (world.day == kEarly[point]) b.points[point].push_back(b.owners(world));
                }
            }
        });

    for (int run = 0; run <= rounds(kRounds); ++run)
        turns_.push_back([this, run] {
            Bench& b = *bench_;
            World world;
            const auto live = [&] {
                b.begin_luck(run, world);
                double tail = 0;
                const double start = machine_.seconds();
                while (world.day < kContagionDays) {
                    step(b.model, world);
                    if (world.day >= kTailFrom) tail += b.owners(world);
                }
                const double seconds = machine_.seconds() - start;
                if (!quick_) b.points[2].push_back(tail / (kContagionDays - kTailFrom + 1));
                return 1e9 * seconds / b.customer_days;
            };
            if (run == 0) live();
            else round(live);
            result_.bytes_per_customer = (bytes_of(*b.people) + bytes_of(world)) / result_.customers;
        });

    turns_.push_back([this] {
        const DayProfile profile = profile_days(bench_->model, bench_->start, kContagionDays, machine_.lap);
        result_.processes = profile.shares;
        result_.schedule_is_step = profile.is_step;
    });
}

// One pair of worlds, its people made before the clock starts; nanoseconds per customer-day.
static double live_pair(const Scenario& scenario, const BenchMachine& machine, int times, double* bytes = nullptr) {
    double seconds = 0;
    for (int i = 0; i < times; ++i) {
        Run run(scenario, 0);
        const double start = machine.seconds();
        run.finish();
        seconds += machine.seconds() - start;
        if (bytes) *bytes = bytes_of(run) / scenario.market.customers;
    }
    return 1e9 * seconds / (customer_days(scenario) * times);
}

// How often a work is done so that it can be timed.
static int times_for(double seconds) {
    return std::clamp(static_cast<int>(std::ceil(kLeastSeconds / std::max(seconds, 1e-9))), 1, kMostTimes);
}

// The days of every arm after the status quo, process by process.
static void profile_arms(const Scenario& scenario, const BenchMachine& machine, BenchResult& result) {
    Run run(scenario, 0);
    run.advance(static_cast<int>(scenario.run.warmup_days));
    for (std::size_t arm = 0; arm < run.arms(); ++arm) {
        const DayProfile profile = profile_days(run.model(arm), run.world(arm), static_cast<int>(scenario.run.days), machine.lap);
        result.schedule_is_step = result.schedule_is_step && profile.is_step;
        if (result.processes.empty()) result.processes = profile.shares;
        else
            for (std::size_t p = 0; p < profile.shares.size(); ++p) result.processes[p].share += profile.shares[p].share;
    }
    for (BenchShare& part : result.processes) part.share /= static_cast<double>(run.arms());
}

void Benchmark::plan_pair(const Scenario& scenario) {
    constexpr int kRounds = 9;
    bench_->customer_days = customer_days(scenario);
    turns_.push_back([this, scenario] {
        const double ns = live_pair(scenario, machine_, 1, &result_.bytes_per_customer);
        bench_->times = times_for(1e-9 * ns * bench_->customer_days);
    });
    for (int i = 0; i < rounds(kRounds); ++i)
        turns_.push_back([this, scenario] { round([&] { return live_pair(scenario, machine_, bench_->times); }); });
    turns_.push_back([this, scenario] { profile_arms(scenario, machine_, result_); });
}

void Benchmark::plan_city(const Scenario& scenario) {
    constexpr int kRounds = 3;
    constexpr double kTown = 10000;
    bench_->customer_days = customer_days(scenario);
    const Scenario town = resized(scenario, kTown);
    result_.small_customers = kTown;
    turns_.push_back([this, town] {
        const double ns = live_pair(town, machine_, 1);
        bench_->times = times_for(1e-9 * ns * customer_days(town));
        live_pair(town, machine_, bench_->times);
    });
    for (int i = 0; i < rounds(kRounds); ++i)
        turns_.push_back([this, i, scenario, town] {
            round([&] { return live_pair(scenario, machine_, 1, &result_.bytes_per_customer); });
            if (i == 0) result_.peak_bytes = machine_.peak_bytes();
            bench_->small.push_back(live_pair(town, machine_, bench_->times));
            bench_->growth.push_back(bench_->ns.back() / bench_->small.back());
        });
    turns_.push_back([this, scenario] { profile_arms(scenario, machine_, result_); });
}

void Benchmark::plan_ensemble(const Scenario& scenario) {
    constexpr int kRounds = 3;
    result_.pairs = 50;
    bench_->customer_days = customer_days(scenario) * result_.pairs;
    const auto live = [this, scenario](int pairs, int jobs) {
        Ensemble ensemble(scenario, pairs, 1);
        const double start = machine_.seconds();
        run_ensemble(ensemble, jobs);
        return machine_.seconds() - start;
    };
    turns_.push_back([this, scenario, live] {
        Run run(scenario, 0);
        run.finish();
        result_.bytes_per_customer = bytes_of(run) / result_.customers;
        live(2, result_.jobs);
    });
    for (int i = 0; i < rounds(kRounds); ++i) {
        if (result_.jobs > 1) turns_.push_back([this, live] { bench_->one_job.push_back(live(result_.pairs, 1)); });
        turns_.push_back([this, live] {
            Bench& b = *bench_;
            round([&] { return 1e9 * live(result_.pairs, result_.jobs) / b.customer_days; });
            if (!b.one_job.empty()) b.speedup.push_back(b.one_job.back() / (1e-9 * b.ns.back() * b.customer_days));
        });
    }
}

}  // namespace parley
