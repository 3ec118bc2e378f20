#include "model/params.h"

#include <doctest/doctest.h>

#include <limits>
#include <set>
#include <string>

#include "model/observation.h"

using namespace parley;

TEST_CASE("every row has a name, a label, a unit, a help and a source, and names and labels are told apart") {
    for (const ParamTable* table : param_tables()) {
        std::set<std::string> names, labels;
        for (const ParamSpec& row : table->rows) {
            CAPTURE(row.name);
            CHECK(names.insert(row.name).second);
            CHECK(labels.insert(row.label).second);
            CHECK(std::string(row.unit).size() > 0);
            CHECK(std::string(row.help).back() == '.');
            CHECK(std::string(row.source).size() > 0);
            CHECK(allowed(row, row.value));
            CHECK(table->find(row.name) == &row);
        }
    }
    CHECK(kMarketTable.find("no_such_row") == nullptr);
}

TEST_CASE("a default in the struct is the default of its row") {
    const Market market;
    const Brand brand;
    const Strategy strategy;
    const RunSettings run;
    for (const ParamSpec& row : kMarketTable.rows) CHECK(value_of(market, row) == row.value);
    for (const ParamSpec& row : kBrandTable.rows) CHECK(value_of(brand, row) == row.value);
    for (const ParamSpec& row : kStrategyTable.rows) CHECK(value_of(strategy, row) == row.value);
    for (const ParamSpec& row : kRunTable.rows) CHECK(value_of(run, row) == row.value);
}

TEST_CASE("numbers outside a row's range, fractions of a count and no numbers at all are not allowed") {
    const ParamSpec& customers = *kMarketTable.find("customers");
    CHECK(allowed(customers, 5000));
    CHECK_FALSE(allowed(customers, 5000.5));
    CHECK_FALSE(allowed(customers, customers.min - 1));
    CHECK_FALSE(allowed(customers, customers.max + 1));
    CHECK_FALSE(allowed(customers, std::numeric_limits<double>::quiet_NaN()));
    CHECK_FALSE(allowed(customers, std::numeric_limits<double>::infinity()));
}

TEST_CASE("every observable has a unit and a help, and can be found by name") {
    std::set<std::string> names;
    for (const ObservableSpec& spec : observables()) {
        CHECK(names.insert(spec.name).second);
        CHECK(std::string(spec.help).back() == '.');
        CHECK(std::string(spec.unit).size() > 0);
        CHECK(find_observable(spec.name) == &spec);
    }
}

TEST_CASE("every lever says which observable it moves") {
    for (const ParamSpec& lever : kStrategyTable.rows) {
        CAPTURE(lever.name);
        CHECK(find_observable(lever.moves) != nullptr);
        CHECK(lever.group != LeverGroup::None);
    }
}
