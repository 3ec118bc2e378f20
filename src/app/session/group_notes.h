// Group notes: what the group typed for the page it takes home (study/report.h), kept per scenario, so that an answer stays with the run it is
// about.  Plain text; kept over a reload with the rest of the session.
#pragma once
#include <map>
#include <string>

#include "study/report.h"

namespace parley {

using AllNotes = std::map<std::string, Notes, std::less<>>;   // by id of the scenario

// Words as they are kept: without blanks around them, line ends as \n, at most so many characters.
std::string kept_words(std::string_view words, std::size_t most);

}  // namespace parley
