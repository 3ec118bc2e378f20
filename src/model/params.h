// Parameters: every number a scenario may set, declared once.
//
// Each row of market.def, brand.def, levers.def and run.def becomes a field of its struct and a ParamSpec in its table.  From
// the tables come parsing, schema, range checks, --set, sliders, labels, help and the reference; nothing writes a row twice.
// All numeric parameters are double (counts up to 2^53 are exact), so each of those uses is one loop.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace parley {

enum class Kind { Count, Number, Share, Money, Weight };
enum class LeverGroup { None, Budget, Voice, Desk };

struct Market {  // what the brand cannot choose; shared by all arms
#define PARAM(field, kind, value, ...) double field = value;
#define FIXED PARAM
#include "model/market.def"
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
#include "model/levers.def"
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

    bool whole() const { return kind == Kind::Count; }
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

// Whether a number may stand in this row: finite, in range, whole where counts are meant.
bool allowed(const ParamSpec& row, double value);

// Money in which a scenario is written.
enum class Currency {
#define CHOICE(...)
#define OPTION(choice, code, sign) code,
#include "model/choices.def"
#undef OPTION
#undef CHOICE
};
struct CurrencySpec {
    const char* code;  // ISO 4217
    const char* sign;  // as shown
};
std::span<const CurrencySpec> currencies();

}  // namespace parley
