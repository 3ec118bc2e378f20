#include "study/sequential.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "model/detmath.h"
#include "model/rng.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/ensemble.h"
#include "study/stats.h"
#include "support/study.h"

using namespace parley;

namespace {

constexpr int kWorlds = 50, kBlocks = 13;

// Worlds whose gap per block is edge + slope x time, with luck of the world and luck of the block around it, in per cent of the other.
std::vector<Lead> drawn_sequence(std::uint64_t number, double edge, double slope) {
    const Stream luck(99, number, Purpose::Choice);
    std::vector<Lead> worlds(kWorlds);
    for (std::size_t i = 0; i < kWorlds; ++i) {
        Lead& world = worlds[i];
        const double own = normal_from(luck.uniform(i, 0));
        world.a = 100 * kBlocks;
        world.b = world.a;
        for (std::size_t k = 0; k < kBlocks; ++k) {
            const double time = (static_cast<double>(k) - 6) / 6, noise = normal_from(luck.uniform(i, 1 + k));
            world.blocks.push_back(edge + slope * time + 2 * own + 2 * noise);
            world.b += world.blocks.back();
        }
    }
    return worlds;
}

Ruling call(std::span<const Lead> worlds, const RunSettings& rules) {
    std::vector<double> a, b, gaps;
    for (const Lead& world : worlds) a.push_back(world.a), b.push_back(world.b), gaps.push_back(world.b - world.a);
    return ruling_of(worlds, rules, mean(gaps), mean(a), mean(b));
}

struct Tally {
    int sequences = 0, stopped = 0, wrong = 0;
    double worlds = 0;  // lived, of all sequences

    void add(std::span<const Lead> all, const RunSettings& rules) {
        ++sequences;
        std::size_t n = 1;
        while (n < all.size() && !settled(all.first(n), static_cast<int>(all.size()), rules)) ++n;
        worlds += static_cast<double>(n);
        if (n == all.size()) return;
        ++stopped;
        const Ruling early = call(all.first(n), rules), late = call(all, rules);
        wrong += early.form != late.form || early.direction != late.direction;
    }
    double rate() const { return static_cast<double>(wrong) / sequences; }
    std::string text() const {
        return std::to_string(sequences) + " sequences, " + std::to_string(stopped) + " stopped early, " + std::to_string(wrong) +
               " wrong, " + std::to_string(worlds / sequences) + " worlds on average";
    }
};

// The rate of false stops over a grid of edges and slopes, and the worst of its cells.
void check_false_stops(int sequences) {
    const RunSettings rules;
    Tally all;
    double worst = 0;
    for (const double slope : {0.0, 2.0, 6.0})
        for (int step = -6; step <= 6; ++step) {
            Tally cell;
            for (int i = 0; i < sequences; ++i)
                cell.add(drawn_sequence(static_cast<std::uint64_t>(i) + 100000u * static_cast<std::uint64_t>(step + 6), 0.7 * step, slope), rules);
            if (cell.rate() > kFalseStops) MESSAGE("edge " << 0.7 * step << ", slope " << slope << ": " << cell.text());
            worst = std::max(worst, cell.rate());
            all.sequences += cell.sequences, all.stopped += cell.stopped, all.wrong += cell.wrong, all.worlds += cell.worlds;
        }
    MESSAGE(all.text() << "; worst cell " << worst);
    CHECK(all.stopped > all.sequences / 4);
    CHECK(all.rate() <= kFalseStops);
    // A cell has few sequences: three standard errors of luck.
    CHECK(worst <= kFalseStops + 3 * std::sqrt(kFalseStops / sequences));
    CHECK(all.worlds / all.sequences < 0.8 * kWorlds);
}

}  // namespace

TEST_CASE("a verdict that stops early is the verdict over all worlds, but for the allowed share") { check_false_stops(100); }

TEST_CASE("false stops over drawn sequences" * doctest::skip()) { check_false_stops(1000); }

