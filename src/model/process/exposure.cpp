// Exposure: impressions and posts meet people.
//
// ODD: submodel "Exposure, attention, adstock, irritation".
// Reads   today.effort, traits.viewing and interest, flags
// Writes  adstock, irritation, attitude, flags (aware), outbox (shares of posts), today.thread_starters, impressions, reached, shares
// Math    n ~ Poisson(impressions / N x viewing), plus posts seen by followers with chance organic_reach each;
//         taken in: e = n x attention x fit x exp(-irritation / tolerance);
//         adstock += (1 - keep) x 7 x e x credibility;  irritation += e x (promo + (1 - promo) / 4) x (1 - fit);
//         attitude += gain x e x credibility x (1 - attitude);  noticing: 1 - (1 - learn)^e
// Source  Schmidt & Eisend 2015, Broadbent, Social@Ogilvy 2014 (market.def)
// Cost    O(customers): one draw each, a vector loop decides who is met; the rest is paid by those who are.
#include <algorithm>
#include <array>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {
namespace {

// What one customer takes in of n messages of one kind.
class Audience {
public:
    Audience(const Model& model, World& world)
        : phase_(model.phases[model.phase_on(world.day)]),
          rates_(model.rates[model.phase_on(world.day)]),
          traits_(model.people->traits),
          world_(world),
          noticing_(model.people->seed, model.people->pair, Purpose::Noticing, world.day),
          log_unnoticed_(log(std::max(1e-300, 1 - phase_.market.learn_from_ad))) {}

    // Returns the fit of the message.  slot keeps paid and owned messages apart.
    float meet(std::uint32_t i, int n, double credibility, std::uint64_t slot) {
        Minds& m = world_.minds;
        const Market& market = phase_.market;
        const float fit = message_fit(phase_, world_.firm, traits_.interest[i]);
        const float filter = exp_fast(-m.irritation[i] / static_cast<float>(market.irritation_tolerance));
        const float taken_in = static_cast<float>(n) * static_cast<float>(market.attention) * fit * filter;
        const float weight = taken_in * static_cast<float>(credibility);
        m.adstock[i] += (1 - rates_.keep_adstock) * 7 * weight;
        m.irritation[i] += taken_in * rates_.promo_weight * (1 - fit);
        m.attitude[i] += std::min(1.0f, static_cast<float>(market.attitude_gain) * weight) * (1 - m.attitude[i]);
        if (!(m.flags[i] & kAware) && noticing_.uniform(i, slot) > exp(log_unnoticed_ * taken_in)) m.flags[i] |= kAware;
        return fit;
    }

private:
    const Phase& phase_;
    const Rates& rates_;
    const Traits& traits_;
    World& world_;
    Stream noticing_;
    double log_unnoticed_;
};

}  // namespace

void exposure(const Model& model, World& world) {
    const std::size_t p = model.phase_on(world.day);
    const Phase& phase = model.phases[p];
    const Market& market = phase.market;
    const Traits& traits = model.people->traits;
    Minds& m = world.minds;
    const std::uint64_t seed = model.people->seed, pair = model.people->pair;
    const std::uint32_t n = model.people->size;
    const Effort& effort = world.today.effort;
    std::int64_t impressions = 0, reached = 0;
    Audience audience(model, world);

    // Posts reach followers, unpaid; open questions make a few of them answer, good ones are passed on.
    world.today.thread_starters.clear();
    std::vector<std::uint8_t>& seen_posts = world.today.seen_posts;
    if (effort.posts > 0) {
        const Stream seen(seed, pair, Purpose::Posts, world.day), sharing(seed, pair, Purpose::Sharing, world.day);
        const Stream threads(seed, pair, Purpose::Threads, world.day);
        seen_posts.assign(n, 0);
        const double per_voice[] = {market.post_lurker, market.post_occasional, market.post_regular};
        const double share_chance = model.rates[p].mean_voice > 0 ? market.share_branching / (market.mean_ties * market.peer_reach + 1e-9) *
                                                                        (1 - phase.strategy.promo_share) / model.rates[p].mean_voice
                                                                  : 0;
        for (std::uint32_t i = 0; i < n; ++i) {
            if ((m.flags[i] & (kFollower | kMuted)) != kFollower) continue;
            int count = 0;
            for (int post = 0; post < effort.posts; ++post) count += seen.chance(market.organic_reach, i, static_cast<std::uint64_t>(post));
            if (count == 0) continue;
            seen_posts[i] = static_cast<std::uint8_t>(count);
            impressions += count;
            const float fit = audience.meet(i, count, market.credibility_post, 1);
            if (sharing.chance(std::min(1.0, count * share_chance * per_voice[traits.voice[i]] * fit), i)) {
                world.outbox.push_back({i, Message::Share, 255, 1.0f, 0.0f});
                ++world.record[Observable::shares];
                note(world, Happening::Share, i);
            }
            if (threads.chance(std::min(1.0, count * phase.strategy.open_questions * market.thread_rate), i))
                world.today.thread_starters.push_back(i);
        }
    } else {
        seen_posts.clear();
    }

    // Paid impressions, block by block: one vector loop finds the chance of meeting none, one short loop serves the others.
    const Stream luck(seed, pair, Purpose::Exposure, world.day);
    const auto per_person = static_cast<float>(effort.impressions / n);
    constexpr std::uint32_t kBlock = 512;
    std::array<float, kBlock> none, u;
    std::array<std::uint32_t, kBlock> met;
    for (std::uint32_t first = 0; first < n; first += kBlock) {
        const std::uint32_t size = std::min(kBlock, n - first);
        std::uint32_t n_met = 0;
        if (per_person > 0) {
            for (std::uint32_t k = 0; k < size; ++k) none[k] = exp_fast(-per_person * traits.viewing[first + k]);
            for (std::uint32_t k = 0; k < size; ++k) u[k] = low_unit(luck.bits(first + k));
            for (std::uint32_t k = 0; k < size; ++k) {
                met[n_met] = k;
                n_met += u[k] >= none[k];
            }
        }
        for (std::uint32_t at = 0; at < n_met; ++at) {
            const std::uint32_t k = met[at], i = first + k;
            const int count = std::max(1, poisson_from(static_cast<double>(per_person) * traits.viewing[i], static_cast<double>(u[k])));
            audience.meet(i, count, market.credibility_ad, 0);
            impressions += count;
            if (seen_posts.empty() || !seen_posts[i]) {
                ++reached;
                note(world, Happening::Reached, i);
            }
        }
    }
    if (!seen_posts.empty())
        for (std::uint32_t i = 0; i < n; ++i)
            if (seen_posts[i]) {
                ++reached;
                note(world, Happening::Reached, i);
            }
    world.record[Observable::impressions] = impressions;
    world.record[Observable::reached] = reached;
}

}  // namespace parley::process
