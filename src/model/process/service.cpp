// Service: the desk answers, and what an answer, a late answer or silence does.
//
// ODD: submodel "Service desk".  Complaints first, then questions, then threads; within a kind by lot.  Contacts are served on the
// day or dropped: a queue without giving up makes a slightly small desk worthless (tested against M/M/1 in a later check).
// Reads   today.contacts, today.effort.replies, firm.load, rates.reply_effect and reply_source
// Writes  attitude, trust, relationship, expectation, Occasion::lift, outbox (public complaints, angry posts), replies,
//         replies_in_time, unanswered, reply_delay, peer_posts, negative_posts, bad_reviews
// Math    delay = base x (1 + 0.25 rho / (1 - min(rho, 0.8))), rho = load / capacity;  in time with chance 1 - wait(delay);
//         trust += gain x effect x source x (1 - trust);  complaint in time: attitude += reply_attitude x effect
// Source  Lithium/Millward Brown 2013 (patience), van Noort & Willemsen 2012 (voice), Edelman (source); sizes are assumptions.
// Cost    O(contacts log contacts).
#include <algorithm>
#include <tuple>

#include "model/process/process.h"

namespace parley::process {
namespace {

// Share of people whose patience has ended after so many hours: straight lines between the measured points.
double impatient(double hours, double at_30m, double at_1h, double at_2h, double at_24h) {
    const double t[] = {0, 0.5, 1, 2, 24}, share[] = {0, at_30m, at_1h, at_2h, at_24h};
    for (int k = 1; k < 5; ++k)
        if (hours <= t[k]) return share[k - 1] + (share[k] - share[k - 1]) * (hours - t[k - 1]) / (t[k] - t[k - 1]);
    return at_24h;
}

float raised(float value, double gain) { return value + static_cast<float>(gain) * (1 - value); }

}  // namespace

void service(const Model& model, World& world) {
    const std::size_t p = model.phase_on(world.day);
    const Phase& phase = model.phases[p];
    const Market& market = phase.market;
    const Rates& rates = model.rates[p];
    const std::uint64_t seed = model.people->seed, pair = model.people->pair;
    std::vector<Contact>& contacts = world.today.contacts;
    Minds& m = world.minds;
    DayRecord& record = world.record;

    // The person people knew leaves and takes part of all relationships along.
    if (phase.ambassador_leaves && world.day == phase.from_day)
        for (float& relationship : m.relationship) relationship *= static_cast<float>(1 - 1 / phase.strategy.voices);

    // The desk's day: the most urgent first, as many as it can.
    const Stream lot(seed, pair, Purpose::DeskOrder, world.day), patience(seed, pair, Purpose::Patience, world.day);
    std::sort(contacts.begin(), contacts.end(), [&](const Contact& a, const Contact& b) {
        return std::tuple(a.kind, lot.bits(a.customer, a.kind), a.customer, a.occasion) <
               std::tuple(b.kind, lot.bits(b.customer, b.kind), b.customer, b.occasion);
    });
    const auto capacity = static_cast<std::size_t>(world.today.effort.replies);
    const std::size_t answered = std::min(capacity, contacts.size());
    const double rho = capacity > 0 ? world.firm.load / static_cast<double>(capacity) : 0;
    const double delay = market.base_delay * (1 + 0.25 * rho / (1 - std::min(rho, 0.8)));
    const double complaint_in_time = 1 - impatient(delay, market.complaint_wait_30m, market.complaint_wait_1h,
                                                   market.complaint_wait_2h, market.complaint_wait_24h);
    const double question_in_time = 1 - impatient(delay, market.question_wait_30m, market.question_wait_1h,
                                                  market.question_wait_2h, market.question_wait_24h);
    world.today.effort.delay = delay;

    for (std::size_t c = 0; c < contacts.size(); ++c) {
        const Contact& contact = contacts[c];
        const std::uint32_t i = contact.customer;
        const std::uint64_t slot = 8u * static_cast<std::uint64_t>(contact.occasion + 1) + contact.kind;
        const bool replied = c < answered;
        const bool in_time = replied && patience.chance(contact.kind == Contact::Complaint ? complaint_in_time : question_in_time, i, slot);
        record[Observable::replies] += replied;
        record[Observable::replies_in_time] += in_time;
        record[Observable::unanswered] += !replied;
        if (replied) note(world, Happening::Reply, i);

        // People learn what to expect; trust and relationship belong to those who were answered.
        m.expectation[i] += static_cast<float>(market.expectation_gain) * ((in_time ? 1.0f : 0.0f) - m.expectation[i]);
        if (in_time) {
            m.trust[i] = raised(m.trust[i], market.trust_gain * rates.reply_effect * rates.reply_source);
            m.relationship[i] = raised(m.relationship[i], market.relationship_gain * phase.strategy.employee_share);
        }

        if (contact.kind == Contact::Question) {
            Occasion& occasion = world.today.occasions[static_cast<std::size_t>(contact.occasion)];
            occasion.lift = static_cast<float>(in_time ? market.answer_value * (0.5 + 0.5 * phase.brand.empathy) : -market.silence_cost);
        } else if (contact.kind == Contact::Complaint) {
            const double luck = patience.uniform(i, slot + 4);
            double change = 0;
            if (in_time) change = market.reply_attitude * rates.reply_effect;
            else if (!replied) change = -market.silence_attitude;
            else if (luck < market.late_worse) change = -market.late_loss;
            else if (luck > 1 - market.late_better) change = market.late_gain;
            m.attitude[i] = std::clamp(m.attitude[i] + static_cast<float>(change), -1.0f, 1.0f);

            if (contact.in_public) {
                const auto relief = static_cast<float>(in_time ? market.observer_relief * rates.reply_effect : 0.0);
                world.outbox.push_back({i, Message::Complaint, 250, -1.0f, relief});
            }
            if (!replied && luck < market.silence_posts) {
                world.outbox.push_back({i, Message::Post, 251, -1.0f, 0.0f});
                world.firm.bad_reviews += 1;
                ++record[Observable::peer_posts];
                ++record[Observable::negative_posts];
                note(world, Happening::PeerPost, i);
            }
        }
    }
    record[Observable::reply_delay] = answered > 0 ? static_cast<std::int64_t>(delay * kFixedPoint) : 0;
}

}  // namespace parley::process
