#include "study/bench.h"

#include <doctest/doctest.h>

#include <cmath>
#include <memory>

#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/bench_profile.h"
#include "study/bench_reference.h"
#include "study/bench_report.h"
#include "study/run.h"

using namespace parley;

namespace {

Scenario billboard() {
    Diagnostics problems;
    return parse_scenario(*shipped_scenario(kBenchScenario), problems).value();
}

// The curve of W1 as other simulators measured it: share of owners after day 20, after day 40, mean of days 101 to 200.
struct Curve {
    double day20 = 0, day40 = 0, tail = 0;
};
constexpr Curve kPublished = {0.0424, 0.181, 0.7902};

// Mean over so many lives of 40 days, and over a few of 200.  begin(life) starts one, day() lives a day and tells the share of owners.
template <class Begin, class Day> Curve curve_of(int lives, Begin begin, Day day) {
    Curve curve;
    for (int life = 0; life < lives; ++life) {
        begin(life);
        for (int d = 1; d <= 40; ++d) {
            const double share = day();
            if (d == 20) curve.day20 += share / lives;
            if (d == 40) curve.day40 += share / lives;
        }
    }
    for (int life = 0; life < 2; ++life) {
        begin(life);
        for (int d = 1; d <= 200; ++d) {
            const double share = day();
            if (d > 100) curve.tail += share / 200;
        }
    }
    return curve;
}

// A luck of early adopters moves the whole beginning of one life: its standard deviation is 3.5 per cent of the share at day 20 with
// 100,000 people, so the mean of 60 lives is known to half a per cent and is held to one.
constexpr int kLives = 60;

void check_curve(const Curve& curve) {
    const auto near = [](double measured, double published) {
        CAPTURE(measured);
        CAPTURE(published);
        CHECK(std::fabs(measured / published - 1) < 0.01);
    };
    near(curve.day20, kPublished.day20);
    near(curve.day40, kPublished.day40);
    near(curve.tail, kPublished.tail);
}

// A clock that ticks when it is asked.
BenchMachine ticking(double per_call) {
    const auto now = std::make_shared<double>(0.0);
    const auto tick = [now, per_call] { return *now += per_call; };
    return {tick, tick, [] { return 3e8; }};
}

BenchResult whole(const char* work, Benchmark::Options options, BenchMachine machine) {
    Benchmark benchmark(work, billboard(), options, std::move(machine));
    while (benchmark.advance()) {
    }
    return benchmark.result();
}

BenchResult result_of(const char* work, double ns, double reference, double customers = 5000, int jobs = 1) {
    BenchResult r;
    r.work = work;
    r.customers = customers;
    r.jobs = jobs;
    r.ns_per_customer_day = r.low = r.high = ns;
    r.reference_ns = reference;
    r.ratio = r.ratio_low = r.ratio_high = ns / reference;
    return r;
}

}  // namespace

TEST_CASE("contagion under the ordinary day has the curve that other simulators have") {
    const Scenario scenario = bench_contagion().value();
    Population people = make_population(scenario.market, scenario.brand, 1, 0);
    const Model model = make_model(people, phases_of(scenario, 0), 0);
    World world;
    check_curve(curve_of(
        kLives,
        [&](int life) {
            people.pair = static_cast<std::uint64_t>(life);
            world = make_world(model);
        },
        [&] {
            step(model, world);
            return world.ownership.owners / scenario.market.customers;
        }));
}

TEST_CASE("in contagion alone nobody buys twice without having given up, and nobody is reached, heard or asked") {
    Scenario scenario = bench_contagion().value();
    scenario.market.customers = 1000;
    Run run(scenario, 0);
    run.finish();
    CHECK(digest_of({0, {run.result().arms[0]}}) == digest_of({0, {run.result().arms[1]}}));  // both arms are the same
    std::int64_t adopted = 0;
    for (const DayRecord& day : run.result().arms[0]) {
        adopted += day[Observable::occasions];
        CHECK(day[Observable::purchases] == day[Observable::occasions]);
        for (const Observable none : {Observable::impressions, Observable::posts, Observable::questions, Observable::complaints,
                                      Observable::tells, Observable::peer_posts, Observable::heard, Observable::followers, Observable::spend})
            CHECK(day[none] == 0);
    }
    CHECK(adopted > 1000);
}

TEST_CASE("the plain loop has the same curve") {
    PlainContagion plain;
    check_curve(curve_of(kLives, [&](int life) { plain.begin(static_cast<std::uint32_t>(life)); },
                         [&] { return plain.day() / double{PlainContagion::kCustomers}; }));
}

TEST_CASE("a day lived process by process is the day of step, and its parts add up") {
    Scenario scenario = billboard();
    scenario.market.customers = 500;
    Run run(scenario, 0);
    run.advance(static_cast<int>(scenario.run.warmup_days));
    double clock = 0;
    const DayProfile profile = profile_days(run.model(1), run.world(1), 60, [&] { return clock += 0.001; });
    CHECK(profile.is_step);
    double all = 0;
    for (const BenchShare& part : profile.shares) all += part.share;
    CHECK(all == doctest::Approx(1));
    CHECK(profile.shares.back().process == "observation");
    CHECK(profile.shares.front().share == doctest::Approx(1.0 / static_cast<double>(profile.shares.size())));
}

