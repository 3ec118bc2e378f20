// Comparison: what the paired worlds of an ensemble say about the arms.
//
// A gap is b minus a, pair by pair.  Interval: Student's t over pairs.  Ratios (purchases per buyer, money per purchase) are pooled
// over worlds, so that sales = buyers x purchases per buyer x money per purchase holds for the means exactly.
#pragma once
#include <string>
#include <vector>

#include "study/ensemble.h"

namespace parley {

enum class Rule { Sum, Last, Net, Ratio };
struct OutcomeSpec {
    const char* name;
    const char* unit;
    const char* label;
    Rule rule;
    Observable first, second;
};
std::span<const OutcomeSpec> outcomes();
const OutcomeSpec* find_outcome(std::string_view name);

// The outcome of one world over days 1..by_day (by_day <= days), in shown units.  A ratio of nothing is 0.
double outcome_of(const OutcomeSpec& spec, const Series& series, double customers, int by_day);
// The same over days from..to, both included: what the outcome came to in that stretch.
double outcome_between(const OutcomeSpec& spec, const Series& series, double customers, int from, int to);

struct OutcomeSummary {  // over worlds
    double mean = 0, sd = 0;
};
struct Difference {
    std::size_t a = 0, b = 1;
    const OutcomeSpec* outcome = nullptr;
    double mean = 0, low = 0, high = 0, level = 0.9;
    int b_ahead = 0, ties = 0, pairs = 0;
    double correlation = 0;         // of the two arms' outcomes over pairs; 1 when both are constant and equal
    std::vector<double> gaps;       // [pairs] b minus a
};
// The gap in sales, split exactly into its three factors (Shapley over the six orders of switching).
struct Split {
    std::size_t a = 0, b = 1;
    double buyers = 0, purchases_per_buyer = 0, money_per_purchase = 0, total = 0;
};
enum class VerdictForm { Ahead, Close, Date };
struct Verdict {
    const OutcomeSpec* outcome = nullptr;
    VerdictForm form = VerdictForm::Close;
    int leader = -1;                // arm ahead at the end; -1 when close
    int change_day = 0;             // Date: the day the leader changes, 0 otherwise
    double gap = 0, gap_share = 0;  // leader minus other at the end; as a share of the other (signed b minus a when close)
    int ahead = 0, pairs = 0;       // worlds in which the leader is ahead
    std::string text;               // one English sentence, "in this model" included
};
// Mean and 90 % spread over worlds of one observable, day by day (or summed over 7 days when weekly).
struct Band {
    std::vector<double> day, mean, low, high;
};

struct Comparison {
    std::size_t a = 0, b = 1;                          // the two arms of verdict and split
    int pairs = 0;
    std::vector<std::vector<OutcomeSummary>> arms;     // [arms][outcomes]
    std::vector<Difference> differences;               // every outcome for the pair (a, b), then the other pairs of arms
    Split split;
    Verdict verdict;

    const Difference& difference(std::size_t a, std::size_t b, std::string_view outcome) const;
};

// outcome is the one the verdict is about: the target's, or sales.  Needs at least one result.  Cost O(pairs x days).
Comparison compare(const Ensemble& ensemble, std::size_t a = 0, std::size_t b = 1);

Band band(const Ensemble& ensemble, std::size_t arm, Observable observable, bool weekly);

}  // namespace parley
