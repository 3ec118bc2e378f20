#include <doctest/doctest.h>

#include "app/session/group_notes.h"
#include "support/page.h"
#include "support/xml.h"

using namespace parley;
using namespace parley::support;

namespace {

void type(Page& page, const std::string& id, const std::string& words) {
    page.ui.push({id, false, 0, 0, words, true});
    page.frames(2);
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("what the group types stands in the page it takes home") {
    Page page;
    page.live_worlds();
    page.frames(2);
    page.state.panel = Panel::TakeHome;
    page.frames(2);
    REQUIRE(page.find("notes.answer.0") != nullptr);
    const std::string question = page.find("notes.answer.0")->name;
    type(page, "notes.answer.0", "  We answer <nobody>.\r\n");
    type(page, "notes.action", "Answer within a day");
    type(page, "notes.person", "Zoë");
    type(page, "notes.date", "1 May");
    CHECK(page.session.notes().answers[0] == "We answer <nobody>.");
    CHECK(page.session.notes().questions[0] == question);

    page.ui.push({"take_home.download", true, 0});
    page.frame();
    CHECK(page.wishes.save_name == "busy.html");
    CHECK(xml_trouble(page.wishes.save_text) == "");
    for (const char* words : {"We answer &lt;nobody&gt;.", "Answer within a day", "Zoë", "1 May"}) CHECK(has(page.wishes.save_text, words));

    // the question stays with its answer when another run asks other questions
    REQUIRE(page.session.set("arms.1.strategy.listen", "60").empty());
    page.live_worlds();
    page.frames(2);
    CHECK(page.session.notes().questions[0] == question);
    // an answer taken back takes its question with it
    type(page, "notes.answer.0", "");
    CHECK(page.session.notes().questions[0].empty());
}

TEST_CASE("tables are saved with the decimals that were chosen") {
    Page page;
    page.live_worlds();
    page.state.panel = Panel::TakeHome;
    page.frames(2);
    page.ui.push({"take_home.table", true, 0});
    page.frame();
    CHECK(has(page.wishes.save_text, "a,b,outcome"));
    page.click("take_home.decimal.1");
    CHECK(page.state.decimal_comma);
    page.ui.push({"take_home.series", true, 0});
    page.frame();
    CHECK(has(page.wishes.save_text, "arm;observable"));
    CHECK(page.wishes.save_name == "busy.series.csv");
}

TEST_CASE("before the first world there is no page to take, and notes belong to their scenario") {
    Page page;
    page.state.panel = Panel::TakeHome;
    page.frames(2);
    CHECK(page.find("take_home.download") == nullptr);
    CHECK(page.find("take_home.waiting") != nullptr);
    page.session.notes().action = "one";
    REQUIRE(page.session.load_shipped("00_null_twins").empty());
    CHECK(page.session.notes().action.empty());
    REQUIRE(page.session.load(kBusy).empty());
    CHECK(page.session.notes().action == "one");
}

TEST_CASE("in the windows of the design the panel to take home keeps its words apart and its buttons inside") {
    for (Size size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3], Size{390, 844, true}, Size{1024, 600, false}}) {
        CAPTURE(size_name(size));
        Page page(size);
        page.live_worlds();
        page.frames(2);
        page.session.notes().answers[1] = std::string(500, 'm') + " and more words than a field can show at once";
        page.session.notes().action = "A rather long action that does not fit into one line of the field in a small window, at all";
        page.state.panel = Panel::TakeHome;
        page.frames(2);
        page.memory().record_texts = true;
        page.frame();
        check_widgets(page, {size.width, 1e9f, false});
        check_texts(page.memory().texts, size);
        REQUIRE(page.find("take_home.download") != nullptr);
        const Widget& w = *page.find("take_home.download");
        CHECK(w.y + w.h <= size.height);
    }
}

TEST_CASE("words are kept without blanks around them and not beyond their limit") {
    CHECK(kept_words("  a\r\nb \n", 10) == "a\nb");
    CHECK(kept_words(" \n\t ", 10) == "");
    CHECK(kept_words("abcdef", 4) == "abc\u2026");
}

TEST_CASE("while results are covered there is nothing to take home, and the forecast is in the page after the reveal") {
    Page page;
    page.live_worlds();
    page.frames(2);
    const std::string verdict = page.session.comparison()->verdict.text;
    page.session.open_forecast();
    page.session.draft().call = Call::First;
    page.session.draft().called = true;
    page.session.draft().confidence = 0.8;
    page.session.draft().draw(8, 0, 0, 8, 0.1);
    REQUIRE(page.session.lock_forecast());
    page.state.panel = Panel::TakeHome;
    page.frames(2);
    CHECK(page.find("take_home.covered") != nullptr);
    for (const char* id : {"take_home.download", "take_home.table", "take_home.preview", "notes.answer.0"}) CHECK(page.find(id) == nullptr);
    for (const char* id : {"take_home.download", "take_home.table", "take_home.series"}) {
        page.ui.push({id, true, 0});
        page.frame();
        CHECK(page.wishes.save_text.empty());
    }
    for (const Widget& w : page.ui.widgets()) CHECK((w.name + w.value).find(verdict) == std::string::npos);

    REQUIRE(page.session.reveal());
    page.frames(2);
    REQUIRE(page.find("take_home.download") != nullptr);
    page.ui.push({"take_home.download", true, 0});
    page.frame();
    CHECK(has(page.wishes.save_text, "80\u202f%"));
    CHECK(has(page.wishes.save_text, tr("report.call.ahead", {{"arm", "Broadcast"}})));
    CHECK(xml_trouble(page.wishes.save_text) == "");
}
