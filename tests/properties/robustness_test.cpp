// Any parameters within their ranges make a world that runs, stays within bounds and reconciles its money.
#include <doctest/doctest.h>

#include <cmath>

#include "model/rng.h"
#include "support/town.h"

using namespace parley;

namespace {

template <class Struct> void randomise(Struct& s, const ParamTable& table, std::uint64_t trial, std::uint64_t& slot) {
    const Stream luck(23, trial, Purpose::Traits);
    for (const ParamSpec& row : table.rows) {
        // Mostly near the default, sometimes at an end of the range.
        const double u = luck.uniform(++slot, 0), v = luck.uniform(slot, 1);
        double value = row.value;
        if (u < 0.1) value = row.min;
        else if (u < 0.2) value = row.max;
        else if (u < 0.6) value = row.min + v * (row.max - row.min);
        value_of(s, row) = row.whole() ? std::floor(value) : value;
    }
}

}  // namespace

TEST_CASE("a world runs under any parameters within their ranges") {
    for (std::uint64_t trial = 0; trial < 60; ++trial) {
        support::SmallTown town;
        std::uint64_t slot = 0;
        randomise(town.market, kMarketTable, trial, slot);
        randomise(town.brand, kBrandTable, trial, slot);
        randomise(town.strategy, kStrategyTable, trial, slot);
        town.market.customers = 300;
        town.warmup_days = 10;
        CAPTURE(trial);
        support::LiveArm arm(town);
        for (int day = 0; day < 30; ++day) {
            arm.run(1);
            const DayRecord& r = arm.world.record;
            const std::int64_t on_ladder = r[Observable::never] + r[Observable::maybe] + r[Observable::probably] +
                                           r[Observable::bought] + r[Observable::repeat] + r[Observable::left];
            REQUIRE(on_ladder == 300);
            REQUIRE(r[Observable::purchases] <= r[Observable::occasions]);
            REQUIRE(r[Observable::shares] <= 300);
            for (const Observable o : {Observable::attitude, Observable::trust, Observable::quality})
                REQUIRE(std::llabs(r[o]) <= static_cast<std::int64_t>(kFixedPoint) * 300);
        }
        for (const float a : arm.world.minds.attitude) REQUIRE((a >= -1 && a <= 1));
        for (const float t : arm.world.minds.trust) REQUIRE((t >= 0 && t <= 1));
        for (const float s : arm.world.minds.adstock) REQUIRE(std::isfinite(s));
    }
}
