// Runs the missing pairs of an ensemble on threads.
//
// A thread makes whole PairResults; the ensemble is touched by the calling thread only.  The result cannot depend on the number of
// threads: a pair is a pure function of scenario and number, and the ensemble files it by number.
#include "study/ensemble.h"
#include "study/on_threads.h"
#include "study/run.h"

namespace parley {

void run_ensemble(Ensemble& ensemble, int jobs, const std::function<bool(int done, int total)>& progress) {
    std::vector<int> missing;
    for (int pair = ensemble.next_missing(); pair >= 0; pair = ensemble.next_missing(pair + 1)) missing.push_back(pair);
    const Scenario& scenario = ensemble.scenario();
    std::vector<PairResult> results(missing.size());
    on_threads(
        missing.size(), jobs,
        [&](std::size_t i) {
            Run run(scenario, missing[i]);
            run.finish();
            results[i] = run.take_result();
        },
        [&](std::size_t i) {
            ensemble.add(std::move(results[i]));
            return !progress || progress(ensemble.done(), ensemble.pairs());
        });
}

}  // namespace parley
