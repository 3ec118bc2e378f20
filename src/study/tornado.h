// Tornado: each lever that is on, moved down and up by a quarter (step_of), and what becomes of the gap.
//
// The change of the gap is taken world by world (same people, same luck, one decision apart), so that a few worlds tell small
// changes from none.  kFirstWorlds worlds for every lever, kMoreWorlds for those that move most.
// Levers of an arm are on when they stand on the first screen or when any arm sets them; those of the desk only where the arm has one.
#pragma once
#include "study/sweep.h"

namespace parley {

class Tornado : public Sweep {
public:
    static constexpr int kFirstWorlds = 6, kMoreWorlds = 16, kMost = 10;

    explicit Tornado(const Scenario& around);

    struct End {              // a lever at one end of its step
        double value = 0;     // of the lever
        bool moved = false;   // there is room to move
        double gap = 0;       // b minus a, as a share of a's mean at the start
        double change = 0, low = 0, high = 0;   // of the gap, in the same unit, with its interval (kFindingLevel)
        int worlds = 0;
    };
    struct Bar {
        LeverOf lever;
        double now = 0;       // of the lever
        End down, up;
        double size() const;  // the larger change
        bool known() const { return (!down.moved || down.worlds > 1) && (!up.moved || up.worlds > 1); }
    };
    const Finding& start() const { return start_; }        // where it all starts from
    const std::vector<Bar>& bars() const { return bars_; } // known ones first, the largest at the top

private:
    void plan() override;
    End end_of(std::size_t point) const;

    struct Moved { LeverOf lever; std::size_t down, up; };  // points; 0: no room to move
    std::vector<Moved> moved_;
    std::vector<Bar> bars_;
    Finding start_;
};

// Levers of an arm that do something in this scenario; no choices.
std::vector<LeverOf> levers_on(const Scenario& scenario);

}  // namespace parley
