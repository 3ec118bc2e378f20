#include "study/ensemble.h"

#include <cassert>
#include <utility>

namespace parley {

Ensemble::Ensemble(Scenario scenario, int pairs, std::uint32_t seed)
    : scenario_(std::move(scenario)),
      pairs_(pairs),
      results_(static_cast<std::size_t>(pairs)),
      digests_(static_cast<std::size_t>(pairs)) {
    assert(pairs >= 1);
    scenario_.run.pairs = pairs;
    scenario_.run.seed = seed;
}

void Ensemble::add(PairResult result) {
    // A late answer of a worker that still has the scenario before the last edit must not count.
    if (result.pair < 0 || result.pair >= pairs_ || has(result.pair)) return;
    if (result.arms.size() != scenario_.arms.size()) return;
    for (const Series& series : result.arms)
        if (series.size() != static_cast<std::size_t>(scenario_.run.days)) return;

    const auto place = static_cast<std::size_t>(result.pair);
    digests_[place] = digest_of(result);
    results_[place] = std::move(result);
    ++done_;
}

bool Ensemble::has(int pair) const { return pair >= 0 && pair < pairs_ && results_[static_cast<std::size_t>(pair)].pair == pair; }

const PairResult* Ensemble::find(int pair) const { return has(pair) ? &results_[static_cast<std::size_t>(pair)] : nullptr; }

void Ensemble::forget_from(int pair) {
    for (; pair < pairs_; ++pair)
        if (has(pair)) results_[static_cast<std::size_t>(pair)] = PairResult{}, --done_;
}

int Ensemble::next_missing(int from) const {
    for (int pair = from < 0 ? 0 : from; pair < pairs_; ++pair)
        if (!has(pair)) return pair;
    return -1;
}

std::vector<const PairResult*> Ensemble::results() const {
    std::vector<const PairResult*> present;
    present.reserve(static_cast<std::size_t>(done_));
    for (const PairResult& result : results_)
        if (result.pair >= 0) present.push_back(&result);
    return present;
}

std::string Ensemble::digest() const {
    std::uint64_t digest = mix_into(0, static_cast<std::uint64_t>(done_));
    for (std::size_t pair = 0; pair < results_.size(); ++pair) {
        if (results_[pair].pair < 0) continue;
        digest = mix_into(digest, pair);
        digest = mix_into(digest, digests_[pair]);
    }
    return hex_of(digest);
}

}  // namespace parley
