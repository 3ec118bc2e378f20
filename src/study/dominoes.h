// Dominoes: exposure -> mention -> sentiment -> visit -> purchase -> repeat, and which link of an arm has broken.
//
// Values are means over worlds, per week; a window is a stretch of days:
//   exposure   impressions                              mention    mentions, as a dashboard counts them
//   sentiment  50 x (1 + mean attitude): 0 dislike, 50 neither, 100 liking
//   visit      visits                                   purchase   purchases
//   repeat     purchases - gained: those by people who were customers already
// The last window ends with the day that is looked at, so that a link that was broken for a while is seen while it is.
// Conversion of a link = value of the next domino / value of this one; liking is a stock that mentions do not use up, so the link
// from mention to sentiment converts as well as sentiment stands (per mention, a brand that is talked of more would look broken).
// A link is broken when its conversion over the last 28 days
// lies more than 15 % below that of the same arm's first 91 days (product.md, feature 16).  So activity that rises while the next
// domino does not breaks a link as well as a next domino that falls: both mean that the push no longer arrives.
// Runs shorter than 119 days: the windows shrink and never overlap; the last is at most half of the run.
// Windows with fewer than kEnough events at either end of a link say nothing about it.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "study/ensemble.h"

namespace parley {

inline constexpr std::size_t kDominoes = 6;
inline constexpr int kFirstDays = 91, kLastDays = 28;
inline constexpr double kBroken = 0.15;   // fall of a conversion
inline constexpr double kEnough = 30;     // events in a window, over all worlds

enum class Domino { exposure, mention, sentiment, visit, purchase, repeat };

struct Link {               // from one domino to the next
    double first = 0, last = 0;   // conversion in the first window and in the last
    bool known = false;           // enough happened to compare them
    bool broken = false;
    double fall() const { return first > 0 ? 1 - last / first : 0; }
};

struct Chain {              // of one arm
    std::array<double, kDominoes> first{}, last{};   // per week; sentiment as it stands
    std::array<Link, kDominoes - 1> links{};
    int weakest = -1;             // the broken link that fell most; -1: none is broken
};

struct Windows {            // days, both ends included
    int first_from, first_to, last_from, last_to;
};
Windows windows_of(int days);

// As it stands at the end of a day (0: of the run); before the fourth week, at the end of that.
// Needs at least one result.  Cost O(worlds x days of the windows).
Chain chain_of(const Ensemble& ensemble, std::size_t arm, int until = 0);

// The link that fell most in the run, looked at every four weeks; nothing where all held.  Cost O(worlds x days x weeks / 4).
struct Break {
    std::size_t arm;
    int link;                     // from this domino to the next
    int week;                     // at whose end it stood lowest
    double fall;
};
std::optional<Break> worst_break(const Ensemble& ensemble, std::size_t a, std::size_t b);

}  // namespace parley
