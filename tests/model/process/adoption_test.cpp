#include <doctest/doctest.h>

#include <cmath>
#include "model/detmath.h"
#include "support/town.h"

using namespace parley;

namespace {

support::SmallTown durable(double p, double q, Ties ties) {
    support::SmallTown town;
    town.market.customers = 20000;
    town.market.category = static_cast<double>(Category::durable);
    town.market.ties = static_cast<double>(ties);
    town.market.innovation = p;
    town.market.imitation = q;
    town.market.innovation_needs_reach = 0;
    town.market.question_rate = 0;
    town.warmup_days = 0;
    return town;
}

double share_of_owners(const support::LiveArm& arm) {
    return arm.world.ownership.owners / static_cast<double>(arm.people->size);
}

double bass(double p, double q, double years) {
    const double e = parley::exp(-(p + q) * years);
    return (1 - e) / (1 + q / p * e);
}

}  // namespace

TEST_CASE("a durable spreads among people who all know each other as Bass says") {
    support::LiveArm arm(durable(0.03, 0.38, Ties::complete));
    int years = 0;
    for (const int until : {2, 5, 10, 15}) {
        arm.run((until - years) * 365);
        years = until;
        // Three standard errors of a share of 20,000, and what is left of a head start.
        CHECK(std::abs(share_of_owners(arm) - bass(0.03, 0.38, until)) < 0.012);
    }
}

TEST_CASE("without imitation a durable spreads alike in every network") {
    for (const Ties ties : {Ties::complete, Ties::circles}) {
        support::LiveArm arm(durable(0.2, 0, ties));
        arm.run(3 * 365);
        CHECK(std::abs(share_of_owners(arm) - (1 - parley::exp(-0.6))) < 0.01);
    }
}

TEST_CASE("a network slows a durable down, and nobody buys it twice") {
    support::LiveArm all(durable(0.03, 0.38, Ties::complete)), circles(durable(0.03, 0.38, Ties::circles));
    std::int64_t bought = 0;
    for (int day = 0; day < 6 * 365; ++day) {
        all.run(1);
        circles.run(1);
        bought += circles.world.record[Observable::purchases];
    }
    CHECK(share_of_owners(circles) < share_of_owners(all));
    CHECK(bought == circles.world.ownership.owners);
}

TEST_CASE("owners that ties count are the owners there are") {
    support::SmallTown town = durable(0.1, 0.5, Ties::circles);
    town.market.customers = 1000;
    town.market.abandonment = 0.002;
    support::LiveArm arm(town);
    arm.run(700);
    const Ownership& o = arm.world.ownership;
    std::uint32_t owners = 0;
    for (std::uint32_t i = 0; i < arm.people->size; ++i) {
        owners += o.owns[i];
        std::uint32_t owning = 0;
        for (std::uint32_t k = 0; k < arm.people->network.degree(i); ++k) owning += o.owns[arm.people->network.tie(i, k)];
        REQUIRE(o.owning_ties[i] == owning);
    }
    CHECK(o.owners == owners);
    CHECK(owners > 0);
    CHECK(owners < 1000);
}

TEST_CASE("a durable that nobody hears of is not adopted") {
    support::SmallTown town = durable(0.5, 0, Ties::circles);
    town.market.innovation_needs_reach = 1;
    town.strategy.budget_per_day = 0;
    support::LiveArm arm(town);
    arm.run(365);
    CHECK(arm.world.ownership.owners == 0);
}
