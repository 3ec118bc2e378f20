// The whole page drawn without a window (tests/support/page.h).
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "app/commands.h"
#include "app/app.h"
#include "app/platform/town_renderer.h"
#include "app/session/draft.h"
#include "app/theme.h"
#include "app/views/memory.h"
#include "app/widgets/lever_track.h"
#include "study/number_format.h"
#include "imgui.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("the page draws at every size: before anything is known, with some worlds, with all of them") {
    for (Size size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3], Size{360, 640, true}, Size{390, 844, true},
                      Size{1280, 720, false}, Size{1024, 600, false}, Size{2560, 1440, false}, Size{600, 1000, true}}) {
        CAPTURE(size_name(size));
        Page page(size);
        page.frames(2);
        check_widgets(page, {size.width, 1e9f, false});
        page.live_worlds(2);
        page.go_to(20);
        page.frames(2);
        page.live_worlds();
        page.frames(2);
        CHECK_FALSE(page.session.refining());
        check_widgets(page, {size.width, 1e9f, false});
        CHECK(page.find("verdict") != nullptr);
    }
}

TEST_CASE("in the four windows of the design no control leaves the window and no text stands on another") {
    for (Size size : kSizes) {
        CAPTURE(size_name(size));
        Page page(size);
        page.live_worlds();
        page.go_to(30);
        page.frame();
        page.memory().record_texts = true;
        for (int tab = 0; tab < 4; ++tab) {
            page.state.narrow_tab = page.state.reasons_tab = tab;
            page.frame();
            check_widgets(page, size);
            check_texts(page.memory().texts, size);
        }
    }
}

TEST_CASE("every panel opens, names itself, is closed by its button, and stops the page behind it") {
    for (Size size : {kSizes[1], kSizes[3], Size{390, 844, true}})
        for (Panel panel : {Panel::Scenarios, Panel::About, Panel::Limits, Panel::Problems, Panel::Export, Panel::Story, Panel::TakeHome, Panel::Customer,
                            Panel::Keys, Panel::Debrief, Panel::Session, Panel::Briefs, Panel::Team, Panel::Arena, Panel::Preflight, Panel::Editor, Panel::Menu}) {
            CAPTURE(size_name(size));
            CAPTURE(static_cast<int>(panel));
            Page page(size);
            page.live_worlds(1);
            page.frames(2);
            page.state.panel = panel;
            page.state.problems = {{3, 7, "market.price", "-4 is out of range; allowed: 0.01 to 1000000 EUR"},
                                   {0, 0, "", "the file ends too early"}};
            page.state.problem_file = "mine.json";
            page.frame();
            page.memory().record_texts = true;
            page.frame();
            check_widgets(page, {size.width, 1e9f, false});
            check_texts(page.memory().texts, size);
            CHECK(page.find("dialog") != nullptr);
            REQUIRE(page.find("play") != nullptr);
            CHECK(page.find("play")->disabled);
            bool playing = page.session.playing();
            page.click("play");
            CHECK(page.session.playing() == playing);
            if (page.find("dialog.close"))
                page.click("dialog.close");
            else {
                page.mouse(size.width - 3, size.height - 3);
                page.frame();
                page.button(true);
                page.frame();
                page.button(false);
                page.frame();
            }
            CHECK(page.state.panel == Panel::None);
        }
}

TEST_CASE("levers come first, one slider per arm, named arm: label") {
    Page page;
    page.state.all_levers = true;
    page.live_worlds(1);
    page.frames(2);
    CHECK(page.ui.widgets()[0].role == Role::Search);
    std::size_t i = 1;
    for (const ParamSpec& row : kStrategyTable.rows)
        for (std::size_t a = 0; a < 2; ++a, ++i) {
            const Widget& w = page.ui.widgets()[i];
            CHECK(w.role == Role::Slider);
            CHECK(w.id == "lever." + std::to_string(a) + "." + row.name);
            CHECK(w.name == page.session.scenario().arms[a].name + ": " + row.label);
            CHECK(w.min == row.min);
            CHECK(w.max == row.max);
        }
}

