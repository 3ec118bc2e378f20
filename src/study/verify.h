// Verification: special cases whose answer is known, and what the engine makes of them.
//
// Each check puts the engine, through its parameters, into a case that theory has solved, lets it run and holds what comes out
// against the known answer within a stated tolerance.  Where a case is no rule of the engine (Runs::Kernel) a small kernel of its
// own stands in, on the engine's networks and luck: it verifies the mathematics the model leans on, not the engine.
// Source  the table of special cases in the design (V1 to V24); each check names its own.
// Cost    all checks together about a minute and a half on one core; everything is drawn by keys, so figures never change.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/params.h"

namespace parley {

enum class Runs { Engine, Kernel };
const char* runs_name(Runs runs);  // "engine", "kernel"

// One figure.  It holds when measured is within tolerance of exact; a tolerance of 0 means equal.
struct CheckRow {
    std::string what;
    double exact = 0, measured = 0, tolerance = 0;
    bool held = false;
};

struct Check {
    std::string name, title, statement;
    Runs runs = Runs::Engine;
    std::vector<CheckRow> rows;

    bool held() const;
};

namespace verify {
class Bench;
}
struct CheckSpec {
    const char* name;
    const char* title;
    const char* statement;  // one sentence: the case and its answer
    Runs runs;
    void (*run)(verify::Bench& bench);
};
std::span<const CheckSpec> checks();                      // in the order of the table
const CheckSpec* find_check(std::string_view name);       // capitals do not matter; nullptr if there is none

// Changes the parameters of every world the check makes: a check that holds under a wrong parameter proves nothing.
using Tamper = std::function<void(Market& market, Brand& brand, Strategy& strategy)>;
Check run_check(const CheckSpec& spec, const Tamper& tamper = {});

std::string verification_text(std::span<const Check> checks);  // aligned, for a terminal
std::string verification_json(std::span<const Check> checks);  // parley.verification/1

}  // namespace parley
