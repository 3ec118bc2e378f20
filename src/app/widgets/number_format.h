// Numbers with their units: of levers, outcomes and weeks. The plain ones are in session/strings.h.
#pragma once
#include <string>

#include "app/session/strings.h"
#include "scenario/scenario.h"
#include "study/compare.h"

namespace parley {

std::string currency_sign(const Scenario& scenario);
// A lever as people read it; the weights of the budget as the share they come to.
std::string lever_text(const ParamSpec& lever, const Strategy& strategy, const std::string& sign);
// A value of an outcome and a difference of two, in the unit of the outcome.
std::string outcome_text(const OutcomeSpec& spec, double value, const std::string& sign);
std::string difference_text(const OutcomeSpec& spec, double value, const std::string& sign);
std::string plain_money(double value, const std::string& sign);   // whole amounts without decimals: € 50
std::string signed_money(double value, const std::string& sign);
std::string signed_money_like(double value, double largest, const std::string& sign);  // in the unit that suits the largest of a column

int week_of(int day);              // day 1..7 is week 1; day 0 is week 0
std::string week_text(int day);    // "Week 36", "Start"
std::string duration_text(int days);  // "one year", "two years", "30 weeks"
std::string hours_text(double hours); // "2 h", "50 min"
std::string lower_first(std::string words);

}  // namespace parley
