// Paint: what every view and widget draws with: text that is measured before it is set, cards, lines, and hits.
//
// Nothing here keeps state; a Paint lives for one frame.  All lengths are CSS pixels; y of a text is the top of its line.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/frame.h"
#include "app/layout.h"
#include "app/theme.h"
#include "study/figure.h"

struct ImDrawList;

namespace parley {

struct Memory;

struct Span {                 // a piece of a line in its own face and colour
    std::string text;
    const Face* face;
    Colour colour;
};

struct Hit {
    bool hovered = false, held = false;
    bool pressed = false;     // went down this frame
    bool clicked = false;     // came up on it
    bool twice = false;       // double click
};

struct TextBox {              // for tests: where a text stands, as far as it shows
    Rect box;
    std::string text;
};

struct Tip {                  // shown above everything else, beside what it explains
    Rect at{};
    std::string title;
    std::vector<std::string> lines;
    bool at_once = false;     // for the keyboard; a pointer may be passing by
};

class Paint {
public:
    Paint(Frame& frame, const Layout& layout, Memory& memory);

    Frame& frame;
    Session& session;
    Ui& ui;
    const Layout& layout;
    Memory& memory;
    const Palette& colours;
    const Fonts& type;
    ImDrawList* list;
    bool live = true;         // false: a dialog covers the page, nothing here answers
    Tip tip;                  // of this frame, if any

    // --- text ---
    float text(const Face& face, float x, float y, Colour colour, std::string_view words);        // returns its width
    float text_right(const Face& face, float right, float y, Colour colour, std::string_view words);
    float text_centred(const Face& face, float middle, float y, Colour colour, std::string_view words);
    float caps(float x, float y, Colour colour, std::string_view words);                          // heading of a card
    float caps_width(std::string_view words) const;
    float spans(float x, float y, std::initializer_list<Span> line);   // on one baseline
    float spans(float x, float y, const std::vector<Span>& line);
    float width(const Face& face, std::string_view words) const;
    float width(const std::vector<Span>& line) const;
    // As much as fits, with an ellipsis when something is left out.
    std::string fit(const Face& face, std::string_view words, float width) const;
    std::vector<std::string> wrap(const Face& face, std::string_view words, float width) const;
    // Wrapped text; returns the height it took (or would take, with draw = false).
    float paragraph(const Face& face, float x, float y, float width, Colour colour, std::string_view words, int max_lines = 1000,
                    bool draw = true);

    // The same for words in several faces and colours; step: from line to line.
    float flow(float x, float y, float width, const std::vector<Span>& words, float step, bool draw = true);

    // --- shapes ---
    void fill(Rect r, Colour colour, float radius = 0);
    void frame_of(Rect r, Colour colour, float radius = 0, float thickness = 1);
    void card(Rect r);
    void horizontal(float x0, float x1, float y, Colour colour);   // hairline
    void vertical(float x, float y0, float y1, Colour colour, float thickness = 1);
    void mark(Mark mark, float x, float y, float size, Colour colour, Colour rim = 0);
    void focus_ring(Rect r, float radius);

    // --- hits ---
    Hit hit(const std::string& id, Rect r);
    void clip(Rect r);
    void unclip();
    Rect clip_now() const;
    bool hovering(Rect r) const;      // the pointer is over r and nothing covers it

    float snap(float v) const;        // to the device's pixels

    // --- the arms ---
    const ArmColours& arm(std::size_t index) const { return colours.arms[index < 2 ? index : 2]; }
    const std::string& arm_name(std::size_t index) const { return session.scenario().arms[index].name; }
};

inline Rect inset(Rect r, float by) { return {r.x + by, r.y + by, r.w - 2 * by, r.h - 2 * by}; }
inline bool contains(Rect r, float x, float y) { return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h; }
Rect common(Rect a, Rect b);          // w or h 0 when they do not meet

// Where the twin of something drawn at r stands: as much of it as the clipping shows; at its edge, tucked away, when that is nothing
// (or not all of it, for what cannot be shown in part).  A tucked twin still has the keyboard: whoever scrolls brings it into view.
void place_twin(const Paint& p, Widget& w, Rect r, bool whole = false);

// A widget that is only read: text, heading, image.
void tell(Paint& p, std::string id, Role role, std::string name, Rect r, std::string value = {}, std::string group = {});

}  // namespace parley
