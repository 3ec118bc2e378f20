// Session: one customer of the town, and why.
#include "app/session/session.h"

#include "app/session/session_state.h"

namespace parley {

// --- One customer, and why -------------------------------------------------------------------------------------------

void Session::ask(std::uint32_t customer, std::string without) {
    Why& why = *why_;
    if (customer >= scenario_.market.customers || masked()) return;
    if (why.customer != customer) why.forget();
    else if (why.without == without && (why.wanted || why.answer)) return;
    why.customer = customer;
    why.without = std::move(without);
    why.inquiry.reset();
    why.wanted = true;
    ++why.stamp;
}

void Session::stop_asking() {
    why_->forget();
    why_->customer.reset();
    why_->wanted = false;
}

std::optional<std::uint32_t> Session::asked() const { return why_->customer; }
const Explanation* Session::answer() const { return why_->answer ? &*why_->answer : nullptr; }
bool Session::asking() const { return why_->wanted; }
std::uint64_t Session::answer_stamp() const { return why_->stamp; }

bool Session::find_out(double budget_ms) {
    Why& why = *why_;
    // The people of an edited scenario come with its town.
    if (!why.wanted || next_town_ || town_revision_ != revision_ || !town_->start()) return false;
    if (!why.inquiry) {
        if (why.answer) why.inquiry.emplace(scenario_, *why.answer, why.without, *town_->start());
        else why.inquiry.emplace(scenario_, 0, *why.customer, std::nullopt, why.without, town_->start());
    }
    if (why.inquiry->advance(budget_ms)) {
        why.answer = why.inquiry->take();
        why.inquiry.reset();
        why.wanted = false;
        ++why.stamp;
    }
    return true;
}

}  // namespace parley
