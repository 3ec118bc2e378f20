#include "app/session/session.h"
#include "study/number_format.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <thread>

#include "study/workbench.h"

using namespace parley;

namespace {

// Small and short, so that a pair takes a moment.
constexpr const char* kSmall = R"({
  "format": "parley.scenario/1", "id": "small", "title": "Small", "question": "Who?",
  "market": { "customers": 200 },
  "arms": [ { "name": "Broadcast", "strategy": {} }, { "name": "Conversation", "strategy": { "talk": 60, "converse": 30 } } ],
  "run": { "days": 28, "warmup_days": 14, "pairs": 3, "seed": 1 } })";

Session small_session() {
    Session session;
    const Diagnostics problems = session.load(kSmall);
    for (const Diagnostic& problem : problems) MESSAGE(describe("small", problem));
    REQUIRE(problems.empty());
    return session;
}

std::vector<std::uint8_t> work(const Session& session, const Session::Job& job) {
    Workbench bench;
    REQUIRE(bench.begin(session.job_scenario(job.ensemble), job.pair));
    while (!bench.work(1000)) {
    }
    return bench.take();
}

std::vector<Session::Job> all_jobs(Session& session) {
    std::vector<Session::Job> jobs;
    while (const auto job = session.next_job()) jobs.push_back(*job);
    return jobs;
}

}  // namespace

TEST_CASE("a session opens with a scenario that has two arms, and plays") {
    Session session;
    CHECK(session.scenario().arms.size() >= 2);
    CHECK(session.playing());
    CHECK(session.ensemble() == nullptr);
    CHECK(session.comparison() == nullptr);
    CHECK(session.refining());
}

TEST_CASE("a bad file says what is wrong and leaves everything as it was") {
    Session session = small_session();
    const std::string before = session.saved();
    const std::uint64_t revision = session.revision();
    for (const char* text : {"", "{", "[]", "{\"format\": \"parley.scenario/1\", \"colour\": 3}", "\xff\xfe"}) {
        CHECK_FALSE(session.load(text).empty());
        CHECK(session.saved() == before);
        CHECK(session.revision() == revision);
    }
    CHECK_FALSE(session.load_shipped("01_bilboard").empty());
    CHECK(session.saved() == before);
    CHECK_FALSE(session.set("market.customers", "-1").empty());
    CHECK_FALSE(session.set("market.colour", "1").empty());
    CHECK(session.saved() == before);
}

TEST_CASE("an unknown id names the nearest scenario") {
    Session session;
    const Diagnostics problems = session.load_shipped("01_bilboard_or_dialog");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message.find("01_billboard_or_dialogue") != std::string::npos);
}

TEST_CASE("only what can move a result raises the revision") {
    Session session = small_session();
    std::uint64_t revision = session.revision();
    CHECK(session.set("arms.1.strategy.converse", "40").empty());
    CHECK(session.revision() > revision);
    revision = session.revision();
    CHECK(session.set("arms.1.strategy.converse", "40").empty());
    CHECK(session.revision() == revision);

    const ParamSpec& talk = *kStrategyTable.find("talk");
    session.set_lever(0, talk, 1e9);
    CHECK(value_of(session.scenario().arms[0].strategy, talk) == talk.max);
    session.set_lever(0, talk, talk.max);
    const std::uint64_t after = session.revision();
    session.set_lever(0, talk, talk.max);
    CHECK(session.revision() == after);
}

TEST_CASE("what is saved can be loaded, and is the same") {
    Session session = small_session();
    session.set_lever(1, *kStrategyTable.find("listen"), 33);
    const std::string saved = session.saved();
    Session other;
    CHECK(other.load(saved).empty());
    CHECK(other.saved() == saved);
}

TEST_CASE("pairs may arrive in any order") {
    Session forward = small_session(), backward = small_session();
    std::vector<Session::Job> jobs = all_jobs(forward), same = all_jobs(backward);
    REQUIRE(jobs.size() == 3);
    REQUIRE(same.size() == 3);
    for (const Session::Job& job : jobs) CHECK(forward.deliver(job.ensemble, work(forward, job)));
    for (std::size_t i = same.size(); i-- > 0;) CHECK(backward.deliver(same[i].ensemble, work(backward, same[i])));
    REQUIRE(forward.ensemble());
    CHECK(forward.ensemble()->complete());
    CHECK(forward.ensemble()->digest() == backward.ensemble()->digest());
    REQUIRE(forward.comparison());
    CHECK(forward.comparison()->pairs == 3);
    CHECK_FALSE(forward.refining());
    CHECK_FALSE(forward.preview());
}

