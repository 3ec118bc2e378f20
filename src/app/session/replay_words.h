// Replay words: what the last decision changed, and what came of it.
#pragma once
#include <string>

#include "study/compare.h"
#include "study/ensemble.h"

namespace parley {

struct ReplayWords {
    std::string changed;       // "Conversation: Promotional share 60 % → 20 %."
    std::string came;          // "Sales by week 52: Broadcast ahead by 2.1 % before, Conversation ahead by 4.6 % now."
};
// was, is: of the results before and after the decision, of the same two arms.  Cost as whole_of.
ReplayWords replay_words(const Ensemble& before, const Comparison& was, const Ensemble& after, const Comparison& is);

}  // namespace parley
