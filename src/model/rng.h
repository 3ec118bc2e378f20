// Luck: counter-based draws, keyed by who, what and when.
//
// A draw is a pure function of (seed, pair, process, day, customer, slot): no stream, no state, no order.  Two arms that ask
// the same question get the same answer, and a new process disturbs none of the others (common random numbers).
// Math    two rounds of a 64-bit finaliser (variant 13 of Stafford's search, as in SplitMix64; Steele et al. 2014): one
//         for the stream (seed, pair, process, day), one for the draw.  Philox 4x32 gives the same independence for about
//         three times the time; a 64-bit mix passed the same tests (tests/model/rng_test.cpp).
// Cost    about 1.5 ns per draw.
#pragma once
#include <cstdint>

#include "model/lanes.h"

namespace parley {

constexpr std::uint64_t mix64(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

// Who draws: one id per purpose.  Ids are part of the results; add at the end, never renumber.
enum class Purpose : std::uint32_t {
    Communities, Degrees, Wiring, Traits, Preferences, Awareness, Exposure, Posts, Noticing, Hearing, Sharing, Following, Muting,
    Occasions, Questions, Complaints, Threads, DeskOrder, Patience, Choice, Experience, Telling, Posting, Seats,
    Adoption, Abandonment, Involvement, HomeNetwork, Liking, Boosting, SeeingThrough, Scandal, BoughtFollowers, Seeding, Mentions,
    Completion, Community, Deals, Ignorance,
};

// All draws of one purpose on one day of one world.
struct Stream {
    std::uint64_t key;

    constexpr Stream(std::uint64_t seed, std::uint64_t pair, Purpose purpose, std::int64_t day = 0)
        : key(mix64(mix64(seed * 0x9e3779b97f4a7c15u + pair) ^
                    (static_cast<std::uint64_t>(purpose) << 48 ^ static_cast<std::uint64_t>(day + 0x100000)))) {}

    // 64 fresh bits for a customer (or another counter) and slot (0..2^16 draws of the same customer on the same day).
    constexpr std::uint64_t bits(std::uint64_t customer, std::uint64_t slot = 0) const {
        return mix64(key + customer * 0x9e3779b97f4a7c15u + slot * 0xd1342543de82ef95u);
    }
    // Uniform on (0, 1), never 0 or 1; 52 bits.
    constexpr double uniform(std::uint64_t customer, std::uint64_t slot = 0) const { return to_unit(bits(customer, slot)); }
    constexpr bool chance(double p, std::uint64_t customer, std::uint64_t slot = 0) const { return uniform(customer, slot) < p; }

    static constexpr double to_unit(std::uint64_t bits) {
        return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
    }
};

// The same for loops over everyone: 32 bits from 32-bit arithmetic, which vector units have.
// Math    a 32-bit finaliser of two multiplications (constants of Wellons' 2018 search, "lowbias32") on customer x golden ratio,
//         with the 64 bits of the stream's key added before each half: two days share a sequence with chance 2^-64.
// Cost    about 0.3 ns per draw in a vector loop.
struct Draws {
    std::uint32_t first, second;

    constexpr explicit Draws(const Stream& stream)
        : first(static_cast<std::uint32_t>(stream.key)), second(static_cast<std::uint32_t>(stream.key >> 32)) {}

    // Of a customer, or of eight (Words).
    template <class W>
    PARLEY_IN_LANES W bits(W customer) const {
        W x = customer * 0x9e3779b1u + first;
        x = (x ^ (x >> 16)) * 0x7feb352du;
        x = ((x ^ (x >> 15)) + second) * 0x846ca68bu;
        return x ^ (x >> 16);
    }
    // Uniform on (0, 1), never 0 or 1; 23 bits, exact in float.
    template <class F>
    PARLEY_IN_LANES F uniforms(const WordsOf<F>& customer) const {
        return (to_float<F>(as<IntsOf<F>>(bits(customer) >> 9)) + 0.5f) * 0x1p-23f;
    }
    PARLEY_IN_LANES float uniform(std::uint32_t customer) const { return uniforms<float>(customer); }
};

// The two halves of a draw as uniforms on (0, 1) of 23 bits each: exact in float, independent of each other.
constexpr float low_unit(std::uint64_t bits) { return (static_cast<float>(static_cast<std::uint32_t>(bits) >> 9) + 0.5f) * 0x1p-23f; }
constexpr float high_unit(std::uint64_t bits) { return (static_cast<float>(static_cast<std::uint32_t>(bits >> 41)) + 0.5f) * 0x1p-23f; }

}  // namespace parley
