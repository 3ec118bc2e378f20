#include <doctest/doctest.h>

#include <cmath>
#include <ctime>
#include <nlohmann/json.hpp>

#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/explain.h"
#include "study/run.h"

using namespace parley;

namespace {

Scenario small_town() {
    Diagnostics problems;
    Scenario scenario = *parse_scenario(*shipped_scenario("01_billboard_or_dialogue"), problems);
    scenario.market.customers = 1000;
    scenario.run.warmup_days = 84;
    return scenario;
}

double sum(const std::vector<Cause>& causes) {
    double total = 0;
    for (const Cause& cause : causes) total += cause.share;
    return total;
}

}  // namespace

TEST_CASE("the shares of every step add up to one, and the changes of every quantity to its change") {
    const Scenario scenario = small_town();
    int steps = 0;
    for (std::uint32_t customer = 0; customer < 1000; customer += 37) {
        CAPTURE(customer);
        for (const Life& life : explain(scenario, 0, customer).lives) {
            for (const ExplainedStep& step : life.steps) {
                ++steps;
                CHECK(std::abs(sum(step.causes) - 1) < 1e-9);
            }
            for (const Account& account : life.accounts) CHECK(std::abs(sum(account.changes) - (account.end - account.start)) < 1e-4);
        }
    }
    CHECK(steps > 20);
}

TEST_CASE("steps follow one another from the first rung to the last") {
    const Scenario scenario = small_town();
    for (std::uint32_t customer = 5; customer < 1000; customer += 101)
        for (const Life& life : explain(scenario, 0, customer).lives) {
            int rung = life.first_rung;
            for (const ExplainedStep& step : life.steps) {
                CHECK(step.from == rung);
                rung = step.to;
            }
            CHECK(rung == life.last_rung);
        }
}

TEST_CASE("being watched changes nothing") {
    const Scenario scenario = small_town();
    Run plain(scenario, 0), watched(scenario, 0);
    watched.watch(17);
    plain.finish();
    watched.finish();
    for (std::size_t arm = 0; arm < 2; ++arm)
        for (std::size_t day = 0; day < plain.result().arms[arm].size(); ++day)
            REQUIRE(plain.result().arms[arm][day].values == watched.result().arms[arm][day].values);
}

TEST_CASE("without one message the days before it are the same, and the message is gone") {
    const Scenario scenario = small_town();
    int tried = 0;
    for (std::uint32_t customer = 0; customer < 200 && tried < 12; customer += 11) {
        const Explanation as_it_was = explain(scenario, 0, customer, 1);
        const auto& received = as_it_was.lives[0].trace.received;
        for (const Trace::Kind kind : {Trace::Ads, Trace::Heard, Trace::Reply, Trace::Posts, Trace::SawComplaint}) {
            const auto event = std::find_if(received.begin(), received.end(), [&](const auto& r) { return r.kind == kind && r.day > 30; });
            if (event == received.end()) continue;
            ++tried;
            const std::string word = event_id(*event, customer);
            CAPTURE(word);
            const Explanation without = explain(scenario, 0, customer, 1, word);
            REQUIRE(without.instead.size() == 1);
            const Trace& trace = without.instead[0].trace;
            for (const Trace::Received& r : trace.received) CHECK(event_id(r, customer) != word);
            // What came before is as it was.
            std::size_t k = 0;
            while (received[k].day < event->day) {
                REQUIRE(event_id(trace.received[k], customer) == event_id(received[k], customer));
                ++k;
            }
        }
    }
    CHECK(tried >= 6);
}

TEST_CASE("a purchase on preference alone is preference and luck") {
    // Nothing weighs in the choice: every term is nothing.
    Scenario scenario = small_town();
    Market& m = scenario.market;
    m.weight_adstock = m.weight_attitude = m.weight_trust = m.weight_praise = m.weight_blame = 0;
    m.weight_good_reviews = m.weight_bad_reviews = m.weight_relationship = m.weight_habit = m.question_rate = 0;
    int bought = 0;
    for (std::uint32_t customer = 0; customer < 1000 && bought < 5; ++customer) {
        const Explanation e = explain(scenario, 0, customer, 0);
        for (const ExplainedStep& step : e.lives[0].steps) {
            if (step.to != 3 && step.to != 4) continue;
            ++bought;
            for (const Cause& cause : step.causes) {
                if (cause.name == "preference") CHECK(std::abs(cause.share - e.preference) < 1e-6);
                else if (cause.name != "luck") CHECK(cause.share == 0);
            }
        }
    }
    CHECK(bought == 5);
}

