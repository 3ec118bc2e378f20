// Paints the dots of a town: one draw call, the only GL outside ImGui's backend.
#pragma once
#include "app/platform/town_renderer.h"

namespace parley::platform {

void paint_town(const ImDrawList* list, const ImDrawCmd* command);  // a TownPainter
void forget_towns();                                                // their GL objects are gone with a lost context

}  // namespace parley::platform
