// Message shares: how much of a step on the ladder one message stands behind, so that people try those first that may change something.
//
// A cause of a step (explain.h) rests on a quantity: memory of messages on adstock, liking on attitude, and so on.  What a message added to
// that quantity on its day, faded by the quantity's half-life until the step, is set beside everything that moved it, the start included;
// that part of the cause's share is the message's.  Where the brand became known, the message that did it has the whole chance.  An estimate,
// made before the life is lived again without the message; that alone says what would have changed.
// Cost O(steps x messages + steps x changes).
#pragma once
#include <vector>

#include "study/explain.h"

namespace parley {

struct MessageShare {
    double share = 0;      // of the step it moved most, 0..1; its sign is left out
    int step = -1;         // index into Life::steps; -1: of none
};

// [trace.received], of each message; of what is no message nothing.
std::vector<MessageShare> message_shares(const Scenario& scenario, const Life& life);

}  // namespace parley
