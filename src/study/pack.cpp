// A PairResult as bytes, for the message between a worker and the page.
//
// Layout: int64 little endian - mark, pair, arms, days, observables, then every value (arm by arm, day by day), then the digest.
// unpack trusts nothing: a message of the wrong length, shape or digest is no result, and the pair is run again.
#include <limits>

#include "study/ensemble.h"

namespace parley {
namespace {

constexpr std::uint64_t kMark = 0x3159454c52415000u;  // changes with the layout
constexpr std::size_t kHeader = 5, kFooter = 1;       // words

void put(std::vector<std::uint8_t>& bytes, std::uint64_t word) {
    for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<std::uint8_t>(word >> shift));
}

std::uint64_t word_at(std::span<const std::uint8_t> bytes, std::size_t index) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i) word |= static_cast<std::uint64_t>(bytes[8 * index + i]) << (8 * i);
    return word;
}

// The pair's number is part of what must not be damaged.
std::uint64_t seal(const PairResult& result) { return mix_into(digest_of(result), static_cast<std::uint64_t>(result.pair)); }

}  // namespace

std::vector<std::uint8_t> pack(const PairResult& result) {
    const std::size_t days = result.arms.empty() ? 0 : result.arms.front().size();
    std::vector<std::uint8_t> bytes;
    bytes.reserve(8 * (kHeader + result.arms.size() * days * kObservables + kFooter));
    for (const std::uint64_t word : {kMark, static_cast<std::uint64_t>(result.pair), static_cast<std::uint64_t>(result.arms.size()),
                                     static_cast<std::uint64_t>(days), static_cast<std::uint64_t>(kObservables)})
        put(bytes, word);
    for (const Series& series : result.arms)
        for (const DayRecord& day : series)
            for (const std::int64_t value : day.values) put(bytes, static_cast<std::uint64_t>(value));
    put(bytes, seal(result));
    return bytes;
}

std::optional<PairResult> unpack(std::span<const std::uint8_t> bytes, std::size_t arms, std::size_t days) {
    if (bytes.size() != 8 * (kHeader + arms * days * kObservables + kFooter)) return {};
    if (word_at(bytes, 0) != kMark || word_at(bytes, 2) != arms || word_at(bytes, 3) != days || word_at(bytes, 4) != kObservables)
        return {};
    const std::uint64_t pair = word_at(bytes, 1);
    if (pair > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) return {};

    PairResult result;
    result.pair = static_cast<int>(pair);
    result.arms.assign(arms, Series(days));
    std::size_t index = kHeader;
    for (Series& series : result.arms)
        for (DayRecord& day : series)
            for (std::int64_t& value : day.values) value = static_cast<std::int64_t>(word_at(bytes, index++));
    if (word_at(bytes, index) != seal(result)) return {};
    return result;
}

}  // namespace parley
