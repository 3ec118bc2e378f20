// The seminar on the page: the plan and its timer, the debrief, and what they open.
#include <doctest/doctest.h>

#include <string>

#include "app/commands.h"
#include "app/open_file.h"
#include "app/session/notes.h"
#include "app/show.h"
#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"
#include "scenario/team_json.h"
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

TEST_CASE("where the plan asks for a forecast, its scenario opens covered, and keys pressed by hand move the plan on") {
    Page page;
    const auto press = [&](const char* key) {
        const bool done = press_key(page.session, page.state, key, false);
        page.frames(2);
        return done;
    };
    page.state.agenda.start(Form::Full);
    page.state.agenda.go(2);
    REQUIRE(press("PageDown"));
    CHECK(page.session.scenario().id == "01_billboard_or_dialogue");
    CHECK(page.session.masked());
    CHECK(page.state.panel == Panel::None);   // the towns are introduced first
    REQUIRE(press("v"));
    CHECK(page.state.panel == Panel::Predict);   // nothing to reveal yet: the card is what is missing
    page.state.panel = Panel::None;

    REQUIRE(press("p"));
    CHECK(page.state.agenda.steps_done() == 2);
    page.session.draft().called = true;
    REQUIRE(page.session.lock_forecast());
    page.state.panel = Panel::None;
    REQUIRE(press("v"));
    CHECK(page.state.agenda.steps_done() == 3);
    CHECK_FALSE(page.session.masked());
    for (int n = 0; n < 3000 && page.session.behind(); ++n) page.session.update(0.01, 50);
    CHECK(page.session.day() == page.session.town().days());   // all that was forecast has been lived

    page.state.agenda.go(1);
    REQUIRE(press("PageDown"));
    CHECK(page.session.scenario().id == "00_null_twins");
    CHECK_FALSE(page.session.masked());   // nobody forecasts here
}

