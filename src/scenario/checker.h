// Checker: what every part of a scenario is checked with.  Each function reports its problem in words of the person who wrote
// the file (what is wrong, what is allowed, the nearest name) and returns only what is sound.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/json_tree.h"
#include "scenario/scenario_json.h"

namespace parley {

using Names = std::vector<std::string_view>;

std::string join(const std::string& path, std::string_view key);
std::string join(const std::string& path, std::size_t index);

// The number of an entry, written as a path writes it: 0, 1, 25.
bool is_index(std::string_view part);

// "; did you mean customers?", or all names when they are few, or nothing.
std::string suggestion(std::string_view word, std::span<const std::string_view> names);

class Checker {
protected:
    explicit Checker(Problems& problems) : problems_(problems) {}

    bool full() const { return problems_.size() >= kMaxDiagnostics; }
    void say(std::size_t at, const std::string& path, std::string message);

    // wanted: words for the type where the plain ones do not do
    bool expect(const JsonNode& node, JsonNode::Type type, const std::string& path, const char* wanted = nullptr);
    const JsonNode* required(const JsonNode& object, const std::string& path, const char* name, const char* what);
    bool read_list(const JsonNode& node, const std::string& path, std::size_t most);

    // unit: with a blank before it, or empty
    std::optional<double> read_number(const JsonNode& node, const std::string& path, double min, double max, bool whole,
                                      const std::string& unit);
    // lines: whether line breaks and tabs may stand in it
    std::optional<std::string> read_words(const JsonNode& node, const std::string& path, std::size_t max_bytes, bool lines);
    std::optional<std::string> read_name(const JsonNode& node, const std::string& path);

private:
    Problems& problems_;
};

}  // namespace parley
