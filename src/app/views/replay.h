// Replay (key R): the curves before the last decision move into those after it, and words say what changed and what came of it.
#pragma once
#include "app/views/memory.h"

namespace parley {

inline constexpr double kReplaySeconds = 1.5, kReplayTold = 20;   // the motion; how long the words stay

// Asks for it.  Without a decision to go back to, or while results are covered, nothing moves; the words say so.
void start_replay(Session& session, ViewState& state);

// How far it has come: 0 the old curves, 1 the new ones, also when none runs.
double replayed(Paint& p);
// Its words stand, and with them the old curves behind the new ones, until the next decision or for a while.
bool replay_told(const Paint& p);
// Draws the words at the top of r if they stand; returns what is left of r.  Results before: RaceMemory.
Rect draw_replay_words(Paint& p, Rect r);

}  // namespace parley
