// What leaves the program: JSON, CSV and text, as strings; callers write them.
#pragma once
#include <string>

#include "study/compare.h"
#include "study/ensemble.h"

namespace parley {

std::string comparison_json(const Ensemble& ensemble, const Comparison& comparison, bool with_series);  // parley.comparison/1
// Decimal comma: fields parted by semicolons and a mark of the encoding in front, so that spreadsheets of such countries open it as it is.
enum class Decimal { Point, Comma };
std::string comparison_csv(const Ensemble& ensemble, const Comparison& comparison, Decimal decimal = Decimal::Point);  // one row per arm pair and outcome
std::string series_csv(const Ensemble& ensemble, Decimal decimal = Decimal::Point);    // one row per arm, observable and day
std::string comparison_text(const Ensemble& ensemble, const Comparison& comparison);   // aligned, for a terminal
std::string series_text(const Ensemble& ensemble, const Comparison& comparison);       // the verdict's outcome every 4 weeks

std::string run_csv(const Scenario& scenario, const PairResult& world, int arm);       // one row per arm and day; arm -1: all
std::string run_json(const Scenario& scenario, const PairResult& world, int arm);
std::string run_text(const Scenario& scenario, const PairResult& world, int arm);      // four-week table

}  // namespace parley
