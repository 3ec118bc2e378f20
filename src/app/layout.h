// Layout: where everything on the page stands, from the size of the window alone.
//
// A pure function, so that every size can be tested without drawing.  Four shapes:
//   Desk      three columns: levers | towns, race, tiles | reasons, the sentence above the last two    from 1600 x 900
//   Laptop    two columns; the reasons stand beside the race                          from 1240 wide
//   Tablet    levers below in columns; towns and race side by side                    wider than tall
//   Portrait  one column: sentence, towns, race, numbers, levers; below 600 wide towns, race and reasons share one place (tabs)
//   Projector   two charts, towns and race, in large type; levers folded into one strip; asked for, not found by size
// A window too short for its shape gets a page taller than the window: page_height > height, and the page scrolls.
#pragma once
#include "app/frame.h"

namespace parley {

enum class Shape { Desk, Laptop, Tablet, Portrait, Projector };

// Sizes of type in CSS pixels of the em (product.md 2.6), whole numbers so that glyphs meet the pixel grid.
struct TypeSizes {
    float headline, subline, title, number, body, small;

    bool operator==(const TypeSizes&) const = default;
};

struct Layout {
    Shape shape = Shape::Desk;
    TypeSizes type{};
    float margin = 16, gap = 16;     // around the page, between cards
    float pad = 20;                  // inside a card
    float radius = 12;               // of a card
    float control = 36;              // height of a button
    float target = 24;               // smallest side of anything that can be hit
    float thumb = 16;                // of a slider
    bool tabs = false;               // race and reasons share a card (Tablet, Portrait)
    bool one_picture = false;        // towns, race and reasons share a card (narrow Portrait)
    int lever_columns = 1;
    int tile_rows = 1;
    float page_height = 0;           // of everything; more than the window's when it does not fit
    Rect top_bar{}, levers{}, headline{}, towns{}, race{}, tiles{}, reasons{};  // w == 0: not shown at this size
};

Layout make_layout(float width, float height, bool touch, bool projector = false);

// The type for a window; what fonts have to be made in.  On a projector the smallest is 1/50 of the picture's height (8H rule).
TypeSizes type_sizes(float width, float height, bool projector = false);

}  // namespace parley
