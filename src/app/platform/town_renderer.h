// Dots of a town: one draw call.  The only GL outside ImGui's backend.
#pragma once
#include <array>
#include <cstdint>
#include <span>

#include "app/session/seats.h"

struct ImDrawList;
struct ImDrawCmd;

namespace parley {

// What seats and rungs point to must live until the frame is drawn.  Per dot: rung 0..5 (see Rung) picks colour from a palette of 6 RGBA (0xAABBGGRR); Left is drawn hollow.
struct TownPicture {
    const Seats* seats;
    std::span<const std::uint8_t> rungs;        // [n_customers]
    std::array<std::uint32_t, 6> palette;
    float x, y, w, h;                            // CSS pixels on the canvas
    std::uint64_t stamp;                         // changes when rungs changed: upload only then
};
// Called by the view while building the frame; drawn where it was added (through an ImGui draw callback).  In headless tests it only
// counts the dots.  slot: 0 or 1, which town.
void draw_town(int slot, const TownPicture& picture);
int town_dots(int slot);                         // of the last picture
const TownPicture& town_picture(int slot);

// The platform's part: called while ImGui's draw list is carried out, with the slot as user data.
using TownPainter = void (*)(const ImDrawList*, const ImDrawCmd*);
void set_town_painter(TownPainter painter);

}  // namespace parley
