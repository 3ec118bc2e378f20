// parley: the command line (README.md, or parley --help).
#include <unistd.h>

#include <iostream>

#include "cli/cli.h"

int main(int argc, char** argv) {
    parley::Console console{std::cout, std::cerr, isatty(STDERR_FILENO) == 1};
    return parley::run_cli(std::vector<std::string>(argv + (argc > 0), argv + argc), console);
}
