// Edits: what makes one scenario out of another, as paths and values; the same words as parley --set.
//
// Links carry them instead of whole files.  set_values makes them.   Cost  about 0.3 ms.
#pragma once
#include <optional>

#include "scenario/set_values.h"

namespace parley {

// Values are JSON on one line.  Nothing when paths and values cannot say it (something was taken away): then only the whole
// file will do.
std::optional<Edits> edits_between(const Scenario& from, const Scenario& to);

}  // namespace parley
