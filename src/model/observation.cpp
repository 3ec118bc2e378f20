#include "model/observation.h"

#include <algorithm>
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
// Values above 2047 count as 2047, which keeps one term within 32 bits.
std::int64_t fixed_sum(const std::vector<float>& column) {
    std::int64_t sum = 0;
    for (const float value : column)
        sum += static_cast<std::int32_t>((value < 2047.0f ? value : 2047.0f) * static_cast<float>(kFixedPoint));
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
    const bool durable = is(market.category, Category::durable);  // who has one need not come back

    // Where everyone stands on the ladder.  The six counts share one word, ten bits each, emptied before one can overflow.
    std::array<std::int64_t, kRungs> on_rung{};
    std::int64_t lost = 0, followers = 0, members = 0;
    constexpr std::size_t kBlock = 1000;
    const std::size_t n = m.rung.size();
    for (std::size_t first = 0; first < n; first += kBlock) {
        std::uint64_t counts = 0;
        const std::size_t end = std::min(n, first + kBlock);
        for (std::size_t i = first; i < end; ++i) {
            const int aware = m.flags[i] & kAware, customer = m.purchases[i] > 0, again = m.purchases[i] > 1;
            const int lapsed = m.last_purchase[i] < lapsed_before && !durable, likes = m.attitude[i] >= likely;
            const int rung = customer ? (lapsed ? 5 : 3 + again) : aware * (1 + likes);
            lost += rung == 5 && m.rung[i] != Rung::Left;
            followers += (m.flags[i] & (kFollower | kMuted)) == kFollower;
            members += (m.flags[i] & kMember) != 0;
            m.rung[i] = static_cast<Rung>(rung);
            counts += std::uint64_t{1} << (10 * rung);
        }
        for (std::size_t rung = 0; rung < kRungs; ++rung) on_rung[rung] += static_cast<std::int64_t>(counts >> (10 * rung) & 1023);
    }
    record[Observable::lost] = lost;
    record[Observable::followers] = followers;
    record[Observable::members] = members;
    record[Observable::mentions] += record[Observable::peer_posts] + record[Observable::shares];
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
    record[Observable::relationship] = fixed_sum(m.relationship);
    record[Observable::culture] = fixed(world.firm.culture);
    record[Observable::quality] = fixed(world.firm.quality);
    record[Observable::message_fit] = fixed(world.firm.message_fit);
}

}  // namespace parley
