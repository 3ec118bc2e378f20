// Sweep: many scenarios around one, each a few decisions away, and who wins there.
//
// A sweep says which points it wants to know and over how many worlds; someone else lives them, in any order, and hands in what both
// arms came to.  All points share seed and pairs, so that two points differ by the decisions alone.  With each world that arrives the
// plan is made anew: few worlds everywhere first, more where it is undecided.
// What is judged is the question of the scenario (subject_of) up to the day of its verdict.
#pragma once
#include <span>
#include <vector>

#include "study/compare.h"

namespace parley {

struct LeverOf {                 // a decision of one arm
    std::size_t arm = 0;
    const ParamSpec* row = nullptr;   // of the strategy table

    double value(const Scenario& scenario) const { return value_of(scenario.arms[arm].strategy, *row); }
    bool operator==(const LeverOf&) const = default;
};
struct Setting {
    LeverOf lever;
    double value;
};
void set_levers(Scenario& scenario, std::span<const Setting> settings);

// From where to where a sweep moves a lever: its range, or, where that is far wider than what the arms use, up to four times the
// most that any of them uses.
struct Reach {
    double from = 0, to = 1;
    double value(const ParamSpec& row, double place) const;  // place 0..1; whole where counts are meant
    double place(double value) const { return to > from ? (value - from) / (to - from) : 0; }
};
Reach reach_of(const Scenario& scenario, const ParamSpec& row);
// A step worth trying: a quarter of the range, or, where a lever has no natural end, of the most that any arm uses; at least 1 of a count.
double step_of(const Scenario& scenario, const ParamSpec& row);

struct WorldOutcome {            // of one world at one point
    int pair;
    double a, b;
};

enum class Winner { Unknown, A, B, Undecided };
struct Finding {                 // about one point
    Winner winner = Winner::Unknown;
    double gap = 0, low = 0, high = 0;  // b minus a as a share of a's mean, with its interval (Student's t, kFindingLevel)
    int worlds = 0, b_ahead = 0;
};
inline constexpr double kFindingLevel = 0.95;
// A winner has an interval on its side of zero, and gap and share of worlds as a verdict asks for them; else it is undecided.
Finding finding_of(std::span<const WorldOutcome> worlds, const RunSettings& rules);

struct SweepPoint {
    std::vector<Setting> settings;
    std::vector<WorldOutcome> worlds;   // that have arrived
    Finding finding{};                  // of those
    int wanted = 0;                     // worlds, from pair 0 on
    int turn = 0;                       // smaller first

    bool has(int pair) const;
};

class Sweep {
public:
    explicit Sweep(Scenario around) : around_(std::move(around)) {}
    virtual ~Sweep() = default;

    const Scenario& around() const { return around_; }
    const std::vector<SweepPoint>& points() const { return points_; }
    Scenario scenario_at(std::size_t point) const;
    // A world of a point; a second time, or one not wanted, changes nothing.
    void add(std::size_t point, const PairResult& world);
    bool complete() const;              // everything wanted is there
    int lived() const { return lived_; }   // worlds
    int wanted() const;                 // worlds, as far as the plan goes now

protected:
    virtual void plan() = 0;            // sets wanted and turn of every point
    std::vector<SweepPoint> points_;

private:
    Scenario around_;
    int lived_ = 0;
};

}  // namespace parley
