// Guide: the tables of web/guide that are written from scenarios and measurements (scenario/marked_tables.h).
//   teaching   every scenario: its question, what it shows, what to ask afterwards
//   provenance.* where the numbers come from (study/provenance.h)
//   answers    what the scenarios promise, and in how many of 200 worlds it was so (tests/baselines/expected.csv)
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "scenario/scenario.h"

namespace parley {

// expected: the text of expected.csv; a promise without a line in it says that it was not measured.
// assumptions: the text of assets/assumptions.csv.
std::string with_guide_tables(std::string_view text, std::span<const Scenario> scenarios, std::string_view expected, std::string_view assumptions);

}  // namespace parley
