#include <doctest/doctest.h>

#include <set>

#include "model/network_report.h"
#include "model/observation.h"
#include "model/params.h"
#include "model/process/process.h"
#include "read_file.h"
#include "scenario/odd.h"

using namespace parley;
using namespace parley::test;

namespace {

const std::string kFile = "src/model/ODD.md";

// Every name the code has for a row, field, process or choice.
std::set<std::string> known_names() {
    std::set<std::string> names;
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& row : table->rows) {
            names.insert(row.name);
            names.insert(std::string(table->name) + "." + row.name);
            for (const OptionSpec& option : row.options) names.insert(option.code);
        }
    for (const ObservableSpec& o : observables()) names.insert(o.name);
    for (const process::ProcessSpec& p : process::schedule()) names.insert(p.name);
    for (const OptionSpec& kind : event_kinds()) names.insert(kind.code);
    for (const char* name : {
#define TRAIT(type, name, range, help) #name,
#define MIND(type, name, range, help) #name,
#define FIRM(name, range, help) #name,
#define TERM(name, label) #name,
#include "model/entities.def"
#include "model/terms.def"
#undef TERM
#undef FIRM
#undef MIND
#undef TRAIT
         })
        names.insert(name);
    return names;
}

}  // namespace

TEST_CASE("the tables of the model description are those of the code") {
    const std::string text = read_file(kFile);
    REQUIRE_FALSE(text.empty());
    for (const char* table : {"state", "schedule", "observables", "parameters"})
        CHECK(text.find("<!-- table: " + std::string(table) + " -->") != std::string::npos);
    const bool fresh = with_odd_tables(text) == text;
    INFO("stale: run parley bless");
    CHECK(fresh);
}

TEST_CASE("the model description names only what exists") {
    const std::string text = read_file(kFile);
    const std::set<std::string> known = known_names();
    // Words in backticks that look like a name: small letters, digits, _ and one dot.
    for (std::size_t at = text.find('`'); at != text.npos; at = text.find('`', at)) {
        const std::size_t end = text.find('`', at + 1);
        REQUIRE(end != text.npos);
        const std::string word = text.substr(at + 1, end - at - 1);
        at = end + 1;
        const bool name = !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == word.npos && word.find('_') != word.npos;
        if (name) CHECK_MESSAGE(known.count(word) == 1, word);
    }
}

TEST_CASE("the model description has the seven elements and a section for every process") {
    const std::string text = read_file(kFile);
    for (const char* element : {"Purpose and patterns", "Entities, state variables and scales", "Process overview and scheduling", "Design concepts",
                                "Initialization", "Input data", "Submodels"})
        CHECK_MESSAGE(text.find(element) != std::string::npos, element);
    const std::string submodels = text.substr(text.find("Submodels"));
    for (const process::ProcessSpec& p : process::schedule())
        CHECK_MESSAGE(submodels.find("`" + std::string(p.name) + "`") != std::string::npos, p.name);
}

TEST_CASE("tables are filled between their marks and nothing else moves") {
    const std::string text = "# T\n\n<!-- table: schedule --><!-- end -->\n\nafter <!-- table: nothing -->kept<!-- end -->\n";
    const std::string filled = with_odd_tables(text);
    CHECK(filled.find("`budget`") != std::string::npos);
    CHECK(filled.find("-->kept<!--") != std::string::npos);
    CHECK(with_odd_tables(filled) == filled);
}
