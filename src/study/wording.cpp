#include "study/wording.h"

#include <cmath>
#include <cstdio>

namespace parley {
namespace {

// "in 46 of 50 worlds"; one world is told as such.
std::string worlds_text(int ahead, int pairs) {
    if (pairs == 1) return ahead == 1 ? "in the only world" : "in no world";
    if (ahead == pairs && pairs == 2) return "in both worlds";
    if (ahead == pairs) return "in all " + grouped_text(pairs, 0) + " worlds";
    return "in " + grouped_text(ahead, 0) + " of " + grouped_text(pairs, 0) + " worlds";
}

// How large a gap is: a percentage where that means something, else an amount.
std::string gap_text(double gap, double other, const OutcomeSpec& outcome, Currency currency) {
    // Scales such as -1..1 have no natural zero, and nothing is a percentage of nothing or of a loss.
    const bool scale = std::string_view(outcome.unit).find("..") != std::string_view::npos;
    if (other > 0 && !scale) return percent_text(std::fabs(gap) / other);
    return amount_text(std::fabs(gap), scale ? "" : outcome.unit, currency);
}

std::string week_text(int day) { return "week " + grouped_text(day / 7, 0); }

}  // namespace

std::string grouped_text(double value, int decimals) {
    char digits[400];
    std::snprintf(digits, sizeof digits, "%.*f", decimals, std::fabs(value));
    const std::string_view plain(digits);
    const std::size_t whole = plain.find('.') == std::string_view::npos ? plain.size() : plain.find('.');
    const bool zero = plain.find_first_not_of("0.") == std::string_view::npos;

    std::string text(value < 0 && !zero ? "-" : "");
    for (std::size_t i = 0; i < whole; ++i) {
        text += plain[i];
        const std::size_t left = whole - 1 - i;
        if (left > 0 && left % 3 == 0) text += ',';
    }
    return text.append(plain.substr(whole));
}

std::string signed_text(double value, int decimals) {
    const std::string text = grouped_text(value, decimals);
    const bool zero = text.find_first_not_of("0.,") == std::string::npos;
    return text.front() == '-' || zero ? text : "+" + text;
}

int decimals_for(double size, bool money) {
    const double magnitude = std::fabs(size);
    if (magnitude >= 1000) return 0;
    if (money) return 2;
    return magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3;
}

bool is_money(std::string_view unit) { return unit.substr(0, 8) == "currency"; }

std::string percent_text(double share) {
    const double percent = 100 * share;
    if (percent == 0) return "0 %";
    if (std::fabs(percent) < 0.05) return "less than 0.1 %";
    return grouped_text(percent, std::fabs(percent) < 9.95 ? 1 : 0) + " %";
}

std::string amount_text(double value, std::string_view unit, Currency currency) {
    const bool money = is_money(unit);
    std::string text = grouped_text(value, decimals_for(value, money));
    if (money) {
        const std::string sign = currencies()[static_cast<std::size_t>(currency)].label;
        const bool letters = sign.back() >= 'A' && sign.back() <= 'Z';
        const bool negative = text.front() == '-';
        text = (negative ? "-" : "") + sign + (letters ? " " : "") + text.substr(negative);
        const std::size_t per = unit.find('/');
        return per == std::string_view::npos ? text : text + " per " + std::string(unit.substr(per + 1));
    }
    if (unit.empty() || unit == "-" || unit.find("..") != std::string_view::npos) return text;
    return text + " " + std::string(unit);
}

std::string count_text(int n, std::string_view singular) {
    return grouped_text(n, 0) + " " + std::string(singular) + (n == 1 ? "" : "s");
}

std::string lowered(std::string_view label) {
    std::string text(label);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string verdict_sentence(const Verdict& v, const Scenario& scenario, std::size_t a, std::size_t b,
                             const std::array<double, 2>& means, bool arms_identical) {
    if (arms_identical) return "No difference at all in this model: the arms are the same in every world.";
    const std::string what = lowered(v.outcome->label);
    const std::string after = "after " + (v.day % 7 == 0 ? count_text(v.day / 7, "week") : count_text(v.day, "day"));
    const auto name = [&](bool second) { return scenario.arms[second ? b : a].name; };

    if (v.form == VerdictForm::Date) {
        const bool late = v.leader == static_cast<int>(b);
        const std::string turn = "In this model it depends on the date: " + name(!late) + " leads in " + what + " until " +
                                 week_text(v.change_day) + ", " + name(late) + " after";
        if (v.gap == 0) return turn + ".";
        const Whole whole = whole_of(v, a, b);
        const bool second = whole.arm == b;
        return turn + "; " + after + " " + name(second) + " has " + gap_text(v.gap, means[second ? 0 : 1], *v.outcome, scenario.currency) +
               " more in all, " + worlds_text(whole.ahead, v.pairs) + ".";
    }
    if (v.form == VerdictForm::Ahead) {
        const bool second = v.leader == static_cast<int>(b);
        const std::string early = v.change_day ? "; behind until " + week_text(v.change_day) : "";
        return "In this model " + name(second) + " is ahead by " +
               gap_text(v.gap, means[second ? 0 : 1], *v.outcome, scenario.currency) + " in " + what + " " + after + ", " +
               worlds_text(v.ahead, v.pairs) + early + ".";
    }
    if (v.gap == 0)
        return "Too close to call in this model: " + after + " the arms are level in " + what + " on average.";
    const bool second = v.gap > 0;
    return "Too close to call in this model: " + after + " " + name(second) + " has " +
           gap_text(v.gap, means[second ? 0 : 1], *v.outcome, scenario.currency) + " more " + what + " on average, ahead " +
           worlds_text(v.ahead, v.pairs) + ".";
}

std::size_t width_of(std::string_view utf8) {
    std::size_t columns = 0;
    for (const char byte : utf8) columns += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    return columns;
}

std::string padded(std::string_view utf8, std::size_t width, bool right) {
    const std::size_t columns = width_of(utf8);
    const std::string space(columns < width ? width - columns : 0, ' ');
    return right ? space + std::string(utf8) : std::string(utf8) + space;
}

}  // namespace parley
