// Debrief: which three questions a run deserves, chosen by rules from its facts.
//
//   facts      what happened, gathered once from the worlds; each is there or not, with its numbers
//   rules      a table: id, kind, chart that shows it, how much it surprises, when it holds, which numbers it quotes
//   questions  the most surprising three of different kinds and charts, put in the order of a debrief:
//              feel, what happened, what was learned, where it is in reality, what if
// The words are text keys "debrief.ID" with holes; a quote says what stands in a hole and how it is to be written.
// Every quoted number is one of the comparison's, or a mean over the same worlds.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "study/compare.h"
#include "study/dominoes.h"

namespace parley {

struct Foretold {                    // a forecast, as far as a question needs it
    int leader = -1;                 // arm; -1: about the same
    std::optional<double> gap_share; // b minus a at the end, as a share of a
};

struct Facts {
    std::size_t a = 0, b = 1;
    Verdict verdict;
    double border = 0.76;            // share of worlds from which someone counts as ahead
    bool twins = false;              // not a cent of difference in any world
    double luck = 0;                 // standard deviation of arm a's outcome over worlds, as a share of its mean
    double gap_share = 0;            // of the verdict's outcome: b minus a, as a share of a
    int end_leader = -1;             // arm ahead by the mean at the end, and in how many worlds
    int end_ahead = 0;
    std::array<double, 2> sales{}, profit{}, mentions{};   // means over worlds, of a and b
    Split split;

    struct Stretch {                 // led on an indicator, sold less
        std::size_t arm, other;
        Observable indicator;
        int from_week, to_week;
        double more;                 // indicator: ahead of the other, as a share of it
        double less;                 // sales behind, mean over worlds, in currency
    };
    std::optional<Stretch> led_but_sold_less;

    std::optional<Break> broken;          // dominoes.h

    struct Aim {                     // the target
        double amount;
        int by_day;
        std::array<double, 2> got;   // by that day
        std::array<int, 2> day;      // reached on, 0: not
    };
    std::optional<Aim> target;

    struct Waiting {                 // contacts of an arm that has a desk
        std::size_t arm;
        double contacts, late;       // late or never
    };
    std::optional<Waiting> waiting;

    struct Leaving {
        std::size_t arm;
        double first, last;          // followers on day 1 and on the last
    };
    std::optional<Leaving> leaving;

    std::optional<Foretold> foretold;
};

// Needs at least one result.  Cost O(worlds x days).
Facts gather_facts(const Ensemble& ensemble, const Comparison& comparison, std::optional<Foretold> foretold = {});

enum class QuestionKind { Feel, Happened, Learned, Reality, WhatIf };
inline constexpr std::size_t kQuestionKinds = 5;

struct Quote {                       // what stands in a hole of the question
    enum class Form { Arm, Week, Share, Count, Amount, Indicator, Link, Factor, Level, Few, Label, Row };
    const char* hole;
    Form form;
    double value;                    // Arm, Indicator (an Observable), Link, Factor (0 buyers, 1 purchases, 2 money): an index
    const OutcomeSpec* outcome = nullptr;   // Amount: whose unit
    const ParamSpec* row = nullptr;  // Label: its name; Row: whose unit
};

struct QuestionRule {
    const char* id;                  // text: debrief.ID
    QuestionKind kind;
    const char* chart;               // a chart of app/show.h
    int surprise;
    bool (*holds)(const Facts&);
    std::vector<Quote> (*quotes)(const Facts&);
};
std::span<const QuestionRule> question_rules();

struct Question {
    const QuestionRule* rule;
    std::vector<Quote> quotes;
};
inline constexpr std::size_t kQuestions = 3;
std::vector<Question> choose_questions(const Facts& facts);

}  // namespace parley