TEST_CASE("the plan of a running session fits every window and every form") {
    for (const Size size : kSizes)
        for (const Form form : {Form::Full, Form::Short, Form::Long}) {
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
            const bool shown = page.state.panel == Panel::Customer || page.state.panel == Panel::Explore || (page.state.panel == Panel::None && !page.state.spot.empty() &&
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

// --- Teams -----------------------------------------------------------------------------------------------------------

namespace {

std::string team_file(const Page& page, const std::string& name, double converse, double gap) {
    const Scenario& opened = page.session.opened();
    TeamFile team{name, opened.id, scenario_hash(opened), opened.arms[1].name, opened.arms[1].strategy, TeamForecast{gap, 0.7}, {}};
    team.strategy.converse = converse;
    return write_team(team);
}

}  // namespace

TEST_CASE("a team names itself, forecasts, and leaves with a file the arena takes") {
    Page page;
    page.state.panel = Panel::Team;
    page.frames(2);
    REQUIRE(page.find("team.save") != nullptr);
    page.ui.push({"team.name", false, 0, 0, " \t", true});
    page.ui.push({"team.save", true, 0});
    page.frames(2);
    CHECK(page.wishes.save_name.empty());
    CHECK(page.find("team.name")->hint == tr("team.needs_name"));
    page.ui.push({"team.name", false, 0, 0, " Red & Blue! ", true});
    page.ui.push({"team.notes", false, 0, 0, "We wait.\nThen we talk.", true});
    page.ui.push({"team.gap", false, 0.05});
    page.frames(2);
    CHECK(page.find("team.name")->hint.empty());
    page.ui.push({"team.save", true, 0});
    page.frame();
    CHECK(page.wishes.save_name == "team_red_blue.json");
    Diagnostics problems;
    const std::optional<TeamFile> team = parse_team(page.wishes.save_text, problems);
    REQUIRE(team.has_value());
    CHECK(team->team == "Red & Blue!");
    CHECK(team->forecast->gap == doctest::Approx(0.05));
    CHECK(team->notes == "We wait.\nThen we talk.");
    open_file(page.session, page.state, "team_red_blue.json", write_team(*team));
    CHECK(page.state.panel == Panel::Arena);
    CHECK(page.session.teams().size() == 1);
}

TEST_CASE("a forecast that nobody said is none: in the file, in the table, in the misses") {
    Page page;
    page.live_worlds();
    page.state.panel = Panel::Team;
    page.frames(2);
    CHECK(page.find("team.gap")->value == tr("team.no_forecast"));
    page.ui.push({"team.name", false, 0, 0, "Silent", true});
    page.ui.push({"team.sure", false, 0.9});
    page.frames(2);
    page.ui.push({"team.save", true, 0});
    page.frame();
    Diagnostics problems;
    const std::string silent = page.wishes.save_text;
    REQUIRE(parse_team(silent, problems).has_value());
    CHECK_FALSE(parse_team(silent, problems)->forecast.has_value());
    // What was saved, and what is to be done with it, stands there until something changes.
    page.frames(2);
    REQUIRE(page.find("team.saved") != nullptr);
    for (const char* part : {"team_silent.json", "facilitator", "no forecast"}) CHECK(page.find("team.saved")->name.find(part) != std::string::npos);
    page.ui.push({"team.gap", false, 0.02});
    page.frames(2);
    CHECK(page.find("team.saved") == nullptr);
    page.ui.push({"team.gap", false, 0.0});   // level is a forecast, once somebody says so
    page.ui.push({"team.name", false, 0, 0, "Level", true});
    page.frames(2);
    page.ui.push({"team.save", true, 0});
    page.frame();
    const std::string level = page.wishes.save_text;
    REQUIRE(parse_team(level, problems)->forecast.has_value());
    CHECK(parse_team(level, problems)->forecast->gap == 0);

    open_file(page.session, page.state, "a.json", silent);
    CHECK(page.state.panel == Panel::Arena);
    page.live_worlds();
    page.frames(2);
    page.click("arena.reveal");
    REQUIRE(page.session.teams().revealed());
    CHECK(page.find("arena.miss") == nullptr);
    CHECK(page.find("arena.table")->value.find(tr("arena.no_forecast")) != std::string::npos);
}

TEST_CASE("long names and reasons of teams stand in the arena whole, before and after the reveal, on the projector too") {
    const std::string name = "The Longest Possible Name of a Team in This Whole Room, Really", reason = "We answer everyone within a day because a question nobody answers is a sale nobody makes, and we pay for it with half of the posters, "
        "which we think few people remember after a fortnight anyway. If the rival cuts prices we stay where we are until week thirty.";
    for (const Size size : kSizes)
        for (const bool projector : {false, true}) {
            if (projector && size.touch) continue;
            CAPTURE(size_name(size));
            CAPTURE(projector);
            Page page(size);
            page.state.projector = projector;
            fit_fonts(size.width, size.height, 1, projector);
            load_fonts(1, 1);
            page.live_worlds();
            page.state.panel = Panel::Arena;
            Diagnostics problems;
            for (int n = 0; n < 3; ++n) {
                TeamFile team = *parse_team(team_file(page, name.substr(0, 56) + ' ' + std::to_string(n), 10.0 * n, 0.1 * n), problems);
                team.notes = reason + ' ' + std::to_string(n);
                open_file(page.session, page.state, "t.json", write_team(team));
            }
            page.live_worlds();
            for (const bool revealed : {false, true}) {
                CAPTURE(revealed);
                if (revealed) page.click("arena.reveal");
                std::string seen;
                for (float scroll = 0; scroll < 3000; scroll += 60) {
                    page.state.panel_scroll = scroll;
                    page.frame();
                    page.memory().record_texts = true;
                    page.frame();
                    check_texts(page.memory().texts, size);
                    for (const TextBox& text : page.memory().texts) {
                        seen += text.text + ' ';
                        CHECK(text.text.find("\u2026") == std::string::npos);   // nothing is cut
                    }
                    page.memory().record_texts = false;
                }
                for (const char* word : {"Longest", "Possible", "fortnight", "thirty."}) CHECK(seen.find(word) != std::string::npos);
                CHECK(page.find("arena.table")->value.find(reason) != std::string::npos);
            }
            fit_fonts(size.width, size.height, 1, false);
        }
}

TEST_CASE("the arena says no number of any team before the reveal, and everything after") {
    for (const Size size : kSizes) {
        CAPTURE(size_name(size));
        Page page(size);
        page.live_worlds();
        page.state.panel = Panel::Arena;
        page.frames(2);
        for (int n = 0; n < 8; ++n) open_file(page.session, page.state, "t.json", team_file(page, "Team " + std::string(1, static_cast<char>('A' + n)), 10.0 * n, 0.02 * n));
        open_file(page.session, page.state, "ninth.json", team_file(page, "Ninth", 5, 0));
        open_file(page.session, page.state, "broken.json", "{ \"team\": ");
        page.memory().record_texts = true;
        page.frames(2);
        CHECK(page.session.teams().size() == 8);
        CHECK(page.find("arena.reveal")->disabled);
        CHECK(page.find("arena.refused.0") != nullptr);
        CHECK(page.find("arena.refused.1") != nullptr);
        page.live_worlds();
        page.frames(2);
        REQUIRE(page.session.teams().complete());
        CHECK_FALSE(page.find("arena.reveal")->disabled);
        const std::string sign = "\u20ac", table = page.find("arena.table")->value;
        CHECK(table.find(sign) == std::string::npos);
        CHECK(table.find('%') == std::string::npos);
        for (const Standing& s : page.session.teams().standings())
            for (const TextBox& text : page.memory().texts) {
                CHECK(text.text.find(number(s.amount)) == std::string::npos);
                CHECK(text.text.find(signed_number(100 * s.gap_share, 1)) == std::string::npos);
            }
        check_widgets(page, {size.width, 1e9f, false});
        check_texts(page.memory().texts, size);

        page.click("arena.reveal");
        REQUIRE(page.session.teams().revealed());
        CHECK(page.find("arena.table")->value.find('%') != std::string::npos);
        CHECK(page.find("arena.miss") != nullptr);
        check_widgets(page, {size.width, 1e9f, false});
        check_texts(page.memory().texts, size);
        page.state.panel_scroll = 1e6f;
        page.frames(2);
        check_texts(page.memory().texts, size);

        // The team with the widest miss is put on screen, its levers on the arm of the teams.
        page.state.panel_scroll = 0;
        page.frames(2);
        const auto standings = page.session.teams().standings();
        const std::size_t team = standings[*page.session.teams().widest_miss(standings)].team;
        page.click("arena.miss.show");
        CHECK(page.state.panel == Panel::None);
        for (const ParamSpec& row : kStrategyTable.rows)
            CHECK(value_of(page.session.scenario().arms[1].strategy, row) == value_of(page.session.teams().file(team).strategy, row));
    }
}

TEST_CASE("a scenario among the files opens, a damaged file away from the arena is refused as before") {
    Page page;
    page.frames(2);
    open_file(page.session, page.state, "mine.json", page.session.saved());
    CHECK(page.state.panel == Panel::None);
    open_file(page.session, page.state, "bad.json", "{");
    CHECK(page.state.panel == Panel::Problems);
    CHECK(page.state.problem_file == "bad.json");
    page.state.panel = Panel::Arena;
    open_file(page.session, page.state, "mine.json", page.session.saved());
    CHECK(page.state.panel == Panel::None);
}

// --- Briefs and checks -----------------------------------------------------------------------------------------------

TEST_CASE("a brief is closed until somebody takes the role, and closed again behind them") {
    for (const Size size : kSizes) {
        CAPTURE(size_name(size));
        Page page(size);
        page.go_to(1);
        page.state.panel = Panel::Briefs;
        page.frames(2);
        page.memory().record_texts = true;
        CHECK(page.find("briefs.brief.known") == nullptr);
        for (int role = 0; role < 5; ++role) {
            page.click("briefs.role." + std::to_string(role));
            CHECK(page.find("briefs.brief.known") != nullptr);
            CHECK(page.find("briefs.brief.defend") != nullptr);
            check_widgets(page, {size.width, 1e9f, false});
            check_texts(page.memory().texts, size);
        }
        page.ui.push({"briefs.print", true, 0});
        page.frame();
        CHECK(page.wishes.save_name == "busy.briefs.html");
        page.click("dialog.close");
        CHECK(page.state.brief == -1);
    }
}

TEST_CASE("the checks before the start are asked for once, told row by row, with what to do where something is wrong") {
    for (const Size size : kSizes) {
        CAPTURE(size_name(size));
        Page page(size);
        page.frames(2);
        page.state.panel = Panel::Preflight;
        page.frame();
        CHECK(page.wishes.check_machine);
        page.frame();
        CHECK_FALSE(page.wishes.check_machine);
        page.memory().record_texts = true;
        for (const bool good : {true, false}) {
            for (const char* id : {"screen", "gpu", "frame", "storage", "offline", "workers", "clock", "sound"})
                page.state.checks[id] = {good, "ANGLE (some long name of a graphics card, OpenGL ES 3.2) and more of it"};
            page.frames(2);
            check_widgets(page, {size.width, 1e9f, false});
            check_texts(page.memory().texts, size);
            REQUIRE(page.find("preflight.gpu") != nullptr);
            CHECK((page.find("preflight.gpu")->name.find(tr("preflight.gpu.warn")) == std::string::npos) == good);
        }
    }
}

TEST_CASE("the speaker's notes carry the block, its time and the verdict") {
    Page page;
    page.live_worlds();
    page.frames(2);
    Agenda agenda;
    CHECK(notes_json(agenda, page.session, false).find("\"on\":false") != std::string::npos);
    agenda.start(Form::Full);
    const std::string open = notes_json(agenda, page.session, false), hidden = notes_json(agenda, page.session, true);
    CHECK(open.find(json_text(tr("agenda.arrival.note"))) != std::string::npos);
    CHECK(open.find(json_text(page.session.comparison()->verdict.text)) != std::string::npos);
    CHECK(hidden.find(json_text(page.session.comparison()->verdict.text)) == std::string::npos);
    CHECK(hidden.find(json_text(tr("covered.words"))) != std::string::npos);
}

TEST_CASE("while a forecast covers results the debrief asks nothing, and after the reveal it asks about the forecast") {
    Page page;
    page.live_worlds();
    page.frames(2);
    page.session.open_forecast();
    page.session.draft().call = Call::First;
    page.session.draft().called = true;
    REQUIRE(page.session.lock_forecast());
    page.state.panel = Panel::Debrief;
    page.frames(2);
    CHECK(page.find("debrief.covered") != nullptr);
    CHECK(page.find("debrief.question.0") == nullptr);
    REQUIRE(page.session.reveal());
    page.frames(2);
    REQUIRE(page.find("debrief.question.0") != nullptr);
    CHECK(page.find("debrief.covered") == nullptr);
    const std::string first = page.memory().debrief.questions[0].rule->id;
    CHECK(page.memory().debrief.questions[0].rule->kind == QuestionKind::Feel);
    CHECK(first.rfind("feel_", 0) != 0);
}

TEST_CASE("whatever the plan shows and a question points at can be shown; the link alone comes with sharing") {
    for (const Form form : {Form::Full, Form::Short, Form::Long})
        for (const Block& block : agenda_blocks(form))
            for (const Step& step : block.steps)
                if (step.shows && std::string_view(step.shows) != "share") CHECK_MESSAGE(find_shown(step.shows) != nullptr, step.shows);
    for (const QuestionRule& rule : question_rules()) CHECK_MESSAGE(find_shown(rule.chart) != nullptr, rule.chart);
}
