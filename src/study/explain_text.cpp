// An explanation for a terminal: who this is, what happened in each arm, and why.
#include <algorithm>
#include <cmath>
#include <map>

#include "model/process/process.h"
#include "scenario/json_writer.h"
#include "study/explain.h"
#include "study/wording.h"

namespace parley {
namespace {

std::string per_cent(double share) {
    const long whole = std::lround(share * 100);
    return (whole < 0 ? "\u2212" : "") + std::to_string(std::labs(whole)) + " %";
}

std::string fixed(double value, int decimals) {
    const double scale = std::pow(10, decimals);
    const std::string text = number_text(std::round(value * scale) / scale);
    return value < 0 ? "\u2212" + text.substr(text[0] == '-') : text;
}

// The three largest causes, and the rest as one.
std::string because(const std::vector<Cause>& causes) {
    std::string out;
    double rest = 0;
    for (std::size_t k = 0; k < causes.size(); ++k) {
        if (k >= 3 && causes.size() > 4) rest += causes[k].share;
        else out += (k ? ", " : "") + causes[k].label + " " + per_cent(causes[k].share);
    }
    if (causes.size() > 4) out += ", the rest " + per_cent(rest);
    return out;
}

const char* words_of(Trace::Kind kind) {
    switch (kind) {
        case Trace::Ads: return "met advertising";
        case Trace::Posts: return "saw posts of the brand";
        case Trace::Heard: return "heard from ties";
        case Trace::SawComplaint: return "saw complaints of ties";
        case Trace::Reply: return "got replies in time";
        case Trace::LateReply: return "got late replies";
        case Trace::NoReply: return "got no reply";
        case Trace::UnaskedReply: return "got unasked replies";
        case Trace::Asked: return "asked";
        case Trace::Complained: return "complained";
        case Trace::Told: return "told ties";
        case Trace::Posted: return "posted";
        case Trace::Shared: return "passed something on";
        case Trace::Failed: return "met a failure";
        case Trace::EmptyShelf: return "found it not to be had";
        case Trace::Followed: return "began to follow";
        case Trace::Muted: return "muted the brand";
        case Trace::Joined: return "joined the community";
        case Trace::SawThrough: return "saw through the brand";
        case Trace::Scandal: return "heard of a scandal";
    }
    return "";
}

void tell_life(std::string& out, const Life& life, std::uint32_t customer) {
    out += "\n" + life.name + ": " + rung_name(life.first_rung) + " at the start, " + rung_name(life.last_rung) + " at the end, " +
           std::to_string(life.purchases) + (life.purchases == 1 ? " purchase\n" : " purchases\n");
    for (const ExplainedStep& step : life.steps)
        out += "  day " + padded(std::to_string(step.day), 3, true) + "  " + padded(rung_name(step.from), 8) + " \u2192 " +
               padded(rung_name(step.to), 8) + "  " + because(step.causes) + "\n";
    if (life.steps.empty()) out += "  stayed where it was\n";

    std::map<Trace::Kind, int> times;
    for (const Trace::Received& event : life.trace.received) ++times[event.kind];
    std::string received;
    for (const auto& [kind, n] : times) received += (received.empty() ? "" : ", ") + std::string(words_of(kind)) + " " + std::to_string(n) + "\u00d7";
    if (!received.empty()) out += "  days: " + received + "\n";
    for (const Account& account : life.accounts) {
        if (account.quantity > Quantity::relationship || account.start == account.end) continue;
        out += "  " + padded(quantity_name(account.quantity), 12) + " " + fixed(account.start, 2) + " \u2192 " + fixed(account.end, 2) + ":";
        for (std::size_t k = 0; k < std::min<std::size_t>(4, account.changes.size()); ++k)
            out += std::string(k ? "," : "") + " " + account.changes[k].label + " " + (account.changes[k].share > 0 ? "+" : "") + fixed(account.changes[k].share, 3);
        out += "\n";
    }
    // The last message of each kind, by the word --without takes.
    std::map<Trace::Kind, std::string> last;
    for (const Trace::Received& event : life.trace.received)
        if (event.kind < Trace::kMessages && event.kind != Trace::NoReply) last[event.kind] = event_id(event, customer);
    std::string words;
    for (const auto& [kind, word] : last) words += " " + word;
    if (!words.empty()) out += "  last of each message:" + words + "\n";
}

}  // namespace

std::string explanation_text(const Scenario& scenario, const Explanation& e) {
    static constexpr const char* voices[] = {"never posts", "posts now and then", "posts often"};
    std::string out = scenario.title.in("en") + "\nCustomer " + std::to_string(e.customer) + " in world " + std::to_string(e.pair + 1) +
                      ": buys in the category " + fixed(e.occasions_per_year, 1) + " times a year, prefers the brand " +
                      per_cent(e.preference) + ", knows " + std::to_string(e.ties) + (e.ties == 1 ? " person, " : " people, ") +
                      voices[e.voice] + ".\nShares add up to 100 %; luck is what no cause explains. In this model.\n";
    for (const Life& life : e.lives) tell_life(out, life, e.customer);
    if (e.without.empty()) return out;
    out += "\nWithout " + e.without + ", same luck:\n";
    for (std::size_t k = 0; k < e.instead.size(); ++k) {
        const Life &was = e.lives[k], &now = e.instead[k];
        const bool same = was.steps.size() == now.steps.size() &&
                          std::equal(was.steps.begin(), was.steps.end(), now.steps.begin(),
                                     [](const ExplainedStep& a, const ExplainedStep& b) { return a.day == b.day && a.to == b.to; }) &&
                          was.purchases == now.purchases;
        if (same) out += "\n" + now.name + ": the same steps, the same purchases\n";
        else tell_life(out, now, e.customer);
    }
    return out;
}

}  // namespace parley
