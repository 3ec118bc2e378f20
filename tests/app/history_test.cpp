#include <doctest/doctest.h>

#include "app/session/history.h"

using namespace parley;

namespace {

Scenario town_of(double customers) {
    Scenario scenario;
    scenario.market.customers = customers;
    return scenario;
}

}  // namespace

TEST_CASE("what was decided can be taken back step by step and done again") {
    History history;
    history.begin(town_of(0));
    for (int n = 1; n <= 5; ++n) CHECK(history.add(town_of(n), "step " + std::to_string(n)));
    for (int n = 4; n >= 0; --n) CHECK(history.undo()->market.customers == n);
    CHECK(history.undo() == nullptr);
    for (int n = 1; n <= 5; ++n) CHECK(history.redo()->market.customers == n);
    CHECK(history.redo() == nullptr);
}

TEST_CASE("a lever that is dragged is one decision, and two when it rests in between") {
    History history;
    history.begin(town_of(0));
    CHECK(history.add(town_of(1), "talk"));
    CHECK_FALSE(history.add(town_of(2), "talk"));
    history.settle();
    CHECK(history.add(town_of(3), "talk"));
    CHECK(history.undo()->market.customers == 2);
    CHECK(history.undo()->market.customers == 0);
}

TEST_CASE("after going back a new decision forgets what had been undone, and never grows an old one") {
    History history;
    history.begin(town_of(0));
    history.add(town_of(1), "talk");
    history.undo();
    CHECK(history.add(town_of(7), "talk"));
    CHECK_FALSE(history.can_redo());
    CHECK(history.undo()->market.customers == 0);
}

TEST_CASE("a hundred decisions are kept, the oldest go first") {
    History history;
    history.begin(town_of(0));
    for (int n = 1; n <= 130; ++n) history.add(town_of(n), std::to_string(n));
    int steps = 0;
    double last = -1;
    while (const Scenario* scenario = history.undo()) last = scenario->market.customers, ++steps;
    CHECK(steps == 100);
    CHECK(last == 30);
}
