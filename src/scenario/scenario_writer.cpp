// Writing: the canonical form of a scenario file.  A text, an event, a target and an expectation stand on one line each.
#include <algorithm>

#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"

namespace parley {
namespace {

constexpr JsonWriter::Layout kLine = JsonWriter::Layout::Line;

// Rows that the file had or that differ from their default.
class RowFilter {
public:
    explicit RowFilter(const std::vector<std::string>& written) : written_(written) {}
    bool wrote(const std::string& path) const { return std::find(written_.begin(), written_.end(), path) != written_.end(); }
    bool keeps(const std::string& path, const ParamSpec& row, double value) const {
        return value != row.value || wrote(path + "." + row.name);
    }

private:
    const std::vector<std::string>& written_;
};

void write_text(JsonWriter& out, const char* key, const Text& text) {
    if (text.empty()) return;
    if (key) out.key(key);
    if (text.plain && text.fr.empty()) {
        out.value(text.en);
        return;
    }
    out.begin_object(kLine);
    if (!text.en.empty()) out.member("en", text.en);
    if (!text.fr.empty()) out.member("fr", text.fr);
    out.end_object();
}

void write_value(JsonWriter& out, const std::string& name, const ParamSpec& row, double value) {
    out.key(name);
    if (row.kind == Kind::Choice) out.value(option_code(row, value));
    else out.value(value);
}

template <class Struct>
bool any_row(const RowFilter& filter, const std::string& path, const ParamTable& table, const Struct& values) {
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const ParamSpec& row) { return filter.keeps(path, row, value_of(values, row)); });
}

template <class Struct>
void write_rows(JsonWriter& out, const RowFilter& filter, const std::string& path, const ParamTable& table,
                const Struct& values) {
    for (const ParamSpec& row : table.rows)
        if (filter.keeps(path, row, value_of(values, row))) write_value(out, row.name, row, value_of(values, row));
}

// The currency stands behind the number of customers.
void write_market(JsonWriter& out, const RowFilter& filter, const Scenario& scenario) {
    const bool currency = scenario.currency != Currency::EUR || filter.wrote("market.currency");
    if (!currency && !any_row(filter, "market", kMarketTable, scenario.market)) return;
    out.key("market").begin_object();
    const ParamTable customers{"market", kMarketTable.rows.first(1)}, others{"market", kMarketTable.rows.subspan(1)};
    write_rows(out, filter, "market", customers, scenario.market);
    if (currency) out.member("currency", currencies()[static_cast<std::size_t>(scenario.currency)].code);
    write_rows(out, filter, "market", others, scenario.market);
    out.end_object();
}

template <class Struct>
void write_table(JsonWriter& out, const RowFilter& filter, const ParamTable& table, const Struct& values) {
    if (!any_row(filter, table.name, table, values)) return;
    out.key(table.name).begin_object();
    write_rows(out, filter, table.name, table, values);
    out.end_object();
}

void write_arms(JsonWriter& out, const RowFilter& filter, const Scenario& scenario) {
    out.key("arms").begin_array();
    for (std::size_t i = 0; i < scenario.arms.size(); ++i) {
        out.begin_object().member("name", scenario.arms[i].name).key("strategy").begin_object();
        write_rows(out, filter, "arms." + std::to_string(i) + ".strategy", kStrategyTable, scenario.arms[i].strategy);
        out.end_object().end_object();
    }
    out.end_array();
}

void write_events(JsonWriter& out, const std::vector<Event>& events) {
    if (events.empty()) return;
    out.key("events").begin_array();
    for (const Event& event : events) {
        out.begin_object(kLine).member("day", event.day);
        if (event.arm >= 0) out.member("arm", event.arm);
        if (event.what) out.member("what", event_kinds()[static_cast<std::size_t>(*event.what)].code);
        if (!event.changes.empty()) {
            out.key("set").begin_object();
            for (const Change& change : event.changes) {
                const std::string arm = change.arm >= 0 ? "arms." + std::to_string(change.arm) + "." : "";
                write_value(out, arm + change.table->name + "." + change.row->name, *change.row, change.value);
            }
            out.end_object();
        }
        out.end_object();
    }
    out.end_array();
}

}  // namespace

std::string write_scenario(const Scenario& scenario) {
    JsonWriter out;
    const RowFilter filter(scenario.written);
    out.begin_object();
    if (!scenario.schema.empty()) out.member("$schema", scenario.schema);
    out.member("format", kScenarioFormat).member("id", scenario.id);
    write_text(out, "title", scenario.title);
    write_text(out, "question", scenario.question);
    write_text(out, "text", scenario.text);
    write_market(out, filter, scenario);
    write_table(out, filter, kBrandTable, scenario.brand);
    write_arms(out, filter, scenario);
    write_events(out, scenario.events);
    write_table(out, filter, kRunTable, scenario.run);
    if (const auto& target = scenario.target)
        out.key("target")
            .begin_object(kLine)
            .member("outcome", target->outcome)
            .member("amount", target->amount)
            .member("by_day", target->by_day)
            .end_object();
    if (scenario.predict) {
        out.key("predict").begin_object(kLine);
        write_text(out, "question", scenario.predict->question);
        out.end_object();
    }
    if (!scenario.debrief.empty()) {
        out.key("debrief").begin_array();
        for (const Text& question : scenario.debrief) write_text(out, nullptr, question);
        out.end_array();
    }
    if (!scenario.roles.empty()) {
        out.key("roles").begin_array();
        for (const RoleBrief& role : scenario.roles) {
            out.begin_object();
            write_text(out, "name", role.name);
            write_text(out, "brief", role.brief);
            out.end_object();
        }
        out.end_array();
    }
    if (!scenario.expected.empty()) {
        out.key("expected").begin_array();
        for (const Expectation& expectation : scenario.expected)
            out.begin_object(kLine)
                .member("outcome", expectation.outcome)
                .member("by_day", expectation.by_day)
                .member("ahead", expectation.ahead)
                .member("in_share_of_worlds", expectation.in_share_of_worlds)
                .end_object();
        out.end_array();
    }
    return out.end_object().take();
}

}  // namespace parley
