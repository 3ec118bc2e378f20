// Debrief: a question of study/debrief.h in words.
#pragma once
#include <string>
#include <vector>

#include "study/debrief.h"

namespace parley {

class Paint;

// The text with its holes filled, beginning with a capital.
std::string filled(std::string text, const std::vector<Quote>& quotes, const Scenario& scenario);
// The questions of the run on screen; none while results are covered.
const std::vector<Question>& questions_of_run(Paint& p);
std::string question_text(const Question& question, const Scenario& scenario);

}  // namespace parley
