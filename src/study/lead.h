// Lead: what the verdict looks at in each world: both outcomes at the end, and the gap block by block (rules in compare.h).
#pragma once
#include <span>
#include <vector>

#include "study/compare.h"

namespace parley {

inline constexpr int kBlockDays = 28;

struct Lead {                    // of one world
    double a = 0, b = 0;         // the outcome of both arms at the end
    std::vector<double> blocks;  // [blocks] b minus a within the block
};

// Last day of each block; a remainder shorter than a block joins the last one.
std::vector<int> block_ends(int days);
// Cost O(days).
Lead lead_of(const PairResult& world, const OutcomeSpec& outcome, std::size_t a, std::size_t b, double customers, int days);

// Whether a number of worlds is enough of them: shares such as 0.76 of 50 are meant exactly, the rounding of their product is not.
bool enough(int ahead, std::size_t worlds, double share);
// How many of these gaps point in this direction: 1, -1.
int count_ahead(std::span<const double> gaps, int direction);
// [worlds] gaps of blocks first..last taken together.
std::vector<double> gaps_over(std::span<const Lead> worlds, std::size_t first, std::size_t last);

struct LeaderChange {
    int block = 0;      // the first block after it, 0 if there is none
    int direction = 0;  // who leads after it: 1 b, -1 a
};
LeaderChange last_change(std::span<const Lead> worlds, double share);

// Form and direction of the verdict.  gap: b minus a, and the outcome of both arms, as they are told (ratios are pooled).
struct Ruling {
    VerdictForm form = VerdictForm::Close;
    int direction = 0;       // 1 b, -1 a, 0 close
    LeaderChange change{};
};
Ruling ruling_of(std::span<const Lead> worlds, const RunSettings& rules, double gap, double of_a, double of_b);

}  // namespace parley
