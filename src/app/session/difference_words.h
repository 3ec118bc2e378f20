// Difference words: what parts one scenario from another, in sentences.
//   "Broadcast: Promotional share 80 % instead of 50 %"     "Event added in week 20, all arms: Failure rate 20 %"
#pragma once
#include <string>
#include <vector>

#include "scenario/differences.h"

namespace parley {

// after: the scenario that has the difference (its arms are named, its currency counts).
std::string words_of(const Edit& difference, const Scenario& after);
std::vector<std::string> difference_sentences(const Scenario& before, const Scenario& after);

// "Failure rate 20 %", "the person people knew leaves"; without arm and day.
std::string event_words(const Event& event, const Scenario& scenario);
// "week 20, all arms"
std::string event_place(const Event& event, const Scenario& scenario);
// "Sales of € 900 000 by week 52"
std::string target_words(const Target& target, const Scenario& scenario);

}  // namespace parley
