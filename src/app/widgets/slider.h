// Slider: one value on a rail, for everything that is no lever: how sure, which day, which world.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

struct SliderLook {
    double min = 0, max = 1, step = 0.01;
    std::string name;             // accessible name
    std::string value;            // text of the value, accessible
    std::string group;
    bool disabled = false;
    bool rail = true;             // false: only the knob answers, drawn by the caller (points on a chart)
};
// Draws the rail and the knob in the middle of r, adds the twin; true when the person moved it (value has changed).
bool slider(Paint& p, const std::string& id, Rect r, double& value, const SliderLook& look);

}  // namespace parley
