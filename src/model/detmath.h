// Elementary functions with the same bits on every platform, and the random variables built from them.
//
// The C library's exp, log and pow differ between platforms in the last bit; these use only + - * / sqrt, conversions and bit
// casts, which do not (compile with -ffp-contract=off).  Branch-free where a loop over customers calls them.
// Accuracy (tests/model/detmath_test.cpp): exp, log within 2 ulp in double; in float exp_fast within 4e-7 relative, log_fast
// within 2e-7, relative beyond 1/2 to 2 and absolute there.
#pragma once
#include <cmath>
#include <cstdint>

#include "model/rng.h"

namespace parley {

// 2^n for n in -1022..1023.
inline double pow2i(std::int64_t n) { return __builtin_bit_cast(double, static_cast<std::uint64_t>(n + 1023) << 52); }

// e^x.  0 below -708, largest finite near 709 above.
inline double exp(double x) {
    x = x < -708.0 ? -708.0 : x > 709.0 ? 709.0 : x;
    const double shifted = x * 1.4426950408889634 + 0x1.8p52;  // nearest whole number of doublings
    const double n = shifted - 0x1.8p52;
    const double r = (x - n * 0x1.62e42fefa0000p-1) - n * 0x1.cf79abc9e3b39p-40;
    // Taylor to the 13th power: the remainder at |r| <= ln 2 / 2 is below half an ulp.
    double p = 1.0 / 6227020800.0;
    p = p * r + 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    return p * pow2i(static_cast<std::int64_t>(n));
}

// Natural logarithm of a positive normal number.
inline double log(double x) {
    const std::uint64_t bits = __builtin_bit_cast(std::uint64_t, x);
    // m in [sqrt 1/2, sqrt 2), x = m 2^n
    const std::uint64_t shifted = bits - 0x3fe6a09e667f3bcdu;
    const std::int64_t n = static_cast<std::int64_t>(shifted) >> 52;
    const double m = __builtin_bit_cast(double, bits - (static_cast<std::uint64_t>(n) << 52));
    // ln m = 2 atanh z, z = (m - 1) / (m + 1), |z| < 0.172
    const double z = (m - 1.0) / (m + 1.0), y = z * z;
    double p = 1.0 / 21.0;
    p = p * y + 1.0 / 19.0;
    p = p * y + 1.0 / 17.0;
    p = p * y + 1.0 / 15.0;
    p = p * y + 1.0 / 13.0;
    p = p * y + 1.0 / 11.0;
    p = p * y + 1.0 / 9.0;
    p = p * y + 1.0 / 7.0;
    p = p * y + 1.0 / 5.0;
    p = p * y + 1.0 / 3.0;
    return static_cast<double>(n) * 0x1.62e42fefa39efp-1 + (2.0 * z + 2.0 * z * (y * p));
}

// ln(1 + x) for x >= 0: no cancellation matters at the sizes the model uses.
inline double log1p(double x) { return log(1.0 + x); }

inline double pow(double base, double power) { return exp(power * log(base)); }

// e^x in float for x in -87..88 and at those ends beyond, branch-free, for loops over all customers: of a float, or of eight.
struct ExpFast {
    float low = -87.0f, high = 88.0f, per_doubling = 1.44269504f, magic = 0x1.8p23f, ln2_high = 0x1.62e400p-1f, ln2_low = 0x1.7f7d1cp-20f;
    float c6 = 1.0f / 720.0f, c5 = 1.0f / 120.0f, c4 = 1.0f / 24.0f, c3 = 1.0f / 6.0f, c2 = 0.5f, one = 1.0f;
    std::uint32_t one_bits = 0x3f800000u;

    template <class F>
    PARLEY_IN_LANES F operator()(F x) const {
        x = least(most(x, low), high);
        const F shifted = x * per_doubling + magic;
        const F n = shifted - magic;
        const F r = (x - n * ln2_high) - n * ln2_low;
        F p = r * c6 + c5;
        p = p * r + c4;
        p = p * r + c3;
        p = p * r + c2;
        p = p * r + one;
        p = p * r + one;
        // The low bits of shifted hold n.
        return p * as<F>((as<WordsOf<F>>(shifted) << 23) + one_bits);
    }
};
inline constexpr ExpFast exp_fast;

// A whole number of 0 .. 2^23 - 1 out of its float, where a conversion costs more (in WebAssembly it saturates).
template <class F>
PARLEY_IN_LANES WordsOf<F> whole(const F& x) {
    return as<WordsOf<F>>(x + 0x1p23f) - 0x4b000000u;
}

// Natural logarithm of a positive normal float, branch-free, for the same loops.
inline float log_fast(float x) {
    const std::int32_t bits = __builtin_bit_cast(std::int32_t, x);
    // m in [sqrt 1/2, sqrt 2), x = m 2^n
    const std::int32_t n = (bits - 0x3f3504f3) >> 23;
    const float m = __builtin_bit_cast(float, bits - (n << 23));
    // ln m = 2 atanh z, z = (m - 1) / (m + 1), |z| < 0.172
    const float z = (m - 1.0f) / (m + 1.0f), y = z * z;
    float p = 1.0f / 9.0f;
    p = p * y + 1.0f / 7.0f;
    p = p * y + 1.0f / 5.0f;
    p = p * y + 1.0f / 3.0f;
    return static_cast<float>(n) * 0.693147181f + (2.0f * z + 2.0f * z * (y * p));
}

// ln(1 + x) for x >= 0, where a loss of 6e-8 does not matter.
inline float log1p_fast(float x) { return log_fast(1.0f + x); }

inline float logistic_fast(float x) { return 1.0f / (1.0f + exp_fast(-x)); }

inline double logistic(double x) { return 1.0 / (1.0 + exp(-x)); }

// Share that remains after one day of a half-life in days.
inline double daily_decay(double half_life_days) { return exp(-0.6931471805599453 / half_life_days); }

// Standard normal from a uniform on (0, 1), by inversion (Wichura 1988, AS 241, about 16 digits).
double normal_from(double u);

// Poisson count with this mean from one uniform: by inversion, from the normal law above a mean of 30.  Monotone in u and mean,
// so arms that share a draw never cross.  At most 100,000.
int poisson_from(double mean, double u);

// Logarithm of a gamma variate (shape > 0, scale 1), keyed by stream and customer (Marsaglia & Tsang 2000; slots from `slot` up to
// slot + 64).  The logarithm, because variates of small shape underflow.
double log_gamma_draw(const Stream& stream, std::uint64_t customer, std::uint64_t slot, double shape);

}  // namespace parley
