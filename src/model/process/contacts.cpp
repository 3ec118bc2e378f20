// Contacts: who wants something from the brand today.
//
// ODD: submodel "Complaints, questions, threads".
// Reads   failed (yesterday's failures), today.occasions, today.thread_starters, expectation
// Writes  today.contacts, firm.contact_history, complaints, public_complaints, questions, threads
//         who is on none of the brand's networks does not write; mentions are posts of yesterday (strategy.proactive_share)
// Math    P(complaint) = complaint_rate x (0.5 + 1.3 expectation);  P(public) = public_share x (0.5 + transparency);
//         P(question) = question_rate x sqrt(P(choose the brand)): people ask the brand they are likely to choose
// Source  Ma, Sun & Kekre 2015 (those who were answered complain more); sizes are assumptions.  Cost O(occasions).
#include <algorithm>
#include <cmath>

#include "model/process/process.h"

namespace parley::process {

void contacts(const Model& model, World& world) {
    const Market& market = model.phases[model.phase_on(world.day)].market;
    const std::uint64_t seed = model.people->seed, pair = model.people->pair;
    std::vector<Contact>& today = world.today.contacts;
    DayRecord& record = world.record;
    today.clear();

    const Strategy& strategy = model.phases[model.phase_on(world.day)].strategy;
    const Traits& traits = model.people->traits;

    const Stream complaining(seed, pair, Purpose::Complaints, world.day);
    const double in_public_share = std::min(1.0, market.public_share * (0.5 + strategy.transparency));
    for (const std::uint32_t i : world.failed) {
        if (!traits.on_networks(i, strategy.platforms)) continue;
        const double chance = market.complaint_rate * (0.5 + 1.3 * world.minds.expectation[i]);
        if (!complaining.chance(std::min(1.0, chance), i)) continue;
        const bool in_public = complaining.chance(in_public_share, i, 1);
        today.push_back({i, Contact::Complaint, in_public, -1});
        ++record[Observable::complaints];
        record[Observable::public_complaints] += in_public;
        note(world, Happening::Complaint, i);
        receive(world, i, Trace::Complained);
    }
    world.failed.clear();

    // Who has a question at all, and then who asks it.
    const Choice choice(model, world);
    const Stream asking(seed, pair, Purpose::Questions, world.day);
    const std::vector<Occasion>& occasions = world.today.occasions;
    std::vector<std::uint32_t>& unsure = world.today.due;
    std::vector<float>& chances = world.today.chances;
    unsure.clear();
    for (std::uint32_t o = 0; o < occasions.size(); ++o)
        if (asking.chance(market.question_rate, occasions[o].customer, occasions[o].slot) &&
            traits.on_networks(occasions[o].customer, strategy.platforms))
            unsure.push_back(o);
    chances.assign(unsure.size(), static_cast<float>(market.review_look));
    choice.chances(occasions, unsure, chances);
    for (std::size_t k = 0; k < unsure.size(); ++k) {
        const std::uint32_t o = unsure[k];
        const Occasion& occasion = occasions[o];
        if (!asking.chance(market.question_rate * std::sqrt(static_cast<double>(chances[k])), occasion.customer, occasion.slot)) continue;
        today.push_back({occasion.customer, Contact::Question, false, static_cast<std::int32_t>(o)});
        ++record[Observable::questions];
        note(world, Happening::Question, occasion.customer);
        receive(world, occasion.customer, Trace::Asked);
    }

    for (const std::uint32_t i : world.today.thread_starters) {
        today.push_back({i, Contact::Thread, true, -1});
        ++record[Observable::threads];
        note(world, Happening::Thread, i);
    }

    // Posts of yesterday that did not ask: answered only by a desk that wants to.
    if (strategy.proactive_share > 0)
        for (const Message& message : world.inbox)
            if (message.kind == Message::Post && message.slot < 252 && traits.on_networks(message.sender, strategy.platforms))
                today.push_back({message.sender, Contact::Mention, true, -1, message.valence});

    // What the desk may expect, and what listening can learn from.
    Firm& firm = world.firm;
    const auto n = static_cast<std::int32_t>(
        std::count_if(today.begin(), today.end(), [](const Contact& c) { return c.kind != Contact::Mention; }));
    const auto slot = static_cast<std::size_t>(world.day + model.warmup_days) % firm.contact_history.size();
    firm.contacts_90_days += n - firm.contact_history[slot];
    firm.contact_history[slot] = n;
    firm.load += 0.1 * (n - firm.load);
}

}  // namespace parley::process
