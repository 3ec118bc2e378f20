#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "study/region_map.h"
#include "study/run.h"
#include "study/tornado.h"
#include "support/study.h"

using namespace parley;

namespace {

LeverOf lever(std::size_t arm, const char* name) { return {arm, kStrategyTable.find(name)}; }

Scenario question() {
    Scenario scenario = support::two_arms(28);
    scenario.arms[1].strategy.talk = 60;
    scenario.arms[1].strategy.converse = 40;
    return scenario;
}

// What a made-up world of a scenario comes to: the gap as a share of arm a, with luck of its own pair.
using Gap = std::function<double(const Scenario&)>;
PairResult made(const Scenario& scenario, int pair, const Gap& gap) {
    return support::made_pair(scenario, pair, [&](int, int arm, int, DayRecord& day) {
        const double luck = 0.002 * ((pair * 7) % 5 - 2), share = arm == 1 ? gap(scenario) + luck : 0;
        day[Observable::sales] = std::llround(100000 * (1 + share));
    });
}

// Lives whatever is wanted next until nothing is; returns the worlds lived.
int live(Sweep& sweep, const Gap& gap, int most = 1 << 20) {
    int lived = 0;
    while (!sweep.complete() && lived < most) {
        std::size_t next = sweep.points().size();
        for (std::size_t i = 0; i < sweep.points().size(); ++i) {
            const SweepPoint& point = sweep.points()[i];
            if (static_cast<int>(point.worlds.size()) < point.wanted && (next == sweep.points().size() || point.turn < sweep.points()[next].turn))
                next = i;
        }
        REQUIRE(next < sweep.points().size());
        int pair = 0;
        while (sweep.points()[next].has(pair)) ++pair;
        sweep.add(next, made(sweep.scenario_at(next), pair, gap));
        ++lived;
    }
    return lived;
}

Winner at(const RegionMap& map, int column, int row) { return map.cells()[static_cast<std::size_t>(row * RegionMap::kSide + column)].finding.winner; }

}  // namespace

TEST_CASE("a map finds the border between two winners, and lives few points away from it") {
    // b wins where converse and helpfulness together are high.
    const Gap gap = [](const Scenario& s) {
        return 0.2 * (s.arms[1].strategy.converse / 100 + s.arms[1].strategy.helpfulness - 0.9);
    };
    RegionMap map(question(), lever(1, "converse"), lever(1, "helpfulness"));
    CHECK(map.fineness() == 0);
    const int lived = live(map, gap);
    CHECK(map.fineness() == RegionMap::kSide);
    CHECK(lived == map.lived());
    CHECK(lived < RegionMap::kSide * RegionMap::kSide * RegionMap::kFirstWorlds);
    int wrong = 0, undecided = 0;
    for (int row = 0; row < RegionMap::kSide; ++row)
        for (int column = 0; column < RegionMap::kSide; ++column) {
            Scenario here = question();
            here.arms[1].strategy.converse = map.x_at(column);
            here.arms[1].strategy.helpfulness = map.y_at(row);
            const double true_gap = gap(here);
            const Winner winner = at(map, column, row);
            undecided += winner == Winner::Undecided;
            if (std::fabs(true_gap) > 0.02) wrong += winner != (true_gap > 0 ? Winner::B : Winner::A);
        }
    CHECK(wrong == 0);
    CHECK(undecided > 5);
    CHECK(undecided < 100);
    const RegionMap::Parts parts = map.parts();
    CHECK(parts.a + parts.b + parts.undecided == doctest::Approx(1));
    CHECK(parts.b > 0.3);
}

TEST_CASE("a map goes from coarse to fine") {
    const Gap gap = [](const Scenario& s) { return s.arms[1].strategy.converse > 50 ? 0.1 : -0.1; };
    RegionMap map(question(), lever(1, "converse"), lever(0, "promo_share"));
    live(map, gap, 9 * RegionMap::kFirstWorlds);
    CHECK(map.fineness() == 3);
    CHECK(at(map, 0, 0) == Winner::A);
    CHECK(at(map, 16, 16) == Winner::B);
    CHECK(at(map, 15, 15) == Winner::B);  // taken over
    CHECK_FALSE(map.cells()[15 * 17 + 15].lived);
    live(map, gap);
    CHECK(map.fineness() == 17);
    for (int row = 0; row < 17; ++row)
        for (int column = 0; column < 17; ++column) CHECK(at(map, column, row) == (map.x_at(column) > 50 ? Winner::B : Winner::A));
}

