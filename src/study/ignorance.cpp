#include "study/ignorance.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "model/detmath.h"
#include "model/rng.h"

namespace parley {
namespace {

double drawn(const ParamSpec& row, double value, double factor) {
    const bool share = row.kind == Kind::Share && value > 0 && value < 1;
    double moved = share ? value * factor / (1 - value + value * factor) : value * factor;
    if (row.whole()) moved = std::floor(moved + 0.5);
    return std::clamp(moved, row.min, row.max);
}

template <class Rows> void move(const ParamTable& table, Rows& rows, double reach, const Place& place) {
    for (const ParamSpec& row : table.rows) {
        double& value = value_of(rows, row);
        if (drawn_anew(row, value)) value = drawn(row, value, exp((2 * place(table, row) - 1) * log1p(reach)));
    }
}

template <class Rows> void list(const ParamTable& table, const Rows& rows, std::vector<std::pair<const ParamTable*, const ParamSpec*>>& out) {
    for (const ParamSpec& row : table.rows)
        if (drawn_anew(row, value_of(rows, row))) out.emplace_back(&table, &row);
}

}  // namespace

std::uint64_t key_of(const ParamSpec& row) {  // FNV-1a
    std::uint64_t key = 0xcbf29ce484222325u;
    for (const char byte : std::string_view(row.name)) key = (key ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    return key;
}

bool drawn_anew(const ParamSpec& row, double value) {
    return assumed(row) && row.kind != Kind::Choice && value > row.min && value < row.max;
}

std::vector<std::pair<const ParamTable*, const ParamSpec*>> drawn_rows(const Scenario& scenario) {
    std::vector<std::pair<const ParamTable*, const ParamSpec*>> rows;
    list(kMarketTable, scenario.market, rows);
    list(kBrandTable, scenario.brand, rows);
    return rows;
}

int drawn_numbers(const Scenario& scenario) { return static_cast<int>(drawn_rows(scenario).size()); }

Scenario with_numbers_moved(const Scenario& scenario, double reach, const Place& place) {
    Scenario lived = scenario;
    lived.run.ignorance = 0;
    if (reach <= 0) return lived;
    move(kMarketTable, lived.market, reach, place);
    move(kBrandTable, lived.brand, reach, place);
    return lived;
}

Scenario with_ignorance(const Scenario& scenario, int pair) {
    const auto seed = static_cast<std::uint64_t>(scenario.run.seed), number = static_cast<std::uint64_t>(pair);
    return with_numbers_moved(scenario, scenario.run.ignorance, [&](const ParamTable& table, const ParamSpec& row) {
        return Stream(seed, number, Purpose::Ignorance, &table == &kBrandTable).uniform(key_of(row));
    });
}

}  // namespace parley
