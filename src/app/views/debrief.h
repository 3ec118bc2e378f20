// Debrief: a question of study/debrief.h in words.
#pragma once
#include <string>

#include "study/debrief.h"

namespace parley {

std::string question_text(const Question& question, const Scenario& scenario);

}  // namespace parley
