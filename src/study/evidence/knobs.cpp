#include "study/evidence/knobs.h"

#include <algorithm>

namespace parley::evidence {

void pay_on_top(Phase& phase, double Strategy::*part, double money) {
    Strategy& s = phase.strategy;
    double Strategy::*const parts[] = {&Strategy::talk, &Strategy::converse, &Strategy::listen, &Strategy::operations, &Strategy::seeding};
    double weights = 0;
    for (const auto p : parts) weights += s.*p;
    // From here on a weight is the money of its part.
    for (const auto p : parts) s.*p *= weights > 0 ? s.budget_per_day / weights : 0;
    s.*part += money;
    s.budget_per_day += money;
}

void staff(Phase& phase, double replies_a_day) {
    const Market& m = phase.market;
    const Strategy& s = phase.strategy;
    const double price = s.employee_share * m.cost_per_employee_reply + (1 - s.employee_share) * m.cost_per_agency_reply;
    pay_on_top(phase, &Strategy::converse, 0);
    phase.strategy.budget_per_day -= s.converse;
    phase.strategy.converse = 0;
    pay_on_top(phase, &Strategy::converse, replies_a_day * price);
}

void post_on_top(Phase& phase, double posts_a_day) {
    phase.strategy.posts_per_day += posts_a_day;
    pay_on_top(phase, &Strategy::talk, posts_a_day * phase.market.cost_per_post);
}

void live_answering(Life& life, double share, int days, const std::function<void(World&)>& each_day) {
    for (int done = 0; done < days; done += kMonth) {
        life.change([&](Phase& p) { staff(p, share < 1 ? share * life.world().firm.load : kEveryone); });
        life.live(std::min(kMonth, days - done), each_day);
    }
}

std::vector<std::uint32_t> Group::people() const {
    std::vector<std::uint32_t> people;
    for (std::uint32_t i = 0; i < in_.size(); ++i)
        if (in_[i]) people.push_back(i);
    return people;
}

void add_complainers(const World& world, Group& group) {
    for (const Contact& contact : world.today.contacts)
        if (contact.kind == Contact::Complaint) group.add(contact.customer);
}

void add_askers(const World& world, Group& group) {
    for (const Contact& contact : world.today.contacts)
        if (contact.kind == Contact::Complaint || contact.kind == Contact::Question) group.add(contact.customer);
}

void Posts::add(const World& world) {
    constexpr std::uint8_t kOfIgnored = 251, kPaid = 252;  // slots of posts that are no reviews; from kPaid on they are not the customer's own
    for (const Message& message : world.outbox) {
        if (message.kind != Message::Post || message.slot >= (kind == All ? kPaid : kOfIgnored)) continue;
        ++count;
        negative += message.valence < 0;
        rating += (static_cast<double>(message.valence) + 1) / 2;
    }
}

}  // namespace parley::evidence
