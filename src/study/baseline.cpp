#include "study/baseline.h"

#include "scenario/json_writer.h"
#include "study/compare.h"
#include "study/ensemble.h"

namespace parley {

std::string baseline_csv(const Scenario& scenario, int jobs) {
    Ensemble ensemble(scenario, kBaselinePairs, static_cast<std::uint32_t>(scenario.run.seed));
    run_ensemble(ensemble, jobs);
    const std::vector<const PairResult*> worlds = ensemble.results();

    // Arms by number: their names may change without a change of results.
    std::string table = "arm,outcome,unit,mean\n,digest,," + ensemble.digest() + "\n";
    for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm)
        for (const OutcomeSpec& spec : outcomes())
            table +=
                std::to_string(arm) + "," + spec.name + "," + unit_of(spec, scenario) + "," +
                number_text(mean_outcome(spec, worlds, arm, scenario.market.customers, static_cast<int>(scenario.run.days))) +
                "\n";
    return table;
}

}  // namespace parley
