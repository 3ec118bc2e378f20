// Notes: what the second window of the facilitator shows, as JSON: block, times, words, the next step and the verdict.
#pragma once
#include <string>

#include "app/session/agenda.h"
#include "app/session/session.h"

namespace parley {

// masked: results are covered; then no verdict is in it.
std::string notes_json(const Agenda& agenda, const Session& session, bool masked);

}  // namespace parley
