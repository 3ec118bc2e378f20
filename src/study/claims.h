// Claims: what the source articles say, each put to the model as a paired experiment.
//
// A row of the table (claims/table_*.cpp) says what to move (a lever with its values, the first of them where it starts), where to look (an
// output and the stretch of days), which way the claim expects it to go, and what may turn the effect around (a moderator).
//   points     one world per value and pair, all values in one run where they share the status quo: the same people, the same luck.
//   expressed  at some value the output differs from that at the first value: Student's interval of the paired difference excludes
//              zero, and the difference is worth a word, kWorthAWord of the larger of the two means.  The level is 90 % for the row as
//              a whole: it is shared out evenly (Bonferroni) over the values and over the looks (full: kClaimPairs pairs, and kMoreClaimPairs
//              where those decided nothing).
//   verdict    from the values that differ.  All as expected: holds; all the other way: other way; both: mixed.  A second output
//              that must not gain turns "holds" into "mixed" where it gains (Expect::NoGain).  A claim about how many programmes bring anything is put as a lottery (claims/lottery.h).
//   turn       the effect of the dose (one of the values) against the first value, as a function of the moderator.  Where its sign
//              changes, both signs significant (90 % shared out over the points searched), the place of zero is found by bisection.
// Cost    full: about 6 s a row on one core; nothing depends on the number of jobs.
// Source  the five articles in web/guide/claims.md; words and expectations are ours.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.h"
#include "study/stats.h"

namespace parley {

enum class Expect { Up, Down, NoGain };

struct ClaimOutput {
    const char* what = nullptr;   // an observable or outcome, "a/b" for a ratio, "spread:a" for the distance from the mean of the worlds
    Expect expect = Expect::Up;
    int from = 1, to = 0;         // days, both included; 0: the last.  Flows and money are summed, the others averaged
};

// Paths as in --set, the one arm's decisions as strategy.X; values parted by blanks.
struct ClaimSpec {
    const char *id, *article, *claim;
    const char* base = "01_billboard_or_dialogue";
    int arm = 0;                        // whose strategy it starts from
    const char* settings = "";          // "brand.quality=0.8; strategy.converse=30" on top
    const char *lever = nullptr, *values = "";
    int dose = -1;                      // index of the value compared with the first in the search for a turn; -1: the last
    ClaimOutput output{}, also{};
    const char *moderator = nullptr, *range = "";   // its first value is that of the base
    const char* turns = "";             // when research or plain sense expects the opposite
    const char* note = "";              // what to know when reading the row
    bool lottery = false;               // many random strategies beside a silent brand instead of a lever (claims/lottery.h)
    const char* missing = nullptr;      // why it is not put to the model; then nothing above is set
};
std::span<const ClaimSpec> all_claims();               // C01 to C66
const ClaimSpec* find_claim(std::string_view id);    // capitals do not matter; nullptr if there is none

inline constexpr int kClaimPairs = 20, kMoreClaimPairs = 60, kQuickClaimPairs = 6, kBisections = 5;
inline constexpr double kClaimLevel = 0.9, kWorthAWord = 0.005;
inline constexpr int kClaimsWanted = 50;             // expressed, of the whole table

enum class Standing { Holds, OtherWay, Mixed, NotExpressed };
const char* standing_name(Standing standing);

struct ClaimPoint {                     // at one value of the lever
    std::string value;
    double level = 0;                   // mean of the output
    Interval change;                    // against the first value, at the shared-out level
    double share = 0;                   // of the larger mean
    bool moved = false;
    int sign() const { return !moved ? 0 : change.mean > 0 ? 1 : -1; }
};
struct TurnPoint {                      // at one value of the moderator
    std::string value;
    Interval effect;                    // of the dose, at the shared-out level
    double share = 0;
    int sign = 0;                       // 0: the interval includes zero
};
struct Turn {
    enum class Form { NotSearched, NotFound, Vanishes, Reverses } form = Form::NotSearched;
    std::string from, to;               // Reverses: the effect has one sign at `from`, the other at `to`; Vanishes: from `to` on
    double at = 0;                      // where its mean is zero; only where numeric
    bool numeric = false;
    int searched = 0;                   // points, those of the bisection included
    std::vector<TurnPoint> halved;      // those of the bisection, in the order they were asked for
};
struct ClaimResult {
    const ClaimSpec* spec = nullptr;
    Standing standing = Standing::NotExpressed;
    int pairs = 0;
    std::vector<ClaimPoint> points;     // [values]
    std::vector<ClaimPoint> also;       // [values] of the second output
    std::vector<TurnPoint> turn_points; // rising along the table's range
    Turn turn;

    bool expressed() const { return standing != Standing::NotExpressed; }
    const ClaimPoint* strongest() const;   // the moved point with the largest share; the dose where none moved; nullptr where nothing ran
};

struct ClaimsEffort {
    bool quick = false;                 // kQuickClaimPairs pairs, three values, three points of the moderator, two bisections
};
// A row that names what does not exist gives problems and no experiment.
ClaimResult run_claim(const ClaimSpec& spec, const ClaimsEffort& effort = {});
Diagnostics problems_of(const ClaimSpec& spec);

// Of the table, the defaults of all parameters and the scenarios used: 16 hex digits.  A page with another one is stale.
std::string claims_fingerprint();

std::string claims_text(std::span<const ClaimResult> results);   // aligned, for a terminal
std::string claims_json(std::span<const ClaimResult> results);   // parley.claims/1
std::string claims_page(std::span<const ClaimResult> results, const ClaimsEffort& effort);   // web/guide/claims.md, whole
struct ClaimPicture {
    std::string file, svg;              // file: name in web/guide/pictures
};
std::vector<ClaimPicture> claims_pictures(std::span<const ClaimResult> results);

}  // namespace parley
