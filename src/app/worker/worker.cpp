// The engine inside a worker of the page: a Workbench behind C functions.  web/worker.js calls them.
#include <emscripten.h>

#include <string_view>

#include "study/workbench.h"

namespace {

parley::Workbench bench;
std::vector<std::uint8_t> result;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int engine_begin(const char* text, int size, int pair) {
    return bench.begin({text, static_cast<std::size_t>(size)}, pair);
}

// 1 when the pair is done.
EMSCRIPTEN_KEEPALIVE int engine_work(double budget_ms) { return bench.work(budget_ms); }

EMSCRIPTEN_KEEPALIVE const std::uint8_t* engine_result() {
    result = bench.take();
    return result.data();
}
EMSCRIPTEN_KEEPALIVE int engine_result_size() { return static_cast<int>(result.size()); }

}  // extern "C"
