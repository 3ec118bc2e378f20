#include "study/ensemble.h"

#include <doctest/doctest.h>

#include "support/study.h"

using namespace parley;
using namespace parley::support;

namespace {

void numbered(int pair, int arm, int day, DayRecord& record) {
    for (std::size_t i = 0; i < kObservables; ++i)
        record.values[i] = pair * 1000003 + arm * 10007 + day * 101 + static_cast<std::int64_t>(i) - 5000;
}

}  // namespace

TEST_CASE("the order in which pairs arrive leaves no trace") {
    const Scenario scenario = two_arms(14);
    Ensemble forward(scenario, 5, 1), backward(scenario, 5, 1);
    for (int pair = 0; pair < 5; ++pair) forward.add(made_pair(scenario, pair, numbered));
    for (int pair = 4; pair >= 0; --pair) backward.add(made_pair(scenario, pair, numbered));
    CHECK(forward.complete());
    CHECK(forward.digest() == backward.digest());
    CHECK(forward.digest().size() == 16);
    for (int pair = 0; pair < 5; ++pair) CHECK(backward.results()[static_cast<std::size_t>(pair)]->pair == pair);
}

TEST_CASE("a pair counts once, and one that does not fit not at all") {
    const Scenario scenario = two_arms(14);
    Ensemble ensemble(scenario, 3, 9);
    CHECK(ensemble.scenario().run.pairs == 3);
    CHECK(ensemble.scenario().run.seed == 9);
    CHECK(ensemble.next_missing() == 0);
    ensemble.add(made_pair(scenario, 1, numbered));
    const std::string digest = ensemble.digest();
    ensemble.add(made_pair(scenario, 1, numbered));
    ensemble.add(made_pair(scenario, 3, numbered));
    ensemble.add(made_pair(scenario, -1, numbered));
    ensemble.add(made_pair(two_arms(7), 2, numbered));
    ensemble.add(PairResult{2, {}});
    CHECK(ensemble.done() == 1);
    CHECK(ensemble.digest() == digest);
    CHECK(ensemble.has(1));
    CHECK(ensemble.next_missing(1) == 2);
    CHECK_FALSE(ensemble.complete());
}

TEST_CASE("any changed value, day or pair changes the digest") {
    const Scenario scenario = two_arms(14);
    const PairResult whole = made_pair(scenario, 0, numbered);
    PairResult other = whole;
    ++other.arms[1][13].values[kObservables - 1];
    CHECK(digest_of(other) != digest_of(whole));
    other = whole;
    std::swap(other.arms[0], other.arms[1]);
    CHECK(digest_of(other) != digest_of(whole));
    other = whole;
    other.arms[1].insert(other.arms[1].begin(), other.arms[0].back());
    other.arms[0].pop_back();
    CHECK(digest_of(other) != digest_of(whole));
    CHECK(hex_of(0x0123456789abcdefu) == "0123456789abcdef");

    // The same results under other numbers are another ensemble.
    Ensemble first(scenario, 2, 1), second(scenario, 2, 1);
    first.add(made_pair(scenario, 0, [](int, int, int, DayRecord&) {}));
    second.add(made_pair(scenario, 1, [](int, int, int, DayRecord&) {}));
    CHECK(first.digest() != second.digest());
}

TEST_CASE("a result survives the way through bytes") {
    const PairResult result = made_pair(two_arms(14), 6, numbered);
    const auto back = unpack(pack(result), 2, 14);
    REQUIRE(back);
    CHECK(back->pair == 6);
    CHECK(digest_of(*back) == digest_of(result));
}

TEST_CASE("damaged bytes are refused") {
    const std::vector<std::uint8_t> bytes = pack(made_pair(two_arms(7), 6, numbered));
    CHECK_FALSE(unpack(bytes, 2, 14));
    CHECK_FALSE(unpack(bytes, 1, 14));
    CHECK_FALSE(unpack(bytes, 3, 7));
    CHECK_FALSE(unpack({}, 2, 7));
    CHECK_FALSE(unpack(std::span(bytes).first(bytes.size() - 1), 2, 7));
    int accepted = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::vector<std::uint8_t> damaged = bytes;
        damaged[i] ^= 0x10;
        accepted += unpack(damaged, 2, 7).has_value();
    }
    CHECK(accepted == 0);
}
