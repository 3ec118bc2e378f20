#include "app/session/row_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "study/strings.h"

namespace parley {
namespace {

// Up to ten digits, none that says nothing.
std::string plain(double value) {
    const double size = std::fabs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e15)) {
        char text[40];
        std::snprintf(text, sizeof text, "%.4g", value);
        return text;
    }
    int decimals = 0;
    for (double scale = 1; decimals < 8 && std::fabs(value * scale - std::round(value * scale)) > 1e-9 * std::fabs(value * scale); scale *= 10)
        ++decimals;
    return number(value, decimals);
}

// The unit as it stands behind a number: " days", " a year", "" where there is none.
std::string unit_behind(const ParamSpec& row, const std::string& sign) {
    std::string unit = row.unit;
    if (unit == "-" || unit == "weight" || row.kind == Kind::Choice) return "";
    const std::string currency = "currency";
    if (unit.starts_with(currency)) unit = row.kind == Kind::Money ? unit.substr(currency.size()) : sign + unit.substr(currency.size());
    if (unit.starts_with("/")) return tr("unit.per", {{"what", unit.substr(1)}});
    if (unit.starts_with("1/")) return tr("unit.per", {{"what", unit.substr(2)}});
    return unit.empty() ? "" : " " + unit;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Bytes of the blank that stands at i; 0 if none does.
std::size_t blank_at(std::string_view words, std::size_t i) {
    const std::string_view rest = words.substr(i);
    if (rest.starts_with(' ')) return 1;
    if (rest.starts_with("\u00a0")) return 2;
    return rest.starts_with("\u202f") || rest.starts_with("\u2009") ? 3 : 0;
}

// Blanks between digits part thousands: up to three digits, then groups of three, none of them behind a decimal point.
bool grouped(std::string_view words) {
    std::size_t run = 0;                       // digits of the group at hand
    bool first = true, fraction = false;
    for (std::size_t i = 0; i < words.size();) {
        if (is_digit(words[i])) { ++run, ++i; continue; }
        std::size_t next = i;
        while (const std::size_t blank = next < words.size() ? blank_at(words, next) : 0) next += blank;
        const bool parts = run > 0 && next > i && next < words.size() && is_digit(words[next]);
        if (parts && (fraction || run > 3 || (!first && run != 3))) return false;
        if (!parts && !first && run != 3) return false;
        if (parts) first = false;
        else fraction = run > 0 && next == i && (words[i] == '.' || words[i] == ','), first = true;
        run = 0;
        i = std::max(next, i + 1);
    }
    return first || run == 3;
}

bool same_words(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        if (small(a[i]) != small(b[i])) return false;
    }
    return true;
}

}  // namespace

std::string row_value(const ParamSpec& row, double value, const std::string& sign) {
    switch (row.kind) {
        case Kind::Choice: return row.options[static_cast<std::size_t>(value)].label;
        case Kind::Share: return plain(100 * value) + "\u202f%";
        case Kind::Money: return sign.empty() ? plain(value) : sign + "\u202f" + plain(value);
        default: return plain(value);
    }
}

std::string row_text(const ParamSpec& row, double value, const std::string& sign) { return row_value(row, value, sign) + unit_behind(row, sign); }

std::optional<double> read_row(const ParamSpec& row, std::string_view words) {
    if (row.kind == Kind::Choice) {
        for (std::size_t i = 0; i < row.options.size(); ++i)
            if (same_words(words, row.options[i].label) || same_words(words, row.options[i].code)) return static_cast<double>(i);
        return std::nullopt;
    }
    // Blanks only part thousands, and a comma does when three digits stand behind it and more than a zero before it.
    if (!grouped(words)) return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (const std::size_t blank = blank_at(words, i)) i += blank - 1;
        else if (words.substr(i).starts_with("\u2212")) text += '-', i += 2;
        else text += words[i];
    }
    std::string unit;  // may hold a number of its own: contacts/90 days
    for (const char* c = row.unit; *c; ++c)
        if (*c != ' ') unit += *c;
    if (unit != "-" && text.size() > unit.size() && text.ends_with(unit)) text.resize(text.size() - unit.size());
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t i = 0; (i = text.find(',', i)) != text.npos;) {
        const bool thousands = digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4) && i > 0 && digit(i - 1) && (text[i - 1] != '0' || (i > 1 && digit(i - 2)));
        if (thousands) text.erase(i, 1);
        else text[i++] = '.';
    }
    std::size_t from = text.find_first_of("0123456789");
    if (from == text.npos) return std::nullopt;
    if (from > 0 && text[from - 1] == '.') --from;
    if (from > 0 && text[from - 1] == '-') --from;
    std::size_t end = from + (text[from] == '-');
    const auto pass_digits = [&] { while (digit(end)) ++end; };
    pass_digits();
    if (end < text.size() && text[end] == '.') ++end, pass_digits();
    if (end + 1 < text.size() && text[end] == 'e' && (digit(end + 1) || (text[end + 1] == '-' && digit(end + 2)))) end += 2, pass_digits();
    double value = std::strtod(text.substr(from, end - from).c_str(), nullptr);  // from_chars of a double is missing in some libraries
    const std::string_view rest = std::string_view(text).substr(end);
    if (!std::isfinite(value) || rest.find_first_of("0123456789") != rest.npos) return std::nullopt;
    if (row.kind == Kind::Share || rest.starts_with("%")) value = std::round(value * 1e10) / 1e12;
    return value;
}

std::string range_text(const ParamSpec& row, const std::string& sign) {
    return tr("row.range", {{"min", row_value(row, row.min, sign)}, {"max", row_text(row, row.max, sign)}});
}

}  // namespace parley
