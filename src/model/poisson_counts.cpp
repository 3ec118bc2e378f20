#include "model/poisson_counts.h"

#include <algorithm>
#include <array>

#include "model/detmath.h"

namespace parley {
namespace {

// In lanes a few steps are done for everyone, and more for those who are left, moved together, until nobody is.
constexpr int kMost = 120, kSteps = 8;
using Column = std::array<float, kBlock>;
constexpr auto kInverse = [] {
    std::array<float, kMost + 1> inverse{};  // 1 / k
    for (std::size_t k = 1; k < inverse.size(); ++k) inverse[k] = 1.0f / static_cast<float>(k);
    return inverse;
}();

struct Inversion {
    Column u, mean, term, sum, count, over;  // over: how far the sum is above u; at most 0 where more steps are needed
};

// kSteps more.  inverse: 1 / k, from the last step done on.
template <class F>
PARLEY_IN_LANES void step(Inversion& people, std::uint32_t k, const float* inverse, const F& u, const F& mean, F term, F sum, F count) {
    IntsOf<F> met{};
    for (int s = 1; s <= kSteps; ++s) {
        met += reaches(u, sum);
        term = term * (mean * inverse[s]);
        sum = sum + term;
    }
    store(&people.term[k], term);
    store(&people.sum[k], sum);
    store(&people.count[k], count + to_float<F>(met));
    store(&people.over[k], sum - u);
}

PARLEY_LANES void begin_counting(const Draws& draws, std::uint32_t first, std::uint32_t size, float scale, const float* weights,
                                 const float* nones, Inversion& all) {
    const Draws luck = draws;
    const float* inverse = at_hand(kInverse).data();
    for_lanes(size, [&]<class F>(std::uint32_t k) PARLEY_LOOP {
        const F u = luck.uniforms<F>(count_from<F>(first + k)), mean = scale * load<F>(weights + k), none = load<F>(nones + k);
        store(&all.u[k], u);
        store(&all.mean[k], mean);
        step(all, k, inverse, u, mean, none, none, F{});
    });
}

PARLEY_LANES void go_on_counting(std::uint32_t size, int done, Inversion& left) {
    const float* inverse = at_hand(kInverse).data() + done;
    for_lanes(size, [&]<class F>(std::uint32_t k) PARLEY_LOOP {
        step(left, k, inverse, load<F>(&left.u[k]), load<F>(&left.mean[k]), load<F>(&left.term[k]), load<F>(&left.sum[k]), load<F>(&left.count[k]));
    });
}

}  // namespace

PARLEY_LANES void chances_of_none(float scale, const std::vector<float>& weights, std::vector<float>& none) {
    const ExpFast e = at_hand(exp_fast);
    none.resize(weights.size());
    for_lanes(static_cast<std::uint32_t>(weights.size()), [&]<class F>(std::uint32_t k) PARLEY_LOOP {
        store(&none[k], e(-(scale * load<F>(&weights[k]))));
    });
}

void poisson_counts(const Draws& luck, std::uint32_t first, std::uint32_t size, float scale, const float* weights, const float* none, float* counts) {
    Inversion all, left;
    std::array<std::uint32_t, kBlock> who;
    begin_counting(luck, first, size, scale, weights, none, all);
    std::copy_n(all.count.begin(), size, counts);
    std::uint32_t many = 0;
    for_each_at_most(all.over.data(), size, 0, [&](std::uint32_t k) {
        if (all.mean[k] > 30) {
            counts[k] = static_cast<float>(poisson_from(static_cast<double>(all.mean[k]), static_cast<double>(all.u[k])));
            return;
        }
        who[many] = k;
        left.u[many] = all.u[k], left.mean[many] = all.mean[k], left.term[many] = all.term[k], left.sum[many] = all.sum[k];
        left.count[many++] = all.count[k];
    });
    for (int done = kSteps; many > 0 && done < kMost; done += kSteps) {
        go_on_counting(many, done, left);
        for (std::uint32_t k = 0; k < many; ++k) counts[who[k]] = left.count[k];
        std::uint32_t still = 0;
        for_each_at_most(left.over.data(), many, 0, [&](std::uint32_t k) {
            who[still] = who[k];
            left.u[still] = left.u[k], left.mean[still] = left.mean[k], left.term[still] = left.term[k], left.sum[still] = left.sum[k];
            left.count[still++] = left.count[k];
        });
        many = still;
    }
}

}  // namespace parley
