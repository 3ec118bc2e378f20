#include "model/world.h"

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley {

namespace process {
std::span<const ProcessSpec> schedule() {
    static constexpr ProcessSpec specs[] = {
#define PROCESS(name, sentence) {#name, sentence, name},
#include "model/schedule.def"
#undef PROCESS
    };
    return specs;
}
}  // namespace process

World make_world(const Model& model) {
    const Phase& phase = model.phases.front();
    const Traits& traits = model.people->traits;
    const std::size_t n = model.people->size;

    World world;
    world.day = -model.warmup_days;
    Minds& m = world.minds;
    for (auto* column : {&m.adstock, &m.irritation, &m.relationship, &m.praise, &m.blame}) column->assign(n, 0.0f);
    m.attitude = traits.attitude;
    m.trust = traits.trust;
    m.expectation.assign(n, static_cast<float>(phase.market.expectation_start));
    m.last_purchase.assign(n, kLongAgo);
    m.purchases.assign(n, 0);
    m.rung.assign(n, Rung::Never);
    m.flags.resize(n);
    for (std::size_t i = 0; i < n; ++i) m.flags[i] = traits.aware[i] ? kAware : 0;

    world.firm.quality = phase.brand.quality;
    world.firm.contact_history.assign(90, 0);
    world.firm.lessons.assign(static_cast<std::size_t>(phase.market.listening_lag) + 1, 0.0);
    set_references(model, world);
    return world;
}

void step(const Model& model, World& world) {
    ++world.day;
    world.record = {};
    world.today.happenings.clear();
    // What was told yesterday is heard today.
    world.inbox.swap(world.outbox);
    world.outbox.clear();
    for (const process::ProcessSpec& process : process::schedule()) process.run(model, world);
    measure(model, world);
    // Until the run begins, what is normal is what is.
    if (world.day <= 0 && world.day % 7 == 0) set_references(model, world);
}

double appeal(const Market& market, const World& world, const Traits&, std::uint32_t i, double reads_reviews) {
    const Minds& m = world.minds;
    const Firm& firm = world.firm;
    const double prior = market.review_prior * market.customers / 5000;
    const double momentary_attitude = m.attitude[i] - market.annoyance * m.irritation[i] * m.irritation[i];
    double value = market.weight_adstock * log1p(m.adstock[i]) + market.weight_attitude * momentary_attitude +
                   market.weight_trust * m.trust[i] + market.weight_praise * log1p(m.praise[i] / market.talk_scale) -
                   market.weight_blame * log1p(m.blame[i] / market.talk_scale) +
                   market.weight_relationship * m.relationship[i] + (m.flags[i] & kHabit ? market.weight_habit : 0.0);
    if (reads_reviews > 0)
        value += reads_reviews *
                 (market.weight_good_reviews * log((firm.good_reviews + prior) / (firm.good_reference + prior)) -
                  market.weight_bad_reviews * log((firm.bad_reviews + prior) / (firm.bad_reference + prior)));
    return value;
}

double choice_chance(const Market& market, const World& world, const Traits& traits, std::uint32_t i, double lift,
                     double reads_reviews) {
    if (!(world.minds.flags[i] & kAware)) return 0;
    return logistic(traits.leaning[i] + appeal(market, world, traits, i, reads_reviews) - world.firm.appeal_reference + lift);
}

void set_references(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    world.firm.good_reference = world.firm.good_reviews;
    world.firm.bad_reference = world.firm.bad_reviews;
    double sum = 0;
    for (std::uint32_t i = 0; i < model.people->size; ++i) sum += appeal(market, world, model.people->traits, i, 0.0);
    world.firm.appeal_reference = sum / model.people->size;
}

}  // namespace parley
