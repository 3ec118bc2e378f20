// Lanes: the same arithmetic for one customer or for eight at once.
//
// What a loop over all customers does is written once, as a template over F: float for one customer, Floats for eight (two vectors of
// four in WebAssembly and on every x86-64, one of eight where the machine has AVX2; PARLEY_LANES).  A lane does what a single float
// would, in the same order and without fused operations, so that results have the same bits at every width.  Lighter loops are written
// plainly and without branches; compilers make vectors of them.
#pragma once
#include <cstdint>
#include <cstring>
#include <type_traits>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wpsabi"  // vectors are passed to functions that are always inlined
#endif

// Before a function: compile it for wider lanes too; the program chooses when it starts.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__linux__)
#define PARLEY_LANES __attribute__((target_clones("default", "avx2")))
#else
#define PARLEY_LANES __attribute__((noinline))
#endif

// Before a function that those call: part of their loops, whatever its length.
#define PARLEY_IN_LANES __attribute__((always_inline)) inline
// The same between the parameters and the body of a lambda.
#define PARLEY_LOOP __attribute__((always_inline))

namespace parley {

// Loops with intermediate columns go through the customers in blocks of this size, which stay in the first cache.
inline constexpr std::uint32_t kBlock = 512;

inline constexpr std::uint32_t kFloats = 8;
using Floats = float __attribute__((vector_size(4 * kFloats)));
using Words = std::uint32_t __attribute__((vector_size(4 * kFloats)));
using Ints = std::int32_t __attribute__((vector_size(4 * kFloats)));

// The 32-bit words and whole numbers that go with a float or with eight.
template <class F>
using WordsOf = std::conditional_t<std::is_same_v<F, float>, std::uint32_t, Words>;
template <class F>
using IntsOf = std::conditional_t<std::is_same_v<F, float>, std::int32_t, Ints>;
template <class F>
inline constexpr std::uint32_t kWidth = sizeof(F) / sizeof(float);

// The same bits as another type.
template <class To, class From>
PARLEY_IN_LANES To as(const From& from) {
    return __builtin_bit_cast(To, from);
}
template <class F>
PARLEY_IN_LANES F to_float(const IntsOf<F>& whole) {
    if constexpr (std::is_same_v<F, float>) return static_cast<float>(whole);
    else return __builtin_convertvector(whole, Floats);
}
template <class Lanes, class T>
PARLEY_IN_LANES Lanes load(const T* values) {
    static_assert(sizeof(T) == 4);
    Lanes lanes;
    std::memcpy(&lanes, values, sizeof lanes);
    return lanes;
}
// Bytes as words: how flags choose.
template <class F>
PARLEY_IN_LANES WordsOf<F> widen(const std::uint8_t* bytes) {
    if constexpr (std::is_same_v<F, float>) {
        return *bytes;
    } else {
        std::uint8_t narrow __attribute__((vector_size(kFloats)));
        std::memcpy(&narrow, bytes, sizeof narrow);
        return __builtin_convertvector(narrow, Words);
    }
}
// a where the word is not 0, otherwise b.
template <class F>
PARLEY_IN_LANES F choose(const WordsOf<F>& word, const F& a, const F& b) {
    if constexpr (std::is_same_v<F, float>) return word != 0 ? a : b;
    else return word != 0 ? a : b;
}
template <class F>
PARLEY_IN_LANES void store(float* values, const F& lanes) {
    std::memcpy(values, &lanes, sizeof lanes);
}
// first, first + 1, ..
template <class F>
PARLEY_IN_LANES WordsOf<F> count_from(std::uint32_t first) {
    if constexpr (std::is_same_v<F, float>) return first;
    else return Words{0, 1, 2, 3, 4, 5, 6, 7} + first;
}
// 1 where a >= b, otherwise 0.
template <class F>
PARLEY_IN_LANES IntsOf<F> reaches(const F& a, const F& b) {
    if constexpr (std::is_same_v<F, float>) return a >= b;
    else return -(a >= b);
}
template <class F>
PARLEY_IN_LANES F least(const F& a, float b) {
    if constexpr (std::is_same_v<F, float>) return a < b ? a : b;
    else return a < b ? a : Floats{} + b;
}
template <class F>
PARLEY_IN_LANES F most(const F& a, float b) {
    if constexpr (std::is_same_v<F, float>) return a > b ? a : b;
    else return a > b ? a : Floats{} + b;
}
template <class F>
PARLEY_IN_LANES F magnitude(const F& a) {
    return as<F>(as<WordsOf<F>>(a) & 0x7fffffffu);
}

// All lanes added up.
template <class F>
PARLEY_IN_LANES std::uint32_t sum_of(const WordsOf<F>& words) {
    if constexpr (std::is_same_v<F, float>) {
        return words;
    } else {
        std::uint32_t sum = 0;
        for (std::uint32_t lane = 0; lane < kFloats; ++lane) sum += words[lane];
        return sum;
    }
}

// Runs act<F>(k) over 0 .. size - 1, eight at a time and the rest one by one.
template <class Act>
PARLEY_IN_LANES void for_lanes(std::uint32_t size, Act act) {
    std::uint32_t k = 0;
    for (; k + kFloats <= size; k += kFloats) act.template operator()<Floats>(k);
    for (; k < size; ++k) act.template operator()<float>(k);
}

// A constant that compilers do not know: they keep it at hand, where V8 would build a known one anew in every turn of a loop.
template <class T>
PARLEY_IN_LANES const T& at_hand(const T& constant) {
    const T* place = &constant;
    __asm__("" : "+r"(place));
    return *place;
}

// One bit per value of four: whether it is at most the bound.
inline unsigned at_most_mask(const float* values, float bound) {
#if defined(__wasm_simd128__)
    return wasm_i32x4_bitmask(wasm_f32x4_le(wasm_v128_load(values), wasm_f32x4_splat(bound)));
#elif defined(__SSE2__)
    return static_cast<unsigned>(_mm_movemask_ps(_mm_cmple_ps(_mm_loadu_ps(values), _mm_set1_ps(bound))));
#else
    unsigned mask = 0;
    for (unsigned k = 0; k < 4; ++k) mask |= static_cast<unsigned>(values[k] <= bound) << k;
    return mask;
#endif
}

// Calls act(index) for every bit, from the lowest.
template <class Act>
PARLEY_IN_LANES void for_each_bit(std::uint64_t mask, std::uint32_t first, Act act) {
    for (; mask != 0; mask &= mask - 1) act(first + static_cast<std::uint32_t>(__builtin_ctzll(mask)));
}

// Calls act(index) for every value at most the bound, in order.  For the few among many: costs next to nothing where there is none.
// They are sought 64 at a time, so that a processor guesses wrong once for many when the search ends.
template <class Act>
PARLEY_IN_LANES void for_each_at_most(const float* values, std::uint32_t size, float bound, Act act) {
    std::uint32_t i = 0;
    for (; i + 64 <= size; i += 64) {
        std::uint64_t mask = 0;
        for (std::uint32_t k = 0; k < 64; k += 4) mask |= std::uint64_t{at_most_mask(values + i + k, bound)} << k;
        for_each_bit(mask, i, act);
    }
    for (; i < size; ++i)
        if (values[i] <= bound) act(i);
}

// Calls act(index) for every byte that has this one bit, in order; sought likewise.
template <class Act>
PARLEY_IN_LANES void for_each_with(const std::uint8_t* bytes, std::uint32_t size, std::uint8_t bit, Act act) {
    const int place = __builtin_ctz(bit);
    std::uint32_t i = 0;
    for (; i + 64 <= size; i += 64) {
        std::uint64_t mask = 0;
        for (std::uint32_t k = 0; k < 64; k += 8) {
            std::uint64_t word;
            std::memcpy(&word, bytes + i + k, 8);
            // The bit of each of eight bytes, side by side in the highest byte of the product.
            mask |= (word >> place & 0x0101010101010101u) * 0x0102040810204080u >> 56 << k;
        }
        for_each_bit(mask, i, act);
    }
    for (; i < size; ++i)
        if (bytes[i] & bit) act(i);
}

}  // namespace parley
