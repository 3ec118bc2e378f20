#include "app/session/survey.h"

#include <doctest/doctest.h>

#include <chrono>

#include "app/session/session.h"
#include "study/workbench.h"

using namespace parley;

namespace {

constexpr const char* kSmall = R"({
  "format": "parley.scenario/1", "id": "small", "title": "Small", "question": "Who?",
  "market": { "customers": 200 },
  "arms": [ { "name": "Broadcast", "strategy": {} }, { "name": "Conversation", "strategy": { "talk": 60, "converse": 30 } } ],
  "run": { "days": 28, "warmup_days": 14, "pairs": 3, "seed": 1 } })";

Session small_session() {
    Session session;
    REQUIRE(session.load(kSmall).empty());
    return session;
}

LeverOf lever(std::size_t arm, const char* name) { return {arm, kStrategyTable.find(name)}; }

Workbench& bench() {
    static Workbench one;
    return one;
}

std::vector<std::uint8_t> work(const Session& session, const Session::Job& job) {
    REQUIRE(bench().begin(session.job_scenario(job.ensemble), job.pair));
    while (!bench().work(1000)) {
    }
    return bench().take();
}

int live(Session& session, int most = 1 << 20) {
    int lived = 0;
    for (; lived < most; ++lived) {
        const auto job = session.next_job();
        if (!job) break;
        CHECK(session.deliver(job->ensemble, work(session, *job)));
    }
    return lived;
}

}  // namespace

TEST_CASE("a survey waits for the screen and for what others ask, and only runs while it is looked at") {
    Session session = small_session();
    session.survey_region(lever(1, "converse"), lever(1, "promo_share"));
    CHECK(session.surveying());
    const std::uint32_t number = session.request_comparison(4, 9);
    const std::uint32_t screen = session.next_job()->ensemble;
    for (int i = 1; i < 3; ++i) CHECK(session.next_job()->ensemble == screen);
    for (int i = 0; i < 4; ++i) CHECK(session.next_job()->ensemble == number);
    const auto job = session.next_job();
    REQUIRE(job);
    CHECK((job->ensemble != number && job->ensemble != screen));
    CHECK(session.wanted(job->ensemble, job->pair));

    session.rest_surveys();
    CHECK_FALSE(session.surveying());
    CHECK_FALSE(session.next_job());
    CHECK_FALSE(session.wanted(job->ensemble, job->pair));
    session.give_back(job->ensemble, job->pair);
    session.survey_region(lever(1, "converse"), lever(1, "promo_share"));
    const auto again = session.next_job();
    REQUIRE(again);
    CHECK(again->ensemble == job->ensemble);  // what was given back is given out again
    CHECK(again->pair == job->pair);
}

TEST_CASE("a region map fills from coarse to fine, and stays when only its own levers move") {
    Session session = small_session();
    live(session);
    session.survey_region(lever(1, "converse"), lever(1, "promo_share"));
    const std::uint64_t stamp = session.survey_stamp();
    live(session, 9 * RegionMap::kFirstWorlds);
    REQUIRE(session.region());
    CHECK(session.region()->lived() == 9 * RegionMap::kFirstWorlds);
    CHECK(session.survey_stamp() > stamp);
    live(session);
    CHECK(session.region()->fineness() == RegionMap::kSide);
    CHECK_FALSE(session.surveying());
    const RegionMap* map = session.region();
    const int lived = map->lived();

    session.set_lever(1, *kStrategyTable.find("converse"), 55);
    session.set_lever(1, *kStrategyTable.find("promo_share"), 0.1);
    live(session);
    session.survey_region(lever(1, "converse"), lever(1, "promo_share"));
    CHECK(session.region() == map);
    CHECK(session.region()->lived() == lived);
    CHECK_FALSE(session.surveying());

    session.set_lever(0, *kStrategyTable.find("promo_share"), 0.9);
    session.survey_region(lever(1, "converse"), lever(1, "promo_share"));
    CHECK(session.region()->lived() == 0);
    CHECK(session.surveying());
    session.survey_region(lever(1, "converse"), lever(0, "budget_per_day"));
    CHECK(session.region()->x() == lever(1, "converse"));
    CHECK(session.region()->y() == lever(0, "budget_per_day"));
}

