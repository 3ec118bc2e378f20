// Agenda in words: what the panel, the top bar and the speaker's notes say alike.
#pragma once
#include <string>

#include "app/session/agenda.h"

namespace parley {

std::string minutes_text(double seconds);                       // "12 min"
std::string block_text(const Block& block, const char* part);   // ".title", ".shows", ".note", ".room"
std::string coming_text(const Agenda& agenda);                  // what the next press does
std::string warning_text(const Agenda& agenda);                 // what is not as planned; empty when all is

}  // namespace parley
