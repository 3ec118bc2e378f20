// Series: the daily observables of one arm of one world.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "model/observation.h"

namespace parley {

using Series = std::vector<DayRecord>;  // [days], day 1 first

// What one pair of worlds leaves behind: one series per arm, and a digest over all of them.
struct PairResult {
    int pair = -1;
    std::vector<Series> arms;  // [arms]
};

// 64-bit digest of one pair: every observable of every day of every arm.
std::uint64_t digest_of(const PairResult& result);

std::uint64_t mix_into(std::uint64_t digest, std::uint64_t value);  // one more value; the order counts
std::string hex_of(std::uint64_t digest);                           // 16 hex digits

}  // namespace parley
