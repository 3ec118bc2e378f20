// Wording: numbers and verdicts as English text.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "study/compare.h"

namespace parley {

// 1234567.8 with 0 decimals: "1,234,568".  Never "-0".
std::string grouped_text(double value, int decimals);
// The same with + or - in front; 0 has no sign.
std::string signed_text(double value, int decimals);

// Decimals with which values of this size are told: none from 1,000 on, at most three; money has two or none.
int decimals_for(double size, bool money);
bool is_money(std::string_view unit);

// "4.9 %", "12 %", "less than 0.1 %", of a share.
std::string percent_text(double share);
// "€1,234" or "1,234 people"; a currency sign of letters keeps its space: "CHF 1,234".
std::string amount_text(double value, std::string_view unit, Currency currency);

// "1 week", "52 weeks"
std::string count_text(int n, std::string_view singular);
// "Net present value" -> "net present value"
std::string lowered(std::string_view label);

// The verdict as one sentence.  means: the outcome of arm a and arm b.
std::string verdict_sentence(const Verdict& verdict, const Scenario& scenario, std::size_t a, std::size_t b,
                             const std::array<double, 2>& means, bool arms_identical);

// Columns a text takes in a terminal: characters, not bytes.
std::size_t width_of(std::string_view utf8);
std::string padded(std::string_view utf8, std::size_t width, bool right = false);

}  // namespace parley
