// The engine inside a worker of the page: a Workbench and a Benchmark behind C functions.  web/worker.js calls them.
#include <emscripten.h>

#include <optional>
#include <string>
#include <string_view>

#include "scenario/scenario_json.h"
#include "study/bench_reference.h"
#include "study/bench_report.h"
#include "study/workbench.h"

namespace {

parley::Workbench bench;
std::vector<std::uint8_t> result;

std::optional<parley::Benchmark> benchmark;
std::string benchmark_result;

double seconds_now() { return emscripten_get_now() / 1000; }
double memory_now() { return 65536.0 * static_cast<double>(__builtin_wasm_memory_size(0)); }  // it never shrinks

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

// A work by its place among kBenchWorks; text: the scenario of the works but the first.
EMSCRIPTEN_KEEPALIVE int engine_bench(int work, const char* text, int size, double customers, int quick) {
    parley::Diagnostics problems;
    const auto scenario = parley::parse_scenario({text, static_cast<std::size_t>(size)}, problems);
    if (!scenario) return 0;
    benchmark.emplace(parley::kBenchWorks[work], *scenario, parley::Benchmark::Options{customers, 1, quick != 0},
                      parley::BenchMachine{seconds_now, seconds_now, memory_now});
    return benchmark->turns();
}
// Turns left.
EMSCRIPTEN_KEEPALIVE int engine_bench_turn() {
    benchmark->advance();
    return benchmark->turns() - benchmark->done();
}
EMSCRIPTEN_KEEPALIVE const char* engine_bench_result() {
    benchmark_result = parley::bench_json(benchmark->result());
    return benchmark_result.c_str();
}
EMSCRIPTEN_KEEPALIVE double engine_plain_loop() {
    parley::PlainContagion plain;
    parley::plain_loop_ns(plain, seconds_now);
    return parley::plain_loop_ns(plain, seconds_now);
}

}  // extern "C"
