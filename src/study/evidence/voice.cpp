// Voice: F35 human voice, personal messages and answers nobody asked for.
#include <algorithm>
#include <array>

#include "model/process/process.h"
#include "study/evidence/knobs.h"

namespace parley::evidence {
namespace {

// --- F35 -------------------------------------------------------------------------------------------------------------

// What a human voice adds to the readiness to buy of those whose complaints are answered at once.
struct VoiceEffects {
    double light, involved;
};

VoiceEffects voice_effects(const Settled& start, float blame_in_sight) {
    const auto answering = [&](double voice) {
        Life life(start, [&](Phase& p) {
            p.market.complaint_rate = 1;
            p.market.question_rate = 0;
            p.market.base_delay = 0;
            p.strategy.human_voice = voice;
            staff(p, kEveryone);
        });
        life.world().firm.culture = 1;
        return life;
    };
    Life plain = answering(0), human = answering(1);
    Group answered(start.size());
    for (Life* life : {&plain, &human})
        life->live(14, [&](World& world) {
            add_complainers(world, answered);
            if (blame_in_sight > 0) std::fill(world.minds.blame.begin(), world.minds.blame.end(), blame_in_sight);
        });
    const process::Choice without(plain.model(), plain.world()), with(human.model(), human.world());
    std::array<double, 2> gain{}, people{};
    for (const std::uint32_t i : answered.people()) {
        const std::size_t involved = start.people->traits.involvement[i] > 0.8f;
        gain[involved] += with.chance(i, 0, 0.5f) - without.chance(i, 0, 0.5f);
        ++people[involved];
    }
    return {gain[0] / people[0], gain[1] / people[1]};
}

// Messages taken in on one day, of ads that use what the brand knows.
double taken_in(const Settled& start, double personalisation, double control) {
    Life life(start, [&](Phase& p) {
        p.strategy.posts_per_day = 0;
        p.strategy.personalisation = personalisation;
        p.strategy.privacy_control = control;
    });
    for (auto* column : {&life.world().minds.adstock, &life.world().minds.irritation}) std::fill(column->begin(), column->end(), 0.0f);
    life.live(1);
    return life.at(Observable::adstock);
}

// What an answer that was meant for nobody does to those who had praised the brand to their friends.
double answered_praise(const Settled& start) {
    Life left_alone(start), answered(start, [](Phase& p) {
        staff(p, kEveryone);
        p.strategy.proactive_share = 1;
    });
    double change = 0;
    int cases = 0;
    for (int day = 1; day <= kYear / 4; ++day) {
        left_alone.live(1), answered.live(1);
        for (const Contact& contact : answered.world().today.contacts) {
            if (contact.kind != Contact::Mention || !contact.replied || contact.valence < 0) continue;
            change += answered.world().minds.attitude[contact.customer] - left_alone.world().minds.attitude[contact.customer];
            ++cases;
        }
    }
    return cases > 0 ? change / cases : kNotMeasured;
}

std::vector<double> human_voice(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const VoiceEffects clear = voice_effects(start, 0), blamed = voice_effects(start, 5);
    const auto year = [&](double voice) {
        Life life(start, [&](Phase& p) {
            p.strategy.human_voice = voice;
            staff(p, kEveryone);
        });
        life.live(kYear);
        return life.sum(Observable::sales);
    };
    const double impersonal = taken_in(start, 0, 0.5);
    return {clear.light,
            blamed.light,
            clear.involved,
            year(0.6) / year(0) - 1,
            taken_in(start, 1, 1) / taken_in(start, 1, 0.5),
            taken_in(start, 1, 0) / impersonal,
            answered_praise(start)};
}

}  // namespace

std::vector<FactSpec> voice_facts() {
    return {
        {"F35", "Human voice and personal messages",
         "A human voice goes with trust and satisfaction. It helps in light matters, not beside several complaints, and harms where much is at "
         "stake. Personal ads were clicked twice as often once people controlled their data, and before no more than others. Answers to "
         "praise meant for friends intrude.",
         "Kelleher 2009; Barcelos et al. 2018; Tucker 2014; Demmers et al. 2018",
         "voice 0 or 1 to complainers, in a house that means it, without or with 5 bad messages in sight; voice 0 or 0.6 for a year; control "
         "1, 0.5 (as it was) or 0 over fully personal ads, which are taken in where others are clicked; unasked replies to praise",
         "",
         {{"readiness to buy, more by voice, involvement up to 0.8", "-", 0, kNoLimit, Basis::Construction},
          {"the same beside bad messages / without", "-", -0.2, 0.2, Basis::Construction, 0},
          {"readiness to buy, more by voice, involvement above 0.8", "-", -kNoLimit, 0, Basis::Construction},
          {"sales of a year, more by voice", "-", 0, kNoLimit, Basis::Emergent},
          {"personal ads taken in, with control / as it was", "-", 1.6, 2.2, Basis::Construction},
          {"taken in without control, personal / impersonal ads", "-", -kNoLimit, 1, Basis::Construction},
          {"liking of those whose praise was answered, more", "-1..1", -kNoLimit, 0, Basis::Construction}},
         human_voice}};
}

}  // namespace parley::evidence
