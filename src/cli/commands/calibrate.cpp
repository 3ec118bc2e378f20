// parley calibrate: the fitted numbers, fitted again.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/files.h"
#include "study/calibrate.h"
#include "study/wording.h"

namespace parley {
namespace {

struct CalibrateOptions {
    bool quick = false;
    int jobs = 1;
    std::string out;
};

int fit_again(const CalibrateOptions& options, Console& console) {
    // Ten minutes' work is not begun for a file that cannot be written.
    if (std::string why; !options.out.empty() && !can_write(options.out, why)) {
        console.err << why << '\n';
        return kNoFile;
    }
    const CalibrationPains pains = options.quick ? kQuickCalibration : kFullCalibration;
    const int all = trials_of(pains);
    Calibration calibration;
    {
        ProgressBar bar(console, "trials");
        bar.show(0, all);
        calibration = calibrate(pains, options.jobs, [&](int trials) { bar.show(trials, all); });
    }
    const int exit = deliver(console, calibration_text(calibration), options.out);
    if (exit != kDone || options.quick) return exit;  // few worlds find other digits
    return calibration.shipped() ? kDone : kFellShort;
}

}  // namespace

std::function<int()> add_calibrate(CLI::App& app, Console& console) {
    const auto options = std::make_shared<CalibrateOptions>();
    app.add_flag("--quick", options->quick, "Few worlds and small towns: two minutes, to see how it goes; other digits");
    add_out(app, options->out);
    add_jobs(app, options->jobs);
    return [options, &console] { return fit_again(*options, console); };
}

}  // namespace parley
