#include "scenario/json_writer.h"

#include <cassert>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace parley {

std::string number_text(double value) {
    if (!std::isfinite(value)) return "null";
    if (value == 0) return "0";
    if (std::fabs(value) < 1e15 && value == std::floor(value)) return std::to_string(static_cast<std::int64_t>(value));

    // 15 digits survive the way through a double, 17 always suffice.
    char buffer[40];
    for (int digits = 15; digits <= 17; ++digits) {
        std::snprintf(buffer, sizeof buffer, "%.*e", digits - 1, value);
        if (std::strtod(buffer, nullptr) == value) break;
    }

    // -d.ddde+xx taken apart; the decimal mark depends on the locale, so it is skipped unread.
    const std::string_view text = buffer;
    const std::size_t e = text.find('e');
    std::string digits;
    for (char c : text.substr(0, e))
        if (c >= '0' && c <= '9') digits += c;
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    const int exponent = std::atoi(buffer + e + 1), n = static_cast<int>(digits.size());

    std::string out = value < 0 ? "-" : "";
    if (exponent < -7 || exponent >= 21) {
        out += digits.substr(0, 1);
        if (n > 1) out += "." + digits.substr(1);
        return out + "e" + std::to_string(exponent);
    }
    if (exponent < 0) return out + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    if (n <= exponent + 1) return out + digits + std::string(static_cast<std::size_t>(exponent + 1 - n), '0');
    const std::size_t whole = static_cast<std::size_t>(exponent + 1);
    return out + digits.substr(0, whole) + "." + digits.substr(whole);
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    char escape[8];
                    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
                    out += escape;
                } else {
                    out += c;
                }
        }
    }
    return out + '"';
}

JsonWriter& JsonWriter::open(char bracket, Layout layout) {
    // Inside a line everything stays on that line.
    if (indent_ == 0 || (!levels_.empty() && levels_.back().layout == Layout::Line)) layout = Layout::Line;
    next();
    out_ += bracket;
    levels_.push_back({layout});
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    assert(!levels_.empty() && !after_key_);
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty && level.layout == Layout::Lines) break_line();
    if (!level.empty && level.layout == Layout::Line && indent_ > 0 && bracket == '}') out_ += ' ';
    out_ += bracket;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    assert(!levels_.empty() && !after_key_);
    next();
    out_ += json_text(name);
    out_ += indent_ > 0 ? ": " : ":";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::put(std::string_view text) {
    next();
    out_ += text;
    return *this;
}

void JsonWriter::next() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) out_ += ',';
    if (level.layout == Layout::Lines)
        break_line();
    else if (indent_ > 0 && (!level.empty || out_.back() == '{'))
        out_ += ' ';
    level.empty = false;
}

void JsonWriter::break_line() {
    out_ += '\n';
    out_.append(levels_.size() * static_cast<std::size_t>(indent_), ' ');
}

std::string JsonWriter::take() {
    assert(levels_.empty() && !after_key_);
    if (indent_ > 0) out_ += '\n';
    return std::move(out_);
}

}  // namespace parley
