// Differences: what parts one scenario from another, as a list of decisions.
//
// Applying the list in its order to the first scenario gives the second, up to which rows are written out though they keep their
// default.  Arms are matched by name, events by content; what stands unmatched at the same place counts as changed.  The words
// are in app/session/difference_words.h.  Cost O(rows x arms + events^2).
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "scenario/scenario.h"

namespace parley {

struct IdChange {
    std::string before, after;
};
struct TextChange {                // an empty text is one that is not there
    std::string place;             // title, question, text, predict, debrief.N, roles.N.name, roles.N.brief
    Text before, after;
};
struct CurrencyChange {
    Currency before, after;
};
struct ValueChange {               // a row of market, brand, run, or of the strategy of one arm
    const ParamTable* table;
    const ParamSpec* row;
    int arm;                       // in the second scenario; -1 where it belongs to all
    double before, after;
};
struct ArmAdded {
    std::size_t at;                // when it is applied
    Arm arm;
};
struct ArmRemoved {
    std::size_t at;
    std::string name;
};
struct ArmRenamed {
    std::size_t at;
    std::string before, after;
};
struct EventChange {               // one of the two may be empty: added, removed
    std::size_t at;
    std::vector<Event> before, after;     // [0..1]
};
struct TargetChange {
    std::vector<Target> before, after;    // [0..1]
};
struct ExpectedChange {
    std::vector<Expectation> before, after;
};

using Edit = std::variant<IdChange, TextChange, CurrencyChange, ArmRemoved, ArmRenamed, ArmAdded, ValueChange, EventChange, TargetChange,
                          ExpectedChange>;

std::vector<Edit> differences(const Scenario& before, const Scenario& after);
void carry_out(Scenario& scenario, const Edit& difference);

// The text of a place as TextChange names it: nullptr if the scenario has none; made when asked to.
Text* text_at(Scenario& scenario, std::string_view place, bool make);

}  // namespace parley
