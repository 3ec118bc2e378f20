// Button: one function for every button of the page: draws it, answers the pointer and the DOM twin, and adds the twin.
#pragma once
#include "app/widgets/icon.h"

namespace parley {

struct ButtonLook {
    enum Kind { Light, Dark, Plain, Row, Line, Link } kind = Light;   // Row: a line of a menu or list, text at the left; Line: a tight one; Link: words
    Icon icon = Icon::None;       // before the label
    bool opens = false;           // shows a chevron: something opens below
    bool expanded = false;        // ... and is open
    bool choice = false;          // one of several: pressed says which
    bool pressed = false;
    bool disabled = false;
    std::string name;             // accessible name, when the label alone does not say it
    std::string group;
    std::string tip;
    std::string detail;           // rows: second line
};
bool button(Paint& p, const std::string& id, Rect r, std::string_view label, const ButtonLook& look = {});
// What a button needs for its label.
float button_width(const Paint& p, std::string_view label, const ButtonLook& look = {});

// Choices side by side in one frame, e.g. the speeds; returns the chosen index or -1.
int segments(Paint& p, const std::string& id, Rect r, const std::vector<std::string>& labels, const std::vector<std::string>& names,
             int current, const std::string& group);

}  // namespace parley
