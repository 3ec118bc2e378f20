// The half of platform/town_renderer.h that needs no GL: notes what is to be drawn and where in ImGui's order.
#include <cassert>
#include <cstdint>

#include "app/platform/town_renderer.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr int kSlots = 2;
TownPicture pictures[kSlots];
TownPainter paint = nullptr;

}  // namespace

void draw_town(int slot, const TownPicture& picture) {
    assert(slot >= 0 && slot < kSlots && picture.seats && picture.rungs.size() == picture.seats->of.size());
    pictures[slot] = picture;
    if (!paint) return;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCallback(paint, reinterpret_cast<void*>(static_cast<std::intptr_t>(slot)));
    list->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

int town_dots(int slot) { return static_cast<int>(pictures[slot].rungs.size()); }
const TownPicture& town_picture(int slot) { return pictures[slot]; }
void set_town_painter(TownPainter painter) { paint = painter; }

}  // namespace parley
