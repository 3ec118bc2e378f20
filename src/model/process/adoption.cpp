// Adoption: how a durable spreads; who decides today to have one.
//
// ODD: submodel "Adoption of durables".  Off in categories that are bought again.
// Reads   ownership, adstock, network
// Writes  today.occasions, occasions, ownership, flags (aware)
// Math    h = p (1 - w exp(-adstock)) + q (owning ties / ties), per year;  P(adopt today) = 1 - exp(-h / 365);
//         an owner gives up with chance abandonment.  With w = 0, everyone tied to everyone and no abandonment: Bass (1969).
// Source  Bass 1969; Sultan, Farley & Lehmann 1990 (p, q); Fibich & Gibori 2010 (networks).
// Cost    O(customers) exponentials; ties only of those who begin or end to own.
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {
namespace {

void own(const Model& model, World& world, std::uint32_t customer, bool owns) {
    Ownership& o = world.ownership;
    if ((o.owns[customer] != 0) == owns) return;
    o.owns[customer] = owns;
    o.owners += owns ? 1 : -1;
    if (o.owning_ties.empty()) return;
    const Network& network = model.people->network;
    for (std::uint32_t k = 0; k < network.degree(customer); ++k) o.owning_ties[network.tie(customer, k)] += owns ? 1 : -1;
}

}  // namespace

void begin_owning(const Model& model, World& world, std::uint32_t customer) { own(model, world, customer, true); }

void adoption(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    if (!is(model.phases.front().market.category, Category::durable)) return;
    const Network& network = model.people->network;
    const Ownership& o = world.ownership;
    const Stream luck(model.people->seed, model.people->pair, Purpose::Adoption, world.day);
    const double p = market.innovation / 365, q = market.imitation / 365, needs = market.innovation_needs_reach;
    std::vector<Occasion>& today = world.today.occasions;

    // Everyone decides by what yesterday left; who gives up today does so after that.
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        if (o.owns[i]) continue;
        const std::uint32_t ties = network.sources(i), owning = network.complete ? o.owners : o.owning_ties[i];
        const double reached = needs > 0 ? 1 - needs * exp(-static_cast<double>(world.minds.adstock[i])) : 1;
        const double hazard = p * reached + (ties > 0 ? q * owning / ties : 0.0);
        if (luck.uniform(i) >= 1 - exp(-hazard)) continue;
        today.push_back({i, 0, 0.0f});
        world.minds.flags[i] |= kAware;
        if (world.trace && world.trace->customer == i) {
            const double chance = 1 - exp(-hazard);
            world.trace->notices.push_back({world.day, chance * p * reached / hazard, false, i});
            world.trace->notices.push_back({world.day, chance * (1 - p * reached / hazard), true, i});
        }
    }
    world.record[Observable::occasions] = static_cast<std::int64_t>(today.size());

    if (market.abandonment <= 0) return;
    const Stream leaving(model.people->seed, model.people->pair, Purpose::Abandonment, world.day);
    for (std::uint32_t i = 0; i < model.people->size; ++i)
        if (o.owns[i] && leaving.chance(market.abandonment, i)) own(model, world, i, false);
}

}  // namespace parley::process
