// Files: read whole, written whole or not at all.
#pragma once
#include <optional>
#include <string>

#include "cli/console.h"

namespace parley {

// The first `limit` bytes of a file; nothing, and a sentence in why, when it cannot be read.
std::optional<std::string> read_file(const std::string& path, std::size_t limit, std::string& why);

// Writes beside the target and renames, so that a reader sees the old file or the new one.  A device or pipe is written directly.
// False, and a sentence in why, when that is not possible; then nothing is left behind.
bool write_file(const std::string& path, const std::string& text, std::string& why);

// Whether write_file could work, told before the work starts.
bool can_write(const std::string& path, std::string& why);

// A result to stdout or to the file of --out (empty: stdout).  kDone or kNoFile.
int deliver(Console& console, const std::string& text, const std::string& path);

}  // namespace parley
