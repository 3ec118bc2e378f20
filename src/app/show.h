// Show: charts, panels and deeds by name, so that a question, a step of the plan or a link can open what it speaks of.
#pragma once
#include <span>
#include <string_view>

#include "app/frame.h"

namespace parley {

struct Shown {
    const char* id;        // race, gap, strip, split, dominoes, ladder, towns, tiles, customer, map ...
    const char* label;     // text key
    Panel panel = Panel::None;   // None: it is on the page
    int picture = -1;      // tab of the panel, or of the card that holds several pictures, counted without the towns; kTownsPicture; -1: none
    int reasons = -1;      // tab of the reasons
    int race = -1;         // of the race: sales, or the gap
    const char* key = nullptr;   // done as if this key were pressed
};
inline constexpr int kTownsPicture = -2;
std::span<const Shown> shown_things();
const Shown* find_shown(std::string_view id);

// Opens it in front of what was open; a chart of the page gets a ring for a moment.  false: there is no such thing.
bool show(Session& session, ViewState& state, std::string_view id);

// One step of the plan: opens its scenario, then what it shows.  again: a scenario that is open already stays as it is.
void run_step(Session& session, ViewState& state, const Step& step, bool again = false);

inline constexpr double kSpotSeconds = 2.5;   // how long the ring stays

}  // namespace parley
