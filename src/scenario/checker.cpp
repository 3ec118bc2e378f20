#include "scenario/checker.h"

#include <algorithm>
#include <cmath>

#include "scenario/json_writer.h"
#include "scenario/nearest.h"

namespace parley {
namespace {

using Type = JsonNode::Type;

std::string listed(std::span<const std::string_view> names) {
    std::string out;
    for (std::string_view name : names) out += (out.empty() ? "" : ", ") + plain_word(name);
    return out;
}

const char* word_for(Type type) {
    switch (type) {
        case Type::Null:
            return "null";
        case Type::Boolean:
            return "true or false";
        case Type::Number:
            return "a number";
        case Type::Text:
            return "a text";
        case Type::List:
            return "a list [ ]";
        case Type::Object:
            return "an object { }";
    }
    return "";
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

std::string join(const std::string& path, std::string_view key) { return (path.empty() ? "" : path + ".") + plain_word(key); }
std::string join(const std::string& path, std::size_t index) { return path + "." + std::to_string(index); }

bool is_index(std::string_view part) {
    const bool digits = std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && !part.empty() && part.size() <= 4 && (part[0] != '0' || part.size() == 1);
}

std::string suggestion(std::string_view word, std::span<const std::string_view> names) {
    const std::string_view near = nearest_name(word, names);
    if (!near.empty()) return "; did you mean " + plain_word(near) + "?";
    return names.size() <= 30 ? "; allowed: " + listed(names) : "";
}

void Checker::say(std::size_t at, const std::string& path, std::string message) {
    if (!full()) problems_.push_back({at, path, std::move(message)});
}

bool Checker::expect(const JsonNode& node, Type type, const std::string& path, const char* wanted) {
    if (node.type == type) return true;
    std::string message = std::string("expected ") + (wanted ? wanted : word_for(type)) + ", found ";
    if (node.type == Type::Text) {
        message += "the text " + shown_word(node.text);
        const bool looks_numeric = !node.text.empty() && node.text.find_first_not_of("0123456789.-+eE") == std::string::npos;
        if (type == Type::Number && looks_numeric) message += "; write it without quotes";
    } else if (node.type == Type::Number) {
        message += "the number " + number_text(node.number);
    } else if (node.type == Type::Boolean) {
        message += node.boolean ? "true" : "false";
    } else {
        message += word_for(node.type);
    }
    say(node.at, path, message);
    return false;
}

const JsonNode* Checker::required(const JsonNode& object, const std::string& path, const char* name, const char* what) {
    const JsonNode* node = object.find(name);
    if (!node) say(object.at, join(path, name), std::string("missing; ") + what);
    return node;
}

std::optional<double> Checker::read_number(const JsonNode& node, const std::string& path, double min, double max, bool whole,
                                           const std::string& unit) {
    if (!expect(node, Type::Number, path, whole ? "a whole number" : "a number")) return std::nullopt;
    if (node.mended) return std::nullopt;
    const double value = node.number;
    const std::string range = number_text(min) + " to " + number_text(max) + unit;
    if (value < min || value > max) {
        say(node.at, path, number_text(value) + " is out of range; allowed: " + (whole ? "whole numbers from " : "") + range);
        return std::nullopt;
    }
    if (whole && value != std::floor(value)) {
        say(node.at, path, number_text(value) + " is not a whole number; allowed: whole numbers from " + range);
        return std::nullopt;
    }
    return value;
}

// A text with something in it.
std::optional<std::string> Checker::read_words(const JsonNode& node, const std::string& path, std::size_t max_bytes, bool lines) {
    if (!expect(node, Type::Text, path)) return std::nullopt;
    const std::string& text = node.text;
    if (text.find_first_not_of(" \t\n") == std::string::npos) {
        say(node.at, path, "empty; write something");
        return std::nullopt;
    }
    if (text.size() > max_bytes) {
        say(node.at, path, "too long: " + std::to_string(text.size()) + " bytes; at most " + std::to_string(max_bytes));
        return std::nullopt;
    }
    for (char c : text) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        if (!control || (lines && (c == '\n' || c == '\t'))) continue;
        say(node.at, path,
            lines ? "holds a control character; allowed: line breaks and tabs"
                  : "holds a control character; none is allowed here");
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> Checker::read_name(const JsonNode& node, const std::string& path) {
    std::optional<std::string> name = read_words(node, path, kMaxTextBytes, false);
    const std::size_t length = name ? characters_in(*name) : 0;
    if (length <= kMaxNameLength) return name;
    say(node.at, path, "too long: " + std::to_string(length) + " characters; at most " + std::to_string(kMaxNameLength));
    return std::nullopt;
}

bool Checker::read_list(const JsonNode& node, const std::string& path, std::size_t most) {
    if (!expect(node, Type::List, path)) return false;
    if (node.items.size() > most)
        say(node.at, path, std::to_string(node.items.size()) + " entries; at most " + std::to_string(most));
    return node.items.size() <= most;
}

}  // namespace parley
