#include <doctest/doctest.h>

#include <cmath>

#include "model/process/process.h"
#include "support/twins.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("every visit ends in a purchase or is lost, and with full shelves none is lost") {
    SmallTown town;
    town.market.question_rate = 0;
    CHECK(total(town, Observable::lost_sales, 90) == 0);
    town.brand.availability = 0.7;
    town.strategy.checkout = 0.8;
    LiveArm arm(town);
    double visits = 0, purchases = 0, lost = 0;
    for (int day = 0; day < 182; ++day) {
        arm.run(1);
        visits += static_cast<double>(arm.world.record[Observable::visits]);
        purchases += static_cast<double>(arm.world.record[Observable::purchases]);
        lost += static_cast<double>(arm.world.record[Observable::lost_sales]);
        REQUIRE(visits == purchases + lost);
    }
    CHECK(std::abs(purchases / visits - 0.56) < 0.03);
}

TEST_CASE("a stock of a few a day is never outsold by much") {
    SmallTown town;
    town.brand.daily_stock = 10;  // per 5,000: 4 here
    LiveArm arm(town);
    double sold = 0;
    for (int day = 0; day < 182; ++day) {
        arm.run(1);
        sold += static_cast<double>(arm.world.record[Observable::purchases]);
    }
    CHECK(sold / 182 < 4.6);
    CHECK(sold / 182 > 2.5);
}

TEST_CASE("an empty shelf annoys those who had decided") {
    SmallTown full, empty;
    empty.brand.availability = 0.2;
    CHECK(after(empty, Observable::attitude, 182) < after(full, Observable::attitude, 182));
}

TEST_CASE("a price cut sells more while it lasts, for less money each, and leaves a dip behind") {
    SmallTown town;
    town.market.customers = 10000;
    LiveArm plain(town), cut(town);
    cut.model.phases[0].strategy.price_off = 0.3;
    const auto sold = [](LiveArm& arm, int days) { return static_cast<double>(arm.total(Observable::purchases, days)); };
    const double plain_sold = sold(plain, 28), cut_sold = sold(cut, 28);
    CHECK(cut_sold > 1.3 * plain_sold);
    cut.model.phases[0].strategy.price_off = 0;
    const double plain_after = sold(plain, 42), cut_after = sold(cut, 42);
    CHECK(cut_after < plain_after);
}

TEST_CASE("profit is sales less goods at the full price, spend and refunds, each day to the cent") {
    SmallTown town = talking_town();
    town.strategy.price_off = 0.2;
    town.strategy.compensation = 1;
    town.market.public_share = 1;
    town.market.basket_spread = 0;
    LiveArm arm(town);
    double refunds = 0;
    for (int day = 0; day < 120; ++day) {
        arm.run(1);
        const DayRecord& r = arm.world.record;
        const double goods = (1 - town.market.margin) * 100 * town.market.price * static_cast<double>(r[Observable::purchases]);
        const double profit = static_cast<double>(r[Observable::sales] - r[Observable::spend] - r[Observable::refunds]) - goods;
        REQUIRE(std::abs(profit - static_cast<double>(r[Observable::profit])) <= 1);
        refunds += static_cast<double>(r[Observable::refunds]);
    }
    CHECK(refunds > 0);
}

TEST_CASE("considered purchases need trust, habitual ones do not") {
    SmallTown considered;
    considered.market.considered_share = 1;
    considered.market.trust_spread = 0;
    considered.market.trust_mean = 0.2;
    SmallTown trusted = considered, habitual = considered;
    trusted.market.trust_mean = 0.6;
    habitual.market.considered_share = 0;
    // Shares are those of the status quo in both; what moves them later differs.  The gate itself:
    LiveArm low(considered), high(trusted), none(habitual);
    const process::Choice a(low.model, low.world), b(high.model, high.world), c(none.model, none.world);
    const auto gate = static_cast<std::size_t>(Term::considered);
    CHECK(a.terms(0, 0)[gate] < -1);
    CHECK(b.terms(0, 0)[gate] > -0.2);
    CHECK(c.terms(0, 0)[gate] == 0);
}
