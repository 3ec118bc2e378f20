// Following: people begin to follow the brand; posts that do not fit make followers mute it.
//
// ODD: submodel "Follow and mute".  A mute stops posts, not paid impressions.
// Reads   attitude, trust, irritation, last_purchase, today.seen_posts
// Writes  flags (follower, muted), new_followers, mutes
// Math    P(follow) = rate x (1 + buyer_follow x [bought recently]) x (1 + attitude) x (0.5 + appetite / mean appetite);
//         P(mute per post) = mute_rate x (promo + (1 - promo) / 4) x (1 - fit) x exp(irritation / 2) + distrust x [trust < 0.2]
// Source  Nelson-Field et al. 2012, ExactTarget 2011 (market.def)
// Cost    O(customers): one draw each; all but a few per cent end at a bound that holds for everyone.
#include <algorithm>

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
    const std::vector<std::uint8_t>& seen = world.today.seen_posts;
    if (!seen.empty()) {
        const Stream muting(seed, pair, Purpose::Muting, world.day);
        for (std::uint32_t i = 0; i < seen.size(); ++i) {
            if (!seen[i]) continue;
            const float fit = message_fit(phase, world.firm, traits.interest[i]);
            const double per_post = market.mute_rate * model.rates[p].promo_weight * (1 - fit) * exp(0.5 * m.irritation[i]) +
                                    (m.trust[i] < 0.2f ? market.distrust_mute : 0.0);
            if (!muting.chance(std::min(1.0, per_post * seen[i]), i)) continue;
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

    // Follows: a bound first, the exact chance for the few below it.
    const double mean_appetite = market.purchases_per_year / 365;
    const double bound = market.follow_rate * (1 + market.buyer_follow) * 2 * (0.5 + traits.max_appetite / mean_appetite);
    const Stream luck(seed, pair, Purpose::Following, world.day);
    const int recent = world.day - static_cast<int>(market.recent_days);
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        const double u = luck.uniform(i);
        if (u >= bound || (m.flags[i] & (kAware | kFollower)) != kAware) continue;
        const double boost = m.last_purchase[i] >= recent ? 1 + market.buyer_follow : 1;
        const double chance = market.follow_rate * boost * (1 + m.attitude[i]) * (0.5 + traits.appetite[i] / mean_appetite);
        if (u >= chance) continue;
        m.flags[i] |= kFollower;
        ++record[Observable::new_followers];
        note(world, Happening::Follow, i);
        receive(world, i, Trace::Followed);
    }
}

}  // namespace parley::process
