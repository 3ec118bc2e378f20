// Service: the desk answers, and what an answer, a late answer or silence does.
//
// ODD: submodel "Service desk".  Complaints first, then questions, then threads, unless strategy.desk_order says otherwise; within
// a kind by lot.  Contacts are served on the day or dropped: a queue without giving up makes a slightly small desk worthless.
// Reads   today.contacts, today.effort.replies, firm.load and culture, rates, traits.involvement, privacy and basket
// Writes  attitude, trust, relationship, expectation, Occasion::lift, Contact::replied, firm.answered, outbox (public complaints,
//         angry posts), replies, unasked_replies, replies_in_time, unanswered, reply_delay, refunds, peer_posts, negative_posts,
//         bad_reviews
// Math    delay = base x (1 + 0.25 rho / (1 - min(rho, 0.8))) + coordination x expert_replies, rho = load / capacity;
//         in time with chance 1 - wait(delay);  trust += gain x effect x source x (1 - trust);
//         complaint in time: attitude += reply_attitude x effect (compensated: x 1);
//         silence: its cost x (1 + share x (expectation / expectation_start - 1))
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

// Worth of replies where too many of them put off: 1 at two in five, 0 at four in five, less above (Anderson & Han 2016).
double interior_optimum(double answered) { return answered * (2 * 0.4 - answered) / (0.4 * 0.4); }

// Mentions always come last; within a rank lots decide.
void sort_by_order(std::vector<Contact>& contacts, double order, const Stream& lot) {
    const auto rank = [&](const Contact& c) {
        if (c.kind == Contact::Mention) return 9;
        if (is(order, DeskOrder::as_they_come)) return 0;
        if (is(order, DeskOrder::visible_first)) return c.in_public ? -static_cast<int>(c.kind) : 5 - static_cast<int>(c.kind);
        return static_cast<int>(c.kind);
    };
    std::sort(contacts.begin(), contacts.end(), [&](const Contact& a, const Contact& b) {
        return std::tuple(rank(a), lot.bits(a.customer, a.kind), a.customer, a.occasion) <
               std::tuple(rank(b), lot.bits(b.customer, b.kind), b.customer, b.occasion);
    });
}

// Towards 1 by a share of what is missing, or towards 0 by a share of what is there.
float raised(float value, double gain) {
    const auto share = static_cast<float>(std::clamp(gain, -1.0, 1.0));
    return value + share * (share > 0 ? 1 - value : value);
}

}  // namespace

