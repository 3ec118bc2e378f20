// Exposure: impressions and posts meet people.
//
// ODD: submodel "Exposure, attention, adstock, irritation".
// Reads   today.effort, traits.viewing, interest, involvement and privacy; what posts.cpp writes: today.readers
// Writes  adstock, irritation, attitude, trust, unnoticed, flags (aware), impressions, reached
// Math    n ~ Poisson(impressions / N x viewing), plus posts seen by followers (posts.cpp);
//         taken in: e = n x attention x fit x personal x exp(-irritation / tolerance), of posts and ads together,
//         personal = 1 + personalisation (2 control - 1) (0.5 + privacy), at least 0.1;
//         adstock += (1 - keep) x 7 x e x credibility x (1 + 2 expert_credibility expertise involvement) x (1 - off_topic);
//         irritation += e x (promo + (1 - promo) / 4) x (1 - fit);
//         attitude += gain x e x credibility x (1 - attitude) - creepiness x personalisation (1 - control) privacy x e;
//         trust += (2 expert_trust expertise involvement + care_trust off_topic helpfulness) x e x (1 - trust);
//         noticing: 1 - (1 - learn)^e of each day: the brand is noticed when all that was taken in, times -ln(1 - learn), has come
//         to a share that was drawn for each person from Exp(1)
// Source  Schmidt & Eisend 2015, Broadbent, Social@Ogilvy 2014 (market.def)
// Cost    O(customers), one draw each, in lanes, by blocks; days on which nothing is shown cost nothing.
#include <algorithm>
#include <array>

#include "model/detmath.h"
#include "model/poisson_counts.h"
#include "model/process/process.h"