TEST_CASE("the first screen keeps to ten levers and those the scenario uses; the rest is one click and a search away") {
    Page page;
    page.frames(2);
    const auto count = [&] {
        return std::count_if(page.ui.widgets().begin(), page.ui.widgets().end(),
                             [](const Widget& w) { return w.id.starts_with("lever.0."); });
    };
    const auto first = std::count_if(kStrategyTable.rows.begin(), kStrategyTable.rows.end(), [](const ParamSpec& row) { return row.first; });
    CHECK(first == 10);
    CHECK(count() >= first);
    CHECK(page.find("lever.0.seeding") == nullptr);

    page.ui.push({"levers.more", true, 0});
    page.frames(2);
    CHECK(count() == static_cast<long>(kStrategyTable.rows.size()));
    page.ui.push({"levers.search", false, 0, 0, "SEED", true});
    page.frames(2);
    CHECK(page.find("lever.0.seeding") != nullptr);
    CHECK(page.find("lever.0.talk") == nullptr);
    page.ui.push({"levers.search", false, 0, 0, "no such thing", true});
    page.frames(2);
    CHECK(count() == 0);
    page.ui.push({"levers.more", true, 0});
    page.frames(2);
    CHECK(count() >= first);

    // A lever that the scenario moves is on the first screen.
    REQUIRE(page.session.set("arms.1.strategy.seeding", "20").empty());
    page.frames(2);
    CHECK(page.find("lever.1.seeding") != nullptr);
}

TEST_CASE("a twin moves its lever, a thumb follows the pointer, a double click puts the scenario's value back") {
    Page page;
    page.live_worlds(1);
    page.frames(2);
    const ParamSpec& talk = *kStrategyTable.find("talk");
    auto value = [&](std::size_t arm) { return value_of(page.session.scenario().arms[arm].strategy, talk); };
    page.ui.push({"lever.1.talk", false, 20});
    page.frames(2);
    CHECK(value(1) == 20);

    // the pointer on the first arm's thumb, then to the left end
    const Widget thumb = *page.find("lever.0.talk");
    page.mouse(thumb.x + thumb.w / 2, thumb.y + thumb.h / 2);
    page.frames(2);
    page.button(true);
    page.frames(2);
    CHECK(value(0) == doctest::Approx(100).epsilon(0.03));
    page.mouse(5, thumb.y + thumb.h / 2);
    page.frames(2);
    CHECK(value(0) == 0);
    CHECK(value(1) == 20);
    page.button(false);
    page.frames(30);

    const Widget moved = *page.find("lever.0.talk");
    page.mouse(moved.x + moved.w / 2, moved.y + moved.h / 2);
    page.frames(2);
    for (int i = 0; i < 2; ++i) {
        page.button(true);
        page.frame();
        page.button(false);
        page.frame();
    }
    CHECK(value(0) == 100);
}

TEST_CASE("thumbs on the same value can both be grabbed: the left half is the first arm's") {
    Page page;
    page.live_worlds(1);
    page.frames(2);
    const ParamSpec& lever = *kStrategyTable.find("helpfulness");
    auto value = [&](std::size_t arm) { return value_of(page.session.scenario().arms[arm].strategy, lever); };
    REQUIRE(value(0) == value(1));
    const Widget left = *page.find("lever.0.helpfulness"), right = *page.find("lever.1.helpfulness");
    CHECK(left.x + left.w <= right.x + 1);
    for (std::size_t arm : {1, 0}) {
        const Widget& w = arm == 0 ? left : right;
        page.mouse(w.x + w.w / 2, w.y + w.h / 2);
        page.frames(2);
        page.button(true);
        page.frames(2);
        page.mouse(w.x + w.w / 2 + (arm == 0 ? -60.0f : 60.0f), w.y + w.h / 2);
        page.frames(2);
        page.button(false);
        page.frames(2);
    }
    CHECK(value(0) < 0.5);
    CHECK(value(1) > 0.5);
}

TEST_CASE("the track of every lever reaches both ends and comes back to where it was") {
    Session session;
    for (const ParamSpec& row : kStrategyTable.rows) {
        CAPTURE(row.name);
        TrackScale scale = track_scale(row, session.opened());
        CHECK(scale.place(row.min) == 0);
        CHECK(scale.place(row.max) == 1);
        for (const Arm& arm : session.opened().arms) {
            double value = value_of(arm.strategy, row);
            CHECK(scale.value(scale.place(value)) == doctest::Approx(value));
            CHECK(allowed(row, rounded(row, value)));
            CHECK(scale.place(value) <= 1);
        }
        for (double t = 0; t <= 1; t += 0.05) CHECK(allowed(row, rounded(row, scale.value(t))));
    }
}