TEST_CASE("a work's ratio is its time beside that of the plain loop in the same round") {
    // One tick of the clock for the work, one for the loop: 1 s each.
    const BenchResult r = whole("W1", {200, 1, true}, ticking(1));
    CHECK(r.customers == 200);
    CHECK(r.ns_per_customer_day == doctest::Approx(1e9 / (200 * 200)));
    CHECK(r.reference_ns == doctest::Approx(1e9 / (100000.0 * 200)));
    CHECK(r.ratio == doctest::Approx(r.ns_per_customer_day / r.reference_ns));
    CHECK(r.seconds == doctest::Approx(1));
    CHECK(r.schedule_is_step);
    CHECK(r.holds());
}

TEST_CASE("a clock that runs twice as fast changes times and no ratio") {
    const BenchResult one = whole("W2", {200, 1, true}, ticking(1)), two = whole("W2", {200, 1, true}, ticking(2));
    CHECK(two.ns_per_customer_day == doctest::Approx(2 * one.ns_per_customer_day));
    CHECK(two.ratio == doctest::Approx(one.ratio));
    bool slower = false;
    CHECK(compare_bench({two}, {one}, slower).find("1.00 times the earlier") != std::string::npos);
    CHECK_FALSE(slower);
}

TEST_CASE("a city is told beside a small town, with the most memory it took") {
    const BenchResult r = whole("W3", {300, 1, true}, ticking(1));
    CHECK(r.small_customers == 10000);
    // Every measurement takes one second on this clock: the small town's share of a second is that of its people.
    CHECK(r.growth == doctest::Approx(10000.0 / 300));
    CHECK(r.peak_bytes == 3e8);
    CHECK(r.bytes_per_customer > 50);
}

TEST_CASE("a benchmark reads back what it wrote, and comparisons are of ratios") {
    const std::vector<BenchResult> before = {result_of("W2", 20, 4), result_of("W4", 10, 4, 5000, 2)};
    Diagnostics problems;
    const std::vector<BenchResult> read = read_bench(bench_json(before), problems);
    REQUIRE(problems.empty());
    REQUIRE(read.size() == 2);
    CHECK(read[1].ratio == 2.5);

    const auto slower = [&](const BenchResult& now) {
        bool answer = false;
        compare_bench({now}, read, answer);
        return answer;
    };
    CHECK_FALSE(slower(result_of("W2", 200, 40)));        // a machine ten times as slow
    CHECK_FALSE(slower(result_of("W2", 4 * 6.49, 4)));
    CHECK(slower(result_of("W2", 4 * 6.51, 4)));
    CHECK(slower(result_of("W2", 20, 3)));                // the same time where the plain loop is faster
    CHECK(slower(result_of("W1", 1, 4)));                 // nothing to stand beside
    CHECK(slower(result_of("W4", 10, 4, 5000, 1)));       // other jobs
    CHECK(slower(result_of("W2", 20, 4, 10000)));         // another town
}

TEST_CASE("goals are told where the run can tell them") {
    CHECK(bench_goals(result_of("W2", 20, 4, 200)).empty());
    const std::vector<BenchGoal> goals = bench_goals(result_of("W2", 4, 4));
    if (BenchResult().platform == "native") {
        REQUIRE(goals.size() == 1);
        CHECK(goals[0].reached());
        CHECK_FALSE(bench_goals(result_of("W2", 5.3, 4))[0].reached());
        CHECK_FALSE(bench_goals(result_of("W1", 3, 4, 100000))[0].reached());
        CHECK(bench_goals(result_of("W1", 2.6, 4, 100000))[0].reached());
    } else {
        CHECK(goals.empty());
    }
}

TEST_CASE("what is no result of a benchmark is refused, with the place") {
    const auto first_problem = [](const char* text) {
        Diagnostics problems;
        CHECK(read_bench(text, problems).empty());
        REQUIRE_FALSE(problems.empty());
        return describe("f", problems.front());
    };
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
    CHECK(has(first_problem("{\"format\": \"parley.scenario/1\"}"), "no result of parley bench"));
    CHECK(has(first_problem("[]"), "no result of parley bench"));
    CHECK(has(first_problem("[7]"), "no result of a work"));
    CHECK(has(first_problem("[\n{\"work\": \"W2\", \"platform\": \"native\", \"customers\": 5000, \"jobs\": 1}]"), "f:2:1: 0: ratio is needed"));
    CHECK(has(first_problem("[{\"work\": \"W2\", \"platform\": \"native\", \"customers\": 5000, \"jobs\": 1, \"ratio\": -1}]"), "above 0"));
    CHECK(has(first_problem("[{\"work\": \"W22\", \"platform\": \"native\", \"customers\": 5000, \"jobs\": 1, \"ratio\": 1}]"), "the nearest is W2"));
    first_problem("");
    first_problem("[{\"work\": ");
}
