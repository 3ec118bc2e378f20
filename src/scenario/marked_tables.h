// Marked tables: tables in Markdown files that are written from tables of the code.
//
// A file is prose by hand around tables between marker lines, <!-- table: NAME --> and <!-- end -->.  parley bless fills them; a test
// fails when they are stale.
#pragma once
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace parley {

// One line of a table; a vertical bar in a cell is escaped, a line break becomes a blank.
std::string table_row(std::initializer_list<std::string> cells);
std::string table_head(std::initializer_list<std::string> names);   // with the rule below it

// The text with every table as `table` has it now.  One that it answers with nothing stays as it is.
std::string fill_tables(std::string_view text, const std::function<std::string(std::string_view name)>& table);

}  // namespace parley
