// Calibration: the numbers of the model that nobody measured but that a published effect pins down.
//
// The fitted block, and no other number, is chosen so that facts of the literature (study/evidence.h) come out: simulated moments
// (McFadden 1989; in agent-based markets Chica & Rand 2017), the search by response surfaces (Box & Wilson 1951).  A moment is a row of
// evidence with basis "fitted"; its residual is (measured - published) / half of the published band.
// Math     around a centre lie sixteen trials, a two-level fractional factorial of resolution IV (Box & Hunter 1961) in the logarithms of the
//          block; through them and the centre goes, for the logarithm of each moment, a plane by least squares.  Where the planes promise
//          the least sum of squared residuals (Marquardt 1963) is the next centre; the region halves.  Trials all live the same worlds
//          with the same luck.  Planes were chosen over differences of two trials, which luck in single purchases drowns.
// The search begins at the values of the table below, never at the defaults, so that the result is a property of the model; it is told
// to three digits, and these are the defaults the model ships with.
// Cost     69 trials; fully nine minutes on two cores.
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
    int regions = 4;           // one after the other, each half as wide
};
inline constexpr CalibrationPains kFullCalibration{}, kQuickCalibration{5000, 0.25, 3};

int trials_of(const CalibrationPains& pains);
// progress is called with the trials done.
Calibration calibrate(const CalibrationPains& pains, int jobs, const std::function<void(int trials)>& progress = {});

std::string calibration_text(const Calibration& calibration);

}  // namespace parley
