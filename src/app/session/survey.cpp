#include "app/session/survey.h"

#include <algorithm>

#include "scenario/scenario_json.h"
#include "study/ensemble.h"

namespace parley {

Survey::Survey(std::unique_ptr<Sweep> sweep, std::uint32_t first) : sweep_(std::move(sweep)), first_(first) {}

std::optional<Survey::Job> Survey::next(int worker, int workers) {
    std::optional<Job> best;
    std::pair<int, int> best_rank{};
    const std::vector<SweepPoint>& points = sweep_->points();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const SweepPoint& point = points[i];
        if (static_cast<int>(point.worlds.size()) >= point.wanted) continue;
        const std::uint32_t number = first_ + static_cast<std::uint32_t>(i);
        for (int pair = 0; pair < point.wanted; ++pair) {
            const std::pair rank{point.turn, pair % workers == worker ? 0 : 1};
            if ((best && rank >= best_rank) || point.has(pair) || given_.count({number, pair})) continue;
            best = Job{number, pair};
            best_rank = rank;
        }
    }
    if (best) given_.insert({best->ensemble, best->pair});
    return best;
}

bool Survey::wanted(std::uint32_t ensemble, int pair) const {
    if (!owns(ensemble) || pair < 0) return false;
    const SweepPoint& point = sweep_->points()[ensemble - first_];
    return pair < point.wanted && !point.has(pair);
}

bool Survey::deliver(std::uint32_t ensemble, std::span<const std::uint8_t> packed) {
    if (!owns(ensemble)) return false;
    const Scenario& around = sweep_->around();
    const std::optional<PairResult> result = unpack(packed, around.arms.size(), static_cast<std::size_t>(around.run.days));
    if (!result || !wanted(ensemble, result->pair)) return false;
    sweep_->add(ensemble - first_, *result);
    return true;
}

std::string Survey::scenario_text(std::uint32_t ensemble) const { return owns(ensemble) ? write_scenario(sweep_->scenario_at(ensemble - first_)) : std::string(); }

}  // namespace parley
