#include "model/observation.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "model/lanes.h"
#include "model/world.h"

namespace parley {
namespace {

constexpr auto kSpecs = std::to_array<ObservableSpec>({
#define OBSERVABLE(name, kind, ...) {#name, ObservableKind::kind, __VA_ARGS__},
#include "model/observables.def"
#undef OBSERVABLE
});
static_assert(kSpecs.size() == kObservables);

std::int64_t fixed(double value) { return static_cast<std::int64_t>(value * kFixedPoint + 0.5); }

}  // namespace

PARLEY_LANES std::int64_t fixed_sum(std::span<const float> column) {
    std::int64_t all = 0;
    for (std::size_t first = 0; first < column.size(); first += kFixedSumMost) {
        FixedSum<float> sum;
        for (const float value : column.subspan(first, std::min(column.size() - first, kFixedSumMost))) sum.add(value);
        all += sum.total();
    }
    return all;
}

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

namespace {

// Everyone is counted sixteen at a time; a block is short enough for counts of one byte.
using Bytes = std::uint8_t __attribute__((vector_size(16)));
static_assert(kBlock / sizeof(Bytes) < 256 && kBlock % sizeof(Bytes) == 0);
using Row = std::array<std::uint8_t, kBlock>;

constexpr std::uint8_t byte(int value) { return static_cast<std::uint8_t>(value); }
PARLEY_IN_LANES Bytes load(const Row& row, std::uint32_t k) {
    Bytes bytes;
    std::memcpy(&bytes, &row[k], sizeof bytes);
    return bytes;
}
// 1 where true.
PARLEY_IN_LANES Bytes ones(auto truth) { return (Bytes)truth & 1; }
PARLEY_IN_LANES std::int64_t sum(const Bytes& bytes) {
    std::int64_t total = 0;
    for (std::size_t lane = 0; lane < sizeof bytes; ++lane) total += bytes[lane];
    return total;
}

struct Standing {
    std::array<std::int64_t, kRungs> on_rung{};
    std::int64_t lost = 0, followers = 0, members = 0;
};

// Where everyone stands on the ladder, and who moved.
PARLEY_LANES Standing stand(Minds& m, float likely, int lapsed_before, bool durable) {
    Standing all;
    const auto n = static_cast<std::uint32_t>(m.rung.size());
    const auto before = static_cast<std::int16_t>(durable ? kLongAgo : std::max<int>(kLongAgo, lapsed_before));
    Row likes, lapsed, flags, purchases, old;
    for (std::uint32_t first = 0; first < n; first += kBlock) {
        const std::uint32_t size = std::min(kBlock, n - first);
        const float* attitude = &m.attitude[first];
        const std::int16_t* last = &m.last_purchase[first];
        for (std::uint32_t k = 0; k < size; ++k) likes[k] = attitude[k] >= likely;
        for (std::uint32_t k = 0; k < size; ++k) lapsed[k] = last[k] < before;
        std::memcpy(flags.data(), &m.flags[first], size);
        std::memcpy(purchases.data(), &m.purchases[first], size);
        std::memcpy(old.data(), &m.rung[first], size);

        std::array<Bytes, kRungs> on_rung{};
        Bytes lost{}, followers{}, members{};
        const std::uint32_t whole = size / sizeof(Bytes) * sizeof(Bytes);
        for (std::uint32_t k = 0; k < size; k += sizeof(Bytes)) {
            // The last few of the town share a row with nobody.
            const Bytes lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
            const Bytes there = k < whole ? Bytes{} + 1 : ones(lane < byte(static_cast<int>(size - whole)));
            const Bytes flag = load(flags, k), bought = load(purchases, k), left = load(lapsed, k), before_today = load(old, k);
            const Bytes aware = flag & byte(kAware), stranger = aware + (aware & load(likes, k));
            const Bytes customer = 3 + ones(bought > 1), is_customer = (Bytes)(bought > 0), has_left = (Bytes)(left > 0);
            const Bytes rung = (is_customer & ((has_left & 5) | (~has_left & customer))) | (~is_customer & stranger);
            for (std::uint8_t r = 0; r < kRungs; ++r) on_rung[r] += ones(rung == r) & there;
            lost += ones(rung == 5) & ones(before_today != 5) & there;
            followers += ones((flag & byte(kFollower | kMuted)) == byte(kFollower)) & there;
            members += ones((flag & byte(kMember)) != 0) & there;
            std::memcpy(&old[k], &rung, sizeof rung);
        }
        std::memcpy(&m.rung[first], old.data(), size);
        for (std::size_t r = 0; r < kRungs; ++r) all.on_rung[r] += sum(on_rung[r]);
        all.lost += sum(lost), all.followers += sum(followers), all.members += sum(members);
    }
    return all;
}

}  // namespace

void measure(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    DayRecord& record = world.record;
    // Who has a durable need not come back.
    const Standing now = stand(world.minds, static_cast<float>(market.likely_attitude), world.day - static_cast<int>(market.lapse_days),
                               is(market.category, Category::durable));
    record[Observable::lost] = now.lost;
    record[Observable::followers] = now.followers;
    record[Observable::members] = now.members;
    record[Observable::mentions] += record[Observable::peer_posts] + record[Observable::shares];
    record[Observable::never] = now.on_rung[0];
    record[Observable::maybe] = now.on_rung[1];
    record[Observable::probably] = now.on_rung[2];
    record[Observable::bought] = now.on_rung[3];
    record[Observable::repeat] = now.on_rung[4];
    record[Observable::left] = now.on_rung[5];
    record[Observable::culture] = fixed(world.firm.culture);
    record[Observable::quality] = fixed(world.firm.quality);
    record[Observable::message_fit] = fixed(world.firm.message_fit);
}

}  // namespace parley
