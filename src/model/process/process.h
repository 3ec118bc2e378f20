// The processes of one day: one function each, declared from schedule.def, one file each.
//
// All share one signature: the model is constant, the world changes, and each process writes only what its comment lists.
#pragma once
#include <array>
#include <span>

#include "model/rng.h"
#include "model/world.h"

namespace parley::process {

#define PROCESS(name, sentence) void name(const Model& model, World& world);
#include "model/schedule.def"
#undef PROCESS

struct ProcessSpec {
    const char* name;
    const char* sentence;
    void (*run)(const Model&, World&);
};
std::span<const ProcessSpec> schedule();

// Keeps an event for the picture, if anyone looks.
inline void note(World& world, Happening::Kind kind, std::uint32_t customer, std::uint32_t other) {
    if (world.keep_happenings) world.today.happenings.push_back({kind, customer, other});
}
inline void note(World& world, Happening::Kind kind, std::uint32_t customer) { note(world, kind, customer, customer); }

// Keeps what reached a customer, if that one is watched.
inline void receive(World& world, std::uint32_t customer, Trace::Kind kind, std::uint32_t other, float value = 0) {
    if (world.trace && world.trace->customer == customer) world.trace->received.push_back({world.day, kind, other, value});
}
inline void receive(World& world, std::uint32_t customer, Trace::Kind kind) { receive(world, customer, kind, customer); }

// The customer becomes aware, with the chance there was.
inline void become_aware(World& world, std::uint32_t customer, double chance, bool by_peer, std::uint32_t other) {
    world.minds.flags[customer] |= kAware;
    if (world.trace && world.trace->customer == customer) world.trace->notices.push_back({world.day, chance, by_peer, other});
}

// Whether this message is the one left out.
inline bool omitted(const Model& model, int day, std::uint32_t customer, Trace::Kind kind, std::uint32_t other) {
    return model.omission && model.omission->day == day && model.omission->customer == customer && model.omission->kind == kind &&
           model.omission->other == other;
}

// Effect of a reply on someone, 0..1: a human voice helps, unless the matter is too serious for it or bad talk stands beside it;
// a voice warmer than the house works less.
inline double reply_effect(const Rates& rates, double human_voice, double involvement, double blame, double culture) {
    const double voice = blame >= 3 ? 0 : involvement > 0.8 ? -0.3 * human_voice : human_voice;
    const double gap = human_voice > culture ? human_voice - culture : 0;
    const double effect = (rates.reply_voiceless + rates.reply_care * voice) * (1 - 2 * gap);
    return effect > 0 ? effect : 0;
}

// How well a message of the brand fits a customer, 0..1: what it is about, how helpful it is, what listening has taught.
inline float message_fit(const Phase& phase, const Firm& firm, float interest) {
    const auto topic = static_cast<float>(phase.brand.topic), help = static_cast<float>(phase.strategy.helpfulness);
    const float distance = topic < interest ? interest - topic : topic - interest;
    const float fit = help * (1 - distance) + (1 - help) * static_cast<float>(phase.brand.topic_width);
    return fit + static_cast<float>(firm.message_fit) * (1 - fit);
}

// Chance of a public post per strong experience, by Traits::voice.
inline std::array<double, 3> voice_chances(const Market& market) {
    return {market.post_lurker, market.post_occasional, market.post_regular};
}

// A customer passes a message on, unless she did so a short while ago: nobody repeats the same story, and no rumour runs for ever.
inline void pass_on(const Market& market, World& world, std::uint32_t customer, std::uint8_t slot, float valence) {
    std::int16_t& last = world.minds.last_share[customer];
    if (world.day - last < market.share_pause) return;
    last = static_cast<std::int16_t>(world.day);
    world.outbox.push_back({customer, Message::Share, slot, valence, 0.0f});
    ++world.record[Observable::shares];
    note(world, Happening::Share, customer);
    receive(world, customer, Trace::Shared, customer, valence);
}

// Durables: a customer begins to own, or gives it up; the ties see it.
void begin_owning(const Model& model, World& world, std::uint32_t customer);

// Brand choice on one day: what all customers share is worked out once.
class Choice {
public:
    Choice(const Model& model, const World& world);

    // Utility of the brand for a customer beyond leaning, term by term.  reads: whether reviews are looked at, or how often.
    Terms terms(std::uint32_t customer, double reads) const;
    // The same beside the status quo, in the sum.
    double appeal(std::uint32_t customer, double reads) const;
    Terms centred_terms(std::uint32_t customer, double lift, double reads) const;
    // Chance that a customer with an occasion chooses the brand; 0 for those who do not know it.
    double chance(std::uint32_t customer, double lift, double reads) const;

private:
    const Market& market_;
    const Traits& traits_;
    const Minds& minds_;
    double gate(double trust) const;  // ln of the chance that trust suffices for a considered purchase

    const Terms& reference_;
    double reviews_, price_, rivals_, posters_, lurkers_;
};

}  // namespace parley::process
