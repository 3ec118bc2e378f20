// Claims: the table is whole, the rule of what is expressed can say no, and a turn is found where it is.
#include "study/claims.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "../scenario/read_file.h"
#include "parley_version.h"
#include "scenario/scenario_json.h"
#include "study/claims/lab.h"
#include "study/claims/page.h"
#include "study/claims/turn.h"

using namespace parley;
using namespace parley::claims;

namespace {

constexpr ClaimsEffort kQuick{true};

// A small town, so that a claim takes a moment.
ClaimSpec small(ClaimSpec spec) {
    spec.id = "T1", spec.article = "A", spec.claim = "A made-up claim.";
    spec.settings = "market.customers=500; run.days=91; run.warmup_days=14";
    return spec;
}

ClaimSpec selling(const char* values) {
    return small({.id = "", .article = "", .claim = "", .lever = "strategy.promo_share", .values = values, .output = {"irritation"}});
}

// Points along a line whose effect is slope times (value minus zero).
TurnSearch line_through(double zero, double slope, std::vector<std::string> range, double noise) {
    TurnSearch search;
    search.effect = [=](const std::string& value) {
        TurnPoint point;
        point.value = value;
        const double mean = slope * (std::strtod(value.c_str(), nullptr) - zero);
        point.effect = {mean, mean - noise, mean + noise};
        point.sign = point.effect.low > 0 ? 1 : point.effect.high < 0 ? -1 : 0;
        return point;
    };
    for (const std::string& value : range) search.points.push_back(search.effect(value));
    return search;
}

}  // namespace

TEST_CASE("the table has every claim from C01 to C66 once, in order") {
    REQUIRE(all_claims().size() == 66);
    for (std::size_t i = 0; i < 66; ++i) {
        const std::string id = (i < 9 ? "C0" : "C") + std::to_string(i + 1);
        CHECK(all_claims()[i].id == id);
        CHECK(find_claim(id) == &all_claims()[i]);
    }
    CHECK(find_claim("c17") == find_claim("C17"));
    CHECK_FALSE(find_claim("C67"));
}

TEST_CASE("every claim names scenarios, paths, values and outputs that exist, or says why it is not put to the model") {
    for (const ClaimSpec& spec : all_claims()) {
        CAPTURE(spec.id);
        CHECK(std::string(spec.claim).ends_with("."));
        if (spec.missing) {
            CHECK(std::string(spec.missing).size() > 20);
            continue;
        }
        for (const Diagnostic& problem : problems_of(spec)) FAIL_CHECK(describe(spec.id, problem));
        if (spec.lottery) continue;
        const auto values = words_of(spec.values), range = words_of(spec.range);
        CHECK(std::set<std::string>(values.begin(), values.end()).size() == values.size());
        CHECK(values.size() >= 3);
        CHECK(values.size() <= 6);
        CHECK(spec.dose < static_cast<int>(values.size()));
        CHECK(spec.dose != 0);
        if (spec.moderator) CHECK(range.size() >= 4);
        CHECK_FALSE(std::string(spec.turns).empty());
    }
}

TEST_CASE("the search for a turn begins at what the base has") {
    for (const ClaimSpec& spec : all_claims()) {
        if (spec.missing || spec.lottery || !spec.moderator) continue;
        CAPTURE(spec.id);
        Lab lab(spec);
        const std::string lever = words_of(spec.values)[0];
        const auto base = lab.scenario_at({lever, ""}), first = lab.scenario_at({lever, words_of(spec.range)[0]});
        REQUIRE(base);
        REQUIRE(first);
        CHECK(scenario_hash(*base) == scenario_hash(*first));
    }
}

TEST_CASE("a lever that moves its output is expressed, and the same lever the other way round turns the sign") {
    const ClaimSpec up = selling("0 0.5 1"), down = selling("1 0.5 0");
    const ClaimResult rises = run_claim(up, kQuick), falls = run_claim(down, kQuick);
    CHECK(rises.standing == Standing::Holds);
    CHECK(falls.standing == Standing::OtherWay);
    REQUIRE(rises.strongest());
    REQUIRE(falls.strongest());
    CHECK(rises.strongest()->change.mean == doctest::Approx(-falls.strongest()->change.mean));
}

TEST_CASE("a lever that does nothing is not expressed") {
    ClaimSpec idle = selling("0 0.5 1");
    idle.lever = "strategy.employee_share";   // nobody is answered
    const ClaimResult result = run_claim(idle, kQuick);
    CHECK(result.standing == Standing::NotExpressed);
    CHECK_FALSE(result.expressed());
    for (const ClaimPoint& point : result.points) CHECK(point.change.mean == 0);
}

TEST_CASE("the more looks a row takes, the more each of them has to show") {
    const std::vector<double> sample{1, -0.2, 0.4, 1.2, 0.1, 0.9};
    CHECK(mean_interval(sample, 0.9).low > 0);
    CHECK(mean_interval(sample, 1 - 0.1 / 10).low < 0);
}

