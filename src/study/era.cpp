#include "study/era.h"

#include <algorithm>
#include <cmath>

#include "model/model.h"
#include "study/strings.h"

namespace parley {
namespace {

// The published era whose reach this is, or is within a sixth of; as_set: none.
ReachEra era_of(const Market& market) {
    if (!is(market.reach_era, ReachEra::as_set)) return static_cast<ReachEra>(static_cast<int>(market.reach_era));
    Market of = market;
    const double reach = market.organic_reach;
    for (const ReachEra era : {ReachEra::year_2012, ReachEra::autumn_2013, ReachEra::early_2014, ReachEra::large_page_2014, ReachEra::today}) {
        of.reach_era = static_cast<double>(era);
        if (std::fabs(reach - organic_reach_of(of)) <= organic_reach_of(of) / 6) return era;
    }
    return ReachEra::as_set;
}

std::string reach_text(double reach) { return percent(reach, reach < 0.1 && reach > 0 ? 1 : 0); }

}  // namespace

double reach_of_era(const Market& market) { return organic_reach_of(market); }
bool is_today(const Market& market) { return era_of(market) == ReachEra::today; }

bool era_matters(const Scenario& scenario) {
    return std::any_of(scenario.arms.begin(), scenario.arms.end(), [](const Arm& arm) { return arm.strategy.talk > 0 && arm.strategy.posts_per_day > 0; });
}

std::string era_phrase(const Market& market) {
    return reach_text(reach_of_era(market)) + ", " + tr("era." + std::to_string(static_cast<int>(era_of(market))));
}

std::string era_short(const Scenario& scenario) { return era_matters(scenario) ? tr("era.short", {{"reach", era_phrase(scenario.market)}}) : std::string(); }

std::string era_sentence(const Scenario& scenario) {
    if (!era_matters(scenario)) return tr("era.silent");
    Market today = scenario.market;
    today.reach_era = static_cast<double>(ReachEra::today);
    return tr(is_today(scenario.market) ? "era.sentence.today" : "era.sentence", {{"reach", era_phrase(scenario.market)}, {"today", reach_text(organic_reach_of(today))}});
}

}  // namespace parley
