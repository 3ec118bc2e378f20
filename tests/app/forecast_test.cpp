#include <doctest/doctest.h>

#include "app/session/session.h"
#include "support/page.h"
#include "support/study.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("a line drawn in pieces passes through what was drawn, and goes on level after its end") {
    Forecast f;
    f.draw(52, 0, 0, 13, -0.1);
    CHECK(f.line.size() == 53);
    CHECK(f.at_week(0) == 0);
    CHECK(f.at_week(13) == doctest::Approx(-0.1));
    CHECK(f.at_week(52) == doctest::Approx(-0.1));
    f.draw(52, 13, -0.1, 26, 0.2);
    CHECK(f.at_week(26) == doctest::Approx(0.2));
    CHECK(f.at_week(19) > f.at_week(16));
    // A correction in the middle, drawn from right to left, leaves what lies right of it alone.
    f.draw(52, 10, 0.05, 5, 0);
    CHECK(f.at_week(5) == doctest::Approx(0));
    CHECK(f.at_week(10) == doctest::Approx(0.05));
    CHECK(f.at_week(26) == doctest::Approx(0.2));
    CHECK(f.at_week(52) == doctest::Approx(0.2));
}

TEST_CASE("who is sure and right scores best, who is sure and wrong worst, a coin in between") {
    Scored s;
    s.forecast.call = s.result = Call::Second;
    s.forecast.confidence = 1;
    CHECK(s.brier() == 0);
    s.forecast.confidence = 0.5;
    CHECK(s.brier() == doctest::Approx(0.25));
    s.result = Call::First;
    CHECK(s.brier() == doctest::Approx(0.25));
    s.forecast.confidence = 1;
    CHECK(s.brier() == 1);
    const Scored right{"", {Call::First, true, 0.8, {}, 0, ""}, Call::First}, wrong{"", {Call::First, true, 0.6, {}, 0, ""}, Call::Same};
    const Scored both[] = {right, wrong};
    const Calibration c = calibration_of(both);
    CHECK(c.forecasts == 2);
    CHECK(c.right == 1);
    CHECK(c.confidence == doctest::Approx(0.7));
    CHECK(c.brier == doctest::Approx((0.04 + 0.36) / 2));
}

TEST_CASE("while a forecast is open nothing of the results can be reached, and everything is back after the reveal") {
    Page page;
    page.live_worlds();
    Session& s = page.session;
    REQUIRE(s.comparison() != nullptr);
    const std::uint32_t asked = s.request_comparison(2, 99);
    REQUIRE(asked != 0);

    s.open_forecast();
    const auto covered = [&] {
        CHECK(s.masked());
        CHECK(s.ensemble() == nullptr);
        CHECK(s.comparison() == nullptr);
        CHECK(s.before() == nullptr);
        CHECK(s.score() == nullptr);
        CHECK(s.request_comparison(2, 1) == 0);
        CHECK_FALSE(s.take_comparison(asked).has_value());
        s.ask(3);
        CHECK_FALSE(s.asked().has_value());
    };
    covered();
    CHECK_FALSE(s.lock_forecast());   // without a call there is nothing to lock in
    s.draft().called = true;
    s.draft().call = Call::Second;
    s.draft().draw(8, 0, 0, 8, 0.1);
    REQUIRE(s.lock_forecast());
    page.live_worlds();
    covered();
    // Nor does opening the same scenario again uncover it.
    CHECK(s.load(s.saved()).empty());
    page.live_worlds();
    covered();

    REQUIRE(s.reveal());
    s.update(0.01, 5);
    CHECK_FALSE(s.masked());
    REQUIRE(s.comparison() != nullptr);
    REQUIRE(s.score() != nullptr);
    const Scored& score = *s.score();
    CHECK(score.gap_forecast == doctest::Approx(0.1));
    CHECK(score.result == call_of(s.comparison()->verdict, 1));
    CHECK(score.gap_result == weekly_gap(*s.ensemble(), 0, 1).back());
    CHECK(s.scores().size() == 1);
    s.update(0.01, 5);
    CHECK(s.scores().size() == 1);
}

TEST_CASE("a forecast about other strategies than those revealed is not counted") {
    Page page;
    page.live_worlds();
    Session& s = page.session;
    s.open_forecast();
    s.draft().called = true;
    REQUIRE(s.lock_forecast());
    REQUIRE(s.set("arms.0.strategy.budget_per_day", "150").empty());
    page.live_worlds();
    REQUIRE(s.reveal());
    s.update(0.01, 5);
    CHECK(s.forecast() == nullptr);
    CHECK(s.scores().empty());
}

TEST_CASE("a forecast withdrawn uncovers and leaves no trace; another scenario takes its own results with it") {
    Page page;
    page.live_worlds();
    Session& s = page.session;
    s.open_forecast();
    s.withdraw_forecast();
    CHECK(s.comparison() != nullptr);
    CHECK(s.scores().empty());
    s.open_forecast();
    REQUIRE(s.load_shipped("00_null_twins").empty());
    CHECK_FALSE(s.masked());
    CHECK(s.ensemble() == nullptr);   // of the new question nothing is known yet
}

TEST_CASE("results before a decision stay for the replay, to the bit") {
    Page page;
    page.live_worlds();
    Session& s = page.session;
    CHECK(s.before() == nullptr);
    const std::string was = s.ensemble()->digest();
    REQUIRE(s.set("arms.1.strategy.talk", "20").empty());
    page.live_worlds();
    REQUIRE(s.before() != nullptr);
    CHECK(s.before()->digest() == was);
    CHECK(s.ensemble()->digest() != was);
    const std::string now = s.ensemble()->digest();
    // Undoing is a change as well: replay shows the way back.
    REQUIRE(s.undo());
    page.live_worlds();
    CHECK(s.ensemble()->digest() == was);
    CHECK(s.before()->digest() == now);
    REQUIRE(s.redo());
    page.live_worlds();
    CHECK(s.ensemble()->digest() == now);
}

TEST_CASE("a slider that is dragged is one decision") {
    Page page;
    Session& s = page.session;
    const ParamSpec& talk = *kStrategyTable.find("talk");
    const double was = s.scenario().arms[1].strategy.talk;
    for (int n = 1; n <= 20; ++n) s.set_lever(1, talk, n);
    s.update(2, 1);
    s.set_lever(1, talk, 44);
    REQUIRE(s.undo());
    CHECK(s.scenario().arms[1].strategy.talk == 20);
    REQUIRE(s.undo());
    CHECK(s.scenario().arms[1].strategy.talk == was);
    CHECK_FALSE(s.undo());
}
