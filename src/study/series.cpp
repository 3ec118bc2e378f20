#include "study/series.h"

#include "model/rng.h"

namespace parley {

std::uint64_t mix_into(std::uint64_t digest, std::uint64_t value) { return mix64((digest ^ value) + 0x9e3779b97f4a7c15u); }

std::uint64_t digest_of(const PairResult& result) {
    // Sizes go in as well, so that a day moved from one arm to the next shows.
    std::uint64_t digest = mix_into(kObservables, result.arms.size());
    for (const Series& series : result.arms) {
        digest = mix_into(digest, series.size());
        for (const DayRecord& day : series)
            for (const std::int64_t value : day.values) digest = mix_into(digest, static_cast<std::uint64_t>(value));
    }
    return digest;
}

std::string hex_of(std::uint64_t digest) {
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i) text[i] = "0123456789abcdef"[digest >> (60 - 4 * i) & 15];
    return text;
}

}  // namespace parley
