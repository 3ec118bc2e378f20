#include <doctest/doctest.h>

#include <cmath>

#include "model/process/process.h"
#include "support/town.h"

using namespace parley;
using support::LiveArm;
using support::SmallTown;

namespace {

SmallTown busy_town() {
    SmallTown town;
    town.market.customers = 5000;
    town.market.complaint_rate = 0.8;
    town.market.failure_rate = 0.2;
    town.market.question_rate = 0.3;
    town.strategy.budget_per_day = 100;
    return town;
}

}  // namespace

TEST_CASE("the desk answers complaints before questions and never more than it can") {
    SmallTown town = busy_town();
    town.strategy.talk = 80;
    town.strategy.converse = 20;
    LiveArm arm(town);
    arm.world.keep_happenings = true;
    for (int day = 0; day < 40; ++day) {
        arm.run(1);
        const Today& today = arm.world.today;
        std::size_t replies = 0, complaints = 0;
        for (const Happening& h : today.happenings) replies += h.kind == Happening::Reply, complaints += h.kind == Happening::Complaint;
        CHECK(replies <= static_cast<std::size_t>(today.effort.replies));
        for (std::size_t c = 0; c < std::min(complaints, today.contacts.size()); ++c) CHECK(today.contacts[c].kind == Contact::Complaint);
    }
}

TEST_CASE("a larger desk answers more, faster, and more of it in time") {
    std::int64_t last_in_time = -1;
    double last_delay = 1e9;
    for (const double converse : {5.0, 20.0, 80.0, 320.0}) {
        SmallTown town = busy_town();
        town.strategy.budget_per_day = 100 + converse;
        town.strategy.talk = 100;
        town.strategy.converse = converse > 100 ? 100 : converse;
        if (converse > 100) town.strategy.talk = 31.25;
        LiveArm arm(town);
        const std::int64_t in_time = arm.total(Observable::replies_in_time, 60);
        CHECK(in_time > last_in_time);
        CHECK(arm.world.today.effort.delay < last_delay);
        last_in_time = in_time;
        last_delay = arm.world.today.effort.delay;
    }
}

TEST_CASE("people who are answered complain more often about the same failures") {
    // Ma, Sun & Kekre 2015: complaints are no monotone measure of quality.
    const auto complaints_per_failure = [](double converse) {
        SmallTown town = busy_town();
        town.strategy.converse = converse;
        LiveArm arm(town);
        arm.run(120);
        double complaints = 0, failures = 0;
        for (int day = 0; day < 240; ++day) {
            arm.run(1);
            complaints += static_cast<double>(arm.world.record[Observable::complaints]);
            failures += static_cast<double>(arm.world.record[Observable::failures]);
        }
        return complaints / failures;
    };
    CHECK(complaints_per_failure(100) > 1.05 * complaints_per_failure(0));
}

TEST_CASE("when the only person who answers leaves, all relationships are gone; with two, half") {
    for (const double voices : {1.0, 2.0}) {
        SmallTown town = busy_town();
        town.strategy.converse = 100;
        town.strategy.voices = voices;
        LiveArm arm(town);
        arm.run(60);
        arm.model.phases.push_back(arm.model.phases[0]);
        arm.model.phases[1].from_day = arm.world.day + 1;
        arm.model.phases[1].happenings = 1u << static_cast<unsigned>(What::ambassador_leaves);
        arm.model.rates.push_back(arm.model.rates[0]);
        double before = 0, after = 0;
        for (const float r : arm.world.minds.relationship) before += static_cast<double>(r);
        arm.model.phases[1].strategy.budget_per_day = 0;
        arm.run(1);
        for (const float r : arm.world.minds.relationship) after += static_cast<double>(r);
        CHECK(before > 1);
        CHECK(std::fabs(after - before * (1 - 1 / voices)) < 1e-4 * before);
    }
}

TEST_CASE("listening makes messages fit after its lag and not before") {
    SmallTown town = busy_town();
    town.market.fit_lag = 20;
    town.strategy.listen = 100;
    town.warmup_days = 0;
    LiveArm arm(town);
    const double before = arm.world.firm.message_fit;
    arm.run(20);
    CHECK(arm.world.firm.message_fit == before);
    arm.run(1);
    CHECK(arm.world.firm.message_fit > before);
    // Who stops listening still learns from what was heard before, and then no more.
    arm.model.phases[0].strategy.listen = 0;
    arm.run(20);
    const double after = arm.world.firm.message_fit;
    arm.run(20);
    CHECK(arm.world.firm.message_fit == after);
}

TEST_CASE("listening improves the product after its lag and not before") {
    SmallTown town = busy_town();
    town.brand.quality = 0.6;
    town.market.listening_lag = 50;
    town.strategy.listen = 100;
    town.warmup_days = 0;
    LiveArm arm(town);
    arm.run(50);
    CHECK(arm.world.firm.quality == doctest::Approx(0.6));
    arm.run(30);
    CHECK(arm.world.firm.quality > 0.6);
    const double with = arm.world.firm.quality;
    SmallTown deaf = town;
    deaf.strategy.listen = 0;
    LiveArm other(deaf);
    other.run(80);
    CHECK(other.world.firm.quality == doctest::Approx(0.6));
    CHECK(with > other.world.firm.quality);
}
