// ODD: the tables of the model description, written from the tables of the code.
//
// src/model/ODD.md is prose by hand around tables between marker lines (scenario/marked_tables.h).  Tables: state, schedule,
// observables, parameters.
#pragma once
#include <string>
#include <string_view>

namespace parley {

// The text with every table as the code has it now.  A table of unknown name stays as it is.
std::string with_odd_tables(std::string_view text);

// A table alone, as Markdown; empty when there is none of that name.
std::string odd_table(std::string_view name);

}  // namespace parley
