#include "study/evidence.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "model/sources.h"
#include "scenario/library.h"
#include "study/evidence/lab.h"
#include "../scenario/read_file.h"

using namespace parley;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> parts_of(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t stop = list.find("; ");
        parts.emplace_back(list.substr(0, stop));
        list = stop == std::string_view::npos ? std::string_view{} : list.substr(stop + 2);
    }
    return parts;
}

FactSpec made_up(std::vector<FactRowSpec> rows, std::vector<double> (*measure)(const evidence::Site&)) {
    return {"F0", "Made up", "Nothing.", "", "nothing", "", std::move(rows), measure};
}

}  // namespace

TEST_CASE("every fact of the table is an experiment, in the order of its number") {
    std::vector<std::string> names, wanted;
    for (const FactSpec& fact : facts()) names.emplace_back(fact.name);
    for (int n = 1; n <= 39; ++n)
        if (n != 20 && n != 29 && n != 38) wanted.push_back("F" + std::to_string(n));
    CHECK(names == wanted);
    CHECK(find_fact("f3") == find_fact("F3"));
    CHECK(find_fact("F20") == nullptr);
}

TEST_CASE("facts cite sources that are known, stand in at most eight markets, and say what they are about") {
    std::set<std::string> known, markets;
    for (const SourceSpec& source : sources()) known.insert(source.name);
    for (const FactSpec& fact : facts()) {
        CAPTURE(fact.name);
        for (const std::string& source : parts_of(fact.sources)) {
            CAPTURE(source);
            CHECK(known.count(source) == 1);
        }
        CHECK(!parts_of(fact.sources).empty());
        CHECK(std::string(fact.finding).size() > 20);
        CHECK(std::string(fact.knob).size() > 10);
        if (*fact.scenario) {
            markets.insert(fact.scenario);
            CHECK(shipped_scenario(fact.scenario).has_value());
        }
        for (const FactRowSpec& row : fact.rows) {
            CAPTURE(row.what);
            CHECK(row.low < row.high);
            CHECK(row.over < static_cast<int>(fact.rows.size()));
        }
    }
    CHECK(markets.size() <= 8);
}

TEST_CASE("worlds are added until the interval is a quarter of the band, and no longer") {
    // Numbers 0 and 2 in turn: the interval narrows as one over the root of the worlds.
    const FactSpec wide = made_up({{"turns", "-", 0, 4, Basis::Emergent}}, [](const evidence::Site& site) { return std::vector<double>{2.0 * (site.pair % 2)}; });
    const Fact fact = run_fact(wide, {100, 4, 400}, 2);
    CHECK(fact.rows[0].settled);
    CHECK(fact.rows[0].measured.high - fact.rows[0].measured.low <= 1);
    CHECK(fact.pairs > 4);
    CHECK(fact.pairs < 100);
    const Fact few = run_fact(wide, {100, 4, 6}, 1);
    CHECK(few.pairs == 6);
    CHECK_FALSE(few.rows[0].settled);
    CHECK(few.rows[0].held);
}

TEST_CASE("a ratio is that of the means, a world that cannot say is left out, and one outside the band falls short") {
    const FactSpec spec = made_up({{"ratio", "-", 0.4, 0.6, Basis::Emergent, 1}, evidence::kBelow, {"odd worlds only", "-", 9, 10, Basis::Assumed}},
                                  [](const evidence::Site& site) {
                                      const double below = 1 + site.pair;
                                      return std::vector<double>{0.5 * below, below, site.pair % 2 ? 3.0 : kNone};
                                  });
    const Fact fact = run_fact(spec, {100, 6, 6}, 1);
    REQUIRE(fact.rows.size() == 2);
    CHECK(fact.rows[0].measured.mean == doctest::Approx(0.5));
    CHECK(fact.rows[0].measured.high - fact.rows[0].measured.low == doctest::Approx(0));
    CHECK(fact.rows[0].held);
    CHECK(fact.rows[1].worlds == 3);
    CHECK_FALSE(fact.rows[1].held);
    CHECK_FALSE(fact.held());
    const FactSpec none = made_up({{"never", "-", 0, 1, Basis::Emergent}}, [](const evidence::Site&) { return std::vector<double>{kNone}; });
    const Fact unknown = run_fact(none, {100, 2, 2}, 1);
    CHECK(unknown.rows[0].worlds == 0);
    CHECK_FALSE(unknown.rows[0].held);
    CHECK(evidence_text(std::span(&unknown, 1)).find("not measured") != std::string::npos);
}

