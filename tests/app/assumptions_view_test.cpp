// What the first screen says of its own numbers: how many are assumptions, whether the answer hangs on them, and how old it is.
#include "study/assumptions.h"
#include "study/era.h"
#include "study/provenance.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("how many numbers are assumptions stands on the first screen at every size, and leads to where they come from") {
    for (const Size& size : kSizes) {
        CAPTURE(size.width);
        Page page(size);
        page.live_worlds();
        page.frames(3);
        const Widget* line = page.find("verdict.numbers");
        REQUIRE(line != nullptr);
        CHECK(line->name == assumed_line());
        page.click("verdict.numbers");
        page.frames(2);
        CHECK(page.state.panel == Panel::About);
        CHECK(page.state.about_tab == 0);
    }
}

TEST_CASE("today's reach is one click from the story, and undo takes it back") {
    Page page;
    page.live_worlds();
    const double was = page.session.scenario().market.reach_era;
    page.state.panel = Panel::Story;
    page.frames(3);
    REQUIRE(page.find("story.era") != nullptr);
    CHECK(page.find("story.era")->name == era_sentence(page.session.scenario()));
    page.click("story.era.switch");
    page.frames(2);
    CHECK(is_today(page.session.scenario().market));
    CHECK(page.session.history().can_undo());
    page.click("story.era.switch");
    page.frames(2);
    CHECK(page.session.scenario().market.reach_era == was);
}

TEST_CASE("where nobody posts there is no era to switch") {
    Page page;
    CHECK(page.session.set("arms.0.strategy.posts_per_day", "0").empty());
    CHECK(page.session.set("arms.1.strategy.posts_per_day", "0").empty());
    page.state.panel = Panel::Story;
    page.frames(3);
    CHECK(page.find("story.era") != nullptr);
    CHECK(page.find("story.era.switch") == nullptr);
}

TEST_CASE("how often the answer survives other assumptions is told of a scenario as measured, and not while results are covered") {
    Page page;
    REQUIRE(page.session.load_shipped("01_billboard_or_dialogue").empty());
    const Assumptions* known = assumptions_of(page.session.scenario());
    REQUIRE(page.session.set("run.pairs", "3").empty());
    page.live_worlds();
    page.frames(3);
    CHECK((page.find("verdict.assumptions") != nullptr) == (known != nullptr));
    if (!known) return;
    CHECK(page.find("verdict.assumptions")->name == assumptions_phrase(*known));
    page.click("verdict.assumptions");
    page.frames(2);
    CHECK(page.state.panel == Panel::Explore);
    REQUIRE(page.find("certainty.assumptions.meaning") != nullptr);
    page.state.panel = Panel::None;
    REQUIRE(page.session.set("market.gap_detection", "0.25").empty());
    page.live_worlds();
    page.frames(3);
    CHECK(page.find("verdict.assumptions") == nullptr);
}
