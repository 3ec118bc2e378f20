// Comparison: what the paired worlds of an ensemble say about the arms.
//
// A gap is b minus a, pair by pair.  Interval: Student's t over pairs.  Ratios (purchases per buyer, money per purchase) are pooled
// over worlds, so that sales = buyers x purchases per buyer x money per purchase holds for the means exactly; their interval is
// that of the ratio linearised around its pooled value (delta method), which has the pooled value as its mean.
//
// Verdict, from the worlds of arms a and b (share and gap: run.ahead_share 0.76, run.ahead_gap 0.01), up to verdict_day: the date
// of the scenario's target, or the last day:
//   the end     an arm has the end when it is ahead in that share of worlds by that day and its mean gap is at least that
//               share of the other's mean.
//   the change  the days are cut into blocks of 4 weeks.  A boundary where the mean gap of the block changes sign is a change of
//               leader when one arm is ahead before it, taken together, in that share of worlds, and the other arm after it;
//               the last such boundary counts.
//   Ahead       someone has the end, and no change contradicts: "ahead", with "behind until week N" where there was a change.
//   Date        there was a change, and nobody has the end or the arm that has it lost the lead again.
//   Close       the rest.
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
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

// Over all worlds: the mean, or the pooled ratio.
double mean_outcome(const OutcomeSpec& spec, std::span<const PairResult* const> worlds, std::size_t arm, double customers,
                    int by_day);

// A unit as shown: "currency" becomes the scenario's code, e.g. EUR/purchase.
std::string unit_in(std::string_view unit, Currency currency);
std::string unit_of(const OutcomeSpec& spec, const Scenario& scenario);

struct OutcomeSummary {  // over worlds; the mean of a ratio is pooled
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
// The factors of each arm: buyers, purchases per buyer, money per purchase.
Split split_gap(const std::array<double, 3>& a, const std::array<double, 3>& b);

enum class VerdictForm { Ahead, Close, Date };
struct Verdict {
    const OutcomeSpec* outcome = nullptr;
    VerdictForm form = VerdictForm::Close;
    int leader = -1;                // Ahead: who has the end; Date: who leads after the change; -1 when close
    int day = 0;                    // up to which it judges
    int change_day = 0;             // last day before the leader changes; 0 where it does not
    double gap = 0, gap_share = 0;  // leader minus other at the end (b minus a when close); as a share of the other, 0 if that is 0
    int ahead = 0, pairs = 0;       // worlds in which the leader is ahead
    std::vector<int> worlds;        // [pairs] their numbers, rising
    std::vector<double> gaps;       // [pairs] b minus a by that day
    std::string text;               // one English sentence, "in this model" included
};
// Who has more of it by that day, all days taken together, whoever leads at the end: the arm, its gap as a share of the other's (0 if
// that is 0), and in how many worlds.  Level on average: b, with a gap of 0.
struct Whole {
    std::size_t arm = 0;
    double gap_share = 0;
    int ahead = 0;
};
Whole whole_of(const Verdict& verdict, std::size_t a, std::size_t b);
// What the scenario asks about: the outcome of its target, or sales.
const OutcomeSpec& subject_of(const Scenario& scenario);
// The day up to which verdicts about the scenario count.
int verdict_day(const Scenario& scenario);
// The verdict about one outcome; needs at least one result.
Verdict judge(const Ensemble& ensemble, const OutcomeSpec& outcome, std::size_t a, std::size_t b);

// Mean and spread over worlds (5 % to 95 %) of one observable, day by day; weekly: flows and money summed over 7 days, the others
// as they stand on the 7th.
struct Band {
    std::vector<double> day, mean, low, high;
};

struct Comparison {
    std::size_t a = 0, b = 1;                          // the two arms of verdict and split
    int pairs = 0;
    int day = 0;                                       // up to which arms, differences and split count
    std::vector<std::vector<OutcomeSummary>> arms;     // [arms][outcomes]
    std::vector<Difference> differences;               // every outcome for the pair (a, b), then the other pairs of arms
    Split split;
    Verdict verdict;

    // The stored pair of arms only: a before b, or the two of verdict and split as they were asked for.
    const Difference& difference(std::size_t a, std::size_t b, std::string_view outcome) const;
};

// Over days 1..by_day (0: the whole run).  The verdict is about the target's outcome, or sales, up to verdict_day whatever by_day is.
// Needs at least one result.  Cost O(pairs x days).
Comparison compare(const Ensemble& ensemble, std::size_t a = 0, std::size_t b = 1, int by_day = 0);

Band band(const Ensemble& ensemble, std::size_t arm, Observable observable, bool weekly);

}  // namespace parley
