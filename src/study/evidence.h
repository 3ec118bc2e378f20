// Evidence: what researchers measured, and what the same experiment gives in this model.
//
// Each fact is an experiment of the literature done again on paired worlds: a knob is turned, everything else and all luck stay, and
// each row holds one number beside the band that was published for it.  Worlds are added until the 90 % interval of every row
// (Student's t over pairs) is at most a quarter of its band, or until there are as many as allowed.  A row holds when its mean lies in
// the band; one that falls short stays and says so.
//   fitted           the defaults were chosen to meet it (study/calibrate.h)
//   emergent         no coefficient states it; it comes out of several rules
//   by construction  a coefficient states it: holding shows that the rule works, and is no success
//   assumed          it hangs on a number nobody measured
// All rows are measured with one set of defaults; a fact that needs another market names the shipped scenario that has it.
// Source  the table of effect sizes in the design (F1 to F39; what it leaves out has no number); each row cites its own.
// Cost    all facts with 20,000 customers about three minutes on two cores, quickly a fifth of that.
#pragma once
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/params.h"
#include "study/stats.h"

namespace parley {

enum class Basis { Fitted, Emergent, Construction, Assumed };
const char* basis_name(Basis basis);  // "fitted", "emergent", "by construction", "assumed"

inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

// One number of a fact.  A side without a limit is kNoLimit or -kNoLimit.
struct FactRowSpec {
    const char* what;
    const char* unit;          // "-" for none
    double low, high;          // published band, both included
    Basis basis;
    // Of another row, by its index, whose numbers stand below this one's: the ratio of both means over worlds, its interval by the
    // delta method.  -1: the number as it is.
    int over = -1;

    bool only_below() const { return *what == '\0'; }  // serves other rows and is none itself

    bool two_sided() const { return low > -kNoLimit && high < kNoLimit; }
};

namespace evidence {
struct Site;
}
struct FactSpec {
    const char* name;          // "F3"
    const char* title;
    const char* finding;       // what was published, in a sentence or two
    const char* sources;       // as sources.def names them, set apart by "; "
    const char* knob;          // what is turned, and what is looked at
    const char* scenario;      // whose market and brand it uses; empty: the defaults
    std::vector<FactRowSpec> rows;
    // The rows of one pair of worlds, in their order; a number that this pair cannot give is NaN.
    std::vector<double> (*measure)(const evidence::Site& site);
    const char* miss = "";     // why a row falls short, and what was tried; read only where one does
};
std::span<const FactSpec> facts();                       // in the order of their numbers
const FactSpec* find_fact(std::string_view name);        // capitals do not matter; nullptr if there is none

struct FactRow {
    FactRowSpec spec;
    Interval measured;         // level 0.9; low = high = mean where one world was enough
    int worlds = 0;            // pairs that gave a number; 0: not measured
    bool settled = false;      // the interval is as narrow as asked for
    bool held = false;
};
struct Fact {
    const FactSpec* spec = nullptr;
    int pairs = 0;
    std::vector<FactRow> rows;  // without those that only serve others

    bool held() const;         // every number
};

struct Pains {                 // taken over each fact
    double customers = 20000;
    int first = 8, most = 600; // pairs: before the first look, and at most
};
inline constexpr Pains kFullPains{}, kQuickPains{10000, 8, 8};

// Other numbers for the market than the defaults; nothing: the defaults.
using Defaults = std::function<void(Market& market)>;

// Output does not depend on jobs.
Fact run_fact(const FactSpec& spec, const Pains& pains, int jobs, const Defaults& defaults = {});

// Rows of facts that were measured: how many there are and hold, by basis.
struct Tally {
    int rows = 0, held = 0;
};
Tally tally(std::span<const Fact> facts, Basis basis);

std::string evidence_text(std::span<const Fact> facts);                     // for a terminal
std::string evidence_json(std::span<const Fact> facts, const Pains& pains); // parley.evidence/1
std::string evidence_page(std::span<const Fact> facts, const Pains& pains); // Markdown, the page of the guide
std::string evidence_picture(std::span<const Fact> facts);                  // SVG, pictures/facts.svg of that page
// The experiments and defaults that were changed after a measurement had been seen, in the order of the changes.
struct SeenChange {
    const char* where;
    const char* change;
};
std::span<const SeenChange> changes_after_seeing();

// What a page of evidence depends on: engine, table of facts, every default.  16 hex digits.
std::string evidence_print();

}  // namespace parley
