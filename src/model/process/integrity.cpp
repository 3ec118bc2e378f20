// Integrity: people see through a voice warmer than the house; what is hidden, bought or blurted out may come out.
//
// ODD: submodel "Say and do".  Off while the voice is not warmer than the culture and nothing can come out.
// Reads   strategy.human_voice, transparency, bought_posts, voices; firm.culture; today.readers and contacts
// Writes  trust, attitude, flags (saw through), firm.bad_reviews and good_reviews, seen_through, scandals, mentions, negative_posts
// Math    P(see through) = 1 - exp(-gap_detection x gap x touches), touches = posts seen and replies of today; once per person;
//         a scandal: trust x (1 - exposure_loss x (1 - transparency)); a gaffe: attitude - gaffe_loss; of those who know the brand
// Source  "you cannot fake it" (the 2013 article), transparency only when convenient (2011); sizes are assumptions.
// Cost    O(posts seen + contacts); O(customers) on the day of a scandal.
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {
namespace {

void see_through(const Model& model, World& world, double gap) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    const Stream luck(model.people->seed, model.people->pair, Purpose::SeeingThrough, world.day);
    Minds& m = world.minds;
    const auto touch = [&](std::uint32_t i, int touches, std::uint64_t slot) {
        if (m.flags[i] & kSawThrough || !luck.chance(1 - exp(-market.gap_detection * gap * touches), i, slot)) return;
        m.flags[i] |= kSawThrough;
        world.stirred |= kTrust | kAttitude;
        m.trust[i] *= static_cast<float>(1 - market.gap_trust_loss);
        m.attitude[i] = std::max(-1.0f, m.attitude[i] - static_cast<float>(market.gap_attitude_loss));
        ++world.record[Observable::seen_through];
        receive(world, i, Trace::SawThrough);
        if (!luck.chance(market.call_out, i, slot + 1)) return;
        world.outbox.push_back({i, Message::Post, 253, -1.0f, 0.0f});
        world.firm.bad_reviews += 1;
        ++world.record[Observable::peer_posts];
        ++world.record[Observable::negative_posts];
        note(world, Happening::PeerPost, i);
    };
    for (const auto& [customer, posts] : world.today.readers) touch(customer, posts, 0);
    std::uint64_t slot = 2;
    for (const Contact& contact : world.today.contacts)
        if (contact.replied) touch(contact.customer, 1, slot), slot += 2;
}

}  // namespace

void integrity(const Model& model, World& world) {
    const Phase& phase = model.phases[model.phase_on(world.day)];
    const Market& market = phase.market;
    const Strategy& strategy = phase.strategy;
    Firm& firm = world.firm;
    Minds& m = world.minds;
    DayRecord& record = world.record;

    const double gap = strategy.human_voice - firm.culture;
    if (gap > 0 && market.gap_detection > 0) see_through(model, world, gap);

    // Bought praise looks like praise until it comes out.
    const Stream luck(model.people->seed, model.people->pair, Purpose::Scandal, world.day);
    double trust_left = 1;
    if (strategy.bought_posts > 0) {
        firm.fake_carry += strategy.bought_posts;
        const auto fakes = static_cast<std::int64_t>(firm.fake_carry + 1e-9);
        firm.fake_carry -= static_cast<double>(fakes);
        firm.good_reviews += market.fake_credibility * static_cast<double>(fakes);
        record[Observable::mentions] += fakes;
        if (luck.chance(std::min(1.0, market.fake_detection * static_cast<double>(fakes)), 0)) {
            trust_left *= 1 - market.exposure_loss;
            firm.bad_reviews += 20 * market.customers / 5000;
            ++record[Observable::scandals];
        }
    }
    // Both arms share the day on which something would come out; how much there is to find differs.
    if (phase.happens(What::scandal_breaks) && world.day == phase.from_day) {
        trust_left *= 1 - market.exposure_loss * (1 - strategy.transparency);
        ++record[Observable::scandals];
    } else if (market.exposure_hazard > 0 && luck.chance(market.exposure_hazard, 1)) {
        trust_left *= 1 - market.exposure_loss * (1 - strategy.transparency);
        ++record[Observable::scandals];
    }
    double liking_lost = 0;
    if (market.gaffe_rate > 0)
        for (int voice = 0; voice < strategy.voices; ++voice)
            if (luck.chance(market.gaffe_rate, 2, static_cast<std::uint64_t>(voice))) {
                liking_lost += market.gaffe_loss;
                ++record[Observable::scandals];
            }
    if (trust_left == 1 && liking_lost == 0) return;
    world.stirred |= kTrust | kAttitude;
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        if (!(m.flags[i] & kAware)) continue;
        receive(world, i, Trace::Scandal);
        m.trust[i] *= static_cast<float>(trust_left);
        m.attitude[i] = std::max(-1.0f, m.attitude[i] - static_cast<float>(liking_lost));
    }
}

}  // namespace parley::process
