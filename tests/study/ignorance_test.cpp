#include "study/ignorance.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>

#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/compare.h"
#include "study/run.h"
#include "study/stats.h"
#include "study/workbench.h"
#include "support/study.h"

using namespace parley;

namespace {

Scenario small_town(double ignorance) {
    Scenario scenario = support::two_arms(84);
    scenario.market.customers = 600;
    scenario.run.warmup_days = 28;
    scenario.run.ignorance = ignorance;
    scenario.arms[1].strategy.talk = 60;
    scenario.arms[1].strategy.converse = 40;
    return scenario;
}

template <class Rows, class See> void each(const ParamTable& table, const Rows& was, const Rows& is, See see) {
    for (const ParamSpec& row : table.rows) see(row, value_of(was, row), value_of(is, row));
}

std::uint64_t digest(const Scenario& scenario, int pair) {
    Run run(scenario, pair);
    run.finish();
    return digest_of(run.result());
}

}  // namespace

TEST_CASE("without ignorance every world has the scenario's numbers") {
    const Scenario scenario = small_town(0);
    for (int pair = 0; pair < 5; ++pair) {
        const Scenario lived = with_ignorance(scenario, pair);
        CHECK(std::memcmp(&lived.market, &scenario.market, sizeof lived.market) == 0);
        CHECK(std::memcmp(&lived.brand, &scenario.brand, sizeof lived.brand) == 0);
        CHECK(scenario_hash(lived) == scenario_hash(scenario));
    }
    CHECK(scenario_hash(small_town(0.5)) != scenario_hash(scenario));
    CHECK(scenario_hash(small_town(0.5)) != scenario_hash(small_town(0.4)));
}

TEST_CASE("ignorance draws assumed numbers only, each within its range and within reach") {
    int rows = 0, at_work = 0;
    for (const std::string& id : scenario_ids()) {
        Diagnostics problems;
        Scenario scenario = *parse_scenario(*shipped_scenario(id), problems);
        for (const double reach : {0.1, 0.5, 0.9}) {
            scenario.run.ignorance = reach;
            for (int pair = 0; pair < 6; ++pair) {
                const Scenario lived = with_ignorance(scenario, pair);
                const auto see = [&](const ParamSpec& row, double was, double is) {
                    CAPTURE(row.name);
                    CHECK(allowed(row, is));
                    ++rows;
                    if (!drawn_anew(row, was)) CHECK(is == was);
                    if (is == was) return;
                    ++at_work;
                    CHECK(assumed(row));
                    const bool odds = row.kind == Kind::Share;
                    const double factor = odds ? is / (1 - is) * (1 - was) / was : is / was;
                    const double slack = row.whole() ? 0.5 / was : 1e-9;
                    CHECK(factor <= 1 + reach + slack);
                    CHECK(factor >= 1 / (1 + reach) - slack);
                };
                each(kMarketTable, scenario.market, lived.market, see);
                each(kBrandTable, scenario.brand, lived.brand, see);
                for (std::size_t arm = 0; arm < lived.arms.size(); ++arm)
                    CHECK(std::memcmp(&lived.arms[arm].strategy, &scenario.arms[arm].strategy, sizeof(Strategy)) == 0);
            }
        }
    }
    CHECK(rows > 1000);
    CHECK(at_work > rows / 3);
}

TEST_CASE("settings of the scenario and switched-off mechanisms are not drawn") {
    for (const char* name : {"customers", "price", "margin", "neutral_budget_per_day"}) {
        CAPTURE(name);
        CHECK_FALSE(drawn_anew(*kMarketTable.find(name), kMarketTable.find(name)->value));
    }
    for (const char* name : {"share", "awareness", "quality"}) CHECK_FALSE(drawn_anew(*kBrandTable.find(name), 0.5));
    const ParamSpec& rivals = *kMarketTable.find("rival_reaction");
    CHECK_FALSE(drawn_anew(rivals, 0));
    CHECK(drawn_anew(rivals, 0.3));
    CHECK_FALSE(drawn_anew(*kMarketTable.find("imitation"), 0.38));  // published
    CHECK(drawn_anew(*kMarketTable.find("trust_half_life"), 365));
    CHECK(drawn_numbers(small_town(0)) > 60);
}

TEST_CASE("draws fill their range evenly and keep to pair, seed and row") {
    const ParamSpec& row = *kMarketTable.find("trust_half_life");
    Scenario scenario = small_town(0.5);
    std::vector<double> logs, others;
    for (int pair = 0; pair < 2000; ++pair) {
        const Scenario lived = with_ignorance(scenario, pair);
        logs.push_back(std::log(lived.market.trust_half_life / row.value) / std::log(1.5));
        others.push_back(std::log(lived.market.attitude_half_life / 180));
    }
    CHECK(std::fabs(mean(logs)) < 0.05);
    CHECK(sd(logs) == doctest::Approx(1 / std::sqrt(3.0)).epsilon(0.05));  // of a uniform on -1..1
    CHECK(std::fabs(correlation(logs, others)) < 0.06);
    const double third = with_ignorance(scenario, 3).market.trust_half_life;
    CHECK(with_ignorance(scenario, 3).market.trust_half_life == third);
    scenario.run.seed = 2;
    CHECK(with_ignorance(scenario, 3).market.trust_half_life != third);
}

TEST_CASE("a world of ignorance is the world of the drawn numbers, and nothing else of it differs") {
    const Scenario scenario = small_town(0.5);
    for (int pair = 0; pair < 3; ++pair) {
        Scenario by_hand = with_ignorance(scenario, pair);
        CHECK(by_hand.run.ignorance == 0);
        CHECK(digest(by_hand, pair) == digest(scenario, pair));
        CHECK(digest(small_town(0), pair) != digest(scenario, pair));
    }
}

TEST_CASE("arms that do the same stay level in every world of ignorance") {
    Scenario scenario = small_town(0.9);
    scenario.arms[1].strategy = scenario.arms[0].strategy;
    Ensemble ensemble(scenario, 6, 1);
    run_ensemble(ensemble, 2);
    for (const PairResult* world : ensemble.results())
        for (std::size_t day = 0; day < world->arms[0].size(); ++day) CHECK(world->arms[0][day].values == world->arms[1][day].values);
}

TEST_CASE("ignorance spreads the gap further than luck alone") {
    const auto spread = [](double ignorance) {
        Ensemble ensemble(small_town(ignorance), 24, 1);
        run_ensemble(ensemble, 2);
        const Comparison c = compare(ensemble);
        return sd(c.difference(0, 1, "replies").gaps);
    };
    CHECK(spread(0.5) > 1.5 * spread(0));
}

TEST_CASE("a workbench and a parting know which numbers a world has") {
    Workbench bench;
    Scenario scenario = small_town(0);
    scenario.title.en = scenario.question.en = "Small";
    scenario.run.days = 28;
    const auto made = [&](int pair) {
        REQUIRE(bench.begin(write_scenario(scenario), pair));
        while (!bench.work(1000)) {
        }
        return bench.take();
    };
    const auto straight = [&](int pair) {
        Run run(scenario, pair);
        run.finish();
        return pack(run.result());
    };
    for (const double ignorance : {0.0, 0.5, 0.0, 0.3, 0.3}) {
        scenario.run.ignorance = ignorance;
        scenario.arms[1].strategy.listen += 5;  // one arm is lived anew from a remembered parting
        for (int pair = 0; pair < 2; ++pair) CHECK(made(pair) == straight(pair));
        scenario.arms[1].strategy.listen += 5;
        for (int pair = 0; pair < 2; ++pair) CHECK(made(pair) == straight(pair));
    }
}
