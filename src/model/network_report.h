// Network report: what the ties of a population look like, in the figures that are published about real ones.
//
// Math    clustering      mean over people with at least two ties of the share of pairs of their ties who are tied to each other
//                         (the local definition of Watts & Strogatz 1998; people with fewer ties have none and do not count)
//         friends' ties   mean over ends of ties of the ties of the person at that end: <k^2> / <k> (Feld 1991)
//         distance        mean number of steps from 32 keyed customers to all whom they reach
//         assortativity   Pearson correlation of the degrees at the two ends of a tie (Newman 2002); 0 where all have as many
//         homophily       1 - mean difference in interest over ties / over all pairs of people; 0 where nobody differs
// A ratio of nothing is 0.
// Cost    O(ties x mean degree) for triangles and 32 breadth-first searches at once; about a second per 10^7 ties.  The complete
//         network has no rows and is written down.
#pragma once
#include <optional>
#include <vector>

#include "model/population.h"

namespace parley {

struct NetworkReport {
    double mean_ties = 0, median_ties = 0, max_ties = 0;
    double ties_cv = 0;        // standard deviation of the number of ties / mean
    double clustering = 0;     // mean local clustering
    double friends_ties = 0;   // mean ties of a friend, <k^2> / <k>
    double distance = 0;       // mean steps between people who reach each other
    double largest_share = 0;  // share of people in the largest component
    double assortativity = 0;
    double taste_homophily = 0;
};

NetworkReport report_network(const Population& people);

// One figure, with what has been published about it.  The published networks are of friends, ten times the ties of the model, so
// a figure outside is something to know, not an error.
struct NetworkRow {
    const char* name;
    const char* label;
    double value;
    std::optional<double> low, high;  // published range; an end without a figure is open
    const char* source;               // of the range, or of the figure where no range is published

    bool published() const { return low || high; }
    bool within() const { return (!low || value >= *low) && (!high || value <= *high); }
};
std::vector<NetworkRow> network_rows(const NetworkReport& report);

}  // namespace parley
