// Menu: what else there is, one row per panel or deed; the top bar's last button opens it.
#pragma once
#include <span>

#include "app/widgets/paint.h"

namespace parley {

struct MenuRow {
    const char* id;              // of the button
    const char* label;           // text key; its second line is menu.ID
    Panel panel;                 // what it opens; None: do() is called
    void (*carry_out)(Frame& frame);
};
std::span<const MenuRow> menu_rows();

}  // namespace parley
