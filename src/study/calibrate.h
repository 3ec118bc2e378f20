// Calibration: the numbers of the model that nobody measured but that a published effect pins down.
//
// The fitted block, and no other number, is chosen so that facts of the literature (study/evidence.h) come out: simulated moments
// (McFadden 1989; in agent-based markets Chica & Rand 2017) by least squares (Marquardt 1963), every trial on the same worlds with the
// same luck, so that the sum of squares is a smooth function of the block.  A moment is a row of evidence with basis "fitted"; its residual
// is (measured - published) / half of the published band.  The search begins at the values of the table below, never at the defaults, so
// that the result is a property of the model; it is told to three digits, and these are the defaults the model ships with.
// Cost     about fifty trials; fully some ten minutes on two cores.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "study/evidence.h"

namespace parley {

struct FittedSpec {            // a number of the block; its unit is that of the row
    const char* row;           // of the market table
    double start, low, high;
};
struct MomentSpec {            // what it is to come to
    const char* fact;
    std::size_t row;           // of the fact, as shown
    double published;
    int pairs;                 // of worlds, at full pains
};
std::span<const FittedSpec> fitted_block();
std::span<const MomentSpec> moments();

struct Calibration {
    struct Value {
        const ParamSpec* row;
        double start, value;   // value: three digits
        bool at_limit;

        bool shipped() const { return value == row->value; }
    };
    struct Moment {
        const MomentSpec* spec;
        FactRow found;         // with the values as told
    };
    std::vector<Value> block;
    std::vector<Moment> moments;
    double at_start = 0, sum = 0;   // of squared residuals
    int trials = 0;

    bool shipped() const;      // every value is the default
};

inline constexpr double kCalibrationTown = 20000;
struct CalibrationPains {
    double customers = kCalibrationTown;
    double worlds = 1;         // times the pairs of each moment
    int rounds = 8;
};
inline constexpr CalibrationPains kFullCalibration{}, kQuickCalibration{5000, 0.25, 2};

// progress is called with the trials done and the sum of squares of the last.
Calibration calibrate(const CalibrationPains& pains, int jobs, const std::function<void(int trials, double sum)>& progress = {});

std::string calibration_text(const Calibration& calibration);

}  // namespace parley
