#include "support/judge.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::support {
namespace {

using process::Choice;

Stream stream(const Model& model, const World& world, Purpose purpose) {
    return Stream(model.people->seed, model.people->pair, purpose, world.day);
}

// Ads met, by inversion of the Poisson law, step by step.
float ads_met(float mean, float u) {
    float term = exp_fast(-mean), sum = term, count = 0;
    while (u >= sum && count < 120) {
        if (count >= 8 && mean > 30) return static_cast<float>(poisson_from(static_cast<double>(mean), static_cast<double>(u)));
        count += 1;
        term = term * (mean * (1.0f / count));
        sum = sum + term;
    }
    return count;
}

void exposure(const Model& model, World& world) {
    const std::size_t p = model.phase_on(world.day);
    const Phase& phase = model.phases[p];
    const Market& market = phase.market;
    const Strategy& strategy = phase.strategy;
    const Rates& rates = model.rates[p];
    const Traits& traits = model.people->traits;
    Minds& m = world.minds;
    Today& today = world.today;
    today.thread_starters.clear();
    today.readers.clear();
    today.posts_seen = today.reactions = 0;
    process::show_posts(model, world);
    std::vector<float> posts(model.people->size, 0.0f);
    for (const auto& [customer, seen] : today.readers) posts[customer] = seen;

    const Draws luck(stream(model, world, Purpose::Exposure));
    const auto per_person = static_cast<float>(today.effort.impressions / model.people->size);
    const process::MessageFit fits(phase, world.firm);
    const auto attention = static_cast<float>(market.attention), calm = static_cast<float>(1 / market.irritation_tolerance);
    const auto ad_weight = static_cast<float>(market.credibility_ad), post_weight = static_cast<float>(market.credibility_post);
    const auto known = static_cast<float>(strategy.personalisation * (2 * strategy.privacy_control - 1));
    const auto creepy = static_cast<float>(market.creepiness * strategy.personalisation * (1 - strategy.privacy_control));
    const auto authority = static_cast<float>(2 * market.expert_credibility * strategy.expertise);
    const auto expert_trust = static_cast<float>(2 * market.expert_trust * strategy.expertise);
    const auto care_trust = static_cast<float>(market.care_trust * strategy.off_topic * strategy.helpfulness);
    const auto noticing = static_cast<float>(-log(std::max(1e-300, 1 - market.learn_from_ad)));
    const float memory = (1 - rates.keep_adstock) * 7 * static_cast<float>(1 - strategy.off_topic);

    std::int64_t impressions = 0, reached = 0;
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        float ads = per_person > 0 ? ads_met(per_person * traits.viewing[i], luck.uniform(i)) : 0.0f;
        if (process::omitted(model, world.day, i, Trace::Ads, i)) ads = 0;
        if (ads > 0) process::receive(world, i, Trace::Ads, i, ads);
        if (posts[i] > 0) process::receive(world, i, Trace::Posts, i, posts[i]);

        const float fit = fits(traits.interest[i]);
        const float relevance = strategy.personalisation > 0 ? std::max(0.1f, 1 + known * (0.5f + traits.privacy[i])) : 1;
        const float weight = strategy.expertise > 0 ? 1 + authority * traits.involvement[i] : 1;
        const float filter = attention * fit * relevance * exp_fast(-m.irritation[i] * calm);
        const float weighted = filter * weight * (ads * ad_weight + posts[i] * post_weight), taken = filter * (ads + posts[i]);
        m.adstock[i] += memory * weighted;
        m.irritation[i] += taken * rates.promo_weight * (1 - fit);
        m.attitude[i] += std::min(static_cast<float>(market.attitude_gain) * weighted, 1.0f) * (1 - m.attitude[i]);
        m.unnoticed[i] -= taken * noticing;
        if (strategy.personalisation > 0) m.attitude[i] = std::max(-1.0f, m.attitude[i] - creepy * traits.privacy[i] * taken);
        if (strategy.expertise > 0 || strategy.off_topic > 0)
            m.trust[i] += std::min((expert_trust * traits.involvement[i] + care_trust) * taken, 1.0f) * (1 - m.trust[i]);
        if (m.unnoticed[i] <= 0) process::become_aware(world, i, 1 - exp(-noticing * taken), false, i);
        impressions += static_cast<std::int64_t>(ads + posts[i]);
        reached += ads + posts[i] > 0;
        if (ads + posts[i] > 0) process::note(world, Happening::Reached, i);
    }
    world.record[Observable::impressions] = impressions;
    world.record[Observable::reached] = reached;
    world.stirred = 0xff;  // nothing is skipped from here on
}

