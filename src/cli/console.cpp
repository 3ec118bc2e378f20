#include "cli/console.h"

#include <ostream>

namespace parley {

void ProgressBar::show(int done, int total) {
    if (!console_.terminal || done == drawn_ || total <= 0) return;
    constexpr int kWidth = 30;
    const int full = static_cast<int>(static_cast<long long>(kWidth) * done / total);
    console_.err << "\r[";
    for (int i = 0; i < kWidth; ++i) console_.err << (i < full ? '=' : i == full ? '>' : ' ');
    console_.err << "] " << done << " of " << total << ' ' << what_ << std::flush;
    drawn_ = done;
}

void ProgressBar::wipe() {
    if (drawn_ >= 0) console_.err << "\r\x1b[K" << std::flush;
    drawn_ = -1;
}

}  // namespace parley
