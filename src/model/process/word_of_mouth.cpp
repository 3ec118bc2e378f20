// Word of mouth: what was told yesterday reaches the ties of those who told it.
//
// ODD: submodel "Word of mouth".  Messages made on day t are read on day t + 1, so the order of customers does not matter.
// Reads   inbox (told yesterday), network, traits.interest and voice
// Writes  praise, blame, attitude, flags (aware), outbox (further shares), heard, tells, shares
// Math    a tell reaches one random tie; a post or share each tie with chance peer_reach; a public complaint with
//         chance observer_reach.  praise or blame += 1;  attitude += pull x likeness x (valence - attitude);
//         further share: branching / (degree along ties x reach) x voice / mean voice x (1 + arousal if negative),
//         at most one in share_pause days; negative ones more where complaints are compensated in public, less where the brand
//         apologises;  pull and likeness / (1 + lock_in x messages still remembered)
//         a complaint seen: attitude -= loss x (1 - relief of its public answer)
// Source  Goel et al. 2012, East et al. 2007, Trusov et al. 2009, van Noort & Willemsen 2012 (market.def)
// Cost    O(messages x ties).
#include <algorithm>
#include <cmath>

#include "model/process/process.h"

namespace parley::process {

void word_of_mouth(const Model& model, World& world) {
    const std::size_t p = model.phase_on(world.day);
    const Market& market = model.phases[p].market;
    const Network& network = model.people->network;
    const Traits& traits = model.people->traits;
    const std::uint64_t seed = model.people->seed, pair = model.people->pair;
    const Stream hearing(seed, pair, Purpose::Hearing, world.day), sharing(seed, pair, Purpose::Sharing, world.day);
    Minds& m = world.minds;
    std::int64_t heard = 0;

    const auto hear = [&](const Message& message, std::uint32_t j, std::uint64_t edge, std::uint64_t slot) {
        if (omitted(model, world.day, j, Trace::Heard, message.sender)) return;
        ++heard;
        receive(world, j, Trace::Heard, message.sender, message.valence);
        const float open = market.opinion_lock_in > 0
                               ? static_cast<float>(1 / (1 + market.opinion_lock_in * (m.praise[j] + m.blame[j])))
                               : 1.0f;
        (message.valence >= 0 ? m.praise : m.blame)[j] += 1;
        const float distance = std::abs(traits.interest[message.sender] - traits.interest[j]);
        m.attitude[j] += static_cast<float>(market.peer_influence) * open * (1 - distance) * (message.valence - m.attitude[j]);
        if (!(m.flags[j] & kAware) && hearing.chance(market.learn_from_peer, edge, slot + 2))
            become_aware(world, j, market.learn_from_peer, true, message.sender);
    };

    // Compensation in public makes complaints travel; apology and a private channel calm them.
    const Strategy& strategy = model.phases[p].strategy;
    const double heat = 1 + world.firm.answered * (market.compensation_heat * strategy.compensation - market.apology_calm * strategy.apology);
    const std::array<double, 3> voices = voice_chances(market);
    if (!world.inbox.empty()) world.stirred |= kTalk | kAttitude;
    for (const Message& message : world.inbox) {
        const std::uint32_t ties = network.degree(message.sender);
        if (ties == 0) continue;
        const std::uint64_t first = network.tie_number(message.sender, 0);
        // Four draws per message and tie: seen, shared on, learnt of, and one to spare.
        const std::uint64_t slot = 4u * message.slot;
        if (message.kind == Message::Tell) {
            const auto k = static_cast<std::uint32_t>(hearing.uniform(first, slot) * ties);
            const std::uint32_t j = network.tie(message.sender, k);
            hear(message, j, first + k, slot);
            ++world.record[Observable::tells];
            note(world, Happening::Tell, message.sender, j);
        } else if (message.kind == Message::Complaint) {
            const auto loss = static_cast<float>(market.observer_loss) * (1 - message.relief);
            for (std::uint32_t k = 0; k < ties; ++k) {
                if (!hearing.chance(market.observer_reach, first + k, slot)) continue;
                const std::uint32_t j = network.tie(message.sender, k);
                if (omitted(model, world.day, j, Trace::SawComplaint, message.sender)) continue;
                receive(world, j, Trace::SawComplaint, message.sender);
                float& attitude = m.attitude[j];
                attitude = std::max(-1.0f, attitude - loss);
            }
        } else {
            const double arousal = message.valence < 0 ? (1 + market.negative_arousal) * heat : 1;
            for (std::uint32_t k = 0; k < ties; ++k) {
                if (!hearing.chance(market.peer_reach, first + k, slot)) continue;
                const std::uint32_t j = network.tie(message.sender, k);
                hear(message, j, first + k, slot);
                if (sharing.chance(std::min(1.0, model.rates[p].share_per_voice * voices[traits.voice[j]] * arousal), first + k, slot + 1))
                    pass_on(market, world, j, message.slot, message.valence);
            }
        }
    }
    world.record[Observable::heard] = heard;
}

}  // namespace parley::process
