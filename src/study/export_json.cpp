// The JSON of a comparison (parley.comparison/1) and of one world (parley.run/1).
#include "parley_version.h"
#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"
#include "study/export.h"

namespace parley {
namespace {

using Layout = JsonWriter::Layout;

const char* form_name(VerdictForm form) {
    switch (form) {
        case VerdictForm::Ahead: return "ahead";
        case VerdictForm::Date: return "date";
        case VerdictForm::Close: break;
    }
    return "close";
}

// What a result must carry to be made again: engine, scenario, seed.
void write_origin(JsonWriter& json, const char* format, const Scenario& scenario) {
    json.member("format", format).member("engine", PARLEY_VERSION);
    json.key("scenario").begin_object(Layout::Line);
    json.member("id", scenario.id).member("title", scenario.title.in("en")).member("hash", scenario_hash(scenario));
    json.end_object();
    json.member("seed", scenario.run.seed);
}

void write_numbers(JsonWriter& json, const char* key, const std::vector<double>& values) {
    json.key(key).begin_array(Layout::Line);
    for (const double value : values) json.value(value);
    json.end_array();
}

void write_verdict(JsonWriter& json, const Scenario& scenario, const Verdict& verdict) {
    json.key("verdict").begin_object();
    json.member("outcome", verdict.outcome->name).member("form", form_name(verdict.form));
    json.key("leader");
    if (verdict.leader < 0)
        json.null();
    else
        json.value(scenario.arms[static_cast<std::size_t>(verdict.leader)].name);
    json.member("gap", verdict.gap).member("gap_share", verdict.gap_share).member("ahead", verdict.ahead);
    json.member("change_day", verdict.change_day).member("text", verdict.text);
    json.end_object();
}

void write_arm(JsonWriter& json, const Scenario& scenario, const std::vector<OutcomeSummary>& summaries, std::size_t arm) {
    json.begin_object();
    json.member("name", scenario.arms[arm].name);
    json.key("outcomes").begin_object();
    for (std::size_t i = 0; i < outcomes().size(); ++i) {
        json.key(outcomes()[i].name).begin_object(Layout::Line);
        json.member("mean", summaries[i].mean).member("sd", summaries[i].sd).member("unit", unit_of(outcomes()[i], scenario));
        json.end_object();
    }
    json.end_object();
    json.end_object();
}

void write_difference(JsonWriter& json, const Scenario& scenario, const Difference& d) {
    json.begin_object(Layout::Line);
    json.member("a", scenario.arms[d.a].name).member("b", scenario.arms[d.b].name).member("outcome", d.outcome->name);
    json.member("mean", d.mean).member("low", d.low).member("high", d.high).member("level", d.level);
    json.member("b_ahead", d.b_ahead).member("ties", d.ties).member("pairs", d.pairs).member("correlation", d.correlation);
    json.end_object();
}

void write_series(JsonWriter& json, const Ensemble& ensemble) {
    const Scenario& scenario = ensemble.scenario();
    json.key("series").begin_array();
    for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm)
        for (std::size_t o = 0; o < kObservables; ++o) {
            const Band b = band(ensemble, arm, static_cast<Observable>(o), false);
            json.begin_object();
            json.member("arm", scenario.arms[arm].name).member("observable", observables()[o].name);
            json.member("unit", unit_in(observables()[o].unit, scenario.currency));
            write_numbers(json, "day", b.day);
            write_numbers(json, "mean", b.mean);
            write_numbers(json, "low", b.low);
            write_numbers(json, "high", b.high);
            json.end_object();
        }
    json.end_array();
}

}  // namespace

std::string comparison_json(const Ensemble& ensemble, const Comparison& c, bool with_series) {
    const Scenario& scenario = ensemble.scenario();
    JsonWriter json;
    json.begin_object();
    write_origin(json, "parley.comparison/1", scenario);
    json.member("pairs", c.pairs).member("days", scenario.run.days).member("customers", scenario.market.customers);
    json.member("digest", ensemble.digest());
    write_verdict(json, scenario, c.verdict);

    json.key("arms").begin_array();
    for (std::size_t arm = 0; arm < c.arms.size(); ++arm) write_arm(json, scenario, c.arms[arm], arm);
    json.end_array();

    json.key("differences").begin_array();
    for (const Difference& d : c.differences) write_difference(json, scenario, d);
    json.end_array();

    json.key("split").begin_object(Layout::Line);
    json.member("a", scenario.arms[c.split.a].name).member("b", scenario.arms[c.split.b].name);
    json.member("buyers", c.split.buyers).member("purchases_per_buyer", c.split.purchases_per_buyer);
    json.member("money_per_purchase", c.split.money_per_purchase).member("total", c.split.total);
    json.end_object();

    if (with_series) write_series(json, ensemble);
    json.end_object();
    return json.take();
}

std::string run_json(const Scenario& scenario, const PairResult& world, int arm) {
    JsonWriter json;
    json.begin_object();
    write_origin(json, "parley.run/1", scenario);
    json.member("pair", world.pair).member("days", scenario.run.days).member("customers", scenario.market.customers);
    json.member("digest", hex_of(digest_of(world)));
    json.key("arms").begin_array();
    for (std::size_t i = 0; i < world.arms.size(); ++i) {
        if (arm >= 0 && static_cast<std::size_t>(arm) != i) continue;
        json.begin_object();
        json.member("name", scenario.arms[i].name);
        json.key("series").begin_array();
        for (std::size_t o = 0; o < kObservables; ++o) {
            std::vector<double> values;
            for (const DayRecord& day : world.arms[i])
                values.push_back(shown(observables()[o], static_cast<double>(day.values[o]), scenario.market.customers));
            json.begin_object();
            json.member("observable", observables()[o].name).member("unit", unit_in(observables()[o].unit, scenario.currency));
            write_numbers(json, "values", values);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace parley
