#include "app/session/keys.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "app/commands.h"
#include "support/page.h"

using namespace parley;

TEST_CASE("no key means two things, and each is told in words") {
    for (const KeyRow& row : key_table()) {
        CAPTURE(row.name);
        CHECK(has_text(row.cap));
        CHECK(has_text(row.text));
        CHECK(has_text("keys.group." + std::to_string(static_cast<std::size_t>(row.group))));
        for (const bool shift : {false, true})
            for (const bool open : {false, true}) {
                const bool fits = (row.shift == Shift::Any || (row.shift == Shift::Yes) == shift) &&
                                  (row.when == When::Always || (row.when == When::Panel) == open);
                if (fits) CHECK(find_key(row.name, shift, open) == &row);
            }
    }
}

TEST_CASE("the browser keeps its own keys") {
    for (const char* name : {"Tab", "Enter", "F1", "F3", "F5", "F6", "F10", "F11", "F12", "Backspace", "Delete", "Control", "Alt", "Meta"})
        for (const bool open : {false, true}) {
            CAPTURE(name);
            CHECK(find_key(name, false, open) == nullptr);
            CHECK(find_key(name, true, open) == nullptr);
        }
}

TEST_CASE("keys act on the page, and on what is open only when that is meant") {
    Session session;
    ViewState state;
    const bool playing = session.playing();
    CHECK(press_key(session, state, " ", false));
    CHECK(session.playing() != playing);
    CHECK_FALSE(press_key(session, state, "Escape", false));
    CHECK(press_key(session, state, "?", true));
    CHECK(state.panel == Panel::Keys);
    CHECK_FALSE(press_key(session, state, " ", false));
    CHECK(session.playing() != playing);
    CHECK(press_key(session, state, "Escape", false));
    CHECK(state.panel == Panel::None);
    CHECK_FALSE(press_key(session, state, "F5", false));
}

TEST_CASE("a key pressed right after a click comes after it") {
    support::Page page;
    page.state.panel = Panel::Session;
    page.frames(2);
    CHECK_FALSE(page.ui.waiting());
    page.ui.push({"session.start.0", true, 0});
    CHECK(page.ui.waiting());
    page.ui.hold({"Escape", false});
    page.frame();
    CHECK(page.state.agenda.on());
    CHECK(page.state.panel == Panel::None);
    CHECK_FALSE(page.ui.waiting());
}

TEST_CASE("the panel of keys lists every row of the table") {
    support::Page page;
    page.state.panel = Panel::Keys;
    page.frames(2);
    const Widget* table = page.find("keys.table");
    REQUIRE(table != nullptr);
    for (const KeyRow& row : key_table()) {
        CAPTURE(row.name);
        CHECK(table->value.find(tr(row.cap) + '\t' + tr(row.text)) != std::string::npos);
    }
}
