#include "app/widgets/number_format.h"

#include <cmath>
#include <cstring>

namespace parley {

std::string currency_sign(const Scenario& scenario) { return currencies()[static_cast<std::size_t>(scenario.currency)].sign; }

std::string lever_text(const ParamSpec& lever, const Strategy& strategy, const std::string& sign) {
    double value = value_of(strategy, lever);
    switch (lever.kind) {
        case Kind::Money: return plain_money(value, sign);
        case Kind::Share: return percent(value);
        case Kind::Weight: {
            double sum = strategy.talk + strategy.converse + strategy.listen;
            return percent(sum > 0 ? value / sum : 0);
        }
        case Kind::Count: return number(value);
        case Kind::Number: return number(value, 1);
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

std::string difference_text(const OutcomeSpec& spec, double value, const std::string& sign) {
    if (is_money(spec)) {  // small ones to the cent
        if (std::abs(value) >= 10) return signed_money(value, sign);
        return (value < -0.005 ? "\u2212" : value > 0.005 ? "+" : "") + sign + "\u202f" + number(std::abs(value), 2);
    }
    return signed_number(value, counts(spec) ? 0 : 2);
}

std::string plain_money(double value, const std::string& sign) {
    return value < 10000 && value == std::floor(value) ? sign + "\u202f" + number(value) : money(value, sign);
}

std::string signed_money(double value, const std::string& sign) {
    return (value < 0 ? "\u2212" : "+") + money(std::abs(value), sign);
}

std::string signed_money_like(double value, double largest, const std::string& sign) {
    double size = std::abs(largest), divide = size >= 1e6 ? 1e6 : size >= 1e4 ? 1e3 : 1;
    const char* unit = divide == 1e6 ? "m" : divide == 1e3 ? "k" : "";
    int decimals = divide == 1e6 ? 2 : divide == 1e3 && size < 1e5 ? 1 : 0;
    bool nothing = std::abs(value) / divide < 0.5 * std::pow(10.0, -decimals);
    return (nothing ? "" : value < 0 ? "\u2212" : "+") + sign + "\u202f" + number(std::abs(value) / divide, decimals) + unit;
}

int week_of(int day) { return (day + 6) / 7; }

std::string week_text(int day) {
    return day <= 0 ? tr("time.start") : tr("time.week", {{"week", std::to_string(week_of(day))}});
}

std::string duration_text(int days) {
    if (days == 364) return tr("time.one_year");
    if (days % 364 == 0) return tr("time.years", {{"years", number(days / 364)}});
    return tr("time.weeks", {{"weeks", number(days / 7)}});
}

std::string hours_text(double hours) {
    if (hours <= 0) return "\u2013";
    if (hours < 1) return tr("time.minutes", {{"minutes", number(std::round(hours * 60))}});
    return tr("time.hours", {{"hours", number(hours, hours < 10 ? 1 : 0)}});
}

std::string lower_first(std::string words) {
    if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && !(words[1] >= 'A' && words[1] <= 'Z')) words[0] = static_cast<char>(words[0] + 32);
    return words;
}

}  // namespace parley
