// The processes of one day: one function each, declared from schedule.def, one file each.
//
// All share one signature: the model is constant, the world changes, and each process writes only what its comment lists.
#pragma once
#include <array>
#include <span>

#include "model/lanes.h"
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

// The frame of a day, for all who live one: step(), the clock of the bench, the judge of the tests.  run(spec, index) runs a process
// of the schedule, observe() ends the day.
template <class Run, class Observe>
void live_day(const Model& model, World& world, Run run, Observe observe) {
    ++world.day;
    world.record = {};
    world.today.happenings.clear();
    // What was told yesterday is heard today.
    world.inbox.swap(world.outbox);
    world.outbox.clear();
    const std::span<const ProcessSpec> specs = schedule();
    for (std::size_t p = 0; p < specs.size(); ++p) run(specs[p], p);
    observe();
    // Until the run begins, what is normal is what is.
    if (world.day <= 0 && world.day % 7 == 0) set_references(model, world);
}

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

// The customer knows the brand from now on.
inline void know(World& world, std::uint32_t customer) {
    world.minds.flags[customer] |= kAware;
    world.minds.unnoticed[customer] = kEndless;
}

// The same, noted, with the chance there was.
inline void become_aware(World& world, std::uint32_t customer, double chance, bool by_peer, std::uint32_t other) {
    know(world, customer);
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

// How well the brand's messages of one day fit a customer, 0..1: what they are about, how helpful they are, what listening has
// taught.
struct MessageFit {
    float topic, help, unhelpful, learnt;

    MessageFit(const Phase& phase, const Firm& firm)
        : topic(static_cast<float>(phase.brand.topic)),
          help(static_cast<float>(phase.strategy.helpfulness)),
          unhelpful((1 - help) * static_cast<float>(phase.brand.topic_width)),
          learnt(static_cast<float>(firm.message_fit)) {}

    template <class F>
    PARLEY_IN_LANES F operator()(const F& interest) const {
        const F fit = help * (1 - magnitude(interest - topic)) + unhelpful;
        return fit + learnt * (1 - fit);
    }
};

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

// Exposure: who sees the brand's posts today.
void show_posts(const Model& model, World& world);

// Durables: a customer begins to own, or gives it up; the ties see it.
void begin_owning(const Model& model, World& world, std::uint32_t customer);

// Brand choice on one day: what all customers share is worked out once.
class Choice {
public:
    Choice(const Model& model, const World& world);

    // Utility of the brand for a customer beyond leaning, term by term.  reads: whether reviews are looked at, or how often.
    Terms terms(std::uint32_t customer, double reads) const;
    // The same beside the status quo, with what a question did.
    Terms centred_terms(std::uint32_t customer, double lift, double reads) const;
    // Chance that a customer with an occasion chooses the brand; 0 for those who do not know it.  In float, from the same terms.
    float chance(std::uint32_t customer, float lift, float reads) const;
    // The same for many occasions at once, to the last bit: those in `which`, or all.  chances come in as reads, one for each.
    void chances(std::span<const Occasion> occasions, std::span<const std::uint32_t> which, std::span<float> chances) const;
    void chances(std::span<const Occasion> occasions, std::span<float> chances) const;
    // Mean of each term over everyone, with nobody reading reviews.
    Terms mean_terms() const;

private:
    struct Inputs;
    Inputs inputs(std::uint32_t customer, float lift, float reads) const;
    float utility(const Inputs& in) const;
    template <class Occasions>
    void work_out(std::size_t size, Occasions occasion, float* chances) const;
    double gate(double trust) const;  // ln of the chance that trust suffices for a considered purchase

    const Market& market_;
    const Traits& traits_;
    const Minds& minds_;
    const Terms& reference_;
    const bool durable_;
    double reviews_, price_, rivals_, posters_, lurkers_;
    // For utility: weights, and what does not depend on the customer.
    float adstock_, attitude_, annoyance_, trust_, praise_, blame_, per_talk_, relationship_, read_, common_;
};

}  // namespace parley::process
