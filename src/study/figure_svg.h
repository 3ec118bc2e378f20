// A figure as SVG: one self-contained element, with real text, a title and a description for those who do not see it.
//
// Letters are measured by a table of average widths, 4 % wider than Inter's, because the font of whoever opens the file is not known.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "study/figure_draw.h"

namespace parley {

struct SvgColours {                                  // 0xRRGGBB, of product.md 2.5
    struct Arm { std::uint32_t shape, text; };
    bool dark = false;
    std::uint32_t paper = 0xFFFFFF, ground = 0xF3F2EE, grid = 0xEFEEEA, track = 0xDAD8D2, line = 0xE5E4E0, soft = 0x5B6370, ink = 0x111827;
    Arm arms[3] = {{0xD55E00, 0xA84300}, {0x0072B2, 0x005A8C}, {0x4B5563, 0x4B5563}};
};

struct SvgLook {
    float width = 640, height = 280;
    float em = 11;                                   // of the small letters; the title is larger by a sixth
    std::string id = "figure";                       // its title and description are named after it: different in one page
    SvgColours colours{};
};

std::string figure_svg(const Figure& figure, const SvgLook& look, const Overlay& overlay = {});
// The same, and where values stand in it.
std::string figure_svg(const Figure& figure, const SvgLook& look, const Overlay& overlay, Plane& plane);

// Text for XML and HTML, attributes too; characters that XML does not allow become U+FFFD.
std::string escaped(std::string_view text);

}  // namespace parley
