#include "cli/cli.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/says.h"
#include "parley_version.h"
#include "scenario/json_tree.h"

using namespace parley;
using namespace parley::test;

namespace {

namespace fs = std::filesystem;

// A folder that is gone when the test ends.
struct Folder {
    fs::path path;
    explicit Folder(const char* name = "parley_cli_test") : path(fs::temp_directory_path() / name) {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    std::string file(const char* name) const { return (path / name).string(); }
};

// Twins in a town small enough for a test.
Outcome small(std::string command, std::vector<std::string> more) {
    const Folder folder("parley_cli_twins");
    std::ofstream(folder.file("twins.json"))
        << "{\"format\": \"parley.scenario/1\", \"id\": \"twins\", \"title\": \"Twins\", \"market\": {\"customers\": 200},"
           " \"arms\": [{\"name\": \"Twin A\", \"strategy\": {}}, {\"name\": \"Twin B\", \"strategy\": {}}],"
           " \"run\": {\"days\": 28, \"warmup_days\": 7}}";
    std::vector<std::string> arguments{std::move(command), folder.file("twins.json")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return parley_says(arguments);
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("the program names itself and helps") {
    CHECK(parley_says({"--version"}).out == "parley " PARLEY_VERSION "\n");
    CHECK(parley_says({"--version"}).exit == kDone);
    const Outcome help = parley_says({"--help"});
    CHECK(help.exit == kDone);
    for (const char* command : {"run", "compare", "validate", "params", "schema", "bless", "bench"}) {
        CHECK(has(help.out, command));
        CHECK(parley_says({command, "--help"}).exit == kDone);
    }
}

TEST_CASE("wrong usage is exit 2, with the nearest name and nothing on standard output") {
    const std::vector<std::pair<std::vector<std::string>, const char*>> cases = {
        {{}, "Usage"},
        {{"comapre", "00_null_twins"}, "perhaps compare"},
        {{"study", "x"}, "there is no command \"study\""},
        {{"compare"}, "SCENARIO is required"},
        {{"compare", "00_null_twins", "--pair", "3"}, "perhaps --pairs"},
        {{"compare", "00_null_twins", "--pairs", "many"}, "takes a whole number"},
        {{"compare", "00_null_twins", "--pairs", "1.5"}, "takes a whole number"},
        {{"compare", "00_null_twins", "--jobs", "0"}, "--jobs"},
        {{"compare", "00_null_twins", "--format", "xml"}, "text|csv|json"},
        {{"compare", "00_null_twins", "--set", "market.customers"}, "PATH=VALUE"},
        {{"run", "00_null_twins", "--arm", "Twin"}, "there is no arm \"Twin\""},
        {{"bench", "--only", "W9"}, "there is no work \"W9\"; perhaps W1"},
        {{"bench", "--only", "W33"}, "perhaps W3"},
        {{"bench", "--customers", "5"}, "--customers"},
        {{"bench", "--agianst", "x"}, "perhaps --against"},
    };
    for (const auto& one : cases) {
        const Outcome outcome = parley_says(one.first);
        const std::string part = one.second;
        CAPTURE(outcome.err);
        CAPTURE(part);
        CHECK(outcome.exit == kWrongUsage);
        CHECK(outcome.out.empty());
        CHECK(has(outcome.err, part));
    }
}

TEST_CASE("wrong input is exit 1, every problem told") {
    CHECK(parley_says({"compare", "00_null_twins", "--pairs", "0"}).exit == kWrongInput);
    CHECK(parley_says({"compare", "00_null_twins", "--seed", "-1"}).exit == kWrongInput);
    const Outcome two = small("compare", {"--set", "market.custmers=5", "--set", "arms.1.strategy.converse=900"});
    CHECK(two.exit == kWrongInput);
    CHECK(has(two.err, "market.custmers"));
    CHECK(has(two.err, "arms.1.strategy.converse"));

    const Folder folder;
    std::ofstream(folder.file("bad.json")) << "{ \"format\": \"parley.scenario/1\",\n  \"mraket\": {} }\n";
    const Outcome file = parley_says({"validate", folder.file("bad.json"), "00_null_twins"});
    CHECK(file.exit == kWrongInput);
    CHECK(has(file.err, folder.file("bad.json") + ":2:3: mraket: "));
    CHECK(has(file.err, "market"));
    CHECK(parley_says({"compare", folder.file("bad.json")}).exit == kWrongInput);
}

TEST_CASE("a file that cannot be read or written is exit 3") {
    const Folder folder;
    CHECK(parley_says({"compare", folder.file("none.json")}).exit == kNoFile);
    CHECK(parley_says({"compare", folder.path.string()}).exit == kNoFile);
    CHECK(parley_says({"validate", "00_null_twins", folder.file("none.json")}).exit == kNoFile);
    const Outcome near = parley_says({"compare", "00_null_twin"});
    CHECK(near.exit == kNoFile);
    CHECK(has(near.err, "perhaps 00_null_twins"));
    CHECK(small("compare", {"--pairs", "1", "--out", folder.path.string()}).exit == kNoFile);
    CHECK(small("compare", {"--pairs", "1", "--out", folder.file("no/such/folder.csv")}).exit == kNoFile);
    CHECK(parley_says({"bless", "--root", folder.path.string()}).exit == kNoFile);
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("files and shipped scenarios are validated together") {
    CHECK(parley_says({"validate", "00_null_twins", "01_billboard_or_dialogue"}).out == "2 files, all valid\n");
    CHECK(parley_says({"validate", std::string(PARLEY_SOURCE_DIR) + "/scenarios/00_null_twins.json"}).out == "1 file, valid\n");
}

TEST_CASE("twins differ by exactly nothing") {
    const Outcome outcome = small("compare", {"--pairs", "2", "--format", "json"});
    REQUIRE(outcome.exit == kDone);
    CHECK(outcome.err.empty());
    Problems problems;
    const auto json = read_json(outcome.out, problems);
    REQUIRE(json);
    for (const JsonNode& d : json->find("differences")->items)
        for (const char* key : {"mean", "low", "high"}) CHECK(d.find(key)->number == 0);
}

TEST_CASE("a result is the same on one thread and on two, on standard output and in a file") {
    const Folder folder;
    const Outcome one = small("compare", {"--pairs", "3", "--format", "json", "--jobs", "1"});
    const Outcome two = small("compare", {"--pairs", "3", "--format", "json", "--jobs", "2"});
    CHECK(one.exit == kDone);
    CHECK(one.out == two.out);
    std::ofstream(folder.file("result.json")) << "old";
    const Outcome written = small("compare", {"--pairs", "3", "--format", "json", "--out", folder.file("result.json")});
    CHECK(written.exit == kDone);
    CHECK(written.out.empty());
    CHECK(content_of(folder.file("result.json")) == one.out);
    // Nothing is left beside it.
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
    CHECK(small("compare", {"--pairs", "3", "--format", "json", "--seed", "2"}).out != one.out);
}

TEST_CASE("one world is told day by day, for all arms or one") {
    CHECK(has(small("run", {}).out, "weeks"));
    const std::string all = small("run", {"--format", "csv"}).out, one = small("run", {"--format", "csv", "--arm", "Twin B"}).out;
    CHECK(std::count(all.begin(), all.end(), '\n') == 1 + 2 * 28);
    CHECK(std::count(one.begin(), one.end(), '\n') == 1 + 28);
    CHECK(has(small("run", {"--format", "json"}).out, "parley.run/1"));
}

TEST_CASE("text, csv and series come in their shapes") {
    CHECK(has(small("compare", {"--pairs", "2"}).out, "No difference at all in this model"));
    CHECK(has(small("compare", {"--pairs", "2", "--series"}).out, "every 4 weeks"));
    CHECK(small("compare", {"--pairs", "2", "--format", "csv"}).out.rfind("a,b,outcome,unit,", 0) == 0);
    CHECK(small("compare", {"--pairs", "2", "--format", "csv", "--series"}).out.rfind("arm,observable,unit,day,", 0) == 0);
    CHECK(has(small("compare", {"--pairs", "2", "--format", "json", "--series"}).out, "\"series\""));
}

TEST_CASE("parameters and schema are printed from the tables") {
    CHECK(has(parley_says({"params"}).out, "budget_per_day"));
    CHECK(has(parley_says({"params", "--format", "md"}).out, "budget_per_day"));
    CHECK(has(parley_says({"params", "--format", "json"}).out, "\"budget_per_day\""));
    CHECK(has(parley_says({"schema"}).out, "https://json-schema.org/draft/2020-12/schema"));
}

TEST_CASE("bless writes a baseline per scenario, once") {
    const Folder folder;
    for (const char* part : {"scenarios", "tests/baselines", "src/study"}) fs::create_directories(folder.path / part);
    std::ofstream(folder.file("tests/baselines/99_gone.csv")) << "old\n";
    std::ofstream(folder.file("scenarios/90_small.json"))
        << "{\"format\": \"parley.scenario/1\", \"id\": \"90_small\", \"title\": \"Small\", \"market\": {\"customers\": 200},"
           " \"arms\": [{\"name\": \"A\", \"strategy\": {}}, {\"name\": \"B\", \"strategy\": {\"talk\": 50}}],"
           " \"run\": {\"days\": 28, \"warmup_days\": 7}}";
    const Outcome first = parley_says({"bless", "--root", folder.path.string()});
    CAPTURE(first.err);
    CHECK(first.exit == kDone);
    CHECK(content_of(folder.file("tests/baselines/90_small.csv")).rfind("arm,outcome,unit,mean\n,digest,,", 0) == 0);
    CHECK_FALSE(fs::exists(folder.file("tests/baselines/99_gone.csv")));
    CHECK(has(parley_says({"bless", "--root", folder.path.string()}).out, "1 scenario, 0 files changed"));
}

TEST_CASE("a benchmark tells its works and stands beside an earlier one") {
    const std::vector<std::string> quick = {"bench", "--quick", "--only", "W2", "--customers", "200", "--format", "json"};
    const Outcome outcome = parley_says(quick);
    CHECK(outcome.exit == kDone);
    CHECK(outcome.err.empty());
    Problems problems;
    const auto json = read_json(outcome.out, problems);
    REQUIRE(json);
    REQUIRE(json->items.size() == 1);
    const JsonNode& work = json->items[0];
    CHECK(work.find("work")->text == "W2");
    const std::string platform = work.find("platform")->text;
    CHECK((platform == "native" || platform == "wasm"));
    CHECK(work.find("customers")->number == 200);
    CHECK(work.find("days")->number == 364);
    for (const char* key : {"ns_per_customer_day", "bytes_per_customer", "reference_ns", "ratio", "seconds"}) {
        CAPTURE(key);
        REQUIRE(work.find(key));
        CHECK(work.find(key)->number > 0);
    }
    CHECK(work.find("shares")->find("exposure")->number > 0);

    const Folder folder;
    const auto beside = [&](double ratio) {
        std::ofstream(folder.file("earlier.json")) << "[{\"work\": \"W2\", \"platform\": \"" << platform
                                                   << "\", \"customers\": 200, \"jobs\": 1, \"ratio\": " << ratio << "}]";
        std::vector<std::string> arguments = quick;
        arguments.insert(arguments.end(), {"--against", folder.file("earlier.json")});
        return parley_says(arguments);
    };
    const double ratio = work.find("ratio")->number;
    CHECK(beside(100 * ratio).exit == kDone);
    const Outcome slow = beside(ratio / 100);
    CHECK(slow.exit == kFellShort);
    CHECK(has(slow.err, "slower than the limit of 1.3"));
    CHECK(read_json(slow.out, problems));

    std::ofstream(folder.file("twins.json")) << "{ \"format\": \"parley.scenario/1\" }";
    CHECK(parley_says({"bench", "--against", folder.file("twins.json")}).exit == kWrongInput);
    CHECK(parley_says({"bench", "--against", folder.file("none.json")}).exit == kNoFile);
    CHECK(has(parley_says({"bench", "--quick", "--only", "W1", "--customers", "1000"}).out, "W1 share of a day: "));
}
