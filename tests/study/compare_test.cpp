#include "study/compare.h"

#include <doctest/doctest.h>

#include <cmath>

#include "support/study.h"

using namespace parley;
using namespace parley::support;

namespace {

double mean_of(const Comparison& c, std::size_t arm, const char* outcome) {
    return c.arms[arm][static_cast<std::size_t>(find_outcome(outcome) - outcomes().data())].mean;
}

// A few purchases a day that differ by pair and arm; every figure can be worked out by hand.
void shop(int pair, int arm, int day, DayRecord& record) {
    record[Observable::buyers] = day <= 5 ? 10 + pair + 3 * arm : 0;
    record[Observable::purchases] = 20 + 2 * pair + arm * day;
    record[Observable::sales] = record[Observable::purchases] * (2000 - 100 * arm + 7 * pair);
    record[Observable::trust] = static_cast<std::int64_t>(kFixedPoint * 1000 * (0.5 + 0.1 * arm));
    record[Observable::gained] = 5;
    record[Observable::lost] = 2 + arm;
}

}  // namespace

TEST_CASE("outcomes follow their rules: sum, last, net, ratio") {
    const Scenario scenario = two_arms(14);
    const PairResult world = made_pair(scenario, 0, shop);
    CHECK(outcome_of(*find_outcome("purchases"), world.arms[0], 1000, 14) == 280);
    CHECK(outcome_of(*find_outcome("sales"), world.arms[0], 1000, 14) == 280 * 20);
    CHECK(outcome_of(*find_outcome("sales"), world.arms[0], 1000, 7) == 140 * 20);
    CHECK(outcome_of(*find_outcome("trust"), world.arms[1], 1000, 14) == doctest::Approx(0.6));
    CHECK(outcome_of(*find_outcome("net_new_customers"), world.arms[1], 1000, 14) == 28);
    CHECK(outcome_of(*find_outcome("purchases_per_buyer"), world.arms[0], 1000, 14) == doctest::Approx(280.0 / 50));
    CHECK(outcome_of(*find_outcome("money_per_purchase"), world.arms[1], 1000, 14) == doctest::Approx(19));
    CHECK(outcome_between(*find_outcome("purchases"), world.arms[0], 1000, 8, 14) == 140);
    // Nobody buys after day 5: a ratio of nothing is nothing.
    CHECK(outcome_between(*find_outcome("purchases_per_buyer"), world.arms[0], 1000, 8, 14) == 0);
    CHECK(find_outcome("sails") == nullptr);
}

TEST_CASE("sales are buyers times purchases per buyer times money per purchase") {
    const Ensemble ensemble = made_ensemble(two_arms(14), 6, shop);
    const Comparison c = compare(ensemble);
    for (std::size_t arm = 0; arm < 2; ++arm)
        CHECK(mean_of(c, arm, "buyers") * mean_of(c, arm, "purchases_per_buyer") * mean_of(c, arm, "money_per_purchase") ==
              doctest::Approx(mean_of(c, arm, "sales")).epsilon(1e-13));
}

TEST_CASE("the split adds up to the gap in sales") {
    const Comparison c = compare(made_ensemble(two_arms(14), 6, shop));
    CHECK(c.split.buyers + c.split.purchases_per_buyer + c.split.money_per_purchase ==
          doctest::Approx(c.difference(0, 1, "sales").mean).epsilon(1e-12));
    CHECK(c.split.total == doctest::Approx(c.difference(0, 1, "sales").mean).epsilon(1e-12));
    CHECK(c.split.buyers > 0);
    CHECK(c.split.money_per_purchase < 0);
}

TEST_CASE("the split agrees with the six orders written out, zeros included") {
    const auto by_orders = [](const std::array<double, 3>& a, const std::array<double, 3>& b) {
        constexpr int kOrders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        std::array<double, 3> parts{};
        for (const auto& order : kOrders) {
            std::array<double, 3> now = a;
            for (const int i : order) {
                const double before = now[0] * now[1] * now[2];
                now[static_cast<std::size_t>(i)] = b[static_cast<std::size_t>(i)];
                parts[static_cast<std::size_t>(i)] += (now[0] * now[1] * now[2] - before) / 6;
            }
        }
        return parts;
    };
    for (const auto& [a, b] : {std::pair<std::array<double, 3>, std::array<double, 3>>{{100, 3, 20}, {120, 2.5, 21}},
                               {{0, 0, 0}, {120, 2.5, 21}},
                               {{100, 3, 20}, {0, 0, 0}},
                               {{1, 2, 3}, {1, 2, 3}}}) {
        const auto expected = by_orders(a, b);
        const Split split = split_gap(a, b);
        CHECK(split.buyers == doctest::Approx(expected[0]));
        CHECK(split.purchases_per_buyer == doctest::Approx(expected[1]));
        CHECK(split.money_per_purchase == doctest::Approx(expected[2]));
        CHECK(split.buyers + split.purchases_per_buyer + split.money_per_purchase == doctest::Approx(split.total));
    }
}

