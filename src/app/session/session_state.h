// What a Session keeps behind its pointers, shared by the files of the session and by nobody else.
//
//   Batch      an ensemble, and which of its pairs someone works on
//   Worlds     the one on screen, those that replace it, and comparisons asked for        session_worlds.cpp
//   Surveys    region map, levers and dashboard                                            session_worlds.cpp
//   Why        the question about one customer                                             session_why.cpp
#pragma once
#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "app/session/survey.h"
#include "scenario/scenario_json.h"
#include "study/sequential.h"

namespace parley {

using Clock = std::chrono::steady_clock;

inline constexpr double kMostBytes = 300e6;           // of the results of one ensemble

// How many pairs of this scenario may be kept at once.
inline int most_pairs(const Scenario& scenario) {
    const double bytes = static_cast<double>(sizeof(DayRecord)) * scenario.run.days * static_cast<double>(scenario.arms.size());
    return static_cast<int>(std::max(1.0, kMostBytes / bytes));
}

// An ensemble, and which of its pairs someone works on.
struct Batch {
    std::uint32_t number;
    std::uint64_t revision;
    Ensemble ensemble;
    std::vector<bool> given;  // [pairs]
    std::string text;         // the scenario for workers
    std::optional<Sequence> sequence;   // of the screen's: it may stop once the verdict is settled

    Batch(std::uint32_t n, std::uint64_t r, const Scenario& scenario, int pairs, std::uint32_t seed)
        : number(n), revision(r), ensemble(scenario, pairs, seed), given(static_cast<std::size_t>(pairs)),
          text(write_scenario(ensemble.scenario())) {}

    std::uint32_t seed() const { return static_cast<std::uint32_t>(ensemble.scenario().run.seed); }
    bool same_worlds(const Batch& other) const { return revision == other.revision && seed() == other.seed(); }
    int settled() const { return sequence ? sequence->after() : 0; }
    int wanted_pairs() const { return settled() ? settled() : ensemble.pairs(); }
    bool finished() const { return ensemble.done() >= wanted_pairs(); }
    bool awaits(int pair) const { return pair >= 0 && pair < wanted_pairs() && !ensemble.has(pair); }
    void add(PairResult result) {
        ensemble.add(std::move(result));
        // Worlds past the one that settled it do not count, whoever was quick: the same worlds stand on every screen.
        if (sequence && !settled() && sequence->look(ensemble)) ensemble.forget_from(settled());
    }
    bool is_given(int pair) const { return given[static_cast<std::size_t>(pair)]; }
    // The first pair that fits and that nobody has, of this worker's own if possible; -1 if there is none.
    template <class Fits> int next_free(int worker, int workers, Fits fits) const {
        int any = -1;
        for (int pair = ensemble.next_missing(); pair >= 0; pair = ensemble.next_missing(pair + 1)) {
            if (pair >= wanted_pairs()) break;
            if (is_given(pair) || !fits(pair)) continue;
            if (pair % workers == worker) return pair;
            if (any < 0) any = pair;
        }
        return any;
    }
    int lowest_under_way() const {
        for (int pair = 0; pair < ensemble.pairs(); ++pair)
            if (is_given(pair) && !ensemble.has(pair)) return pair;
        return -1;
    }
};

struct Session::Worlds {
    std::uint32_t last_number = 0;
    std::shared_ptr<Batch> current;   // of the scenario as it is
    // While a lever is dragged every step makes a new ensemble.  The first pair under way of one that was overtaken is still awaited,
    // one such at a time, so that the picture follows the hand.
    std::shared_ptr<Batch> trailing;
    int trailing_pair = 0;
    std::shared_ptr<Batch> shown;     // the one on screen: has results; current, trailing or one before
    std::shared_ptr<Batch> before;    // what was on screen before the last decision
    std::vector<std::shared_ptr<Batch>> requests;  // comparisons asked for, oldest first

    std::optional<Comparison> comparison;          // of the one on screen
    bool stale = false;
    Clock::time_point compared_at{};
    std::uint64_t stamp = 1;

    std::shared_ptr<Batch> find(std::uint32_t number) const {
        for (const auto& batch : {current, trailing})
            if (batch && batch->number == number) return batch;
        for (const auto& batch : requests)
            if (batch->number == number) return batch;
        return nullptr;
    }
    // Another scenario: nothing of the one before is worth showing.
    void forget() {
        current = trailing = shown = before = nullptr;
        comparison.reset();
        stale = false;
        ++stamp;
    }
    void show(const std::shared_ptr<Batch>& batch) {
        const bool first = shown != batch;
        shown = batch;
        stale = true;
        if (first || batch->finished()) compare_now();
    }
    void compare_now() {
        comparison = compare(shown->ensemble, 0, 1, verdict_day(shown->ensemble.scenario()));
        stale = false;
        compared_at = Clock::now();
        ++stamp;
    }
};

// The question about one customer.
struct Session::Why {
    std::optional<std::uint32_t> customer;
    std::string without;
    bool wanted = false;                 // something is still to be found out
    std::optional<Inquiry> inquiry;      // at work
    std::optional<Explanation> answer;
    std::uint64_t stamp = 1;

    void forget() {
        answer.reset();
        inquiry.reset();
        without.clear();
        ++stamp;
    }
};

// Surveys, and which of them someone looks at.
struct Session::Surveys {
    struct Asked {
        std::optional<Survey> survey;
        std::string question;            // the scenario it is about, its own levers aside
        std::uint64_t revision = 0;      // at which that was looked up
    };
    Asked region, levers;
    std::optional<DashboardInquiry> counting;
    std::optional<Dashboard> dashboard;
    std::uint64_t dashboard_revision = 0, dashboard_of = 0;   // asked about; of the numbers that are there
    bool dashboard_looked_at = false;
    Asked* looked_at = nullptr;
    std::uint64_t stamp = 1;

    Survey* at_work() { return looked_at && looked_at->survey && !looked_at->survey->finished() ? &*looked_at->survey : nullptr; }
    Survey* owner(std::uint32_t ensemble) {
        for (Asked* asked : {&region, &levers})
            if (asked->survey && asked->survey->owns(ensemble)) return &*asked->survey;
        return nullptr;
    }
    // true: another question than before
    bool ask(Asked& asked, std::uint64_t revision, const std::string& question) {
        looked_at = &asked;
        asked.revision = revision;
        if (asked.survey && asked.question == question) return false;
        asked.question = question;
        ++stamp;
        return true;
    }
};

}  // namespace parley
