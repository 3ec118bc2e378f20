// History: the decisions about a scenario, one after another, to go back and forth among.
//
// A plain value.  The first step is the scenario as it was opened; each further one is the scenario after a decision, with a word for
// what was decided ("lever.1.talk", "market.price", ...).  Decisions with the same word that follow each other without a pause are
// one, so that a lever that was dragged is one step.  Taking a new decision forgets what had been undone.
// Memory: at most kMost + 1 scenarios of a few kilobytes each.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace parley {

class History {
public:
    static constexpr std::size_t kMost = 100;   // decisions kept

    struct Step {
        Scenario scenario;
        std::string decided;                    // "" for the first
    };

    void begin(Scenario opened);                // forgets everything before
    bool add(const Scenario& after, std::string decided);   // true: a step of its own; false: it joined the last one
    void settle() { open_ = false; }            // the next decision is a step of its own, whatever its word

    const Scenario* undo();                     // nullptr: nothing to undo
    const Scenario* redo();
    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < steps_.size(); }

    // What is kept over a reload.
    const std::vector<Step>& steps() const { return steps_; }
    std::size_t at() const { return at_; }
    void restore(std::vector<Step> steps, std::size_t at);  // at < steps.size()

private:
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    bool open_ = false;                         // the last decision may still grow
};

}  // namespace parley
