// The fast engine before its judge: the same bits, day by day, in every column and every observable.
#include "support/judge.h"

#include <doctest/doctest.h>

#include "model/detmath.h"
#include "model/process/process.h"
#include "scenario/arms.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "support/town.h"

using namespace parley;
using support::difference;
using support::judge_step;

namespace {

// Lives both on from the same morning, and names the first day and thing in which they part.
std::string parts(const Model& model, World world, int days) {
    World judged = world;
    for (int day = 0; day < days; ++day) {
        step(model, world);
        judge_step(model, judged);
        if (const std::string name = difference(world, judged); !name.empty()) return name + " on day " + std::to_string(world.day);
    }
    return "";
}

Scenario shipped(const std::string& id) {
    Diagnostics problems;
    return parse_scenario(shipped_scenario(id).value(), problems).value();
}

// A town in which everything happens at once.
support::SmallTown busy_town() {
    support::SmallTown town;
    town.market.customers = 1237;  // no multiple of anything
    town.market.networks = 3;
    town.market.considered_share = 0.3;
    town.market.question_rate = 0.5;
    town.market.complaint_rate = 0.5;
    town.market.rival_reaction = 0.5;
    town.market.rival_conversation = 0.5;
    town.market.ranking_gain = 2;
    town.market.exposure_hazard = 0.01;
    town.market.follow_rate = 0.001;
    town.market.purchases_per_year = 300;  // several a day
    town.strategy.talk = 40;
    town.strategy.converse = 30;
    town.strategy.listen = 10;
    town.strategy.operations = 10;
    town.strategy.seeding = 10;
    town.strategy.posts_per_day = 2;
    town.strategy.boost_share = 0.2;
    town.strategy.personalisation = 0.5;
    town.strategy.expertise = 0.5;
    town.strategy.off_topic = 0.2;
    town.strategy.price_off = 0.2;
    town.strategy.proactive_share = 0.2;
    town.strategy.open_questions = 1;
    town.strategy.activities_per_week = 3;
    town.strategy.follower_ads = 0.1;
    town.strategy.platforms = 2;
    town.strategy.human_voice = 1;
    return town;
}

}  // namespace

TEST_CASE("every shipped scenario lives the judge's days, in the status quo and in every arm") {
    for (const std::string& id : scenario_ids()) {
        Scenario scenario = shipped(id);
        scenario.market.customers = 1237;
        const Population people = make_population(scenario.market, scenario.brand, 1, 3);
        const Model neutral = make_model(people, neutral_phases(scenario), 21);
        World world = make_world(neutral);
        INFO(id);
        CHECK(parts(neutral, world, 21) == "");
        while (world.day < 0) step(neutral, world);
        set_references(neutral, world);
        for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm) CHECK(parts(make_model(people, phases_of(scenario, arm), 21), world, 120) == "");
    }
}

TEST_CASE("a town in which everything happens lives the judge's days, whatever its size, its money and its network") {
    for (const double customers : {100, 511, 512, 513, 1237})
        for (const double budget : {0, 60, 5000})  // with 5,000 most people meet more ads than are counted in lanes
            for (const Ties ties : {Ties::circles, Ties::directed}) {
                support::SmallTown town = busy_town();
                town.market.customers = customers;
                town.strategy.budget_per_day = budget;
                town.market.ties = static_cast<double>(ties);
                support::LiveArm arm(town);
                CAPTURE(customers);
                CAPTURE(budget);
                CHECK(parts(arm.model, arm.world, 40) == "");
            }
}

