// Forgetting: memory, irritation and talk decay; attitude and trust return to a person's own base.
//
// ODD: submodel "Forgetting".  Runs last, and adds up what is left while it is at hand: the means of the day.
// Reads   rates, traits.base_attitude and base_trust, stirred
// Writes  adstock, irritation, praise, blame, attitude, trust, reviews, levels, record (the means)
// Math    x <- keep x;  a <- a + return (base - a).  A sum is of fixed-point numbers: each value is rounded before it is added, so
//         any order of adding gives the same sum.  What nobody has stirred is 0 or at its base, where both laws change nothing.
// Cost    O(customers), vector loops, one pass a column; nothing for columns at rest.
#include <algorithm>

#include "model/process/process.h"

namespace parley::process {
namespace {

// Applies a law to each value and adds up what comes out.  law<F>(value, i): of customers i, i + 1, ..
template <class Law>
PARLEY_IN_LANES std::int64_t apply(std::vector<float>& column, Law law) {
    std::int64_t all = 0;
    for (std::size_t first = 0; first < column.size(); first += kFixedSumMost) {
        const auto size = static_cast<std::uint32_t>(std::min(column.size() - first, kFixedSumMost));
        float* block = &column[first];
        FixedSum<Floats> sum;
        FixedSum<float> rest;
        for_lanes(size, [&]<class F>(std::uint32_t k) PARLEY_LOOP {
            const F value = law.template operator()<F>(load<F>(block + k), first + k);
            store(block + k, value);
            if constexpr (kWidth<F> == 1) rest.add(value);
            else sum.add(value);
        });
        all += sum.total() + rest.total();
    }
    return all;
}

PARLEY_LANES std::int64_t decay(std::vector<float>& column, float keep) {
    return apply(column, [=]<class F>(const F& value, std::size_t) PARLEY_LOOP { return value * keep; });
}

PARLEY_LANES std::int64_t drift(std::vector<float>& column, const std::vector<float>& bases, float share) {
    const float* base = bases.data();
    return apply(column, [=]<class F>(const F& value, std::size_t i) PARLEY_LOOP { return value + share * (load<F>(base + i) - value); });
}

PARLEY_LANES void fade(std::vector<float>& column, float keep) {
    for (float& value : column) value *= keep;
}

}  // namespace

void forgetting(const Model& model, World& world) {
    const Rates& rates = model.rates[model.phase_on(world.day)];
    const Traits& traits = model.people->traits;
    Minds& m = world.minds;
    DayRecord& levels = world.levels;
    if (world.stirred & kMemory) {
        levels[Observable::adstock] = decay(m.adstock, rates.keep_adstock);
        levels[Observable::irritation] = decay(m.irritation, rates.keep_irritation);
    }
    if (world.stirred & kTalk) {
        fade(m.praise, rates.keep_talk);
        fade(m.blame, rates.keep_talk);
    }
    if (world.stirred & kAttitude) levels[Observable::attitude] = drift(m.attitude, traits.base_attitude, rates.return_attitude);
    if (world.stirred & kTrust) levels[Observable::trust] = drift(m.trust, traits.base_trust, rates.return_trust);
    if (world.stirred & kRelationship) levels[Observable::relationship] = fixed_sum(m.relationship);
    world.stirred &= static_cast<std::uint8_t>(~kRelationship);  // it does not move by itself
    for (const Observable mean : {Observable::adstock, Observable::irritation, Observable::attitude, Observable::trust, Observable::relationship})
        world.record[mean] = levels[mean];
    world.firm.good_reviews *= rates.keep_reviews;
    world.firm.bad_reviews *= rates.keep_reviews;
}

}  // namespace parley::process
