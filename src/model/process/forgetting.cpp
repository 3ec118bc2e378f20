// Forgetting: memory, irritation and talk decay; attitude and trust return to a person's own base.
//
// ODD: submodel "Forgetting".  Runs last.
// Reads   rates, traits.base_attitude and base_trust
// Writes  adstock, irritation, praise, blame, attitude, trust, reviews
// Math    x <- keep x;  a <- a + return (base - a).  Cost O(customers), vector loops.
#include "model/process/process.h"

namespace parley::process {
namespace {

void decay(std::vector<float>& column, float keep) {
    for (float& value : column) value *= keep;
}

void drift(std::vector<float>& column, const std::vector<float>& base, float share) {
    for (std::size_t i = 0; i < column.size(); ++i) column[i] += share * (base[i] - column[i]);
}

}  // namespace

void forgetting(const Model& model, World& world) {
    const Rates& rates = model.rates[model.phase_on(world.day)];
    Minds& m = world.minds;
    decay(m.adstock, rates.keep_adstock);
    decay(m.irritation, rates.keep_irritation);
    decay(m.praise, rates.keep_talk);
    decay(m.blame, rates.keep_talk);
    drift(m.attitude, model.people->traits.base_attitude, rates.return_attitude);
    drift(m.trust, model.people->traits.base_trust, rates.return_trust);
    world.firm.good_reviews *= rates.keep_reviews;
    world.firm.bad_reviews *= rates.keep_reviews;
}

}  // namespace parley::process