TEST_CASE("a gap has the mean, interval and counts worked out by hand") {
    // b sells 0, 1, 2 or 3 more a day than a, by pair; 7 days.
    const Ensemble ensemble = made_ensemble(two_arms(7), 4, [](int pair, int arm, int, DayRecord& record) {
        record[Observable::purchases] = 10 + arm * pair;
    });
    const Comparison c = compare(ensemble);
    const Difference& d = c.difference(0, 1, "purchases");
    CHECK(d.gaps == std::vector<double>{0, 7, 14, 21});
    CHECK(d.mean == 10.5);
    CHECK(d.b_ahead == 3);
    CHECK(d.ties == 1);
    // Standard error 7 x sqrt(5/3) / 2, t of 3 degrees of freedom 2.353363.
    CHECK(d.high - d.mean == doctest::Approx(2.353363 * 7 * std::sqrt(5.0 / 3) / 2).epsilon(1e-6));
    CHECK(d.mean - d.low == doctest::Approx(d.high - d.mean));
    CHECK(d.correlation == 0);
}

TEST_CASE("the interval of a ratio has the gap of the pooled ratios as its centre") {
    const Comparison c = compare(made_ensemble(two_arms(14), 6, shop));
    const Difference& d = c.difference(0, 1, "purchases_per_buyer");
    CHECK(d.mean == doctest::Approx(mean_of(c, 1, "purchases_per_buyer") - mean_of(c, 0, "purchases_per_buyer")));
    CHECK((d.low < d.mean && d.mean < d.high));
}

TEST_CASE("identical arms differ by exactly nothing, whatever the outcome") {
    const Ensemble ensemble =
        made_ensemble(two_arms(56), 5, [](int pair, int, int day, DayRecord& record) { shop(pair, 0, day, record); });
    const Comparison c = compare(ensemble);
    for (const Difference& d : c.differences) {
        CAPTURE(d.outcome->name);
        CHECK(d.mean == 0);
        CHECK(d.low == 0);
        CHECK(d.high == 0);
        CHECK(d.ties == 5);
        CHECK(d.correlation == 1);
    }
    CHECK(c.split.total == 0);
    CHECK(c.split.buyers == 0);
    CHECK(c.verdict.form == VerdictForm::Close);
    CHECK(c.verdict.leader == -1);
    CHECK(c.verdict.text == "No difference at all in this model: the arms are the same in every world.");
}

TEST_CASE("worlds in which nothing happens make no nonsense") {
    const Comparison c = compare(made_ensemble(two_arms(7), 1, [](int, int, int, DayRecord&) {}));
    for (const Difference& d : c.differences)
        CHECK((std::isfinite(d.mean) && std::isfinite(d.low) && std::isfinite(d.correlation)));
    CHECK(c.split.total == 0);
}

TEST_CASE("a comparison up to a day is that of a run which ends there, and its sales gap is the verdict's") {
    Scenario scenario = two_arms(28);
    scenario.target = Target{"sales", 1000, 14};
    Ensemble whole = made_ensemble(scenario, 3, shop);
    const Comparison early = compare(whole, 0, 1, verdict_day(scenario));
    CHECK(early.day == 14);
    CHECK(early.verdict.day == 14);
    CHECK(compare(whole).day == 28);

    Scenario brief = scenario;
    brief.run.days = 14;
    const Comparison shorter = compare(made_ensemble(brief, 3, shop));
    for (std::size_t i = 0; i < outcomes().size(); ++i) {
        CAPTURE(outcomes()[i].name);
        CHECK(early.differences[i].mean == shorter.differences[i].mean);
        CHECK(early.arms[1][i].mean == shorter.arms[1][i].mean);
    }
    CHECK(early.split.buyers == shorter.split.buyers);
    CHECK(early.split.total == early.verdict.gap * (early.verdict.leader == 0 ? -1 : 1));
    CHECK(early.split.total != compare(whole).split.total);
}

TEST_CASE("three arms are compared pair by pair, the first two first") {
    Scenario scenario = two_arms(7);
    scenario.arms.push_back({"Silence", {}});
    const Comparison c = compare(made_ensemble(scenario, 2, shop));
    CHECK(c.differences.size() == 3 * outcomes().size());
    CHECK(c.differences.front().a == 0);
    CHECK(c.differences.front().b == 1);
    CHECK(c.difference(0, 2, "sales").b == 2);
    CHECK(c.difference(1, 2, "sales").a == 1);
    const Comparison turned = compare(made_ensemble(scenario, 2, shop), 2, 0);
    CHECK(turned.difference(2, 0, "sales").mean == doctest::Approx(-c.difference(0, 2, "sales").mean));
}

TEST_CASE("bands hold the middle of the worlds; weeks add flows and keep stocks") {
    const Ensemble ensemble = made_ensemble(two_arms(14), 21, [](int pair, int, int day, DayRecord& record) {
        record[Observable::questions] = pair;
        record[Observable::followers] = 100 * day;
    });
    const Band daily = band(ensemble, 0, Observable::questions, false);
    CHECK(daily.day.size() == 14);
    CHECK(daily.mean[3] == 10);
    CHECK(daily.low[3] == doctest::Approx(1));
    CHECK(daily.high[3] == doctest::Approx(19));
    const Band weekly = band(ensemble, 0, Observable::questions, true);
    CHECK(weekly.day == std::vector<double>{7, 14});
    CHECK(weekly.mean[1] == 70);
    CHECK(band(ensemble, 0, Observable::followers, true).mean == std::vector<double>{700, 1400});
}
