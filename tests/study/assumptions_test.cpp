#include "study/assumptions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "../scenario/read_file.h"
#include "parley_version.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/ignorance.h"
#include "study/stats.h"
#include "support/study.h"

using namespace parley;

namespace {

std::vector<Scenario> shipped() {
    std::vector<Scenario> all;
    for (const std::string& id : scenario_ids()) all.push_back(test::parsed(std::string(*shipped_scenario(id))));
    return all;
}

Scenario small_town() {
    Scenario scenario = support::two_arms(84);
    scenario.market.customers = 400;
    scenario.run.warmup_days = 28;
    scenario.run.pairs = 6;
    scenario.arms[1].strategy.talk = 60;
    scenario.arms[1].strategy.converse = 40;
    return scenario;
}

const std::string kFile = "assets/assumptions.csv";

}  // namespace

TEST_CASE("every assumed number stands once in each stratum, and no two numbers in the same order") {
    const Scenario scenario = shipped()[1];
    std::set<std::vector<int>> orders;
    const auto rows = drawn_rows(scenario);
    for (const auto& drawn : rows) {
        const ParamTable* table = drawn.first;
        const ParamSpec* row = drawn.second;
        CAPTURE(row->name);
        std::set<int> strata;
        std::vector<int> order;
        for (const double place : latin_places(7, *table, *row, 20)) {
            CHECK((place > 0 && place < 1));
            order.push_back(static_cast<int>(place * 20));
            strata.insert(order.back());
        }
        CHECK(strata.size() == 20);
        CHECK(orders.insert(order).second);
    }
    CHECK(rows.size() > 40);
}

TEST_CASE("numbers of a draw go both ways, decisions and published numbers stay") {
    const Scenario scenario = small_town();
    int higher = 0, lower = 0;
    for (int draw = 0; draw < 10; ++draw) {
        const Scenario lived = with_assumptions(scenario, draw, 10);
        for (const ParamSpec& row : kMarketTable.rows) {
            const double was = value_of(scenario.market, row), is = value_of(lived.market, row);
            if (!drawn_anew(row, was)) CHECK(was == is);
            else higher += is > was, lower += is < was;
        }
        for (const ParamSpec& row : kStrategyTable.rows) CHECK(value_of(scenario.arms[1].strategy, row) == value_of(lived.arms[1].strategy, row));
    }
    CHECK(std::abs(higher - lower) < (higher + lower) / 10);
}

TEST_CASE("two numbers of a Latin hypercube hardly go together") {
    const auto rows = drawn_rows(shipped()[1]);
    double worst = 0;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
        worst = std::max(worst, std::fabs(rank_correlation(latin_places(1, *rows[i].first, *rows[i].second, 100),
                                                          latin_places(1, *rows[i + 1].first, *rows[i + 1].second, 100))));
    CHECK(worst < 0.4);
}

TEST_CASE("rank correlation looks at order alone") {
    const std::vector<double> a{1, 2, 3, 4, 5}, cubes{1, 8, 27, 64, 125}, falling{9, 7, 5, 3, 1}, level{2, 2, 2, 2, 2}, ties{1, 1, 2, 2, 3};
    CHECK(rank_correlation(a, cubes) == doctest::Approx(1));
    CHECK(rank_correlation(a, falling) == doctest::Approx(-1));
    CHECK(rank_correlation(a, level) == 0);
    CHECK(rank_correlation(a, ties) == doctest::Approx(0.9486832980505138));
}

TEST_CASE("a sweep says the same for any number of jobs, and its file says what it said") {
    const Scenario scenario = small_town();
    const Assumptions one = sweep_assumptions(scenario, 4, 2, 1), two = sweep_assumptions(scenario, 4, 2, 2);
    const std::string text = assumptions_csv({one});
    CHECK(text == assumptions_csv({two}));
    const std::vector<Assumptions> read = read_assumptions(text);
    REQUIRE(read.size() == 1);
    CHECK(assumptions_csv(read) == text);
    CHECK(read[0].hash == scenario_hash(scenario));
    CHECK(std::set<int>(one.gaps.begin(), one.gaps.end()).size() > 1);
    for (int draw = 0; draw < 4; ++draw) CHECK(live_draw(scenario, draw, read[0]).gap == one.gaps[static_cast<std::size_t>(draw)]);
}

TEST_CASE("arms nobody asks about change no draw, and arms alike are close in all of them") {
    Scenario scenario = small_town();
    const Assumptions two = sweep_assumptions(scenario, 3, 2, 1);
    scenario.arms.push_back({"Third", scenario.arms[0].strategy});
    scenario.events.push_back({10, 2, {}, {{&kStrategyTable, kStrategyTable.find("talk"), 5, -1}}});
    CHECK(sweep_assumptions(scenario, 3, 2, 1).gaps == two.gaps);
    scenario = small_town();
    scenario.arms[1].strategy = scenario.arms[0].strategy;
    const Assumptions twins = sweep_assumptions(scenario, 3, 2, 1);
    CHECK(twins.form == VerdictForm::Close);
    CHECK(twins.same == 3);
    CHECK(twins.weights.empty());
    CHECK(twins.leader.empty());
}

TEST_CASE("a scenario that was changed, or another pair of arms, has no sweep") {
    for (Scenario scenario : shipped()) {
        const Assumptions* known = assumptions_of(scenario);
        CHECK(assumptions_of(scenario, 1, 2) == nullptr);
        if (scenario.target) {  // asked about another day, it may have another leader
            Scenario earlier = scenario;
            earlier.target->by_day = scenario.target->by_day == 364 ? 91 : 364;
            CHECK(assumptions_of(earlier) == nullptr);
        }
        if (!known) continue;
        CHECK(known->hash == scenario_hash(scenario));
        CHECK(assumptions_meaning(*known).find('{') == std::string::npos);
        scenario.market.gap_detection *= 1.1;
        CHECK(assumptions_of(scenario) == nullptr);
    }
}

// A file without lines is one that waits for its sweep: the screen then says nothing.
TEST_CASE("the sweep of the shipped scenarios is of this engine and of these scenarios, or not there") {
    const std::string text = test::read_file(kFile);
    const std::vector<Assumptions> all = read_assumptions(text);
    CHECK(assumptions_csv(all) == text);
    if (all.empty()) return;
    const std::vector<Scenario> scenarios = shipped();
    REQUIRE(all.size() == scenarios.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO("stale: run parley bless --assumptions");
        CAPTURE(all[i].scenario);
        CHECK(all[i].engine == PARLEY_VERSION);
        CHECK(all[i].hash == scenario_hash(scenarios[i]));
        CHECK(all[i].draws == kAssumptionDraws);
        CHECK(all[i].pairs == kAssumptionPairs);
        CHECK(static_cast<int>(all[i].gaps.size()) == all[i].draws);
        for (const Weight& weight : all[i].weights) CHECK(std::fabs(weight.correlation) <= 1);
    }
    // Two draws of one scenario, lived again.
    for (const int draw : {3, 71}) CHECK(live_draw(scenarios[1], draw, all[1]).gap == all[1].gaps[static_cast<std::size_t>(draw)]);
}
