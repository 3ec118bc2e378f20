#include "study/on_threads.h"

#include <doctest/doctest.h>

#include <atomic>
#include <vector>

using namespace parley;

TEST_CASE("every piece of work is done once, for any number of jobs") {
    for (const int jobs : {-1, 0, 1, 2, 3, 16}) {
        CAPTURE(jobs);
        std::vector<std::atomic<int>> times(37);
        std::vector<int> told(times.size());
        on_threads(
            times.size(), jobs, [&](std::size_t i) { ++times[i]; },
            [&](std::size_t i) {
                ++told[i];
                return true;
            });
        for (std::size_t i = 0; i < times.size(); ++i) {
            CHECK(times[i] == 1);
            CHECK(told[i] == 1);
        }
    }
    on_threads(0, 4, [](std::size_t) { FAIL("there is no work"); });
}

TEST_CASE("who has seen enough is told nothing more, and no further work begins") {
    for (const int jobs : {1, 2}) {
        CAPTURE(jobs);
        std::atomic<int> begun{0};
        int told = 0;
        on_threads(
            100000, jobs, [&](std::size_t) { ++begun; }, [&](std::size_t) { return ++told < 3; });
        CHECK(told == 3);
        if (jobs == 1) CHECK(begun == 3);
    }
}
