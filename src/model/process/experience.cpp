// Experience: buyers find out what they bought; some fail, some tell, some post.
//
// ODD: submodel "Experience".
// Reads   today.choosers, firm.quality
// Writes  attitude, trust, failed, outbox (tells and posts), reviews, failures, peer_posts, negative_posts
// Math    P(fail) = failure_rate x (1 - Q) / 0.15;  s = clip(slope Q + base + noise z - loss [fail], -1, 1);
//         attitude += learning x (s - attitude);  trust += trust_learning x (s > 0 ? s (1 - trust) : s trust);
//         strength = base + (1 - base) s^2 (1 + negativity [s < 0]);  tells ~ Poisson(tell_rate x strength);
//         P(post) = chance of the person's voice x strength x (1 +- reply_reviews x share answered);  a post is also a public review
// Source  Anderson 1998 (U shape), East et al. 2007 (ratio), Nielsen 2006 (voices).  Cost O(purchases).
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {

void experience(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    const Traits& traits = model.people->traits;
    const std::uint64_t seed = model.people->seed, pair = model.people->pair;
    const Stream luck(seed, pair, Purpose::Experience, world.day);
    const Stream telling(seed, pair, Purpose::Telling, world.day), posting(seed, pair, Purpose::Posting, world.day);
    Minds& m = world.minds;
    Firm& firm = world.firm;
    DayRecord& record = world.record;

    const double fail_chance = std::min(1.0, market.failure_rate * (1 - firm.quality) / 0.15);
    const double expected = market.satisfaction_slope * firm.quality + market.satisfaction_base;
    const std::array<double, 3> voices = voice_chances(market);
    for (const std::uint32_t o : world.today.choosers) {
        const Occasion& occasion = world.today.occasions[o];
        const std::uint32_t i = occasion.customer;
        const bool failed = luck.chance(fail_chance, i, 2u * occasion.slot);
        const double noise =
            market.satisfaction_noise > 0 ? market.satisfaction_noise * normal_from(luck.uniform(i, 2u * occasion.slot + 1)) : 0;
        const auto s = static_cast<float>(std::clamp(expected + noise - (failed ? market.failure_loss : 0.0), -1.0, 1.0));
        if (failed) {
            ++record[Observable::failures];
            receive(world, i, Trace::Failed);
            // One failure a day is enough to complain about.
            if (occasion.slot == 0 || world.failed.empty() || world.failed.back() != i) world.failed.push_back(i);
        }
        if (market.attitude_learning > 0) world.stirred |= kAttitude;
        if (market.trust_learning > 0) world.stirred |= kTrust;
        m.attitude[i] += static_cast<float>(market.attitude_learning) * (s - m.attitude[i]);
        m.trust[i] += static_cast<float>(market.trust_learning) * (s > 0 ? s * (1 - m.trust[i]) : s * m.trust[i]);

        // Strong experiences are talked about, bad ones a little more.
        const double strength =
            market.tell_base + (1 - market.tell_base) * s * s * (s < 0 ? 1 + market.tell_negativity : 1.0);
        const int tells = market.tell_rate > 0 ? std::min(12, poisson_from(market.tell_rate * strength, telling.uniform(i, occasion.slot))) : 0;
        if (tells > 0) receive(world, i, Trace::Told, i, s);
        for (int t = 0; t < tells; ++t)
            world.outbox.push_back({i, Message::Tell, static_cast<std::uint8_t>(12 * occasion.slot + t), s, 0.0f});
        const double answered = s >= 0 ? 1 + market.reply_reviews * firm.answered : 1 - market.reply_reviews * firm.answered;
        if (posting.chance(std::min(1.0, voices[traits.voice[i]] * strength * answered), i, occasion.slot)) {
            world.outbox.push_back({i, Message::Post, static_cast<std::uint8_t>(200 + occasion.slot), s, 0.0f});
            (s >= 0 ? firm.good_reviews : firm.bad_reviews) += 1;
            ++record[Observable::peer_posts];
            record[Observable::negative_posts] += s < 0;
            note(world, Happening::PeerPost, i);
            receive(world, i, Trace::Posted, i, s);
        }
    }
}

}  // namespace parley::process