TEST_CASE("jobs come first pair first, each once, and again when given back") {
    Session session = small_session();
    const std::vector<Session::Job> jobs = all_jobs(session);
    REQUIRE(jobs.size() == 3);
    for (int pair = 0; pair < 3; ++pair) CHECK(jobs[static_cast<std::size_t>(pair)].pair == pair);
    session.give_back(jobs[1].ensemble, 1);
    const auto again = session.next_job();
    REQUIRE(again);
    CHECK(again->pair == 1);
    CHECK_FALSE(session.next_job());
}

TEST_CASE("the work of an older scenario is refused, and what is on screen stays until the first new pair") {
    Session session = small_session();
    const std::vector<Session::Job> jobs = all_jobs(session);
    const std::vector<std::uint8_t> first = work(session, jobs[0]), second = work(session, jobs[1]);
    CHECK(session.deliver(jobs[0].ensemble, first));
    const Ensemble* shown = session.ensemble();
    const std::uint64_t stamp = session.results_stamp();

    session.set_lever(1, *kStrategyTable.find("listen"), 33);
    CHECK_FALSE(session.wanted(jobs[1].ensemble, 1));
    CHECK_FALSE(session.deliver(jobs[1].ensemble, second));
    CHECK(session.ensemble() == shown);
    CHECK(session.preview());
    CHECK(session.refining());
    CHECK(session.results_stamp() == stamp);

    const auto fresh = session.next_job();
    REQUIRE(fresh);
    CHECK(fresh->ensemble > jobs[0].ensemble);
    CHECK(fresh->pair == 0);
    CHECK(session.deliver(fresh->ensemble, work(session, *fresh)));
    CHECK(session.ensemble() != shown);
    CHECK_FALSE(session.preview());
    CHECK(session.results_stamp() > stamp);
}

TEST_CASE("while a lever is dragged, one first pair under way is awaited") {
    Session session = small_session();
    const ParamSpec& listen = *kStrategyTable.find("listen");
    session.set_lever(1, listen, 10);
    const auto early = session.next_job();
    REQUIRE(early);
    session.set_lever(1, listen, 20);
    const auto middle = session.next_job();
    REQUIRE(middle);
    session.set_lever(1, listen, 30);
    CHECK(session.wanted(early->ensemble, 0));
    CHECK_FALSE(session.wanted(early->ensemble, 1));
    CHECK_FALSE(session.wanted(middle->ensemble, 0));
    session.give_back(early->ensemble, 1);   // a worker that was on its second pair lets go of it
    CHECK(session.wanted(early->ensemble, 0));

    const Session::Job last = *session.next_job();
    CHECK(session.deliver(early->ensemble, work(session, *early)));
    CHECK(session.preview());
    CHECK(session.ensemble() != nullptr);
    CHECK_FALSE(session.wanted(early->ensemble, 0));
    CHECK(session.deliver(last.ensemble, work(session, last)));
    CHECK_FALSE(session.preview());
}

TEST_CASE("another scenario leaves nothing of the one before on screen") {
    Session session = small_session();
    const std::vector<Session::Job> jobs = all_jobs(session);
    for (int pair : {0, 1}) {  // the second one waits to be counted
        const Session::Job& job = jobs[static_cast<std::size_t>(pair)];
        CHECK(session.deliver(job.ensemble, work(session, job)));
    }
    REQUIRE(session.load(kSmall).empty());
    CHECK(session.ensemble() == nullptr);
    CHECK(session.comparison() == nullptr);
    CHECK_FALSE(session.deliver(jobs[2].ensemble, work(session, session.next_job().value())));
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    session.update(1, 50);
    CHECK(session.ensemble() == nullptr);
}

