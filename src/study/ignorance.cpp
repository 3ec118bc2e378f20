#include "study/ignorance.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "model/detmath.h"
#include "model/rng.h"

namespace parley {
namespace {

std::uint64_t key_of(std::string_view name) {  // FNV-1a
    std::uint64_t key = 0xcbf29ce484222325u;
    for (const char byte : name) key = (key ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    return key;
}

double drawn(const ParamSpec& row, double value, double factor) {
    const bool share = row.kind == Kind::Share && value > 0 && value < 1;
    double moved = share ? value * factor / (1 - value + value * factor) : value * factor;
    if (row.whole()) moved = std::floor(moved + 0.5);
    return std::clamp(moved, row.min, row.max);
}

template <class Rows> void draw(const ParamTable& table, Rows& rows, const Stream& luck, double reach) {
    for (const ParamSpec& row : table.rows) {
        double& value = value_of(rows, row);
        if (!drawn_anew(row, value)) continue;
        const double u = luck.uniform(key_of(row.name));
        value = drawn(row, value, exp((2 * u - 1) * log1p(reach)));
    }
}

template <class Rows> int count(const ParamTable& table, const Rows& rows) {
    return static_cast<int>(std::count_if(table.rows.begin(), table.rows.end(),
                                          [&](const ParamSpec& row) { return drawn_anew(row, value_of(rows, row)); }));
}

}  // namespace

bool drawn_anew(const ParamSpec& row, double value) {
    return assumed(row) && row.kind != Kind::Choice && value > row.min && value < row.max;
}

int drawn_numbers(const Scenario& scenario) { return count(kMarketTable, scenario.market) + count(kBrandTable, scenario.brand); }

Scenario with_ignorance(const Scenario& scenario, int pair) {
    Scenario lived = scenario;
    const double reach = scenario.run.ignorance;
    lived.run.ignorance = 0;
    if (reach <= 0) return lived;
    const auto seed = static_cast<std::uint64_t>(scenario.run.seed), number = static_cast<std::uint64_t>(pair);
    draw(kMarketTable, lived.market, Stream(seed, number, Purpose::Ignorance, 0), reach);
    draw(kBrandTable, lived.brand, Stream(seed, number, Purpose::Ignorance, 1), reach);
    return lived;
}

}  // namespace parley