namespace parley::process {
namespace {

using Column = std::array<float, kBlock>;

// What depends on the day alone.
struct Message {
    MessageFit fits;
    float attention, calm, post_weight, ad_weight, liking, memory, promo_weight, noticing;
};

// What depends on the person beyond interest: personal messages, expert ones.
struct Person {
    Column relevance, weight;
};

// Columns of the block that begins at a customer.
struct Mind {
    const float* interest;
    float *adstock, *irritation, *attitude, *unnoticed;
};

struct Met {
    std::uint32_t impressions = 0, people = 0;
};

// What people take in, remember, like and are annoyed by, and how many were met.
template <bool personal>
PARLEY_IN_LANES Met take_in_block(const Message& message, const Person* person, const Mind& mind, const Column& ads, const Column& posts,
                                  std::uint32_t size, Column& taken_in) {
    const Message day = message;
    const ExpFast e = at_hand(exp_fast);
    const Mind at = mind;
    Words impressions{}, people{};
    Met last;
    for_lanes(size, [&]<class F>(std::uint32_t k) PARLEY_LOOP {
        const F fit = day.fits(load<F>(at.interest + k)), irritated = load<F>(at.irritation + k), liked = load<F>(at.attitude + k);
        const F seen = load<F>(&ads[k]), read = load<F>(&posts[k]), met = seen + read;
        F filter = day.attention * fit;
        if constexpr (personal) filter = filter * load<F>(&person->relevance[k]);
        filter = filter * e(-irritated * day.calm);
        F weighted = filter;
        if constexpr (personal) weighted = weighted * load<F>(&person->weight[k]);
        weighted = weighted * (seen * day.ad_weight + read * day.post_weight);
        const F taken = filter * met;
        store(&taken_in[k], taken);
        store(at.adstock + k, load<F>(at.adstock + k) + day.memory * weighted);
        store(at.irritation + k, irritated + taken * day.promo_weight * (1 - fit));
        store(at.attitude + k, liked + least(day.liking * weighted, 1.0f) * (1 - liked));
        store(at.unnoticed + k, load<F>(at.unnoticed + k) - taken * day.noticing);
        const WordsOf<F> n = whole(met), met_any = as<WordsOf<F>>(reaches(met, F{} + 1));
        if constexpr (kWidth<F> == 1) last.impressions += n, last.people += met_any;
        else impressions += n, people += met_any;
    });
    return {last.impressions + sum_of<Floats>(impressions), last.people + sum_of<Floats>(people)};
}

PARLEY_LANES Met take_in(const Message& message, const Mind& mind, const Column& ads, const Column& posts, std::uint32_t size, Column& taken_in) {
    return take_in_block<false>(message, nullptr, mind, ads, posts, size, taken_in);
}
PARLEY_LANES Met take_in(const Message& message, const Person& person, const Mind& mind, const Column& ads, const Column& posts,
                         std::uint32_t size, Column& taken_in) {
    return take_in_block<true>(message, &person, mind, ads, posts, size, taken_in);
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
    world.today.readers.clear();
    world.today.posts_seen = world.today.reactions = 0;
    const Effort& effort = world.today.effort;
    if (effort.posts > 0 || effort.boosted > 0) show_posts(model, world);
    const std::vector<Reader>& readers = world.today.readers;
    const auto per_person = static_cast<float>(effort.impressions / n);
    if (per_person <= 0 && readers.empty()) return;
    // Most days bring as many impressions as the last: the chances of meeting none are kept.
    Today& today = world.today;
    if (per_person > 0 && per_person != today.unmet_at) {
        chances_of_none(per_person, traits.viewing, today.unmet);
        today.unmet_at = per_person;
    }

    const Strategy& strategy = phase.strategy;
    const auto branded = static_cast<float>(1 - strategy.off_topic);  // what is remembered as the brand's
    const Message message{MessageFit(phase, world.firm),
                          static_cast<float>(market.attention),
                          static_cast<float>(1 / market.irritation_tolerance),
                          static_cast<float>(market.credibility_post),
                          static_cast<float>(market.credibility_ad),
                          static_cast<float>(market.attitude_gain),
                          (1 - rates.keep_adstock) * 7 * branded,
                          rates.promo_weight,
                          static_cast<float>(-log(std::max(1e-300, 1 - market.learn_from_ad)))};

    // What depends on the person: personal messages, expert ones.  All ones while a brand does neither.
    const bool personal = strategy.personalisation > 0, expert = strategy.expertise > 0, caring = strategy.off_topic > 0;
    const auto known = static_cast<float>(strategy.personalisation * (2 * strategy.privacy_control - 1));
    const auto creepy = static_cast<float>(market.creepiness * strategy.personalisation * (1 - strategy.privacy_control));
    const auto authority = static_cast<float>(2 * market.expert_credibility * strategy.expertise);
    const auto expert_trust = static_cast<float>(2 * market.expert_trust * strategy.expertise);
    const auto care_trust = static_cast<float>(market.care_trust * strategy.off_topic * strategy.helpfulness);
    Person person;
    person.relevance.fill(1);
    person.weight.fill(1);

    world.stirred |= kMemory | kAttitude;
    if (expert || caring) world.stirred |= kTrust;
    const Draws luck(Stream(model.people->seed, model.people->pair, Purpose::Exposure, world.day));
    std::int64_t impressions = 0, reached = 0;
    Column ads, posts, taken_in;
    ads.fill(0);
    posts.fill(0);
    auto reader = readers.begin();
    for (std::uint32_t first = 0; first < n; first += kBlock) {
        const std::uint32_t size = std::min(kBlock, n - first);
        if (per_person > 0) poisson_counts(luck, first, size, per_person, &traits.viewing[first], &today.unmet[first], ads.data());
        if (model.omission && model.omission->customer - first < size && omitted(model, world.day, model.omission->customer, Trace::Ads, model.omission->customer))
            ads[model.omission->customer - first] = 0;
        const auto block_readers = reader;
        for (; reader != readers.end() && reader->customer < first + size; ++reader) posts[reader->customer - first] = reader->posts;

        if (personal)
            for (std::uint32_t k = 0; k < size; ++k) person.relevance[k] = std::max(0.1f, 1 + known * (0.5f + traits.privacy[first + k]));
        if (expert)
            for (std::uint32_t k = 0; k < size; ++k) person.weight[k] = 1 + authority * traits.involvement[first + k];

        float* attitude = &m.attitude[first];
        const Mind mind{&traits.interest[first], &m.adstock[first], &m.irritation[first], attitude, &m.unnoticed[first]};
        const Met met = personal || expert ? take_in(message, person, mind, ads, posts, size, taken_in)
                                           : take_in(message, mind, ads, posts, size, taken_in);

        if (personal)
            for (std::uint32_t k = 0; k < size; ++k)
                attitude[k] = std::max(-1.0f, attitude[k] - creepy * traits.privacy[first + k] * taken_in[k]);
        if (expert || caring)
            for (std::uint32_t k = 0; k < size; ++k) {
                const float gain = (expert_trust * traits.involvement[first + k] + care_trust) * taken_in[k];
                m.trust[first + k] += (gain < 1 ? gain : 1) * (1 - m.trust[first + k]);
            }

        // Who was reached, and who noticed the brand for the first time.
        impressions += met.impressions;
        reached += met.people;
        for_each_at_most(mind.unnoticed, size, 0, [&](std::uint32_t k) {
            become_aware(world, first + k, 1 - exp(-message.noticing * taken_in[k]), false, first + k);
        });
        if (world.trace && world.trace->customer - first < size) {
            const std::uint32_t i = world.trace->customer;
            if (ads[i - first] > 0) receive(world, i, Trace::Ads, i, ads[i - first]);
            if (posts[i - first] > 0) receive(world, i, Trace::Posts, i, posts[i - first]);
        }
        if (world.keep_happenings)
            for (std::uint32_t k = 0; k < size; ++k)
                if (ads[k] + posts[k] > 0) note(world, Happening::Reached, first + k);
        for (auto r = block_readers; r != reader; ++r) posts[r->customer - first] = 0;
    }
    world.record[Observable::impressions] = impressions;
    world.record[Observable::reached] = reached;
}

}  // namespace parley::process
