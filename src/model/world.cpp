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
    m.attitude = traits.base_attitude;
    m.trust = traits.base_trust;
    m.expectation.assign(n, static_cast<float>(phase.market.expectation_start));
    m.unnoticed.assign(n, kEndless);
    m.next_occasion.assign(n, kEndless);
    m.next_follow.assign(n, kEndless);
    m.last_purchase.assign(n, kLongAgo);
    m.last_share.assign(n, kLongAgo);
    m.purchases.assign(n, 0);
    m.rung.assign(n, Rung::Never);
    m.flags.resize(n);
    // What each waits for: to notice the brand, to need something, to have a durable.
    const auto waits_of = [&](Purpose purpose) {
        return [luck = Draws(Stream(model.people->seed, model.people->pair, purpose, world.day))](std::uint32_t i) {
            return -log_fast(luck.uniform(i));
        };
    };
    const auto noticing = waits_of(Purpose::Noticing), occasion = waits_of(Purpose::Occasions), adoption = waits_of(Purpose::Adoption);
    for (std::uint32_t i = 0; i < n; ++i) {
        m.flags[i] = traits.aware[i] ? kAware : 0;
        if (!traits.aware[i]) m.unnoticed[i] = noticing(i);
        if (traits.appetite[i] > 0) m.next_occasion[i] = static_cast<float>(world.day) + occasion(i) / traits.appetite[i];
    }

    if (is(phase.market.category, Category::durable)) {
        world.ownership.owns.assign(n, 0);
        world.ownership.until.resize(n);
        for (std::uint32_t i = 0; i < n; ++i) world.ownership.until[i] = adoption(i);
        if (!model.people->network.complete) world.ownership.owning_ties.assign(n, 0);
    }

    world.firm.quality = phase.brand.quality;
    world.firm.culture = phase.brand.culture;
    world.firm.contact_history.assign(90, 0);
    world.firm.lessons.assign(static_cast<std::size_t>(phase.market.listening_lag) + 1, 0.0);
    world.firm.insights.assign(static_cast<std::size_t>(phase.market.fit_lag) + 1, 0.0);
    world.levels[Observable::attitude] = fixed_sum(m.attitude);
    world.levels[Observable::trust] = fixed_sum(m.trust);
    set_references(model, world);
    return world;
}

namespace {

std::array<float, kQuantities> quantities(const Minds& m, std::uint32_t i) {
    return {m.attitude[i], m.trust[i],  m.relationship[i], m.adstock[i],
            m.irritation[i], m.praise[i], m.blame[i],        m.expectation[i]};
}

// What a process did to the customer who is watched.
void account(World& world, int process) {
    Trace& trace = *world.trace;
    const std::array<float, kQuantities> now = quantities(world.minds, trace.customer);
    for (std::size_t q = 0; q < kQuantities; ++q)
        if (now[q] != trace.last[q]) trace.changes.push_back({world.day, process, static_cast<Quantity>(q), now[q] - trace.last[q]});
    trace.last = now;
}

}  // namespace

void watch(World& world, std::uint32_t customer) {
    world.trace.emplace();
    world.trace->customer = customer;
    world.trace->start = world.trace->last = quantities(world.minds, customer);
}

void step(const Model& model, World& world) {
    const auto run = [&](const process::ProcessSpec& spec, std::size_t p) {
        spec.run(model, world);
        if (world.trace) account(world, static_cast<int>(p));
    };
    process::live_day(model, world, run, [&] {
        const int rung = world.trace ? static_cast<int>(world.minds.rung[world.trace->customer]) : 0;
        measure(model, world);
        if (world.trace)
            if (const int now = static_cast<int>(world.minds.rung[world.trace->customer]); now != rung)
                world.trace->steps.push_back({world.day, rung, now});
    });
}

void set_references(const Model& model, World& world) {
    world.firm.good_reference = world.firm.good_reviews;
    world.firm.bad_reference = world.firm.bad_reviews;
    world.firm.impressions_reference = world.firm.impressions;
    world.firm.appeal_reference = process::Choice(model, world).mean_terms();
}

}  // namespace parley
