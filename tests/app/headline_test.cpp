// The sentence at the head of the page, drawn without a window (tests/support/page.h).
#include <doctest/doctest.h>

#include <string>

#include "app/theme.h"
#include "app/views/memory.h"
#include "study/number_format.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("the verdict names the leader, the gap, the worlds and the model") {
    Page page;
    page.live_worlds();
    page.frames(2);
    std::string spoken = page.find("verdict")->name;
    const Comparison& c = *page.session.comparison();
    INFO(spoken);
    CHECK(spoken.find("in this model") != std::string::npos);
    if (c.verdict.leader >= 0) {
        CHECK(spoken.find(page.session.scenario().arms[static_cast<std::size_t>(c.verdict.leader)].name) != std::string::npos);
        CHECK(spoken.find(std::to_string(c.verdict.ahead) + " of " + std::to_string(c.verdict.pairs) + " worlds") !=
              std::string::npos);
    }
    CHECK(page.ui.announcement() == spoken);
}

TEST_CASE("twins: no difference at all") {
    Page page;
    REQUIRE(page.session.set("arms.1.strategy.talk", "100").empty());
    for (const ParamSpec& row : kStrategyTable.rows)
        page.session.set_lever(1, row, value_of(page.session.scenario().arms[0].strategy, row));
    page.live_worlds();
    page.frames(2);
    CHECK(page.find("verdict")->name.find(tr("verdict.twins")) == 0);
}

TEST_CASE("where the lead changes the headline names both leaders, and who has more in all, on one line at every size") {
    for (const bool projector : {false, true})
        for (Size size : kSizes) {
            CAPTURE(size_name(size));
            CAPTURE(projector);
            Page page(size);
            page.state.projector = projector;
            fit_fonts(size.width, size.height, 1, projector);
            load_fonts(1, 1);
            REQUIRE(page.session.load_shipped("01_billboard_or_dialogue").empty());
            REQUIRE(page.session.set("arms.0.strategy.promo_share", "0.32").empty());
            REQUIRE(page.session.set("run.pairs", "3").empty());
            page.live_worlds();
            page.frame();
            page.memory().record_texts = true;
            page.frame();
            REQUIRE(page.session.comparison() != nullptr);
            const Verdict& v = page.session.comparison()->verdict;
            REQUIRE(v.form == VerdictForm::Date);
            REQUIRE(v.leader == 1);
            REQUIRE(v.gap < 0);
            const std::string spoken = page.find("verdict")->name;
            INFO(spoken);
            CHECK(spoken.find("Broadcast leads in sales until week ") == 0);
            CHECK(spoken.find(", then Conversation. Broadcast has ") != std::string::npos);
            CHECK(spoken.find("in 3 of 3 worlds") != std::string::npos);
            check_texts(page.memory().texts, size);
            fit_fonts(size.width, size.height, 1, false);
        }
}