TEST_CASE("Shapley values share a sum game exactly, and equal players get equal parts") {
    const std::vector<double> sums = shapley(4, [](std::size_t s) { return (s & 1 ? 1.0 : 0) + (s & 2 ? 2.0 : 0) + (s & 4 ? 4.0 : 0); });
    CHECK(std::abs(sums[0] - 1) < 1e-12);
    CHECK(std::abs(sums[2] - 4) < 1e-12);
    CHECK(std::abs(sums[3]) < 1e-12);
    // A glove game: one left, two right; the left glove is worth 2/3.
    const std::vector<double> gloves = shapley(3, [](std::size_t s) { return s & 1 && s & 6 ? 1.0 : 0.0; });
    CHECK(std::abs(gloves[0] - 2.0 / 3) < 1e-12);
    CHECK(std::abs(gloves[1] - gloves[2]) < 1e-12);
}

TEST_CASE("words of messages are read back, and others are refused with a reason") {
    std::string why;
    const auto ads = parse_event("d140.ads", 7, why);
    REQUIRE(ads);
    CHECK(ads->day == 140);
    CHECK(ads->other == 7);
    const auto heard = parse_event("d3.heard.12", 7, why);
    REQUIRE(heard);
    CHECK(heard->other == 12);
    for (const char* wrong : {"", "140.ads", "d140", "d140.", "dx.ads", "d140.asked", "d140.heard.x", "d99999999999.ads", "d-1.ads"}) {
        CAPTURE(std::string(wrong));
        why.clear();
        CHECK_FALSE(parse_event(wrong, 7, why));
        CHECK_FALSE(why.empty());
    }
}

TEST_CASE("an explanation as JSON holds what the text says") {
    const Scenario scenario = small_town();
    const Explanation e = explain(scenario, 0, 11);
    const nlohmann::json json = nlohmann::json::parse(explanation_json(scenario, e));
    CHECK(json["format"] == "parley.explanation/1");
    CHECK(json["arms"].size() == 2);
    CHECK(json["arms"][0]["received"].size() == e.lives[0].trace.received.size());
    CHECK(explanation_text(scenario, e).find("Customer 11 in world 1") != std::string::npos);
}

TEST_CASE("an inquiry in slices finds what the explanation at once finds, and from lives that are known what it finds from none") {
    const Scenario scenario = small_town();
    const Explanation plain = explain(scenario, 0, 17);
    REQUIRE_FALSE(plain.lives[0].trace.received.empty());
    const std::string word = event_id(plain.lives[0].trace.received[0], 17);
    const Explanation whole = explain(scenario, 0, 17, {}, word);

    Run run(scenario, 0);
    while (run.day() < 0) run.advance(1);
    const Parting parting = *run.parting();
    Inquiry sliced(scenario, 0, 17, {}, word, &parting);
    int slices = 1;
    while (!sliced.advance(0)) ++slices;
    CHECK(slices > 1000);  // a day of an arm at a time
    CHECK(explanation_json(scenario, sliced.take()) == explanation_json(scenario, whole));

    Inquiry known(scenario, plain, word, parting);
    while (!known.advance(5)) {
    }
    CHECK(explanation_json(scenario, known.take()) == explanation_json(scenario, whole));
    Inquiry nothing(scenario, whole, "", parting);
    CHECK(nothing.advance(0));
    CHECK(nothing.take().instead.empty());
}

TEST_CASE("* a question about a customer costs little, and no slice of it long" * doctest::skip()) {
    Diagnostics problems;
    const Scenario scenario = *parse_scenario(*shipped_scenario("01_billboard_or_dialogue"), problems);
    Run run(scenario, 0);
    while (run.day() < 0) run.advance(1);
    const Parting parting = *run.parting();
    double longest = 0, most = 0, most_without = 0;
    const auto finish = [&](Inquiry& inquiry) {
        double all = 0;
        for (bool done = false; !done;) {
            const std::clock_t begun = std::clock();  // of this processor: others may be at work beside it
            done = inquiry.advance(8);
            const double slice = 1e3 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
            all += slice;
            longest = std::max(longest, slice);
        }
        return all;
    };
    for (std::uint32_t customer = 0; customer < scenario.market.customers; customer += 251) {
        Inquiry first(scenario, 0, customer, {}, "", &parting);
        most = std::max(most, finish(first));
        const Explanation known = first.take();
        if (known.lives[1].trace.received.empty()) continue;
        Inquiry again(scenario, known, event_id(known.lives[1].trace.received[0], customer), parting);
        most_without = std::max(most_without, finish(again));
    }
    MESSAGE("both lives " << most << " ms, without a message " << most_without << " ms, longest slice of 8 ms " << longest << " ms");
    CHECK(most_without < 200);
    CHECK(longest < 16);
}
