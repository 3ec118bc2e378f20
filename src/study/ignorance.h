// Ignorance: the assumed numbers of a scenario, drawn anew for one pair of worlds.
//
// Worlds of luck ask how often luck turns the result around when every number is as the scenario has it.  Worlds of ignorance ask
// the same when each number that rests on an assumption alone may be off as well.  Switched on by run.ignorance = g > 0:
//   which    rows of market and brand whose source says "A" and which are no setting of the scenario (params.h: assumed), that
//            are no choice, and that do not stand at an end of their range: there a mechanism is off, or a limit is none.  Levers
//            are decisions and keep their values, and so do values that a dated event sets.
//   how      v x f with ln f uniform on +- ln(1 + g); shares have their odds v / (1 - v) multiplied, so that 0.95 stays below 1;
//            counts are rounded; clipped to the row's range.
//   luck     keyed by seed, pair, table and the name of the row: any order gives the same bits, a new row moves no other.
// Both arms of a pair share the draw: what is unknown is the market, not the strategy.
// Cost     O(rows), and a copy of the scenario.
#pragma once
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "scenario/scenario.h"

namespace parley {

// How far the switch on the page goes.
inline constexpr double kIgnoranceOn = 0.5;

// Whether worlds of ignorance draw this row anew where it stands at this value.
bool drawn_anew(const ParamSpec& row, double value);
// How many numbers of the scenario that are.
int drawn_numbers(const Scenario& scenario);

// Those rows of market and brand, in the order of their tables.
std::vector<std::pair<const ParamTable*, const ParamSpec*>> drawn_rows(const Scenario& scenario);

// The scenario with each of those numbers moved as above by g = reach; place is asked where between its ends each stands: 0..1.
using Place = std::function<double(const ParamTable& table, const ParamSpec& row)>;
Scenario with_numbers_moved(const Scenario& scenario, double reach, const Place& place);

// What a row is keyed by.
std::uint64_t key_of(const ParamSpec& row);

// The scenario as this pair lives it; its run.ignorance is 0, so that asking twice draws once.
Scenario with_ignorance(const Scenario& scenario, int pair);

}  // namespace parley
