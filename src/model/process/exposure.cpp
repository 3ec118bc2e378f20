// Exposure: impressions and posts meet people.
//
// ODD: submodel "Exposure, attention, adstock, irritation".
// Reads   today.effort, traits.viewing and interest, flags
// Writes  adstock, irritation, attitude, flags (aware), outbox (shares of posts), today.thread_starters, today.seen_posts,
//         impressions, reached, shares
// Math    n ~ Poisson(impressions / N x viewing), plus posts seen by followers with chance organic_reach each;
//         taken in: e = n x attention x fit x exp(-irritation / tolerance), of posts and ads together;
//         adstock += (1 - keep) x 7 x e x credibility;  irritation += e x (promo + (1 - promo) / 4) x (1 - fit);
//         attitude += gain x e x credibility x (1 - attitude);  noticing: 1 - (1 - learn)^e
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
    const double share_chance = (1 - phase.strategy.promo_share) * model.rates[p].share_per_voice;
    const std::array<double, 3> voices = voice_chances(market);

    world.today.seen_posts.assign(model.people->size, 0);
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        if ((world.minds.flags[i] & (kFollower | kMuted)) != kFollower) continue;
        int count = 0;
        for (int post = 0; post < posts; ++post) count += seeing.chance(market.organic_reach, i, static_cast<std::uint64_t>(post));
        if (count == 0) continue;
        world.today.seen_posts[i] = static_cast<std::uint8_t>(count);
        const double fit = message_fit(phase, world.firm, traits.interest[i]);
        if (sharing.chance(std::min(1.0, count * share_chance * voices[traits.voice[i]] * fit), i)) pass_on(market, world, i, 255, 1.0f);
        if (threads.chance(std::min(1.0, count * phase.strategy.open_questions * market.thread_rate), i))
            world.today.thread_starters.push_back(i);
    }
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
    if (world.today.effort.posts > 0) show_posts(model, world);
    const std::vector<std::uint8_t>& seen_posts = world.today.seen_posts;

    const Stream luck(model.people->seed, model.people->pair, Purpose::Exposure, world.day);
    const Stream noticing(model.people->seed, model.people->pair, Purpose::Noticing, world.day);
    const double log_unnoticed = log(std::max(1e-300, 1 - market.learn_from_ad));
    const auto per_person = static_cast<float>(world.today.effort.impressions / n);
    const auto attention = static_cast<float>(market.attention), calm = static_cast<float>(1 / market.irritation_tolerance);
    const auto post_weight = static_cast<float>(market.credibility_post), ad_weight = static_cast<float>(market.credibility_ad);
    const auto liking = static_cast<float>(market.attitude_gain);
    const float memory = (1 - rates.keep_adstock) * 7;

    std::int64_t impressions = 0, reached = 0;
    Column ads, posts, taken_in;
    ads.fill(0);
    posts.fill(0);
    for (std::uint32_t first = 0; first < n; first += kBlock) {
        const std::uint32_t size = std::min(kBlock, n - first);
        if (per_person > 0) count_ads(luck, per_person, &traits.viewing[first], first, size, ads);
        if (!seen_posts.empty())
            for (std::uint32_t k = 0; k < size; ++k) posts[k] = seen_posts[first + k];

        // What people take in, remember, like and are annoyed by.
        const float* interest = &traits.interest[first];
        float *adstock = &m.adstock[first], *irritation = &m.irritation[first], *attitude = &m.attitude[first];
        for (std::uint32_t k = 0; k < size; ++k) {
            const float fit = message_fit(phase, world.firm, interest[k]);
            const float filter = attention * fit * exp_fast(-irritation[k] * calm);
            const float weighted = filter * (ads[k] * ad_weight + posts[k] * post_weight);
            taken_in[k] = filter * (ads[k] + posts[k]);
            adstock[k] += memory * weighted;
            irritation[k] += taken_in[k] * rates.promo_weight * (1 - fit);
            const float gain = liking * weighted;
            attitude[k] += (gain < 1 ? gain : 1) * (1 - attitude[k]);
        }

        // Who was reached, and who noticed the brand for the first time.
        for (std::uint32_t k = 0; k < size; ++k) {
            const float met = ads[k] + posts[k];
            impressions += static_cast<std::int32_t>(met);
            reached += met > 0;
        }
        for (std::uint32_t k = 0; k < size; ++k) {
            if (m.flags[first + k] & kAware || taken_in[k] == 0) continue;
            if (noticing.uniform(first + k) > exp(log_unnoticed * taken_in[k])) m.flags[first + k] |= kAware;
        }
        if (world.keep_happenings)
            for (std::uint32_t k = 0; k < size; ++k)
                if (ads[k] + posts[k] > 0) note(world, Happening::Reached, first + k);
    }
    world.record[Observable::impressions] = impressions;
    world.record[Observable::reached] = reached;
}

}  // namespace parley::process
