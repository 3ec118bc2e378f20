// Occasions: who comes to buy in the category today.
//
// ODD: submodel "Occasions".  Both arms share these days: a strategy moves what people choose, not when they need it.
// Reads   next_occasion, traits.appetite
// Writes  next_occasion, today.due and occasions, occasions, flags (stocked)
// Math    occasions are a Poisson process of rate appetite: the wait for the next one is -ln(u) / appetite days, drawn when one
//         has come; those of one day are the times within it, at most 15
// Source  Ehrenberg, Uncles & Goodhardt 2004 (NBD).  Cost O(customers) comparisons, a logarithm for each who comes.
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {
namespace {

constexpr std::uint64_t kMostADay = 15;

// The time of the next occasion of everyone who is due, in lanes.
PARLEY_LANES void draw_next(const Draws luck, const std::vector<std::uint32_t>& due, const float* appetite, float* next) {
    std::array<float, 64> wait;
    for (std::size_t first = 0; first < due.size(); first += wait.size()) {
        const std::size_t size = std::min(wait.size(), due.size() - first);
        for (std::size_t k = 0; k < size; ++k) wait[k] = -log_fast(luck.uniform(due[first + k]));
        for (std::size_t k = 0; k < size; ++k) next[due[first + k]] += wait[k] / appetite[due[first + k]];
    }
}

}  // namespace

void occasions(const Model& model, World& world) {
    std::vector<Occasion>& today = world.today.occasions;
    std::vector<std::uint32_t>& due = world.today.due;
    today.clear();
    due.clear();
    if (is(model.phases.front().market.category, Category::durable)) return;  // adoption decides
    const std::vector<float>& appetite = model.people->traits.appetite;
    const Stream luck(model.people->seed, model.people->pair, Purpose::Occasions, world.day);
    std::vector<std::uint8_t>& flags = world.minds.flags;
    std::vector<float>& next = world.minds.next_occasion;
    const auto end_of_day = static_cast<float>(world.day);

    for_each_at_most(next.data(), model.people->size, end_of_day, [&](std::uint32_t i) { due.push_back(i); });
    draw_next(Draws(luck), due, appetite.data(), next.data());
    for (const std::uint32_t i : due) {
        std::uint64_t n = 1;
        for (; next[i] <= end_of_day && n < kMostADay; ++n) next[i] += -log_fast(static_cast<float>(luck.uniform(i, n))) / appetite[i];
        if (next[i] <= end_of_day) next[i] = end_of_day - log_fast(static_cast<float>(luck.uniform(i, n))) / appetite[i];
        if (flags[i] & kStocked) {  // the cupboard is full: this once
            flags[i] &= static_cast<std::uint8_t>(~kStocked);
            continue;
        }
        for (std::uint8_t slot = 0; slot < n; ++slot) today.push_back({i, slot, 0.0f});
    }
    world.record[Observable::occasions] = static_cast<std::int64_t>(today.size());
}

}  // namespace parley::process
