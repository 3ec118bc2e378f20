#include "scenario/scenario_json.h"

#include <cmath>

#include "model/rng.h"
#include "read_file.h"

using namespace parley;
using namespace parley::test;

namespace {

Diagnostics problems_of(const std::string& text) {
    Diagnostics problems;
    CHECK_FALSE(parse_scenario(text, problems).has_value());
    return problems;
}

// A value anywhere in the range of a row.
double some_value(const ParamSpec& row, std::uint64_t key) {
    const double u = static_cast<double>(mix64(key) >> 11) * 0x1p-53;
    const double value = row.min + u * (row.max - row.min);
    if (&row == kRunTable.find("days")) return std::ceil(value / 7) * 7;
    return row.whole() ? std::floor(value) : value;
}

template <class Struct>
void fill(const ParamTable& table, Struct& out, std::uint64_t& key) {
    for (const ParamSpec& row : table.rows)
        if (mix64(++key) % 3 > 0) value_of(out, row) = some_value(row, ++key);
}

template <class Struct>
void check_same(const ParamTable& table, const Struct& a, const Struct& b) {
    for (const ParamSpec& row : table.rows) {
        CAPTURE(row.name);
        CHECK(value_of(a, row) == value_of(b, row));
    }
}

const char* const kRich =
    "\"market\": { \"customers\": 800, \"currency\": \"CHF\", \"price\": 19.95 },\n"
    "\"brand\": { \"quality\": 0.7 },\n"
    "\"events\": [ { \"day\": 140, \"arm\": 1, \"what\": \"ambassador_leaves\" }, { \"day\": 84, \"set\": { "
    "\"market.failure_rate\": "
    "0.2, \"arms.1.strategy.talk\": 3 } } ],\n"
    "\"run\": { \"days\": 182 },\n"
    "\"target\": { \"outcome\": \"sales\", \"amount\": 900000.5, \"by_day\": 182 },\n"
    "\"predict\": { \"question\": \"Who?\" },\n"
    "\"debrief\": [ \"Why?\", { \"en\": \"When?\", \"fr\": \"Quand ?\" } ],\n"
    "\"roles\": [ { \"name\": \"Owner\", \"brief\": { \"fr\": \"Un \\\"patron\\\"\\nseul\" } } ],\n"
    "\"expected\": [ { \"outcome\": \"trust\", \"by_day\": 91, \"ahead\": \"B\", \"in_share_of_worlds\": 0.8 } ]";

}  // namespace

TEST_CASE("what a file leaves out has the default of its table") {
    const Scenario scenario = parsed(small_scenario());
    CHECK(scenario.id == "small");
    CHECK(scenario.title.en == "Small");
    CHECK(scenario.arms.size() == 2);
    check_same(kMarketTable, scenario.market, Market{});
    check_same(kStrategyTable, scenario.arms[0].strategy, Strategy{});
    CHECK(scenario.written.empty());
}

TEST_CASE("every part of a file arrives") {
    const Scenario scenario = parsed(small_scenario(kRich));
    CHECK(scenario.market.customers == 800);
    CHECK(scenario.currency == Currency::CHF);
    CHECK(scenario.brand.quality == 0.7);
    REQUIRE(scenario.events.size() == 2);
    CHECK(scenario.events[0].what == What::ambassador_leaves);
    CHECK(scenario.events[0].arm == 1);
    REQUIRE(scenario.events[1].changes.size() == 2);
    CHECK(scenario.events[1].arm == -1);
    CHECK(scenario.events[1].changes[0].row == kMarketTable.find("failure_rate"));
    CHECK(scenario.events[1].changes[1].arm == 1);
    CHECK(scenario.target->amount == 900000.5);
    CHECK(scenario.predict->question.en == "Who?");
    CHECK(scenario.debrief[1].in("fr") == "Quand ?");
    CHECK(scenario.debrief[0].in("fr") == "Why?");
    CHECK(scenario.roles[0].brief.in("en") == "Un \"patron\"\nseul");
    CHECK(scenario.expected[0].ahead == "B");
}

