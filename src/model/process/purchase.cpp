// Purchase: people with an occasion choose between the brand and its rivals.
//
// ODD: submodel "Brand choice".
// Reads   today.occasions, all columns of Minds, reviews, strategy.price_off and checkout, brand.availability and daily_stock
// Writes  today.chances and choosers, attitude (empty shelf), last_purchase, purchases, flags (habit, stocked, bought in run), firm.past_discount, failed (no stock),
//         visits, lost_sales, sales, profit, npv, purchases, buyers, gained
// Math    P = logistic(leaning + appeal - reference + lift), 0 for those who do not know the brand;  reads reviews with
//         chance review_look;  considered purchases: + ln of a gate in trust;  price: weight x (-ln(1 - off) + share ln(1 - past));
//         visit -> purchase with chance checkout x availability x min(1, stock / visits);  money in whole cents
// Source  logit over a Dirichlet base (Ehrenberg et al. 2004); weights in market.def.  Cost O(occasions).
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley::process {

// What the utility of one customer is made of.
struct Choice::Inputs {
    float leaning, adstock, irritation, attitude, trust, praise, blame, relationship, reads;
    float own;    // habit, community, the gate of a considered purchase, the answer to a question
    float knows;  // the brand: 0 or 1
};

Choice::Choice(const Model& model, const World& world)
    : market_(model.phases[model.phase_on(world.day)].market),
      traits_(model.people->traits),
      minds_(world.minds),
      reference_(world.firm.appeal_reference),
      durable_(is(market_.category, Category::durable)) {
    const Firm& firm = world.firm;
    const Strategy& strategy = model.phases[model.phase_on(world.day)].strategy;
    const double prior = market_.review_prior * market_.customers / 5000;
    reviews_ = market_.weight_good_reviews * log((firm.good_reviews + prior) / (firm.good_reference + prior)) -
               market_.weight_bad_reviews * log((firm.bad_reviews + prior) / (firm.bad_reference + prior));
    // What everyone meets alike: the price beside the one people remember, and what rivals have added.
    const double missed = market_.reference_price_weight * log(1 - firm.past_discount);
    price_ = market_.weight_price * (missed - log(1 - strategy.price_off));
    rivals_ = -market_.weight_adstock * firm.rival_pressure;
    posters_ = market_.community_posters * firm.community, lurkers_ = market_.community_lurkers * firm.community;

    double common = price_ + rivals_;
    for (const double term : reference_) common -= term;
    common_ = static_cast<float>(common);
    adstock_ = static_cast<float>(market_.weight_adstock);
    attitude_ = static_cast<float>(market_.weight_attitude);
    annoyance_ = static_cast<float>(market_.annoyance);
    trust_ = static_cast<float>(market_.weight_trust);
    praise_ = static_cast<float>(market_.weight_praise);
    blame_ = static_cast<float>(market_.weight_blame);
    per_talk_ = static_cast<float>(1 / market_.talk_scale);
    relationship_ = static_cast<float>(market_.weight_relationship);
    read_ = static_cast<float>(reviews_);
}

Terms Choice::terms(std::uint32_t i, double reads) const {
    const double irritation = minds_.irritation[i];
    const double momentary_attitude = minds_.attitude[i] - market_.annoyance * irritation * irritation;
    Terms t{};
    const auto set = [&](Term term, double value) { t[static_cast<std::size_t>(term)] = value; };
    set(Term::memory, market_.weight_adstock * log1p(minds_.adstock[i]));
    set(Term::liking, market_.weight_attitude * momentary_attitude);
    set(Term::trust, market_.weight_trust * minds_.trust[i]);
    set(Term::praise, market_.weight_praise * log1p(minds_.praise[i] / market_.talk_scale));
    set(Term::blame, -market_.weight_blame * log1p(minds_.blame[i] / market_.talk_scale));
    set(Term::relationship, market_.weight_relationship * minds_.relationship[i]);
    set(Term::habit, minds_.flags[i] & kHabit ? market_.weight_habit : 0.0);
    set(Term::reviews, reads * reviews_);
    set(Term::price, price_);
    set(Term::rivals, rivals_);
    set(Term::community, minds_.flags[i] & kMember ? (traits_.voice[i] > 0 ? posters_ : lurkers_) : 0.0);
    set(Term::considered, !traits_.considered.empty() && traits_.considered[i] ? gate(minds_.trust[i]) : 0.0);
    return t;
}

Terms Choice::centred_terms(std::uint32_t i, double lift, double reads) const {
    Terms t = terms(i, reads);
    for (std::size_t k = 0; k < kTerms; ++k) t[k] -= reference_[k];
    t[static_cast<std::size_t>(Term::answer)] = lift;
    return t;
}

double Choice::gate(double trust) const { return -log1p(exp(-market_.trust_gate_slope * (trust - market_.trust_gate))); }

PARLEY_IN_LANES Choice::Inputs Choice::inputs(std::uint32_t i, float lift, float reads) const {
    const std::uint8_t flags = minds_.flags[i];
    double own = flags & kHabit ? market_.weight_habit : 0.0;
    if (flags & kMember) own += traits_.voice[i] > 0 ? posters_ : lurkers_;
    if (!traits_.considered.empty() && traits_.considered[i]) own += gate(minds_.trust[i]);
    return {traits_.leaning[i], minds_.adstock[i], minds_.irritation[i], minds_.attitude[i],     minds_.trust[i], minds_.praise[i],
            minds_.blame[i],    minds_.relationship[i], reads,           static_cast<float>(own) + lift, flags & kAware ? 1.0f : 0.0f};
}

PARLEY_IN_LANES float Choice::utility(const Inputs& in) const {
    float sum = common_ + in.leaning;
    sum += adstock_ * log1p_fast(in.adstock);
    sum += attitude_ * (in.attitude - annoyance_ * in.irritation * in.irritation);
    sum += trust_ * in.trust;
    sum += praise_ * log1p_fast(in.praise * per_talk_);
    sum -= blame_ * log1p_fast(in.blame * per_talk_);
    sum += relationship_ * in.relationship;
    sum += in.reads * read_;
    return sum + in.own;
}

float Choice::chance(std::uint32_t i, float lift, float reads) const {
    // Who has decided to have a durable buys it, unless an unanswered question puts it off.
    if (durable_) return exp_fast(std::min(0.0f, lift));
    const Inputs in = inputs(i, lift, reads);
    return in.knows * logistic_fast(utility(in));
}

// occasion(k): the k-th one.
template <class Occasions>
PARLEY_IN_LANES void Choice::work_out(std::size_t all, Occasions occasion, float* chances) const {
    constexpr std::size_t kMany = 64;
    std::array<float, kMany> leaning, adstock, irritation, attitude, trust, praise, blame, relationship, own, knows;
    for (std::size_t first = 0; first < all; first += kMany) {
        const std::size_t size = std::min(kMany, all - first);
        float* chance = chances + first;
        if (durable_) {
            for (std::size_t k = 0; k < size; ++k) chance[k] = exp_fast(std::min(0.0f, occasion(first + k).lift));
            continue;
        }
        // Gather the columns of those who come, then work in lanes.
        for (std::size_t k = 0; k < size; ++k) {
            const Occasion& o = occasion(first + k);
            const Inputs in = inputs(o.customer, o.lift, chance[k]);
            leaning[k] = in.leaning, adstock[k] = in.adstock, irritation[k] = in.irritation, attitude[k] = in.attitude;
            trust[k] = in.trust, praise[k] = in.praise, blame[k] = in.blame, relationship[k] = in.relationship;
            own[k] = in.own, knows[k] = in.knows;
        }
        const Choice day = *this;
        for (std::size_t k = 0; k < size; ++k)
            chance[k] = knows[k] * logistic_fast(day.utility({leaning[k], adstock[k], irritation[k], attitude[k], trust[k], praise[k],
                                                              blame[k], relationship[k], chance[k], own[k], knows[k]}));
    }
}

PARLEY_LANES void Choice::chances(std::span<const Occasion> occasions, std::span<float> chances) const {
    work_out(occasions.size(), [&](std::size_t k) -> const Occasion& { return occasions[k]; }, chances.data());
}

PARLEY_LANES void Choice::chances(std::span<const Occasion> occasions, std::span<const std::uint32_t> which, std::span<float> chances) const {
    work_out(which.size(), [&](std::size_t k) -> const Occasion& { return occasions[which[k]]; }, chances.data());
}

PARLEY_LANES Terms Choice::mean_terms() const {
    const auto n = static_cast<std::uint32_t>(minds_.flags.size());
    const float per_talk = per_talk_;
    std::array<float, kBlock> memory, praise, blame;
    Terms sum{};
    const auto add = [&](Term term, double value) { sum[static_cast<std::size_t>(term)] += value; };
    for (std::uint32_t first = 0; first < n; first += kBlock) {
        const std::uint32_t size = std::min(kBlock, n - first);
        for (std::uint32_t k = 0; k < size; ++k) {
            memory[k] = log1p_fast(minds_.adstock[first + k]);
            praise[k] = log1p_fast(minds_.praise[first + k] * per_talk);
            blame[k] = log1p_fast(minds_.blame[first + k] * per_talk);
        }
        for (std::uint32_t k = 0; k < size; ++k) {
            const std::uint32_t i = first + k;
            const double irritation = minds_.irritation[i];
            add(Term::memory, memory[k]);
            add(Term::liking, minds_.attitude[i] - market_.annoyance * irritation * irritation);
            add(Term::trust, minds_.trust[i]);
            add(Term::praise, praise[k]);
            add(Term::blame, blame[k]);
            add(Term::relationship, minds_.relationship[i]);
            add(Term::habit, minds_.flags[i] & kHabit ? 1 : 0);
            if (minds_.flags[i] & kMember) add(Term::community, traits_.voice[i] > 0 ? posters_ : lurkers_);
            if (!traits_.considered.empty() && traits_.considered[i]) add(Term::considered, gate(minds_.trust[i]));
        }
    }
    const auto weigh = [&](Term term, double weight) { sum[static_cast<std::size_t>(term)] *= weight; };
    weigh(Term::memory, market_.weight_adstock);
    weigh(Term::liking, market_.weight_attitude);
    weigh(Term::trust, market_.weight_trust);
    weigh(Term::praise, market_.weight_praise);
    weigh(Term::blame, -market_.weight_blame);
    weigh(Term::relationship, market_.weight_relationship);
    weigh(Term::habit, market_.weight_habit);
    for (double& term : sum) term /= n;
    add(Term::price, price_);
    add(Term::rivals, rivals_);
    return sum;
}

// Some never get through: an empty shelf, a way too hard.  They remember it, and may complain.
static void lose_sales(const Model& model, World& world) {
    const Phase& phase = model.phases[model.phase_on(world.day)];
    std::vector<std::uint32_t>& choosers = world.today.choosers;
    const double stock = phase.brand.daily_stock * phase.market.customers / 5000, wanted = static_cast<double>(choosers.size());
    const double served = phase.strategy.checkout * phase.brand.availability * (wanted > stock ? stock / wanted : 1);
    if (served >= 1) return;
    const Stream luck(model.people->seed, model.people->pair, Purpose::Completion, world.day);
    Minds& m = world.minds;
    std::erase_if(choosers, [&](std::uint32_t o) {
        const Occasion& occasion = world.today.occasions[o];
        const std::uint32_t i = occasion.customer;
        if (luck.chance(served, i, occasion.slot)) return false;
        ++world.record[Observable::lost_sales];
        receive(world, i, Trace::EmptyShelf);
        m.attitude[i] = std::max(-1.0f, m.attitude[i] - static_cast<float>(phase.market.stockout_loss));
        world.stirred |= kAttitude;
        m.flags[i] &= static_cast<std::uint8_t>(~kHabit);
        if (world.failed.empty() || world.failed.back() != i) world.failed.push_back(i);
        return true;
    });
}

void purchase(const Model& model, World& world) {
    const Phase& phase = model.phases[model.phase_on(world.day)];
    const Market& market = phase.market;
    const Traits& traits = model.people->traits;
    const Stream luck(model.people->seed, model.people->pair, Purpose::Choice, world.day);
    const Choice choice(model, world);
    Minds& m = world.minds;
    DayRecord& record = world.record;
    world.today.choosers.clear();
    // Had left by the end of yesterday.
    const int lapsed_before = world.day - 1 - static_cast<int>(market.lapse_days);

    const bool durable = is(market.category, Category::durable);

    // Who decides for the brand and goes to buy it.
    std::int64_t& visits = record[Observable::visits];
    const std::vector<Occasion>& occasions = world.today.occasions;
    std::vector<float>& chances = world.today.chances;
    chances.resize(occasions.size());
    const auto looks_at = [&](std::uint64_t bits) { return high_unit(bits) < static_cast<float>(market.review_look) ? 1.0f : 0.0f; };
    for (std::size_t o = 0; o < occasions.size(); ++o) chances[o] = looks_at(luck.bits(occasions[o].customer, occasions[o].slot));
    choice.chances(occasions, chances);
    for (std::size_t o = 0; o < occasions.size(); ++o) {
        const Occasion& occasion = occasions[o];
        const std::uint32_t i = occasion.customer;
        const std::uint64_t bits = luck.bits(i, occasion.slot);
        const float chance = chances[o];
        const bool chose = low_unit(bits) < chance;
        if (world.trace && world.trace->customer == i)
            world.trace->choices.push_back({world.day, traits.leaning[i], chance, choice.centred_terms(i, occasion.lift, looks_at(bits)),
                                            (m.flags[i] & kAware) != 0, chose, false});
        if (!chose) {
            m.flags[i] &= static_cast<std::uint8_t>(~kHabit);
            continue;
        }
        ++visits;
        world.today.choosers.push_back(static_cast<std::uint32_t>(o));
    }
    lose_sales(model, world);

    const Strategy& strategy = phase.strategy;
    const double paid = 1 - strategy.price_off;
    const Stream deals(model.people->seed, model.people->pair, Purpose::Deals, world.day);
    std::int64_t cents = 0, full_cents = 0;
    for (const std::uint32_t o : world.today.choosers) {
        const Occasion& occasion = world.today.occasions[o];
        const std::uint32_t i = occasion.customer;
        const auto full = static_cast<std::int64_t>(market.price * 100 * traits.basket[i] + 0.5);
        full_cents += full;
        cents += strategy.price_off > 0 ? static_cast<std::int64_t>(market.price * 100 * traits.basket[i] * paid + 0.5) : full;
        ++record[Observable::purchases];
        note(world, Happening::Purchase, i);
        if (world.trace && world.trace->customer == i && !world.trace->choices.empty()) world.trace->choices.back().bought = true;
        if (durable) begin_owning(model, world, i);

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
        // A bargain is no habit, and fills the cupboard.
        if (strategy.price_off > 0) {
            if (deals.chance(strategy.price_off, i, 2u * occasion.slot)) m.flags[i] &= static_cast<std::uint8_t>(~kHabit);
            if (deals.chance(market.stockpiling * strategy.price_off, i, 2u * occasion.slot + 1)) m.flags[i] |= kStocked;
        }
    }
    Firm& firm = world.firm;
    if (strategy.price_off > 0 || firm.past_discount > 0)
        firm.past_discount += (1 - daily_decay(market.reference_price_half_life)) * (strategy.price_off - firm.past_discount);

    const double goods = (1 - market.margin) * static_cast<double>(full_cents);
    const double profit = static_cast<double>(cents - record[Observable::refunds] - record[Observable::spend]) - goods;
    record[Observable::sales] = cents;
    record[Observable::profit] = static_cast<std::int64_t>(profit < 0 ? profit - 0.5 : profit + 0.5);
    const double present = profit * exp(-log1p(market.discount_rate) * world.day / 365.0);
    record[Observable::npv] = static_cast<std::int64_t>(present < 0 ? present - 0.5 : present + 0.5);
}

}  // namespace parley::process
