// Console: where a command speaks.  Results go to out, progress and diagnostics to err.
#pragma once
#include <iosfwd>
#include <string>

namespace parley {

struct Console {
    std::ostream& out;
    std::ostream& err;
    bool terminal = false;  // err is one: a progress bar may be drawn and wiped
};

// What the program returns.
enum Exit : int {
    kDone = 0,
    kWrongInput = 1,  // diagnostics stand on err
    kWrongUsage = 2,
    kNoFile = 3,      // a file cannot be read or written
    kFellShort = 4,   // a check did not hold
};

// A bar on one line, redrawn in place; draws nothing when err is no terminal.
class ProgressBar {
public:
    ProgressBar(Console& console, std::string what) : console_(console), what_(std::move(what)) {}
    ~ProgressBar() { wipe(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(int done, int total);
    void wipe();

private:
    Console& console_;
    std::string what_;  // e.g. "worlds"
    int drawn_ = -1;    // done when last drawn
};

}  // namespace parley
