#include "model/params.h"

#include <array>
#include <cmath>
#include <type_traits>

namespace parley {
namespace {

constexpr bool in_range(double value, double min, double max) { return min <= value && value <= max && min < max; }

// A row whose default is out of range, or which has no unit, help or source, does not compile.
constexpr bool sound(const ParamSpec& row) {
    return in_range(row.value, row.min, row.max) && *row.unit && *row.label && *row.help && *row.source;
}

template <std::size_t n> constexpr bool all_sound(const std::array<ParamSpec, n>& rows) {
    for (const ParamSpec& row : rows)
        if (!sound(row)) return false;
    return true;
}

#define OPTION(code, label) OptionSpec{#code, label},
#define CHOICE(name, options) constexpr OptionSpec kOptionsOf##name[] = {options};
#include "model/choices.def"
#undef CHOICE
#undef OPTION

#define ROW(Struct, fixed, first, group, moves, field, kind, value, min, max, unit, label, help, source) \
    ParamSpec{#field, Kind::kind, value, min, max, unit, label, help, source, fixed, LeverGroup::group, moves, offsetof(Struct, field), {}, first},
#define PICK_ROW(Struct, fixed, first, group, moves, field, choice, value, label, help, source)                                         \
    ParamSpec{#field, Kind::Choice, static_cast<double>(choice::value), 0, std::size(kOptionsOf##choice) - 1.0, "choice", label, \
              help, source, fixed, LeverGroup::group, moves, offsetof(Struct, field), kOptionsOf##choice, first},

constexpr auto kMarketRows = std::to_array<ParamSpec>({
#define PARAM(...) ROW(Market, false, false, None, "", __VA_ARGS__)
#define FIXED(...) ROW(Market, true, false, None, "", __VA_ARGS__)
#define PICK(...) PICK_ROW(Market, true, false, None, "", __VA_ARGS__)
#include "model/market.def"
#undef PICK
#undef FIXED
#undef PARAM
});

constexpr auto kBrandRows = std::to_array<ParamSpec>({
#define PARAM(...) ROW(Brand, false, false, None, "", __VA_ARGS__)
#define FIXED(...) ROW(Brand, true, false, None, "", __VA_ARGS__)
#include "model/brand.def"
#undef FIXED
#undef PARAM
});

constexpr auto kStrategyRows = std::to_array<ParamSpec>({
#define LEVER(field, kind, value, min, max, unit, label, help, source, group, moves) \
    ROW(Strategy, false, true, group, #moves, field, kind, value, min, max, unit, label, help, source)
#define MORE(field, kind, value, min, max, unit, label, help, source, group, moves) \
    ROW(Strategy, false, false, group, #moves, field, kind, value, min, max, unit, label, help, source)
#define MORE_PICK(field, choice, value, label, help, source, group, moves) \
    PICK_ROW(Strategy, false, false, group, #moves, field, choice, value, label, help, source)
#include "model/levers.def"
#undef MORE_PICK
#undef MORE
#undef LEVER
});

constexpr auto kRunRows = std::to_array<ParamSpec>({
#define FIXED(...) ROW(RunSettings, true, false, None, "", __VA_ARGS__)
#include "model/run.def"
#undef FIXED
});
#undef PICK_ROW
#undef ROW

static_assert(all_sound(kMarketRows) && all_sound(kBrandRows) && all_sound(kStrategyRows) && all_sound(kRunRows));
static_assert(sizeof(Market) == kMarketRows.size() * sizeof(double));
static_assert(sizeof(Brand) == kBrandRows.size() * sizeof(double));
static_assert(sizeof(Strategy) == kStrategyRows.size() * sizeof(double));
static_assert(sizeof(RunSettings) == kRunRows.size() * sizeof(double));

}  // namespace

const ParamTable kMarketTable{"market", kMarketRows};
const ParamTable kBrandTable{"brand", kBrandRows};
const ParamTable kStrategyTable{"strategy", kStrategyRows};
const ParamTable kRunTable{"run", kRunRows};

std::span<const ParamTable* const> param_tables() {
    static constexpr std::array<const ParamTable*, 4> tables{&kMarketTable, &kBrandTable, &kStrategyTable, &kRunTable};
    return tables;
}

const ParamSpec* ParamTable::find(std::string_view row) const {
    for (const ParamSpec& spec : rows)
        if (row == spec.name) return &spec;
    return nullptr;
}

bool allowed(const ParamSpec& row, double value) {
    // NaN fails the first comparison.
    return value >= row.min && value <= row.max && (!row.whole() || value == std::floor(value));
}

bool assumed(const ParamSpec& row) {
    // "A", "A; paper (direction)", "paper (shape); A (value)", "A; set by the scenario"
    bool found = false;
    for (std::string_view rest(row.source); !rest.empty();) {
        const std::size_t stop = rest.find("; ");
        const std::string_view part = rest.substr(0, stop);
        rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 2);
        if (part == "set by the scenario") return false;
        found = found || part == "A" || part.substr(0, 3) == "A (";
    }
    return found;
}

const char* option_code(const ParamSpec& row, double value) { return row.options[static_cast<std::size_t>(value)].code; }

std::span<const OptionSpec> currencies() { return kOptionsOfCurrency; }
std::span<const OptionSpec> event_kinds() { return kOptionsOfWhat; }

}  // namespace parley
