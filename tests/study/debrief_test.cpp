#include "study/debrief.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <string>

#include "study/strings.h"
#include "app/show.h"
#include "app/views/debrief.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/ensemble.h"
#include "support/study.h"

using namespace parley;
using namespace parley::support;

namespace {

// A plain win of the second arm: 10 % more of everything, every day, in all worlds; nobody leaves, nobody waits.
void plain(int pair, int arm, int, DayRecord& r) {
    const int more = arm == 1 ? 11 : 10;
    r[Observable::impressions] = 1000 * more;
    r[Observable::mentions] = 100 * more;
    r[Observable::likes] = 10 * more;
    r[Observable::visits] = 50 * more;
    r[Observable::purchases] = 40 * more;
    r[Observable::buyers] = 20 * more;
    r[Observable::gained] = 10 * more;
    r[Observable::sales] = (100000 + 10 * pair) * more;
    r[Observable::profit] = 40000 * more;
    r[Observable::followers] = 500;
    r[Observable::attitude] = static_cast<std::int64_t>(kFixedPoint * 1000 * 0.2);
    r[Observable::replies] = 20;
    r[Observable::replies_in_time] = 19;
}

struct Case {
    const char* rule;
    std::optional<Foretold> foretold;
    std::function<void(int, int, int, DayRecord&)> change;       // what makes the rule hold
    std::optional<Target> target = {};
    std::function<void(int, int, int, DayRecord&)> twin = {};    // where the plain win has the fact too
};

Facts facts_of(const Case& c) {
    Scenario scenario = two_arms(364);
    scenario.target = c.target;
    const int pairs = 20;
    const Ensemble ensemble = made_ensemble(scenario, pairs, [&](int pair, int arm, int day, DayRecord& r) {
        plain(pair, arm, day, r);
        if (c.change) c.change(pair, arm, day, r);
    });
    return gather_facts(ensemble, compare(ensemble), c.foretold);
}

bool holds(const Facts& facts, std::string_view id) {
    for (const QuestionRule& rule : question_rules())
        if (id == rule.id) return rule.holds(facts);
    FAIL("no such rule: " << id);
    return false;
}

void fewer_sales_in(int from, int to, int arm, int day, DayRecord& r) {
    if (arm == 1 && day >= from && day <= to) r[Observable::sales] = r[Observable::sales] * 8 / 11;
}
void second_wins_in(int of_20, int pair, int arm, DayRecord& r) {
    if (arm == 1 && pair >= of_20) r[Observable::sales] = r[Observable::sales] * 10 / 11 * 39 / 40;
}
void all_alike(int pair, int, int day, DayRecord& r) { plain(pair, 0, day, r); }

const Case kCases[] = {
    {"missed_direction", Foretold{0, 0.1}, {}},
    {"missed_tie", Foretold{-1, {}}, {}},
    {"missed_winner", Foretold{1, 0.1}, [](int p, int a, int, DayRecord& r) { second_wins_in(10, p, a, r); }},
    {"missed_size", Foretold{1, 0.4}, {}},
    {"forecast_right", Foretold{1, 0.11}, {}},
    {"feel_ahead", {}, {}},
    {"feel_open", {}, [](int p, int a, int, DayRecord& r) { second_wins_in(10, p, a, r); }},
    {"led_but_sold_less", {}, [](int, int a, int day, DayRecord& r) { fewer_sales_in(141, 238, a, day, r); }},
    {"leader_change", {}, [](int, int a, int day, DayRecord& r) { fewer_sales_in(1, 112, a, day, r); }},
    {"other_date", {}, [](int, int a, int day, DayRecord& r) { fewer_sales_in(1, 112, a, day, r); }},
    {"broken_link", {}, [](int, int a, int day, DayRecord& r) { if (a == 1 && day > 200 && day < 280) r[Observable::purchases] /= 2; }},
    {"target_one", {}, {}, Target{"sales", 3800000, 364}},
    {"target_none", {}, {}, Target{"sales", 9000000, 364}},
    {"split_one", {}, [](int, int a, int, DayRecord& r) { if (a == 1) r[Observable::buyers] = 200, r[Observable::purchases] = 400; }, {},
     [](int, int a, int, DayRecord& r) { if (a == 1) r[Observable::buyers] = 210; }},
    {"twins_luck", {}, all_alike},
    {"twins_reports", {}, all_alike},
    {"twins_change", {}, all_alike},
    {"near_border", {}, [](int p, int a, int, DayRecord& r) { second_wins_in(16, p, a, r); }},
    {"split_against", {}, [](int, int a, int, DayRecord& r) { if (a == 1) r[Observable::buyers] = 300, r[Observable::purchases] = 400; }},
    {"followers_lost", {}, [](int, int a, int day, DayRecord& r) { if (a == 0) r[Observable::followers] = 500 - day; }},
    {"late_replies", {}, [](int, int a, int, DayRecord& r) { if (a == 1) r[Observable::replies_in_time] = 8, r[Observable::unanswered] = 10; }},
    {"profit_against", {}, [](int, int a, int, DayRecord& r) { if (a == 1) r[Observable::profit] = 300000; }},
    {"dashboard", {}, [](int, int a, int, DayRecord& r) { if (a == 0) r[Observable::mentions] = 2000; }},
    {"other_wins", {}, {}},
    {"decide_anyway", {}, [](int p, int a, int, DayRecord& r) { second_wins_in(12, p, a, r); }},
};

}  // namespace

