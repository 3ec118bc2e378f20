#include "model/model.h"

#include <utility>

#include "model/detmath.h"

namespace parley {
namespace {

// Mean degree of someone reached along a tie: larger than the mean degree, as the well-connected are reached more often.
double mean_degree_along_ties(const Network& network) {
    double sum = 0, squares = 0;
    for (std::uint32_t i = 0; i < network.size(); ++i) {
        const double k = network.degree(i);
        sum += k;
        squares += k * k;
    }
    return sum > 0 ? squares / sum : 0;
}

Rates rates_of(const Phase& phase, double degree_along_ties) {
    const Market& m = phase.market;
    const Strategy& s = phase.strategy;
    Rates r{};
    r.keep_adstock = static_cast<float>(daily_decay(m.adstock_half_life));
    r.keep_irritation = static_cast<float>(daily_decay(m.irritation_half_life));
    r.keep_talk = static_cast<float>(daily_decay(m.peer_half_life));
    r.return_attitude = static_cast<float>(1 - daily_decay(m.attitude_half_life));
    r.return_trust = static_cast<float>(1 - daily_decay(m.trust_half_life));
    r.promo_weight = static_cast<float>(s.promo_share + 0.25 * (1 - s.promo_share));
    r.keep_reviews = daily_decay(m.review_half_life);
    const double silent = 1 - m.occasional_posters - m.regular_posters;
    const double mean_voice = silent * m.post_lurker + m.occasional_posters * m.post_occasional + m.regular_posters * m.post_regular;
    // A shared message that each tie sees with chance peer_reach is passed on share_branching times in the mean.
    const double seen_by = degree_along_ties * m.peer_reach;
    r.share_per_voice = mean_voice > 0 && seen_by > 0 ? m.share_branching / seen_by / mean_voice : 0;
    r.reply_effect = phase.brand.empathy * (m.voiceless_effect + (1 - m.voiceless_effect) * s.human_voice) *
                     (1 - m.canned_loss * s.canned_share);
    r.reply_source = s.employee_share + (1 - s.employee_share) * m.agency_trust;
    return r;
}

}  // namespace

std::size_t Model::phase_on(int day) const {
    std::size_t phase = 0;
    while (phase + 1 < phases.size() && phases[phase + 1].from_day <= day) ++phase;
    return phase;
}

Model make_model(const Population& people, std::vector<Phase> phases, int warmup_days) {
    Model model;
    model.people = &people;
    const double degree = mean_degree_along_ties(people.network);
    for (const Phase& phase : phases) model.rates.push_back(rates_of(phase, degree));
    model.phases = std::move(phases);
    model.warmup_days = warmup_days;
    return model;
}

}  // namespace parley
