// Sources: what stands behind the numbers of the parameter tables, as those cite it.
//
// The source of a row is parts set apart by "; ": the name of a source with a remark in brackets, "fitted to" a source, "A" for an
// assumption, "set by the scenario", "convention", or a remark.  A remark of sign, order, direction or shape means that the size is ours.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "model/params.h"

namespace parley {

enum class SourceKind { Study, Industry };
struct SourceSpec {
    const char* name;          // as cited
    SourceKind kind;
    const char* what;          // authors, place, what about
};
std::span<const SourceSpec> sources();   // studies first, by name

// Those that a row cites, each once.
std::vector<const SourceSpec*> sources_of(const ParamSpec& row);

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

}  // namespace parley
