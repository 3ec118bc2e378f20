// Explain: one customer's life in each arm of one world, and why each step on the ladder was taken.
//
// A step is explained by shares that add up to 1:
//   bought    the chance that preference alone gave, what each term of the choice added to it (Shapley values of the terms, from
//             leaning alone to the chance there was), and luck, the rest: 1 = base + sum of terms + (1 - chance)
//   left      the same for not choosing the brand on any occasion since the last purchase
//   heard of  the chance of the message that did it, and luck
//   liking    the changes of attitude since the last step, by process, as shares of their sum
//   adopted   durables: the parts of the hazard, and luck
// Source  Shapley 1953; every game here has at most kTerms players, so the values are exact.
// Cost    one world per arm; 2^terms choices per step explained.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/trace.h"
#include "scenario/diagnostic.h"
#include "scenario/scenario.h"
#include "study/run.h"

namespace parley {

struct Cause {
    std::string name;   // a term, a process, "preference", "luck", ... (explain.cpp lists them)
    std::string label;  // for people
    double share = 0;   // of a step; or change of a quantity
};

struct ExplainedStep {
    int day;
    int from, to;               // rungs
    std::vector<Cause> causes;  // shares, largest first; they add up to 1
};

struct Account {                // of a quantity over the run
    Quantity quantity;
    double start, end;
    std::vector<Cause> changes; // by process, largest first; they add up to end - start
};

struct Life {
    std::size_t arm;
    std::string name;           // of the arm
    Trace trace;
    std::vector<ExplainedStep> steps;
    std::vector<Account> accounts;
    int purchases = 0, last_rung = 0, first_rung = 0;
};

struct Explanation {
    int pair = 0;
    std::uint32_t customer = 0;
    double occasions_per_year = 0, preference = 0, interest = 0, involvement = 0;  // who this is
    int ties = 0, voice = 0;
    std::vector<Life> lives;    // one per arm asked for
    std::vector<Life> instead;  // the same without the message, where one was left out
    std::string without;        // its word
};

// A received message as a word, "d140.heard.1234": what --without takes.
std::string event_id(const Trace::Received& event, std::uint32_t customer);
// nothing, and why, when the word is none.
std::optional<Omission> parse_event(std::string_view word, std::uint32_t customer, std::string& why);

const char* kind_name(Trace::Kind kind);    // "heard"
const char* quantity_name(Quantity quantity);
const char* rung_name(int rung);            // "Never"

// An explanation in the making, a few milliseconds at a time: for the page, which must not wait for it.
class Inquiry {
public:
    // The customer must be one of the scenario's.  arm: only that one.  without: the word of a message; each world is lived once more
    // without it, same luck.  parting: of this pair, where it is known already; otherwise people and status quo are made first.
    Inquiry(const Scenario& scenario, int pair, std::uint32_t customer, std::optional<std::size_t> arm = {}, std::string without = "",
            const Parting* parting = nullptr);
    // The lives are known: only those without the message are lived.
    Inquiry(const Scenario& scenario, Explanation known, std::string without, const Parting& parting);

    // Works for about so many milliseconds, a day of one arm or one step at the least; true when there is something to take.
    bool advance(double budget_ms);
    Explanation take();

private:
    struct State;
    std::shared_ptr<State> state_;
};

// The whole of it at once.
Explanation explain(const Scenario& scenario, int pair, std::uint32_t customer, std::optional<std::size_t> arm = {},
                    const std::string& without = "");

// Shapley values of a game over n players (at most 16): value(set of players as bits).
template <class Value> std::vector<double> shapley(std::size_t n, Value value);

std::string explanation_text(const Scenario& scenario, const Explanation& explanation);
std::string explanation_json(const Scenario& scenario, const Explanation& explanation);

// ---------------------------------------------------------------------------------------------------------------------

template <class Value>
std::vector<double> shapley(std::size_t n, Value value) {
    const std::size_t sets = std::size_t{1} << n;
    std::vector<double> worth(sets), weight(n), part(n, 0.0);
    for (std::size_t s = 0; s < sets; ++s) worth[s] = value(s);
    // |S|! (n - |S| - 1)! / n!
    for (std::size_t size = 0; size < n; ++size) {
        double w = 1.0 / static_cast<double>(n);
        for (std::size_t k = 1; k <= size; ++k) w *= static_cast<double>(k) / static_cast<double>(n - k);
        weight[size] = w;
    }
    for (std::size_t s = 0; s < sets; ++s)
        for (std::size_t player = 0; player < n; ++player)
            if (!(s >> player & 1))
                part[player] += weight[static_cast<std::size_t>(__builtin_popcountll(s))] * (worth[s | std::size_t{1} << player] - worth[s]);
    return part;
}

}  // namespace parley
