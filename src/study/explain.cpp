#include "study/explain.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>

#include "model/detmath.h"
#include "model/process/process.h"

namespace parley {
namespace {

constexpr const char* kKinds[] = {"ads",  "posts",  "heard",  "complaint_seen", "reply",  "late_reply",  "no_reply",     "unasked_reply", "asked", "complained",
                                  "told", "posted", "shared", "failed",         "empty_shelf", "followed", "muted", "joined", "saw_through", "scandal"};
constexpr const char* kQuantityNames[] = {"attitude", "trust", "relationship", "adstock", "irritation", "praise", "blame", "expectation"};
constexpr const char* kRungNames[] = {"Never", "Maybe", "Probably", "Bought", "Repeat", "Left"};
constexpr const char* kTermNames[] = {
#define TERM(name, label) #name,
#include "model/terms.def"
#undef TERM
};
constexpr const char* kTermLabels[] = {
#define TERM(name, label) label,
#include "model/terms.def"
#undef TERM
};

Cause cause(std::string name, std::string label, double share) { return {std::move(name), std::move(label), share}; }

// "word_of_mouth" -> "Word of mouth"
std::string spoken(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

void largest_first(std::vector<Cause>& causes) {
    std::stable_sort(causes.begin(), causes.end(), [](const Cause& a, const Cause& b) { return std::abs(a.share) > std::abs(b.share); });
}

// Players of a choice: terms that are not nothing.
std::vector<std::size_t> players(const std::vector<const Trace::Choice*>& choices) {
    std::vector<std::size_t> out;
    for (std::size_t t = 0; t < kTerms; ++t)
        if (std::any_of(choices.begin(), choices.end(), [&](const Trace::Choice* c) { return c->terms[t] != 0; })) out.push_back(t);
    return out;
}

double chance_with(const Trace::Choice& choice, const std::vector<std::size_t>& terms, std::size_t set) {
    double utility = choice.leaning;
    for (std::size_t k = 0; k < terms.size(); ++k)
        if (set >> k & 1) utility += choice.terms[terms[k]];
    return choice.aware ? logistic(utility) : 0;
}

// Why what had this chance happened: base, terms and luck.  worth(set): the chance with only these terms.
template <class Worth>
std::vector<Cause> apart(const std::vector<std::size_t>& terms, Worth worth) {
    const std::vector<double> parts = shapley(terms.size(), worth);
    std::vector<Cause> causes{cause("preference", "Own preference", worth(0))};
    double sum = causes[0].share;
    for (std::size_t k = 0; k < terms.size(); ++k) {
        causes.push_back(cause(kTermNames[terms[k]], kTermLabels[terms[k]], parts[k]));
        sum += parts[k];
    }
    causes.push_back(cause("luck", "Luck", 1 - sum));
    return causes;
}

class Explainer {
public:
    Explainer(const Trace& trace, bool durable) : trace_(trace), durable_(durable) {}

    std::vector<Cause> causes_of(const Trace::Step& step, int since) const {
        std::vector<Cause> causes = step.to == 3 || step.to == 4 ? bought(step.day) : step.to == 5 ? left(step.day) : known(step, since);
        largest_first(causes);
        return causes;
    }

private:
    std::vector<Cause> bought(int day) const {
        if (durable_) return adopted(day);
        for (const Trace::Choice& choice : trace_.choices) {
            if (choice.day != day || !choice.bought) continue;
            const std::vector<std::size_t> terms = players({&choice});
            return apart(terms, [&](std::size_t set) { return chance_with(choice, terms, set); });
        }
        return {cause("luck", "Luck", 1)};
    }

    std::vector<Cause> adopted(int day) const {
        std::vector<Cause> causes;
        double sum = 0;
        for (const Trace::Notice& notice : trace_.notices) {
            if (notice.day != day) continue;
            causes.push_back(notice.by_peer ? cause("imitation", "Ties who have it", notice.chance)
                                            : cause("innovation", "The brand's messages", notice.chance));
            sum += notice.chance;
        }
        causes.push_back(cause("luck", "Luck", 1 - sum));
        return causes;
    }

    std::vector<Cause> left(int day) const {
        int last = -1 << 20;
        for (const Trace::Choice& choice : trace_.choices)
            if (choice.bought && choice.day < day) last = choice.day;
        std::vector<const Trace::Choice*> since;
        for (const Trace::Choice& choice : trace_.choices)
            if (choice.day > last && choice.day <= day) since.push_back(&choice);
        if (since.empty()) return {cause("no_need", "Needed nothing", 1)};
        const std::vector<std::size_t> terms = players(since);
        return apart(terms, [&](std::size_t set) {
            double never = 1;
            for (const Trace::Choice* choice : since) never *= 1 - chance_with(*choice, terms, set);
            return never;
        });
    }

    // Became known, or liking passed the line between Maybe and Probably.
    std::vector<Cause> known(const Trace::Step& step, int since) const {
        if (step.from == 0)
            for (const Trace::Notice& notice : trace_.notices)
                if (notice.day == step.day)
                    return {notice.by_peer ? cause("peer", "A tie told of it", notice.chance)
                                           : cause("exposure", "A message of the brand", notice.chance),
                            cause("luck", "Luck", 1 - notice.chance)};
        std::vector<Cause> causes = changes_of(trace_, Quantity::attitude, since, step.day);
        double sum = 0;
        for (const Cause& c : causes) sum += c.share;
        if (sum == 0) return {cause("luck", "Luck", 1)};
        for (Cause& c : causes) c.share /= sum;
        return causes;
    }

public:
    static std::vector<Cause> changes_of(const Trace& trace, Quantity quantity, int after, int until) {
        const auto schedule = process::schedule();
        std::vector<double> sums(schedule.size(), 0.0);
        for (const Trace::Change& change : trace.changes)
            if (change.quantity == quantity && change.day > after && change.day <= until)
                sums[static_cast<std::size_t>(change.process)] += change.change;
        std::vector<Cause> causes;
        for (std::size_t p = 0; p < sums.size(); ++p)
            if (sums[p] != 0) causes.push_back(cause(schedule[p].name, spoken(schedule[p].name), sums[p]));
        largest_first(causes);
        return causes;
    }

private:
    const Trace& trace_;
    bool durable_;
};

// A life without its steps: those are explained one at a time.
Life life_of(const Scenario& scenario, std::size_t arm, const World& world, int first_rung) {
    Life life{arm, scenario.arms[arm].name, *world.trace, {}, {}, 0, 0, first_rung};
    const Trace& trace = life.trace;
    for (std::size_t q = 0; q < kQuantities; ++q) {
        const auto quantity = static_cast<Quantity>(q);
        life.accounts.push_back({quantity, trace.start[q], trace.last[q], Explainer::changes_of(trace, quantity, -1 << 20, 1 << 20)});
    }
    for (const Trace::Choice& choice : trace.choices) life.purchases += choice.bought;
    life.last_rung = static_cast<int>(world.minds.rung[trace.customer]);
    return life;
}

// The next step of a life; false when all are explained.
bool explain_step(const Scenario& scenario, Life& life) {
    const std::size_t k = life.steps.size();
    if (k == life.trace.steps.size()) return false;
    const Explainer explainer(life.trace, is(scenario.market.category, Category::durable));
    const Trace::Step& step = life.trace.steps[k];
    life.steps.push_back({step.day, step.from, step.to, explainer.causes_of(step, k == 0 ? 0 : life.trace.steps[k - 1].day)});
    return true;
}

}  // namespace

const char* kind_name(Trace::Kind kind) { return kKinds[kind]; }
const char* quantity_name(Quantity quantity) { return kQuantityNames[static_cast<std::size_t>(quantity)]; }
const char* rung_name(int rung) { return kRungNames[rung]; }

std::string event_id(const Trace::Received& event, std::uint32_t customer) {
    std::string id = "d" + std::to_string(event.day) + "." + kKinds[event.kind];
    if (event.other != customer) id += "." + std::to_string(event.other);
    return id;
}

std::optional<Omission> parse_event(std::string_view word, std::uint32_t customer, std::string& why) {
    const auto whole = [](std::string_view text, long& out) {
        out = 0;
        if (text.empty() || text.size() > 9) return false;
        for (const char c : text) {
            if (c < '0' || c > '9') return false;
            out = 10 * out + (c - '0');
        }
        return true;
    };
    const std::size_t dot = word.find('.'), second = dot == word.npos ? word.npos : word.find('.', dot + 1);
    long day = 0, other = static_cast<long>(customer);
    if (word.empty() || word[0] != 'd' || dot == word.npos || !whole(word.substr(1, dot - 1), day)) {
        why = "an event reads like d140.ads or d140.heard.1234; parley explain lists those of a customer";
        return {};
    }
    const std::string_view name = word.substr(dot + 1, second == word.npos ? word.npos : second - dot - 1);
    int kind = 0;
    while (kind < Trace::kMessages && name != kKinds[kind]) ++kind;
    if (kind == Trace::kMessages) {
        why = "no such message; messages are";
        for (int k = 0; k < Trace::kMessages; ++k) why += std::string(k ? ", " : " ") + kKinds[k];
        return {};
    }
    if (second != word.npos && !whole(word.substr(second + 1), other)) {
        why = "the number of the customer it came from is not a number";
        return {};
    }
    const auto message = static_cast<Trace::Kind>(kind);
    return Omission{static_cast<int>(day), customer, message == Trace::LateReply ? Trace::Reply : message, static_cast<std::uint32_t>(other)};
}

// People and status quo, then the lives, then those without the message; each is lived, then explained.
struct Inquiry::State {
    Scenario scenario;
    std::optional<std::size_t> arm;
    std::optional<Parting> parting;
    std::optional<Omission> omission;
    std::optional<Run> run;
    bool known = false;      // the lives are there, and explained
    bool again = false;      // at the lives without the message
    std::size_t life = 0;    // the one being explained
    Explanation out;

