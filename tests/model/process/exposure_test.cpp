#include <doctest/doctest.h>

#include <cmath>

#include "support/town.h"

using namespace parley;
using support::LiveArm;
using support::SmallTown;

namespace {

// A town in which messages do nothing but get counted.
SmallTown quiet_town() {
    SmallTown town;
    town.market.customers = 20000;
    town.market.purchases_per_year = 0.05;
    town.market.irritation_tolerance = 100;
    town.strategy.posts_per_day = 0;
    town.warmup_days = 0;
    return town;
}

}  // namespace

TEST_CASE("paid impressions all meet someone") {
    SmallTown town = quiet_town();
    town.strategy.budget_per_day = 200;  // 40,000 impressions
    LiveArm arm(town);
    const double mean = static_cast<double>(arm.total(Observable::impressions, 50)) / 50;
    CHECK(mean == doctest::Approx(40000).epsilon(0.01).scale(0));
}

TEST_CASE("the brand is noticed as if every exposure were a draw: exp(-exposures x chance) are left who do not know it") {
    SmallTown town = quiet_town();
    town.market.viewing_spread = 0;
    town.market.ad_blockers = 0;
    town.market.attention = 1;
    town.strategy.helpfulness = 0;
    town.brand.topic_width = 1;  // fit 1: everything is taken in
    town.brand.awareness = 0;
    town.strategy.budget_per_day = 20;  // 0.2 impressions a person
    for (const double learn : {0.0, 0.05, 0.3, 1.0}) {
        town.market.learn_from_ad = learn;
        LiveArm arm(town);
        arm.run(10);
        const double left = std::exp(-0.2 * 10 * learn), unaware = static_cast<double>(arm.world.record[Observable::never]);
        CAPTURE(learn);
        CHECK(std::fabs(unaware - 20000 * left) <= 4 * std::sqrt(20000 * left * (1 - left)));
    }
}

TEST_CASE("reach follows 1 - exp(-impressions per person) when everyone views alike") {
    SmallTown town = quiet_town();
    town.market.viewing_spread = 0;
    town.market.ad_blockers = 0;
    for (const double budget : {20.0, 100.0, 400.0}) {
        town.strategy.budget_per_day = budget;
        LiveArm arm(town);
        const double per_person = budget / 5 * 1000 / 20000, expected = 20000 * (1 - std::exp(-per_person));
        const double reached = static_cast<double>(arm.total(Observable::reached, 20)) / 20;
        CHECK(std::fabs(reached - expected) < 4 * std::sqrt(expected / 20));
    }
}

TEST_CASE("steady advertising settles at an adstock of seven days of exposure, with the half-life of its row") {
    SmallTown town = quiet_town();
    town.market.viewing_spread = 0;
    town.market.ad_blockers = 0;
    town.market.credibility_ad = 1;
    town.market.attention = 1;
    town.strategy.helpfulness = 0;
    town.brand.topic_width = 1;  // fit 1: everything is taken in, nothing irritates
    town.strategy.budget_per_day = 100;
    LiveArm arm(town);
    arm.run(300);
    const double steady = static_cast<double>(arm.world.record[Observable::adstock]) / kFixedPoint / 20000;
    // Measured after the day's decay.
    const double keep = std::exp(-std::log(2.0) / 14);
    CHECK(steady == doctest::Approx(7 * 1.0 * keep).epsilon(0.01).scale(0));

    // Then silence: half after 14 days.
    arm.model.phases[0].strategy.budget_per_day = 0;
    arm.run(14);
    const double later = static_cast<double>(arm.world.record[Observable::adstock]) / kFixedPoint / 20000;
    CHECK(later / steady == doctest::Approx(0.5).epsilon(1e-3).scale(0));
}

TEST_CASE("promotional and unhelpful messages irritate more, and irritation dulls attention") {
    const auto arm_with = [](double promo, double help) {
        SmallTown town;
        town.market.purchases_per_year = 0.05;
        town.strategy.budget_per_day = 200;
        town.strategy.promo_share = promo;
        town.strategy.helpfulness = help;
        LiveArm arm(town);
        arm.run(30);
        return std::pair(arm.world.record[Observable::irritation], arm.world.record[Observable::adstock]);
    };
    CHECK(arm_with(1, 0.5).first > arm_with(0, 0.5).first);
    CHECK(arm_with(0.5, 0).first > arm_with(0.5, 1).first);
    CHECK(arm_with(1, 0.5).second < arm_with(0, 0.5).second);
}

TEST_CASE("advertising makes an unknown brand known") {
    SmallTown town;
    town.brand.awareness = 0;
    town.warmup_days = 0;
    LiveArm arm(town);
    arm.run(1);
    const auto first = arm.world.record[Observable::never];
    arm.run(60);
    CHECK(first < 2000);
    CHECK(arm.world.record[Observable::never] < first / 2);
}

TEST_CASE("massed exposures lift attitude to a peak near ten and less beyond it") {
    // Schmidt & Eisend 2015: k exposures within a week, then attitude with the irritation of the moment.
    Market market;
    Rates rates = make_model(Population{}, {Phase{}}, 0).rates[0];
    int best = 0;
    double best_attitude = -1;
    for (int k = 1; k <= 20; ++k) {
        double attitude = 0.1, irritation = 0;
        const double fit = 0.5;
        for (int day = 0; day < 7; ++day) {
            const int shown_today = k * (day + 1) / 7 - k * day / 7;
            for (int e = 0; e < shown_today; ++e) {
                const double taken = market.attention * fit * std::exp(-irritation / market.irritation_tolerance);
                attitude += market.attitude_gain / market.attention * taken * (1 - attitude);
                irritation += taken * static_cast<double>(rates.promo_weight) * (1 - fit);
            }
            irritation *= static_cast<double>(rates.keep_irritation);
        }
        const double now = attitude - market.annoyance * irritation * irritation;
        if (now > best_attitude) best_attitude = now, best = k;
    }
    CHECK(best >= 7);
}
