// Covered: while a forecast is open no view shows a result.  The one place that views ask.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

inline bool covered(const Session& session) { return session.masked(); }

// A hatched place that says why nothing is there.
void draw_covered(Paint& p, Rect r, const std::string& id, const std::string& group);

}  // namespace parley
