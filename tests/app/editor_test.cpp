// The scenario editor drawn without a window (tests/support/page.h).
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "app/commands.h"
#include "app/session/draft.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

namespace {

constexpr int kPages = 8;

struct Editing : Page {
    explicit Editing(Size size = kSizes[1]) : Page(size) {
        frames(2);
        state.panel = Panel::Editor;
        frames(3);
    }
    void page(int n) {
        state.memory->editor.part = n;
        state.memory->editor.scroll = 0;
        frames(3);
    }
    void type(const std::string& id, const std::string& words) {
        REQUIRE(find(id) != nullptr);
        ui.push({id, false, 0, 0, words, true});
        frames(3);
    }
    const Scenario& scenario() const { return session.scenario(); }
};

}  // namespace

TEST_CASE("every page of the editor stays inside the window, and no text stands on another") {
    for (Size size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3], Size{390, 844, true}})
        for (int part = 0; part < kPages; ++part) {
            CAPTURE(size_name(size));
            CAPTURE(part);
            Editing editing(size);
            Scenario s = editing.scenario();
            REQUIRE(draft::add_event(s, 20).empty());
            REQUIRE(draft::add_event(s, 40).empty());
            REQUIRE(draft::add_change(s, 1, kMarketTable, *kMarketTable.find("failure_rate")).empty());
            editing.session.adopt(s);
            editing.page(part);
            editing.memory().record_texts = true;
            editing.frame();
            check_widgets(editing, size.width < 600 ? Size{size.width, 1e9f, true} : size);  // behind the editor a small page scrolls
            check_texts(editing.memory().texts, size);
        }
}

TEST_CASE("words typed into a field change the scenario; refused ones are explained beside it and the old ones stay") {
    Editing editing;
    editing.page(1);
    editing.type("editor.text.title.en", "A town of bakers");
    CHECK(editing.scenario().title.en == "A town of bakers");
    CHECK(editing.scenario().id == "busy");   // given by hand, not made from a title
    editing.type("editor.id", "Not A Name");
    CHECK(editing.scenario().id == "busy");
    REQUIRE(editing.find("editor.id.refused") != nullptr);
    CHECK(editing.find("editor.id")->pressed);
    CHECK_FALSE(editing.find("editor.id")->hint.empty());
    editing.type("editor.id", "bakers");
    CHECK(editing.scenario().id == "bakers");
    CHECK(editing.find("editor.id.refused") == nullptr);
}

TEST_CASE("a number is found by search, typed, stepped, and refused kindly") {
    Editing editing;
    editing.page(3);
    editing.type("editor.search", "price");
    REQUIRE(editing.find("editor.value.market.price") != nullptr);
    editing.type("editor.value.market.price", "6.5");
    CHECK(editing.scenario().market.price == 6.5);
    editing.ui.push({"editor.value.market.price.slider", false, 8});
    editing.frames(3);
    CHECK(editing.scenario().market.price == 8);
    editing.type("editor.value.market.price", "nothing");
    CHECK(editing.scenario().market.price == 8);
    CHECK(editing.find("editor.value.market.price")->hint.find("nothing") != std::string::npos);
}

TEST_CASE("arms are named, copied and removed; events are added, moved and removed; a target is set") {
    Editing editing;
    editing.page(2);
    editing.type("editor.arm.0", "Shout");
    editing.click("editor.arm.1.copy");
    editing.frames(2);
    CHECK(editing.scenario().arms.size() == 3);
    CHECK(editing.scenario().arms[0].name == "Shout");
    editing.click("editor.arm.2.remove");
    editing.frames(2);
    CHECK(editing.scenario().arms.size() == 2);

    editing.page(4);
    editing.click("editor.event.add");
    editing.frames(2);
    REQUIRE(editing.scenario().events.size() == 1);
    editing.type("editor.event.week", "5");
    CHECK(editing.scenario().events[0].day == 29);
    editing.ui.push({"editor.event.0.day", false, 33});
    editing.frames(3);
    CHECK(editing.scenario().events[0].day == 33);
    editing.click("editor.event.arm");
    editing.click("editor.event.arm.2");
    editing.frames(2);
    CHECK(editing.scenario().events[0].arm == 1);
    editing.click("editor.event.what");
    editing.click("editor.event.what.2");
    editing.frames(2);
    editing.type("editor.value.search", "failure");
    editing.click("editor.found.market.failure_rate");
    editing.frames(2);
    REQUIRE(editing.scenario().events[0].changes.size() == 1);
    CHECK_FALSE(editing.scenario().events[0].what.has_value());
    editing.click("editor.event.remove");
    editing.frames(2);
    CHECK(editing.scenario().events.empty());

    editing.page(5);
    editing.type("editor.target.amount", "123456");
    editing.type("editor.target.week", "6");
    REQUIRE(editing.scenario().target);
    CHECK(editing.scenario().target->amount == 123456);
    CHECK(editing.scenario().target->by_day == 42);

    editing.page(6);
    editing.click("editor.role.add");
    editing.frames(2);
    editing.type("editor.text.roles.0.name.en", "Owner");
    REQUIRE(editing.scenario().roles.size() == 1);
    CHECK(editing.scenario().roles[0].name.en == "Owner");
    editing.type("editor.text.roles.0.name.en", "");
    CHECK(editing.scenario().roles[0].name.en == "Owner");
    editing.click("editor.roles.0.remove");
    editing.frames(2);
    CHECK(editing.scenario().roles.empty());

    editing.page(7);
    CHECK(editing.find("editor.difference.0") != nullptr);
    editing.click("editor.save");
    editing.ui.push({"editor.save", true, 0});
    editing.frame();
    CHECK(editing.wishes.save_name == editing.scenario().id + ".json");
    CHECK(editing.wishes.save_text == editing.session.saved());
    editing.click("editor.back");
    editing.frames(2);
    CHECK(editing.find("editor.difference.0") == nullptr);
    CHECK(editing.session.saved() == write_scenario(editing.session.opened()));
}

