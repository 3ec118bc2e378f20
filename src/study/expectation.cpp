#include "study/expectation.h"

#include <algorithm>

#include "study/compare.h"
#include "study/ensemble.h"

namespace parley {

std::vector<Kept> keep_expectations(const Scenario& scenario, int pairs, int jobs) {
    std::vector<Kept> kept;
    if (scenario.expected.empty()) return kept;
    Ensemble ensemble(scenario, pairs, static_cast<std::uint32_t>(scenario.run.seed));
    run_ensemble(ensemble, jobs);
    for (const Expectation& promised : scenario.expected) {
        Kept k{promised, 0, 0, pairs};
        const OutcomeSpec& outcome = *find_outcome(promised.outcome);
        for (const PairResult* world : ensemble.results()) {
            // The first of the best: arms that are level do not lead.
            double best = 0;
            int leader = -1;
            bool level = false;
            for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm) {
                const double value = outcome_of(outcome, world->arms[arm], scenario.market.customers, promised.by_day);
                if (leader < 0 || value > best) best = value, leader = static_cast<int>(arm), level = false;
                else if (value == best) level = true;
            }
            const bool ahead = level ? promised.ahead == kNobodyAhead : scenario.arms[static_cast<std::size_t>(leader)].name == promised.ahead;
            k.ahead += ahead;
            if (world->pair < kCheckedPairs) k.ahead_checked += ahead;
        }
        kept.push_back(k);
    }
    return kept;
}

std::string expected_rows(const Scenario& scenario, const std::vector<Kept>& kept) {
    std::string out;
    for (const Kept& k : kept)
        out += scenario.id + "," + k.promised.outcome + "," + std::to_string(k.promised.by_day) + "," + k.promised.ahead + "," +
               std::to_string(k.ahead_checked) + "," + std::to_string(k.ahead) + "\n";
    return out;
}

}  // namespace parley
