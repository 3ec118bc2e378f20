// Purchase: people with an occasion choose between the brand and its rivals.
//
// ODD: submodel "Brand choice".
// Reads   today.occasions, all columns of Minds, reviews
// Writes  today.choosers, last_purchase, purchases, flags (habit, bought in run), sales, profit, npv, purchases, buyers, gained
// Math    P = logistic(leaning + appeal - reference + lift), 0 for those who do not know the brand;  reads reviews with
//         chance review_look;  money = price x basket in whole cents
// Source  logit over a Dirichlet base (Ehrenberg et al. 2004); weights in market.def.  Cost O(occasions).
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {

Choice::Choice(const Model& model, const World& world)
    : market_(model.phases[model.phase_on(world.day)].market),
      traits_(model.people->traits),
      minds_(world.minds),
      reference_(world.firm.appeal_reference) {
    const Firm& firm = world.firm;
    const double prior = market_.review_prior * market_.customers / 5000;
    reviews_ = market_.weight_good_reviews * log((firm.good_reviews + prior) / (firm.good_reference + prior)) -
               market_.weight_bad_reviews * log((firm.bad_reviews + prior) / (firm.bad_reference + prior));
}

double Choice::appeal(std::uint32_t i, double reads) const {
    const double irritation = minds_.irritation[i];
    const double momentary_attitude = minds_.attitude[i] - market_.annoyance * irritation * irritation;
    return market_.weight_adstock * log1p(minds_.adstock[i]) + market_.weight_attitude * momentary_attitude +
           market_.weight_trust * minds_.trust[i] + market_.weight_praise * log1p(minds_.praise[i] / market_.talk_scale) -
           market_.weight_blame * log1p(minds_.blame[i] / market_.talk_scale) +
           market_.weight_relationship * minds_.relationship[i] + (minds_.flags[i] & kHabit ? market_.weight_habit : 0.0) +
           reads * reviews_;
}

double Choice::chance(std::uint32_t i, double lift, double reads) const {
    // Who has decided to have a durable buys it, unless an unanswered question puts it off.
    if (is(market_.category, Category::durable)) return exp(std::min(0.0, lift));
    return minds_.flags[i] & kAware ? logistic(traits_.leaning[i] + appeal(i, reads) - reference_ + lift) : 0.0;
}

void purchase(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    const Traits& traits = model.people->traits;
    const Stream luck(model.people->seed, model.people->pair, Purpose::Choice, world.day);
    const Choice choice(model, world);
    Minds& m = world.minds;
    DayRecord& record = world.record;
    world.today.choosers.clear();
    // Had left by the end of yesterday.
    const int lapsed_before = world.day - 1 - static_cast<int>(market.lapse_days);

    const bool durable = is(market.category, Category::durable);

    std::int64_t cents = 0;
    for (std::size_t o = 0; o < world.today.occasions.size(); ++o) {
        const Occasion& occasion = world.today.occasions[o];
        const std::uint32_t i = occasion.customer;
        const std::uint64_t bits = luck.bits(i, occasion.slot);
        const double looks = high_unit(bits) < static_cast<float>(market.review_look) ? 1.0 : 0.0;
        if (low_unit(bits) >= choice.chance(i, occasion.lift, looks)) {
            m.flags[i] &= static_cast<std::uint8_t>(~kHabit);
            continue;
        }
        world.today.choosers.push_back(static_cast<std::uint32_t>(o));
        if (durable) begin_owning(model, world, i);
        cents += static_cast<std::int64_t>(market.price * 100 * traits.basket[i] + 0.5);
        ++record[Observable::purchases];
        note(world, Happening::Purchase, i);

        // A new spell as a customer begins with the first purchase, and with the first after having left.
        if (m.purchases[i] == 0 || m.last_purchase[i] < lapsed_before) {
            ++record[Observable::gained];
            m.purchases[i] = 0;
        }
        m.purchases[i] = static_cast<std::uint8_t>(std::min(255, m.purchases[i] + 1));
        m.last_purchase[i] = static_cast<std::int16_t>(world.day);
        m.flags[i] |= kHabit;
        if (world.day >= 1 && !(m.flags[i] & kBoughtInRun)) {
            m.flags[i] |= kBoughtInRun;
            ++record[Observable::buyers];
        }
    }

    const double profit = static_cast<double>(cents) * market.margin - static_cast<double>(record[Observable::spend]);
    record[Observable::sales] = cents;
    record[Observable::profit] = static_cast<std::int64_t>(profit < 0 ? profit - 0.5 : profit + 0.5);
    const double present = profit * exp(-log1p(market.discount_rate) * world.day / 365.0);
    record[Observable::npv] = static_cast<std::int64_t>(present < 0 ? present - 0.5 : present + 0.5);
}

}  // namespace parley::process
