// Seats: where each customer sits in the picture; the same seat in both towns and at every window size.
//
// Circles of people are packed discs around the middle, large ones near it; within a circle people sit on a sunflower spiral.
// Deterministic, no overlap of circles.  Cost O(customers + circles^2).
#pragma once
#include <vector>

#include "model/population.h"

namespace parley {

struct Seat { float x, y; };              // -1..1, the middle is where the brand stands
struct Seats {
    std::vector<Seat> of;                 // [n_customers]
    float dot = 0;                        // radius of a dot, in the same unit
};
Seats make_seats(const Network& network, double aspect);  // aspect: width / height of the picture; x spans -aspect..aspect

}  // namespace parley
