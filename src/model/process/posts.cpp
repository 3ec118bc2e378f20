// Posts: which followers see the brand's posts today, like them, pass them on, answer them.
//
// ODD: submodel "Exposure, attention, adstock, irritation", its first half; called by exposure on days with posts.
// Reads   today.effort, flags, traits.interest, voice and networks, firm.reactions
// Writes  today.readers, thread_starters, posts_seen and reactions, firm.reactions, outbox (shares), shares, likes
// Math    each post with chance organic_reach x (1 + ranking_gain x min(1, 10 reactions)), or boosted
// Source  Social@Ogilvy 2014 (market.def).  Cost O(followers x posts); others cost an eighth of a comparison.
#include <algorithm>
#include <array>

#include "model/process/process.h"

namespace parley::process {

void show_posts(const Model& model, World& world) {
    const std::size_t p = model.phase_on(world.day);
    const Phase& phase = model.phases[p];
    const Market& market = phase.market;
    const Traits& traits = model.people->traits;
    const std::uint64_t seed = model.people->seed, pair = model.people->pair;
    const Stream seeing(seed, pair, Purpose::Posts, world.day), sharing(seed, pair, Purpose::Sharing, world.day);
    const Stream threads(seed, pair, Purpose::Threads, world.day);
    const int posts = world.today.effort.posts;
    const Strategy& strategy = phase.strategy;
    const double share_chance = (1 - strategy.promo_share) * model.rates[p].share_per_voice;
    const std::array<double, 3> voices = voice_chances(market);
    const Stream boosting(seed, pair, Purpose::Boosting, world.day), liking(seed, pair, Purpose::Liking, world.day);
    Today& today = world.today;
    Firm& firm = world.firm;

    // A platform shows more of what people reacted to.  Boosts show each post to a follower at most once a day; what is left of their
    // money buys impressions on everyone.
    const double reach = std::min(1.0, model.rates[p].organic_reach * (1 + market.ranking_gain * std::min(1.0, 10 * firm.reactions)));
    std::int64_t listeners = 0;
    const std::vector<std::uint8_t>& all_flags = world.minds.flags;
    const std::uint32_t n = model.people->size;
    const auto listens = [&](std::uint32_t i) { return (all_flags[i] & (kFollower | kMuted)) == kFollower; };
    if (today.effort.boosted > 0) for_each_with(all_flags.data(), n, kFollower, [&](std::uint32_t i) { listeners += listens(i); });
    const double places = static_cast<double>(listeners) * posts, boost = places > 0 ? std::min(1.0, today.effort.boosted / places) : 0;
    today.effort.impressions += today.effort.boosted - boost * places;

    // What a follower who saw so many of them does.
    const MessageFit fits(phase, firm);
    const auto read = [&](std::uint32_t i, int count) {
        today.readers.push_back({i, static_cast<std::uint8_t>(count)});
        today.posts_seen += count;
        const double fit = fits(traits.interest[i]);
        if (sharing.chance(std::min(1.0, count * share_chance * voices[traits.voice[i]] * fit), i)) pass_on(market, world, i, 255, 1.0f);
        if (liking.chance(std::min(1.0, count * market.like_rate * fit * (1 - 0.5 * strategy.promo_share)), i)) {
            ++world.record[Observable::likes];
            ++today.reactions;
        }
        if (threads.chance(std::min(1.0, count * strategy.open_questions * market.thread_rate), i)) {
            today.thread_starters.push_back(i);
            ++today.reactions;
        }
    };

    // Most followers see none on most days.
    for_each_with(all_flags.data(), n, kFollower, [&](std::uint32_t i) PARLEY_LOOP {
        if (!listens(i) || !traits.on_networks(i, strategy.platforms)) return;
        int count = 0;
        for (int post = 0; post < posts; ++post) {
            const auto slot = static_cast<std::uint64_t>(post);
            count += seeing.chance(reach, i, slot) || (boost > 0 && boosting.chance(boost, i, slot));
        }
        if (count > 0 && !omitted(model, world.day, i, Trace::Posts, i)) read(i, std::min(count, 255));
    });
    if (today.posts_seen > 0)
        firm.reactions += 0.1 * (static_cast<double>(today.reactions) / static_cast<double>(today.posts_seen) - firm.reactions);
}

}  // namespace parley::process
