#include "study/message_shares.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

#include "model/process/process.h"

namespace parley {
namespace {

struct Rests {
    std::string_view cause;
    Quantity quantity;
};
constexpr Rests kRests[] = {{"memory", Quantity::adstock}, {"liking", Quantity::attitude}, {"trust", Quantity::trust}, {"considered", Quantity::trust},
                            {"praise", Quantity::praise}, {"blame", Quantity::blame}, {"relationship", Quantity::relationship}};

// The process in which a message works.
std::string_view process_of(Trace::Kind kind) {
    switch (kind) {
        case Trace::Ads: case Trace::Posts: return "exposure";
        case Trace::Heard: case Trace::SawComplaint: return "word_of_mouth";
        case Trace::Reply: case Trace::LateReply: case Trace::UnaskedReply: return "service";
        default: return {};
    }
}

double half_life(const Market& market, Quantity quantity) {
    switch (quantity) {
        case Quantity::adstock: return market.adstock_half_life;
        case Quantity::attitude: return market.attitude_half_life;
        case Quantity::trust: return market.trust_half_life;
        case Quantity::praise: case Quantity::blame: return market.peer_half_life;
        default: return 1e9;
    }
}

bool message(const Trace::Received& r) { return r.kind < Trace::kMessages && r.kind != Trace::NoReply; }
double weight_of(const Trace::Received& r) { return r.kind == Trace::Ads || r.kind == Trace::Posts ? std::max(1e-6, static_cast<double>(r.value)) : 1; }

}  // namespace

std::vector<MessageShare> message_shares(const Scenario& scenario, const Life& life) {
    const Trace& trace = life.trace;
    std::vector<MessageShare> out(trace.received.size());
    const auto schedule = process::schedule();
    const auto name_of = [&](const Trace::Change& change) { return std::string_view(schedule[static_cast<std::size_t>(change.process)].name); };
    // Messages of one process on one day share what it did, by how many they were.
    std::map<std::pair<int, std::string_view>, double> weights;
    for (const Trace::Received& r : trace.received)
        if (message(r)) weights[{r.day, process_of(r.kind)}] += weight_of(r);
    // What a process did on a day to a quantity.
    std::map<std::tuple<int, std::string_view, Quantity>, double> did;
    for (const Trace::Change& change : trace.changes) did[{change.day, name_of(change), change.quantity}] += change.change;

    for (std::size_t s = 0; s < life.steps.size(); ++s) {
        const ExplainedStep& step = life.steps[s];
        const auto give = [&](std::size_t i, double share) {
            share = std::min(1.0, std::fabs(share));
            if (share > out[i].share) out[i] = {share, static_cast<int>(s)};
        };
        std::vector<double> sum(out.size(), 0);
        const int since = s ? life.steps[s - 1].day : -1 << 20;
        for (const Cause& cause : step.causes) {
            for (const Rests& rests : kRests) {
                if (cause.name != rests.cause) continue;
                const double half = half_life(scenario.market, rests.quantity);
                const auto faded = [&](int day) { return std::exp2(-(step.day - day) / half); };
                double whole = std::fabs(static_cast<double>(trace.start[static_cast<std::size_t>(rests.quantity)])) * faded(0);
                for (const auto& [key, change] : did)
                    if (std::get<2>(key) == rests.quantity && std::get<0>(key) <= step.day && std::get<1>(key) != "forgetting") whole += std::fabs(change) * faded(std::get<0>(key));
                if (whole <= 0) continue;
                for (std::size_t i = 0; i < out.size(); ++i) {
                    const Trace::Received& r = trace.received[i];
                    if (!message(r) || r.day > step.day) continue;
                    const std::string_view process = process_of(r.kind);
                    const auto found = did.find({r.day, process, rests.quantity});
                    if (found == did.end()) continue;
                    sum[i] += cause.share * found->second * faded(r.day) / whole * weight_of(r) / weights[{r.day, process}];
                }
            }
        }
        // Steps of liking name the processes themselves.
        for (const Cause& cause : step.causes) {
            if (cause.name != "exposure" && cause.name != "word_of_mouth" && cause.name != "service") continue;
            double whole = 0;
            for (const auto& [key, change] : did)
                if (std::get<2>(key) == Quantity::attitude && std::get<1>(key) == cause.name && std::get<0>(key) > since && std::get<0>(key) <= step.day) whole += std::fabs(change);
            for (std::size_t i = 0; i < out.size(); ++i) {
                const Trace::Received& r = trace.received[i];
                if (!message(r) || r.day > step.day || r.day <= since || process_of(r.kind) != cause.name) continue;
                if (step.from == 0 ? r.day == step.day : whole > 0) {
                    const auto found = did.find({r.day, process_of(r.kind), Quantity::attitude});
                    const double part = step.from == 0 ? 1 : found == did.end() ? 0 : std::fabs(found->second) / whole;
                    sum[i] += cause.share * part * weight_of(r) / weights[{r.day, process_of(r.kind)}];
                }
            }
        }
        // The tie who told of the brand.
        for (const Cause& cause : step.causes)
            if (cause.name == "peer")
                for (const Trace::Notice& notice : trace.notices)
                    for (std::size_t i = 0; i < out.size(); ++i)
                        if (notice.day == step.day && notice.by_peer && trace.received[i].day == step.day && trace.received[i].kind == Trace::Heard && trace.received[i].other == notice.other)
                            sum[i] += cause.share;
        for (std::size_t i = 0; i < out.size(); ++i)
            if (sum[i] != 0) give(i, sum[i]);
    }
    return out;
}

}  // namespace parley