TEST_CASE("a mark on the line of weeks follows the pointer, and a click on the line adds an event") {
    Editing editing;
    editing.page(4);
    editing.click("editor.event.add");
    editing.frames(2);
    const Widget mark = *editing.find("editor.event.0.day");
    const float x = mark.x + mark.w / 2, y = mark.y + mark.h / 2;
    const int before = editing.scenario().events[0].day;
    editing.mouse(x, y);
    editing.frame();
    editing.button(true);
    editing.frames(2);
    editing.mouse(x + 120, y);
    editing.frames(2);
    editing.button(false);
    editing.frames(2);
    REQUIRE(editing.scenario().events.size() == 1);
    CHECK(editing.scenario().events[0].day > before);
    editing.mouse(x - 60, y);
    editing.frame();
    editing.button(true);
    editing.frame();
    editing.button(false);
    editing.frames(2);
    CHECK(editing.scenario().events.size() == 2);
}

TEST_CASE("a shipped scenario is a place to start from") {
    Editing editing;
    editing.page(0);
    editing.click("editor.start.04_ambassador_leaves");
    editing.frames(2);
    CHECK(editing.scenario().id == "04_ambassador_leaves");
    CHECK(editing.memory().editor.part == 1);
    CHECK(editing.state.panel == Panel::Editor);
}

TEST_CASE("starting anew takes a second press while changes are not in a file") {
    Editing editing;
    Scenario s = editing.scenario();
    REQUIRE(draft::set_text(s, "question", "en", "Who, then?").empty());
    editing.session.adopt(s);
    editing.page(0);
    editing.click("editor.start.04_ambassador_leaves");
    CHECK(editing.scenario().id == "busy");
    CHECK(editing.find("editor.start.04_ambassador_leaves.refused") != nullptr);
    editing.click("editor.start.04_ambassador_leaves");
    CHECK(editing.scenario().id == "04_ambassador_leaves");
}

TEST_CASE("Esc closes the list that is open, then the editor") {
    Editing editing;
    editing.page(5);
    editing.click("editor.target.outcome");
    REQUIRE(editing.find("editor.target.outcome.1") != nullptr);
    press_key(editing.session, editing.state, "Escape", false);
    editing.frames(2);
    CHECK(editing.state.panel == Panel::Editor);
    CHECK(editing.find("editor.target.outcome.1") == nullptr);
    press_key(editing.session, editing.state, "Escape", false);
    CHECK(editing.state.panel == Panel::None);
}

TEST_CASE("whoever leaves a field with words that are refused sees why") {
    Editing editing;
    editing.page(5);
    editing.ui.push({"editor.target.amount", false, 0, 0, "1 2345", true});
    editing.ui.push({"editor.part.1", true, 0});
    editing.frames(3);
    CHECK(editing.memory().editor.part == 1);
    CHECK(editing.find("editor.count")->name.find("1 2345") != std::string::npos);
    editing.page(5);
    editing.ui.push({"editor.target.amount", false, 0, 0, "1 2345", true});
    editing.ui.push({"dialog.close", true, 0});
    editing.frames(3);
    CHECK(editing.state.panel == Panel::Editor);   // once more, and it closes
    CHECK(editing.find("editor.target.amount.refused") != nullptr);
    editing.frames(60);
    editing.click("dialog.close");
    CHECK(editing.state.panel == Panel::None);
}

