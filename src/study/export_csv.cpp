// Tidy tables (RFC 4180): one row per case, one column per variable, names as in the JSON; every table says where it comes from.
#include "parley_version.h"
#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"
#include "study/export.h"

namespace parley {
namespace {

// Fields with a comma, quote or line break are quoted.
std::string field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

void put(std::string& row, std::string_view text) { row += (row.empty() ? "" : ",") + field(text); }
// A name from a file that a spreadsheet would run as a formula gets an apostrophe in front.
void put_name(std::string& row, std::string_view name) {
    const bool formula = !name.empty() && std::string_view("=+-@").find(name.front()) != std::string_view::npos;
    put(row, (formula ? "'" : "") + std::string(name));
}
void put(std::string& row, double value) { row += (row.empty() ? "" : ",") + number_text(value); }

// Last columns of every table: what is needed to make the row again.
constexpr const char* kOrigin = ",scenario,hash,seed,engine";
std::string origin_of(const Scenario& scenario) {
    std::string row;
    put(row, scenario.id);
    put(row, scenario_hash(scenario));
    put(row, scenario.run.seed);
    put(row, PARLEY_VERSION);
    return "," + row + "\n";
}

}  // namespace

std::string comparison_csv(const Ensemble& ensemble, const Comparison& c) {
    const Scenario& scenario = ensemble.scenario();
    const std::string origin = origin_of(scenario);
    std::string table = std::string("a,b,outcome,unit,a_mean,a_sd,b_mean,b_sd,mean,low,high,level,b_ahead,ties,pairs,correlation") +
                        kOrigin + "\n";
    for (const Difference& d : c.differences) {
        const auto outcome = static_cast<std::size_t>(d.outcome - outcomes().data());
        std::string row;
        put_name(row, scenario.arms[d.a].name);
        put_name(row, scenario.arms[d.b].name);
        put(row, d.outcome->name);
        put(row, unit_of(*d.outcome, scenario));
        for (const double value : {c.arms[d.a][outcome].mean, c.arms[d.a][outcome].sd, c.arms[d.b][outcome].mean,
                                   c.arms[d.b][outcome].sd, d.mean, d.low, d.high, d.level, static_cast<double>(d.b_ahead),
                                   static_cast<double>(d.ties), static_cast<double>(d.pairs), d.correlation})
            put(row, value);
        table += row + origin;
    }
    return table;
}

std::string series_csv(const Ensemble& ensemble) {
    const Scenario& scenario = ensemble.scenario();
    const std::string origin = origin_of(scenario);
    std::string table = std::string("arm,observable,unit,day,mean,low,high") + kOrigin + "\n";
    for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm)
        for (std::size_t o = 0; o < kObservables; ++o) {
            const Band b = band(ensemble, arm, static_cast<Observable>(o), false);
            std::string head;
            put_name(head, scenario.arms[arm].name);
            put(head, observables()[o].name);
            put(head, unit_in(observables()[o].unit, scenario.currency));
            for (std::size_t i = 0; i < b.day.size(); ++i) {
                std::string row = head;
                for (const double value : {b.day[i], b.mean[i], b.low[i], b.high[i]}) put(row, value);
                table += row + origin;
            }
        }
    return table;
}

std::string run_csv(const Scenario& scenario, const PairResult& world, int arm) {
    const std::string origin = origin_of(scenario);
    std::string table = "arm,day";
    for (const ObservableSpec& spec : observables()) table += std::string(",") + spec.name;
    table += std::string(kOrigin) + "\n";
    for (std::size_t i = 0; i < world.arms.size(); ++i) {
        if (arm >= 0 && static_cast<std::size_t>(arm) != i) continue;
        for (std::size_t day = 0; day < world.arms[i].size(); ++day) {
            std::string row;
            put_name(row, scenario.arms[i].name);
            put(row, static_cast<double>(day + 1));
            for (std::size_t o = 0; o < kObservables; ++o)
                put(row, shown(observables()[o], static_cast<double>(world.arms[i][day].values[o]), scenario.market.customers));
            table += row + origin;
        }
    }
    return table;
}

}  // namespace parley
