// Observables: what one day of one arm adds up to.  One row of integers, in the order of observables.def.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

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

// Fills the stocks, means and levels of world.record at the end of a day.  Flows and money are counted as they happen.
void measure(const Model& model, World& world);

}  // namespace parley
