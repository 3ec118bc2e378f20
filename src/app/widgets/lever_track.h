// Lever track: one line, one thumb per arm. The line between the first two thumbs is the difference of the strategies.
//
// Square = first arm, round = second, triangle = any other. Where the first two meet they share a thumb, half square and half
// round, and each half can be grabbed. Dragging sets the lever at once; a double click puts the scenario's own value back.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

// Place of a value on the track, 0..1. Ranges far wider than what a scenario uses are bent: the track then ends at eight
// times the scenario's value and gives half of its length to the lowest quarter.
struct TrackScale {
    double min = 0, max = 1;   // of the track
    bool bent = false;

    double place(double value) const;
    double value(double place) const;
};
TrackScale track_scale(const ParamSpec& lever, const Scenario& opened);
// A value a person may have meant: whole weights, per cents, two figures of money.
double rounded(const ParamSpec& lever, double value);
double step_of(const ParamSpec& lever);

// Draws the row of one lever (label, values, track) and adds one slider per arm to the list.
// shown: the part of the window in which the row may appear; twins of rows scrolled away stand at its edge.
void lever_row(Paint& p, const ParamSpec& lever, Rect row, Rect shown);

// "assumption" for a source marked A, then the papers.
std::string source_text(const char* source);

}  // namespace parley
