#include "study/debrief.h"

#include <algorithm>
#include <cmath>

#include "study/stats.h"

namespace parley {
namespace {

using Form = Quote::Form;
using Kind = QuestionKind;

constexpr int kStretchWeeks = 4;        // shorter leads are weather
constexpr double kLead = 0.02;          // of the other's value, for an indicator to count as leading
constexpr double kNearBorder = 0.08;    // of the worlds
constexpr double kLostFollowers = 0.05, kLate = 0.25;
constexpr double kWeighty = 0.25;       // of the whole gap, for a part that goes against it

// Nearest to money first: the nearer the lead, the better the question.
constexpr Observable kIndicators[] = {Observable::visits, Observable::mentions, Observable::likes, Observable::followers,
                                      Observable::impressions};

OutcomeSpec sum_spec(Observable observable) { return {"", "", "", Rule::Sum, observable, observable}; }
const OutcomeSpec& outcome(const char* name) { return *find_outcome(name); }

double mean_of(const Comparison& c, std::size_t arm, const char* name) {
    return c.arms[arm][static_cast<std::size_t>(find_outcome(name) - outcomes().data())].mean;
}

// --- Gathering -------------------------------------------------------------------------------------------------------

// The longest stretch on the first indicator that has one.
std::optional<Facts::Stretch> longest_stretch(const Ensemble& e, std::size_t a, std::size_t b) {
    const Band sales_a = band(e, a, Observable::sales, true), sales_b = band(e, b, Observable::sales, true);
    const std::size_t weeks = sales_a.mean.size();
    for (const Observable indicator : kIndicators) {
        std::optional<Facts::Stretch> best;
        const Band of_a = band(e, a, indicator, true), of_b = band(e, b, indicator, true);
        for (const bool b_leads : {false, true}) {
            const Band &mine = b_leads ? of_b : of_a, &theirs = b_leads ? of_a : of_b;
            const Band &sold = b_leads ? sales_b : sales_a, &they_sold = b_leads ? sales_a : sales_b;
            for (std::size_t from = 0; from < weeks;) {
                std::size_t to = from;
                double indicator_mine = 0, indicator_theirs = 0, less = 0;
                for (; to < weeks && mine.mean[to] > (1 + kLead) * theirs.mean[to] && sold.mean[to] < they_sold.mean[to]; ++to) {
                    indicator_mine += mine.mean[to];
                    indicator_theirs += theirs.mean[to];
                    less += they_sold.mean[to] - sold.mean[to];
                }
                const int length = static_cast<int>(to - from);
                if (length >= kStretchWeeks && indicator_theirs > 0 &&
                    (!best || length > best->to_week - best->from_week + 1))
                    best = Facts::Stretch{b_leads ? b : a, b_leads ? a : b, indicator, static_cast<int>(from) + 1,
                                          static_cast<int>(to), indicator_mine / indicator_theirs - 1, less};
                from = std::max(to, from + 1);
            }
        }
        if (best) return best;
    }
    return {};
}

std::optional<Facts::Aim> aim_of(const Ensemble& e, std::size_t a, std::size_t b) {
    const Scenario& s = e.scenario();
    if (!s.target) return {};
    const OutcomeSpec* spec = find_outcome(s.target->outcome);
    if (!spec) return {};
    const std::vector<const PairResult*> worlds = e.results();
    Facts::Aim aim{s.target->amount, std::min(s.target->by_day, static_cast<int>(s.run.days)), {}, {}};
    const std::size_t arms[] = {a, b};
    for (std::size_t k = 0; k < 2; ++k) {
        const auto value = [&](int day) { return mean_outcome(*spec, worlds, arms[k], s.market.customers, day); };
        aim.got[k] = value(aim.by_day);
        if (aim.got[k] < aim.amount) continue;
        // What adds up only rises; the rest is looked at week by week.
        int low = 1, high = aim.by_day;
        if (spec->rule == Rule::Sum)
            while (low < high) {
                const int mid = (low + high) / 2;
                value(mid) >= aim.amount ? high = mid : low = mid + 1;
            }
        else
            while (low < high && value(low) < aim.amount) low = std::min(high, low + 7);
        aim.day[k] = low;
    }
    return aim;
}

double total(const std::vector<const PairResult*>& worlds, std::size_t arm, Observable what, double customers, int by_day) {
    return mean_outcome(sum_spec(what), worlds, arm, customers, by_day);
}

double on_day(const std::vector<const PairResult*>& worlds, std::size_t arm, Observable what, std::size_t day) {
    double sum = 0;
    for (const PairResult* world : worlds) sum += static_cast<double>(world->arms[arm][day][what]);
    return sum / static_cast<double>(worlds.size());
}

}  // namespace

Facts gather_facts(const Ensemble& e, const Comparison& c, std::optional<Foretold> foretold) {
    const Scenario& s = e.scenario();
    const std::vector<const PairResult*> worlds = e.results();
    Facts f;
    f.a = c.a, f.b = c.b;
    f.verdict = c.verdict;
    f.border = s.run.ahead_share;
    f.split = c.split;
    f.foretold = foretold;
    // Up to the day the comparison counts to, as everything else it quotes.
    const auto so_far = [&](std::size_t arm, Observable what) { return total(worlds, arm, what, s.market.customers, c.day); };
    const std::size_t arms[] = {c.a, c.b};
    for (std::size_t k = 0; k < 2; ++k) {
        f.sales[k] = mean_of(c, arms[k], "sales");
        f.profit[k] = mean_of(c, arms[k], "profit");
        f.mentions[k] = so_far(arms[k], Observable::mentions);
    }
    const Difference& d = c.difference(c.a, c.b, c.verdict.outcome->name);
    const double of_a = mean_of(c, c.a, c.verdict.outcome->name);
    f.twins = d.ties == d.pairs;
    f.gap_share = of_a == 0 ? 0 : d.mean / std::fabs(of_a);
    f.end_leader = d.mean > 0 ? static_cast<int>(c.b) : d.mean < 0 ? static_cast<int>(c.a) : -1;
    f.end_ahead = f.end_leader == static_cast<int>(c.a) ? d.pairs - d.b_ahead - d.ties : d.b_ahead;
    const OutcomeSummary& summary = c.arms[c.a][static_cast<std::size_t>(c.verdict.outcome - outcomes().data())];
    f.luck = summary.mean == 0 ? 0 : summary.sd / std::fabs(summary.mean);

    f.led_but_sold_less = longest_stretch(e, c.a, c.b);
    f.broken = worst_break(e, c.a, c.b);
    f.target = aim_of(e, c.a, c.b);
    for (const std::size_t arm : arms) {
        const double replies = so_far(arm, Observable::replies), in_time = so_far(arm, Observable::replies_in_time),
                     never = so_far(arm, Observable::unanswered), contacts = replies + never;
        if (replies < 1 || contacts <= 0) continue;
        const Facts::Waiting waiting{arm, contacts, contacts - in_time};
        if (waiting.late >= kLate * contacts && (!f.waiting || waiting.late / contacts > f.waiting->late / f.waiting->contacts))
            f.waiting = waiting;
    }
    for (const std::size_t arm : arms) {
        const Facts::Leaving leaving{arm, on_day(worlds, arm, Observable::followers, 0),
                                     on_day(worlds, arm, Observable::followers, static_cast<std::size_t>(c.day) - 1)};
        if (leaving.last > (1 - kLostFollowers) * leaving.first) continue;
        if (!f.leaving || leaving.last / leaving.first < f.leaving->last / f.leaving->first) f.leaving = leaving;
    }
    return f;
}

// --- Rules -----------------------------------------------------------------------------------------------------------

namespace {

// Words for what a rule looks at.
std::size_t other_of(const Facts& f, int arm) { return static_cast<std::size_t>(arm) == f.a ? f.b : f.a; }
int result_of(const Facts& f) { return f.verdict.form == VerdictForm::Ahead ? f.verdict.leader : -1; }
double share_ahead(const Facts& f) { return f.verdict.pairs == 0 ? 0 : static_cast<double>(f.end_ahead) / f.verdict.pairs; }
bool ahead(const Facts& f) { return !f.twins && f.verdict.form == VerdictForm::Ahead; }
bool near_border(const Facts& f) { return !f.twins && f.end_leader >= 0 && std::fabs(share_ahead(f) - f.border) <= kNearBorder + 1e-9; }
bool right_direction(const Facts& f) { return f.foretold && !f.twins && f.foretold->leader == result_of(f); }
bool right_size(const Facts& f) {
    return f.foretold->gap_share && std::fabs(*f.foretold->gap_share - f.gap_share) <= std::max(0.02, 0.5 * std::fabs(f.gap_share));
}
std::array<double, 3> parts(const Facts& f) { return {f.split.buyers, f.split.purchases_per_buyer, f.split.money_per_purchase}; }
std::size_t strongest(const Facts& f, int sign) {  // part that goes furthest in this direction
    const std::array<double, 3> all = parts(f);
    std::size_t best = 0;
    for (std::size_t k = 1; k < 3; ++k)
        if (sign * all[k] > sign * all[best]) best = k;
    return best;
}
int sign_of(double x) { return (x > 0) - (x < 0); }
bool profit_against(const Facts& f) {
    const double sold = f.sales[1] - f.sales[0], earned = f.profit[1] - f.profit[0];
    return sign_of(sold) * sign_of(earned) < 0 && std::fabs(sold) >= 0.01 * f.sales[0] && std::fabs(earned) >= 0.01 * std::fabs(f.profit[0]);
}

template <class Index> Quote arm(const char* hole, Index index) { return {hole, Form::Arm, static_cast<double>(index)}; }
Quote share(const char* hole, double value) { return {hole, Form::Share, value}; }
Quote count(const char* hole, double value) { return {hole, Form::Count, value}; }
Quote week(const char* hole, double value) { return {hole, Form::Week, value}; }
Quote money(const char* hole, double value, const char* name = "sales") { return {hole, Form::Amount, value, &outcome(name)}; }
Quote amount(const char* hole, double value, const OutcomeSpec* spec) { return {hole, Form::Amount, value, spec}; }
std::vector<Quote> worlds(const Facts& f) { return {count("ahead", f.end_ahead), count("pairs", f.verdict.pairs)}; }
std::vector<Quote> with(std::vector<Quote> first, const std::vector<Quote>& rest) {
    first.insert(first.end(), rest.begin(), rest.end());
    return first;
}
int week_at(int day) { return (day + 6) / 7; }

bool reached(const Facts& f, int how_many) { return f.target && (f.target->day[0] > 0) + (f.target->day[1] > 0) == how_many; }

constexpr QuestionRule kRules[] = {
    // --- feel
    {"missed_direction", Kind::Feel, "race", 100, [](const Facts& f) { return f.foretold && f.foretold->leader >= 0 && ahead(f) && f.foretold->leader != f.verdict.leader; },
     [](const Facts& f) { return with({arm("said", f.foretold->leader), arm("leader", f.verdict.leader)}, worlds(f)); }},
    {"missed_tie", Kind::Feel, "strip", 98, [](const Facts& f) { return f.foretold && f.foretold->leader < 0 && ahead(f); },
     [](const Facts& f) { return with({arm("leader", f.verdict.leader), share("gap", f.verdict.gap_share)}, worlds(f)); }},
    {"missed_winner", Kind::Feel, "strip", 97, [](const Facts& f) { return f.foretold && f.foretold->leader >= 0 && !f.twins && result_of(f) < 0; },
     [](const Facts& f) { return with({arm("said", f.foretold->leader), share("gap", std::fabs(f.gap_share))}, worlds(f)); }},
    {"missed_size", Kind::Feel, "race", 88, [](const Facts& f) { return right_direction(f) && f.foretold->gap_share && !right_size(f); },
     [](const Facts& f) { return std::vector<Quote>{share("said", std::fabs(*f.foretold->gap_share)), share("gap", std::fabs(f.gap_share))}; }},
    {"forecast_right", Kind::Feel, "race", 76, [](const Facts& f) { return right_direction(f) && (!f.foretold->gap_share || right_size(f)); },
     [](const Facts& f) { return with({share("gap", std::fabs(f.gap_share))}, worlds(f)); }},
    {"feel_ahead", Kind::Feel, "strip", 20, [](const Facts& f) { return !f.foretold && ahead(f); },
     [](const Facts& f) { return with({arm("leader", f.verdict.leader), share("gap", f.verdict.gap_share)}, worlds(f)); }},
    {"feel_open", Kind::Feel, "strip", 30, [](const Facts& f) { return !f.foretold && !f.twins && !ahead(f); },
     [](const Facts& f) { return with({arm("leader", static_cast<double>(std::max(0, f.end_leader))), share("gap", std::fabs(f.gap_share))}, worlds(f)); }},

    // --- what happened
    {"led_but_sold_less", Kind::Happened, "dominoes", 95, [](const Facts& f) { return f.led_but_sold_less.has_value(); },
     [](const Facts& f) {
         const Facts::Stretch& s = *f.led_but_sold_less;
         return std::vector<Quote>{arm("arm", s.arm), arm("other", s.other), {"indicator", Form::Indicator, static_cast<double>(s.indicator)},
                                   share("more", s.more), money("less", s.less), week("from", s.from_week), week("to", s.to_week)};
     }},
    {"leader_change", Kind::Happened, "race", 92, [](const Facts& f) { return f.verdict.change_day > 0 && f.verdict.leader >= 0; },
     [](const Facts& f) {
         return std::vector<Quote>{arm("first", other_of(f, f.verdict.leader)), week("week", week_at(f.verdict.change_day)),
                                   arm("leader", f.verdict.leader)};
     }},
    {"broken_link", Kind::Happened, "dominoes", 84, [](const Facts& f) { return f.broken.has_value(); },
     [](const Facts& f) {
         return std::vector<Quote>{arm("arm", f.broken->arm), {"from", Form::Link, static_cast<double>(f.broken->link)},
                                   {"to", Form::Link, static_cast<double>(f.broken->link + 1)}, share("fall", f.broken->fall),
                                   week("week", f.broken->week)};
     }},
    {"target_one", Kind::Happened, "race", 74, [](const Facts& f) { return reached(f, 1); },
     [](const Facts& f) {
         const std::size_t k = f.target->day[0] > 0 ? 0 : 1;
         return std::vector<Quote>{arm("arm", k == 0 ? f.a : f.b), arm("other", k == 0 ? f.b : f.a), week("week", week_at(f.target->day[k])),
                                   amount("target", f.target->amount, f.verdict.outcome),
                                   amount("short", f.target->amount - f.target->got[1 - k], f.verdict.outcome)};
     }},
    {"target_none", Kind::Happened, "race", 44, [](const Facts& f) { return reached(f, 0); },
     [](const Facts& f) {
         const std::size_t k = f.target->got[1] > f.target->got[0] ? 1 : 0;
         return std::vector<Quote>{amount("target", f.target->amount, f.verdict.outcome), arm("arm", k == 0 ? f.a : f.b),
                                   amount("got", f.target->got[k], f.verdict.outcome), week("week", week_at(f.target->by_day))};
     }},
    {"split_one", Kind::Happened, "split", 40,
     [](const Facts& f) { return !f.twins && f.split.total != 0 && parts(f)[strongest(f, sign_of(f.split.total))] / f.split.total >= 0.7; },
     [](const Facts& f) {
         const std::size_t k = strongest(f, sign_of(f.split.total));
         return std::vector<Quote>{{"factor", Form::Factor, static_cast<double>(k)}, money("part", std::fabs(parts(f)[k])),
                                   money("gap", std::fabs(f.split.total))};
     }},

    // --- what was learned
    {"twins_luck", Kind::Learned, "strip", 99, [](const Facts& f) { return f.twins; },
     [](const Facts& f) { return std::vector<Quote>{count("pairs", f.verdict.pairs), share("luck", f.luck)}; }},
    {"near_border", Kind::Learned, "strip", 80, near_border,
     [](const Facts& f) { return with({arm("leader", f.end_leader), share("border", f.border)}, worlds(f)); }},
    {"split_against", Kind::Learned, "split", 72,
     [](const Facts& f) {
         return !f.twins && f.split.total != 0 &&
                -parts(f)[strongest(f, -sign_of(f.split.total))] / f.split.total >= kWeighty;
     },
     [](const Facts& f) {
         const std::size_t won = strongest(f, sign_of(f.split.total)), lost = strongest(f, -sign_of(f.split.total));
         return std::vector<Quote>{arm("leader", f.split.total > 0 ? f.b : f.a), {"won_by", Form::Factor, static_cast<double>(won)},
                                   money("won", std::fabs(parts(f)[won])), {"lost_by", Form::Factor, static_cast<double>(lost)},
                                   money("lost", std::fabs(parts(f)[lost]))};
     }},
    {"followers_lost", Kind::Learned, "customer", 66, [](const Facts& f) { return f.leaving.has_value(); },
     [](const Facts& f) { return std::vector<Quote>{arm("arm", f.leaving->arm), count("first", f.leaving->first), count("last", f.leaving->last)}; }},
    {"late_replies", Kind::Learned, "customer", 60, [](const Facts& f) { return f.waiting.has_value(); },
     [](const Facts& f) {
         return std::vector<Quote>{arm("arm", f.waiting->arm), count("late", f.waiting->late), count("contacts", f.waiting->contacts)};
     }},

    // --- where it is in reality
    {"twins_reports", Kind::Reality, "race", 96, [](const Facts& f) { return f.twins; },
     [](const Facts& f) { return std::vector<Quote>{count("pairs", f.verdict.pairs)}; }},
    {"profit_against", Kind::Reality, "tiles", 78, profit_against,
     [](const Facts& f) {
         const std::size_t k = f.sales[1] > f.sales[0] ? 1 : 0;
         return std::vector<Quote>{arm("arm", k == 0 ? f.a : f.b), money("more", std::fabs(f.sales[1] - f.sales[0])),
                                   money("less", std::fabs(f.profit[1] - f.profit[0]), "profit")};
     }},
    {"dashboard", Kind::Reality, "dominoes", 70,
     [](const Facts& f) {
         return !f.twins && f.sales[0] != f.sales[1] && (f.mentions[1] - f.mentions[0]) * (f.sales[1] - f.sales[0]) < 0 &&
                std::fabs(f.mentions[1] - f.mentions[0]) > 0.1 * std::max(f.mentions[0], f.mentions[1]);
     },
     [](const Facts& f) {
         const std::size_t k = f.mentions[1] > f.mentions[0] ? 1 : 0;
         return std::vector<Quote>{arm("loud", k == 0 ? f.a : f.b), count("more", f.mentions[k]), count("fewer", f.mentions[1 - k]),
                                   arm("sells", k == 0 ? f.b : f.a), money("sales", std::fabs(f.sales[1] - f.sales[0]))};
     }},

    // --- what if
    {"other_date", Kind::WhatIf, "race", 62, [](const Facts& f) { return f.verdict.change_day > 0 && f.verdict.leader >= 0; },
     [](const Facts& f) {
         return std::vector<Quote>{week("week", week_at(f.verdict.change_day)), arm("first", other_of(f, f.verdict.leader)),
                                   arm("leader", f.verdict.leader)};
     }},
    {"twins_change", Kind::WhatIf, "towns", 90, [](const Facts& f) { return f.twins; },
     [](const Facts& f) { return std::vector<Quote>{arm("arm", f.b), arm("other", f.a)}; }},
    {"other_wins", Kind::WhatIf, "map", 50, [](const Facts& f) { return ahead(f); },
     [](const Facts& f) { return with({arm("leader", f.verdict.leader), arm("other", other_of(f, f.verdict.leader))}, worlds(f)); }},
    {"decide_anyway", Kind::WhatIf, "strip", 48, [](const Facts& f) { return !f.twins && !ahead(f) && f.end_leader >= 0; },
     [](const Facts& f) { return with({arm("leader", f.end_leader)}, worlds(f)); }},
};

}  // namespace

std::span<const QuestionRule> question_rules() { return kRules; }

std::vector<Question> choose_questions(const Facts& facts) {
    std::vector<const QuestionRule*> held;
    for (const QuestionRule& rule : kRules)
        if (rule.holds(facts)) held.push_back(&rule);
    std::stable_sort(held.begin(), held.end(), [](const auto* x, const auto* y) { return x->surprise > y->surprise; });

    // Different kinds and charts first, then different kinds, then whatever is left.
    std::vector<const QuestionRule*> chosen;
    for (const int strict : {2, 1, 0})
        for (const QuestionRule* rule : held) {
            const auto clashes = [&](const QuestionRule* other) {
                return other == rule || (strict >= 1 && other->kind == rule->kind) ||
                       (strict >= 2 && std::string_view(other->chart) == rule->chart);
            };
            if (chosen.size() < kQuestions && std::none_of(chosen.begin(), chosen.end(), clashes)) chosen.push_back(rule);
        }
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto* x, const auto* y) { return x->kind < y->kind; });
    std::vector<Question> out;
    for (const QuestionRule* rule : chosen) out.push_back({rule, rule->quotes(facts)});
    return out;
}

}  // namespace parley