    State(const Scenario& s, std::optional<std::size_t> a, const Parting* p) : scenario(s), arm(a) {
        if (p) parting = *p;
    }

    std::vector<Life>& lives() { return again ? out.instead : out.lives; }

    void describe() {
        const Population& people = *parting->people;
        const Traits& traits = people.traits;
        const std::uint32_t i = out.customer;
        out.occasions_per_year = traits.appetite[i] * 365.0;
        out.preference = logistic(static_cast<double>(traits.leaning[i]));
        out.interest = traits.interest[i];
        out.involvement = traits.involvement[i];
        out.ties = static_cast<int>(people.network.degree(i));
        out.voice = traits.voice[i];
    }

    void leave_out(std::string word) {
        std::string why;
        if (!word.empty()) omission = parse_event(word, out.customer, why);
        out.without = std::move(word);
    }

    // One piece of work; false when nothing is left.
    bool step() {
        if (known && !omission) return false;
        if (!run) {
            if (parting) run.emplace(scenario, out.pair, *parting);
            else run.emplace(scenario, out.pair);
            if (parting) begin();
            return true;
        }
        if (!parting) {
            if (run->day() < 0) run->advance(1);
            if ((parting = run->parting())) begin();
            return true;
        }
        if (!run->done()) {
            run->advance(1);
            if (run->done())
                for (std::size_t a = 0; a < run->arms(); ++a)
                    if (!arm || *arm == a) lives().push_back(life_of(scenario, a, run->world(a), run->first_rung()));
            return true;
        }
        for (; life < lives().size(); ++life)
            if (explain_step(scenario, lives()[life])) return true;
        if (again || !omission) return false;
        again = true;
        life = 0;
        run.reset();
        return true;
    }

