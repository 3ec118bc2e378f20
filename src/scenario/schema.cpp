// JSON Schema 2020-12 of the scenario format, for editors and other programs.
//
// It says what a schema can say.  Left to the parser: two arms of one name, days after the end of the run, arms that an event or
// an expectation names, control characters, and everything about the text itself (duplicate keys, encoding, depth, size).
#include "scenario/schema.h"

#include <initializer_list>

#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"
#include "scenario/scenario_reader.h"

namespace parley {
namespace {

constexpr JsonWriter::Layout kLine = JsonWriter::Layout::Line;

class SchemaWriter {
public:
    std::string write();

private:
    // "name": { "$ref": "#/$defs/def" }
    void refer(const char* name, const std::string& def) {
        out_.key(name).begin_object(kLine).member("$ref", "#/$defs/" + def).end_object();
    }
    void begin_closed(std::initializer_list<const char*> required) {
        out_.begin_object().member("type", "object").member("additionalProperties", false);
        if (required.size() > 0) {
            out_.key("required").begin_array(kLine);
            for (const char* name : required) out_.value(name);
            out_.end_array();
        }
        out_.key("properties").begin_object();
    }
    void end_closed() { out_.end_object().end_object(); }
    void begin_list(const char* name, std::size_t least, std::size_t most) {
        out_.key(name).begin_object().member("type", "array");
        if (least > 0) out_.member("minItems", least);
        out_.member("maxItems", most).key("items");
    }
    void number(const char* name, double min, double max) {
        out_.key(name).begin_object(kLine).member("type", "number").member("minimum", min).member("maximum", max).end_object();
    }
    void whole(const char* name, double min, double max) {
        out_.key(name).begin_object(kLine).member("type", "integer").member("minimum", min).member("maximum", max).end_object();
    }
    template <class List>
    void choice(const char* name, const List& values) {
        out_.key(name).begin_object(kLine).key("enum").begin_array();
        for (const auto& value : values) out_.value(value);
        out_.end_array().end_object();
    }
    void day(const char* name) { whole(name, 1, kRunTable.find("days")->max); }

    void row(const ParamSpec& row);
    void rows(const ParamTable& table);
    void set();
    void definitions();
    void properties();

