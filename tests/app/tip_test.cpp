// Tips: what a pointer that rests is told.
#include <doctest/doctest.h>

#include "app/commands.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("a pointer that rests is told what lies under it, but not after a press until it moves again") {
    Page page(kSizes[1]);
    page.session.play(false);
    page.live_worlds();
    page.frames(2);
    const Widget tile = *page.find("tile.sales");
    const auto told = [&] {
        page.frames(40);   // a tip waits a moment
        return page.memory().tip_shown && page.memory().tip_title == tr("tile.sales");
    };
    CHECK_FALSE(told());
    page.mouse(tile.x + tile.w / 2, tile.y + tile.h / 2);
    CHECK(told());
    press_key(page.session, page.state, "?", false);   // something else comes and goes under the pointer
    page.frames(2);
    press_key(page.session, page.state, "Escape", false);
    CHECK_FALSE(told());
    page.mouse(tile.x + tile.w / 2 + 3, tile.y + tile.h / 2);
    CHECK(told());
}