TEST_CASE("false stops over the shipped scenarios" * doctest::skip()) {
    constexpr int kLived = 150, kOrders = 400;
    Tally all;
    for (const std::string& id : scenario_ids()) {
        Diagnostics problems;
        const Scenario scenario = *parse_scenario(*shipped_scenario(id), problems);
        Ensemble ensemble(scenario, kLived, 1);
        run_ensemble(ensemble, 2);
        std::vector<Lead> lived;
        for (const PairResult* world : ensemble.results())
            lived.push_back(lead_of(*world, subject_of(scenario), 0, 1, scenario.market.customers, verdict_day(scenario)));
        Tally own;
        for (std::uint64_t order = 0; order < kOrders; ++order) {  // fifty of them in an order of their own
            const Stream luck(7, order, Purpose::Seats);
            std::vector<std::size_t> places(lived.size());
            for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
            for (std::size_t i = 0; i < kWorlds; ++i)
                std::swap(places[i], places[i + static_cast<std::size_t>(luck.uniform(i) * static_cast<double>(places.size() - i))]);
            std::vector<Lead> worlds;
            for (std::size_t i = 0; i < kWorlds; ++i) worlds.push_back(lived[places[i]]);
            own.add(worlds, scenario.run);
        }
        MESSAGE(id << ": " << own.text());
        all.sequences += own.sequences, all.stopped += own.stopped, all.wrong += own.wrong, all.worlds += own.worlds;
    }
    MESSAGE("all: " << all.text());
    CHECK(all.rate() <= kFalseStops);
}

TEST_CASE("what is certain is settled soon, what hangs in the balance is not") {
    const RunSettings rules;
    const auto after = [&](const std::vector<Lead>& worlds) {
        int n = 1;
        while (n < kWorlds && !settled(std::span(worlds).first(static_cast<std::size_t>(n)), kWorlds, rules)) ++n;
        return n;
    };
    CHECK(after(drawn_sequence(1, 0, 0)) > kFewestWorlds);
    for (const double edge : {20.0, -20.0}) {
        const int n = after(drawn_sequence(1, edge, 0));
        CHECK(n >= kFewestWorlds);
        CHECK(n <= 25);
    }
    // Identical worlds: level, and soon.
    std::vector<Lead> twins = drawn_sequence(1, 0, 0);
    for (Lead& world : twins) world.b = world.a, world.blocks.assign(kBlocks, 0.0);
    CHECK(after(twins) == kFewestWorlds);
    // Exactly at the border: 38 of 50 are enough, so every world counts.
    std::vector<Lead> edge = drawn_sequence(1, 20, 0);
    for (std::size_t i = 0; i < 12; ++i) {
        Lead& world = edge[4 * i];
        world.b = world.a - 1;
        world.blocks.assign(kBlocks, -1.0 / kBlocks);
    }
    CHECK(after(edge) > 40);
    // Few worlds are all lived.
    CHECK_FALSE(settled(std::span(twins).first(5), 8, rules));
    CHECK(settled(std::span(twins).first(8), 8, rules));
}

TEST_CASE("worlds count in the order of their numbers, whoever finished first") {
    const Scenario scenario = support::two_arms(84);
    const Ensemble whole = support::made_ensemble(scenario, 50, [](int, int arm, int, DayRecord& day) { day[Observable::sales] = 100 + arm; });
    Sequence forward, backward;
    Ensemble in_order(scenario, 50, 1), reversed(scenario, 50, 1);
    for (int pair = 0; pair < 50 && forward.after() == 0; ++pair) in_order.add(*whole.find(pair)), forward.look(in_order);
    CHECK(forward.after() >= kFewestWorlds);
    CHECK(forward.after() < 30);
    for (int pair = 49; pair > 0; --pair) {
        reversed.add(*whole.find(pair));
        CHECK(backward.look(reversed) == 0);
    }
    reversed.add(*whole.find(0));
    CHECK(backward.look(reversed) == forward.after());
    reversed.forget_from(forward.after());
    CHECK(reversed.done() == forward.after());
    CHECK(reversed.digest() == in_order.digest());
}