    void begin() {
        describe();
        run->watch(out.customer);
        if (again) run->leave_out(*omission);
    }
};

Inquiry::Inquiry(const Scenario& scenario, int pair, std::uint32_t customer, std::optional<std::size_t> arm, std::string without,
                 const Parting* parting)
    : state_(std::make_shared<State>(scenario, arm, parting)) {
    assert(customer < scenario.market.customers);
    state_->out.pair = pair;
    state_->out.customer = customer;
    state_->leave_out(std::move(without));
}

Inquiry::Inquiry(const Scenario& scenario, Explanation known, std::string without, const Parting& parting)
    : state_(std::make_shared<State>(scenario, std::nullopt, &parting)) {
    state_->out = std::move(known);
    state_->out.instead.clear();
    state_->leave_out(std::move(without));
    state_->known = state_->again = true;
}

bool Inquiry::advance(double budget_ms) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                             std::chrono::duration<double, std::milli>(std::max(0.0, budget_ms)));
    while (state_->step())
        if (Clock::now() >= deadline) return false;
    return true;
}

Explanation Inquiry::take() { return std::move(state_->out); }

Explanation explain(const Scenario& scenario, int pair, std::uint32_t customer, std::optional<std::size_t> arm,
                    const std::string& without) {
    Inquiry inquiry(scenario, pair, customer, arm, without);
    while (!inquiry.advance(1e6)) {
    }
    return inquiry.take();
}

}  // namespace parley