TEST_CASE("all problems of a file are listed, in the order of the file") {
    const Diagnostics problems =
        problems_of(small_scenario("\"run\": { \"days\": 10, \"pairs\": 0 },\n  \"market\": { \"custmers\": 1, \"price\": \"x\", "
                                   "\"margin\": NaN },\n  \"colour\": 3"));
    CAPTURE(all_of(problems));
    REQUIRE(problems.size() == 6);
    CHECK(problems[0].path == "run.days");
    CHECK(problems[1].path == "run.pairs");
    CHECK(problems[2].path == "market.custmers");
    CHECK(problems[3].path == "market.price");
    CHECK(problems[4].path == "market.margin");
    CHECK(problems[5].path == "colour");
    CHECK(problems[5].line == 8);
    CHECK(problems[5].column == 3);
}

TEST_CASE("columns count characters, not bytes") {
    const Diagnostics problems = problems_of("{ \"t\xc3\xa9\": 1, \"x\": 2 }");
    const auto at = [&](const char* path) {
        for (const Diagnostic& problem : problems)
            if (problem.path == path) return problem.column;
        return 0;
    };
    CHECK(at("x") == 12);
}

TEST_CASE("at most a hundred problems are listed") {
    std::string market = "\"market\": { ";
    for (int i = 0; i < 500; ++i) market += (i ? ", \"k" : "\"k") + std::to_string(i) + "\": 1";
    CHECK(problems_of(small_scenario(market + " }")).size() == kMaxDiagnostics);
}

TEST_CASE("a byte order mark of UTF-8 is accepted and not written again") {
    const Scenario scenario = parsed("\xef\xbb\xbf" + small_scenario());
    CHECK(write_scenario(scenario)[0] == '{');
    const Diagnostics problems = problems_of("\xef\xbb\xbf[]");
    CHECK(problems[0].column == 1);
}

TEST_CASE("a file past the limit is refused unread, one at the limit is not") {
    std::string text = small_scenario();
    text.insert(text.size() - 1, std::string(kMaxScenarioBytes - text.size(), ' '));
    parsed(text);
    CHECK(problems_of(text + " ")[0].message.find("too large") != std::string::npos);
    std::string values = "[ 1";
    for (int i = 0; i < 200000; ++i) values += ",1";
    CHECK(problems_of(values + " ]")[0].message.find("too many values") != std::string::npos);
    CHECK(problems_of(std::string(500000, '[')).size() == 1);
}

TEST_CASE("saving what was saved gives the same bytes") {
    for (const std::string& text :
         {small_scenario(), small_scenario(kRich), small_scenario("\"market\": { \"price\": 20 }, \"events\": []")}) {
        const std::string saved = write_scenario(parsed(text));
        CAPTURE(saved);
        CHECK(write_scenario(parsed(saved)) == saved);
    }
}

TEST_CASE("saving keeps a default that the file wrote out and adds none") {
    const std::string saved = write_scenario(parsed(small_scenario("\"market\": { \"price\": 20 }")));
    CHECK(saved.find("\"price\": 20") != std::string::npos);
    CHECK(saved.find("margin") == std::string::npos);
    CHECK(saved.find("brand") == std::string::npos);
}

TEST_CASE("any scenario in range survives saving to the last bit") {
    std::uint64_t key = 0;
    for (int round = 0; round < 100; ++round) {
        Scenario scenario = parsed(small_scenario());
        fill(kMarketTable, scenario.market, key);
        fill(kBrandTable, scenario.brand, key);
        fill(kRunTable, scenario.run, key);
        for (Arm& arm : scenario.arms) fill(kStrategyTable, arm.strategy, key);
        for (const ParamTable* table : {&kMarketTable, &kBrandTable, &kStrategyTable})
            for (const ParamSpec& row : table->rows)
                if (!row.fixed && mix64(++key) % 8 == 0)
                    scenario.events.push_back({1 + static_cast<int>(key % 7),
                                               static_cast<int>(key % 3) - 1,
                                               std::nullopt,
                                               {{table, &row, some_value(row, key)}}});

        const Scenario again = parsed(write_scenario(scenario));
        check_same(kMarketTable, scenario.market, again.market);
        check_same(kBrandTable, scenario.brand, again.brand);
        check_same(kRunTable, scenario.run, again.run);
        for (std::size_t i = 0; i < 2; ++i) check_same(kStrategyTable, scenario.arms[i].strategy, again.arms[i].strategy);
        REQUIRE(scenario.events.size() == again.events.size());
        for (std::size_t i = 0; i < again.events.size(); ++i)
            CHECK(scenario.events[i].changes[0].value == again.events[i].changes[0].value);
        CHECK(scenario_hash(scenario) == scenario_hash(again));
        CHECK(write_scenario(scenario) == write_scenario(again));
    }
}

