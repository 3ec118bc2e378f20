#include "study/calibrate.h"

#include <doctest/doctest.h>

#include <set>

#include "model/sources.h"

using namespace parley;

TEST_CASE("the fitted block is what the table of the market calls fitted, and starts inside its limits") {
    std::set<std::string> block, told;
    for (const FittedSpec& fitted : fitted_block()) {
        CAPTURE(fitted.row);
        const ParamSpec* row = kMarketTable.find(fitted.row);
        REQUIRE(row);
        CHECK_FALSE(row->fixed);
        CHECK(fitted.low < fitted.high);
        CHECK(fitted.start > fitted.low);
        CHECK(fitted.start < fitted.high);
        CHECK(allowed(*row, fitted.low));
        CHECK(allowed(*row, fitted.high));
        CHECK(row->value >= fitted.low);
        CHECK(row->value <= fitted.high);
        block.insert(fitted.row);
    }
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& row : table->rows)
            if (origin_of(row) == Origin::Fitted) told.insert(row.name);
    CHECK(block == told);
}

TEST_CASE("a moment is a fitted row of the evidence, and there are no fewer of them than numbers to fit") {
    CHECK(moments().size() >= fitted_block().size());
    for (const MomentSpec& moment : moments()) {
        CAPTURE(moment.fact);
        const FactSpec* fact = find_fact(moment.fact);
        REQUIRE(fact);
        const FactRowSpec& row = fact->rows[moment.row];
        CHECK(row.basis == Basis::Fitted);
        CHECK(row.two_sided());
        CHECK(moment.published > row.low);
        CHECK(moment.published < row.high);
    }
}

TEST_CASE("fitting begins at the same values whatever the defaults are, and gives the same numbers for any jobs") {
    const CalibrationPains pains{300, 0.05, 1};
    const Calibration one = calibrate(pains, 1), two = calibrate(pains, 2);
    CHECK(calibration_text(one) == calibration_text(two));
    for (std::size_t i = 0; i < one.block.size(); ++i) CHECK(one.block[i].start == fitted_block()[i].start);
    CHECK(one.trials == trials_of(pains));
}
