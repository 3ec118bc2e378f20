// Debrief: a question of study/debrief.h in words.
#pragma once
#include <string>

#include "study/debrief.h"

namespace parley {

// The text with its holes filled, beginning with a capital.
std::string filled(std::string text, const std::vector<Quote>& quotes, const Scenario& scenario);
std::string question_text(const Question& question, const Scenario& scenario);

}  // namespace parley
