#include "study/report.h"

#include <doctest/doctest.h>

#include <string>

#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/export.h"
#include "study/figure_svg.h"
#include "study/number_format.h"
#include "support/xml.h"

using namespace parley;

namespace {

struct Made {
    Ensemble ensemble;
    Comparison comparison;
};

Made make(const char* id, int pairs = 6, bool hostile = false) {
    Diagnostics problems;
    Scenario s = *parse_scenario(*shipped_scenario(id), problems);
    s.market.customers = 500;
    s.run.days = 84, s.run.warmup_days = 28, s.run.pairs = pairs;
    if (s.target) s.target->by_day = 84;
    s.events.clear();
    if (hostile) {
        s.title.en = "<script>alert('x')</script> & \"quotes\"";
        s.question.en = std::string(3000, 'W');
        s.arms[0].name = "Une stratégie dont le nom est <b>très</b> long, soixante lettres";
    }
    Ensemble e(s, pairs, 1);
    run_ensemble(e, 1);
    Comparison c = compare(e);
    return {e, c};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the report tells the comparison's own numbers, where they come from, and what the model cannot tell") {
    const Made m = make("01_billboard_or_dialogue");
    const Scenario& s = m.ensemble.scenario();
    const std::string page = report_html({m.ensemble, m.comparison});
    CHECK(support::xml_trouble(page) == "");
    CHECK(has(page, escaped(s.question.in("en"))));
    CHECK(has(page, escaped(m.comparison.verdict.text)));
    CHECK(has(page, m.ensemble.digest()));
    CHECK(has(page, scenario_hash(s)));
    CHECK(has(page, "seed 1"));
    CHECK(has(page, "in this model"));
    for (const char* name : {"sales", "profit", "buyers", "replies"}) {
        const Difference& d = m.comparison.difference(0, 1, name);
        const auto i = static_cast<std::size_t>(d.outcome - outcomes().data());
        const PrintedPair pair = printed_pair(*d.outcome, m.comparison.arms[0][i].mean, m.comparison.arms[1][i].mean, currency_sign(s));
        CAPTURE(name);
        CHECK(has(page, ">" + pair.a + "<"));
        CHECK(has(page, ">" + pair.b + "<"));
        CHECK(has(page, ">" + pair.gap + "<"));
    }
    // every lever in which the two differ, and no other
    for (const ParamSpec& row : kStrategyTable.rows) {
        CAPTURE(row.label);
        CHECK(has(page, "<th>" + escaped(row.label) + "</th>") == (value_of(s.arms[0].strategy, row) != value_of(s.arms[1].strategy, row)));
    }
}

TEST_CASE("the report runs nothing and loads nothing") {
    const Made m = make("01_billboard_or_dialogue");
    ReportInput in{m.ensemble, m.comparison};
    in.link = "https://example.org/#s=abc";
    std::string page = report_html(in);
    CHECK(has(page, "href=\"https://example.org/#s=abc\""));
    for (const char* never : {"<script", "<link", "<img", "<iframe", "@import", "url(", "src=", " onload", "javascript:"}) {
        CAPTURE(never);
        CHECK_FALSE(has(page, never));
    }
}

TEST_CASE("texts of people are escaped and kept short, whatever they type") {
    const Made m = make("01_billboard_or_dialogue", 6, true);
    ReportInput in{m.ensemble, m.comparison};
    in.notes.questions = {"What <i>now</i>?", "", ""};
    in.notes.answers[0] = std::string(900, 'a') + "END";
    in.notes.answers[1] = "</section><script>1</script>";
    in.notes.action = "Call \"them\" & ask";
    in.notes.person = "Zoë O'Neill";
    in.link = "https://x/\"><script>";
    in.qr_svg = "<svg onload=\"x\"></svg>";
    const std::string page = report_html(in);
    CHECK(support::xml_trouble(page) == "");
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "onload=\"x\""));
    CHECK(has(page, "What &lt;i&gt;now&lt;/i&gt;?"));
    CHECK(has(page, "Call &quot;them&quot; &amp; ask"));
    CHECK(has(page, "Zoë O&#39;Neill"));
    CHECK_FALSE(has(page, "aEND"));
    CHECK_FALSE(has(page, std::string(300, 'W')));
    in.qr_svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\" aria-label=\"Open it on your phone\"><path d=\"M0 0h1v1H0z\"/></svg>";
    CHECK(has(report_html(in), "M0 0h1v1H0z"));
}

TEST_CASE("a forecast stands beside the result and says whether it held") {
    const Made m = make("01_billboard_or_dialogue");
    ReportInput in{m.ensemble, m.comparison};
    const Verdict& v = m.comparison.verdict;
    in.forecast = ReportForecast{v.form == VerdictForm::Close ? -1 : v.leader, 0.7, {}};
    CHECK(has(report_html(in), tr("report.held")));
    in.forecast->leader = in.forecast->leader == 0 ? 1 : 0;
    in.forecast->line.assign(13, 0.05);
    const std::string page = report_html(in);
    CHECK(has(page, tr("report.missed")));
    CHECK(has(page, "70\u202f%"));
    CHECK(has(page, tr("gap_week.title")));   // drawn by hand: over the gap
}

TEST_CASE("twins and a single world make a page as well") {
    const Made twins = make("00_null_twins");
    CHECK(support::xml_trouble(report_html({twins.ensemble, twins.comparison})) == "");
    CHECK(has(report_html({twins.ensemble, twins.comparison}), tr("report.levers.none")));
    const Made one = make("02_leaders_megaphone", 1);
    const std::string page = report_html({one.ensemble, one.comparison});
    CHECK(support::xml_trouble(page) == "");
    CHECK_FALSE(has(page, "nan"));
}

TEST_CASE("a text is cut between characters") {
    CHECK(shortened("kürzer", 6) == "kürzer");
    CHECK(shortened("kürzer", 3) == "kü\u2026");
    CHECK(shortened("", 3) == "");
}

TEST_CASE("a decimal comma parts fields by semicolons and leaves names alone") {
    const Made m = make("01_billboard_or_dialogue");
    const std::string point = comparison_csv(m.ensemble, m.comparison), comma = comparison_csv(m.ensemble, m.comparison, Decimal::Comma);
    CHECK(comma.substr(0, 3) == "\uFEFF");
    std::string back = comma.substr(3);
    for (char& c : back) c = c == ',' ? '.' : c == ';' ? ',' : c;
    CHECK(back == point);
    CHECK(series_csv(m.ensemble, Decimal::Comma).find("EUR;1;") != std::string::npos);
}
