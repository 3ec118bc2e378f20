// The panel of questions around the scenario (views/explore.cpp and its tabs), drawn without a window.
#include "app/views/explore.h"

#include <doctest/doctest.h>

#include "support/page.h"

using namespace parley;
using namespace parley::support;

namespace {

constexpr int kTabs = 4;

void open_tab(Page& page, int tab) {
    page.state.panel = Panel::Explore;
    page.state.explore_tab = tab;
    page.frames(2);
}

// Everything a tab asks for is lived.
void settle(Page& page) {
    page.live_worlds(5000);
    for (int n = 0; n < 3000 && page.session.dashboard_progress() < 1 && page.state.explore_tab == 2; ++n) page.session.update(0.01, 50);
    page.frames(2);
}

std::string name_of(const Page& page, const std::string& id) {
    const Widget* w = page.find(id);
    return w ? w->name : std::string();
}

}  // namespace

TEST_CASE("every tab of the panel draws at every size, empty and full, without text on text") {
    for (Size size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3], Size{390, 844, true}})
        for (int tab = 0; tab < kTabs; ++tab) {
            CAPTURE(size_name(size));
            CAPTURE(tab);
            Page page(size);
            page.session.play(false);
            open_tab(page, tab);
            check_widgets(page, {size.width, 1e9f, false});
            page.memory().record_texts = true;
            page.frame();
            check_texts(page.memory().texts, size);
            page.memory().record_texts = false;
            settle(page);
            page.memory().record_texts = true;
            page.frame();
            check_widgets(page, {size.width, 1e9f, false});  // the page behind it may be longer
            check_texts(page.memory().texts, size);
            CHECK_FALSE(page.session.surveying());
            page.click("dialog.close");
            CHECK(page.state.panel == Panel::None);
        }
}

TEST_CASE("a click on the map moves both levers there, and so do its sliders and its button") {
    Page page(kSizes[1]);
    page.session.play(false);
    open_tab(page, 0);
    settle(page);
    const RegionMap* map = page.session.region();
    REQUIRE(map);
    CHECK(name_of(page, "map").find('%') != std::string::npos);
    CHECK(page.find("map.table")->value.find('\t') != std::string::npos);
    const Widget area = *page.find("map");
    page.mouse(area.x + area.w * 2.5f / 17, area.y + area.h * 0.5f / 17);
    page.frame();
    page.button(true);
    page.frame();
    page.button(false);
    page.frames(2);
    const LeverOf x = map->x(), y = map->y();
    CHECK(x.value(page.session.scenario()) == map->x_at(2));
    CHECK(y.value(page.session.scenario()) == map->y_at(16));
    CHECK(page.session.region() == map);  // the question is still the same
    const double talk = y.value(page.session.opened());
    CHECK(page.session.undo());
    CHECK(y.value(page.session.scenario()) == talk);  // both levers, one step
    CHECK(x.value(page.session.scenario()) == x.value(page.session.opened()));

    page.ui.push({"map.x", false, 5});
    page.ui.push({"map.y", false, 3});
    page.frames(2);
    CHECK(page.find("map.x")->now == 5);
    CHECK_FALSE(name_of(page, "map.cell").empty());
    page.click("map.set");
    CHECK(x.value(page.session.scenario()) == map->x_at(5));
    CHECK(y.value(page.session.scenario()) == map->y_at(3));
}

TEST_CASE("any two levers can be chosen for the map") {
    Page page(kSizes[2]);
    page.session.play(false);
    open_tab(page, 0);
    page.click("map.pick.y");
    REQUIRE(page.find("map.lever.0.budget_per_day"));
    page.click("map.lever.0.budget_per_day");
    page.frames(2);
    CHECK(std::string(page.session.region()->y().row->name) == "budget_per_day");
    CHECK(page.session.region()->y().arm == 0);
    CHECK(name_of(page, "map.pick.y").find("Broadcast") != std::string::npos);
    CHECK(page.find("map.lever.0.budget_per_day") == nullptr);
}

TEST_CASE("a bar of the tornado leads to its lever") {
    Page page(kSizes[1]);
    page.session.play(false);
    open_tab(page, 1);
    settle(page);
    REQUIRE_FALSE(page.session.tornado()->bars().empty());
    const LeverOf lever = page.session.tornado()->bars()[0].lever;
    const std::string name = std::to_string(lever.arm) + '.' + lever.row->name;
    CHECK(name_of(page, "tornado.finding").find(lever.row->label) != std::string::npos);
    page.click("tornado.bar." + name);
    CHECK(page.state.panel == Panel::None);
    REQUIRE(page.find("lever." + name));
    CHECK(page.ui.focused("lever." + name));
    CHECK(page.find("lever." + name)->y < kSizes[1].height);
}

