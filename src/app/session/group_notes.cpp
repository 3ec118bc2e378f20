#include "app/session/group_notes.h"

namespace parley {

std::string kept_words(std::string_view words, std::size_t most) {
    std::string out;
    for (const char c : words)
        if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) out += c;
    const std::size_t from = out.find_first_not_of(" \n\t");
    if (from == std::string::npos) return {};
    out = out.substr(from, out.find_last_not_of(" \n\t") - from + 1);
    return shortened(out, most);
}

}  // namespace parley
