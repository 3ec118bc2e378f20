#include "study/compare.h"

#include <algorithm>
#include <cassert>

#include "study/stats.h"

namespace parley {
namespace {

constexpr double kLevel = 0.9;

// One outcome of one arm, world by world.
struct Sample {
    std::vector<double> values;      // [worlds] the outcome of each
    std::vector<double> linearised;  // [worlds] the same, except ratios: their mean is the pooled ratio
};

// One side of a ratio as an outcome of its own.
OutcomeSpec sum_of(Observable observable) { return {"", "", "", Rule::Sum, observable, observable}; }

Sample sample_of(const OutcomeSpec& spec, const std::vector<const PairResult*>& worlds, std::size_t arm, double customers, int days) {
    Sample sample;
    for (const PairResult* world : worlds) sample.values.push_back(outcome_of(spec, world->arms[arm], customers, days));
    sample.linearised = sample.values;
    if (spec.rule != Rule::Ratio) return sample;

    // r = sum of x over sum of y; each world stands for r + (x - r y) / mean y.
    std::vector<double> x, y;
    for (const PairResult* world : worlds) {
        x.push_back(outcome_of(sum_of(spec.first), world->arms[arm], customers, days));
        y.push_back(outcome_of(sum_of(spec.second), world->arms[arm], customers, days));
    }
    const double y_mean = mean(y), ratio = y_mean == 0 ? 0 : mean(x) / y_mean;
    for (std::size_t i = 0; i < x.size(); ++i) sample.linearised[i] = y_mean == 0 ? 0 : ratio + (x[i] - ratio * y[i]) / y_mean;
    return sample;
}

Difference difference_of(const OutcomeSpec& spec, std::size_t a, std::size_t b, const Sample& of_a, const Sample& of_b) {
    Difference d;
    d.a = a;
    d.b = b;
    d.outcome = &spec;
    d.level = kLevel;
    d.pairs = static_cast<int>(of_a.values.size());
    std::vector<double> linearised;
    for (std::size_t i = 0; i < of_a.values.size(); ++i) {
        const double gap = of_b.values[i] - of_a.values[i];
        d.gaps.push_back(gap);
        d.b_ahead += gap > 0;
        d.ties += gap == 0;
        linearised.push_back(of_b.linearised[i] - of_a.linearised[i]);
    }
    const Interval interval = mean_interval(linearised, kLevel);
    d.mean = interval.mean;
    d.low = interval.low;
    d.high = interval.high;
    d.correlation = correlation(of_a.linearised, of_b.linearised);
    return d;
}

std::size_t index_of(std::string_view outcome) { return static_cast<std::size_t>(find_outcome(outcome) - outcomes().data()); }

}  // namespace

const OutcomeSpec& subject_of(const Scenario& scenario) {
    const OutcomeSpec* subject = scenario.target ? find_outcome(scenario.target->outcome) : nullptr;
    return subject ? *subject : *find_outcome("sales");
}

Split split_gap(const std::array<double, 3>& a, const std::array<double, 3>& b) {
    // Over the six orders of switching, a factor meets the others both old, both new (2 orders each) and one of each (1 each).
    const auto part = [&](std::size_t i, std::size_t j, std::size_t k) {
        return (b[i] - a[i]) * ((a[j] * a[k] + b[j] * b[k]) / 3 + (a[j] * b[k] + b[j] * a[k]) / 6);
    };
    Split split;
    split.buyers = part(0, 1, 2);
    split.purchases_per_buyer = part(1, 0, 2);
    split.money_per_purchase = part(2, 0, 1);
    split.total = b[0] * b[1] * b[2] - a[0] * a[1] * a[2];
    return split;
}

Comparison compare(const Ensemble& ensemble, std::size_t a, std::size_t b, int by_day) {
    const Scenario& scenario = ensemble.scenario();
    const std::vector<const PairResult*> worlds = ensemble.results();
    const std::size_t n_arms = scenario.arms.size();
    assert(!worlds.empty() && a < n_arms && b < n_arms && a != b);

    Comparison c;
    c.a = a;
    c.b = b;
    c.pairs = static_cast<int>(worlds.size());
    c.day = by_day > 0 ? std::min(by_day, static_cast<int>(scenario.run.days)) : static_cast<int>(scenario.run.days);

    // Every outcome of every arm, world by world.
    std::vector<std::vector<Sample>> samples(n_arms);  // [arms][outcomes]
    c.arms.resize(n_arms);
    for (std::size_t arm = 0; arm < n_arms; ++arm)
        for (const OutcomeSpec& spec : outcomes()) {
            samples[arm].push_back(sample_of(spec, worlds, arm, scenario.market.customers, c.day));
            const Sample& sample = samples[arm].back();
            c.arms[arm].push_back({mean(sample.linearised), sd(sample.values)});
        }

    // The pair that was asked for comes first.
    const auto add_pair = [&](std::size_t first, std::size_t second) {
        for (std::size_t i = 0; i < outcomes().size(); ++i)
            c.differences.push_back(difference_of(outcomes()[i], first, second, samples[first][i], samples[second][i]));
    };
    add_pair(a, b);
    for (std::size_t first = 0; first < n_arms; ++first)
        for (std::size_t second = first + 1; second < n_arms; ++second)
            if (std::min(a, b) != first || std::max(a, b) != second) add_pair(first, second);

    // Why the sales differ.
    const auto factors = [&](std::size_t arm) {
        return std::array<double, 3>{c.arms[arm][index_of("buyers")].mean, c.arms[arm][index_of("purchases_per_buyer")].mean,
                                     c.arms[arm][index_of("money_per_purchase")].mean};
    };
    c.split = split_gap(factors(a), factors(b));
    c.split.a = a;
    c.split.b = b;
    c.split.total = c.difference(a, b, "sales").mean;

    c.verdict = judge(ensemble, subject_of(scenario), a, b);
    return c;
}

const Difference& Comparison::difference(std::size_t first, std::size_t second, std::string_view outcome) const {
    const auto found = std::find_if(differences.begin(), differences.end(), [&](const Difference& d) {
        return d.a == first && d.b == second && d.outcome->name == outcome;
    });
    assert(found != differences.end());
    return *found;
}

Band band(const Ensemble& ensemble, std::size_t arm, Observable observable, bool weekly) {
    const ObservableSpec& spec = observables()[static_cast<std::size_t>(observable)];
    const bool adds_up = spec.kind == ObservableKind::Flow || spec.kind == ObservableKind::Money;
    const double customers = ensemble.scenario().market.customers;
    const std::vector<const PairResult*> worlds = ensemble.results();
    const std::size_t days = static_cast<std::size_t>(ensemble.scenario().run.days), stride = weekly ? 7 : 1;

    Band result;
    std::vector<double> values(worlds.size());
    for (std::size_t end = stride; end <= days; end += stride) {
        for (std::size_t i = 0; i < worlds.size(); ++i) {
            const Series& series = worlds[i]->arms[arm];
            std::int64_t raw = series[end - 1][observable];
            for (std::size_t day = end - stride; adds_up && day + 1 < end; ++day) raw += series[day][observable];
            values[i] = shown(spec, static_cast<double>(raw), customers);
        }
        result.day.push_back(static_cast<double>(end));
        result.mean.push_back(mean(values));
        result.low.push_back(quantile(values, 0.05));
        result.high.push_back(quantile(values, 0.95));
    }
    return result;
}

}  // namespace parley
