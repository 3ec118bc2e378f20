// Fairness of the comparison: V19 paired luck, V21 null strategies, V22 idle followers, V24 money.
//
// The engine and the study on scenario 01.  Amounts of money are meant per 5,000 customers: in a town of another size the
// budgets and the price of a post grow with it, as a post costs the same however many read it.
// V21, measured on scenario 01 (gap in sales, %): where budgets alone grow with the town, a post at a fixed price weighs less and the
// arm with the smaller talk budget gains: 0.5 / 3.4 / 4.8 at 2,000 / 5,000 / 20,000 customers.  Where its price grows as well 3.29 and
// 3.32 at 5,000 and 20,000 (standard error 0.1): no effect of size is left.
// Source  common random numbers: Law & Kelton 2000; John et al. 2017 (a like by itself does nothing).
// Cost    V21 about 15 s (20,000 customers), the others a few seconds.
#include <algorithm>

#include "model/process/process.h"
#include "study/compare.h"
#include "study/ensemble.h"
#include "study/run.h"
#include "study/stats.h"
#include "study/verify/bench.h"

namespace parley::verify {
namespace {

Ensemble run_worlds(const Scenario& scenario, int pairs, int jobs = 1) {
    Ensemble ensemble(scenario, pairs, 1);
    run_ensemble(ensemble, jobs);
    return ensemble;
}

// Days on which any observable differs.
double days_apart(const Series& a, const Series& b) {
    double days = a.size() == b.size() ? 0 : 1;
    for (std::size_t day = 0; day < std::min(a.size(), b.size()); ++day) days += a[day].values != b[day].values;
    return days;
}

double variance(const std::vector<double>& sample) { return sd(sample) * sd(sample); }

std::vector<double> sales_of(const Ensemble& ensemble, std::size_t arm) {
    std::vector<double> sales;
    for (const PairResult* world : ensemble.results())
        sales.push_back(outcome_of(*find_outcome("sales"), world->arms[arm], ensemble.scenario().market.customers,
                                   static_cast<int>(ensemble.scenario().run.days)));
    return sales;
}

// The same town, larger: money grows with the people.
Scenario at_size(Scenario scenario, double customers) {
    const double times = customers / scenario.market.customers;
    scenario.market.customers = customers;
    scenario.market.neutral_budget_per_day *= times;
    scenario.market.cost_per_post *= times;
    for (Arm& arm : scenario.arms) arm.strategy.budget_per_day *= times;
    return scenario;
}

struct Rate {
    double value = 0, error = 0;
};

// Sales per customer of both arms, and the gap as a share of the first.
std::array<Rate, 3> rates_of(const Ensemble& ensemble) {
    const double n = ensemble.scenario().market.customers, worlds = std::sqrt(static_cast<double>(ensemble.done()));
    const std::vector<double> a = sales_of(ensemble, 0), b = sales_of(ensemble, 1);
    std::vector<double> gaps;
    for (std::size_t i = 0; i < a.size(); ++i) gaps.push_back(b[i] - a[i]);
    const double base = mean(a);
    return {{{base / n, sd(a) / n / worlds},
             {mean(b) / n, sd(b) / n / worlds},
             {100 * mean(gaps) / base, 100 * sd(gaps) / base / worlds}}};
}

}  // namespace

void paired_luck(Bench& bench) {
    const auto shipped = bench.shipped();
    if (!shipped) return;
    Scenario twins = *shipped;
    twins.arms[1].strategy = twins.arms[0].strategy;
    bench.finish(twins);
    double apart = 0;
    const Ensemble equal = run_worlds(twins, 3);
    for (const PairResult* world : equal.results()) apart += days_apart(world->arms[0], world->arms[1]);
    bench.equal("days on which equal arms differ, 3 worlds", 0, apart);

    // A tenth more advertising.
    const int pairs = 24;
    Scenario more = *shipped;
    more.arms[1].strategy = more.arms[0].strategy;
    more.arms[1].strategy.budget_per_day *= 1.1;
    bench.finish(more);
    const Ensemble ensemble = run_worlds(more, pairs);
    const Comparison comparison = compare(ensemble);
    const Difference& sales = comparison.difference(0, 1, "sales");
    const std::vector<double> a = sales_of(ensemble, 0), b = sales_of(ensemble, 1);
    const double rho = sales.correlation, expected = variance(a) + variance(b) - 2 * rho * sd(a) * sd(b);
    bench.within("variance of the paired gap, from both arms and their correlation", expected, variance(sales.gaps), 1e-6);
    bench.near("correlation of the arms, 10 % more advertising (above 0.9)", 1, rho, 0.1);
    std::vector<double> strangers;  // gaps between worlds of different luck
    for (std::size_t i = 0; i < a.size(); ++i) strangers.push_back(b[(i + 1) % b.size()] - a[i]);
    bench.near("variance of a paired gap / of an unpaired one (below 0.1)", 0, variance(sales.gaps) / variance(strangers), 0.1);

    Scenario small = *shipped;
    small.market.customers = 1000;
    small.run.days = 91;
    bench.finish(small);
    const Ensemble one = run_worlds(small, 6, 1), two = run_worlds(small, 6, 2);
    Ensemble backwards(small, 6, 1);
    for (int pair = 5; pair >= 0; --pair) backwards.add(PairResult(*one.results()[static_cast<std::size_t>(pair)]));
    bench.equal("digests that differ between one thread, two, and another order", 0,
                (one.digest() != two.digest()) + (one.digest() != backwards.digest()));
}

void null_strategies(Bench& bench) {
    const auto shipped = bench.shipped();
    if (!shipped) return;
    // Without money: what is meant to be done does not matter, and the baseline is the status quo without money.
    Scenario idle = *shipped;
    idle.market.neutral_budget_per_day = 0;
    idle.arms.push_back({"Status quo", Strategy{}});
    idle.arms.push_back({"All talk", Strategy{}});
    idle.arms.push_back({"All conversation", Strategy{}});
    idle.arms[4].strategy.talk = 0;
    idle.arms[4].strategy.converse = 100;
    for (Arm& arm : idle.arms) arm.strategy.budget_per_day = 0;
    bench.finish(idle);
    const Ensemble nothing = run_worlds(idle, 2);
    const char* names[] = {"the first arm", "the second arm", "", "all talk", "all conversation"};
    for (const std::size_t arm : {0, 1, 3, 4}) {
        double apart = 0;
        for (const PairResult* world : nothing.results()) apart += days_apart(world->arms[arm], world->arms[2]);
        bench.equal(std::string("days apart from the baseline without money, ") + names[arm], 0, apart);
    }

    Scenario as_is = *shipped;
    bench.finish(as_is);
    Scenario swapped = as_is;
    std::swap(swapped.arms[0], swapped.arms[1]);
    const Ensemble here = run_worlds(as_is, 2), there = run_worlds(swapped, 2);
    double apart = 0;
    for (std::size_t pair = 0; pair < 2; ++pair)
        for (const std::size_t arm : {0, 1})
            apart += days_apart(here.results()[pair]->arms[arm], there.results()[pair]->arms[1 - arm]);
    bench.equal("days apart when the brands change names", 0, apart);

    // Four times the people: twice doubled.
    const std::array<Rate, 3> town = rates_of(run_worlds(as_is, 32)), city = rates_of(run_worlds(at_size(as_is, 20000), 8));
    const std::string labels[] = {"sales per customer, " + as_is.arms[0].name, "sales per customer, " + as_is.arms[1].name,
                                  "gap in sales, %"};
    for (std::size_t i = 0; i < 3; ++i)
        bench.near(labels[i] + ": 20,000 customers against 5,000", town[i].value, city[i].value,
                   2 * std::sqrt(town[i].error * town[i].error + city[i].error * city[i].error));
}

void idle_followers(Bench& bench) {
    Town town;
    town.strategy.posts_per_day = 0;
    town.warmup_days = 28;
    Life without = bench.begin(town), with = bench.begin(town);
    without.live(28), with.live(28);
    // Everyone follows, but half.
    for (std::uint32_t i = 0; i < with.size(); i += 2) with.world.minds.flags[i] |= kFollower;
    double sales = 0, others = 0;
    for (int day = 0; day < 364; ++day) {
        without.live(1), with.live(1);
        DayRecord a = without.world.record, b = with.world.record;
        sales += a[Observable::sales] != b[Observable::sales];
        for (const Observable o : {Observable::followers, Observable::new_followers}) a[o] = b[o] = 0;
        others += a.values != b.values;
    }
    bench.equal("days with other sales when half the town is made to follow", 0, sales);
    bench.equal("days on which anything but the number of followers differs", 0, others);
}

void money(Bench& bench) {
    const auto shipped = bench.shipped();
    if (!shipped) return;
    Scenario scenario = *shipped;
    for (Arm& arm : scenario.arms) arm.strategy.budget_per_day = 77.777;
    scenario.arms[1].strategy.operations = scenario.arms[1].strategy.seeding = 10;  // every part of the budget
    scenario.arms[1].strategy.follower_ads = 0.1;
    bench.finish(scenario);
    const Ensemble ensemble = run_worlds(scenario, 2);
    for (std::size_t arm = 0; arm < 2; ++arm) {
        double spend = 0, parts_apart = 0;
        for (const DayRecord& day : ensemble.results()[0]->arms[arm]) {
            spend += static_cast<double>(day[Observable::spend]);
            parts_apart += day[Observable::spend] != day[Observable::spend_impressions] + day[Observable::spend_posts] +
                                                         day[Observable::spend_replies] + day[Observable::spend_listening] +
                                                         day[Observable::spend_operations] + day[Observable::spend_seeding] +
                                                         day[Observable::spend_followers];
        }
        bench.equal("cents spent in the run, " + scenario.arms[arm].name, std::floor(scenario.run.days * 7777.7 + 1e-6), spend);
        bench.equal("days on which the parts are not the whole, " + scenario.arms[arm].name, 0, parts_apart);
    }

    // Every purchase at the price of the buyer's basket, to the cent.
    Town town;
    town.market = scenario.market;
    town.brand = scenario.brand;
    town.strategy = scenario.arms[1].strategy;
    Life life = bench.begin(town);
    life.world.keep_happenings = true;
    double apart = 0, units = 0, purchases = 0;
    for (int day = 0; day < 182; ++day) {
        life.live(1);
        std::int64_t cents = 0;
        for (const Happening& happening : life.world.today.happenings) {
            if (happening.kind != Happening::Purchase) continue;
            ++units;
            cents +=
                static_cast<std::int64_t>(shipped->market.price * 100 * life.people->traits.basket[happening.customer] + 0.5);
        }
        apart += cents != life.world.record[Observable::sales];
        purchases += static_cast<double>(life.world.record[Observable::purchases]);
    }
    bench.equal("days on which sales are not the sum of price times basket", 0, apart);
    bench.equal("purchases, one by one and in sum", units, purchases);
}

}  // namespace parley::verify
