#include "model/model.h"

#include <algorithm>
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
    const double care = s.empathy * (1 - m.canned_loss * s.canned_share);
    r.reply_care = care * (1 - m.voiceless_effect);
    r.reply_voiceless = care * m.voiceless_effect;
    r.reply_source = (s.employee_share + (1 - s.employee_share) * m.agency_trust) * (1 + (m.expert_effect - 1) * s.expert_replies);
    const double heard = 1 + m.voice_reach * log(s.voices / 2) / 0.6931471805599453;
    r.organic_reach = std::clamp(organic_reach_of(m) * std::max(0.2, heard), 0.0, 1.0);
    return r;
}

}  // namespace

double organic_reach_of(const Market& market) {
    const double era[] = {market.organic_reach, 0.16, 0.12, 0.06, 0.02, 0.015};
    return era[static_cast<std::size_t>(market.reach_era)];
}

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
