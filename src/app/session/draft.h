// Draft: the decisions of the scenario editor.
//
// Each verb changes a scenario as a whole and checks it like a file (what would be written is read again).  No diagnostics: it was
// changed.  Otherwise it is as it was, and the first diagnostic says why, in words for the place where it was typed.  Cost of a
// verb: one write and one read, about 100 us.  The caller gives the result to Session::adopt: one decision, one step of undo.
#pragma once
#include <string>
#include <string_view>

#include "app/session/origin.h"
#include "scenario/differences.h"
#include "scenario/scenario_json.h"

namespace parley::draft {

inline constexpr std::size_t kMostArms = 4, kMostRoles = 5;   // that an editor offers; a file may have more

// --- texts ---------------------------------------------------------------------------------------------------------------------
// place: as in differences.h.  Empty words take the text away.  A new title gives a shipped scenario an id of its own.
Diagnostics set_text(Scenario& scenario, const std::string& place, std::string_view language, std::string_view words);
Diagnostics set_id(Scenario& scenario, std::string_view words);
Diagnostics add_role(Scenario& scenario);                        // with words to replace
Diagnostics remove_role(Scenario& scenario, std::size_t role);
Diagnostics take_out_words(Scenario& scenario, const Scenario& origin, OwnWords which);   // what is left of the origin's (origin.h)
std::string id_from(std::string_view title);      // "Paul's bakery, 2 shops" -> "paul_s_bakery_2_shops"

// --- arms ----------------------------------------------------------------------------------------------------------------------
Diagnostics name_arm(Scenario& scenario, std::size_t arm, std::string_view words);
Diagnostics copy_arm(Scenario& scenario, std::size_t arm);       // behind the last one, under a name of its own
Diagnostics take_out_arm(Scenario& scenario, std::size_t arm);

// A lever of one arm, as a slider gives it or as it was typed; a weight as its share of the budget (lever_as_shown).
Diagnostics set_lever(Scenario& scenario, std::size_t arm, const ParamSpec& lever, double value);
Diagnostics set_lever(Scenario& scenario, std::size_t arm, const ParamSpec& lever, std::string_view words);

const ParamSpec& lever_as_shown(const ParamSpec& lever);         // a weight as a share, any other as it is
double shown_value(const Strategy& strategy, const ParamSpec& lever);   // in that unit

// --- numbers -------------------------------------------------------------------------------------------------------------------
// A row of market, brand or run.
double value_of_row(const Scenario& scenario, const ParamTable& table, const ParamSpec& row);
Diagnostics set_row(Scenario& scenario, const ParamTable& table, const ParamSpec& row, double value);
Diagnostics set_row(Scenario& scenario, const ParamTable& table, const ParamSpec& row, std::string_view words);
Diagnostics set_currency(Scenario& scenario, Currency currency);

// --- events --------------------------------------------------------------------------------------------------------------------
// An event is named by its place in scenario.events; its place does not change when its day does.
Diagnostics add_event(Scenario& scenario, int day);              // the last one then
Diagnostics remove_event(Scenario& scenario, std::size_t event);
Diagnostics set_event_day(Scenario& scenario, std::size_t event, int day);            // clamped to the run
Diagnostics set_event_day(Scenario& scenario, std::size_t event, std::string_view words, bool weeks);
Diagnostics set_event_arm(Scenario& scenario, std::size_t event, int arm);            // -1: all
Diagnostics set_event_what(Scenario& scenario, std::size_t event, std::optional<What> what);   // none: then a value has to change
Diagnostics add_change(Scenario& scenario, std::size_t event, const ParamTable& table, const ParamSpec& row);   // to a value that differs
Diagnostics set_change(Scenario& scenario, std::size_t event, std::size_t change, double value);
Diagnostics set_change(Scenario& scenario, std::size_t event, std::size_t change, std::string_view words);
Diagnostics remove_change(Scenario& scenario, std::size_t event, std::size_t change);

// --- target --------------------------------------------------------------------------------------------------------------------
Diagnostics set_target(Scenario& scenario, std::optional<Target> target);
Diagnostics set_target_amount(Scenario& scenario, std::string_view words);
Diagnostics set_target_week(Scenario& scenario, std::string_view words);

// --- the whole -----------------------------------------------------------------------------------------------------------------
std::string file_name(const Scenario& scenario);  // ID.json

}  // namespace parley::draft
