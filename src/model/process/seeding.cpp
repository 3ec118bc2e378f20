// Seeding: every four weeks the money put by pays people to speak of the brand.
//
// ODD: submodel "Seeding".  Off without money.
// Reads   firm.seed_purse, strategy.seed_who, network, traits.appetite
// Writes  firm.seed_purse, outbox (posts), seeds, mentions
// Math    fee = cost_per_seed x (ties / mean ties)^1.2; people in the wanted order until the purse is empty;
//         each speaks with chance seed_acceptance, the well-connected with twice that
// Source  Hinz, Skiera, Barrot & Becker 2011 (hubs take part more often, and do not persuade more); Bakshy et al. 2011 (fee).
// Cost    O(customers log customers) once in 28 days.
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {

void seeding(const Model& model, World& world) {
    Firm& firm = world.firm;
    if (firm.seed_purse <= 0 || world.day % 28 != 0) return;
    const Phase& phase = model.phases[model.phase_on(world.day)];
    const Network& network = model.people->network;
    const Traits& traits = model.people->traits;
    const std::uint32_t n = model.people->size;
    const Stream luck(model.people->seed, model.people->pair, Purpose::Seeding, world.day);

    // Everyone in the order of choice; lots decide among equals, and among all when anyone will do.
    const double who = phase.strategy.seed_who;
    const bool hubs = is(who, SeedWho::hubs);
    const auto rank = [&](std::uint32_t i) {
        const double lot = luck.uniform(i);
        if (hubs) return network.degree(i) + lot;
        if (is(who, SeedWho::fringe)) return lot - network.degree(i);
        if (is(who, SeedWho::heavy_buyers)) return traits.appetite[i] + 1e-9 * lot;
        if (is(who, SeedWho::light_buyers)) return 1e-9 * lot - traits.appetite[i];
        return lot;
    };
    std::vector<std::pair<double, std::uint32_t>>& lot = world.today.lot;
    lot.resize(n);
    for (std::uint32_t i = 0; i < n; ++i) lot[i] = {-rank(i), i};
    std::sort(lot.begin(), lot.end());

    double ties = 0;
    for (std::uint32_t i = 0; i < n; ++i) ties += network.degree(i);
    const double mean_ties = std::max(1.0, ties / n), accept = std::min(1.0, phase.market.seed_acceptance * (hubs ? 2 : 1));
    for (const auto& [order, i] : lot) {
        const double size = std::max(1.0, static_cast<double>(network.degree(i))) / mean_ties;
        const auto fee = static_cast<double>(static_cast<std::int64_t>(phase.market.cost_per_seed * 100 * pow(size, 1.2) + 0.5));
        if (fee > firm.seed_purse) break;
        firm.seed_purse -= fee;
        ++world.record[Observable::seeds];
        if (!luck.chance(accept, i, 1)) continue;
        world.outbox.push_back({i, Message::Post, 252, 0.5f, 0.0f});
        ++world.record[Observable::mentions];
    }
}

}  // namespace parley::process
