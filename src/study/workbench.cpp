#include "study/workbench.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "scenario/scenario_json.h"

namespace parley {
namespace {

bool alike(const std::vector<Phase>& a, const std::vector<Phase>& b) {
    const auto same = [](const auto& x, const auto& y) { return std::memcmp(&x, &y, sizeof x) == 0; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Phase& x, const Phase& y) {
        return x.from_day == y.from_day && x.happenings == y.happenings && same(x.market, y.market) &&
               same(x.brand, y.brand) && same(x.strategy, y.strategy);
    });
}

// Columns of a world and of the people, ties, and one series per arm: near enough to keep within a limit.
double bytes_of(const Scenario& scenario) {
    return scenario.market.customers * (100 + 8 * scenario.market.mean_ties) +
           static_cast<double>(sizeof(DayRecord)) * scenario.run.days * static_cast<double>(scenario.arms.size());
}

}  // namespace

Workbench::Memory* Workbench::recall(int pair) {
    const auto found = std::find_if(memories_.begin(), memories_.end(), [&](const Memory& m) { return m.pair == pair; });
    return found == memories_.end() ? nullptr : &*found;
}

bool Workbench::begin(std::string_view scenario_text, int pair) {
    run_.reset();
    if (!scenario_ || text_ != scenario_text) {
        Diagnostics problems;
        std::optional<Scenario> scenario = parse_scenario(scenario_text, problems);
        if (!scenario) return false;
        const bool still_true = scenario_ && same_parting(*scenario, *scenario_) && scenario->run.days == scenario_->run.days &&
                                scenario->arms.size() == scenario_->arms.size();
        if (!still_true) memories_.clear(), bytes_ = 0;
        scenario_ = std::move(scenario);
        text_ = scenario_text;
    }

    Memory* memory = recall(pair);
    parted_ = memory != nullptr;
    if (!memory) {
        run_.emplace(*scenario_, pair);
        return true;
    }
    run_.emplace(*scenario_, pair, memory->parting);
    for (std::size_t arm = 0; arm < scenario_->arms.size(); ++arm)
        if (alike(memory->phases[arm], phases_of(*scenario_, arm))) run_->know(arm, memory->arms[arm]);
    return true;
}

void Workbench::remember_parting() {
    std::optional<Parting> parting = run_->parting();
    if (!parting) return;
    parted_ = true;
    if (bytes_ + bytes_of(*scenario_) > most_bytes_) return;
    bytes_ += bytes_of(*scenario_);
    const std::size_t arms = scenario_->arms.size();
    memories_.push_back({run_->result().pair, std::move(*parting), std::vector<std::vector<Phase>>(arms), std::vector<Series>(arms)});
}

bool Workbench::work(double budget_ms) {
    if (!run_) return false;
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    if (!parted_) remember_parting();
    while (run_->advance(1)) {
        if (!parted_) remember_parting();
        if (std::chrono::duration<double, std::milli>(Clock::now() - start).count() >= budget_ms) return false;
    }
    return true;
}

std::vector<std::uint8_t> Workbench::take() {
    const PairResult result = run_->take_result();
    run_.reset();
    if (Memory* memory = recall(result.pair))
        for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
            memory->phases[arm] = phases_of(*scenario_, arm);
            memory->arms[arm] = result.arms[arm];
        }
    return pack(result);
}

}  // namespace parley