TEST_CASE("a field that an edge cuts hands the keyboard to its twin when the part in sight is clicked") {
    Editing editing;
    EditorMemory& m = editing.memory().editor;
    m.french = true;   // more than the window holds
    editing.page(1);
    const auto cut = [&]() -> std::optional<Widget> {
        for (const Widget& w : editing.ui.widgets())
            if ((w.role == Role::Field || w.role == Role::Area) && w.tucked) return w;
        return std::nullopt;
    };
    bool handed = false;
    for (float scroll = 0; scroll < 400 && !handed; scroll += 7) {
        m.scroll = scroll;
        editing.frames(2);
        const std::optional<Widget> field = cut();
        if (!field) continue;
        for (const float dy : {4.0f, -4.0f}) {
            editing.mouse(field->x + 30, field->y + dy);
            editing.frame();
            editing.button(true);
            editing.frame();
            editing.button(false);
            editing.frame();
            handed = handed || (editing.find(field->id) && editing.find(field->id)->grab);
            editing.frames(2);
        }
    }
    CHECK(handed);
}

TEST_CASE("words typed while leaving a page are kept") {
    Editing editing;
    editing.page(1);
    editing.ui.push({"editor.text.question.en", false, 0, 0, "Who wins?", true});
    editing.ui.push({"editor.part.2", true, 0});
    editing.frames(3);
    CHECK(editing.scenario().question.en == "Who wins?");
    CHECK(editing.memory().editor.part == 2);
}

TEST_CASE("what is left of the shipped words is said, with a way to write or take it out") {
    Editing editing;
    REQUIRE(editing.session.load_shipped("06_patience").empty());
    editing.page(7);
    CHECK(editing.find("editor.left.debrief") == nullptr);
    Scenario s = editing.scenario();
    REQUIRE(draft::set_row(s, kMarketTable, *kMarketTable.find("price"), "6.5").empty());
    editing.session.adopt(s);
    editing.frames(2);
    REQUIRE(editing.find("editor.left.debrief") != nullptr);
    CHECK(editing.find("editor.left.debrief")->name.find("06 ") != std::string::npos);
    editing.click("editor.left.debrief.out");
    editing.frames(2);
    CHECK(editing.scenario().debrief.empty());
    CHECK(editing.find("editor.left.debrief") == nullptr);
    editing.click("editor.left.story.edit");
    editing.frames(2);
    CHECK(editing.memory().editor.part == 1);
    CHECK(editing.find("editor.left.story.out") != nullptr);
    editing.click("editor.left");   // at the foot of every page
    editing.frames(2);
    CHECK(editing.memory().editor.part == 7);
}

TEST_CASE("a file that is opened again still says how it differs from the shipped one, and from which") {
    Editing editing;
    REQUIRE(editing.session.load_shipped("06_patience").empty());
    Scenario s = editing.scenario();
    REQUIRE(draft::set_text(s, "title", "en", "Our bakery").empty());
    REQUIRE(draft::set_row(s, kMarketTable, *kMarketTable.find("price"), "6.5").empty());
    REQUIRE(editing.session.load(write_scenario(s)).empty());
    editing.page(7);
    CHECK(editing.find("editor.difference.0") == nullptr);
    REQUIRE(editing.find("editor.from_origin.0") != nullptr);
    bool price = false;
    for (const Widget& w : editing.ui.widgets()) price = price || (w.id.starts_with("editor.from_origin.") && w.name.find("6.5") != std::string::npos);
    CHECK(price);
    CHECK(editing.find("editor.count")->name.find("06 ") != std::string::npos);
}

TEST_CASE("the page of arms has the main levers of each arm, and all of them by search") {
    Editing editing;
    editing.page(2);
    std::size_t first = 0;
    for (const ParamSpec& row : kStrategyTable.rows) {
        if (!row.first) continue;
        ++first;
        CHECK(editing.find(std::string("editor.lever.0.") + row.name) != nullptr);
    }
    CHECK(first >= 10);
    editing.type("editor.lever.0.budget_per_day", "250");
    CHECK(editing.scenario().arms[0].strategy.budget_per_day == 250);
    editing.click("editor.whose.1");
    editing.frames(2);
    CHECK(editing.find("editor.lever.0.budget_per_day") == nullptr);
    editing.type("editor.lever.1.promo_share", "12 %");
    CHECK(editing.scenario().arms[1].strategy.promo_share == 0.12);
    CHECK(editing.scenario().arms[0].strategy.promo_share != 0.12);
    editing.type("editor.lever.1.promo_share", "lots");
    CHECK(editing.find("editor.lever.1.promo_share")->hint.find("lots") != std::string::npos);
    editing.click("editor.levers.more");
    editing.frames(2);
    for (const ParamSpec& row : kStrategyTable.rows) CHECK((editing.find(std::string("editor.lever.1.") + row.name) || editing.find(std::string("editor.lever.1.") + row.name + ".options")));
    editing.type("editor.levers.search", "seed");
    for (const ParamSpec& row : kStrategyTable.rows)
        if (std::string_view(row.name) == "budget_per_day") CHECK(editing.find("editor.lever.1.budget_per_day") == nullptr);
}
