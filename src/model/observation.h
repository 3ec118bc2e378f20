// Observables: what one day of one arm adds up to.  One row of integers, in the order of observables.def.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/lanes.h"

namespace parley {

enum class ObservableKind : std::uint8_t { Flow, Stock, Money, Mean, Level };

enum class Observable : std::uint8_t {
#define OBSERVABLE(name, ...) name,
#include "model/observables.def"
#undef OBSERVABLE
};

struct ObservableSpec {
    const char* name;
    ObservableKind kind;
    const char* unit;
    const char* label;
    const char* help;
};
std::span<const ObservableSpec> observables();
const ObservableSpec* find_observable(std::string_view name);  // nullptr if there is none

inline constexpr std::size_t kObservables =
#define OBSERVABLE(name, ...) +1
#include "model/observables.def"
#undef OBSERVABLE
    ;

// One fixed-point step of Mean and Level observables.
inline constexpr double kFixedPoint = 0x1p20;

// A sum over customers in fixed point: each value is rounded to the nearest 2^-20 before it is added, so any order of adding
// gives the same sum.  In two parts that 32-bit lanes can add, whole units and what is beyond them; |value| < 2^21.
inline constexpr std::size_t kFixedSumMost = 2048;  // values that may be added before the total is taken
template <class F>
struct FixedSum {
    WordsOf<F> units{}, parts{};

    PARLEY_IN_LANES void add(const F& value) {
        const F shifted = value + 0x1.8p23f, rest = value - (shifted - 0x1.8p23f);  // whole numbers, as floats there are
        units += as<WordsOf<F>>(shifted) - kShifted;
        parts += as<WordsOf<F>>(rest * 0x1p20f + 0x1.8p23f) - kShifted;
    }
    PARLEY_IN_LANES std::int64_t total() const {
        return static_cast<std::int32_t>(sum_of<F>(units)) * static_cast<std::int64_t>(kFixedPoint) + static_cast<std::int32_t>(sum_of<F>(parts));
    }

private:
    static constexpr std::uint32_t kShifted = 0x4b400000;  // bits of 1.5 x 2^23
};
std::int64_t fixed_sum(std::span<const float> column);

// [observables] integers in the unit of their kind.
struct DayRecord {
    std::array<std::int64_t, kObservables> values{};

    std::int64_t& operator[](Observable o) { return values[static_cast<std::size_t>(o)]; }
    std::int64_t operator[](Observable o) const { return values[static_cast<std::size_t>(o)]; }
};

// The number people read: money in currency, means per customer, levels as they are.
double shown(const ObservableSpec& spec, double raw, double customers);

struct Model;
struct World;

// Fills the stocks and levels of world.record at the end of a day.  Flows and money are counted as they happen, means where
// they are made (process/forgetting.cpp).
void measure(const Model& model, World& world);

}  // namespace parley
