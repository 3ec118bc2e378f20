// Occasions: who comes to buy in the category today.
//
// ODD: submodel "Occasions".  Both arms share these days: a strategy moves what people choose, not when they need it.
// Reads   traits.quiet and appetite
// Writes  today.occasions, occasions, flags (stocked)
// Math    n ~ Poisson(appetite);  the chance of none, traits.quiet, is stored
// Source  Ehrenberg, Uncles & Goodhardt 2004 (NBD).  Cost O(customers).
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {

void occasions(const Model& model, World& world) {
    const Traits& traits = model.people->traits;
    const Stream luck(model.people->seed, model.people->pair, Purpose::Occasions, world.day);
    std::vector<Occasion>& today = world.today.occasions;
    today.clear();
    if (is(model.phases.front().market.category, Category::durable)) return;  // adoption decides
    std::vector<std::uint8_t>& flags = world.minds.flags;
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        const float u = low_unit(luck.bits(i));
        if (u < traits.quiet[i]) continue;
        const int n = std::max(1, std::min(15, poisson_from(traits.appetite[i], static_cast<double>(u))));
        if (flags[i] & kStocked) {  // the cupboard is full: this once
            flags[i] &= static_cast<std::uint8_t>(~kStocked);
            continue;
        }
        for (int k = 0; k < n; ++k) today.push_back({i, static_cast<std::uint8_t>(k), 0.0f});
    }
    world.record[Observable::occasions] = static_cast<std::int64_t>(today.size());
}

}  // namespace parley::process
