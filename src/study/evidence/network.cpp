// The network people talk in: F39.
#include "model/network_report.h"
#include "study/evidence/lab.h"

namespace parley::evidence {
namespace {

std::vector<double> anchors(const Site& site) {
    const Town town = town_of(site);
    const NetworkReport report = report_network(make_population(town.market, town.brand, 1, static_cast<std::uint64_t>(site.pair)));
    return {report.clustering, report.distance, report.ties_cv, report.assortativity};
}

}  // namespace

std::vector<FactSpec> network_facts() {
    return {{"F39", "Who knows whom",
             "Among 721 million users of 2011 a median user's friends knew each other in 14 % of cases, any two people were 4.7 steps "
             "apart, and the well connected knew each other.",
             "Ugander et al. 2011; Backstrom et al. 2012", "the default network of the town", "",
             {{"share of a person's ties who know each other", "-", 0.10, 0.20, Basis::Fitted},
              {"steps between two people", "steps", 1, 5, Basis::Emergent},
              {"spread of the number of ties, sd / mean", "-", 0.8, kNoLimit, Basis::Construction},
              {"likeness of the number of ties at both ends", "-", 0.1, 0.3, Basis::Emergent}},
             anchors,
             "Circles hold people of every number of ties, so the well connected know each other only a little more than chance would "
             "have it. Sorting people into circles by their number of ties would mend it and would move every result; not tried."}};
}

}  // namespace parley::evidence
