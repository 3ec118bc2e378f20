#include <nlohmann/json.hpp>

#include "mini_schema.h"
#include "read_file.h"
#include "scenario/library.h"
#include "scenario/schema.h"

using namespace parley;
using namespace parley::test;
using nlohmann::json;

TEST_CASE("the schema accepts every shipped scenario") {
    const MiniSchema schema(json::parse(scenario_schema()));
    for (const std::string& id : scenario_ids()) {
        CAPTURE(id);
        CHECK(schema.accepts(json::parse(*shipped_scenario(id))));
    }
}

namespace {

// As a file writes it: a number, or the code of an option.
json written(const ParamSpec& row, double value) {
    if (row.kind == Kind::Choice && allowed(row, value)) return option_code(row, value);
    return value;
}

}  // namespace

TEST_CASE("parser and schema draw the same line at both ends of every row") {
    const MiniSchema schema(json::parse(scenario_schema()));
    for (const ParamTable* table : param_tables()) {
        for (const ParamSpec& row : table->rows) {
            const double step = row.whole() ? 1 : (row.max - row.min) / 1000;
            for (double value :
                 {row.min, row.max, row.min - step, row.max + step, row.value, row.whole() ? row.value + 0.5 : row.value}) {
                json file = json::parse(small_scenario());
                (table == &kStrategyTable ? file["arms"][1]["strategy"] : file[table->name])[row.name] = written(row, value);
                Diagnostics problems;
                const bool parsed = parse_scenario(file.dump(), problems).has_value();
                CAPTURE(file.dump());
                CAPTURE(all_of(problems));
                CHECK(parsed == schema.accepts(file));
                if (table != &kRunTable) CHECK(parsed == allowed(row, value));
            }
        }
    }
}

TEST_CASE("parser and schema agree on what an event may set") {
    const MiniSchema schema(json::parse(scenario_schema()));
    for (const ParamTable* table : param_tables()) {
        for (const ParamSpec& row : table->rows) {
            json file = json::parse(small_scenario());
            file["events"] = {{{"day", 7}, {"set", {{std::string(table->name) + "." + row.name, written(row, row.value)}}}}};
            Diagnostics problems;
            const bool parsed = parse_scenario(file.dump(), problems).has_value();
            CAPTURE(all_of(problems));
            CHECK(parsed == !row.fixed);
            CHECK(schema.accepts(file) == !row.fixed);
        }
    }
}

TEST_CASE("the reference names every parameter with its range and source, in three forms") {
    const std::string text = params_as_text(), markdown = params_as_markdown();
    const json tables = json::parse(params_as_json());
    CHECK(tables["format"] == "parley.params/1");
    std::size_t t = 0;
    for (const ParamTable* table : param_tables()) {
        const json& rows = tables["tables"][t++]["rows"];
        REQUIRE(rows.size() == table->rows.size());
        std::size_t i = 0;
        for (const ParamSpec& row : table->rows) {
            CAPTURE(row.name);
            CHECK(text.find(row.name) != std::string::npos);
            CHECK(text.find(row.source) != std::string::npos);
            CHECK(markdown.find("`" + std::string(row.name) + "`") != std::string::npos);
            CHECK(rows[i]["name"] == row.name);
            CHECK(rows[i]["default"] == written(row, row.value));
            if (row.kind == Kind::Choice) {
                CHECK(rows[i++]["options"].size() == row.options.size());
                continue;
            }
            CHECK(rows[i]["min"] == row.min);
            CHECK(rows[i++]["max"] == row.max);
        }
    }
}
