// Commands: what the rows of the key table do.  Buttons that do the same call the same function.
#pragma once
#include <string_view>

#include "app/frame.h"
#include "app/session/keys.h"

namespace parley {

// A key was pressed, by the name the browser gives it.  Returns whether it meant something; otherwise it stays the browser's.
bool press_key(Session& session, ViewState& state, std::string_view name, bool shift);

// The row's command; name is the key, for rows that stand for several.  false: it has nothing to do now.
bool carry_out(Session& session, ViewState& state, const KeyRow& row, std::string_view name);

}  // namespace parley
