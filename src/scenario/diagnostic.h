// Diagnostic: what is wrong in a file or a value, for the person who wrote it.
#pragma once
#include <string>
#include <vector>

namespace parley {

struct Diagnostic {
    int line = 0, column = 0;  // from 1; 0 where there is no text (--set, set_value)
    std::string path;          // e.g. arms.1.strategy.converse; empty for the whole file
    std::string message;       // what is wrong, what is allowed, the nearest name: one sentence
};
using Diagnostics = std::vector<Diagnostic>;

// "file:line:column: path: message"
std::string describe(const std::string& file, const Diagnostic& diagnostic);

}  // namespace parley
