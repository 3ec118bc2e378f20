// Hints: two offers to someone who is alone with the page for the first time: a lever that turns the result round,
// and, once a lever has been moved, the next question with a forecast first.  Each can be put away and never comes back; none appears
// in a seminar, on a projector or while a forecast is open.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

inline constexpr double kLeverHint = 25, kNextHint = 12;   // seconds alone with the page; seconds after the last edit

// The lever that is offered, "" for none: lever rows note where they stand when they are the one.
std::string_view hinted_lever(const Session& session);

void draw_hints(Paint& p);

}  // namespace parley
