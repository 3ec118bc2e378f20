// Model: everything that is constant while one arm of one world runs.
//
// Made by make_model from a population and the arm's phases; never changed afterwards.  World holds all that changes.
// ODD: input data (dated events are folded into phases before the run, so a run has no hidden input).
#pragma once
#include <optional>
#include <vector>

#include "model/params.h"
#include "model/population.h"
#include "model/trace.h"

namespace parley {

// What is in force from a day on.  A dated event starts a new phase.
struct Phase {
    int from_day = 0;
    Market market;
    Brand brand;
    Strategy strategy;
    unsigned happenings = 0;         // what happens on from_day: one bit per What

    bool happens(What what) const { return happenings >> static_cast<unsigned>(what) & 1; }
};

// Shares that remain after one day, and other values derived from a phase once.
struct Rates {
    float keep_adstock, keep_irritation, keep_talk;  // 0..1 per day
    float return_attitude, return_trust;             // 0..1 per day, towards the person's base
    float promo_weight;                              // irritation per message: promotional share plus a quarter of the rest
    double keep_reviews;                             // 0..1 per day
    double share_per_voice;                          // chance to pass a message on, per chance to post
    double reply_care, reply_voiceless;              // 0..1, effect of a reply: that of a human voice, and what is left without
    double reply_source;                             // 0..1.2, trust passed on by those who answer
    double organic_reach;                            // 0..1, followers who see a post, before ranking
};

struct Model {
    const Population* people = nullptr;  // outlives the model
    std::vector<Phase> phases;           // at least one, sorted by from_day; the first covers all earlier days
    std::vector<Rates> rates;            // [phases]
    int warmup_days = 0;                 // days before day 1 without records
    std::optional<Omission> omission;    // a message that is left out

    std::size_t phase_on(int day) const;  // index of the phase in force
};

// Cost O(customers).
// 0..1, followers who see a post without payment: as the era has it, or as set.
double organic_reach_of(const Market& market);

Model make_model(const Population& people, std::vector<Phase> phases, int warmup_days);

}  // namespace parley
