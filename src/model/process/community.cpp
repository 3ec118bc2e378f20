// Community: followers who like the brand and know someone there join; activities keep it awake.
//
// ODD: submodel "Community".  Off as long as there is no activity and no member.
// Reads   today.effort.activities, attitude, relationship, flags
// Writes  firm.community, flags (member), likes of nothing else: members choose the brand more readily (Choice)
// Math    P(join) = community_join x (attitude > 0) attitude x (0.1 + 0.9 relationship) for followers, while it is awake;
//         awake -> awake + (1 - awake) / 2 per activity, half-life community_half_life
// Source  Manchanda, Packard & Pattabhiramaiah 2015 (effect of members); joining is an assumption.  Cost O(customers) while on.
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {

void community(const Model& model, World& world) {
    Firm& firm = world.firm;
    const int activities = world.today.effort.activities;
    if (activities == 0 && firm.community == 0) return;
    const Market& market = model.phases[model.phase_on(world.day)].market;
    firm.community *= daily_decay(market.community_half_life);
    for (int k = 0; k < activities; ++k) firm.community += (1 - firm.community) / 2;
    if (firm.community < 1e-6) firm.community = 0;

    const Stream luck(model.people->seed, model.people->pair, Purpose::Community, world.day);
    Minds& m = world.minds;
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        if ((m.flags[i] & (kFollower | kMuted | kMember)) != kFollower || m.attitude[i] <= 0) continue;
        const double chance = market.community_join * firm.community * m.attitude[i] * (0.1 + 0.9 * m.relationship[i]);
        if (luck.chance(std::min(1.0, chance), i)) m.flags[i] |= kMember, receive(world, i, Trace::Joined);
    }
}

}  // namespace parley::process