TEST_CASE("where nobody wins anywhere the map is undecided everywhere, and cheap") {
    RegionMap map(question(), lever(1, "converse"), lever(1, "listen"));
    CHECK(live(map, [](const Scenario&) { return 0.0; }) == 9 * RegionMap::kMoreWorlds);
    for (const RegionMap::Cell& cell : map.cells()) CHECK(cell.finding.winner == Winner::Undecided);
    CHECK(map.parts().undecided == 1);
}

TEST_CASE("a point of a map is the scenario with two levers moved, and nothing else") {
    Scenario scenario = question();
    scenario.run.warmup_days = 14;
    scenario.market.customers = 200;
    RegionMap map(scenario, lever(1, "listen"), lever(0, "posts_per_day"));
    CHECK(map.reach_x().to == 100);
    CHECK(map.reach_y().to == 4);  // four times what the arms do
    const std::size_t point = 8 * 17 + 4;
    const Scenario there = map.scenario_at(point);
    CHECK(there.arms[1].strategy.listen == 25);
    CHECK(there.arms[0].strategy.posts_per_day == 2);
    CHECK(there.arms[1].strategy.converse == 40);
    CHECK(same_parting(there, scenario));
    // A world of it counts once, and only while it is wanted.
    Run run(map.scenario_at(0), 0);
    run.finish();
    map.add(0, run.result());
    map.add(0, run.result());
    map.add(1, run.result());
    CHECK(map.points()[0].worlds.size() == 1);
    CHECK(map.points()[1].worlds.empty());
    CHECK(map.lived() == 1);
}

TEST_CASE("the levers of a first map are two different ones, weights not both") {
    const auto [x, y] = telling_levers(question());
    CHECK_FALSE(x == y);
    const auto [p, q] = telling_levers(support::two_arms(28));  // twins
    CHECK_FALSE(p == q);
    Scenario scenario = question();
    scenario.arms[1].strategy.promo_share = 0;
    const auto [r, s] = telling_levers(scenario);
    CHECK(std::string(r.row->name) == "promo_share");
    CHECK(r.arm == 1);
    CHECK(s.row->kind == Kind::Weight);
}

TEST_CASE("a tornado sorts levers by what they do to the gap, world by world") {
    const Gap gap = [](const Scenario& s) {
        return 0.05 + 0.1 * s.arms[1].strategy.helpfulness - 0.02 * s.arms[0].strategy.promo_share + 0.0005 * s.arms[1].strategy.converse;
    };
    Tornado tornado(question());
    live(tornado, gap);
    REQUIRE(tornado.bars().size() > 8);
    const Tornado::Bar& first = tornado.bars()[0];
    CHECK(first.lever == lever(1, "helpfulness"));
    CHECK(first.now == 0.5);
    CHECK(first.up.value == 0.75);
    CHECK(first.up.change == doctest::Approx(0.025));
    CHECK(first.down.change == doctest::Approx(-0.025));
    CHECK(first.up.gap == doctest::Approx(tornado.start().gap + 0.025));
    CHECK(first.up.low == doctest::Approx(first.up.high));  // no luck in the change
    CHECK(first.up.worlds == Tornado::kMoreWorlds);
    CHECK(tornado.bars()[1].lever == lever(1, "converse"));
    CHECK(tornado.bars()[2].lever == lever(0, "promo_share"));
    for (std::size_t i = 1; i < tornado.bars().size(); ++i) {
        CHECK(tornado.bars()[i].known());
        CHECK(tornado.bars()[i].size() <= tornado.bars()[i - 1].size());
    }
    CHECK(tornado.bars().back().size() == doctest::Approx(0));
}

TEST_CASE("a tornado asks about levers that are on, and moves none past its end") {
    Scenario scenario = question();
    scenario.arms[0].strategy.human_voice = 1;
    for (const LeverOf& l : levers_on(scenario)) {
        CAPTURE(l.row->name);
        if (l.arm == 0) CHECK(l.row->group != LeverGroup::Desk);  // it has no desk
        CHECK(l.row->kind != Kind::Choice);
        CHECK(std::string(l.row->name) != "seeding");
    }
    Tornado tornado(scenario);
    for (const SweepPoint& point : tornado.points())
        for (const Setting& s : point.settings) CHECK(allowed(*s.lever.row, s.value));
    for (const Tornado::Bar& bar : tornado.bars()) {
        if (bar.lever == lever(0, "talk")) CHECK((bar.down.moved && !bar.up.moved));  // talk is at its end
        CHECK((bar.down.moved || bar.up.moved));
    }
}
