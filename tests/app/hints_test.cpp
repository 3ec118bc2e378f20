// The two offers to a newcomer, drawn without a window (tests/support/page.h).
#include <doctest/doctest.h>

#include "app/views/hints.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

namespace {

void seconds(Page& page, double n) { page.frames(static_cast<int>(60 * n)); }

}  // namespace

TEST_CASE("a lever offers itself, then the next question, though the town rests; meanwhile the page looks again every second") {
    Page page;
    REQUIRE(page.session.load_shipped("01_billboard_or_dialogue").empty());
    REQUIRE(page.session.set("run.pairs", "2").empty());
    page.session.play(false);
    page.live_worlds();
    page.frame();
    CHECK(page.find("hint.next") == nullptr);
    seconds(page, kNextHint - 1);
    CHECK(page.find("hint.next") == nullptr);
    CHECK(page.wishes.tick);
    seconds(page, 2);
    CHECK(page.find("hint.next") != nullptr);
    CHECK_FALSE(page.wishes.tick);

    // Another edit, and it waits again.
    REQUIRE(page.session.set("arms.0.strategy.promo_share", "0.5").empty());
    page.live_worlds();
    page.frame();
    CHECK(page.find("hint.next") == nullptr);
    CHECK(page.wishes.tick);

    page.click("forecast");
    CHECK(page.find("hint.next") == nullptr);
}

TEST_CASE("untouched for a while, the page offers the lever that turns its result round") {
    Page page;
    REQUIRE(page.session.load_shipped("01_billboard_or_dialogue").empty());
    page.session.play(false);
    page.live_worlds(2);
    page.go_to(0);
    page.frame();
    seconds(page, kLeverHint - 1);
    CHECK(page.find("hint.lever") == nullptr);
    CHECK(page.wishes.tick);
    seconds(page, 2);
    CHECK(page.find("hint.lever") != nullptr);
    CHECK(page.wishes.keep_awake);
    seconds(page, 6);
    CHECK(page.find("hint.lever") != nullptr);
    CHECK_FALSE(page.wishes.keep_awake);
    CHECK_FALSE(page.wishes.tick);
}
