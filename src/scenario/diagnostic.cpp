#include "scenario/diagnostic.h"

namespace parley {

std::string describe(const std::string& file, const Diagnostic& diagnostic) {
    std::string out = file;
    if (diagnostic.line > 0) out += ':' + std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column);
    if (!out.empty()) out += ": ";
    if (!diagnostic.path.empty()) out += diagnostic.path + ": ";
    return out + diagnostic.message;
}

}  // namespace parley
