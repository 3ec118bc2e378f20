// The JSON of an explanation (parley.explanation/1).
#include "model/process/process.h"
#include "parley_version.h"
#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"
#include "study/explain.h"

namespace parley {
namespace {

using Layout = JsonWriter::Layout;

void write_causes(JsonWriter& json, const char* key, const char* value, const std::vector<Cause>& causes) {
    json.key(key).begin_array();
    for (const Cause& cause : causes)
        json.begin_object(Layout::Line).member("cause", cause.name).member("label", cause.label).member(value, cause.share).end_object();
    json.end_array();
}

void write_life(JsonWriter& json, const Life& life, std::uint32_t customer) {
    json.begin_object().member("arm", life.name).member("purchases", life.purchases);
    json.member("rung_at_start", rung_name(life.first_rung)).member("rung_at_end", rung_name(life.last_rung));
    json.key("steps").begin_array();
    for (const ExplainedStep& step : life.steps) {
        json.begin_object().member("day", step.day).member("from", rung_name(step.from)).member("to", rung_name(step.to));
        write_causes(json, "causes", "share", step.causes);
        json.end_object();
    }
    json.end_array().key("accounts").begin_array();
    for (const Account& account : life.accounts) {
        json.begin_object().member("quantity", quantity_name(account.quantity)).member("start", account.start).member("end", account.end);
        write_causes(json, "changes", "change", account.changes);
        json.end_object();
    }
    json.end_array().key("received").begin_array();
    for (const Trace::Received& event : life.trace.received) {
        json.begin_object(Layout::Line).member("event", event_id(event, customer)).member("day", event.day);
        json.member("what", kind_name(event.kind));
        if (event.other != customer) json.member("from", event.other);
        if (event.value != 0) json.member("value", static_cast<double>(event.value));
        json.end_object();
    }
    json.end_array().end_object();
}

}  // namespace

std::string explanation_json(const Scenario& scenario, const Explanation& e) {
    JsonWriter json;
    json.begin_object().member("format", "parley.explanation/1").member("engine", PARLEY_VERSION);
    json.key("scenario").begin_object(Layout::Line);
    json.member("id", scenario.id).member("title", scenario.title.in("en")).member("hash", scenario_hash(scenario)).end_object();
    json.member("seed", scenario.run.seed).member("pair", e.pair).member("customer", e.customer);
    json.key("person").begin_object(Layout::Line);
    json.member("occasions_per_year", e.occasions_per_year).member("preference", e.preference).member("interest", e.interest);
    json.member("involvement", e.involvement).member("ties", e.ties).member("voice", e.voice).end_object();
    json.key("arms").begin_array();
    for (const Life& life : e.lives) write_life(json, life, e.customer);
    json.end_array();
    if (!e.without.empty()) {
        json.member("without", e.without).key("instead").begin_array();
        for (const Life& life : e.instead) write_life(json, life, e.customer);
        json.end_array();
    }
    return json.end_object().take();
}

}  // namespace parley
