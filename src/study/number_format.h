// Numbers with their units: of levers, outcomes and weeks. The plain ones are in study/strings.h.
#pragma once
#include <string>
#include <vector>

#include "study/strings.h"
#include "scenario/scenario.h"
#include "study/compare.h"

namespace parley {

std::string currency_sign(const Scenario& scenario);
// A lever as people read it; the weights of the budget as the share they come to.
double weight_share(const ParamSpec& weight, const Strategy& strategy);   // of the budget, 0..1
std::string lever_text(const ParamSpec& lever, const Strategy& strategy, const std::string& sign);
// A value of an outcome in its unit.
std::string outcome_text(const OutcomeSpec& spec, double value, const std::string& sign);
// Two values and their difference as printed: the difference is that of the printed values, so that a reader's sum agrees.
struct PrintedPair {
    std::string a, b, gap;
    double gap_value;  // as printed
    bool same;
};
PrintedPair printed_pair(const OutcomeSpec& spec, double a, double b, const std::string& sign);
// Parts of a printed total, rounded so that they add up to it (largest remainders).
std::vector<double> parts_that_add_up(const std::vector<double>& parts, double printed_total, double step);
double money_step(double largest);  // what one unit in the last printed digit is worth
std::string plain_money(double value, const std::string& sign);   // whole amounts without decimals: € 50
std::string signed_money_in_steps(double value, double step, const std::string& sign);

int week_of(int day);              // day 1..7 is week 1; day 0 is week 0
std::string week_text(int day);    // "Week 36", "Start"
std::string period_text(int day, const Scenario& scenario);   // days 1..day: "over one year", or "by week 13" where more follows
std::string duration_text(int days);  // "one year", "two years", "30 weeks"
std::string hours_text(double hours); // "2 h", "50 min"
std::string lower_first(std::string words);

}  // namespace parley