void occasions(const Model& model, World& world) {
    world.today.occasions.clear();
    if (is(model.phases.front().market.category, Category::durable)) return;
    const Stream luck = stream(model, world, Purpose::Occasions);
    const auto end_of_day = static_cast<float>(world.day);
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        float& next = world.minds.next_occasion[i];
        const float appetite = model.people->traits.appetite[i];
        std::uint64_t n = 0;
        const auto wait = [&] { return -log_fast(n == 1 ? Draws(luck).uniform(i) : static_cast<float>(luck.uniform(i, n - 1))); };
        while (next <= end_of_day && n < 15) ++n, next += wait() / appetite;
        if (next <= end_of_day) ++n, next = end_of_day + wait() / appetite, --n;
        if (n == 0) continue;
        std::uint8_t& flags = world.minds.flags[i];
        if (flags & kStocked) flags &= static_cast<std::uint8_t>(~kStocked);
        else
            for (std::uint64_t k = 0; k < n; ++k) world.today.occasions.push_back({i, static_cast<std::uint8_t>(k), 0.0f});
    }
    world.record[Observable::occasions] = static_cast<std::int64_t>(world.today.occasions.size());
}

void adoption(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    if (!is(model.phases.front().market.category, Category::durable)) return;
    const Network& network = model.people->network;
    Ownership& o = world.ownership;
    const Draws luck(stream(model, world, Purpose::Adoption));
    const auto p = static_cast<float>(market.innovation / 365), q = static_cast<float>(market.imitation / 365);
    const auto needs = static_cast<float>(market.innovation_needs_reach);
    const auto leaving = static_cast<float>(-log(std::max(1e-300, 1 - market.abandonment)));
    std::vector<std::uint32_t> leave;
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        const float unprompted = needs > 0 ? p * (1 - needs * exp_fast(-world.minds.adstock[i])) : p;
        const auto owning = static_cast<float>(network.complete ? o.owners : o.owning_ties[i]);
        o.until[i] -= o.owns[i] ? leaving : unprompted + q / static_cast<float>(std::max(1u, network.sources(i))) * owning;
        if (o.until[i] > 0) continue;
        o.until[i] = -log_fast(luck.uniform(i));
        if (o.owns[i]) {
            leave.push_back(i);
        } else {
            world.today.occasions.push_back({i, 0, 0.0f});
            process::know(world, i);
        }
    }
    // After everyone has decided; who owns is told to all who listen.
    for (const std::uint32_t i : leave) {
        o.owns[i] = 0;
        --o.owners;
        if (!network.complete)
            for (std::uint32_t k = 0; k < network.degree(i); ++k) --o.owning_ties[network.tie(i, k)];
    }
    world.record[Observable::occasions] = static_cast<std::int64_t>(world.today.occasions.size());
}

double plain_sum(const std::vector<float>& column) {
    double sum = 0;  // exact: whole numbers of 2^-20 below 2^53
    for (const float value : column) sum += std::nearbyint(static_cast<double>(value) * 0x1p20);
    return sum;
}