TEST_CASE("random damage to a file never crashes, and never gives both a scenario and problems") {
    const std::string sources[] = {read_file("scenarios/01_billboard_or_dialogue.json"), small_scenario(kRich)};
    const std::string pieces[] = {"\"", "{",   "}",    "[",    "]",    ",", ":",  "1e999",    "NaN",
                                  "\\", "\\u", "\xff", "\xc3", "null", "-", "\n", "\"set\":", std::string(1, '\0')};
    int refused = 0;
    for (std::uint64_t i = 0; i < 6000; ++i) {
        std::string text = sources[i % 2];
        for (std::uint64_t n = 0; n <= mix64(i) % 3; ++n) {
            const std::uint64_t r = mix64(i * 8 + n + 1);
            const std::size_t at = r % text.size();
            switch ((r >> 32) % 5) {
                case 0:
                    text[at] = static_cast<char>(r >> 40);
                    break;
                case 1:
                    text.erase(at, 1 + (r >> 40) % 20);
                    break;
                case 2:
                    text.insert(at, pieces[(r >> 40) % std::size(pieces)]);
                    break;
                case 3:
                    text.insert(at, text.substr((r >> 20) % text.size(), (r >> 40) % 60));
                    break;
                case 4:
                    text.resize(at + 1);
                    break;
            }
        }
        Diagnostics problems;
        const auto scenario = parse_scenario(text, problems);
        CAPTURE(text);
        REQUIRE(scenario.has_value() == problems.empty());
        REQUIRE(problems.size() <= kMaxDiagnostics);
        for (const Diagnostic& problem : problems) REQUIRE(problem.message.find('\n') == std::string::npos);
        if (scenario) REQUIRE(write_scenario(parsed(write_scenario(*scenario))) == write_scenario(*scenario));
        refused += !scenario;
    }
    CHECK(refused > 3000);
}

TEST_CASE("one value is set by its path") {
    Scenario scenario = parsed(small_scenario(kRich));
    const auto set = [&](const std::string& path, const std::string& value) {
        const Diagnostics problems = set_value(scenario, path, value);
        CAPTURE(path);
        CAPTURE(all_of(problems));
        CHECK(problems.empty());
    };
    set("market.customers", "20000");
    CHECK(scenario.market.customers == 20000);
    set("market.currency", "USD");
    CHECK(scenario.currency == Currency::USD);
    set("arms.0.strategy.talk", "12.5");
    CHECK(scenario.arms[0].strategy.talk == 12.5);
    set("arms.0.name", "Billboard");
    CHECK(scenario.arms[0].name == "Billboard");
    set("run.pairs", "7");
    CHECK(scenario.run.pairs == 7);
    set("target.amount", "1e6");
    CHECK(scenario.target->amount == 1e6);
    set("title", "A longer name");
    CHECK(scenario.title.en == "A longer name");
    set("title.fr", "Un nom plus long");
    CHECK(scenario.title.fr == "Un nom plus long");
    CHECK(scenario.title.en == "A longer name");
    set("events.1.set.market.failure_rate", "0.3");
    CHECK(scenario.events[1].changes[0].value == 0.3);
    set("events.1.day", "85");
    CHECK(scenario.events[1].day == 85);
    set("arms.1", "{ \"name\": \"B\", \"strategy\": { \"listen\": 4 } }");
    CHECK(scenario.arms[1].strategy.listen == 4);
    set("market.margin", "0.5");
    CHECK(write_scenario(scenario).find("\"margin\": 0.5") != std::string::npos);
}

