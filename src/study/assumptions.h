// Assumptions: how often the answer of a scenario survives when all of its assumed numbers are drawn anew.
//
// Luck asks whether other days would have turned the result; this asks whether other numbers would.  Both arms live every draw with the
// same people and the same luck, and all draws share that luck, so what differs between draws is the numbers alone.
//   which    the rows that worlds of ignorance draw anew, moved by the same law (study/ignorance.h), by +- 50 % of their odds or size
//   how      a Latin hypercube: each number has as many strata as there are draws, and stands once in each; which draw gets which
//            stratum, and where in it, is keyed by seed and name of the row, so that a new row moves no other
//   same     ahead, date   the arm with more of the outcome by the day of the verdict as shipped has more of it in the draw as well
//            close         the verdict of the draw's worlds, by the same rule, is too close to call as well
//   weight   Spearman's rank correlation between a number and the gap over the draws; the three largest that chance does not give to one
//            number in a hundred
// Source  McKay, Beckman & Conover 1979, Technometrics 21(2).
// Cost    draws x pairs worlds of two arms: the sweep of all shipped scenarios takes minutes (parley bless --assumptions), so it is kept in
//         assets/assumptions.csv, dated by engine and hash; what is out of date is not shown.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "study/compare.h"

namespace parley {

inline constexpr int kAssumptionDraws = 100, kAssumptionPairs = 10;
inline constexpr double kAssumptionReach = 0.5;

struct Weight {                    // one assumed number and how it goes with the gap
    std::string path;              // "market.gap_detection"
    double correlation = 0;        // -1..1
};
struct Assumptions {               // one line of the file
    std::string scenario, hash, engine;
    std::string outcome;
    VerdictForm form = VerdictForm::Close;
    std::string leader;            // the arm with more of it as shipped; empty when close
    int draws = 0, pairs = 0, same = 0;
    bool today = false;            // the same with today's reach
    std::vector<Weight> weights;   // at most three, the largest first
    std::vector<int> gaps;         // [draws] b minus a, in thousandths of a per cent of a's mean

    int other() const { return draws - same; }
};

// Where between its ends a number stands in each of the draws: one in each of as many strata of (0, 1), in an order of its own.
std::vector<double> latin_places(std::uint64_t seed, const ParamTable& table, const ParamSpec& row, int draws);

// The scenario as one draw has it, with the two arms that its verdict is about.
Scenario with_assumptions(const Scenario& scenario, int draw, int draws);

// The gap of one draw as in the file, and whether its verdict is that of the scenario as shipped.
struct Drawn {
    int gap = 0;
    bool same = false;
};
// Lives the scenario as it is, over its own pairs, and each draw; progress as in run_ensemble, over draws.
Assumptions sweep_assumptions(const Scenario& scenario, int draws, int pairs, int jobs, const std::function<bool(int, int)>& progress = {});
// One draw of a sweep that was made: what its file says of it.
Drawn live_draw(const Scenario& scenario, int draw, const Assumptions& sweep);

// Spearman's rank correlation; 0 when one of them is constant.
double rank_correlation(std::span<const double> a, std::span<const double> b);

std::string assumptions_csv(const std::vector<Assumptions>& all);
// Lines that are none are left out.
std::vector<Assumptions> read_assumptions(std::string_view csv);

// What is known of this scenario: nullptr unless it stands as measured (hash and outcome) and this engine measured it.
const Assumptions* assumptions_of(const Scenario& scenario, std::size_t a = 0, std::size_t b = 1);
// "and in 87 of 100 draws of the assumed numbers"; what it means, and which numbers weigh most.
std::string assumptions_phrase(const Assumptions& known);
std::string assumptions_meaning(const Assumptions& known);

}  // namespace parley
