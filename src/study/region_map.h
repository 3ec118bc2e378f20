// Region map: who wins where, over two decisions.
//
// A grid of kSide x kSide points, coarse to fine: 3 x 3 first, then 5 x 5, 9 x 9 and 17 x 17.  Each point is lived in kFirstWorlds
// worlds, then in kMoreWorlds where it is undecided.  A finer point is lived only when the coarser ones around it disagree;
// where they agree it takes their winner.  A point taken over says so (lived == false).
// Cost     at most 289 points x kMoreWorlds worlds; with one border across the map about a third of it.
#pragma once
#include "study/sweep.h"

namespace parley {

class RegionMap : public Sweep {
public:
    static constexpr int kSide = 17, kFirstWorlds = 4, kMoreWorlds = 12;

    // x and y must be two different levers.  Without reaches they are those of the scenario.
    RegionMap(const Scenario& around, LeverOf x, LeverOf y);
    RegionMap(const Scenario& around, LeverOf x, LeverOf y, Reach reach_x, Reach reach_y);

    const LeverOf& x() const { return x_; }
    const LeverOf& y() const { return y_; }
    const Reach& reach_x() const { return reach_x_; }
    const Reach& reach_y() const { return reach_y_; }

    struct Cell {
        Finding finding;      // winner Unknown: nothing is known anywhere near
        bool lived = false;   // at this very point
    };
    // [kSide x kSide] row by row from the smallest y; as fine as is known now.
    const std::vector<Cell>& cells() const { return cells_; }
    double x_at(int column) const { return reach_x_.value(*x_.row, column / double(kSide - 1)); }
    double y_at(int row) const { return reach_y_.value(*y_.row, row / double(kSide - 1)); }
    // Points along a side for which everything is known: 0, 3, 5, 9 or 17.
    int fineness() const { return fineness_; }

    // Parts of the map: a, b, undecided; they add up to 1 once anything is known.
    struct Parts { double a = 0, b = 0, undecided = 0; };
    Parts parts() const;

private:
    void plan() override;
    bool worth_living(int column, int row, int stride) const;

    LeverOf x_, y_;
    Reach reach_x_, reach_y_;
    std::vector<Cell> cells_;
    int fineness_ = 0;
};

// Two levers that make a telling map: those of arm b in which the two arms differ most, else what it does about conversation and money.
std::pair<LeverOf, LeverOf> telling_levers(const Scenario& scenario);

}  // namespace parley
