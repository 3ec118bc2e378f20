// parley: the command line (README.md, or parley --help).
#include <sys/stat.h>
#include <unistd.h>

#include <iostream>

#include "cli/cli.h"

namespace {

// isatty alone is not enough: under node it answers yes for whatever stands in place of a terminal.
bool is_terminal(int descriptor) {
    struct stat status {};
    return isatty(descriptor) == 1 && fstat(descriptor, &status) == 0 && S_ISCHR(status.st_mode);
}

}  // namespace

int main(int argc, char** argv) {
    parley::Console console{std::cout, std::cerr, is_terminal(STDERR_FILENO)};
    return parley::run_cli(std::vector<std::string>(argv + (argc > 0), argv + argc), console);
}
