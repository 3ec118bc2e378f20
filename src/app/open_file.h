// Open file: where a dropped or chosen file goes, a scenario to the session, a team's file to the arena.
#pragma once
#include <string>
#include <string_view>

#include "app/frame.h"

namespace parley {

// Nothing is lost by a bad file: it is refused in the panel it was meant for, and everything else stays as it is.
void open_file(Session& session, ViewState& state, const std::string& name, std::string_view text);

}  // namespace parley