TEST_CASE("a value that does not fit leaves the scenario as it was and says why") {
    Scenario scenario = parsed(small_scenario(kRich));
    const std::string before = write_scenario(scenario);
    const auto refused = [&](const std::string& path, const std::string& value, const std::string& where,
                             const std::string& why) {
        const Diagnostics problems = set_value(scenario, path, value);
        CAPTURE(all_of(problems));
        REQUIRE_FALSE(problems.empty());
        CHECK(problems[0].path == where);
        CHECK(problems[0].message.find(why) != std::string::npos);
        CHECK(problems[0].line == 0);
        CHECK(write_scenario(scenario) == before);
    };
    refused("market.custmers", "5", "market.custmers", "did you mean customers?");
    refused("markt.customers", "5", "markt", "did you mean market?");
    refused("market.customers", "5", "market.customers", "out of range");
    refused("market.customers", "many", "market.customers", "expected a whole number, found the text \"many\"");
    refused("market.customers", "\"5000\"", "market.customers", "without quotes");
    refused("market.margin", "NaN", "market.margin", "not a finite number");
    refused("market.margin", "1e999", "market.margin", "not a finite number");
    refused("market.price.deep", "1", "market.price.deep", "a single value");
    refused("arms.2.strategy.talk", "5", "arms.2.strategy.talk", "0 is \"A\", 1 is \"B\"");
    refused("arms.00.strategy.talk", "5", "arms.00.strategy.talk", "no entry \"00\" in arms");
    refused("debrief.7", "5", "debrief.7", "numbered: 0, 1");
    refused("arms.A.strategy.talk", "5", "arms.A.strategy.talk", "entries are numbered");
    refused("arms.1.name", "A", "arms.1.name", "two arms of one name");
    refused("run.days", "70", "events.0.day", "out of range");
    refused("run.days", "365", "run.days", "not a multiple of 7");
    refused("strategy.talk", "5", "strategy", "each of arms has its own strategy");
    refused("talk", "5", "talk", "belongs in the strategy of an arm");
    refused("title", "{ \"en\": ", "title", "ends too early");
    refused("", "5", "", "no such value");
    refused("market.", "5", "market.", "no such value");
    refused("events.1.set.market.customers", "900", "events.1.set.market.customers", "no event can change it");
}

TEST_CASE("setting arbitrary paths to arbitrary values never breaks a scenario") {
    Scenario scenario = parsed(small_scenario(kRich));
    const char* const parts[] = {"market", "arms", "0",       "1", "strategy", "talk",   "set",        "events",
                                 "title",  "en",   "debrief", "",  "$schema",  "target", "99999999999"};
    const char* const values[] = {"1",
                                  "{}",
                                  "[]",
                                  "[1]",
                                  "\"x\"",
                                  "word",
                                  "{\"en\":\"y\"}",
                                  "null",
                                  "-1e308",
                                  "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
                                  "{\"a\":"};
    for (std::uint64_t i = 0; i < 3000; ++i) {
        std::string path = parts[mix64(i) % std::size(parts)];
        for (std::uint64_t n = 1; n <= mix64(i + 7) % 5; ++n)
            path += "." + std::string(parts[mix64(i * 9 + n) % std::size(parts)]);
        const std::string before = write_scenario(scenario);
        const Diagnostics problems = set_value(scenario, path, values[mix64(i + 3) % std::size(values)]);
        CAPTURE(path);
        if (!problems.empty()) REQUIRE(write_scenario(scenario) == before);
        REQUIRE(write_scenario(parsed(write_scenario(scenario))) == write_scenario(scenario));
    }
}

TEST_CASE("the hash tells what can move a result, and nothing else") {
    const Scenario base = parsed(small_scenario(kRich));
    const auto hash_with = [&](const char* path, const char* value) {
        Scenario scenario = base;
        const Diagnostics problems = set_value(scenario, path, value);
        CAPTURE(all_of(problems));
        CHECK(problems.empty());
        return scenario_hash(scenario);
    };
    const std::string hash = scenario_hash(base);
    CHECK(hash.size() == 16);
    for (const char* path : {"market.margin", "brand.topic", "arms.1.strategy.promo_share", "events.1.set.market.failure_rate"})
        CHECK(hash_with(path, "0.31") != hash);
    CHECK(hash_with("run.warmup_days", "14") != hash);
    CHECK(hash_with("run.days", "364") != hash);
    CHECK(hash_with("events.1.day", "85") != hash);
    CHECK(hash_with("arms.0.name", "C") != hash);
    CHECK(hash_with("title", "Other") == hash);
    CHECK(hash_with("run.seed", "9") == hash);
    CHECK(hash_with("run.pairs", "9") == hash);
    CHECK(hash_with("target.amount", "9") == hash);
}

TEST_CASE("a diagnostic reads file, line, column, path, message") {
    CHECK(describe("a.json", {3, 4, "market.price", "too dear"}) == "a.json:3:4: market.price: too dear");
    CHECK(describe("--set", {0, 0, "market.price", "too dear"}) == "--set: market.price: too dear");
    CHECK(describe("a.json", {1, 1, "", "the file is empty"}) == "a.json:1:1: the file is empty");
}
