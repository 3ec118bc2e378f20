// Briefs: one person's page in words, and all five as a page to print.
#pragma once
#include <string>

#include "study/briefs.h"

namespace parley {

struct BriefWords {
    std::string role, own, fact, metric;   // own: of the scenario's file, may be empty
};
BriefWords brief_words(const Brief& brief, const Scenario& scenario);

// A self-contained HTML page: five sheets of A4.
std::string briefs_html(const Scenario& scenario, const World* before);

}  // namespace parley
