// Row text: a value of the parameter tables as people read and type it: per cents for shares, the currency's sign, the name of an
// option, the unit behind the number.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "model/params.h"

namespace parley {

// "80 %", "€ 12.5", "Ring", "14 days"; as exact as the value.
std::string row_text(const ParamSpec& row, double value, const std::string& sign);
// The same without what stands behind the number: "14".  For fields; help and range say the unit.
std::string row_value(const ParamSpec& row, double value, const std::string& sign);

// What was typed: "80 %" or "80" for a share, "12,5" or "12.5"; thousands apart by blanks, in groups of three; units are passed over.  Nothing if
// there is no single number in it.  Choices: the words of an option.
std::optional<double> read_row(const ParamSpec& row, std::string_view words);

// "From 0 % to 100 %.", "From 1 to 365 days."
std::string range_text(const ParamSpec& row, const std::string& sign);

}  // namespace parley
