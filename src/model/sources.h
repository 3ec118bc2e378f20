// Sources: what stands behind the numbers of the parameter tables, as those cite it.
//
// The source of a row is parts set apart by "; ": the name of a source with a remark in brackets, "fitted to" a source, "A" for an
// assumption, "set by the scenario", "convention", or a remark.  A remark of sign, order, direction or shape means that the size is ours.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/params.h"

namespace parley {

enum class SourceKind { Study, Industry };
struct SourceSpec {
    const char* name;          // as cited
    SourceKind kind;
    const char* authors;
    int year;                  // 0: no one year
    const char* place;         // journal, proceedings, firm
    const char* doi;           // empty: none, or none that was confirmed
    const char* about;
    const char* unconfirmed;   // which of its numbers were read in a summary only; empty: none
};
std::span<const SourceSpec> sources();   // studies first, by name

// Those that a row cites, each once.
std::vector<const SourceSpec*> sources_of(const ParamSpec& row);
// The source as a reader looks it up: "Sultan, Farley & Lehmann 1990, Journal of Marketing Research, doi:10.1177/...".
std::string in_full(const SourceSpec& source);

// Where the number of a row is from; each row has exactly one.
enum class Origin {
    Study,        // a number of a study
    Fitted,       // chosen so that the model meets a study
    Industry,     // a number of a survey or count by a firm
    Leaning,      // an assumption, with sign, order or shape from one of these
    Assumption,   // nothing behind it
    Setting,      // chosen by the scenario, or a convention
};
inline constexpr int kOrigins = 6;
Origin origin_of(const ParamSpec& row);
// The grade of a number, in the words of the reference: "measured", "fitted", "survey", "assumption, direction known", "assumption",
// "setting".  By Origin.
const char* grade_word(Origin origin);
// What of the number was not confirmed: of the first source whose size it takes; empty if nothing, or if it takes none.
const char* unconfirmed(const ParamSpec& row);

}  // namespace parley
