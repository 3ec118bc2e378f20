#include "app/session/teams.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/session/session.h"
#include "app/session/sitting.h"
#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"
#include "study/compare.h"
#include "study/workbench.h"
#include "support/page.h"

using namespace parley;

namespace {

using Fate = DroppedFile::Fate;

TeamFile team_of(const Scenario& opened, const std::string& name, double converse) {
    TeamFile team{name, opened.id, scenario_hash(opened), opened.arms[1].name, opened.arms[1].strategy, {}, {}};
    team.strategy.converse = converse;
    return team;
}

struct Room {
    Session session;
    Room() { REQUIRE(session.load(support::kBusy).empty()); }

    Fate drop(const TeamFile& team) { return session.teams().add(team.team + ".json", write_team(team), session.opened()).fate; }
    void live(int most = 10000) {
        for (int n = 0; n < most; ++n) {
            const auto job = session.next_job();
            if (!job) break;
            Workbench bench;
            REQUIRE(bench.begin(session.job_scenario(job->ensemble), job->pair));
            while (!bench.work(1000)) {
            }
            REQUIRE(session.deliver(job->ensemble, bench.take()));
        }
    }
};

}  // namespace

TEST_CASE("a file is taken once, for this scenario, as it was opened, and eight are enough") {
    Room room;
    Teams& teams = room.session.teams();
    const Scenario opened = room.session.opened();
    CHECK(room.drop(team_of(opened, "Blue", 20)) == Fate::Taken);
    CHECK(room.drop(team_of(opened, "Blue", 20)) == Fate::SameFile);
    CHECK(room.drop(team_of(opened, "Blue", 25)) == Fate::SameName);
    TeamFile other = team_of(opened, "Red", 30);
    other.scenario_id = "06_patience";
    CHECK(room.drop(other) == Fate::OtherScenario);
    CHECK(teams.dropped().back().detail == "06_patience");
    TeamFile edition = team_of(opened, "Red", 30);
    edition.scenario_hash = "0123456789abcdef";
    CHECK(room.drop(edition) == Fate::OtherEdition);
    TeamFile nobody = team_of(opened, "Red", 30);
    nobody.arm = "Nobody";
    CHECK(room.drop(nobody) == Fate::NoSuchArm);
    CHECK(teams.add("x.json", "{", opened).fate == Fate::Damaged);
    CHECK_FALSE(teams.dropped().back().detail.empty());
    CHECK(teams.size() == 1);
    for (int n = 2; n <= 8; ++n) CHECK(room.drop(team_of(opened, "Team " + std::to_string(n), 10 + n)) == Fate::Taken);
    CHECK(room.drop(team_of(opened, "Ninth", 40)) == Fate::Full);
    CHECK(teams.dropped().size() == 15);
    teams.forget_refused();
    CHECK(teams.dropped().size() == 8);
    teams.remove(0);
    CHECK(teams.size() == 7);
    CHECK(room.drop(team_of(opened, "Blue", 25)) == Fate::Taken);
}

TEST_CASE("moving levers on the page does not make a team's file one for another edition") {
    Room room;
    const TeamFile blue = team_of(room.session.opened(), "Blue", 20);
    REQUIRE(room.session.set("arms.1.strategy.talk", "5").empty());
    CHECK(room.drop(blue) == Fate::Taken);
}

TEST_CASE("a team that plays the arm as it stands ends where that arm ends, to the last bit") {
    Room room;
    const Scenario opened = room.session.opened();
    TeamFile same = team_of(opened, "Same", opened.arms[1].strategy.converse);
    REQUIRE(room.drop(same) == Fate::Taken);
    REQUIRE(room.drop(team_of(opened, "Silent", 0)) == Fate::Taken);
    CHECK_FALSE(room.session.teams().complete());
    room.session.teams().reveal();
    CHECK_FALSE(room.session.teams().revealed());   // not before all worlds are lived
    room.live();
    for (int n = 0; n < 100; ++n) room.session.update(0.01, 50);
    REQUIRE(room.session.teams().complete());
    const Comparison& c = *room.session.comparison();
    const std::size_t sales = static_cast<std::size_t>(find_outcome("sales") - outcomes().data());
    bool found = false;
    for (const Standing& s : room.session.teams().standings()) {
        CHECK(s.rival == doctest::Approx(c.arms[0][sales].mean).epsilon(1e-12));
        CHECK(s.worlds == 4);
        if (room.session.teams().file(s.team).team != "Same") continue;
        found = true;
        CHECK(s.amount == doctest::Approx(c.arms[1][sales].mean).epsilon(1e-12));
        CHECK(s.ahead == c.difference(0, 1, "sales").b_ahead);
    }
    CHECK(found);
}

