#include <doctest/doctest.h>

#include <cmath>

#include "model/process/process.h"
#include "support/town.h"

using namespace parley;
using support::LiveArm;
using support::SmallTown;

namespace {

// Nothing moves choice but the person's own leaning.
SmallTown dirichlet_town(double share) {
    SmallTown town;
    Market& m = town.market;
    m.customers = 100000;
    m.purchases_per_year = 10;
    m.purchase_shape = 1;
    m.preference_strength = 1.2;
    m.weight_adstock = m.weight_attitude = m.weight_trust = m.weight_praise = m.weight_blame = 0;
    m.weight_good_reviews = m.weight_bad_reviews = m.weight_relationship = m.weight_habit = 0;
    m.question_rate = 0;
    m.tell_rate = 0;
    town.brand.share = share;
    town.brand.awareness = 1;
    town.strategy.budget_per_day = 0;
    town.warmup_days = 0;
    return town;
}

}  // namespace

TEST_CASE("with all weights at zero penetration and frequency are those of the NBD-Dirichlet") {
    // model tables for M = 10, K = 1, S = 1.2 over one year: share -> penetration, purchases per buyer
    const struct { double share, penetration, frequency; } known[] = {{0.30, 0.536, 5.60}, {0.10, 0.228, 4.38}, {0.05, 0.122, 4.11}};
    for (const auto& k : known) {
        LiveArm arm(dirichlet_town(k.share));
        std::int64_t buyers = 0, purchases = 0;
        for (int day = 0; day < 365; ++day) {
            arm.run(1);
            buyers += arm.world.record[Observable::buyers];
            purchases += arm.world.record[Observable::purchases];
        }
        CAPTURE(k.share);
        CHECK(static_cast<double>(buyers) / 100000 == doctest::Approx(k.penetration).epsilon(0.02).scale(0));
        CHECK(static_cast<double>(purchases) / static_cast<double>(buyers) == doctest::Approx(k.frequency).epsilon(0.02).scale(0));
    }
}

TEST_CASE("people who do not know the brand never choose it") {
    SmallTown town;
    town.brand.awareness = 0;
    town.strategy.budget_per_day = 0;
    LiveArm arm(town);
    CHECK(arm.total(Observable::purchases, 60) == 0);
}

TEST_CASE("a negative message never raises the chance of a well-known brand, a positive one never lowers it") {
    LiveArm arm{SmallTown{}};
    arm.run(30);
    const process::Choice before(arm.model, arm.world);
    for (std::uint32_t i = 0; i < arm.people->size; ++i) {
        const double chance = before.chance(i, 0, 1);
        const float praise = arm.world.minds.praise[i], blame = arm.world.minds.blame[i];
        arm.world.minds.blame[i] += 1;
        CHECK(before.chance(i, 0, 1) <= chance);
        arm.world.minds.blame[i] = blame;
        arm.world.minds.praise[i] += 1;
        CHECK(before.chance(i, 0, 1) >= chance);
        arm.world.minds.praise[i] = praise;
    }
    arm.world.firm.bad_reviews += 5;
    const process::Choice after(arm.model, arm.world);
    for (std::uint32_t i = 0; i < arm.people->size; i += 11) CHECK(after.chance(i, 0, 1) <= before.chance(i, 0, 1));
}

TEST_CASE("a forced follower buys nothing more while there are no posts") {
    SmallTown town;
    town.strategy.posts_per_day = 0;
    LiveArm free(town), forced(town);
    for (std::uint32_t i = 0; i < forced.people->size; i += 3) forced.world.minds.flags[i] |= kFollower;
    for (int day = 0; day < 90; ++day) {
        free.run(1);
        forced.run(1);
        CHECK(free.world.record[Observable::sales] == forced.world.record[Observable::sales]);
    }
}
