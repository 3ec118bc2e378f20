// Rivalry: rivals match a change of the brand's weight of talk after a while; those who converse teach people what to expect.
//
// ODD: submodel "Rivals".  Off while rivals neither react nor converse.
// Reads   firm.impressions and its reference
// Writes  firm.rival_pressure, expectation
// Math    pressure -> rival_reaction x ln((1 + impressions) / (1 + reference)), half-life rival_lag; it lowers the brand's appeal as
//         much as the same weight of its own would raise it (Choice);  expectation += 0.01 x rival_conversation x (1 - expectation)
// Source  assumptions; direction: share of voice (Binet & Field 2013), defensive replies (the 2013 interview).
// Cost    O(1); O(customers) while rivals converse.
#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {

void rivalry(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    Firm& firm = world.firm;
    if ((market.rival_reaction > 0 || firm.rival_pressure != 0) && world.day >= 1) {
        const double wanted = market.rival_reaction * (log1p(firm.impressions) - log1p(firm.impressions_reference));
        firm.rival_pressure += (1 - daily_decay(market.rival_lag)) * (wanted - firm.rival_pressure);
    }
    if (market.rival_conversation > 0) {
        const auto share = static_cast<float>(0.01 * market.rival_conversation);
        for (float& expectation : world.minds.expectation) expectation += share * (1 - expectation);
    }
}

}  // namespace parley::process