TEST_CASE("a gain where none should be makes a claim mixed, and no gain lets it hold") {
    ClaimSpec spec = selling("0 0.5 1");
    spec.also = {"irritation", Expect::NoGain};
    CHECK(run_claim(spec, kQuick).standing == Standing::Mixed);
    spec.also = {"adstock", Expect::NoGain};
    CHECK(run_claim(spec, kQuick).standing == Standing::Holds);
}

TEST_CASE("halving finds the zero of a made-up effect") {
    for (const double zero : {0.13, 0.5, 0.77}) {
        const TurnSearch search = line_through(zero, -2, {"0", "0.25", "0.6", "1"}, 0.01);
        const Turn turn = find_turn(search);
        REQUIRE(turn.form == Turn::Form::Reverses);
        CHECK(turn.numeric);
        CHECK(turn.at == doctest::Approx(zero).epsilon(0.001));
        const double from = std::strtod(turn.from.c_str(), nullptr), to = std::strtod(turn.to.c_str(), nullptr);
        CHECK(std::min(from, to) <= zero);
        CHECK(std::max(from, to) >= zero);
        CHECK(std::fabs(to - from) <= 0.41 / 32 + 1e-3);
        CHECK(turn.searched == 4 + kBisections);
    }
}

TEST_CASE("an effect that only fades vanishes, and one that stays is not found to turn") {
    CHECK(find_turn(line_through(1, 1, {"0", "0.5", "0.99"}, 0.05)).form == Turn::Form::Vanishes);
    const Turn stays = find_turn(line_through(2, 1, {"0", "0.5", "1"}, 0.05));
    CHECK(stays.form == Turn::Form::NotFound);
    CHECK(stays.searched == 3);
    // Where it can be told apart on neither side, nothing turns.
    CHECK(find_turn(line_through(0.5, 1, {"0", "0.5", "1"}, 0.6)).form == Turn::Form::NotFound);
}

TEST_CASE("counts are halved at whole numbers only") {
    TurnSearch search = line_through(4.4, 1, {"1", "3", "9"}, 0.1);
    search.step = 1;
    const Turn turn = find_turn(search);
    CHECK(turn.form == Turn::Form::Reverses);
    CHECK(turn.from == "4");
    CHECK(turn.to == "5");
}

TEST_CASE("points that share the status quo give what they give alone") {
    const ClaimSpec spec = selling("0 0.5 1");
    Lab together(spec), alone(spec);
    const Lab::At points[] = {{"0", ""}, {"0.5", ""}, {"1", ""}};
    together.live(points, 2);
    for (const Lab::At& point : points) alone.live({&point, 1}, 2);
    for (const Lab::At& point : points) CHECK(together.sample(point).output == alone.sample(point).output);
    // More pairs later are the same pairs.
    Lab later(spec);
    later.live(points, 1), later.live(points, 2);
    for (const Lab::At& point : points) CHECK(together.sample(point).output == later.sample(point).output);
}

TEST_CASE("outputs are sums, means, ratios and distances between worlds") {
    for (const char* name : {"sales", "trust", "net_new_customers", "purchases_per_buyer", "replies/complaints", "spread:npv"}) CHECK(measure_of({name}));
    for (const char* name : {"sale", "replies/", "/replies", "spread:", ""}) CHECK_FALSE(measure_of({name}));
    CHECK(changes({1, 2, 3}, {2, 4, 9}, false) == std::vector<double>{1, 2, 6});
    CHECK(changes({1, 2, 3}, {2, 2, 2}, true) == std::vector<double>{-1, 0, -1});
}

TEST_CASE("a row that names what does not exist is told, and gives no experiment") {
    ClaimSpec spec = selling("0 0.5 1");
    spec.lever = "strategy.promo_shar";
    REQUIRE_FALSE(problems_of(spec).empty());
    CHECK(problems_of(spec)[0].message.find("promo_share") != std::string::npos);
    CHECK_FALSE(run_claim(spec, kQuick).expressed());
}

TEST_CASE("the page of claims is of this engine, these defaults and this table") {
    const std::string page = test::read_file("web/guide/claims.md");
    INFO("stale: run parley claims --format md --out web/guide/claims.md --pictures web/guide/pictures");
    CHECK(page.find("<!-- claims: engine " PARLEY_VERSION ", fingerprint " + claims_fingerprint() + " -->") != page.npos);
    CHECK(page.find("Measured with engine " PARLEY_VERSION " on " + std::to_string(kClaimPairs) + " pairs") != page.npos);
    for (const ClaimSpec& spec : all_claims()) CHECK_MESSAGE(page.find("**" + std::string(spec.id) + "** ") != page.npos, spec.id);
}