TEST_CASE("a town in which one thing alone happens lives the judge's days: nothing that moved is taken for still") {
    const auto alone = [](auto change) {
        support::SmallTown town;
        town.market.customers = 600;
        town.market.purchases_per_year = 0.05;
        town.market.question_rate = town.market.complaint_rate = 0;
        town.market.attitude_learning = town.market.trust_learning = town.market.tell_rate = 0;
        town.market.post_lurker = town.market.post_occasional = town.market.post_regular = 0;
        town.market.neutral_budget_per_day = 0;
        town.strategy.budget_per_day = 0;
        town.strategy.posts_per_day = 0;
        town.strategy.human_voice = 0;
        town.warmup_days = 0;
        change(town.market, town.strategy);
        support::LiveArm arm(town);
        return parts(arm.model, arm.world, 150);
    };
    CHECK(alone([](Market&, Strategy&) {}) == "");
    CHECK(alone([](Market&, Strategy& s) { s.budget_per_day = 20; }) == "");
    CHECK(alone([](Market&, Strategy& s) { s.budget_per_day = 20, s.expertise = 1; }) == "");
    CHECK(alone([](Market&, Strategy& s) { s.budget_per_day = 20, s.off_topic = 0.5; }) == "");
    CHECK(alone([](Market& m, Strategy&) { m.exposure_hazard = 0.1; }) == "");
    CHECK(alone([](Market& m, Strategy&) { m.gaffe_rate = 0.1; }) == "");
    CHECK(alone([](Market& m, Strategy&) { m.purchases_per_year = 50, m.attitude_learning = 0.1; }) == "");
    CHECK(alone([](Market& m, Strategy&) { m.purchases_per_year = 50, m.trust_learning = 0.1; }) == "");
    CHECK(alone([](Market& m, Strategy&) { m.purchases_per_year = 50, m.tell_rate = 1; }) == "");
    CHECK(alone([](Market& m, Strategy& s) { m.purchases_per_year = 50, s.checkout = 0.5; }) == "");
    CHECK(alone([](Market& m, Strategy& s) { m.purchases_per_year = 50, m.complaint_rate = 1, s.budget_per_day = 20, s.talk = 0, s.converse = 100; }) == "");
}

TEST_CASE("a durable spreads as the judge says on every kind of network, with and without reach, given up or not") {
    for (const Ties ties : {Ties::circles, Ties::complete, Ties::directed, Ties::isolated_pairs})
        for (const double needs : {0, 1})
            for (const double abandonment : {0.0, 0.02, 1.0}) {
                support::SmallTown town;
                town.market.customers = 1237;
                town.market.category = static_cast<double>(Category::durable);
                town.market.ties = static_cast<double>(ties);
                town.market.innovation = 0.4;
                town.market.imitation = 30;
                town.market.innovation_needs_reach = needs;
                town.market.abandonment = abandonment;
                support::LiveArm arm(town);
                CAPTURE(static_cast<int>(ties));
                CHECK(parts(arm.model, arm.world, 100) == "");
            }
}

TEST_CASE("who chooses among many chooses as alone") {
    support::LiveArm arm(busy_town());
    arm.run(20);
    const process::Choice choice(arm.model, arm.world);
    for (const std::uint32_t many : {1u, 7u, 64u, 65u, 1237u}) {
        std::vector<Occasion> occasions;
        std::vector<float> chances;
        std::vector<std::uint32_t> odd;
        for (std::uint32_t i = 0; i < many; ++i) {
            occasions.push_back({i, 0, 0.1f * static_cast<float>(i % 5)});
            chances.push_back(i % 3 == 0 ? 1.0f : 0.0f);
            if (i % 2) odd.push_back(i);
        }
        std::vector<float> some;
        for (const std::uint32_t i : odd) some.push_back(chances[i]);
        const std::vector<float> reads = chances;
        choice.chances(occasions, chances);
        choice.chances(occasions, odd, some);
        for (std::uint32_t i = 0; i < many; ++i) REQUIRE(chances[i] == choice.chance(i, occasions[i].lift, reads[i]));
        for (std::size_t k = 0; k < odd.size(); ++k) REQUIRE(some[k] == chances[odd[k]]);
    }
}

TEST_CASE("the mean term of choice is the mean of the terms") {
    support::LiveArm arm(busy_town());
    arm.run(20);
    const process::Choice choice(arm.model, arm.world);
    Terms sum{};
    for (std::uint32_t i = 0; i < arm.people->size; ++i) {
        const Terms terms = choice.terms(i, 0);
        for (std::size_t t = 0; t < kTerms; ++t) sum[t] += terms[t] / arm.people->size;
    }
    const Terms mean = choice.mean_terms();
    for (std::size_t t = 0; t < kTerms; ++t) CHECK(mean[t] == doctest::Approx(sum[t]).epsilon(1e-6).scale(1e-3));
}
