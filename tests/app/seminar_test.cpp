// The seminar on the page: the plan and its timer, the debrief, and what they open.
#include <doctest/doctest.h>

#include <string>

#include "app/commands.h"
#include "app/show.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("the session starts by its button, is walked by the clicker, and shows its time in words") {
    Page page;
    page.state.panel = Panel::Session;
    page.frames(2);
    CHECK_FALSE(press_key(page.session, page.state, "PageDown", false));
    page.click("session.start.0");
    REQUIRE(page.state.agenda.running());
    CHECK(page.wishes.tick);
    const Widget* clock = page.find("session.clock");
    REQUIRE(clock != nullptr);
    CHECK(clock->name.find(tr("agenda.arrival.title")) != std::string::npos);

    page.click("session.skip");
    CHECK(page.state.agenda.at() == 1);
    const std::string before = page.session.scenario().id;
    page.frames(5);
    CHECK(page.session.scenario().id == before);   // nothing opens by itself
    CHECK(press_key(page.session, page.state, "PageDown", false));
    CHECK(page.session.scenario().id == "00_null_twins");
    CHECK(page.state.panel == Panel::None);
    CHECK(press_key(page.session, page.state, "PageDown", false));
    CHECK(page.state.spot == "strip");
    CHECK(press_key(page.session, page.state, "PageUp", false));
    CHECK(page.session.scenario().id == "00_null_twins");

    page.state.panel = Panel::Session;
    page.frames(2);
    page.click("session.pause");
    CHECK(page.state.agenda.paused());
    page.click("session.pause");
    CHECK(page.state.agenda.running());
    page.click("session.stop");
    CHECK_FALSE(page.state.agenda.on());
    CHECK_FALSE(page.wishes.tick);
}

TEST_CASE("the plan of a running session fits every window and every form") {
    for (const Size size : kSizes)
        for (const Form form : {Form::Full, Form::Short}) {
            CAPTURE(size_name(size));
            Page page(size);
            page.state.panel = Panel::Session;
            page.frames(2);
            page.state.agenda.start(form);
            page.memory().record_texts = true;
            for (std::size_t block = 0; block < page.state.agenda.blocks().size(); ++block) {
                page.state.agenda.go(block);
                page.state.agenda.tell(page.state.time + 1);
                page.frame();
                check_widgets(page, {size.width, 1e9f, false});
                check_texts(page.memory().texts, size);
            }
        }
}

TEST_CASE("every question of the debrief opens the chart it speaks of, in every window") {
    for (const Size size : kSizes) {
        CAPTURE(size_name(size));
        Page page(size);
        page.live_worlds();
        page.frames(2);
        page.state.panel = Panel::Debrief;
        page.frames(2);
        for (int i = 0; i < 3; ++i) {
            CAPTURE(i);
            REQUIRE(page.find("debrief.question." + std::to_string(i)) != nullptr);
            const Widget* button = page.find("debrief.show." + std::to_string(i));
            REQUIRE(button != nullptr);
            if (button->disabled) continue;
            page.click("debrief.show." + std::to_string(i));
            const bool shown = page.state.panel == Panel::Customer || (page.state.panel == Panel::None && !page.state.spot.empty() &&
                                                                       page.memory().charts.count(page.state.spot) == 1);
            CHECK(shown);
            page.state.panel = Panel::Debrief;
            page.frames(2);
        }
    }
}

TEST_CASE("charts by name: each is on the page in every window, in front where pictures share a card") {
    for (const Size size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3], Size{390, 844, true}}) {
        CAPTURE(size_name(size));
        Page page(size);
        page.live_worlds();
        page.frames(2);
        for (const Shown& shown : shown_things()) {
            if (shown.panel != Panel::None || shown.key) continue;
            CAPTURE(std::string(shown.id));
            CHECK(has_text(shown.label));
            CHECK(show(page.session, page.state, shown.id));
            page.frame();
            CHECK(page.memory().charts.count(shown.id) == 1);
        }
    }
}
