// Figure: one chart as plain data.  Builders (study/figures.h) make it from results, drawing (study/figure_draw.h) lays it out once for
// every back end: the canvas of the page (app/widgets/figure.h), SVG text for report and file (study/figure_svg.h).
//
// Values are in the unit the axis shows; places are found when it is drawn.  An arm's index stands for its colour, dash and mark:
// first dashed and square, second solid and round, any other dotted and triangular; -1 is ink.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace parley {

enum class Mark { Square, Round, Triangle };
enum class Stroke { Solid, Dashed, Dotted };
Mark mark_of(std::size_t arm);
Stroke stroke_of(int arm);

struct Figure {
    struct Tick {
        double at = 0;
        std::string words;
    };
    struct Axis {
        double from = 0, to = 1;
        std::vector<Tick> ticks;            // ascending; where they would touch, some are left out
        std::string title;
    };

    struct Spread {                         // a band around a curve
        std::vector<double> low, high;      // [points]
        bool strong = false;                // darker, without edges
    };
    struct Curve {
        int arm = -1;
        std::vector<double> x, y;           // [points], x ascending
        std::vector<Spread> spreads;
        std::string name, value;            // beside its right end; empty: nothing there
        std::string value_brief;            // where the value does not fit
        bool thin = false;
        bool ghost = false;                 // where it was: pale
        std::optional<Stroke> stroke;       // other than the arm's
    };
    struct Level {                          // a line across, as a target
        double at = 0;
        std::string words;
        bool dotted = true;
        double until = 1e300;               // x where it ends
    };
    struct Date {                           // an upright line, as the day a target is for
        double x = 0;
        std::string words;
    };
    struct Spot {                           // a ringed place, as a change of leader
        double x = 0, y = 0;
        std::string words;
    };

    struct Dot {                            // one world in a strip
        double at = 0;
        int arm = -1;                       // who is ahead; -1: nobody
    };
    struct Side {                           // what one side of zero means
        int arm = -1;
        std::string words, brief;           // brief: where the words do not fit
    };

    struct Bar {
        int arm = -1;
        double value = 0;
        std::string words;                  // the value as read
        std::string link, link_brief;       // dominoes: what becomes of it; brief: where that does not fit
        bool broken = false;                // that link
        double low = 0, high = 0;           // tornado: how sure the value is; equal: nothing there
        bool light = false;                 // tornado: outlined, for less of a lever
    };
    struct Row {
        std::string name;
        std::vector<Bar> bars;
        int arm = -1;                       // tornado: whose lever it is
    };

    enum class Field { Unknown = -2, Undecided = -1 };   // in place of an arm's index
    struct Cells {                          // a map of two levers, over the axes
        std::size_t columns = 0, rows = 0;
        std::vector<int> ahead;             // [rows x columns], lowest row first: arm, or a Field
        std::vector<float> strength;        // [rows x columns] of the colour, 0..1; empty: all alike
        std::vector<char> marked;           // [rows x columns] 1: with a mark; empty: all
        std::optional<Spot> here;
    };

    enum class Kind { Lines, Strip, Split, Dominoes, Map, Tornado };

    Kind kind = Kind::Lines;
    std::string title, unit, note;      // note: how it was counted; parts set apart by " · " go where there is no room
    std::string words;                  // what it shows, as a sentence
    Axis x, y;
    std::vector<Curve> curves;          // Lines
    std::vector<Level> levels;          // Tornado: one, where all bars begin
    std::vector<Date> dates;
    std::vector<Spot> spots;
    Side below, above;                  // Lines: what lies under and over zero; Strip: left and right of it
    std::vector<Dot> dots;              // Strip
    std::vector<Row> rows;              // Split: one bar a row, around zero; Dominoes: one bar per arm; Tornado: from the level to each bar's value
    Row total;                          // Split: under the rows
    Cells cells;                        // Map
};

// Between two figures of the same shape: values and ranges in between, words of the later one.  Of another shape: the later one.
Figure mix(const Figure& from, const Figure& to, double t);

// About n round values within [low, high].
std::vector<double> ticks(double low, double high, int n);

}  // namespace parley
