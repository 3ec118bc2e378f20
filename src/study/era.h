// Era: from which time the reach of a scenario's posts is, and what it would be today.
//
// What followers see of a brand without payment fell eightfold within two years (Social@Ogilvy 2014), so an answer may be as old as
// its reach.  The era follows from market.reach_era, or, as set, from the published figure that market.organic_reach is nearest to.
#pragma once
#include <string>

#include "scenario/scenario.h"

namespace parley {

double reach_of_era(const Market& market);          // 0..1, share of followers who see a post without payment
bool is_today(const Market& market);
// Whether anybody posts: where no arm does, the era moves nothing.
bool era_matters(const Scenario& scenario);
// "Unpaid reach of posts among followers is 12 %, as in autumn 2013. Today it is nearer 1.5 % (assumption): .."
std::string era_sentence(const Scenario& scenario);
// The same for a footer: "Unpaid reach of posts among followers: 12 %, as in autumn 2013."; empty where nobody posts.
std::string era_short(const Scenario& scenario);
std::string era_phrase(const Market& market);       // "12 %, as in autumn 2013"

}  // namespace parley
