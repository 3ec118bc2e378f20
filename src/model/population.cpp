#include "model/population.h"

#include <algorithm>

#include "model/detmath.h"

namespace parley {
namespace {

// A log-normal with mean 1.
double spread_around_one(double log_sd, double u) { return exp(log_sd * normal_from(u) - 0.5 * log_sd * log_sd); }

// ln odds that a person leans to the brand: a Dirichlet of two brands, in logarithms because small weights underflow.
double draw_leaning(const Stream& stream, std::uint64_t i, double strength, double share) {
    const double brand = log_gamma_draw(stream, i, 0, strength * share);
    const double rivals = log_gamma_draw(stream, i, 64, strength * (1 - share));
    return std::clamp(brand - rivals, -30.0, 30.0);
}

// A share with this mean that most people have about: triangular, bent so that 0 and 1 stay where they are.
double share_around(double mean, double u, double v) {
    const double x = (u + v) / 2;
    return mean <= 0.5 ? x * 2 * mean : 1 - (1 - x) * 2 * (1 - mean);
}

void draw_segments(const Market& market, const Stream& stream, Traits& t) {
    for (std::uint32_t i = 0; i < t.involvement.size(); ++i) {
        const double u = stream.uniform(i, 0), v = stream.uniform(i, 1);
        t.involvement[i] = static_cast<float>(share_around(market.involvement, u, v));
        t.privacy[i] = static_cast<float>(share_around(market.privacy_concern, stream.uniform(i, 2), stream.uniform(i, 3)));
        // The most involved consider: the law of (u + v) / 2 at its upper end.
        const double x = (u + v) / 2, rank = x < 0.5 ? 2 * x * x : 1 - 2 * (1 - x) * (1 - x);
        if (!t.considered.empty()) t.considered[i] = rank >= 1 - market.considered_share;
    }
}

// A few large networks and a long tail: shares go as 1 / (k + 1).
void draw_home_networks(const Market& market, const Stream& stream, Traits& t) {
    double all = 0;
    for (int k = 0; k < market.networks; ++k) all += 1.0 / (k + 1);
    for (std::uint32_t i = 0; i < t.home_network.size(); ++i) {
        int home = 0;
        for (double left = stream.uniform(i, 0) * all - 1; left > 0 && home + 1 < market.networks; left -= 1.0 / (home + 1)) ++home;
        const bool largest_too = home > 0 && stream.chance(market.audience_overlap, i, 1);
        t.home_network[i] = static_cast<std::uint8_t>(home + (largest_too ? 128 : 0));
    }
}

}  // namespace

Population make_population(const Market& market, const Brand& brand, std::uint64_t seed, std::uint64_t pair) {
    Population people;
    people.size = static_cast<std::uint32_t>(market.customers);
    people.seed = seed;
    people.pair = pair;
    people.network = make_network(market, seed, pair);

    const std::uint32_t n = people.size;
    Traits& t = people.traits;
    for (auto* column : {&t.viewing, &t.interest, &t.appetite, &t.leaning, &t.basket, &t.base_attitude, &t.base_trust, &t.involvement, &t.privacy}) column->resize(n);
    if (market.considered_share > 0) t.considered.resize(n);
    if (market.networks > 1) t.home_network.resize(n);
    t.voice.resize(n);
    t.aware.resize(n);

    const Stream traits(seed, pair, Purpose::Traits), preferences(seed, pair, Purpose::Preferences);
    const Stream awareness(seed, pair, Purpose::Awareness), circles(seed, pair, Purpose::Communities);
    double viewing_sum = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        t.viewing[i] = traits.chance(market.ad_blockers, i, 0)
                           ? 0.0f
                           : static_cast<float>(spread_around_one(market.viewing_spread, traits.uniform(i, 1)));
        viewing_sum += t.viewing[i];
        // Tastes: the circle's own, mixed with the person's.
        const double own = traits.uniform(i, 2), circle = circles.uniform(people.network.circle[i], 1);
        t.interest[i] = static_cast<float>(market.taste_homophily * circle + (1 - market.taste_homophily) * own);
        // Buying rate: gamma with the category's mean.
        const double rate = exp(log_gamma_draw(preferences, i, 128, market.purchase_shape)) / market.purchase_shape;
        const double per_day = std::min(rate * market.purchases_per_year / 365.0, 20.0);
        t.appetite[i] = static_cast<float>(per_day);
        t.leaning[i] = static_cast<float>(draw_leaning(preferences, i, market.preference_strength, brand.share));
        t.basket[i] = static_cast<float>(spread_around_one(market.basket_spread, traits.uniform(i, 3)));
        t.base_attitude[i] = static_cast<float>(
            std::clamp(market.attitude_mean + market.attitude_spread * normal_from(traits.uniform(i, 4)), -1.0, 1.0));
        t.base_trust[i] =
            static_cast<float>(std::clamp(market.trust_mean + market.trust_spread * normal_from(traits.uniform(i, 5)), 0.0, 1.0));
        const double rank = traits.uniform(i, 6);
        t.voice[i] = rank < market.regular_posters ? 2 : rank < market.regular_posters + market.occasional_posters ? 1 : 0;
        t.aware[i] = awareness.chance(brand.awareness, i);
    }
    draw_segments(market, Stream(seed, pair, Purpose::Involvement), t);
    if (market.networks > 1) draw_home_networks(market, Stream(seed, pair, Purpose::HomeNetwork), t);
    // Every impression that was paid for meets someone.
    if (viewing_sum > 0)
        for (float& v : t.viewing) v = static_cast<float>(v * (n / viewing_sum));
    return people;
}

}  // namespace parley