TEST_CASE("every rule fires where its fact is, and not in the twin without it") {
    std::set<std::string> seen;
    for (const Case& c : kCases) {
        CAPTURE(std::string(c.rule));
        seen.insert(c.rule);
        CHECK(holds(facts_of(c), c.rule));
        // The twin: nothing changed, nothing foretold, no target; where that is the fact itself, all arms alike.
        Case twin{c.rule, {}, {}};
        twin.change = c.twin;
        if (!c.foretold && !c.change && !c.target) twin.change = all_alike;
        CHECK_FALSE(holds(facts_of(twin), c.rule));
    }
    for (const QuestionRule& rule : question_rules()) CHECK_MESSAGE(seen.count(rule.id) == 1, rule.id);
}

TEST_CASE("every rule has words for every number it quotes, and a chart that exists") {
    std::set<std::string> ids;
    for (const Case& c : kCases) {
        const Facts facts = facts_of(c);
        for (const QuestionRule& rule : question_rules()) {
            if (!rule.holds(facts)) continue;
            CAPTURE(std::string(rule.id));
            ids.insert(rule.id);
            REQUIRE(has_text("debrief." + std::string(rule.id)));
            CHECK(has_text("debrief.kind." + std::to_string(static_cast<int>(rule.kind))));
            const std::string text = question_text({&rule, rule.quotes(facts)}, two_arms(364));
            CAPTURE(text);
            CHECK(text.find('{') == std::string::npos);
            CHECK(text.find('?') != std::string::npos);
            for (const Quote& q : rule.quotes(facts)) {
                CHECK(std::isfinite(q.value));
                CHECK(tr("debrief." + std::string(rule.id)).find('{' + std::string(q.hole) + '}') != std::string::npos);
            }
            if (std::string_view(rule.chart) != "map") CHECK(find_shown(rule.chart) != nullptr);
        }
    }
    CHECK(ids.size() == question_rules().size());
}

TEST_CASE("three questions at most, of different kinds, in the order of a debrief") {
    for (const Case& c : kCases) {
        const std::vector<Question> questions = choose_questions(facts_of(c));
        CAPTURE(std::string(c.rule));
        CHECK(questions.size() == kQuestions);
        for (std::size_t i = 1; i < questions.size(); ++i) CHECK(questions[i - 1].rule->kind <= questions[i].rule->kind);
        std::set<QuestionKind> kinds;
        for (const Question& q : questions) kinds.insert(q.rule->kind);
        CHECK(kinds.size() == questions.size());
        // Nothing that surprises more was passed over in favour of the same kind.
        for (const Question& q : questions)
            for (const QuestionRule& rule : question_rules())
                if (rule.kind == q.rule->kind && rule.surprise > q.rule->surprise && rule.holds(facts_of(c)))
                    CHECK(std::any_of(questions.begin(), questions.end(),
                                      [&](const Question& other) { return std::string_view(other.rule->chart) == rule.chart; }));
    }
}

