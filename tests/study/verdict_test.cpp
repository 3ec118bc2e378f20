#include <doctest/doctest.h>

#include "study/compare.h"
#include "study/wording.h"
#include "support/study.h"

using namespace parley;
using namespace parley::support;

namespace {

// Arm 0 sells 100.00 a day; arm 1 sells that and gap(pair, day) cents.
Verdict verdict_of(int days, int pairs, const std::function<int(int pair, int day)>& gap) {
    return compare(made_ensemble(two_arms(days), pairs, [&](int pair, int arm, int day, DayRecord& record) {
               record[Observable::sales] = 10000 + (arm == 1 ? gap(pair, day) : 0);
           })).verdict;
}

}  // namespace

TEST_CASE("ahead needs enough worlds") {
    // 38 of 50 are 76 %, 37 are not.
    const Verdict enough = verdict_of(364, 50, [](int pair, int) { return pair < 38 ? 1000 : -100; });
    CHECK(enough.form == VerdictForm::Ahead);
    CHECK(enough.leader == 1);
    CHECK(enough.ahead == 38);
    CHECK(enough.change_day == 0);
    CHECK(enough.text == "In this model Conversation is ahead by 7.4 % in sales after 52 weeks, in 38 of 50 worlds.");
    const Verdict short_of = verdict_of(364, 50, [](int pair, int) { return pair < 37 ? 1000 : -100; });
    CHECK(short_of.form == VerdictForm::Close);
    CHECK(short_of.leader == -1);
    CHECK(short_of.text ==
          "Too close to call in this model: after 52 weeks Conversation has 7.1 % more sales on average, ahead in 37 of 50 "
          "worlds.");
}

TEST_CASE("ahead needs a gap that matters") {
    CHECK(verdict_of(56, 10, [](int, int) { return 101; }).form == VerdictForm::Ahead);
    const Verdict small = verdict_of(56, 10, [](int, int) { return 99; });
    CHECK(small.form == VerdictForm::Close);
    CHECK(small.gap_share == doctest::Approx(0.0099));
    // The first arm can lead as well, and its gap counts from the other.
    const Verdict first = verdict_of(56, 10, [](int, int) { return -5000; });
    CHECK(first.leader == 0);
    CHECK(first.gap_share == doctest::Approx(1.0));
    CHECK(first.text == "In this model Broadcast is ahead by 100 % in sales after 8 weeks, in all 10 worlds.");
}

TEST_CASE("who wins after being behind is ahead, and the week is named") {
    const Verdict v = verdict_of(364, 50, [](int pair, int day) { return day <= 140 ? -500 : pair < 46 ? 2000 : -500; });
    CHECK(v.form == VerdictForm::Ahead);
    CHECK(v.leader == 1);
    CHECK(v.change_day == 140);
    CHECK(v.text ==
          "In this model Conversation is ahead by 9.2 % in sales after 52 weeks, in 46 of 50 worlds; behind until week 20.");
}

TEST_CASE("a change of leader that leaves the end open depends on the date") {
    const Verdict v = verdict_of(112, 20, [](int, int day) { return day <= 56 ? -1000 : 1001; });
    CHECK(v.form == VerdictForm::Date);
    CHECK(v.leader == 1);
    CHECK(v.change_day == 56);
    CHECK(v.text == "In this model it depends on the date: Broadcast leads in sales until week 8, Conversation after; after 16 weeks Conversation "
          "has less than 0.1 % more in all, in all 20 worlds.");
}

TEST_CASE("who won early and lost the lead since is not called ahead") {
    const Verdict v = verdict_of(112, 20, [](int, int day) { return day <= 84 ? 2000 : -1000; });
    CHECK(v.form == VerdictForm::Date);
    CHECK(v.leader == 0);
    CHECK(v.change_day == 84);
    CHECK(v.gap < 0);
    // ... and that it has less in all is said, by how much and in how many worlds.
    const Whole whole = whole_of(v, 0, 1);
    CHECK(whole.arm == 1);
    CHECK(whole.ahead == 20);
    CHECK(v.text.find("; after 16 weeks Conversation has ") != std::string::npos);
    CHECK(v.text.ends_with(" more in all, in all 20 worlds."));
}

TEST_CASE("a change in too few worlds is luck") {
    // After day 56 the second arm leads on average, but in 12 of 20 worlds only.
    const Verdict v = verdict_of(112, 20, [](int pair, int day) { return day <= 56 ? -1000 : pair < 12 ? 3000 : -500; });
    CHECK(v.form == VerdictForm::Close);
    CHECK(v.change_day == 0);
}

