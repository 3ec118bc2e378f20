// Link: a state as the text that web/link.js compresses into the address (#s=…), and back.
//
// Lines of a word, a blank and what it holds; lines with a word nobody knows are passed over, so that more can be said later:
//   1 9c2f01ab                                version, and a check over everything after this line
//   engine 0.2.0
//   shipped 01_billboard_or_dialogue          or at the very end:  file, a blank and the whole text of a scenario
//   set arms.1.strategy.listen 30             what differs from it, as many as there are
//   day 140
// Never in it: a result, a forecast.  A link that fails its check opens no half of a fight: the scenario as it is shipped, if the
// id can be read.   Errors  what is wrong with the link, in words.
#pragma once
#include "app/session/keep.h"

namespace parley {

struct LinkRead {
    std::optional<Desk> desk;   // the state; when there are problems, the nearest sound one, if any
    Diagnostics problems;
    std::string engine;         // that made the link; empty if it does not say
};

inline constexpr int kLinkVersion = 1;

// Whether someone else could open it: not a file, not an address of one's own computer.
bool link_travels(std::string_view address);

std::string write_link(const Desk& desk);
LinkRead read_link(std::string_view text);

}  // namespace parley
