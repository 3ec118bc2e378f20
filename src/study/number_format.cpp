#include "study/number_format.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace parley {

std::string currency_sign(const Scenario& scenario) { return currencies()[static_cast<std::size_t>(scenario.currency)].label; }

double weight_share(const ParamSpec& weight, const Strategy& strategy) {
    double sum = 0;  // of all weights: what the money is split by
    for (const ParamSpec& row : kStrategyTable.rows) sum += row.kind == Kind::Weight ? value_of(strategy, row) : 0;
    return sum > 0 ? value_of(strategy, weight) / sum : 0;
}

std::string lever_text(const ParamSpec& lever, const Strategy& strategy, const std::string& sign) {
    double value = value_of(strategy, lever);
    switch (lever.kind) {
        case Kind::Money:
            return plain_money(value, sign);
        case Kind::Share:
            return percent(value);
        case Kind::Weight:
            return percent(weight_share(lever, strategy));
        case Kind::Count:
            return number(value);
        case Kind::Number:
            return number(value, 1);
        case Kind::Choice:
            return lever.options[static_cast<std::size_t>(value)].label;
    }
    return number(value);
}

namespace {

// Decimals that show a change of a per cent or so.
int decimals_for(double value) {
    double size = std::abs(value);
    return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

bool is_money(const OutcomeSpec& spec) { return std::strncmp(spec.unit, "currency", 8) == 0; }
bool counts(const OutcomeSpec& spec) { return spec.rule == Rule::Sum || spec.rule == Rule::Net; }

}  // namespace

std::string outcome_text(const OutcomeSpec& spec, double value, const std::string& sign) {
    if (is_money(spec)) return money(value, sign);
    return number(value, counts(spec) ? 0 : decimals_for(value));
}

double money_step(double largest) {
    double size = std::abs(largest);
    return size >= 999950 ? 1e3 : size >= 9995 ? 100 : 0.01;
}

namespace {

// "1.204m", "17k", "8.7k", "28.05"
std::string in_steps(double value, double step) {
    if (step < 100) return number(value, 2);
    if (std::abs(value) < step / 2) return number(0);  // nothing has no thousands
    if (step < 1e3) return number(value / 1e3, 1) + "k";
    return std::abs(value) >= 999950 ? number(value / 1e6, 3) + "m" : number(value / 1e3) + "k";
}

}  // namespace

PrintedPair printed_pair(const OutcomeSpec& spec, double a, double b, const std::string& sign) {
    double largest = std::max(std::abs(a), std::abs(b));
    double step = is_money(spec) ? money_step(largest) : counts(spec) ? 1 : 0.01;
    auto whole = [&](double v) { return std::round(v / step); };
    auto text = [&](double v) {
        if (!is_money(spec)) return number(v, counts(spec) ? 0 : 2);
        return sign + "\u202f" + in_steps(v, step);
    };
    double gap = (whole(b) - whole(a)) * step;
    std::string lead = gap > 0 ? "+" : gap < 0 ? "\u2212" : "";
    return {text(whole(a) * step), text(whole(b) * step), lead + text(std::abs(gap)), gap, gap == 0};
}

std::vector<double> parts_that_add_up(const std::vector<double>& parts, double printed_total, double step) {
    std::vector<double> whole(parts.size());
    double left = std::round(printed_total / step);
    for (std::size_t i = 0; i < parts.size(); ++i) left -= whole[i] = std::floor(parts[i] / step);
    // What is left over goes, one step each, to the parts that lost most by rounding down.
    std::vector<bool> raised(parts.size());
    for (; left > 0; --left) {
        std::size_t most = 0;
        double best = -1;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (double lost = parts[i] / step - whole[i]; !raised[i] && lost > best) best = lost, most = i;
        raised[most] = true;
        whole[most] += 1;
    }
    for (double& w : whole) w *= step;
    return whole;
}

std::string plain_money(double value, const std::string& sign) {
    return value < 10000 && value == std::floor(value) ? sign + "\u202f" + number(value) : money(value, sign);
}

std::string signed_money_in_steps(double value, double step, const std::string& sign) {
    return (value < 0 ? "\u2212" : value > 0 ? "+" : "") + sign + "\u202f" + in_steps(std::abs(value), step);
}

int week_of(int day) { return (day + 6) / 7; }

std::string week_text(int day) { return day <= 0 ? tr("time.start") : tr("time.week", {{"week", std::to_string(week_of(day))}}); }

std::string duration_text(int days) {
    if (days == 364) return tr("time.one_year");
    if (days % 364 == 0) return tr("time.years", {{"years", number(days / 364)}});
    return tr("time.weeks", {{"weeks", number(days / 7)}});
}

std::string period_text(int day, const Scenario& scenario) {
    if (day >= static_cast<int>(scenario.run.days)) return tr("time.over", {{"duration", duration_text(day)}});
    return tr("time.by_week", {{"week", number(week_of(day))}});
}

std::string hours_text(double hours) {
    if (hours <= 0) return "\u2013";
    if (hours < 1) return tr("time.minutes", {{"minutes", number(std::round(hours * 60))}});
    return tr("time.hours", {{"hours", number(hours, hours < 10 ? 1 : 0)}});
}

std::string lower_first(std::string words) {
    if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && !(words[1] >= 'A' && words[1] <= 'Z'))
        words[0] = static_cast<char>(words[0] + 32);
    return words;
}

}  // namespace parley
