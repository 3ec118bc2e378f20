#include "study/dominoes.h"

#include <doctest/doctest.h>

#include "support/study.h"

using namespace parley;
using namespace parley::support;

namespace {

// Every conversion is the same on every day.
void steady(int, int, int, DayRecord& record) {
    record[Observable::impressions] = 1000;
    record[Observable::mentions] = 100;
    record[Observable::attitude] = static_cast<std::int64_t>(kFixedPoint * 1000 * 0.2);
    record[Observable::visits] = 50;
    record[Observable::purchases] = 40;
    record[Observable::gained] = 10;
}

constexpr auto kVisit = static_cast<std::size_t>(Domino::visit), kPurchase = static_cast<std::size_t>(Domino::purchase);

}  // namespace

TEST_CASE("dominoes are weekly means, sentiment runs from 0 to 100, repeat is what newcomers did not buy") {
    const Chain chain = chain_of(made_ensemble(two_arms(364), 3, steady), 0);
    const double expected[kDominoes] = {7000, 700, 60, 350, 280, 210};
    for (std::size_t k = 0; k < kDominoes; ++k) {
        CHECK(chain.first[k] == doctest::Approx(expected[k]).epsilon(1e-4));
        CHECK(chain.last[k] == doctest::Approx(expected[k]).epsilon(1e-4));
    }
    CHECK(chain.links[kPurchase].last == doctest::Approx(0.75));
    CHECK(chain.weakest == -1);
    for (const Link& link : chain.links) {
        CHECK(link.known);
        CHECK_FALSE(link.broken);
    }
}

TEST_CASE("empty shelves in the last four weeks break the link from visit to purchase, of that arm only") {
    const Ensemble ensemble = made_ensemble(two_arms(364), 3, [](int pair, int arm, int day, DayRecord& record) {
        steady(pair, arm, day, record);
        if (arm == 1 && day > 336) record[Observable::purchases] = 30, record[Observable::gained] = 7;
    });
    const Chain whole = chain_of(ensemble, 0), torn = chain_of(ensemble, 1);
    CHECK(whole.weakest == -1);
    CHECK(torn.weakest == static_cast<int>(kVisit));
    CHECK(torn.links[kVisit].broken);
    CHECK(torn.links[kVisit].fall() == doctest::Approx(0.25));
    CHECK_FALSE(torn.links[kPurchase].broken);  // of what was bought as much was bought again
}

TEST_CASE("a fall of 15 % holds, a little more breaks") {
    for (const int purchases : {34, 33}) {  // of 50 visits, 40 at first
        const Ensemble ensemble = made_ensemble(two_arms(364), 2, [&](int pair, int arm, int day, DayRecord& record) {
            steady(pair, arm, day, record);
            if (day > 336) record[Observable::purchases] = purchases;
        });
        CHECK(chain_of(ensemble, 0).links[kVisit].broken == (purchases == 33));
    }
}

TEST_CASE("what happens between the windows does not count") {
    const Ensemble ensemble = made_ensemble(two_arms(364), 2, [](int pair, int arm, int day, DayRecord& record) {
        steady(pair, arm, day, record);
        if (day > 91 && day <= 336) record = DayRecord{};
    });
    CHECK(chain_of(ensemble, 0).weakest == -1);
}

TEST_CASE("too few events say nothing, and no purchases are no division") {
    const Ensemble rare = made_ensemble(two_arms(364), 1, [](int, int, int day, DayRecord& record) {
        record[Observable::visits] = day <= 20 ? 1 : 0;
        record[Observable::purchases] = day <= 10 ? 1 : 0;
    });
    const Chain chain = chain_of(rare, 0);
    CHECK(chain.weakest == -1);
    for (const Link& link : chain.links) CHECK_FALSE(link.known);
    CHECK(chain.links[kPurchase].last == 0);
}

TEST_CASE("the windows of short runs shrink and never overlap") {
    for (int days = 2; days <= 400; ++days) {
        const Windows w = windows_of(days);
        CHECK(w.first_from == 1);
        CHECK(w.first_to < w.last_from);
        CHECK(w.last_to == days);
        CHECK(w.first_to - w.first_from < kFirstDays);
        CHECK(w.last_to - w.last_from < kLastDays);
    }
    CHECK(windows_of(364).first_to == 91);
    CHECK(windows_of(364).last_from == 337);
}

TEST_CASE("more talk breaks no link into liking; less liking does") {
    const Ensemble ensemble = made_ensemble(two_arms(364), 2, [](int pair, int arm, int day, DayRecord& record) {
        steady(pair, arm, day, record);
        if (day <= 336) return;
        if (arm == 0) record[Observable::mentions] = 200, record[Observable::impressions] = 2000;
        else record[Observable::attitude] = static_cast<std::int64_t>(-kFixedPoint * 1000 * 0.1);  // 60 -> 45
    });
    constexpr auto kMention = static_cast<std::size_t>(Domino::mention);
    CHECK(chain_of(ensemble, 0).weakest == -1);
    CHECK(chain_of(ensemble, 1).links[kMention].broken);
    CHECK(chain_of(ensemble, 1).weakest == static_cast<int>(kMention));
}

TEST_CASE("a link that was broken for a while is seen while it is, and not after") {
    // Visits do not become purchases between days 150 and 200.
    const Ensemble ensemble = made_ensemble(two_arms(364), 2, [](int, int, int day, DayRecord& record) {
        record[Observable::impressions] = 1000;
        record[Observable::mentions] = 20;
        record[Observable::visits] = 40;
        record[Observable::purchases] = day >= 150 && day <= 200 ? 10 : 40;
    });
    constexpr auto visit = static_cast<std::size_t>(Domino::visit);
    CHECK_FALSE(chain_of(ensemble, 0, 140).links[visit].broken);
    CHECK(chain_of(ensemble, 0, 190).links[visit].broken);
    CHECK_FALSE(chain_of(ensemble, 0, 300).links[visit].broken);
    CHECK_FALSE(chain_of(ensemble, 0).links[visit].broken);
}
