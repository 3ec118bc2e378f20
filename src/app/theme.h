// Theme: the colours of product.md 2.5 and the type of 2.6.
//
// Colour belongs to the two arms; everything else is ink and grey.  Fonts are rasterised at the true pixel ratio and drawn at
// their own size, never stretched: whoever owns the window calls fit_fonts before each frame and uploads the atlas when told to.
#pragma once
#include <array>
#include <cstdint>

#include "app/layout.h"

struct ImFont;

namespace parley {

using Colour = std::uint32_t;  // 0xAABBGGRR, as ImGui packs it

constexpr Colour rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return (alpha << 24) | ((hex & 0xFF) << 16) | (hex & 0xFF00) | (hex >> 16);
}
Colour fade(Colour colour, float alpha);                   // its opacity times alpha
Colour mix(Colour from, Colour to, float t);               // both opaque

struct ArmColours {
    Colour shape;                      // lines, areas, dots, thumbs
    Colour text;                       // words and numbers
    std::array<Colour, 6> rungs;       // dots: Never .. Left, of rising strength
};

struct Palette {
    bool dark;
    Colour page, paper;                // behind the cards; the cards
    Colour line, track, grid;          // border of a card; rail of a slider; lines of a chart
    Colour ink, soft, faint;           // main text; second text; marks that only separate
    Colour hover, pressed;             // light button under the pointer, held
    Colour button, button_text;        // the dark button
    Colour scrim, shadow;              // behind a dialog
    std::array<ArmColours, 3> arms;    // first, second, any other
};
const Palette& palette();

struct Face {
    ImFont* font = nullptr;
    float em = 16;       // CSS pixels
    float height = 16;   // of a line, CSS pixels: what ImGui calls the size
};
struct Fonts {
    Face headline;       // bold: the sentence
    Face subline;        // what stands under it
    Face title;          // semibold: names of the arms, of a dialog
    Face number;         // bold: what the business counts
    Face body, strong;   // labels, buttons; semibold
    Face small, small_strong;
    Face caps;           // semibold, spaced: headings of cards, set in capitals
    Face axis;           // the smallest
};
const Fonts& fonts();

void apply_theme(bool dark, float scale);                  // colours, and ImGui's own style for the few things it draws

// Makes the atlas for the type sizes in force at this pixel ratio; ui_scale enlarges all of it (0.8 to 2).
void load_fonts(float pixel_ratio, float ui_scale);

// Outside a frame: makes the atlas anew if the window asks for other sizes or another ratio.  true: upload it again.
bool fit_fonts(float width, float height, float pixel_ratio, bool projector = false, float ui_scale = 1);

}  // namespace parley
