#include "study/bench_reference.h"

#include <algorithm>

namespace parley {
namespace {

constexpr std::uint8_t kOwns = 1, kHasOwned = 128;

// The 32-bit finaliser of MurmurHash3 (Appleby 2011), here over a counter.
std::uint32_t mix(std::uint32_t x) {
    x = (x ^ (x >> 16)) * 0x85ebca6bu;
    x = (x ^ (x >> 13)) * 0xc2b2ae35u;
    return x ^ (x >> 16);
}

std::uint32_t threshold(double chance) { return static_cast<std::uint32_t>(chance * 0x1p32); }

}  // namespace

PlainContagion::PlainContagion(std::uint32_t customers) : customers_(customers) {
    sources_.reserve(std::size_t{customers} * kSources);
    for (std::uint32_t i = 0, counter = 0; i < customers; ++i) {
        const std::size_t first = sources_.size();
        while (sources_.size() < first + kSources) {
            const std::uint32_t other = mix(0x9e3779b9u * ++counter) % customers;
            const auto mine = sources_.begin() + static_cast<std::ptrdiff_t>(first);
            if (other != i && std::find(mine, sources_.end(), other) == sources_.end()) sources_.push_back(other);
        }
    }
    double refuses = 1 - kInnovation;
    for (std::uint32_t& chance : below_) {
        chance = threshold(1 - refuses);
        refuses *= 1 - kImitation / kSources;
    }
    begin(1);
}

void PlainContagion::begin(std::uint32_t seed) {
    seed_ = seed;
    day_ = 0;
    today_.assign(customers_, 0);
    yesterday_.assign(customers_, 0);
}

std::uint32_t PlainContagion::day() {
    today_.swap(yesterday_);
    const std::uint32_t key = mix(mix(seed_) + ++day_), leaves = threshold(kAbandonment);
    const std::uint8_t* before = yesterday_.data();
    const std::uint32_t* source = sources_.data();
    std::uint32_t owners = 0;
    for (std::uint32_t i = 0; i < customers_; ++i, source += kSources) {
        const std::uint32_t draw = mix(i * 0x9e3779b9u ^ key);
        std::uint8_t state = before[i];
        if (state & kOwns) {
            if (draw < leaves) state = kHasOwned;
        } else {
            std::uint32_t sum = 0;
            for (std::uint32_t k = 0; k < kSources; ++k) sum += before[source[k]];
            if (draw < below_[sum & (kHasOwned - 1)]) state = kOwns | kHasOwned;
        }
        today_[i] = state;
        owners += state & kOwns;
    }
    return owners;
}

double plain_loop_ns(PlainContagion& plain, const std::function<double()>& seconds) {
    plain.begin(1);
    const double start = seconds();
    for (std::uint32_t day = 0; day < PlainContagion::kDays; ++day) plain.day();
    return 1e9 * (seconds() - start) / (double{PlainContagion::kCustomers} * PlainContagion::kDays);
}

}  // namespace parley
