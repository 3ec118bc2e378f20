// Operations: money put into product and culture improves both.
//
// ODD: submodel "Operations".  Off without money.
// Reads   today.effort.operations
// Writes  firm.quality, firm.culture
// Math    dQ = operations_gain x effort x (1 - Q);  dK = culture_gain x effort x (1 - K)
// Source  change management before tools, the 2011 article; sizes are assumptions.  Cost O(1).
#include "model/process/process.h"

namespace parley::process {

void operations(const Model& model, World& world) {
    const double effort = world.today.effort.operations;
    if (effort <= 0) return;
    const Market& market = model.phases[model.phase_on(world.day)].market;
    Firm& firm = world.firm;
    firm.quality += market.operations_gain * effort * (1 - firm.quality);
    firm.culture += market.culture_gain * effort * (1 - firm.culture);
}

}  // namespace parley::process
