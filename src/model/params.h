// Parameters: every number a scenario may set, declared once.
//
// Each row of market.def, brand.def, levers.def and run.def becomes a field of its struct and a ParamSpec in its table.  From
// the tables come parsing, schema, range checks, --set, sliders, labels, help and the reference; nothing writes a row twice.
// All parameters are double (counts up to 2^53 are exact; a choice is the number of its option), so each of those uses is one
// loop.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace parley {

enum class Kind { Count, Number, Share, Money, Weight, Choice };

// Named alternatives: one enumeration each, and what the file and the screen call its values.
#define OPTION(code, label) code,
#define CHOICE(name, options) enum class name { options };
#include "model/choices.def"
#undef CHOICE
#undef OPTION
struct OptionSpec {
    const char* code;   // in the scenario file
    const char* label;  // on screen
};
std::span<const OptionSpec> currencies();   // by Currency
std::span<const OptionSpec> event_kinds();  // by What

enum class LeverGroup { None, Budget, Voice, Desk, Reach, House };

struct Market {  // what the brand cannot choose; shared by all arms
#define PARAM(field, kind, value, ...) double field = value;
#define FIXED PARAM
#define PICK(field, choice, value, ...) double field = static_cast<double>(choice::value);
#include "model/market.def"
#undef PICK
#undef FIXED
#undef PARAM
};

struct Brand {  // where the brand starts; shared by all arms
#define PARAM(field, kind, value, ...) double field = value;
#define FIXED PARAM
#include "model/brand.def"
#undef FIXED
#undef PARAM
};

struct Strategy {  // what one arm decides
#define LEVER(field, kind, value, ...) double field = value;
#define MORE LEVER
#define MORE_PICK(field, choice, value, ...) double field = static_cast<double>(choice::value);
#include "model/levers.def"
#undef MORE_PICK
#undef MORE
#undef LEVER
};

struct RunSettings {  // how long, how often, and when a leader is named
#define FIXED(field, kind, value, ...) double field = value;
#include "model/run.def"
#undef FIXED
};

// One row.  value_of reaches the field in whichever struct the table belongs to.
struct ParamSpec {
    const char* name;    // as in the scenario file
    Kind kind;
    double value;        // default
    double min, max;     // both allowed
    const char* unit;    // "-" for pure numbers, "currency" where the scenario's currency goes
    const char* label;   // English, for people
    const char* help;    // one sentence
    const char* source;  // author and year, or "A" for an assumption
    bool fixed;          // shapes the population or the run: no dated event may change it
    LeverGroup group;    // levers only
    const char* moves;   // levers only: the observable it moves first; otherwise empty
    std::size_t offset;  // of the field, in bytes
    std::span<const OptionSpec> options;  // choices only
    bool first;          // levers only: one of those on the first screen

    bool whole() const { return kind == Kind::Count || kind == Kind::Choice; }
};

// The tables, in file order.  name is the key in the scenario file: market, brand, strategy, run.
struct ParamTable {
    const char* name;
    std::span<const ParamSpec> rows;

    const ParamSpec* find(std::string_view row) const;  // nullptr if there is none
};
extern const ParamTable kMarketTable, kBrandTable, kStrategyTable, kRunTable;
std::span<const ParamTable* const> param_tables();  // market, brand, strategy, run

// The field of a row in its struct (Market, Brand, Strategy or RunSettings, matching the table the row came from).
template <class Struct> double& value_of(Struct& s, const ParamSpec& row) {
    return *reinterpret_cast<double*>(reinterpret_cast<char*>(&s) + row.offset);
}
template <class Struct> double value_of(const Struct& s, const ParamSpec& row) {
    return *reinterpret_cast<const double*>(reinterpret_cast<const char*>(&s) + row.offset);
}

// Whether a choice stands at this option.
template <class Choice> bool is(double field, Choice option) { return field == static_cast<double>(option); }

// Whether a number may stand in this row: finite, in range, whole where counts are meant.
bool allowed(const ParamSpec& row, double value);

// Whether the number is an assumption: its source says "A", and it is no setting of the scenario such as the size of the town.
bool assumed(const ParamSpec& row);

// The value of a row as it is written: a number, or the code of an option.
const char* option_code(const ParamSpec& row, double value);

}  // namespace parley