    JsonWriter out_;
};

void SchemaWriter::row(const ParamSpec& row) {
    const bool plain = row.kind == Kind::Choice || (row.unit[0] == '-' && row.unit[1] == 0);
    const std::string unit = plain ? "" : std::string(" Unit: ") + row.unit + ".";
    out_.key(row.name).begin_object();
    if (row.kind == Kind::Choice) {
        out_.key("enum").begin_array(kLine);
        for (const OptionSpec& option : row.options) out_.value(option.code);
        out_.end_array().member("default", option_code(row, row.value));
    } else {
        out_.member("type", row.whole() ? "integer" : "number").member("minimum", row.min).member("maximum", row.max);
        if (&row == kRunTable.find("days")) out_.member("multipleOf", 7);
        out_.member("default", row.value);
    }
    out_.member("title", row.label)
        .member("description", row.help + unit + " Source: " + row.source + ".")
        .end_object();
}

void SchemaWriter::rows(const ParamTable& table) {
    out_.key(table.name);
    begin_closed({});
    for (const ParamSpec& spec : table.rows) {
        row(spec);
        if (&table != &kMarketTable || &spec != &table.rows.front()) continue;
        std::vector<const char*> codes;
        for (const OptionSpec& currency : currencies()) codes.push_back(currency.code);
        choice("currency", codes);
    }
    end_closed();
}

// What a dated event may change.
void SchemaWriter::set() {
    out_.key("set").begin_object().member("type", "object").member("additionalProperties", false).member("minProperties", 1);
    out_.key("properties").begin_object();
    for (const ParamTable* table : param_tables()) {
        for (const ParamSpec& spec : table->rows) {
            if (spec.fixed) continue;
            const std::string place = std::string(table->name) + "/properties/" + spec.name,
                              name = std::string(table->name) + "." + spec.name;
            refer(name.c_str(), place);
            if (table != &kStrategyTable) continue;
            for (std::size_t arm = 0; arm < kMaxArms; ++arm) refer(("arms." + std::to_string(arm) + "." + name).c_str(), place);
        }
    }
    out_.end_object().end_object();
}

void SchemaWriter::definitions() {
    out_.key("$defs").begin_object();

    // "\\S": something other than blanks
    out_.key("words")
        .begin_object(kLine)
        .member("type", "string")
        .member("maxLength", kMaxTextBytes)
        .member("pattern", "\\S")
        .end_object();
    out_.key("name")
        .begin_object(kLine)
        .member("type", "string")
        .member("maxLength", kMaxNameLength)
        .member("pattern", "\\S")
        .end_object();
    out_.key("text").begin_object().key("anyOf").begin_array();
    out_.begin_object(kLine).member("$ref", "#/$defs/words").end_object();
    out_.begin_object().member("type", "object").member("additionalProperties", false).member("minProperties", 1);
    out_.key("properties").begin_object();
    refer("en", "words");
    refer("fr", "words");
    out_.end_object().end_object().end_array().end_object();
    choice("outcome", outcome_names());

    for (const ParamTable* table : param_tables()) rows(*table);

    out_.key("event").begin_object().key("anyOf").begin_array();
    out_.begin_object(kLine).key("required").begin_array().value("what").end_array().end_object();
    out_.begin_object(kLine).key("required").begin_array().value("set").end_array().end_object();
    out_.end_array().member("type", "object").member("additionalProperties", false);
    out_.key("required").begin_array(kLine).value("day").end_array().key("properties").begin_object();
    day("day");
    whole("arm", 0, static_cast<double>(kMaxArms) - 1);
    std::vector<const char*> kinds;
    for (const OptionSpec& kind : event_kinds()) kinds.push_back(kind.code);
    choice("what", kinds);
    set();
    out_.end_object().end_object();
    out_.end_object();
}

void SchemaWriter::properties() {
    refer("$schema", "words");
    out_.key("format").begin_object(kLine).member("const", kScenarioFormat).end_object();
    out_.key("id")
        .begin_object(kLine)
        .member("type", "string")
        .member("maxLength", kMaxNameLength)
        .member("pattern", "^[a-z0-9_]+$")
        .end_object();
    for (const char* name : {"title", "question", "text"}) refer(name, "text");
    refer("market", "market");
    refer("brand", "brand");

    begin_list("arms", 2, kMaxArms);
    begin_closed({"name", "strategy"});
    refer("name", "name");
    refer("strategy", "strategy");
    end_closed();
    out_.end_object();

    begin_list("events", 0, kMaxEvents);
    out_.begin_object(kLine).member("$ref", "#/$defs/event").end_object().end_object();
    refer("run", "run");

    out_.key("target");
    begin_closed({"outcome", "amount", "by_day"});
    refer("outcome", "outcome");
    number("amount", -kMaxAmount, kMaxAmount);
    day("by_day");
    end_closed();

    out_.key("predict");
    begin_closed({"question"});
    refer("question", "text");
    end_closed();

    begin_list("debrief", 0, kMaxList);
    out_.begin_object(kLine).member("$ref", "#/$defs/text").end_object().end_object();

    begin_list("roles", 0, kMaxList);
    begin_closed({"name", "brief"});
    refer("name", "text");
    refer("brief", "text");
    end_closed();
    out_.end_object();

    begin_list("expected", 0, kMaxList);
    begin_closed({"outcome", "by_day", "ahead", "in_share_of_worlds"});
    refer("outcome", "outcome");
    day("by_day");
    refer("ahead", "name");
    number("in_share_of_worlds", 0, 1);
    end_closed();
    out_.end_object();
}

std::string SchemaWriter::write() {
    out_.begin_object();
    out_.member("$schema", "https://json-schema.org/draft/2020-12/schema");
    out_.member("$id", "parley.scenario.schema.json");
    out_.member("title", "Parley scenario");
    out_.member("description", "One question to a market: two strategies or more, the same customers.");
    out_.member("type", "object").member("additionalProperties", false);
    out_.key("required").begin_array(kLine).value("format").value("id").value("title").value("arms").end_array();
    out_.key("properties").begin_object();
    properties();
    out_.end_object();
    definitions();
    return out_.end_object().take();
}

}  // namespace

std::string scenario_schema() { return SchemaWriter().write(); }

}  // namespace parley