void forgetting(const Model& model, World& world) {
    const Rates& rates = model.rates[model.phase_on(world.day)];
    const Traits& traits = model.people->traits;
    Minds& m = world.minds;
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        m.adstock[i] *= rates.keep_adstock;
        m.irritation[i] *= rates.keep_irritation;
        m.praise[i] *= rates.keep_talk;
        m.blame[i] *= rates.keep_talk;
        m.attitude[i] += rates.return_attitude * (traits.base_attitude[i] - m.attitude[i]);
        m.trust[i] += rates.return_trust * (traits.base_trust[i] - m.trust[i]);
    }
    const auto add = [&](Observable mean, const std::vector<float>& column) { world.record[mean] = static_cast<std::int64_t>(plain_sum(column)); };
    add(Observable::adstock, m.adstock);
    add(Observable::irritation, m.irritation);
    add(Observable::attitude, m.attitude);
    add(Observable::trust, m.trust);
    add(Observable::relationship, m.relationship);
    world.firm.good_reviews *= rates.keep_reviews;
    world.firm.bad_reviews *= rates.keep_reviews;
}

void observe(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    const bool durable = is(market.category, Category::durable);
    Minds& m = world.minds;
    DayRecord& record = world.record;
    for (std::uint32_t i = 0; i < model.people->size; ++i) {
        Rung rung = !(m.flags[i] & kAware) ? Rung::Never : m.attitude[i] >= static_cast<float>(market.likely_attitude) ? Rung::Probably : Rung::Maybe;
        if (m.purchases[i] > 0) rung = m.purchases[i] > 1 ? Rung::Repeat : Rung::Bought;
        if (m.purchases[i] > 0 && !durable && m.last_purchase[i] < world.day - market.lapse_days) rung = Rung::Left;
        record[Observable::lost] += rung == Rung::Left && m.rung[i] != Rung::Left;
        record[Observable::followers] += (m.flags[i] & kFollower) && !(m.flags[i] & kMuted);
        record[Observable::members] += (m.flags[i] & kMember) != 0;
        m.rung[i] = rung;
        ++record[static_cast<Observable>(static_cast<int>(Observable::never) + static_cast<int>(rung))];
    }
    record[Observable::mentions] += record[Observable::peer_posts] + record[Observable::shares];
    record[Observable::culture] = static_cast<std::int64_t>(world.firm.culture * kFixedPoint + 0.5);
    record[Observable::quality] = static_cast<std::int64_t>(world.firm.quality * kFixedPoint + 0.5);
    record[Observable::message_fit] = static_cast<std::int64_t>(world.firm.message_fit * kFixedPoint + 0.5);
}

struct Plain {
    const char* name;
    void (*run)(const Model&, World&);
};
constexpr Plain kPlain[] = {{"exposure", exposure}, {"occasions", occasions}, {"adoption", adoption}, {"forgetting", forgetting}};

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

}  // namespace

void judge_step(const Model& model, World& world) {
    const auto run = [&](const process::ProcessSpec& spec, std::size_t) {
        const auto plain = std::find_if(std::begin(kPlain), std::end(kPlain), [&](const Plain& p) { return std::string(p.name) == spec.name; });
        (plain != std::end(kPlain) ? plain->run : spec.run)(model, world);
    };
    process::live_day(model, world, run, [&] { observe(model, world); });
}

std::string difference(const World& a, const World& b) {
#define MIND(type, name, range, help) \
    if (!same(a.minds.name, b.minds.name)) return #name;
#define FIRM(name, range, help) \
    if (std::memcmp(&a.firm.name, &b.firm.name, sizeof a.firm.name) != 0) return #name;
#define TRAIT(...)
#include "model/entities.def"
#undef TRAIT
#undef FIRM
#undef MIND
    if (!same(a.ownership.owns, b.ownership.owns)) return "owns";
    if (!same(a.ownership.owning_ties, b.ownership.owning_ties)) return "owning_ties";
    if (!same(a.ownership.until, b.ownership.until)) return "until";
    for (std::size_t k = 0; k < kObservables; ++k)
        if (a.record.values[k] != b.record.values[k]) return observables()[k].name;
    return "";
}

}  // namespace parley::support