TEST_CASE("a bad month at the end does not hide when the leader changed") {
    const Verdict v = verdict_of(364, 20, [](int pair, int day) {
        return day <= 84 ? -1000 : day <= 336 ? 2000 : pair < 10 ? -500 : 400;
    });
    CHECK(v.form == VerdictForm::Ahead);
    CHECK(v.leader == 1);
    CHECK(v.change_day == 84);
}

TEST_CASE("a rest shorter than 4 weeks belongs to the last block") {
    // 70 days: blocks end on days 28 and 70.
    CHECK(verdict_of(70, 10, [](int, int day) { return day <= 28 ? -1000 : 600; }).change_day == 28);
    CHECK(verdict_of(70, 10, [](int, int day) { return day <= 56 ? 1000 : -100; }).change_day == 0);
    CHECK(verdict_of(7, 10, [](int, int day) { return day < 4 ? -1000 : 2000; }).change_day == 0);
}

TEST_CASE("the scenario may ask for more") {
    Scenario strict = two_arms(56);
    strict.run.ahead_share = 1;
    strict.run.ahead_gap = 0.2;
    const auto judge_gap = [&](int cents, int worlds) {
        return compare(made_ensemble(strict, 10, [&](int pair, int arm, int, DayRecord& record) {
                   record[Observable::sales] = 10000 + (arm == 1 ? (pair < worlds ? cents : -10) : 0);
               })).verdict.form;
    };
    CHECK(judge_gap(2100, 10) == VerdictForm::Ahead);
    CHECK(judge_gap(1900, 10) == VerdictForm::Close);
    CHECK(judge_gap(9000, 9) == VerdictForm::Close);
}

TEST_CASE("a verdict is about the target's outcome") {
    Scenario scenario = two_arms(56);
    scenario.target = Target{"profit", 1000, 56};
    const Verdict v = compare(made_ensemble(scenario, 10, [](int, int arm, int, DayRecord& record) {
                          record[Observable::profit] = arm == 1 ? 10000 : -10000;
                      })).verdict;
    CHECK(std::string(v.outcome->name) == "profit");
    // No percentage of a loss.
    CHECK(v.text == "In this model Conversation is ahead by \u20ac11,200 in profit after 8 weeks, in all 10 worlds.");
}

TEST_CASE("one world and level arms are told as such") {
    CHECK(verdict_of(7, 1, [](int, int) { return 500; }).text ==
          "In this model Conversation is ahead by 5.0 % in sales after 1 week, in the only world.");
    CHECK(verdict_of(7, 2, [](int pair, int) { return pair ? 500 : -500; }).text ==
          "Too close to call in this model: after 1 week the arms are level in sales on average.");
}

TEST_CASE("numbers are written for people") {
    CHECK(grouped_text(1234567.6, 0) == "1,234,568");
    CHECK(grouped_text(-0.001, 2) == "0.00");
    CHECK(grouped_text(-999, 0) == "-999");
    CHECK(signed_text(1234.5, 1) == "+1,234.5");
    CHECK(signed_text(0.0004, 2) == "0.00");
    CHECK(percent_text(0.0001) == "less than 0.1 %");
    CHECK(percent_text(0.0494) == "4.9 %");
    CHECK(percent_text(0.0996) == "10 %");
    CHECK(amount_text(-12.5, "currency", Currency::EUR) == "-\u20ac12.50");
    CHECK(amount_text(1250, "currency/purchase", Currency::CHF) == "CHF 1,250 per purchase");
    CHECK(amount_text(3, "people", Currency::EUR) == "3.00 people");
    CHECK(padded("\u20ac1", 4, true) == "  \u20ac1");
}

TEST_CASE("a verdict counts up to the date of the target and not beyond") {
    const auto gap = [](int, int day) { return day <= 84 ? -500 : 2000; };
    const auto with_target = [&](int by_day) {
        Scenario scenario = two_arms(364);
        if (by_day) scenario.target = Target{"sales", 1000, by_day};
        return compare(made_ensemble(scenario, 20, [&](int pair, int arm, int day, DayRecord& record) {
                   record[Observable::sales] = 10000 + (arm == 1 ? gap(pair, day) : 0);
               })).verdict;
    };
    const Verdict early = with_target(84), late = with_target(364), none = with_target(0);
    CHECK(early.day == 84);
    CHECK(early.leader == 0);
    CHECK(early.gap == doctest::Approx(84 * 5.0));
    CHECK(early.text == "In this model Broadcast is ahead by 5.3 % in sales after 12 weeks, in all 20 worlds.");
    CHECK(late.leader == 1);
    CHECK(late.change_day == 84);
    CHECK(none.text == late.text);
    // What comes after the date does not reach the gaps that are counted.
    for (const double g : early.gaps) CHECK(g == doctest::Approx(-84 * 5.0));
}
