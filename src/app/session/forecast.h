// Forecast: what a person says before the lines move, and how right it turned out to be.
//
// A forecast is about one question: the scenario as it stood when the forecast was locked in.  From the moment its card opens until it is
// revealed or withdrawn, results are covered (Session::masked).
//   line    gap in sales of each week, b minus a as a share of a's, as drawn by hand: [weeks + 1], week 0 first; the last stretch that
//           was drawn goes on level to the end.  Empty: nothing was drawn.
//   score   Brier 1950: (confidence - 1)^2 where the call was right, confidence^2 where not; 0 is best, 0.25 is a coin.
// Source  committing before seeing is what makes people learn from a run; how well stated and real frequencies agree is calibration.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "study/compare.h"

namespace parley {

enum class Call { First, Second, Same };

struct Forecast {
    Call call = Call::Same;
    bool called = false;                 // one of the three was chosen
    double confidence = 0.7;             // 0.5 .. 1
    std::vector<double> line;            // see above
    int drawn = 0;                       // last week that was drawn
    std::string about;                   // hash of the scenario

    // Draws the line from one week to another, straight in between; both weeks are clamped to 0..weeks.  What lies after the last week
    // that was ever drawn follows it.
    void draw(int weeks, double from_week, double from_gap, double to_week, double to_gap);
    double at_week(int week) const;      // 0 where nothing was drawn
};

// Who the verdict says is ahead: no clear leader is Same.
Call call_of(const Verdict& verdict, std::size_t b);

// The same line, of the worlds: mean gap of each week as a share of a's mean.  [weeks + 1], week 0 is 0.  Cost O(pairs x days).
std::vector<double> weekly_gap(const Ensemble& ensemble, std::size_t a, std::size_t b);

struct Scored {
    std::string scenario;                // its title
    Forecast forecast;
    Call result = Call::Same;
    double gap_forecast = 0, gap_result = 0;   // of the last week judged, as drawn and as it came
    bool right() const { return forecast.call == result; }
    double brier() const;
};

struct Calibration {                     // of several forecasts
    int forecasts = 0, right = 0;
    double confidence = 0, brier = 0;    // means
};
Calibration calibration_of(std::span<const Scored> scored);

}  // namespace parley
