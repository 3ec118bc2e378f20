#include "model/world.h"

#include <doctest/doctest.h>

#include <array>

#include "support/town.h"

using namespace parley;
using support::LiveArm;
using support::SmallTown;

TEST_CASE("a copied world lives the same life") {
    LiveArm arm{SmallTown{}};
    World copy = arm.world;
    for (int day = 0; day < 30; ++day) {
        step(arm.model, arm.world);
        step(arm.model, copy);
        CHECK(arm.world.record.values == copy.record.values);
    }
    CHECK(arm.world.minds.attitude == copy.minds.attitude);
}

TEST_CASE("what is kept for the picture adds up to the day's observables, and keeping it changes nothing") {
    SmallTown town;
    town.strategy.converse = 50;
    town.strategy.posts_per_day = 3;
    town.strategy.open_questions = 1;
    town.market.thread_rate = 0.2;
    town.market.complaint_rate = 0.9;
    town.market.failure_rate = 0.3;
    LiveArm arm(town), blind(town);
    arm.world.keep_happenings = true;
    std::array<std::int64_t, 11> seen_at_all{};
    for (int day = 0; day < 60; ++day) {
        step(arm.model, arm.world);
        step(blind.model, blind.world);
        REQUIRE(arm.world.record.values == blind.world.record.values);
        std::array<std::int64_t, 11> n{};
        for (const Happening& h : arm.world.today.happenings) ++n[h.kind], ++seen_at_all[h.kind];
        const DayRecord& r = arm.world.record;
        CHECK(n[Happening::Reached] == r[Observable::reached]);
        CHECK(n[Happening::Question] == r[Observable::questions]);
        CHECK(n[Happening::Complaint] == r[Observable::complaints]);
        CHECK(n[Happening::Thread] == r[Observable::threads]);
        CHECK(n[Happening::Reply] == r[Observable::replies]);
        CHECK(n[Happening::Tell] == r[Observable::tells]);
        CHECK(n[Happening::PeerPost] == r[Observable::peer_posts]);
        CHECK(n[Happening::Share] == r[Observable::shares]);
        CHECK(n[Happening::Purchase] == r[Observable::purchases]);
        CHECK(n[Happening::Follow] == r[Observable::new_followers]);
        CHECK(n[Happening::Mute] == r[Observable::mutes]);
        CHECK(r[Observable::replies] + r[Observable::unanswered] ==
              r[Observable::questions] + r[Observable::complaints] + r[Observable::threads]);
        CHECK(r[Observable::replies] <= arm.world.today.effort.replies);
    }
    for (const std::int64_t count : seen_at_all) CHECK(count > 0);
}

TEST_CASE("everyone stands on exactly one rung, and customers change by those gained and lost") {
    LiveArm arm{SmallTown{}};
    const auto customers = [&] { return arm.world.record[Observable::bought] + arm.world.record[Observable::repeat]; };
    arm.run(1);
    std::int64_t before = customers();
    for (int day = 0; day < 200; ++day) {
        arm.run(1);
        const DayRecord& r = arm.world.record;
        CHECK(r[Observable::never] + r[Observable::maybe] + r[Observable::probably] + r[Observable::bought] + r[Observable::repeat] +
                  r[Observable::left] == arm.people->size);
        CHECK(customers() - before == r[Observable::gained] - r[Observable::lost]);
        before = customers();
    }
}

TEST_CASE("columns stay within their bounds under extreme strategies") {
    SmallTown town;
    town.strategy.budget_per_day = 100000;
    town.strategy.promo_share = 1;
    town.strategy.converse = 100;
    town.strategy.listen = 100;
    town.market.failure_rate = 0.5;
    town.warmup_days = 7;
    LiveArm arm(town);
    for (int day = 0; day < 50; ++day) {
        arm.run(1);
        const Minds& m = arm.world.minds;
        for (std::uint32_t i = 0; i < arm.people->size; i += 7) {
            CHECK((m.attitude[i] >= -1 && m.attitude[i] <= 1));
            CHECK((m.trust[i] >= 0 && m.trust[i] <= 1));
            CHECK((m.relationship[i] >= 0 && m.relationship[i] <= 1));
            CHECK((m.expectation[i] >= 0 && m.expectation[i] <= 1));
            CHECK((m.adstock[i] >= 0 && m.irritation[i] >= 0 && m.praise[i] >= 0 && m.blame[i] >= 0));
        }
        CHECK((arm.world.firm.quality >= 0 && arm.world.firm.quality <= 1));
    }
}