TEST_CASE("every mark of the towns is an event of the day: their counts are the observables") {
    Page page;
    page.live_worlds(1);
    for (int day : {1, 9, 23, 40, 56}) {
        CAPTURE(day);
        page.go_to(day);
        page.frame();
        for (std::size_t a = 0; a < 2; ++a) {
            CAPTURE(a);
            const DayRecord& record = page.session.town().record(a);
            const TownCounts& n = page.memory().town.counts[a];
            auto of = [&](Observable o) { return record[o]; };
            CHECK(n.dots == 1500);
            CHECK(town_dots(static_cast<int>(a)) == 1500);
            const Observable rungs[] = {Observable::never,  Observable::maybe,  Observable::probably,
                                        Observable::bought, Observable::repeat, Observable::left};
            for (std::size_t k = 0; k < kRungs; ++k) CHECK(n.rungs[k] == of(rungs[k]));
            CHECK(n.reached == of(Observable::reached));
            CHECK(n.threads_today == of(Observable::replies));
            CHECK(n.questions == of(Observable::questions));
            CHECK(n.complaints == of(Observable::complaints));
            CHECK(n.open_answers == of(Observable::threads));
            CHECK(n.unanswered == of(Observable::unanswered));
            CHECK(n.tells == of(Observable::tells));
            CHECK(n.peer_posts == of(Observable::peer_posts));
            CHECK(n.shares == of(Observable::shares));
            CHECK(n.purchases == of(Observable::purchases));
        }
    }
}

TEST_CASE("threads of the days before stay while time goes on, and go when it jumps") {
    Page page;
    page.live_worlds(1);
    std::int64_t replies = 0;
    for (int day = 20; day <= 24; ++day) {
        page.go_to(day);
        page.frame();
        if (day < 24) replies += page.session.town().record(1)[Observable::replies];
    }
    REQUIRE(replies > 0);
    CHECK(page.memory().town.counts[1].threads_kept == replies);
    page.go_to(50);
    page.frame();
    CHECK(page.memory().town.counts[1].threads_kept == 0);
}

TEST_CASE("both towns seat everyone alike") {
    Page page;
    page.live_worlds(1);
    page.go_to(5);
    page.frame();
    CHECK(town_picture(0).seats == town_picture(1).seats);
    CHECK(town_picture(0).w == town_picture(1).w);
    CHECK(town_picture(0).h == town_picture(1).h);
}

TEST_CASE("the bar plays, pauses, steps, seeks and sets the speed") {
    Page page;
    page.live_worlds(1);
    page.go_to(10);
    page.frames(2);
    page.click("play");
    CHECK(page.session.playing());
    CHECK(page.session.busy());
    page.click("play");
    CHECK_FALSE(page.session.playing());
    page.click("step");
    page.session.update(0.01, 50);
    CHECK(page.session.day() == 11);
    page.ui.push({"day", false, 33});
    page.frame();
    for (int i = 0; i < 100 && page.session.day() != 33; ++i) page.session.update(0.01, 50);
    CHECK(page.session.day() == 33);
    page.click("to_start");
    for (int i = 0; i < 100 && page.session.day() != 0; ++i) page.session.update(0.01, 50);
    CHECK(page.session.day() == 0);
    page.click("speed.3");
    CHECK(page.session.speed() == 8);
}

TEST_CASE("export hands over files that are not empty") {
    Page page;
    page.live_worlds();
    page.frames(2);
    for (const char* id : {"export.scenario", "export.csv", "export.series", "export.json", "export.picture"}) {
        CAPTURE(id);
        page.click("menu");
        page.click("export");
        REQUIRE(page.state.panel == Panel::Export);
        page.ui.push({id, true, 0});
        page.frame();
        if (std::string(id) == "export.picture")
            CHECK(page.wishes.save_picture);
        else {
            CHECK_FALSE(page.wishes.save_name.empty());
            CHECK(page.wishes.save_text.size() > 50);
        }
        page.frame();
        CHECK(page.state.panel == Panel::None);
    }
}

