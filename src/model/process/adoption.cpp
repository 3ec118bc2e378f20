// Adoption: how a durable spreads; who decides today to have one.
//
// ODD: submodel "Adoption of durables".  Off in categories that are bought again.
// Reads   ownership, adstock, network
// Writes  today.due and occasions, occasions, ownership, flags (aware)
// Math    h = p (1 - w exp(-adstock)) + q (owning ties / ties), per year;  P(adopt today) = 1 - exp(-h / 365);
//         an owner gives up with chance abandonment.  With w = 0, everyone tied to everyone and no abandonment: Bass (1969).
//         Nobody draws every day: a share of hazard drawn from Exp(1) is worn down by h / 365 a day and used up, by chance, on the
//         same days as daily draws would choose.  Owners wear theirs down by -ln(1 - abandonment).
// Source  Bass 1969; Sultan, Farley & Lehmann 1990 (p, q); Fibich & Gibori 2010 (networks).
// Cost    O(customers) in lanes; ties only of those who begin or end to own.
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

// Hazards of one day, for one customer or for eight.
struct Hazard {
    float innovation, needs, imitation, leaving;

    // Of one without it: unprompted, and by each tie who owns.
    template <class F>
    PARLEY_IN_LANES F unprompted(const F& adstock) const { return innovation * (1 - needs * exp_fast(-adstock)); }
    float per_tie(std::uint32_t ties) const { return imitation / static_cast<float>(std::max(1u, ties)); }
};

// What is worn off everyone's hazard today.  per_tie(F, i): hazard by each tie who owns, of customers i, i + 1, ..
template <bool any_owner, bool reached, class PerTie>
PARLEY_IN_LANES void wear_down(const Hazard& hazard, const float* adstock, Ownership& o, std::uint32_t n, PerTie per_tie) {
    const Hazard day = hazard;
    const std::uint8_t* owns = o.owns.data();
    const std::uint32_t* owning = o.owning_ties.data();
    float* until = o.until.data();
    for_lanes(n, [=]<class F>(std::uint32_t i) PARLEY_LOOP {
        F adopting = F{} + day.innovation;
        if constexpr (reached) adopting = day.unprompted(load<F>(adstock + i));
        adopting = adopting + per_tie.template operator()<F>(i) * (any_owner ? to_float<F>(load<IntsOf<F>>(owning + i)) : F{} + 1);
        store(until + i, load<F>(until + i) - choose(widen<F>(owns + i), F{} + day.leaving, adopting));
    });
}

template <bool reached>
PARLEY_IN_LANES void wear_down_on(const Network& network, const Hazard& day, const float* adstock, Ownership& o) {
    const std::uint32_t n = network.size(), *first = network.first.data();
    if (network.complete) {
        const float all = day.per_tie(n - 1) * static_cast<float>(o.owners);
        wear_down<false, reached>(day, adstock, o, n, [=]<class F>(std::uint32_t) PARLEY_LOOP { return F{} + all; });
    } else if (network.listens_to > 0) {
        const float each = day.per_tie(network.listens_to);
        wear_down<true, reached>(day, adstock, o, n, [=]<class F>(std::uint32_t) PARLEY_LOOP { return F{} + each; });
    } else {
        wear_down<true, reached>(day, adstock, o, n, [=]<class F>(std::uint32_t i) PARLEY_LOOP {
            const IntsOf<F> ties = load<IntsOf<F>>(first + i + 1) - load<IntsOf<F>>(first + i);
            return day.imitation / most(to_float<F>(ties), 1.0f);
        });
    }
}

PARLEY_LANES void wear_down_all(const Network& network, const Hazard& day, const float* adstock, Ownership& o) {
    if (day.needs > 0) wear_down_on<true>(network, day, adstock, o);
    else wear_down_on<false>(network, day, adstock, o);
}

}  // namespace

void begin_owning(const Model& model, World& world, std::uint32_t customer) { own(model, world, customer, true); }

void adoption(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    if (!is(model.phases.front().market.category, Category::durable)) return;
    const Network& network = model.people->network;
    Ownership& o = world.ownership;
    const Hazard day{static_cast<float>(market.innovation / 365), static_cast<float>(market.innovation_needs_reach),
                     static_cast<float>(market.imitation / 365), static_cast<float>(-log(std::max(1e-300, 1 - market.abandonment)))};
    std::vector<Occasion>& today = world.today.occasions;
    std::vector<std::uint32_t>& due = world.today.due;

    // Everyone decides by what yesterday left; who gives up today does so after that.
    wear_down_all(network, day, world.minds.adstock.data(), o);
    for_each_at_most(o.until.data(), model.people->size, 0, [&](std::uint32_t i) { due.push_back(i); });
    const Draws luck(Stream(model.people->seed, model.people->pair, Purpose::Adoption, world.day));
    for (const std::uint32_t i : due) {
        if (!network.complete) __builtin_prefetch(network.ties.data() + network.first[i]);  // told today, by those who leave or buy
        o.until[i] = -log_fast(luck.uniform(i));
        if (o.owns[i]) continue;
        today.push_back({i, 0, 0.0f});
        know(world, i);
        if (world.trace && world.trace->customer == i) {
            const double owning = network.complete ? o.owners : o.owning_ties[i];
            const double unprompted = day.unprompted(world.minds.adstock[i]), hazard = unprompted + day.per_tie(network.sources(i)) * owning;
            const double chance = 1 - exp(-hazard);
            world.trace->notices.push_back({world.day, chance * unprompted / hazard, false, i});
            world.trace->notices.push_back({world.day, chance * (1 - unprompted / hazard), true, i});
        }
    }
    for (const std::uint32_t i : due)
        if (o.owns[i]) own(model, world, i, false);
    world.record[Observable::occasions] = static_cast<std::int64_t>(today.size());
}

}  // namespace parley::process