void service(const Model& model, World& world) {
    const std::size_t p = model.phase_on(world.day);
    const Phase& phase = model.phases[p];
    const Market& market = phase.market;
    const Rates& rates = model.rates[p];
    const Strategy& strategy = phase.strategy;
    const Traits& traits = model.people->traits;
    Firm& firm = world.firm;
    const std::uint64_t seed = model.people->seed, pair = model.people->pair;
    std::vector<Contact>& contacts = world.today.contacts;
    Minds& m = world.minds;
    DayRecord& record = world.record;

    // The person people knew leaves and takes part of all relationships along.
    if (phase.happens(What::ambassador_leaves) && world.day == phase.from_day)
        for (float& relationship : m.relationship) relationship *= static_cast<float>(1 - 1 / strategy.voices), world.stirred |= kRelationship;

    // The desk's day: as many as it can, in its order; unasked replies have a share of their own.
    sort_by_order(contacts, strategy.desk_order, Stream(seed, pair, Purpose::DeskOrder, world.day));
    const auto first_mention = std::find_if(contacts.begin(), contacts.end(), [](const Contact& c) { return c.kind == Contact::Mention; });
    const auto asked = static_cast<std::size_t>(first_mention - contacts.begin());
    const auto capacity = static_cast<std::size_t>(world.today.effort.replies);
    const auto unasked = static_cast<std::size_t>(static_cast<double>(capacity) * strategy.proactive_share);
    const std::size_t answered = std::min(capacity - unasked, asked), answered_mentions = std::min(unasked, contacts.size() - asked);
    const double rho = capacity > 0 ? firm.load / static_cast<double>(capacity) : 0;
    const double delay =
        market.base_delay * (1 + 0.25 * rho / (1 - std::min(rho, 0.8))) + market.coordination_delay * strategy.expert_replies;
    const double complaint_in_time = 1 - impatient(delay, market.complaint_wait_30m, market.complaint_wait_1h,
                                                   market.complaint_wait_2h, market.complaint_wait_24h);
    const double question_in_time = 1 - impatient(delay, market.question_wait_30m, market.question_wait_1h,
                                                  market.question_wait_2h, market.question_wait_24h);
    world.today.effort.delay = delay;
    if (asked > 0) firm.answered += 0.1 * (static_cast<double>(answered) / static_cast<double>(asked) - firm.answered);
    const double worth = 1 - market.over_response * (1 - interior_optimum(firm.answered));

    const Stream patience(seed, pair, Purpose::Patience, world.day);
    if (!contacts.empty()) world.stirred |= kAttitude | kTrust;
    for (std::size_t c = 0; c < asked; ++c) {
        Contact& contact = contacts[c];
        const std::uint32_t i = contact.customer;
        const std::uint64_t slot = 8u * static_cast<std::uint64_t>(contact.occasion + 1) + contact.kind;
        const bool replied = contact.replied = c < answered && !omitted(model, world.day, i, Trace::Reply, i);
        const bool in_time = replied && patience.chance(contact.kind == Contact::Complaint ? complaint_in_time : question_in_time, i, slot);
        const double effect = worth * reply_effect(rates, strategy.human_voice, traits.involvement[i], m.blame[i], firm.culture);
        record[Observable::replies] += replied;
        record[Observable::replies_in_time] += in_time;
        record[Observable::unanswered] += !replied;
        if (replied) note(world, Happening::Reply, i);
        receive(world, i, in_time ? Trace::Reply : replied ? Trace::LateReply : Trace::NoReply);

        // Silence costs more where an answer was expected; people learn what to expect.
        const double hoped = market.expectation_start > 0 ? m.expectation[i] / market.expectation_start : 1;
        const double silence = 1 + market.silence_by_expectation * (hoped - 1);
        m.expectation[i] += static_cast<float>(market.expectation_gain) * ((in_time ? 1.0f : 0.0f) - m.expectation[i]);
        // Trust and relationship belong to those who were answered.
        if (in_time) {
            m.trust[i] = raised(m.trust[i], market.trust_gain * effect * rates.reply_source);
            world.stirred |= kRelationship;
            m.relationship[i] = raised(m.relationship[i], market.relationship_gain * strategy.employee_share);
        }

        if (contact.kind == Contact::Question) {
            Occasion& occasion = world.today.occasions[static_cast<std::size_t>(contact.occasion)];
            occasion.lift = static_cast<float>(in_time ? market.answer_value * (0.5 + 0.5 * strategy.empathy) : -market.silence_cost * silence);
        } else if (contact.kind == Contact::Complaint) {
            const double luck = patience.uniform(i, slot + 4);
            const bool compensated = in_time && contact.in_public && patience.chance(strategy.compensation, i, slot + 16);
            if (compensated)
                record[Observable::refunds] +=
                    static_cast<std::int64_t>(market.price * 100 * traits.basket[i] * market.compensation_share + 0.5);
            double change = 0;
            if (in_time) change = market.reply_attitude * (compensated ? 1 : effect);
            else if (!replied) change = -market.silence_attitude * silence;
            else if (luck < market.late_worse) change = -market.late_loss;
            else if (luck > 1 - market.late_better) change = market.late_gain;
            m.attitude[i] = std::clamp(m.attitude[i] + static_cast<float>(change), -1.0f, 1.0f);

            if (contact.in_public) {
                const auto relief = static_cast<float>(in_time ? market.observer_relief * effect : 0.0);
                world.outbox.push_back({i, Message::Complaint, 250, -1.0f, relief});
            }
            if (!replied && luck < market.silence_posts) {
                world.outbox.push_back({i, Message::Post, 251, -1.0f, 0.0f});
                firm.bad_reviews += 1;
                ++record[Observable::peer_posts];
                ++record[Observable::negative_posts];
                note(world, Happening::PeerPost, i);
                receive(world, i, Trace::Posted, i, -1.0f);
            }
        }
    }

    // Unasked: help for those who were unhappy; praise that was meant for friends is better left alone.
    for (std::size_t c = asked; c < asked + answered_mentions; ++c) {
        Contact& contact = contacts[c];
        const std::uint32_t i = contact.customer;
        if (omitted(model, world.day, i, Trace::UnaskedReply, i)) continue;
        contact.replied = true;
        receive(world, i, Trace::UnaskedReply);
        ++record[Observable::unasked_replies];
        const double effect =
            market.proactive_effect * reply_effect(rates, strategy.human_voice, traits.involvement[i], m.blame[i], firm.culture);
        m.trust[i] = raised(m.trust[i], market.trust_gain * effect * rates.reply_source);
        const double change = contact.valence < 0 ? market.reply_attitude * effect : -market.intrusion * traits.privacy[i];
        m.attitude[i] = std::clamp(m.attitude[i] + static_cast<float>(change), -1.0f, 1.0f);
    }
    record[Observable::reply_delay] = answered > 0 ? static_cast<std::int64_t>(delay * kFixedPoint) : 0;
}

}  // namespace parley::process
