// Bench: where a check makes its worlds and writes down its figures.
#pragma once
#include <cmath>
#include <memory>
#include <optional>

#include "model/world.h"
#include "scenario/scenario.h"
#include "study/verify.h"
#include "study/wording.h"

namespace parley::verify {

// What one world is made from.
struct Town {
    Market market;
    Brand brand;
    Strategy strategy;
    int warmup_days = 0;
    std::uint64_t seed = 1, pair = 0;
};

// A town where nothing happens by itself: no money, hardly a purchase, no talk, no follower, no weight in choice.  Checks
// switch on what they are about.
Town quiet_town(double customers);

// One world under way.  people can be changed before the first day only.
struct Life {
    std::unique_ptr<Population> people;
    Model model;
    World world;

    void live(int days) {
        for (int day = 0; day < days; ++day) step(model, world);
    }
    std::uint32_t size() const { return people->size; }
};

class Bench {
public:
    Bench(Check& check, const Tamper& tamper) : check_(check), tamper_(tamper) {}

    // The world before its first day; adjust may change the people and what depends on them.
    using Adjust = std::function<void(Population& people, Market& market)>;
    Life begin(Town town, const Adjust& adjust = {}) const;
    // The shipped scenario the page opens with; its absence is written down as a figure that does not hold.
    std::optional<Scenario> shipped();
    // Everything decided, the wrong parameters go on top.
    void finish(Scenario& scenario) const;

    void near(std::string what, double exact, double measured, double tolerance);
    void within(std::string what, double exact, double measured, double share) {
        near(std::move(what), exact, measured, share * std::fabs(exact));
    }
    void equal(std::string what, double exact, double measured) { near(std::move(what), exact, measured, 0); }
    // A share of n independent people: three standard deviations of the binomial law.
    void share_of(std::string what, double exact, double measured, double n) {
        near(std::move(what), exact, measured, 3 * std::sqrt(exact * (1 - exact) / n));
    }

private:
    Check& check_;
    const Tamper& tamper_;
};

// The checks, one family per file.
// diffusion.cpp
void bass(Bench& bench), imitation_only(Bench& bench), innovation_only(Bench& bench);
// cascades.cpp
void final_size(Bench& bench), thresholds(Bench& bench), branching(Bench& bench);
// advertising.cpp
void adstock(Bench& bench), data_interval(Bench& bench), reach_curve(Bench& bench), saturating_stock(Bench& bench);
// choice.cpp
void elasticity(Bench& bench), nbd_dirichlet(Bench& bench);
// opinions.cpp, service.cpp, networks.cpp
void consensus(Bench& bench), queues(Bench& bench), network_laws(Bench& bench);
// fairness.cpp
void paired_luck(Bench& bench), null_strategies(Bench& bench), idle_followers(Bench& bench), money(Bench& bench);

}  // namespace parley::verify
