// Value row: one number of a parameter table: label, track, and a field to type it into; help, range and source below or on hover.
// Choices show their options as a list when the row is open.
#pragma once
#include <optional>

#include "app/widgets/paint.h"

namespace parley {

struct ValueRow {
    std::string id, group;
    const ParamSpec* row = nullptr;
    double value = 0, usual = 0;      // now; as the scenario was opened, marked on the track
    std::string heading;              // "Market"
    std::string sign;                 // of the currency
    int arm = -1;                     // whose it is: its mark is the thumb
    std::string beside;               // said before the help: what others have
    std::string refusal;
    bool open = false;                // choices: the options show
};
struct ValueAnswer {
    std::optional<std::string> words; // typed
    std::optional<double> value;      // dragged, stepped or chosen
    bool toggled = false;             // the list of options was opened or closed
};
float value_row_height(Paint& p, const ValueRow& v, float width);
ValueAnswer draw_value_row(Paint& p, const ValueRow& v, Rect r);

}  // namespace parley
