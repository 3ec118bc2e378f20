// Turn: where an effect changes its sign as something else moves.
#pragma once
#include <functional>

#include "study/claims.h"

namespace parley::claims {

struct TurnSearch {
    std::vector<TurnPoint> points;              // along the range; the first is that of the base
    bool no_gain = false;                       // the expectation is that there is no gain: a significant gain is what turns it
    double step = 0;                            // what stands between two points is a multiple of it; 0: anything
    int bisections = kBisections;
    std::function<TurnPoint(const std::string& value)> effect;   // between two points
};
// Significant signs at two neighbours (those without one between them left out) that differ make a turn; the nearest to the base is told.  It
// is halved towards the mean effect of zero where values are numbers.  Without a turn: the effect vanishes where it is significant
// at the base and at no point from some value on.
Turn find_turn(const TurnSearch& search);

}  // namespace parley::claims