TEST_CASE("every text the page asks for is in the strings file") {
    for (Size size : {kSizes[0], kSizes[1], kSizes[3]}) {
        Page page(size);
        page.live_worlds(2);
        page.go_to(12);
        page.frame();
        page.memory().record_texts = true;
        for (Panel panel :
             {Panel::None, Panel::Scenarios, Panel::About, Panel::Limits, Panel::Problems, Panel::Export, Panel::Story, Panel::Customer,
                            Panel::Keys}) {
            page.state.panel = panel;
            page.frame();
            for (const TextBox& t : page.memory().texts) {
                bool key_like = t.text.find('.') != std::string::npos && t.text.back() != '.' &&
                                t.text.find(' ') == std::string::npos && t.text.size() > 4 &&
                                std::all_of(t.text.begin(), t.text.end(),
                                            [](char c) { return (c >= 'a' && c <= 'z') || c == '.' || c == '_'; });
                CHECK_MESSAGE(!key_like, t.text);
            }
            for (const Widget& w : page.ui.widgets()) CHECK(w.name.find('{') == std::string::npos);
        }
    }
}

TEST_CASE("a focused lever is brought into view and explained") {
    Page page({820, 1180, true});
    page.live_worlds(1);
    page.frames(2);
    page.ui.focus("lever.1.canned_share");
    page.frames(4);
    CHECK(page.state.levers_scroll > 0);
    const Widget& w = *page.find("lever.1.canned_share");
    CHECK(w.y + w.h <= 1180);
}

TEST_CASE("the source of a lever says assumption where it is one") {
    CHECK(source_text("A") == tr("source.assumption"));
    CHECK(source_text("A; Edelman (ladder)") == tr("source.assumption") + "; Edelman (ladder)");
    CHECK(source_text("Edelman 2012 (order); A") == "Edelman 2012 (order); " + tr("source.assumption"));
    CHECK(source_text("ExactTarget 2011") == "ExactTarget 2011");
}

TEST_CASE("while a forecast is open no result is drawn, told or exported, at any size and in any panel") {
    for (Size size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3], Size{390, 844, true}}) {
        CAPTURE(size_name(size));
        Page page(size);
        page.live_worlds();
        page.go_to(40);
        page.frames(2);
        // What tells something: the numbers of the tiles, the sentence, the ends of the race, the counts of the town.
        std::set<std::string> telling;
        for (const Widget& w : page.ui.widgets())
            if (w.id == "verdict" || w.id == "worlds" || w.id == "race" || w.id == "race.table" || w.id.starts_with("tile.") ||
                w.id.starts_with("gap.") || w.id.starts_with("domino") || w.id.starts_with("ladder"))
                telling.insert(w.name + w.value);
        REQUIRE(telling.size() > 4);

        for (const bool locked : {false, true}) {
            page.session.withdraw_forecast();
            page.session.open_forecast();
            page.state.panel = Panel::Predict;
            page.frames(2);
            REQUIRE(page.session.masked());
            if (locked) {
                page.click("forecast.call.1");
                page.click("forecast.lock");
                REQUIRE(page.session.cover() == Session::Cover::Locked);
            }
            for (Panel panel : {Panel::None, Panel::Predict, Panel::Scenarios, Panel::About, Panel::Limits, Panel::Export, Panel::Story,
                                Panel::Customer, Panel::Keys, Panel::Debrief, Panel::Session, Panel::Menu}) {
                if (!locked && panel != Panel::Predict) continue;   // leaving the card takes the cover off
                CAPTURE(static_cast<int>(panel));
                page.state.panel = panel;
                for (int tab = 0; tab < 5; ++tab) {
                    page.state.narrow_tab = page.state.reasons_tab = tab;
                    page.frames(2);
                    REQUIRE(page.session.masked());
                    for (const Widget& w : page.ui.widgets()) CHECK_MESSAGE(telling.count(w.name + w.value) == 0, w.id);
                    for (const char* id : {"race", "race.table", "worlds", "tile.sales", "gap.total", "ladder.0", "domino.0.0"})
                        CHECK_MESSAGE(page.find(id) == nullptr, id);
                }
                if (panel == Panel::Export)
                    for (const char* id : {"export.csv", "export.series", "export.json"}) CHECK(page.find(id)->disabled);
            }
            page.state.panel = Panel::None;
            page.frames(2);
            // The page covers what it shows by colour, too: no dot stands out.
            if (locked && page.find("why.ask")) CHECK(page.find("why.ask")->disabled);
        }
        // Revealed, all of it is back.
        REQUIRE(press_key(page.session, page.state, "v", false));
        page.frames(3);
        CHECK(page.find("predict.outcome") != nullptr);
        page.state.panel = Panel::None;
        page.frames(2);
        std::set<std::string> back;
        for (const Widget& w : page.ui.widgets()) back.insert(w.name + w.value);
        CHECK(back.count(page.find("verdict")->name + page.find("verdict")->value) == 1);
        CHECK(telling.count(page.find("verdict")->name + page.find("verdict")->value) == 1);
    }
}

