#include "study/briefs.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "app/session/session.h"
#include "study/strings.h"
#include "app/views/briefs.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "support/study.h"

using namespace parley;

namespace {

Scenario shipped(const std::string& id) {
    Diagnostics problems;
    std::optional<Scenario> scenario = parse_scenario(*shipped_scenario(id), problems);
    REQUIRE(scenario.has_value());
    return *scenario;
}

std::string fact_of(const Scenario& s, BriefRole role, const World* before = nullptr) {
    return make_briefs(s, before)[static_cast<std::size_t>(role)].fact.rule->id;
}

}  // namespace

TEST_CASE("every shipped scenario gives each of five roles one fact and one metric, in words without holes") {
    std::set<std::string> used;
    for (const std::string& id : scenario_ids()) {
        const Scenario s = shipped(id);
        CAPTURE(id);
        for (const Brief& brief : make_briefs(s, nullptr)) {
            CHECK(brief.fact.rule->role == brief.role);
            CHECK(brief.metric.rule->role == brief.role);
            CHECK_FALSE(brief.fact.rule->metric);
            CHECK(brief.metric.rule->metric);
            used.insert(brief.fact.rule->id);
            const BriefWords words = brief_words(brief, s);
            for (const std::string* text : {&words.role, &words.fact, &words.metric}) {
                CAPTURE(*text);
                CHECK_FALSE(text->empty());
                CHECK(text->find('{') == std::string::npos);
                CHECK(text->find("brief.") == std::string::npos);
            }
            for (const Quote& q : brief.fact.quotes) CHECK(std::isfinite(q.value));
        }
    }
    for (const char* id : {"ceo_leaves", "ceo_target", "operations_event", "operations_failures", "marketing_reach", "service_reply", "finance_margin"})
        CHECK_MESSAGE(used.count(id) == 1, id);
}

TEST_CASE("who leaves, what comes out and what breaks is known only where the scenario has it, on its date") {
    Scenario s = support::two_arms(364);
    CHECK(fact_of(s, BriefRole::Ceo) == "ceo_share");
    CHECK(fact_of(s, BriefRole::Operations) == "operations_failures");
    s.target = Target{"sales", 364000, 182};
    CHECK(fact_of(s, BriefRole::Ceo) == "ceo_target");
    const auto with_target = make_briefs(s, nullptr);
    for (const Quote& q : with_target[0].fact.quotes)
        if (std::string_view(q.hole) == "per_week") CHECK(q.value == doctest::Approx(14000));
    s.target = Target{"trust", 0.5, 182};          // does not add up: nothing a week
    CHECK(fact_of(s, BriefRole::Ceo) == "ceo_share");
    Event scandal;
    scandal.day = 100;
    scandal.what = What::scandal_breaks;
    s.events = {scandal};
    CHECK(fact_of(s, BriefRole::Ceo) == "ceo_scandal");
    CHECK(make_briefs(s, nullptr)[0].fact.quotes[0].value == 15);
    Event fault;
    fault.day = 140;
    fault.changes = {{&kMarketTable, kMarketTable.find("failure_rate"), 0.4, -1}};
    s.events.push_back(fault);
    s.market.failure_rate = 0.04;
    REQUIRE(fact_of(s, BriefRole::Operations) == "operations_event");
    const std::vector<Quote> quotes = make_briefs(s, nullptr)[3].fact.quotes;
    CHECK(quotes[0].value == 20);
    CHECK(quotes[2].value == 0.04);
    CHECK(quotes[3].value == 0.4);
    s.market.margin = 0;
    CHECK(fact_of(s, BriefRole::Finance) == "finance_price");
}

TEST_CASE("numbers of a brief are the scenario's own, and its metrics stand as the world does before the first day") {
    Session session;
    REQUIRE(session.load_shipped("01_billboard_or_dialogue").empty());
    for (int n = 0; n < 4000 && !session.town().start(); ++n) session.update(0.01, 50);
    REQUIRE(session.town().start() != nullptr);
    const World& world = session.town().start()->world;
    const Scenario& s = session.scenario();
    const auto briefs = make_briefs(s, &world);
    const auto quote = [&](std::size_t role, bool metric, std::string_view hole) {
        for (const Quote& q : metric ? briefs[role].metric.quotes : briefs[role].fact.quotes)
            if (hole == q.hole) return q.value;
        FAIL("no such hole");
        return 0.0;
    };
    const DayRecord& r = world.record;
    CHECK(quote(0, true, "now") == static_cast<double>(r[Observable::bought] + r[Observable::repeat]));
    CHECK(quote(0, true, "now") > 100);
    CHECK(quote(1, true, "now") == 5000 - static_cast<double>(r[Observable::never]));
    CHECK(quote(2, true, "now") > 0.05);
    CHECK(quote(2, true, "now") < 1);
    CHECK(quote(3, true, "now") == doctest::Approx(0.7).epsilon(0.05));
    CHECK(quote(4, true, "now") == doctest::Approx(static_cast<double>(r[Observable::profit]) / 100));
    CHECK(quote(1, false, "impressions") == doctest::Approx(s.market.neutral_budget_per_day / s.market.cost_per_thousand * 1000));
    CHECK(quote(2, false, "replies") == doctest::Approx(s.market.neutral_budget_per_day / 10 / s.market.cost_per_employee_reply));
    CHECK(quote(4, false, "left") == doctest::Approx(28 * 0.6));
}

TEST_CASE("the page to print is one file with five sheets and nothing from elsewhere, and texts cannot break it") {
    Scenario s = shipped("04_ambassador_leaves");
    s.title.en = "A & B <script>alert(1)</script>";
    const std::string page = briefs_html(s, nullptr);
    std::size_t sheets = 0;
    for (std::size_t at = page.find("<section>"); at != std::string::npos; at = page.find("<section>", at + 1)) ++sheets;
    CHECK(sheets == 5);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("&lt;script&gt;") != std::string::npos);
    CHECK(page.find("http") == std::string::npos);
    CHECK(page.find("week 40") != std::string::npos);
    for (const RoleBrief& role : s.roles) CHECK(page.find(role.name.en) != std::string::npos);
}
