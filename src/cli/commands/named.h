// Names on the command line that stand for rows of a table: checks, facts, claims.
#pragma once
#include <algorithm>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "cli/input.h"

namespace parley {

// The rows of these names, each once, in the order they were named; all rows where none was.  Nothing, after a sentence with the nearest
// name, where one is unknown.
template <class Row>
std::optional<std::vector<const Row*>> rows_named(const std::vector<std::string>& names, std::span<const Row> rows, const char* Row::*name,
                                                  const Row* (*find)(std::string_view), const char* kind, const char* command, Console& console) {
    std::vector<const Row*> wanted;
    for (const std::string& one : names) {
        const Row* row = find(one);
        if (!row) {
            std::vector<std::string> known;
            for (const Row& r : rows) known.emplace_back(r.*name);
            console.err << "parley: there is no " << kind << " \"" << one << "\"; " << suggest(one, known) << "\nTry: parley " << command << " --help\n";
            return {};
        }
        if (std::find(wanted.begin(), wanted.end(), row) == wanted.end()) wanted.push_back(row);
    }
    if (names.empty())
        for (const Row& row : rows) wanted.push_back(&row);
    return wanted;
}

}  // namespace parley