TEST_CASE("a forecast can be made by keys and sliders alone, and meets the result on its card") {
    Page page;
    page.live_worlds();
    page.frames(2);
    REQUIRE(press_key(page.session, page.state, "p", false));
    page.frames(2);
    page.click("forecast.call.0");
    page.ui.push({"forecast.quarter.2", false, 0.1});
    page.ui.push({"forecast.quarter.4", false, -0.2});
    page.ui.push({"forecast.sure", false, 0.9});
    page.frames(2);
    const Forecast& f = page.session.draft();
    CHECK(f.call == Call::First);
    CHECK(f.at_week(4) == doctest::Approx(0.1));
    CHECK(f.at_week(8) == doctest::Approx(-0.2));
    CHECK(f.at_week(6) == doctest::Approx(0.1));   // the third quarter was left level
    CHECK(f.at_week(7) == doctest::Approx(-0.05));
    CHECK(f.confidence == doctest::Approx(0.9));
    page.click("forecast.lock");
    CHECK(page.state.panel == Panel::None);
    CHECK(page.session.playing());
    REQUIRE(press_key(page.session, page.state, "v", false));
    page.frames(2);
    REQUIRE(page.find("predict.outcome") != nullptr);
    CHECK(page.find("predict.outcome")->name.find("90") != std::string::npos);
    CHECK(page.session.scores().size() == 1);
}

TEST_CASE("on a projector no text is smaller than a fiftieth of the height, and nothing overlaps or is cut off") {
    for (Size size : {Size{1920, 1080, false}, Size{1280, 720, false}, Size{1366, 768, false}, Size{3840, 2160, false}}) {
        CAPTURE(size_name(size));
        Page page(size);
        page.state.projector = true;
        fit_fonts(size.width, size.height, 1, true);
        load_fonts(1, 1);
        page.live_worlds();
        page.go_to(40);
        page.frames(2);
        page.memory().record_texts = true;
        page.frame();
        check_widgets(page, size);
        check_texts(page.memory().texts, size);
        const float smallest = std::min({fonts().small.em, fonts().caps.em, fonts().axis.em, fonts().body.em});
        CHECK(smallest >= std::floor(22 * size.height / 1080));
        CHECK(fonts().headline.em >= std::floor(48 * size.height / 1080));
        // Two charts, no third.
        CHECK(page.find("race") != nullptr);
        CHECK(page.find("towns.legend") != nullptr);
        CHECK(page.find("gap.total") == nullptr);
        CHECK(page.find("ladder.0") == nullptr);
        fit_fonts(size.width, size.height, 1, false);
    }
}

TEST_CASE("one world stands out when the strip walks through them, and all are back after the last") {
    Page page;
    page.live_worlds();
    page.frames(2);
    CHECK(page.state.world == -1);
    page.ui.push({"world", false, 2});
    page.frame();
    CHECK(page.state.world == 1);
    page.click("worlds.play");
    std::set<int> seen;
    for (int n = 0; n < 200 && page.state.worlds_play; ++n) {
        page.frame();
        seen.insert(page.state.world);
    }
    CHECK(seen == std::set<int>{-1, 0, 1, 2, 3});
    CHECK(page.state.world == -1);
}

TEST_CASE("a replay shows the same curves every time") {
    Page page;
    page.live_worlds();
    page.frames(2);
    CHECK(page.find("replay")->disabled);
    REQUIRE(page.session.set("arms.1.strategy.talk", "10").empty());
    page.live_worlds();
    page.frames(2);
    REQUIRE(press_key(page.session, page.state, "r", false));
    const auto replayed = [&] {
        page.frames(2);
        const Figure before = page.memory().race.before[0];
        return before.curves[1].y;
    };
    const auto first = replayed();
    page.frames(120);
    REQUIRE(press_key(page.session, page.state, "r", false));
    CHECK(replayed() == first);
    CHECK(first != page.memory().race.figures[0].curves[1].y);
}

