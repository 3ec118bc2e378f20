// What the program says and returns when asked in these words.
#pragma once
#include <sstream>
#include <string>
#include <vector>

#include "cli/cli.h"

namespace parley::test {

struct Outcome {
    int exit;
    std::string out, err;
};

inline Outcome parley_says(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    Console console{out, err, false};
    const int exit = run_cli(arguments, console);
    return {exit, out.str(), err.str()};
}

// The same, of one command.
inline Outcome parley_says(const char* command, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), command);
    return parley_says(arguments);
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace parley::test
