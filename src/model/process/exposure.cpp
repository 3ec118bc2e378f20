// Exposure: impressions and posts meet people.
//
// ODD: submodel "Exposure, attention, adstock, irritation".
// Reads   today.effort, traits.viewing, interest, involvement, privacy and networks, flags, firm.reactions
// Writes  adstock, irritation, attitude, trust, flags (aware), firm.reactions, outbox (shares of posts), today.thread_starters and
//         seen_posts, impressions, reached, shares, likes
// Math    n ~ Poisson(impressions / N x viewing), plus posts seen by followers with chance
//         organic_reach x (1 + ranking_gain x min(1, 10 reactions)) each, or boosted;
//         taken in: e = n x attention x fit x personal x exp(-irritation / tolerance), of posts and ads together,
//         personal = 1 + personalisation (2 control - 1) (0.5 + privacy), at least 0.1;
//         adstock += (1 - keep) x 7 x e x credibility x (1 + 2 expert_credibility expertise involvement) x (1 - off_topic);
//         irritation += e x (promo + (1 - promo) / 4) x (1 - fit);
//         attitude += gain x e x credibility x (1 - attitude) - creepiness x personalisation (1 - control) privacy x e;
//         trust += (2 expert_trust expertise involvement + care_trust off_topic helpfulness) x e x (1 - trust);
//         noticing: 1 - (1 - learn)^e
// Source  Schmidt & Eisend 2015, Broadbent, Social@Ogilvy 2014 (market.def)
// Cost    O(customers), one draw each; straight loops over blocks that stay in the first cache, so that compilers make vectors.
#include <algorithm>
#include <array>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {
namespace {

constexpr std::uint32_t kBlock = 512;
using Column = std::array<float, kBlock>;

// Posts seen by each follower; good ones are passed on, open questions make a few people answer.
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
    if (today.effort.boosted > 0)
        for (const std::uint8_t flags : world.minds.flags) listeners += (flags & (kFollower | kMuted)) == kFollower;
    const double places = static_cast<double>(listeners) * posts, boost = places > 0 ? std::min(1.0, today.effort.boosted / places) : 0;
    today.effort.impressions += today.effort.boosted - boost * places;

    today.seen_posts.assign(model.people->size, 0);
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        if ((world.minds.flags[i] & (kFollower | kMuted)) != kFollower || !traits.on_networks(i, strategy.platforms)) continue;
        int count = 0;
        for (int post = 0; post < posts; ++post) {
            const auto slot = static_cast<std::uint64_t>(post);
            count += seeing.chance(reach, i, slot) || (boost > 0 && boosting.chance(boost, i, slot));
        }
        if (count == 0 || omitted(model, world.day, i, Trace::Posts, i)) continue;
        count = std::min(count, 255);
        today.seen_posts[i] = static_cast<std::uint8_t>(count);
        today.posts_seen += count;
        const double fit = message_fit(phase, world.firm, traits.interest[i]);
        if (sharing.chance(std::min(1.0, count * share_chance * voices[traits.voice[i]] * fit), i)) pass_on(market, world, i, 255, 1.0f);
        if (liking.chance(std::min(1.0, count * market.like_rate * fit * (1 - 0.5 * strategy.promo_share)), i)) {
            ++world.record[Observable::likes];
            ++today.reactions;
        }
        if (threads.chance(std::min(1.0, count * strategy.open_questions * market.thread_rate), i)) {
            today.thread_starters.push_back(i);
            ++today.reactions;
        }
    }
    if (today.posts_seen > 0)
        firm.reactions += 0.1 * (static_cast<double>(today.reactions) / static_cast<double>(today.posts_seen) - firm.reactions);
}

// Paid impressions met by customers first .. first + size - 1, by inversion of the Poisson law: seven steps for everyone in a
// vector loop, the rest one by one for the few who met more.
void count_ads(const Stream& luck, float per_person, const float* viewing, std::uint32_t first, std::uint32_t size, Column& n) {
    Column u, mean, term, sum;
    for (std::uint32_t k = 0; k < size; ++k) u[k] = low_unit(luck.bits(first + k));
    for (std::uint32_t k = 0; k < size; ++k) mean[k] = per_person * viewing[k];
    for (std::uint32_t k = 0; k < size; ++k) {
        float t = exp_fast(-mean[k]), total = t, count = u[k] >= total ? 1.0f : 0.0f;
        for (int step = 1; step < 8; ++step) {
            t *= mean[k] * (1.0f / static_cast<float>(step));
            total += t;
            count += u[k] >= total ? 1.0f : 0.0f;
        }
        n[k] = count;
        term[k] = t;
        sum[k] = total;
    }
    for (std::uint32_t k = 0; k < size; ++k) {
        if (n[k] != 8.0f) continue;
        if (mean[k] > 30) {  // the normal law takes over before the first term underflows
            n[k] = static_cast<float>(poisson_from(static_cast<double>(mean[k]), static_cast<double>(u[k])));
            continue;
        }
        float count = 8, t = term[k] * mean[k] * 0.125f, total = sum[k] + t;
        while (u[k] >= total && count < 120) {
            count += 1;
            t *= mean[k] / count;
            total += t;
        }
        n[k] = count;
    }
}

}  // namespace

