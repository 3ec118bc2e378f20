// The outcomes of outcomes.def and their value in one world.
#include <algorithm>
#include <array>
#include <cassert>

#include "study/compare.h"

namespace parley {
namespace {

constexpr auto kOutcomes = std::to_array<OutcomeSpec>({
#define OUTCOME(name, unit, label, rule, first, second) {#name, unit, label, Rule::rule, Observable::first, Observable::second},
#include "model/outcomes.def"
#undef OUTCOME
});

const ObservableSpec& spec_of(Observable observable) { return observables()[static_cast<std::size_t>(observable)]; }

// Integers are added as integers and converted once.
double sum_between(Observable observable, const Series& series, double customers, int from, int to) {
    std::int64_t sum = 0;
    for (int day = from; day <= to; ++day) sum += series[static_cast<std::size_t>(day - 1)][observable];
    return shown(spec_of(observable), static_cast<double>(sum), customers);
}

}  // namespace

std::span<const OutcomeSpec> outcomes() { return kOutcomes; }

const OutcomeSpec* find_outcome(std::string_view name) {
    for (const OutcomeSpec& spec : kOutcomes)
        if (name == spec.name) return &spec;
    return nullptr;
}

double outcome_of(const OutcomeSpec& spec, const Series& series, double customers, int by_day) {
    return outcome_between(spec, series, customers, 1, by_day);
}

double outcome_between(const OutcomeSpec& spec, const Series& series, double customers, int from, int to) {
    assert(from >= 1 && to <= static_cast<int>(series.size()));
    if (to < from) return 0;
    const double first = spec.rule == Rule::Last ? 0 : sum_between(spec.first, series, customers, from, to);
    switch (spec.rule) {
        case Rule::Sum: return first;
        case Rule::Last: return sum_between(spec.first, series, customers, to, to);
        case Rule::Net: return first - sum_between(spec.second, series, customers, from, to);
        case Rule::Ratio: {
            const double second = sum_between(spec.second, series, customers, from, to);
            return second == 0 ? 0 : first / second;
        }
    }
    return 0;
}

double mean_outcome(const OutcomeSpec& spec, std::span<const PairResult* const> worlds, std::size_t arm, double customers,
                    int by_day) {
    double first = 0, second = 0;
    for (const PairResult* world : worlds) {
        const Series& series = world->arms[arm];
        if (spec.rule == Rule::Ratio) {
            first += sum_between(spec.first, series, customers, 1, by_day);
            second += sum_between(spec.second, series, customers, 1, by_day);
        } else {
            first += outcome_of(spec, series, customers, by_day);
            second += 1;
        }
    }
    return second == 0 ? 0 : first / second;
}

std::string unit_of(const OutcomeSpec& spec, const Scenario& scenario) { return unit_in(spec.unit, scenario.currency); }

std::string unit_in(std::string_view unit, Currency currency) {
    // "currency" and "currency/purchase" name the scenario's own.
    constexpr std::string_view kWord = "currency";
    if (unit.substr(0, kWord.size()) != kWord) return std::string(unit);
    return std::string(currencies()[static_cast<std::size_t>(currency)].code) + std::string(unit.substr(kWord.size()));
}

}  // namespace parley
