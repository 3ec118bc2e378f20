// Words: the numbers of a row of evidence as text.
#pragma once
#include <string>

#include "study/evidence.h"

namespace parley {

std::string published_text(const FactRowSpec& row);   // "0.06 to 0.20", "at least 1.00"
std::string measured_text(const FactRow& row);        // "0.11", "not measured"
std::string interval_text(const FactRow& row);        // "0.10 to 0.12"; empty where nothing was measured

}  // namespace parley
