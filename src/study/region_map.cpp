#include "study/region_map.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace parley {
namespace {

constexpr int kStrides[] = {8, 4, 2, 1};

std::size_t place(int column, int row) { return static_cast<std::size_t>(row * RegionMap::kSide + column); }

// Coarser points around one of this stride: the corners of the square it lies in, or the ends of the side it lies on.
std::vector<std::size_t> coarser_around(int column, int row, int stride) {
    const int coarse = 2 * stride;
    std::vector<std::size_t> out;
    for (const int r : {row / coarse * coarse, (row + stride) / coarse * coarse})
        for (const int c : {column / coarse * coarse, (column + stride) / coarse * coarse}) out.push_back(place(c, r));
    return out;
}

}  // namespace

RegionMap::RegionMap(const Scenario& around, LeverOf x, LeverOf y)
    : RegionMap(around, x, y, reach_of(around, *x.row), reach_of(around, *y.row)) {}

RegionMap::RegionMap(const Scenario& around, LeverOf x, LeverOf y, Reach reach_x, Reach reach_y)
    : Sweep(around), x_(x), y_(y), reach_x_(reach_x), reach_y_(reach_y),
      cells_(static_cast<std::size_t>(kSide * kSide)) {
    assert(!(x == y));
    points_.resize(cells_.size());
    for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column) points_[place(column, row)].settings = {{x_, x_at(column)}, {y_, y_at(row)}};
    plan();
}

bool RegionMap::worth_living(int column, int row, int stride) const {
    const std::vector<std::size_t> corners = coarser_around(column, row, stride);
    return std::any_of(corners.begin(), corners.end(), [&](std::size_t corner) {
        return cells_[corner].finding.winner != cells_[corners[0]].finding.winner;
    });
}

void RegionMap::plan() {
    fineness_ = 0;
    for (SweepPoint& point : points_) point.wanted = static_cast<int>(point.worlds.size());
    for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] = {points_[i].finding, !points_[i].worlds.empty()};

    int turn = 0;
    for (const int stride : kStrides) {
        bool known = true;
        for (int row = 0; row < kSide; row += stride)
            for (int column = 0; column < kSide; column += stride) {
                const std::size_t i = place(column, row);
                const bool coarser = column % (2 * stride) == 0 && row % (2 * stride) == 0 && stride != kStrides[0];
                SweepPoint& point = points_[i];
                if (coarser && point.worlds.empty()) continue;  // taken over
                if (!coarser && stride != kStrides[0] && point.worlds.empty() && !worth_living(column, row, stride)) {
                    cells_[i].finding = cells_[coarser_around(column, row, stride)[0]].finding;
                    continue;
                }
                const int worlds = static_cast<int>(point.worlds.size());
                const bool undecided = cells_[i].finding.winner == Winner::Undecided && worlds >= kFirstWorlds;
                point.wanted = std::max(worlds, undecided ? kMoreWorlds : kFirstWorlds);
                point.turn = turn + (undecided ? 1 : 0);
                known = known && worlds >= point.wanted;
            }
        turn += 2;
        if (!known) break;  // finer points depend on these
        fineness_ = (kSide - 1) / stride + 1;
    }

    // What is finer than the map is yet looks like the nearest point of it.
    const std::vector<Cell> known = cells_;
    for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column)
            for (int stride = 2; stride <= kStrides[0]; stride *= 2) {
                Cell& cell = cells_[place(column, row)];
                const auto near = [&](int at) { return std::min(kSide - 1, (at + stride / 2) / stride * stride); };
                if (cell.finding.winner == Winner::Unknown) cell.finding = known[place(near(column), near(row))].finding;
            }
}

RegionMap::Parts RegionMap::parts() const {
    Parts parts;
    double known = 0;
    for (const Cell& cell : cells_) {
        if (cell.finding.winner == Winner::Unknown) continue;
        ++known;
        (cell.finding.winner == Winner::A ? parts.a : cell.finding.winner == Winner::B ? parts.b : parts.undecided) += 1;
    }
    if (known > 0) parts.a /= known, parts.b /= known, parts.undecided /= known;
    return parts;
}

std::pair<LeverOf, LeverOf> telling_levers(const Scenario& scenario) {
    struct Ranked {
        LeverOf lever;
        double apart;
    };
    std::vector<Ranked> ranked;
    for (const ParamSpec& row : kStrategyTable.rows) {
        if (row.kind == Kind::Choice) continue;
        const Reach reach = reach_of(scenario, row);
        const LeverOf a{0, &row}, b{1, &row};
        const double apart = std::fabs(b.value(scenario) - a.value(scenario)) / (reach.to - reach.from);
        if (apart > 0) ranked.push_back({b, apart});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& p, const Ranked& q) { return p.apart > q.apart; });
    // Weights share one budget: two of them say little more than one.
    std::vector<LeverOf> chosen;
    const auto weight = [](const LeverOf& lever) { return lever.row->kind == Kind::Weight; };
    for (const Ranked& r : ranked)
        if (chosen.size() < 2 && !(weight(r.lever) && std::any_of(chosen.begin(), chosen.end(), weight))) chosen.push_back(r.lever);
    for (const char* name : {"converse", "budget_per_day", "talk"})
        if (const LeverOf lever{1, kStrategyTable.find(name)}; chosen.size() < 2 && std::find(chosen.begin(), chosen.end(), lever) == chosen.end())
            chosen.push_back(lever);
    return {chosen[0], chosen[1]};
}

}  // namespace parley
