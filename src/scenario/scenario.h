// Scenario: one question, as a file holds it.  The format is parley.scenario/1 (scenarios/README.md).
//
// A plain value: parse_scenario makes it, write_scenario saves it, Session edits it.  Ranges, defaults and help are in the
// parameter tables; a Scenario holds values only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "model/params.h"

namespace parley {

// A text in one or more languages.  `plain` tells that the file held a bare string (read as English).
struct Text {
    std::string en, fr;
    bool plain = false;

    const std::string& in(std::string_view language) const { return language == "fr" && !fr.empty() ? fr : en.empty() ? fr : en; }
    bool empty() const { return en.empty() && fr.empty(); }
};

struct Arm {
    std::string name;
    Strategy strategy;
};

// One changed value on a dated event, e.g. "market.failure_rate": 0.2.  row belongs to the table (market, brand or strategy).
// "arms.1.strategy.talk" names its arm; otherwise the change concerns the arms of the event.
struct Change {
    const ParamTable* table = nullptr;
    const ParamSpec* row = nullptr;
    double value = 0;
    int arm = -1;  // index, or -1: those of the event
};

struct Event {
    int day = 1;
    int arm = -1;                   // index, or -1: all arms
    std::optional<What> what;
    std::vector<Change> changes;    // "set"
};

struct Target {
    std::string outcome;  // an outcome of model/outcomes.def, e.g. sales
    double amount = 0;    // in the outcome's unit
    int by_day = 0;
};

inline constexpr const char* kNobodyAhead = "same";

struct Expectation {
    std::string outcome;
    int by_day = 0;
    std::string ahead;    // name of an arm, or kNobodyAhead: the arms do not differ
    double in_share_of_worlds = 0;
};

struct ForecastCard {        // "predict": the card offered before the run
    Text question;
};

struct RoleBrief {       // "roles"
    Text name, brief;
};

struct Scenario {
    std::string schema;  // "$schema", kept as written
    std::string id;
    Text title, question, text;
    Currency currency = Currency::EUR;
    Market market;
    Brand brand;
    std::vector<Arm> arms;
    std::vector<Event> events;
    RunSettings run;
    std::optional<Target> target;
    std::optional<ForecastCard> predict;
    std::vector<Text> debrief;
    std::vector<RoleBrief> roles;
    std::vector<Expectation> expected;

    // Which rows the file wrote out, so that saving keeps them: paths as in set_value, sorted.
    std::vector<std::string> written;
};

// The phases of one arm: the file's strategy from the start, then one phase per dated event that concerns the arm.
std::vector<Phase> phases_of(const Scenario& scenario, std::size_t arm);

// The single phase of the status quo before day 1 (market.neutral_*).
std::vector<Phase> neutral_phases(const Scenario& scenario);

}  // namespace parley
