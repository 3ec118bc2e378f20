#include "model/observation.h"

#include <array>

#include "model/world.h"

namespace parley {
namespace {

constexpr auto kSpecs = std::to_array<ObservableSpec>({
#define OBSERVABLE(name, kind, ...) {#name, ObservableKind::kind, __VA_ARGS__},
#include "model/observables.def"
#undef OBSERVABLE
});
static_assert(kSpecs.size() == kObservables);

// Sum over customers in fixed point.  Each value is rounded before it is added, so any order of adding gives the same sum.
std::int64_t fixed_sum(const std::vector<float>& column) {
    std::int64_t sum = 0;
    for (const float value : column) sum += static_cast<std::int64_t>(value * static_cast<float>(kFixedPoint));
    return sum;
}

std::int64_t fixed(double value) { return static_cast<std::int64_t>(value * kFixedPoint + 0.5); }

}  // namespace

std::span<const ObservableSpec> observables() { return kSpecs; }

const ObservableSpec* find_observable(std::string_view name) {
    for (const ObservableSpec& spec : kSpecs)
        if (name == spec.name) return &spec;
    return nullptr;
}

double shown(const ObservableSpec& spec, double raw, double customers) {
    switch (spec.kind) {
        case ObservableKind::Flow:
        case ObservableKind::Stock: return raw;
        case ObservableKind::Money: return raw / 100;
        case ObservableKind::Mean: return raw / kFixedPoint / customers;
        case ObservableKind::Level: return raw / kFixedPoint;
    }
    return raw;
}

void measure(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    Minds& m = world.minds;
    DayRecord& record = world.record;
    const auto likely = static_cast<float>(market.likely_attitude);
    const int lapsed_before = world.day - static_cast<int>(market.lapse_days);

    // Where everyone stands on the ladder.
    std::array<std::int64_t, kRungs> on_rung{};
    std::int64_t followers = 0, lost = 0;
    for (std::size_t i = 0; i < m.rung.size(); ++i) {
        const bool customer = m.purchases[i] > 0, lapsed = m.last_purchase[i] < lapsed_before, aware = m.flags[i] & kAware;
        const Rung rung = customer ? (lapsed ? Rung::Left : m.purchases[i] > 1 ? Rung::Repeat : Rung::Bought)
                          : aware  ? (m.attitude[i] >= likely ? Rung::Probably : Rung::Maybe)
                                   : Rung::Never;
        lost += rung == Rung::Left && m.rung[i] != Rung::Left;
        m.rung[i] = rung;
        ++on_rung[static_cast<std::size_t>(rung)];
        followers += (m.flags[i] & (kFollower | kMuted)) == kFollower;
    }
    record[Observable::lost] = lost;
    record[Observable::followers] = followers;
    record[Observable::never] = on_rung[0];
    record[Observable::maybe] = on_rung[1];
    record[Observable::probably] = on_rung[2];
    record[Observable::bought] = on_rung[3];
    record[Observable::repeat] = on_rung[4];
    record[Observable::left] = on_rung[5];

    record[Observable::adstock] = fixed_sum(m.adstock);
    record[Observable::irritation] = fixed_sum(m.irritation);
    record[Observable::attitude] = fixed_sum(m.attitude);
    record[Observable::trust] = fixed_sum(m.trust);
    record[Observable::quality] = fixed(world.firm.quality);
    record[Observable::message_fit] = fixed(world.firm.message_fit);
}

}  // namespace parley
