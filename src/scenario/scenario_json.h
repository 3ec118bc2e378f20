// Reading and writing the scenario file.
//
// Strict: every problem of a text is reported, with line, column and path; unknown keys offer the nearest name; nothing is
// filled in silently beyond the defaults of the tables.  Never throws, never crashes on any bytes.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "scenario/diagnostic.h"
#include "scenario/scenario.h"

namespace parley {

// Limits of a text: past them it is refused before it is read further.
inline constexpr std::size_t kMaxScenarioBytes = 1 << 20;
inline constexpr int kMaxDepth = 16;
inline constexpr std::size_t kMaxArms = 8, kMaxEvents = 1000, kMaxTextBytes = 20000, kMaxList = 100;
inline constexpr std::size_t kMaxDiagnostics = 100;

// The scenario if there is no problem, otherwise nothing and at least one diagnostic.
std::optional<Scenario> parse_scenario(std::string_view text, Diagnostics& problems);

// The file: fixed key order, two spaces, only rows that the file had or that differ from their default.
// write(parse(t)) is a fixed point: saving what was saved gives the same bytes.
std::string write_scenario(const Scenario& scenario);

// Sets one value by path (market.customers, brand.quality, arms.1.strategy.converse, run.pairs, market.currency, ...), checked
// like the file.  On a problem the scenario is left as it was.  value is JSON text; a bare word is taken as a string.
Diagnostics set_value(Scenario& scenario, std::string_view path, std::string_view value);

// 64-bit hash of everything that can move a result (market, brand, arms, events, run), as 16 hex digits.
std::string scenario_hash(const Scenario& scenario);

}  // namespace parley
