// Lab: where an experiment makes its worlds.
//
// An experiment settles a town, which lives its status quo once, and then lets copies of it live on under different decisions, with
// the same luck.
#pragma once
#include <functional>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "model/world.h"
#include "study/evidence.h"
#include "study/series.h"

namespace parley::evidence {

// Of one pair of worlds.
struct Site {
    const FactSpec& fact;
    double customers;
    int pair;
    const Defaults& defaults;
};

// What one world is made from.
struct Town {
    Market market;
    Brand brand;
    Strategy strategy;
    int warmup_days = 364;
};
// Market and brand of the fact's scenario, or the defaults; the default strategy with the scenario's budget.
Town town_of(const Site& site);

// People and their world at the end of the status quo, which they lived under the town's own strategy.
struct Settled {
    std::shared_ptr<Population> people;
    World world;
    Phase phase;               // in force until now

    std::uint32_t size() const { return people->size; }
};
Settled settle(const Town& town, const Site& site);

// A life that goes on from there.  Copies live apart.
class Life {
public:
    Life(const Settled& from, const std::function<void(Phase&)>& change = {});

    // Changes what is in force from tomorrow on.
    void change(const std::function<void(Phase&)>& change);
    // each_day sees the world after each day and may change it.
    void live(int days, const std::function<void(World&)>& each_day = {});

    const Model& model() const { return model_; }
    World& world() { return world_; }
    const Series& days() const { return days_; }

    // Sum of a flow over days from..to, both included; to 0: until now.
    double sum(Observable o, int from = 1, int to = 0) const;
    // A stock, mean or level at the end of a day, as shown; day 0: now.
    double at(Observable o, int day = 0) const;

private:
    std::shared_ptr<Population> people_;
    Model model_;
    World world_;
    Series days_;
};

// d ln(output) / d ln(knob) where the knob was raised by this share.
double elasticity(double with, double without, double raised = 0.1);
// Of everyone who is counted: what the columns of two worlds come to.
double mean_over(const std::vector<std::uint32_t>& people, const std::vector<float>& column);
// Purchases per customer, counted from the happenings of a day; world.keep_happenings must be on.
void count_purchases(const World& world, std::vector<int>& purchases);

inline constexpr int kMonth = 28, kQuarter = 91, kYear = 364;   // days
inline constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();
// A number that only stands below others.
inline constexpr FactRowSpec kBelow{"", "-", -kNoLimit, kNoLimit, Basis::Emergent};

// The facts, one family per file.
std::vector<FactSpec> diffusion_facts(), advertising_facts(), talk_facts(), spread_facts(), service_facts(), reviews_facts(),
    following_facts(), voice_facts(), choice_facts(), network_facts();

}  // namespace parley::evidence
