#include "study/message_shares.h"

#include <doctest/doctest.h>

#include "scenario/library.h"
#include "scenario/scenario_json.h"

using namespace parley;

namespace {

Scenario town() {
    Diagnostics problems;
    Scenario s = *parse_scenario(*shipped_scenario("01_billboard_or_dialogue"), problems);
    s.market.customers = 400;
    s.market.purchases_per_year = 30;
    s.run.days = 84, s.run.warmup_days = 28;
    return s;
}

}  // namespace

TEST_CASE("only messages that came before a step have a part in it, none more than the whole") {
    const Scenario scenario = town();
    int weighing = 0;
    for (std::uint32_t customer = 0; customer < 400; customer += 20) {
        const Explanation e = explain(scenario, 0, customer);
        for (const Life& life : e.lives) {
            const std::vector<MessageShare> shares = message_shares(scenario, life);
            REQUIRE(shares.size() == life.trace.received.size());
            std::vector<double> sum(life.steps.size(), 0);
            for (std::size_t i = 0; i < shares.size(); ++i) {
                const Trace::Received& r = life.trace.received[i];
                CHECK(shares[i].share >= 0);
                CHECK(shares[i].share <= 1);
                if (shares[i].step < 0) continue;
                ++weighing;
                CHECK(r.kind < Trace::kMessages);
                CHECK(r.day <= life.steps[static_cast<std::size_t>(shares[i].step)].day);
                sum[static_cast<std::size_t>(shares[i].step)] += shares[i].share;
            }
            for (const double s : sum) CHECK(s < 3);   // parts for and against may exceed the whole, not by far
        }
    }
    CHECK(weighing > 20);
}

TEST_CASE("messages that weigh much change a life more often than messages that weigh nothing") {
    const Scenario scenario = town();
    int heavy = 0, heavy_changed = 0, light = 0, light_changed = 0;
    for (std::uint32_t customer = 0; customer < 400 && heavy < 14; customer += 7) {
        const Explanation e = explain(scenario, 0, customer, 1);
        const Life& life = e.lives[0];
        const std::vector<MessageShare> shares = message_shares(scenario, life);
        std::size_t most = shares.size(), least = shares.size();
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (life.trace.received[i].kind >= Trace::kMessages || life.trace.received[i].kind == Trace::NoReply) continue;
            if (most == shares.size() || shares[i].share > shares[most].share) most = i;
            if (least == shares.size() || shares[i].share < shares[least].share) least = i;
        }
        if (most == shares.size() || shares[most].share < 0.1 || shares[least].share > 0.01) continue;
        const auto changes = [&](std::size_t i) {
            const Life now = explain(scenario, 0, customer, 1, event_id(life.trace.received[i], customer)).instead[0];
            return now.purchases != life.purchases || now.steps.size() != life.steps.size() ||
                   !std::equal(now.steps.begin(), now.steps.end(), life.steps.begin(), [](const ExplainedStep& a, const ExplainedStep& b) { return a.day == b.day && a.to == b.to; });
        };
        ++heavy, heavy_changed += changes(most);
        ++light, light_changed += changes(least);
    }
    MESSAGE("of " << heavy << " heaviest messages " << heavy_changed << " change something, of " << light << " lightest " << light_changed);
    CHECK(heavy > 5);
    CHECK(heavy_changed > light_changed);
}