TEST_CASE("levers are shown while they are counted, and the panel says so far") {
    Page page(kSizes[1]);
    page.session.play(false);
    page.live_worlds();
    open_tab(page, 1);
    page.live_worlds(20);
    page.frames(2);
    const std::size_t all = page.session.tornado()->bars().size();
    std::size_t known = 0;
    for (const Tornado::Bar& bar : page.session.tornado()->bars()) known += bar.known();
    REQUIRE(known > 0);
    REQUIRE(known < all);
    CHECK(name_of(page, "tornado.finding") == tr("tornado.so_far", {{"n", number(static_cast<double>(known))}, {"all", number(static_cast<double>(all))}}));
    CHECK(name_of(page, "tornado.state").starts_with("So far"));
    std::size_t bars = 0;
    for (const Widget& w : page.ui.widgets()) bars += w.id.starts_with("tornado.bar.");
    CHECK(bars > 0);
    CHECK(bars <= known);   // those that wait lead nowhere yet
    settle(page);
    CHECK(name_of(page, "tornado.finding").find("So far") == std::string::npos);
    CHECK(name_of(page, "tornado.state").find("So far") == std::string::npos);
}

TEST_CASE("the dashboard shows each world as it comes, so far, and says when its numbers are older than the last change") {
    Page page(kSizes[1]);
    page.session.play(false);
    page.live_worlds();
    open_tab(page, 2);
    for (int n = 0; n < 3000 && !page.session.dashboard(); ++n) page.session.update(0.01, 1);
    REQUIRE(page.session.dashboard());
    page.frames(2);
    REQUIRE(page.session.dashboard()->until > 0);
    CHECK(name_of(page, "dashboard.state").starts_with("So far"));
    CHECK(page.find("dashboard.table"));
    CHECK(page.find("dashboard.finding") == nullptr);   // one world, and not whole
    for (int n = 0; n < 3000 && page.session.dashboard()->worlds == 0; ++n) page.session.update(0.01, 1);
    page.frames(2);
    REQUIRE(page.session.dashboard()->worlds < kDashboardWorlds);
    CHECK(page.find("dashboard.finding"));
    CHECK(name_of(page, "dashboard.state") == tr("dashboard.so_far", {{"n", number(page.session.dashboard()->worlds)}, {"all", number(kDashboardWorlds)}}));
    CHECK(page.find("dashboard.table"));
    settle(page);
    CHECK(page.find("dashboard.state") == nullptr);
    page.session.set_lever(0, *kStrategyTable.find("promo_share"), 0.9);
    page.frames(2);
    CHECK(name_of(page, "dashboard.state").find("before your last change") != std::string::npos);
    page.live_worlds();
    settle(page);
    CHECK(page.find("dashboard.state") == nullptr);
}

TEST_CASE("a world that stands out is named: in the sentence, over the race, in the slider") {
    Page page(kSizes[0]);
    page.session.play(false);
    page.live_worlds();
    page.frames(2);
    const int all = page.session.ensemble()->done();
    CHECK(page.find("verdict.world") == nullptr);
    page.ui.push({"world", false, 3});
    page.frames(2);
    const std::string which = tr("worlds.shown", {{"n", number(page.state.world + 1)}, {"all", number(all)}});
    CHECK(name_of(page, "verdict.world").starts_with(which));
    CHECK(page.find("world")->value.find(number(all)) != std::string::npos);
    page.memory().record_texts = true;
    page.frame();
    int told = 0;
    for (const TextBox& text : page.memory().texts) told += text.text.find(which) != std::string::npos;
    CHECK(told == 2);   // the sentence and the chart
    page.ui.push({"world", false, 0});
    page.frames(2);
    CHECK(page.find("verdict.world") == nullptr);
}

TEST_CASE("the dashboard says what it would show and what is true") {
    Page page(kSizes[1]);
    page.session.play(false);
    open_tab(page, 2);
    CHECK(name_of(page, "dashboard.state").find('%') != std::string::npos);
    settle(page);
    REQUIRE(page.session.dashboard());
    CHECK(page.session.dashboard()->worlds == kDashboardWorlds);
    CHECK(name_of(page, "dashboard.finding").find("Conversation") != std::string::npos);
    CHECK(page.find("dashboard.table")->value.find('\t') != std::string::npos);
    // After an edit the old numbers stay until the new ones are there, and nothing is counted once nobody looks.
    page.session.set_lever(0, *kStrategyTable.find("promo_share"), 0.9);
    page.frames(2);
    CHECK(page.session.dashboard_progress() < 1);
    page.state.panel = Panel::None;
    page.frames(2);
    for (int n = 0; n < 2000 && page.session.busy(); ++n) page.session.update(0.01, 50);
    CHECK_FALSE(page.session.busy());
}

