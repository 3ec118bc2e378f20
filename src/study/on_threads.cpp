#include "study/on_threads.h"

#include <algorithm>
#include <vector>

#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
#define PARLEY_THREADS 0
#else
#define PARLEY_THREADS 1
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#endif

namespace parley {
namespace {

using Work = std::function<void(std::size_t)>;
using Done = std::function<bool(std::size_t)>;

void in_turn(std::size_t n, const Work& work, const Done& done) {
    for (std::size_t i = 0; i < n; ++i) {
        work(i);
        if (done && !done(i)) return;
    }
}

#if PARLEY_THREADS
void side_by_side(std::size_t n, std::size_t jobs, const Work& work, const Done& done) {
    std::mutex mutex;
    std::condition_variable arrival;
    std::vector<std::size_t> finished;  // guarded by mutex
    std::size_t working = jobs;         // guarded by mutex
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stop{false};

    const auto labour = [&] {
        for (std::size_t i = next++; i < n && !stop; i = next++) {
            work(i);
            const std::lock_guard lock(mutex);
            finished.push_back(i);
            arrival.notify_one();
        }
        const std::lock_guard lock(mutex);
        --working;
        arrival.notify_one();
    };
    std::vector<std::thread> threads;
    for (std::size_t j = 0; j < jobs; ++j) threads.emplace_back(labour);

    // Take what arrives until everyone has gone home.
    for (bool over = false; !over;) {
        std::vector<std::size_t> batch;
        {
            std::unique_lock lock(mutex);
            arrival.wait(lock, [&] { return !finished.empty() || working == 0; });
            batch.swap(finished);
            over = batch.empty() && working == 0;
        }
        for (const std::size_t i : batch)
            if (done && !stop && !done(i)) stop = true;
    }
    for (std::thread& thread : threads) thread.join();
}
#endif

}  // namespace

void on_threads(std::size_t n, int jobs, const Work& work, const Done& done) {
#if PARLEY_THREADS
    const std::size_t useful = std::min(n, static_cast<std::size_t>(std::max(jobs, 1)));
    if (useful > 1) return side_by_side(n, useful, work, done);
#else
    static_cast<void>(jobs);
#endif
    in_turn(n, work, done);
}

}  // namespace parley
