// The command line as a function: what main.cpp calls and tests call.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/console.h"

namespace CLI {
class App;
}

namespace parley {

// A command adds its options to the parser and returns what runs once they are read.
struct Command {
    const char* name;
    const char* help;
    std::function<int()> (*add)(CLI::App& app, Console& console);
};

// arguments without the program's name.  Returns the exit code; never throws.
int run_cli(const std::vector<std::string>& arguments, Console& console);

}  // namespace parley