TEST_CASE("worlds of teams come after those of the screen, and their order of arrival does not matter") {
    Room room;
    const Scenario opened = room.session.opened();
    REQUIRE(room.drop(team_of(opened, "Blue", 20)) == Fate::Taken);
    REQUIRE(room.drop(team_of(opened, "Red", 60)) == Fate::Taken);
    for (int n = 0; n < 4; ++n) CHECK_FALSE(room.session.teams().owns(room.session.next_job()->ensemble));
    std::vector<Session::Job> jobs;
    while (const auto job = room.session.next_job()) jobs.push_back(*job);
    CHECK(jobs.size() == 8);
    std::reverse(jobs.begin(), jobs.end());
    for (const Session::Job& job : jobs) {
        CHECK(room.session.wanted(job.ensemble, job.pair));
        Workbench bench;
        REQUIRE(bench.begin(room.session.job_scenario(job.ensemble), job.pair));
        while (!bench.work(1000)) {
        }
        const std::vector<std::uint8_t> bytes = bench.take();
        CHECK(room.session.deliver(job.ensemble, bytes));
        CHECK_FALSE(room.session.deliver(job.ensemble, bytes));
        CHECK_FALSE(room.session.wanted(job.ensemble, job.pair));
    }
    const std::vector<Standing> backwards = room.session.teams().standings();

    Room again;
    REQUIRE(again.drop(team_of(opened, "Blue", 20)) == Fate::Taken);
    REQUIRE(again.drop(team_of(opened, "Red", 60)) == Fate::Taken);
    again.live();
    const std::vector<Standing> forwards = again.session.teams().standings();
    REQUIRE(forwards.size() == backwards.size());
    for (std::size_t i = 0; i < forwards.size(); ++i) {
        CHECK(forwards[i].team == backwards[i].team);
        CHECK(forwards[i].amount == backwards[i].amount);
        CHECK(forwards[i].ahead == backwards[i].ahead);
    }
}

TEST_CASE("a worker that dies gives its world to another; a team that was removed is nobody's work") {
    Room room;
    const Scenario opened = room.session.opened();
    REQUIRE(room.drop(team_of(opened, "Blue", 20)) == Fate::Taken);
    room.live(4);
    const auto job = room.session.next_job();
    REQUIRE(job.has_value());
    room.session.give_back(job->ensemble, job->pair);
    const auto again = room.session.next_job();
    REQUIRE(again.has_value());
    CHECK(again->pair == job->pair);
    room.session.teams().clear();
    CHECK_FALSE(room.session.wanted(again->ensemble, again->pair));
    CHECK_FALSE(room.session.next_job().has_value());
}

TEST_CASE("ranked by the target: reached before not reached, earlier before later, then by amount; the widest miss is found") {
    Room room;
    const Scenario opened = room.session.opened();
    for (const double converse : {0.0, 10.0, 30.0, 80.0, 100.0}) {
        TeamFile team = team_of(opened, "Team " + std::to_string(static_cast<int>(converse)), converse);
        if (converse != 30) team.forecast = TeamForecast{converse == 80 ? 0.9 : 0.01, {}};
        REQUIRE(room.drop(team) == Fate::Taken);
    }
    room.live();
    const Teams& teams = room.session.teams();
    const std::vector<Standing> standings = teams.standings();
    REQUIRE(standings.size() == 5);
    for (std::size_t i = 1; i < standings.size(); ++i) {
        const Standing &x = standings[i - 1], &y = standings[i];
        CHECK((x.reached_day > 0) >= (y.reached_day > 0));
        if (x.reached_day > 0 && y.reached_day > 0) CHECK(x.reached_day <= y.reached_day);
        if (x.reached_day == y.reached_day) CHECK(x.amount >= y.amount);
    }
    for (const Standing& s : standings) {
        CHECK((s.reached_day > 0) == (s.amount >= opened.target->amount));
        CHECK(s.miss.has_value() == teams.file(s.team).forecast.has_value());
        CHECK(s.gap_share == doctest::Approx(s.amount / s.rival - 1));
    }
    const auto widest = teams.widest_miss(standings);
    REQUIRE(widest.has_value());
    CHECK(teams.file(standings[*widest].team).team == "Team 80");
}

TEST_CASE("timer and teams come back after a reload as they were; what is damaged is left out") {
    Room room;
    CHECK(sitting_json({}, room.session.teams()).empty());
    const Scenario opened = room.session.opened();
    REQUIRE(room.drop(team_of(opened, "Blue", 20)) == Fate::Taken);
    REQUIRE(room.drop(team_of(opened, "Red", 60)) == Fate::Taken);
    Agenda agenda;
    agenda.start(Form::Short);
    const std::string kept = sitting_json(agenda, room.session.teams());
    CHECK(kept.find(json_text(agenda.saved())) != std::string::npos);

    Teams again;
    const std::string scenario = write_scenario(*room.session.teams().scenario());
    for (std::size_t i = 0; i < 2; ++i) CHECK(take_back_team(again, scenario, write_team(room.session.teams().file(i))));
    CHECK_FALSE(take_back_team(again, scenario, "{"));
    CHECK_FALSE(take_back_team(again, "{", write_team(room.session.teams().file(0))));
    CHECK(again.size() == 2);
    CHECK(sitting_json(agenda, again) == kept);
}
