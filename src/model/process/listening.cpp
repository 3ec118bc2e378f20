// Listening: contacts teach; the lesson reaches messages after weeks and the product after months.
//
// ODD: submodel "Listening".
// Reads   today.effort.listening, firm.contacts_90_days, strategy.canned_share
// Writes  firm.lessons, firm.insights, firm.quality, firm.message_fit
// Math    dQ = gain x listening x V / (V + V_half) x (1 - Q) x (1 - canned_loss x canned), applied listening_lag days later;
//         dF = fit_gain x listening fit_lag days ago x (1 - F)
// Source  Ananthakrishnan, Proserpio & Sharma 2023 (sign); sizes are assumptions.  Cost O(1).
#include "model/process/process.h"

namespace parley::process {
namespace {

// Puts today's value into a ring and gives back the one that was put there ring.size() - 1 days ago.
double exchanged(std::vector<double>& ring, std::size_t day, double value) {
    ring[day % ring.size()] = value;
    return ring[(day + 1) % ring.size()];
}

}  // namespace

void listening(const Model& model, World& world) {
    const Phase& phase = model.phases[model.phase_on(world.day)];
    const Market& market = phase.market;
    Firm& firm = world.firm;
    const double effort = world.today.effort.listening;

    const double volume = firm.contacts_90_days, half = market.listening_volume * market.customers / 5000;
    const double lesson = market.listening_gain * effort * (volume / (volume + half)) * (1 - firm.quality) *
                          (1 - market.canned_loss * phase.strategy.canned_share);
    const auto day = static_cast<std::size_t>(world.day + model.warmup_days);
    firm.quality += exchanged(firm.lessons, day, lesson);
    firm.message_fit += market.fit_gain * exchanged(firm.insights, day, effort) * (1 - firm.message_fit);
}

}  // namespace parley::process