TEST_CASE("damaged or foreign bytes are refused") {
    Session session = small_session();
    const Session::Job job = *session.next_job();
    std::vector<std::uint8_t> bytes = work(session, job);
    CHECK_FALSE(session.deliver(job.ensemble, {}));
    std::vector<std::uint8_t> cut(bytes.begin(), bytes.end() - 8), changed = bytes;
    changed[changed.size() / 2] ^= 1;
    CHECK_FALSE(session.deliver(job.ensemble, cut));
    CHECK_FALSE(session.deliver(job.ensemble, changed));
    CHECK_FALSE(session.deliver(job.ensemble + 1000, bytes));
    CHECK(session.deliver(job.ensemble, bytes));
    CHECK_FALSE(session.deliver(job.ensemble, bytes));
}

TEST_CASE("a comparison takes what the screen has and asks for the rest") {
    Session session = small_session();
    std::vector<Session::Job> jobs = all_jobs(session);
    CHECK(session.deliver(jobs[0].ensemble, work(session, jobs[0])));
    const std::uint32_t seed = jobs[0].seed;
    const std::uint32_t number = session.request_comparison(4, seed);
    REQUIRE(number != 0);
    CHECK_FALSE(session.take_comparison(number));

    // Pairs 1 and 2 are under way for the screen; only pair 3 is new work.
    const auto extra = session.next_job();
    REQUIRE(extra);
    CHECK(extra->ensemble == number);
    CHECK(extra->pair == 3);
    CHECK_FALSE(session.next_job());
    for (const Session::Job& job : {jobs[2], *extra, jobs[1]}) CHECK(session.deliver(job.ensemble, work(session, job)));
    const std::optional<std::string> json = session.take_comparison(number);
    REQUIRE(json);
    CHECK(json->find("parley.comparison/1") != std::string::npos);
    CHECK_FALSE(session.take_comparison(number));
}

TEST_CASE("a comparison outlives an edit of the scenario") {
    Session session = small_session();
    const std::uint32_t number = session.request_comparison(2, 7);
    session.set_lever(0, *kStrategyTable.find("talk"), 12);
    for (const Session::Job& job : all_jobs(session)) session.deliver(job.ensemble, work(session, job));
    CHECK(session.take_comparison(number));
    CHECK(session.request_comparison(1000000, 1) == 0);
}

TEST_CASE("the clock plays, stops at the end, and starts again from the first day") {
    Session session = small_session();
    session.set_speed(8);
    for (int frame = 0; frame < 10000 && session.playing(); ++frame) session.update(0.25, 50);
    for (int frame = 0; frame < 1000 && session.day() < 28; ++frame) session.update(0, 50);
    CHECK(session.day() == 28);
    CHECK_FALSE(session.playing());
    CHECK_FALSE(session.busy());
    session.play(true);
    for (int frame = 0; frame < 1000 && session.day() == 28; ++frame) session.update(0.01, 50);
    CHECK(session.day() < 28);
}

TEST_CASE("seeking and stepping pause, and stay inside the run") {
    Session session = small_session();
    const auto settle = [&] {
        for (int frame = 0; frame < 10000 && session.busy(); ++frame) session.update(0.016, 50);
    };
    session.seek(20);
    settle();
    CHECK(session.day() == 20);
    session.step_days(-7);
    settle();
    CHECK(session.day() == 13);
    session.step_days(1000);
    settle();
    CHECK(session.day() == 28);
    session.step_days(-1000);
    settle();
    CHECK(session.day() == 0);
    CHECK_FALSE(session.playing());
}

TEST_CASE("moving one part of the budget moves the others in proportion: together they stay all of it, and back is back") {
    Session session;
    REQUIRE(session.load_shipped("06_patience").empty());
    const ParamSpec &talk = *kStrategyTable.find("talk"), &converse = *kStrategyTable.find("converse"), &listen = *kStrategyTable.find("listen");
    const auto share = [&](const ParamSpec& row, std::size_t arm = 1) { return weight_share(row, session.scenario().arms[arm].strategy); };
    const Strategy before = session.scenario().arms[1].strategy;
    const double ratio = share(converse) / share(listen);
    for (const double to : {0.1, 0.5, 0.9}) {
        session.set_share(1, talk, to);
        CHECK(share(talk) == doctest::Approx(to));
        CHECK(share(converse) / share(listen) == doctest::Approx(ratio));
        double sum = 0;
        for (const ParamSpec& row : kStrategyTable.rows) sum += row.kind == Kind::Weight ? value_of(session.scenario().arms[1].strategy, row) : 0;
        CHECK(sum == doctest::Approx(100));
    }
    session.set_share(1, talk, 0.65);
    CHECK(std::fabs(value_of(session.scenario().arms[1].strategy, converse) - value_of(before, converse)) < 1e-5);
    CHECK(session.undo());   // one decision, however many parts moved
    CHECK(session.scenario().arms[1].strategy.talk == before.talk);

    REQUIRE(share(talk, 0) == 1);   // nothing else was bought: what is freed goes to the rest of the first screen
    session.set_share(0, talk, 0.8);
    CHECK(share(converse, 0) == doctest::Approx(0.1));
    CHECK(share(listen, 0) == doctest::Approx(0.1));
}

