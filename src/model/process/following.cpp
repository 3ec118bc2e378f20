// Following: people begin to follow the brand; posts that do not fit make followers mute it.
//
// ODD: submodel "Follow and mute".  A mute stops posts, not paid impressions.
// Reads   attitude, trust, irritation, last_purchase, today.readers
// Writes  flags (follower, muted), next_follow, firm.follow_bound, new_followers, mutes
// Math    P(follow) = rate x (1 + buyer_follow x [bought recently]) x (1 + attitude) x (0.5 + appetite / mean appetite);
//         P(mute per post) = mute_rate x (promo + (1 - promo) / 4) x (1 - fit) x exp(irritation / 2) + distrust x [trust < 0.2]
//         Following is thought of on days drawn by the largest chance a person can have (geometric gaps), and happens then with
//         the share of it that she has: the same law as a draw every day (thinning; Lewis & Shedler 1979).
// Source  Nelson-Field et al. 2012, ExactTarget 2011 (market.def)
// Cost    O(customers) comparisons, two logarithms for each who thinks of it.
#include <algorithm>
#include <cmath>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {

void following(const Model& model, World& world) {
    const std::size_t p = model.phase_on(world.day);
    const Phase& phase = model.phases[p];
    const Market& market = phase.market;
    const Traits& traits = model.people->traits;
    const std::uint64_t seed = model.people->seed, pair = model.people->pair;
    Minds& m = world.minds;
    DayRecord& record = world.record;

    // Mutes: only those who saw a post today.
    if (!world.today.readers.empty()) {
        const Stream muting(seed, pair, Purpose::Muting, world.day);
        const MessageFit fits(phase, world.firm);
        for (const auto& [i, posts] : world.today.readers) {
            const float fit = fits(traits.interest[i]);
            const double per_post = market.mute_rate * model.rates[p].promo_weight * (1 - fit) * exp(0.5 * m.irritation[i]) +
                                    (m.trust[i] < 0.2f ? market.distrust_mute : 0.0);
            if (!muting.chance(std::min(1.0, per_post * posts), i)) continue;
            m.flags[i] |= kMuted;
            ++record[Observable::mutes];
            note(world, Happening::Mute, i);
            receive(world, i, Trace::Muted);
        }
    }

    // Bought followers: random people, whether they know the brand or not.
    if (const int bought = world.today.effort.bought_followers; bought > 0) {
        const Stream lot(seed, pair, Purpose::BoughtFollowers, world.day);
        for (int k = 0; k < bought; ++k) {
            const auto i = static_cast<std::uint32_t>(lot.uniform(static_cast<std::uint64_t>(k)) * model.people->size);
            if (m.flags[i] & kFollower) continue;
            m.flags[i] |= kFollower;
            ++record[Observable::new_followers];
            note(world, Happening::Follow, i);
            receive(world, i, Trace::Followed);
        }
    }

    // When each thinks of following: geometric gaps at the largest chance there can be.
    const double mean_appetite = market.purchases_per_year / 365;
    const Stream luck(seed, pair, Purpose::Following, world.day);
    const double factor = market.follow_rate * (1 + market.buyer_follow) * 2;
    const auto bound = [&](std::uint32_t i) { return std::min(1.0, factor * (0.5 + traits.appetite[i] / mean_appetite)); };
    const auto gap = [&](std::uint32_t i) {
        const double rate = bound(i);
        if (rate >= 1) return 1.0f;
        return rate > 0 ? 1 + std::floor(static_cast<float>(log(luck.uniform(i, 1)) / log(1 - rate))) : kEndless;
    };
    const auto today = static_cast<float>(world.day);
    if (factor != world.firm.follow_bound) {  // gaps have no memory: they may be drawn anew
        world.firm.follow_bound = factor;
        for (std::uint32_t i = 0; i < model.people->size; ++i) m.next_follow[i] = today - 1 + gap(i);
    }
    const int recent = world.day - static_cast<int>(market.recent_days);
    for_each_at_most(m.next_follow.data(), model.people->size, today, [&](std::uint32_t i) {
        m.next_follow[i] = m.flags[i] & kFollower ? kEndless : today + gap(i);
        if ((m.flags[i] & (kAware | kFollower)) != kAware) return;
        const double boost = m.last_purchase[i] >= recent ? 1 + market.buyer_follow : 1;
        const double chance = market.follow_rate * boost * (1 + m.attitude[i]) * (0.5 + traits.appetite[i] / mean_appetite);
        if (luck.uniform(i) * bound(i) >= chance) return;
        m.flags[i] |= kFollower;
        ++record[Observable::new_followers];
        note(world, Happening::Follow, i);
        receive(world, i, Trace::Followed);
    });
}

}  // namespace parley::process
