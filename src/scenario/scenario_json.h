// Reading and writing the scenario file.
//
// Strict: every problem of a text is reported, with line, column and path; unknown keys offer the nearest name; nothing is
// filled in silently beyond the defaults of the tables.  Never throws, never crashes on any bytes.
// UTF-8; a byte order mark is accepted, and not written.
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
inline constexpr std::size_t kMaxNameLength = 60;  // characters; ids, arms
inline constexpr double kMaxAmount = 1e15;         // target, either sign

inline constexpr const char* kScenarioFormat = "parley.scenario/1";

// The scenario if there is no problem, otherwise nothing and at least one diagnostic.
std::optional<Scenario> parse_scenario(std::string_view text, Diagnostics& problems);

// The file: fixed key order, two spaces, only rows that the file had or that differ from their default.
// write(parse(t)) is a fixed point: saving what was saved gives the same bytes.
std::string write_scenario(const Scenario& scenario);

// Sets one value by path (market.customers, brand.quality, arms.1.strategy.converse, run.pairs, market.currency, ...), checked
// like the file.  On a problem the scenario is left as it was.  value is JSON text; a bare word is taken as a string.
Diagnostics set_value(Scenario& scenario, std::string_view path, std::string_view value);

// 64-bit hash of everything that can move a result, as 16 hex digits: names and values of market, brand, arms (their names too)
// and events, days, warm-up and ignorance.  Not in it: texts, currency, verdict rules, and seed and pairs, which every result names.
std::string scenario_hash(const Scenario& scenario);

}  // namespace parley
