// The processes of one day: one function each, declared from schedule.def, one file each.
//
// All share one signature: the model is constant, the world changes, and each process writes only what its comment lists.
#pragma once
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

// How well a message of the brand fits a customer, 0..1: what it is about, how helpful it is, what listening has taught.
inline float message_fit(const Phase& phase, const Firm& firm, float interest) {
    const auto topic = static_cast<float>(phase.brand.topic), help = static_cast<float>(phase.strategy.helpfulness);
    const float distance = topic < interest ? interest - topic : topic - interest;
    const float fit = help * (1 - distance) + (1 - help) * static_cast<float>(phase.brand.topic_width);
    return fit + static_cast<float>(firm.message_fit) * (1 - fit);
}

}  // namespace parley::process