TEST_CASE("a point of the map is what the screen shows once the levers stand there") {
    Session session = small_session();
    REQUIRE(session.set("run.pairs", "4").empty());
    live(session);
    session.survey_region(lever(1, "converse"), lever(1, "promo_share"));
    live(session);
    const RegionMap map = *session.region();
    session.set_lever(1, *map.x().row, map.x_at(8));
    session.set_lever(1, *map.y().row, map.y_at(16));
    live(session);
    const Comparison& c = *session.comparison();
    const std::vector<WorldOutcome>& worlds = map.points()[16 * RegionMap::kSide + 8].worlds;
    REQUIRE(worlds.size() >= 4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(c.difference(0, 1, "sales").gaps[i] == worlds[i].b - worlds[i].a);
}

TEST_CASE("a tornado begins anew with every edit, and its start is the screen's own") {
    Session session = small_session();
    live(session);
    session.survey_levers();
    live(session);
    REQUIRE(session.tornado());
    CHECK(session.tornado()->complete());
    CHECK(session.tornado()->points()[0].worlds.size() == Tornado::kMoreWorlds);
    for (std::size_t i = 0; i < 3; ++i) {
        const WorldOutcome& world = session.tornado()->points()[0].worlds[i];
        CHECK(session.comparison()->difference(0, 1, "sales").gaps[i] == world.b - world.a);
    }
    session.survey_levers();
    CHECK(session.tornado()->complete());
    session.set_lever(1, *kStrategyTable.find("converse"), 55);
    session.survey_levers();
    CHECK(session.tornado()->lived() == 0);
}

TEST_CASE("damaged worlds of a survey are refused, and workers keep to their own pairs") {
    Session session = small_session();
    live(session);
    session.survey_region(lever(1, "converse"), lever(1, "promo_share"));
    for (int i = 0; i < 6; ++i)
        for (int worker = 0; worker < 2; ++worker) {
            const auto job = session.next_job(worker, 2);
            REQUIRE(job);
            CHECK(job->pair % 2 == worker);
            std::vector<std::uint8_t> bytes = work(session, *job);
            CHECK_FALSE(session.deliver(job->ensemble, {}));
            bytes[bytes.size() / 2] ^= 1;
            CHECK_FALSE(session.deliver(job->ensemble, bytes));
            bytes[bytes.size() / 2] ^= 1;
            CHECK(session.deliver(job->ensemble, bytes));
            CHECK_FALSE(session.deliver(job->ensemble, bytes));
        }
    CHECK(session.region()->lived() == 12);
}

TEST_CASE("how long a map of the first scenario takes, on one thread" * doctest::skip()) {
    Session session;
    REQUIRE(session.load_shipped("01_billboard_or_dialogue").empty());
    session.count_all();
    live(session);  // the bench remembers where the arms part, as the page's workers do
    const auto [x, y] = telling_levers(session.scenario());
    const auto now = [] { return std::chrono::steady_clock::now(); };
    const auto start = now();
    session.survey_region(x, y);
    int fineness = 0;
    while (const auto job = session.next_job()) {
        session.deliver(job->ensemble, work(session, *job));
        if (session.region()->fineness() == fineness) continue;
        fineness = session.region()->fineness();
        const double seconds = std::chrono::duration<double>(now() - start).count();
        MESSAGE(x.row->name << " x " << y.row->name << ": " << fineness << " x " << fineness << " after " << seconds << " s and " << session.region()->lived() << " worlds");
    }
    const auto between = now();
    session.survey_levers();
    live(session);
    MESSAGE("tornado: " << std::chrono::duration<double>(now() - between).count() << " s and " << session.tornado()->lived() << " worlds");
}
