// The part of JSON Schema 2020-12 that scenario_schema() uses, checked in the plainest way.  A keyword it does not know fails.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

namespace parley::test {

class MiniSchema {
public:
    explicit MiniSchema(nlohmann::json schema) : root_(std::move(schema)) {}
    bool accepts(const nlohmann::json& value) const { return accepts(root_, value); }

private:
    using json = nlohmann::json;

    static bool is(const std::string& type, const json& v) {
        if (type == "integer") return v.is_number() && v.get<double>() == std::floor(v.get<double>());
        if (type == "number") return v.is_number();
        if (type == "string") return v.is_string();
        if (type == "array") return v.is_array();
        if (type == "object") return v.is_object();
        FAIL("unknown type " << type);
        return false;
    }
    static std::size_t characters(const std::string& s) {
        std::size_t n = 0;
        for (char c : s) n += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
        return n;
    }

    // The two patterns there are.
    static bool matches(const std::string& pattern, const std::string& s) {
        if (pattern == "\\S") return s.find_first_not_of(" \t\n\r") != std::string::npos;
        REQUIRE(pattern == "^[a-z0-9_]+$");
        return !s.empty() && s.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    }

    bool accepts(const json& s, const json& v) const {
        for (const auto& [key, rule] : s.items()) {
            if (key == "$schema" || key == "$id" || key == "$defs" || key == "title" || key == "description" || key == "default")
                continue;
            if (!keeps(s, key, rule, v)) return false;
        }
        return true;
    }

    bool keeps(const json& s, const std::string& key, const json& rule, const json& v) const {
        if (key == "$ref") return accepts(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), v);
        if (key == "type") return is(rule, v);
        if (key == "const") return v == rule;
        if (key == "enum") return std::find(rule.begin(), rule.end(), v) != rule.end();
        if (key == "anyOf") return std::any_of(rule.begin(), rule.end(), [&](const json& one) { return accepts(one, v); });
        if (key == "minimum") return !v.is_number() || v >= rule;
        if (key == "maximum") return !v.is_number() || v <= rule;
        if (key == "multipleOf") return !v.is_number() || std::fmod(v.get<double>(), rule.get<double>()) == 0;
        if (key == "minItems") return !v.is_array() || v.size() >= rule;
        if (key == "maxItems") return !v.is_array() || v.size() <= rule;
        if (key == "minProperties") return !v.is_object() || v.size() >= rule;
        if (key == "maxLength") return !v.is_string() || characters(v) <= rule;
        if (key == "pattern") return !v.is_string() || matches(rule, v);
        if (key == "items")
            return !v.is_array() || std::all_of(v.begin(), v.end(), [&](const json& item) { return accepts(rule, item); });
        if (key == "required")
            return !v.is_object() ||
                   std::all_of(rule.begin(), rule.end(), [&](const json& name) { return v.contains(name.get<std::string>()); });
        if (key == "properties") {
            if (!v.is_object()) return true;
            for (const auto& [name, member] : v.items())
                if (rule.contains(name) && !accepts(rule[name], member)) return false;
            return true;
        }
        if (key == "additionalProperties") {
            REQUIRE(rule == false);
            if (!v.is_object()) return true;
            for (const auto& [name, member] : v.items())
                if (!s.at("properties").contains(name)) return false;
            return true;
        }
        FAIL("the schema uses a keyword this check does not know: " << key);
        return false;
    }

    json root_;
};

}  // namespace parley::test