TEST_CASE("a replay says what changed and what came of it, at every size and on the projector, and nothing while results are covered") {
    for (const Size size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3], Size{390, 844, true}})
        for (const bool projector : {false, true}) {
            CAPTURE(size_name(size));
            CAPTURE(projector);
            Page page(size);
            page.state.projector = projector;
            fit_fonts(size.width, size.height, 1, projector);
            page.live_worlds();
            page.frames(2);
            const double before = value_of(page.session.scenario().arms[1].strategy, *kStrategyTable.find("promo_share"));
            REQUIRE(page.session.set("arms.1.strategy.promo_share", before < 0.5 ? "0.9" : "0.1").empty());
            page.live_worlds();
            page.frames(2);
            CHECK(page.find("replay.words") == nullptr);
            REQUIRE(press_key(page.session, page.state, "r", false));
            page.frames(2);
            const auto spoken = [&] { return page.find("replay.words") ? page.find("replay.words")->name : std::string(); };
            const std::string words = spoken();
            for (const char* part : {"Conversation: ", "\u2192", "Sales by week 8", "now"}) {
                CAPTURE(words);
                CHECK(words.find(part) != std::string::npos);
            }
            CHECK(page.ui.announcement() == words);
            page.memory().record_texts = true;
            page.frame();
            check_texts(page.memory().texts, {size.width, 1e9f, size.touch});
            page.frames(180);
            CHECK(spoken() == words);   // they stay after the curves have come to rest
            page.session.open_forecast();
            page.session.draft().called = true;
            REQUIRE(page.session.lock_forecast());
            page.frames(2);
            CHECK(page.find("replay.words") == nullptr);
            REQUIRE(press_key(page.session, page.state, "r", false));
            page.frames(2);
            CHECK(page.find("replay.words") == nullptr);
            fit_fonts(size.width, size.height, 1, false);
        }
}

TEST_CASE("a key that has nothing to replay says so, and the next decision takes the words of a replay away") {
    Page page;
    page.live_worlds();
    page.frames(2);
    REQUIRE(press_key(page.session, page.state, "r", false));
    page.frames(2);
    REQUIRE(page.find("replay.words") != nullptr);
    CHECK(page.find("replay.words")->name.find("Move a lever") != std::string::npos);
    REQUIRE(page.session.set("arms.1.strategy.talk", "10").empty());
    page.live_worlds();
    page.frames(2);
    CHECK(page.find("replay.words") == nullptr);
}

TEST_CASE("events of a scenario stand on the axis of the race, told by name, and a press goes to their day") {
    for (const Size size : {kSizes[0], kSizes[1], kSizes[3]}) {
        Page page(size);
        Scenario s = page.session.scenario();
        REQUIRE(draft::add_event(s, 20).empty());
        REQUIRE(draft::add_event(s, 21).empty());
        REQUIRE(draft::add_change(s, 1, kMarketTable, *kMarketTable.find("failure_rate")).empty());
        page.session.adopt(s);
        page.live_worlds();
        page.frames(2);
        const Widget *first = page.find("race.event.0"), *second = page.find("race.event.1");
        REQUIRE(first != nullptr);
        REQUIRE(second != nullptr);
        CHECK(first->name.find("week 3") != std::string::npos);
        CHECK(second->name.find("Failures per purchase") != std::string::npos);
        CHECK(second->x > first->x);
        page.click("race.event.1");
        for (int n = 0; n < 400 && page.session.day() != 21; ++n) page.session.update(0.01, 50);
        CHECK(page.session.day() == 21);
    }
}

TEST_CASE("a measured page of the guide is not inside the program: About names it and opens it beside itself") {
    Page page;
    page.live_worlds();
    page.state.panel = Panel::About;
    page.frames(3);
    std::string entry;
    for (const Widget& w : page.ui.widgets())
        if (w.name == "Claims of the articles") entry = w.id;
    REQUIRE_FALSE(entry.empty());
    page.click(entry);
    page.frames(2);
    REQUIRE(page.find("about.measured"));
    page.ui.push({"about.measured", true, 0});
    page.frame();
    CHECK(page.wishes.open_guide == "claims.html");
}
