// Files that travel inside the program, so that it needs no folder beside it.
//
// The arrays are made by web/cmake/embed.cmake at build time. Each file's bytes are followed by a zero byte that `size` does not
// count. A name has no folder and, for .json, no ending.
#pragma once

#include <cstddef>

namespace parley {

struct EmbeddedFile {
    const char* name;           // "01_billboard_or_dialogue", "en", "ODD.md"
    const unsigned char* data;  // [size + 1] bytes, the last one 0
    size_t size;                // bytes
};

extern const EmbeddedFile kEmbeddedScenarios[];  // scenarios/*.json in order of name
extern const size_t kEmbeddedScenarioCount;

}  // namespace parley
