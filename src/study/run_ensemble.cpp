// Runs the missing pairs of an ensemble: on threads where they exist, one after the other where they do not.
//
// A worker makes whole PairResults and hands them over; the ensemble is touched by the calling thread only.  The result cannot
// depend on the number of threads: a pair is a pure function of scenario and number, and the ensemble files it by number.
#include <algorithm>

#include "study/ensemble.h"
#include "study/run.h"

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

using Progress = std::function<bool(int done, int total)>;

PairResult run_pair(const Scenario& scenario, int pair) {
    Run run(scenario, pair);
    run.finish();
    return run.take_result();
}

void run_in_turn(Ensemble& ensemble, const Progress& progress) {
    for (int pair = ensemble.next_missing(); pair >= 0; pair = ensemble.next_missing(pair + 1)) {
        ensemble.add(run_pair(ensemble.scenario(), pair));
        if (progress && !progress(ensemble.done(), ensemble.pairs())) return;
    }
}

#if PARLEY_THREADS
void run_on_threads(Ensemble& ensemble, std::size_t jobs, const std::vector<int>& missing, const Progress& progress) {
    const Scenario& scenario = ensemble.scenario();
    std::mutex mutex;
    std::condition_variable arrival;
    std::vector<PairResult> finished;   // guarded by mutex
    std::atomic<std::size_t> next{0};   // index into missing
    std::atomic<bool> stop{false};

    const auto work = [&] {
        for (std::size_t i = next++; i < missing.size() && !stop; i = next++) {
            PairResult result = run_pair(scenario, missing[i]);
            const std::lock_guard lock(mutex);
            finished.push_back(std::move(result));
            arrival.notify_one();
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < jobs; ++i) threads.emplace_back(work);

    // Take what arrives until everything has, or until the caller has seen enough.
    for (std::size_t taken = 0; taken < missing.size() && !stop;) {
        std::vector<PairResult> batch;
        {
            std::unique_lock lock(mutex);
            arrival.wait(lock, [&] { return !finished.empty(); });
            batch.swap(finished);
        }
        for (PairResult& result : batch) {
            ensemble.add(std::move(result));
            ++taken;
            if (progress && !stop && !progress(ensemble.done(), ensemble.pairs())) stop = true;
        }
    }
    for (std::thread& thread : threads) thread.join();
}
#endif

}  // namespace

void run_ensemble(Ensemble& ensemble, int jobs, const Progress& progress) {
#if PARLEY_THREADS
    std::vector<int> missing;
    for (int pair = ensemble.next_missing(); pair >= 0; pair = ensemble.next_missing(pair + 1)) missing.push_back(pair);
    const std::size_t useful = std::min(missing.size(), static_cast<std::size_t>(std::max(jobs, 1)));
    if (useful > 1) return run_on_threads(ensemble, useful, missing, progress);
#else
    static_cast<void>(jobs);
#endif
    run_in_turn(ensemble, progress);
}

}  // namespace parley
