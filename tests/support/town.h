// Small worlds for tests: a market, a brand and a strategy with the changes a test needs, already past the status quo.
#pragma once
#include <memory>

#include "model/world.h"

namespace parley::support {

struct SmallTown {
    Market market;
    Brand brand;
    Strategy strategy;
    int warmup_days = 28;
    std::uint64_t seed = 7, pair = 0;

    SmallTown() {
        market.customers = 2000;
        market.purchases_per_year = 24;
    }
};

// One arm under way.  people and model live as long as the arm.
struct LiveArm {
    std::unique_ptr<Population> people;
    Model model;
    World world;

    explicit LiveArm(const SmallTown& town)
        : people(std::make_unique<Population>(make_population(town.market, town.brand, town.seed, town.pair))) {
        Phase phase;
        phase.market = town.market;
        phase.brand = town.brand;
        phase.strategy = town.strategy;
        model = make_model(*people, {phase}, town.warmup_days);
        world = make_world(model);
        run(town.warmup_days);
        set_references(model, world);
    }

    void run(int days) {
        for (int d = 0; d < days; ++d) step(model, world);
    }
    // Runs and adds up one observable.
    std::int64_t total(Observable observable, int days) {
        std::int64_t sum = 0;
        for (int d = 0; d < days; ++d) {
            step(model, world);
            sum += world.record[observable];
        }
        return sum;
    }
};

}  // namespace parley::support
