#include "study/briefs.h"

#include <algorithm>

namespace parley {
namespace {

using Form = Quote::Form;
using Role = BriefRole;

Quote money(const char* hole, double value) { return {hole, Form::Row, value, nullptr, kMarketTable.find("price")}; }
Quote week(const char* hole, int day) { return {hole, Form::Week, static_cast<double>((day + 6) / 7)}; }
Quote count(const char* hole, double value) { return {hole, Form::Count, value}; }

double shown_of(const World& w, Observable what, const Scenario& s) {
    return shown(observables()[static_cast<std::size_t>(what)], static_cast<double>(w.record[what]), s.market.customers);
}

const Event* event_of(const Scenario& s, What what) {
    for (const Event& e : s.events)
        if (e.what == what) return &e;
    return nullptr;
}

// The first dated change of what operations answers for.
struct Dated {
    const Event* event = nullptr;
    const Change* change = nullptr;
};
Dated operations_event(const Scenario& s) {
    for (const Event& e : s.events)
        for (const Change& c : e.changes)
            for (const char* name : {"failure_rate", "availability", "daily_stock"})
                if (c.row == kMarketTable.find(name) || c.row == kBrandTable.find(name)) return {&e, &c};
    return {};
}
double before_of(const Scenario& s, const Change& c) {
    return c.table == &kMarketTable ? value_of(s.market, *c.row) : value_of(s.brand, *c.row);
}

bool always(const Scenario&, const World*) { return true; }
double left_of(const Scenario& s) { return s.market.price * s.market.margin; }

constexpr BriefRule kRules[] = {
    {"ceo_leaves", Role::Ceo, false, [](const Scenario& s, const World*) { return event_of(s, What::ambassador_leaves) != nullptr; },
     [](const Scenario& s, const World*) { return std::vector<Quote>{week("week", event_of(s, What::ambassador_leaves)->day)}; }},
    {"ceo_scandal", Role::Ceo, false, [](const Scenario& s, const World*) { return event_of(s, What::scandal_breaks) != nullptr; },
     [](const Scenario& s, const World*) { return std::vector<Quote>{week("week", event_of(s, What::scandal_breaks)->day)}; }},
    {"ceo_target", Role::Ceo, false,
     [](const Scenario& s, const World*) {
         const OutcomeSpec* spec = s.target ? find_outcome(s.target->outcome) : nullptr;
         return spec && spec->rule == Rule::Sum && s.target->by_day >= 7;
     },
     [](const Scenario& s, const World*) {
         const OutcomeSpec* spec = find_outcome(s.target->outcome);
         return std::vector<Quote>{{"target", Form::Amount, s.target->amount, spec}, week("week", s.target->by_day),
                                   {"per_week", Form::Amount, s.target->amount / s.target->by_day * 7, spec}};
     }},
    {"ceo_share", Role::Ceo, false, always,
     [](const Scenario& s, const World*) {
         return std::vector<Quote>{{"share", Form::Share, s.brand.share}, {"know", Form::Share, s.brand.awareness}};
     }},
    {"ceo_metric", Role::Ceo, true, [](const Scenario&, const World* w) { return w != nullptr; },
     [](const Scenario& s, const World* w) {
         return std::vector<Quote>{count("now", shown_of(*w, Observable::bought, s) + shown_of(*w, Observable::repeat, s)), count("people", s.market.customers)};
     }},
    {"ceo_metric_bare", Role::Ceo, true, always, [](const Scenario&, const World*) { return std::vector<Quote>{}; }},

    {"marketing_reach", Role::Marketing, false, always,
     [](const Scenario& s, const World*) {
         const double budget = s.market.neutral_budget_per_day, impressions = budget / s.market.cost_per_thousand * 1000;
         return std::vector<Quote>{money("price", s.market.cost_per_thousand), money("budget", budget), count("impressions", impressions),
                                   {"each", Form::Few, impressions / s.market.customers}};
     }},
    {"marketing_metric", Role::Marketing, true, [](const Scenario&, const World* w) { return w != nullptr; },
     [](const Scenario& s, const World* w) {
         return std::vector<Quote>{count("now", s.market.customers - shown_of(*w, Observable::never, s)), count("people", s.market.customers)};
     }},
    {"marketing_metric_bare", Role::Marketing, true, always, [](const Scenario&, const World*) { return std::vector<Quote>{}; }},

    {"service_reply", Role::Service, false, always,
     [](const Scenario& s, const World*) {
         const double tenth = s.market.neutral_budget_per_day / 10;
         return std::vector<Quote>{money("price", s.market.cost_per_employee_reply), money("tenth", tenth),
                                   {"replies", Form::Few, tenth / s.market.cost_per_employee_reply},
                                   {"gone", Form::Share, s.market.complaint_wait_1h}};
     }},
    {"service_metric", Role::Service, true, [](const Scenario&, const World* w) { return w != nullptr; },
     [](const Scenario& s, const World* w) { return std::vector<Quote>{{"now", Form::Level, shown_of(*w, Observable::trust, s)}}; }},
    {"service_metric_bare", Role::Service, true, always, [](const Scenario&, const World*) { return std::vector<Quote>{}; }},

    {"operations_event", Role::Operations, false, [](const Scenario& s, const World*) { return operations_event(s).event != nullptr; },
     [](const Scenario& s, const World*) {
         const Dated d = operations_event(s);
         return std::vector<Quote>{week("week", d.event->day), {"what", Form::Label, 0, nullptr, d.change->row},
                                   {"before", Form::Row, before_of(s, *d.change), nullptr, d.change->row},
                                   {"after", Form::Row, d.change->value, nullptr, d.change->row}};
     }},
    {"operations_failures", Role::Operations, false, always,
     [](const Scenario& s, const World*) {
         return std::vector<Quote>{{"rate", Form::Share, s.market.failure_rate}, {"quality", Form::Level, s.brand.quality}, count("days", s.market.listening_lag)};
     }},
    {"operations_metric", Role::Operations, true, [](const Scenario&, const World* w) { return w != nullptr; },
     [](const Scenario& s, const World* w) { return std::vector<Quote>{{"now", Form::Level, shown_of(*w, Observable::quality, s)}}; }},
    {"operations_metric_bare", Role::Operations, true, always, [](const Scenario&, const World*) { return std::vector<Quote>{}; }},

    {"finance_margin", Role::Finance, false, [](const Scenario& s, const World*) { return left_of(s) > 0; },
     [](const Scenario& s, const World*) {
         return std::vector<Quote>{money("price", s.market.price), money("left", left_of(s)), money("budget", s.market.neutral_budget_per_day),
                                   {"purchases", Form::Few, s.market.neutral_budget_per_day / left_of(s)}};
     }},
    {"finance_price", Role::Finance, false, always,
     [](const Scenario& s, const World*) { return std::vector<Quote>{money("price", s.market.price), money("budget", s.market.neutral_budget_per_day)}; }},
    {"finance_metric", Role::Finance, true, [](const Scenario&, const World* w) { return w != nullptr; },
     [](const Scenario& s, const World* w) { return std::vector<Quote>{{"now", Form::Amount, shown_of(*w, Observable::profit, s), find_outcome("profit")}}; }},
    {"finance_metric_bare", Role::Finance, true, always, [](const Scenario&, const World*) { return std::vector<Quote>{}; }},
};

BriefLine first_true(Role role, bool metric, const Scenario& scenario, const World* before) {
    for (const BriefRule& rule : kRules)
        if (rule.role == role && rule.metric == metric && rule.holds(scenario, before)) return {&rule, rule.quotes(scenario, before)};
    return {&kRules[0], {}};  // every role ends with a rule that always holds
}

}  // namespace

std::span<const BriefRule> brief_rules() { return kRules; }

std::array<Brief, kBriefRoles> make_briefs(const Scenario& scenario, const World* before) {
    std::array<Brief, kBriefRoles> out{};
    for (std::size_t i = 0; i < kBriefRoles; ++i) {
        const auto role = static_cast<Role>(i);
        out[i] = {role, first_true(role, false, scenario, before), first_true(role, true, scenario, before),
                  i < scenario.roles.size() ? &scenario.roles[i] : nullptr};
    }
    return out;
}

}  // namespace parley
