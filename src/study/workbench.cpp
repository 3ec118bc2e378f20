#include "study/workbench.h"

#include <chrono>

#include "scenario/scenario_json.h"

namespace parley {

bool Workbench::begin(std::string_view scenario_text, int pair) {
    run_.reset();
    if (!scenario_ || text_ != scenario_text) {
        Diagnostics problems;
        scenario_ = parse_scenario(scenario_text, problems);
        text_ = scenario_text;
    }
    if (scenario_) run_.emplace(*scenario_, pair);
    return scenario_.has_value();
}

bool Workbench::work(double budget_ms) {
    if (!run_) return false;
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    while (run_->advance(1))
        if (std::chrono::duration<double, std::milli>(Clock::now() - start).count() >= budget_ms) return false;
    return true;
}

std::vector<std::uint8_t> Workbench::take() {
    std::vector<std::uint8_t> bytes = pack(run_->result());
    run_.reset();
    return bytes;
}

}  // namespace parley