TEST_CASE("an edit shows the same day of the new town") {
    Session session = small_session();
    session.seek(14);
    for (int frame = 0; frame < 10000 && session.busy(); ++frame) session.update(0, 50);
    const std::uint64_t stamp = session.town_stamp();
    session.set_lever(1, *kStrategyTable.find("talk"), 5);
    CHECK(session.busy());
    for (int frame = 0; frame < 10000 && session.busy(); ++frame) session.update(0, 0);
    CHECK(session.day() == 14);
    CHECK(session.town_stamp() > stamp);

    Town plain(session.scenario());
    while (!plain.advance_to(14, 50)) {
    }
    for (std::size_t arm = 0; arm < 2; ++arm) CHECK(plain.record(arm).values == session.town().record(arm).values);
}

TEST_CASE("once the verdict is settled no more worlds are given out, unless someone wants all of them") {
    Session session = small_session();
    const auto clear_case = [&] {
        REQUIRE(session.set("run.pairs", "40").empty());
        REQUIRE(session.set("arms.1.strategy.price_off", "0.5").empty());
    };
    clear_case();
    int lived = 0;
    std::optional<Session::Job> last;
    while (const auto job = session.next_job()) {
        if (!session.refining()) break;
        ++lived;
        last = job;
        CHECK(session.deliver(job->ensemble, work(session, *job)));
    }
    const int settled = session.settled_after();
    CHECK(settled == lived);
    CHECK(settled >= 10);
    CHECK(settled < 40);
    CHECK_FALSE(session.refining());
    CHECK_FALSE(session.next_job());
    CHECK_FALSE(session.wanted(last->ensemble, settled));
    REQUIRE(session.comparison());
    CHECK(session.comparison()->pairs == settled);
    const VerdictForm form = session.comparison()->verdict.form;

    // A comparison from outside lives all of them, and those on screen are not lived again.
    const std::uint32_t number = session.request_comparison(40, last->seed);
    int extra = 0;
    while (const auto job = session.next_job()) ++extra, session.deliver(job->ensemble, work(session, *job));
    CHECK(extra == 40 - settled);
    CHECK(session.take_comparison(number));
    CHECK(session.comparison()->pairs == settled);

    session.count_all();
    CHECK(session.refining());
    CHECK(session.settled_after() == 0);
    while (const auto job = session.next_job()) session.deliver(job->ensemble, work(session, *job));
    CHECK_FALSE(session.refining());
    CHECK(session.comparison()->pairs == 40);
    CHECK(session.comparison()->verdict.form == form);
    // The next edit counts as few as it needs again.
    session.set_lever(1, *kStrategyTable.find("price_off"), 0.6);
    while (const auto job = session.next_job()) session.deliver(job->ensemble, work(session, *job));
    CHECK(session.settled_after() > 0);
}

TEST_CASE("a settled verdict stands on the same worlds, whichever worker was quick") {
    Session forward = small_session(), backward = small_session();
    for (Session* session : {&forward, &backward}) {
        REQUIRE(session->set("run.pairs", "30").empty());
        REQUIRE(session->set("arms.1.strategy.price_off", "0.5").empty());
    }
    while (const auto job = forward.next_job()) forward.deliver(job->ensemble, work(forward, *job));
    std::vector<Session::Job> jobs = all_jobs(backward);
    for (std::size_t i = jobs.size(); i-- > 0;) backward.deliver(jobs[i].ensemble, work(backward, jobs[i]));
    CHECK(forward.settled_after() > 0);
    CHECK(backward.settled_after() == forward.settled_after());
    CHECK(backward.ensemble()->digest() == forward.ensemble()->digest());
}