TEST_CASE("what a rule states is counted apart") {
    const FactSpec spec = made_up({{"stated", "-", 0, 1, Basis::Construction}, {"found", "-", 0, 1, Basis::Emergent}},
                                  [](const evidence::Site&) { return std::vector<double>{0.5, 0.5}; });
    const Fact fact = run_fact(spec, {100, 2, 2}, 1);
    CHECK(tally(std::span(&fact, 1), Basis::Emergent).rows == 1);
    CHECK(tally(std::span(&fact, 1), Basis::Construction).held == 1);
    CHECK(evidence_page(std::span(&fact, 1), kQuickPains).find("**1 of 1 numbers hold that no rule states") != std::string::npos);
}

TEST_CASE("a fact does not depend on the number of jobs") {
    const FactSpec* fact = find_fact("F11");
    REQUIRE(fact);
    const Pains pains{500, 3, 3};
    const Fact one = run_fact(*fact, pains, 1), two = run_fact(*fact, pains, 2);
    CHECK(evidence_json(std::span(&one, 1), pains) == evidence_json(std::span(&two, 1), pains));
}

TEST_CASE("an experiment notices a number of the model that was changed") {
    const Pains pains{1000, 2, 2};
    const FactSpec* repetition = find_fact("F5");
    const Fact usual = run_fact(*repetition, pains, 1);
    const Fact touchier = run_fact(*repetition, pains, 1, [](Market& market) { market.annoyance *= 4; });
    CHECK(touchier.rows[0].measured.mean < usual.rows[0].measured.mean - 1);
    const FactSpec* talk = find_fact("F12");
    const Fact even = run_fact(*talk, {20000, 2, 2}, 1, [](Market& market) { market.tell_negativity = 0; });
    CHECK(even.rows[0].measured.mean == doctest::Approx(1).epsilon(0.1));
}

TEST_CASE("every experiment answers each of its rows, with a number for one of them at least even in a village") {
    for (const FactSpec& spec : facts()) {
        CAPTURE(std::string(spec.name));
        const std::vector<double> sample = spec.measure({spec, 2000, 0, {}});
        REQUIRE(sample.size() == spec.rows.size());
        CHECK(std::any_of(sample.begin(), sample.end(), [](double number) { return std::isfinite(number); }));
    }
}

TEST_CASE("the page of the facts was measured with this engine, these defaults and these experiments") {
    const std::string page = test::read_file("web/guide/facts.md");
    CHECK(page.find(evidence_print()) != std::string::npos);  // stale: ./build/native/parley evidence --format md --out web/guide/facts.md --pictures web/guide/pictures
    for (const FactSpec& fact : facts()) CHECK(page.find("### " + std::string(fact.name) + " ") != std::string::npos);
    // Cheap facts are measured again in full, and their rows stand in the page.
    for (const char* name : {"F5", "F12", "F39"}) {
        CAPTURE(name);
        const Fact fact = run_fact(*find_fact(name), kFullPains, 2);
        const std::string again = evidence_page(std::span(&fact, 1), kFullPains);
        const std::string section = again.substr(again.find("\n### "));
        CHECK(page.find(section) != std::string::npos);
    }
    const std::string picture = test::read_file("web/guide/pictures/facts.svg");
    CHECK(picture.find("<svg") == 0);
}

TEST_CASE("a row that falls short says why on the page") {
    const std::string page = test::read_file("web/guide/facts.md");
    CHECK(page.find("**What is missed.** \n") == std::string::npos);
}
