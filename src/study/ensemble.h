// Ensemble: the paired worlds of one scenario, in whatever order they arrive.
//
// Pure bookkeeping: someone else (threads, workers, a time slice) makes PairResults; the ensemble keeps them by pair number,
// so the outcome does not depend on who finished first.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenario/scenario.h"
#include "study/series.h"

namespace parley {

class Ensemble {
public:
    // The scenario is kept with these numbers of pairs and seed in its run.
    Ensemble(Scenario scenario, int pairs, std::uint32_t seed);

    void add(PairResult result);       // a pair delivered twice is counted once; one of another shape not at all
    bool has(int pair) const;
    const PairResult* find(int pair) const;  // nullptr where missing
    void forget_from(int pair);        // those that arrived from this pair on
    int next_missing(int from = 0) const;  // -1 if none
    int pairs() const { return pairs_; }
    int done() const { return done_; }
    bool complete() const { return done_ == pairs_; }
    const Scenario& scenario() const { return scenario_; }
    std::vector<const PairResult*> results() const;  // those that arrived, by pair number

    // 16 hex digits over every daily observable of every arm and pair that arrived, in pair order.
    std::string digest() const;

private:
    Scenario scenario_;
    int pairs_, done_ = 0;
    std::vector<PairResult> results_;     // [pairs], pair == -1 where missing
    std::vector<std::uint64_t> digests_;  // [pairs] of each result
};

// Runs all missing pairs on `jobs` threads (1 where threads do not exist); progress is called with done and total after each pair,
// from the calling thread only, and may return false to stop.
void run_ensemble(Ensemble& ensemble, int jobs, const std::function<bool(int done, int total)>& progress = {});

// A result as bytes for a worker's message: int64 little endian; restore gives nothing when the bytes do not fit the scenario.
std::vector<std::uint8_t> pack(const PairResult& result);
std::optional<PairResult> unpack(std::span<const std::uint8_t> bytes, std::size_t arms, std::size_t days);

}  // namespace parley