TEST_CASE("worlds of ignorance are switched on and off, and the words on screen say so") {
    Page page(kSizes[0]);
    page.session.play(false);
    page.live_worlds();
    open_tab(page, 3);
    const std::string luck = name_of(page, "certainty.meaning");
    page.click("certainty.worlds.1");
    CHECK(page.session.scenario().run.ignorance == 0.5);
    CHECK(name_of(page, "certainty.meaning") != luck);
    page.live_worlds();
    page.state.panel = Panel::None;
    page.frames(2);
    CHECK(name_of(page, "verdict").find("assumptions drawn anew") != std::string::npos);
    CHECK(page.session.saved().find("ignorance") != std::string::npos);
    open_tab(page, 3);
    page.click("certainty.worlds.0");
    CHECK(page.session.scenario().run.ignorance == 0);
}

TEST_CASE("a settled verdict says after how many worlds, and the rest can be counted") {
    for (const bool from_headline : {true, false}) {
        Page page(kSizes[0]);
        page.session.play(false);
        REQUIRE(page.session.set("run.pairs", "40").empty());
        REQUIRE(page.session.set("arms.1.strategy.price_off", "0.5").empty());
        page.live_worlds();
        page.frames(2);
        const int settled = page.session.settled_after();
        REQUIRE(settled > 0);
        CHECK(name_of(page, "verdict").find("settled after " + std::to_string(settled) + " of 40 worlds") != std::string::npos);
        if (!from_headline) open_tab(page, 3);
        const std::string id = from_headline ? "verdict.count_all" : "certainty.count_all";
        REQUIRE(page.find(id));
        page.click(id);
        CHECK(page.session.refining());
        page.live_worlds();
        page.state.panel = Panel::None;
        page.frames(2);
        CHECK(page.session.ensemble()->done() == 40);
        CHECK(name_of(page, "verdict").find("settled") == std::string::npos);
        CHECK(page.find("verdict.count_all") == nullptr);
    }
}

TEST_CASE("files hold the worlds that are counted on screen, and all of them once someone wants all") {
    Page page(kSizes[1]);
    page.session.play(false);
    REQUIRE(page.session.set("run.pairs", "40").empty());
    REQUIRE(page.session.set("arms.1.strategy.price_off", "0.5").empty());
    page.live_worlds();
    const int settled = page.session.settled_after();
    REQUIRE(settled > 0);
    const auto exported_pairs = [&] {
        page.state.panel = Panel::Export;
        page.frames(2);
        REQUIRE_FALSE(page.find("export.json")->disabled);
        page.ui.push({"export.json", true, 0});
        page.frame();
        const std::string& text = page.wishes.save_text;
        return std::stoi(text.substr(text.find("\"pairs\": ") + 9));
    };
    CHECK(exported_pairs() == settled);
    CHECK(page.session.settled_after() == settled);   // and nothing on screen was counted anew for it
    page.session.count_all();
    page.live_worlds();
    CHECK(exported_pairs() == 40);
}

TEST_CASE("while a forecast is open the panel shows nothing, and nothing is surveyed") {
    Page page(kSizes[1]);
    page.session.play(false);
    page.live_worlds();
    for (int tab = 0; tab < kTabs; ++tab) {
        open_tab(page, tab);
        settle(page);
    }
    page.session.open_forecast();
    page.session.draft().called = true;
    REQUIRE(page.session.lock_forecast());
    CHECK(page.session.region() == nullptr);
    CHECK(page.session.tornado() == nullptr);
    CHECK(page.session.dashboard() == nullptr);
    CHECK(page.session.settled_after() == 0);
    for (int tab = 0; tab < kTabs; ++tab) {
        open_tab(page, tab);
        CHECK(page.find("explore.covered"));
        for (const Widget& w : page.ui.widgets())
            for (const char* part : {"map.", "tornado.", "dashboard.", "certainty."}) CHECK_FALSE(w.id.starts_with(part));
    }
    page.session.set_lever(1, *kStrategyTable.find("listen"), 44);
    page.frames(2);
    CHECK_FALSE(page.session.surveying());
}
