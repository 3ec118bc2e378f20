#include "study/run.h"

#include <doctest/doctest.h>

#include "study/compare.h"
#include "study/ensemble.h"
#include "support/study.h"

using namespace parley;
using namespace parley::support;

namespace {

Scenario small_town() {
    Scenario scenario = two_arms(28);
    scenario.market.customers = 400;
    scenario.run.warmup_days = 14;
    scenario.arms[1].strategy.talk = 60;
    scenario.arms[1].strategy.converse = 40;
    return scenario;
}

}  // namespace

TEST_CASE("a run cut into slices is the run in one piece") {
    Run whole(small_town(), 3), sliced(small_town(), 3);
    whole.finish();
    int slices = 0;
    double progress = sliced.progress();
    while (sliced.advance(1 + slices % 5)) {
        ++slices;
        CHECK(sliced.progress() > progress);
        progress = sliced.progress();
    }
    CHECK(slices > 10);
    CHECK(sliced.done());
    CHECK(sliced.progress() == 1);
    CHECK(digest_of(whole.result()) == digest_of(sliced.result()));
    CHECK(whole.result().pair == 3);
    CHECK_FALSE(sliced.advance(1));
    CHECK(sliced.result().arms[1].size() == 28);
}

TEST_CASE("the arms show the same day, and one world before the first") {
    Run run(small_town(), 0);
    CHECK(run.day() == -14);
    CHECK(&run.world(0) == &run.world(1));
    run.advance(14);
    CHECK(run.day() == 0);
    CHECK(&run.world(0) != &run.world(1));
    run.advance(3);
    CHECK(run.day() == 1);
    CHECK(run.world(0).day == 2);
    CHECK(run.world(1).day == 1);
    run.advance(1);
    CHECK(run.day() == 2);
}

TEST_CASE("a run without a status quo begins on its first day") {
    Scenario scenario = small_town();
    scenario.run.warmup_days = 0;
    Run run(scenario, 0);
    CHECK(run.day() == 0);
    CHECK(run.progress() == 0);
    run.finish();
    CHECK(run.result().arms[0].size() == 28);
}

TEST_CASE("keeping happenings changes no result") {
    Run plain(small_town(), 1), watched(small_town(), 1);
    watched.keep_happenings(true);
    plain.finish();
    watched.advance(20);
    watched.keep_happenings(false);
    watched.advance(5);
    watched.keep_happenings(true);
    watched.finish();
    CHECK(digest_of(plain.result()) == digest_of(watched.result()));
}

TEST_CASE("the number of threads leaves no trace") {
    Ensemble one(small_town(), 6, 5), two(small_town(), 6, 5), resumed(small_town(), 6, 5);
    run_ensemble(one, 1);
    run_ensemble(two, 2);
    int calls = 0;
    run_ensemble(resumed, 1, [&](int done, int total) { return ++calls, total == 6 && done < 2; });
    CHECK(calls == 2);
    CHECK(resumed.done() == 2);
    run_ensemble(resumed, 3);
    CHECK(one.complete());
    CHECK(two.digest() == one.digest());
    CHECK(resumed.digest() == one.digest());
    Ensemble other(small_town(), 6, 6);
    run_ensemble(other, 2);
    CHECK(other.digest() != one.digest());
}

TEST_CASE("identical arms live identical lives") {
    Scenario scenario = small_town();
    scenario.arms[1].strategy = scenario.arms[0].strategy;
    Ensemble ensemble(scenario, 3, 1);
    run_ensemble(ensemble, 2);
    for (const PairResult* world : ensemble.results())
        for (std::size_t day = 0; day < world->arms[0].size(); ++day)
            CHECK(world->arms[0][day].values == world->arms[1][day].values);
    for (const Difference& d : compare(ensemble).differences) CHECK((d.mean == 0 && d.low == 0 && d.high == 0));
}