void exposure(const Model& model, World& world) {
    const std::size_t p = model.phase_on(world.day);
    const Phase& phase = model.phases[p];
    const Market& market = phase.market;
    const Rates& rates = model.rates[p];
    const Traits& traits = model.people->traits;
    Minds& m = world.minds;
    const std::uint32_t n = model.people->size;

    world.today.thread_starters.clear();
    world.today.seen_posts.clear();
    world.today.posts_seen = world.today.reactions = 0;
    const Effort& effort = world.today.effort;
    if (effort.posts > 0 || effort.boosted > 0) show_posts(model, world);
    const std::vector<std::uint8_t>& seen_posts = world.today.seen_posts;

    const Stream luck(model.people->seed, model.people->pair, Purpose::Exposure, world.day);
    const Stream noticing(model.people->seed, model.people->pair, Purpose::Noticing, world.day);
    const double log_unnoticed = log(std::max(1e-300, 1 - market.learn_from_ad));
    const auto per_person = static_cast<float>(world.today.effort.impressions / n);
    const auto attention = static_cast<float>(market.attention), calm = static_cast<float>(1 / market.irritation_tolerance);
    const auto post_weight = static_cast<float>(market.credibility_post), ad_weight = static_cast<float>(market.credibility_ad);
    const auto liking = static_cast<float>(market.attitude_gain);
    const float memory = (1 - rates.keep_adstock) * 7;

    // What depends on the person: personal messages, expert ones.  All ones while a brand does neither.
    const Strategy& strategy = phase.strategy;
    const bool personal = strategy.personalisation > 0, expert = strategy.expertise > 0, caring = strategy.off_topic > 0;
    const auto known = static_cast<float>(strategy.personalisation * (2 * strategy.privacy_control - 1));
    const auto creepy = static_cast<float>(market.creepiness * strategy.personalisation * (1 - strategy.privacy_control));
    const auto authority = static_cast<float>(2 * market.expert_credibility * strategy.expertise);
    const auto expert_trust = static_cast<float>(2 * market.expert_trust * strategy.expertise);
    const auto care_trust = static_cast<float>(market.care_trust * strategy.off_topic * strategy.helpfulness);
    const auto branded = static_cast<float>(1 - strategy.off_topic);  // what is remembered as the brand's
    Column relevance, weight;
    relevance.fill(1);
    weight.fill(1);

    std::int64_t impressions = 0, reached = 0;
    Column ads, posts, taken_in;
    ads.fill(0);
    posts.fill(0);
    for (std::uint32_t first = 0; first < n; first += kBlock) {
        const std::uint32_t size = std::min(kBlock, n - first);
        if (per_person > 0) count_ads(luck, per_person, &traits.viewing[first], first, size, ads);
        if (model.omission && model.omission->customer - first < size && omitted(model, world.day, model.omission->customer, Trace::Ads, model.omission->customer))
            ads[model.omission->customer - first] = 0;
        if (!seen_posts.empty())
            for (std::uint32_t k = 0; k < size; ++k) posts[k] = seen_posts[first + k];

        if (personal)
            for (std::uint32_t k = 0; k < size; ++k) relevance[k] = std::max(0.1f, 1 + known * (0.5f + traits.privacy[first + k]));
        if (expert)
            for (std::uint32_t k = 0; k < size; ++k) weight[k] = 1 + authority * traits.involvement[first + k];

        // What people take in, remember, like and are annoyed by.
        const float* interest = &traits.interest[first];
        float *adstock = &m.adstock[first], *irritation = &m.irritation[first], *attitude = &m.attitude[first];
        for (std::uint32_t k = 0; k < size; ++k) {
            const float fit = message_fit(phase, world.firm, interest[k]);
            const float filter = attention * fit * relevance[k] * exp_fast(-irritation[k] * calm);
            const float weighted = filter * weight[k] * (ads[k] * ad_weight + posts[k] * post_weight);
            taken_in[k] = filter * (ads[k] + posts[k]);
            adstock[k] += memory * branded * weighted;
            irritation[k] += taken_in[k] * rates.promo_weight * (1 - fit);
            const float gain = liking * weighted;
            attitude[k] += (gain < 1 ? gain : 1) * (1 - attitude[k]);
        }

        if (personal)
            for (std::uint32_t k = 0; k < size; ++k)
                attitude[k] = std::max(-1.0f, attitude[k] - creepy * traits.privacy[first + k] * taken_in[k]);
        if (expert || caring)
            for (std::uint32_t k = 0; k < size; ++k) {
                const float gain = (expert_trust * traits.involvement[first + k] + care_trust) * taken_in[k];
                m.trust[first + k] += (gain < 1 ? gain : 1) * (1 - m.trust[first + k]);
            }

        // Who was reached, and who noticed the brand for the first time.
        for (std::uint32_t k = 0; k < size; ++k) {
            const float met = ads[k] + posts[k];
            impressions += static_cast<std::int32_t>(met);
            reached += met > 0;
        }
        for (std::uint32_t k = 0; k < size; ++k) {
            if (m.flags[first + k] & kAware || taken_in[k] == 0) continue;
            const double unnoticed = exp(log_unnoticed * taken_in[k]);
            if (noticing.uniform(first + k) > unnoticed) become_aware(world, first + k, 1 - unnoticed, false, first + k);
        }
        if (world.trace && world.trace->customer - first < size) {
            const std::uint32_t i = world.trace->customer;
            if (ads[i - first] > 0) receive(world, i, Trace::Ads, i, ads[i - first]);
            if (posts[i - first] > 0) receive(world, i, Trace::Posts, i, posts[i - first]);
        }
        if (world.keep_happenings)
            for (std::uint32_t k = 0; k < size; ++k)
                if (ads[k] + posts[k] > 0) note(world, Happening::Reached, first + k);
    }
    world.record[Observable::impressions] = impressions;
    world.record[Observable::reached] = reached;
}

}  // namespace parley::process