TEST_CASE("the weeks of a lead that sold less are those in which it was so, with the money of those weeks") {
    const Facts facts = facts_of({"", {}, [](int, int a, int day, DayRecord& r) { fewer_sales_in(141, 238, a, day, r); }});
    REQUIRE(facts.led_but_sold_less.has_value());
    const Facts::Stretch& s = *facts.led_but_sold_less;
    CHECK(s.arm == 1);
    CHECK(s.indicator == Observable::visits);
    CHECK(s.from_week == 21);
    CHECK(s.to_week == 34);
    CHECK(s.more == doctest::Approx(0.1));
    // 98 days, two elevenths short of what the first arm sold; cents.
    double less = 0;
    for (int pair = 0; pair < 20; ++pair)
        less += 98.0 * ((100000 + 10 * pair) * 10 - std::floor((100000.0 + 10 * pair) * 11 * 8 / 11)) / 100 / 20;
    CHECK(s.less == doctest::Approx(less));
    // A lead of three weeks is weather.
    CHECK_FALSE(facts_of({"", {}, [](int, int a, int day, DayRecord& r) { fewer_sales_in(141, 161, a, day, r); }}).led_but_sold_less.has_value());
}

TEST_CASE("quoted numbers are the comparison's") {
    Scenario scenario = two_arms(364);
    scenario.target = Target{"sales", 3800000, 364};
    const Ensemble ensemble = made_ensemble(scenario, 20, plain);
    const Comparison c = compare(ensemble);
    const Facts facts = gather_facts(ensemble, c);
    const auto mean = [&](std::size_t arm, const char* name) { return c.arms[arm][static_cast<std::size_t>(find_outcome(name) - outcomes().data())].mean; };
    CHECK(facts.sales[0] == mean(0, "sales"));
    CHECK(facts.sales[1] == mean(1, "sales"));
    CHECK(facts.profit[1] == mean(1, "profit"));
    CHECK(facts.split.total == c.split.total);
    CHECK(facts.gap_share == doctest::Approx(c.verdict.gap_share));
    CHECK(facts.end_ahead == c.verdict.ahead);
    REQUIRE(facts.target.has_value());
    CHECK(facts.target->got[0] == doctest::Approx(mean(0, "sales")));
    CHECK(facts.target->got[1] == doctest::Approx(mean(1, "sales")));
    // The day it was reached on is the first on which the mean is that large.
    const int day = facts.target->day[1];
    REQUIRE(day > 1);
    CHECK(mean_outcome(*find_outcome("sales"), ensemble.results(), 1, 1000, day) >= 3800000);
    CHECK(mean_outcome(*find_outcome("sales"), ensemble.results(), 1, 1000, day - 1) < 3800000);
    CHECK(facts.target->day[0] == 0);
}

TEST_CASE("every shipped scenario gets three questions with finite numbers") {
    for (const std::string& id : scenario_ids()) {
        CAPTURE(id);
        Diagnostics problems;
        std::optional<Scenario> scenario = parse_scenario(*shipped_scenario(id), problems);
        REQUIRE(scenario.has_value());
        scenario->market.customers = 800;
        Ensemble ensemble(*scenario, 3, 1);
        run_ensemble(ensemble, 2);
        const std::vector<Question> questions = choose_questions(gather_facts(ensemble, compare(ensemble)));
        CHECK(questions.size() == kQuestions);
        for (const Question& q : questions) {
            const std::string text = question_text(q, *scenario);
            CAPTURE(text);
            CHECK(text.find('{') == std::string::npos);
            for (const Quote& quote : q.quotes) CHECK(std::isfinite(quote.value));
        }
    }
}

TEST_CASE("facts about an early date are those of a run that ends there, whatever happens afterwards") {
    const auto facts_by = [](int days) {
        Scenario scenario = two_arms(days);
        scenario.target = Target{"sales", 1000, 91};
        const Ensemble ensemble = made_ensemble(scenario, 5, [](int pair, int arm, int day, DayRecord& r) {
            plain(pair, arm, day, r);
            if (day > 91 && arm == 0) r[Observable::mentions] *= 50, r[Observable::replies_in_time] = 0, r[Observable::followers] = 1;
        });
        return gather_facts(ensemble, compare(ensemble, 0, 1, verdict_day(scenario)), {});
    };
    const Facts early = facts_by(364), whole = facts_by(91);
    CHECK(early.mentions == whole.mentions);
    CHECK(early.sales == whole.sales);
    CHECK(early.profit == whole.profit);
    CHECK(early.waiting.has_value() == whole.waiting.has_value());
    CHECK(early.leaving.has_value() == whole.leaving.has_value());
}
