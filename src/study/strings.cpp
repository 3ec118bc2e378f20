// Reads assets/strings/LANGUAGE.json, which is one object of keys and texts; inner objects prefix their keys ("verdict.ahead").
#include "study/strings.h"

#include <cassert>
#include <cmath>
#include <cstdio>
#include <map>

#include "study/embedded_strings.h"

namespace parley {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

// A reader for files that ship inside the program: they are tested, so a mistake ends the reading, nothing more.
struct Reader {
    const char* at;
    const char* end;
    Texts& texts;

    bool take(char wanted) {
        while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t' || *at == ',' || *at == ':')) ++at;
        if (at >= end || *at != wanted) return false;
        ++at;
        return true;
    }
    unsigned hex() {
        unsigned code = 0;
        for (int i = 0; i < 4 && at < end; ++i, ++at)
            code = 16 * code + static_cast<unsigned>(*at <= '9' ? *at - '0' : (*at | 32) - 'a' + 10);
        return code;
    }
    std::string text() {  // after the opening quote
        std::string out;
        while (at < end && *at != '"') {
            if (*at != '\\') {
                out += *at++;
                continue;
            }
            ++at;
            const char escape = at < end ? *at++ : '"';
            if (escape == 'u') {
                const unsigned code = hex();
                if (code < 0x80) out += static_cast<char>(code);
                else if (code < 0x800) (out += static_cast<char>(0xC0 | code >> 6)) += static_cast<char>(0x80 | (code & 63));
                else
                    ((out += static_cast<char>(0xE0 | code >> 12)) += static_cast<char>(0x80 | (code >> 6 & 63))) +=
                        static_cast<char>(0x80 | (code & 63));
            } else {
                out += escape == 'n' ? '\n' : escape == 't' ? '\t' : escape;
            }
        }
        if (at < end) ++at;
        return out;
    }
    bool object(const std::string& prefix) {  // after the opening brace
        while (!take('}')) {
            if (!take('"')) return false;
            const std::string key = prefix + text();
            if (take('{')) {
                if (!object(key + '.')) return false;
            } else if (take('"')) {
                texts[key] = text();
            } else {
                return false;
            }
        }
        return true;
    }
};

Texts read(std::string_view language) {
    Texts texts;
    for (std::size_t i = 0; i < kEmbeddedStringCount; ++i) {
        const EmbeddedFile& file = kEmbeddedStrings[i];
        if (file.name != language) continue;
        const char* data = reinterpret_cast<const char*>(file.data);
        Reader reader{data, data + file.size, texts};
        [[maybe_unused]] const bool whole = reader.take('{') && reader.object("");
        assert(whole && "a strings file is not an object of texts");
    }
    return texts;
}

const Texts& english() {
    static const Texts texts = read("en");
    return texts;
}

constexpr const char* kThinSpace = "\u202f";  // narrow, and no line breaks at it
constexpr const char* kMinus = "\u2212";

// Digits with the thousands set apart.
std::string grouped(double magnitude, int decimals) {
    char digits[400];
    std::snprintf(digits, sizeof digits, "%.*f", decimals, magnitude);
    std::string text = digits;
    std::size_t whole = text.find('.');
    if (whole == std::string::npos) whole = text.size();
    for (std::size_t i = whole; i > 3; i -= 3) text.insert(i - 3, kThinSpace);
    return text;
}

// Whether a number would be printed as zero.
bool nothing(double value, int decimals) { return std::fabs(value) < 0.5 * std::pow(10.0, -decimals); }

}  // namespace

const std::string& tr(std::string_view key) {
    const auto found = english().find(key);
    if (found != english().end()) return found->second;
    static Texts missing;
    return missing.emplace(std::string(key), std::string(key)).first->second;
}

bool has_text(std::string_view key) { return english().count(key) > 0; }

std::string tr(std::string_view key, std::initializer_list<std::pair<std::string_view, std::string>> values) {
    std::string text = tr(key);
    for (const auto& [name, value] : values) {
        const std::string hole = "{" + std::string(name) + "}";
        for (std::size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + value.size()))
            text.replace(at, hole.size(), value);
    }
    return text;
}

std::string number(double value, int decimals) {
    if (!std::isfinite(value)) return "–";
    return (value < 0 && !nothing(value, decimals) ? kMinus : "") + grouped(std::fabs(value), decimals);
}

std::string signed_number(double value, int decimals) {
    if (!std::isfinite(value)) return "–";
    return (value > 0 && !nothing(value, decimals) ? "+" : "") + number(value, decimals);
}

std::string money(double value, std::string_view sign) {
    if (!std::isfinite(value)) return "–";
    const double size = std::fabs(value);
    std::string text;
    if (size >= 999500) text = grouped(size / 1e6, size < 99.95e6 ? 2 : 0) + "m";
    else if (size >= 9995) text = grouped(size / 1e3, size < 99950 ? 1 : 0) + "k";
    else text = grouped(size, size < 99.95 ? 1 : 0);
    const bool negative = value < 0 && text.find_first_of("123456789") != std::string::npos;
    return (negative ? kMinus : "") + std::string(sign) + kThinSpace + text;
}

std::string percent(double share, int decimals) {
    if (!std::isfinite(share)) return "–";
    return number(100 * share, decimals) + kThinSpace + "%";
}

}  // namespace parley
