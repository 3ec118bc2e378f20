// Parsing a whole file, and setting one value of it.
//
// set_values writes the scenario, places the values in the tree of that text and reads the tree again: one set of checks serves
// files, --set and sliders.  A direct assignment would be faster (this takes about 50 us) and would need its own checks.
#include "scenario/scenario_json.h"

#include <cstdlib>

#include "scenario/checker.h"
#include "scenario/json_tree.h"
#include "scenario/scenario_reader.h"
#include "scenario/set_values.h"

namespace parley {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// Read, and small enough to be read again after saving.
std::optional<Scenario> checked(const JsonNode& root, Problems& problems) {
    std::optional<Scenario> scenario = read_scenario(root, problems);
    if (scenario && write_scenario(*scenario).size() > kMaxScenarioBytes) {
        problems.push_back({0, "", "too large once saved; at most " + std::to_string(kMaxScenarioBytes) + " bytes"});
        return std::nullopt;
    }
    return scenario;
}

// JSON, or a bare word as a text.
std::optional<JsonNode> read_value(std::string_view value, Problems& problems) {
    Problems syntax;
    std::optional<JsonNode> node = read_json(value, syntax);
    const bool meant_as_json = !value.empty() && std::string_view("{[\"").find(value.front()) != std::string_view::npos;
    const bool readable = value.size() <= kMaxScenarioBytes && value.find('\0') == value.npos;
    if (!node && !meant_as_json && readable) {
        node.emplace();
        node->type = JsonNode::Type::Text;
        node->text = value;
        return node;
    }
    problems.insert(problems.end(), syntax.begin(), syntax.end());
    return node;
}

// The entries a path may name: by number, with the names of arms; only how far they go when they are many.
std::string entries_of(const JsonNode& list) {
    const std::size_t n = list.items.size();
    if (n == 0) return "it is empty";
    if (n > kMaxArms) return "entries are numbered 0 to " + std::to_string(n - 1);
    std::string out = "entries are numbered: ";
    for (std::size_t i = 0; i < n; ++i) {
        const JsonNode* name = list.items[i].find("name");
        out += (i ? ", " : "") + std::to_string(i);
        if (name && name->type == JsonNode::Type::Text) out += " is " + shown_word(name->text);
    }
    return out;
}

// Puts the value where the path leads, making objects on the way; says why when it leads nowhere.
std::string place(JsonNode& root, std::string_view path, JsonNode value) {
    JsonNode* node = &root;
    std::string_view rest = path;
    while (true) {
        // The keys of "set" hold dots themselves.
        const std::size_t dot = node->key == "set" ? rest.npos : rest.find('.');
        const std::string_view part = rest.substr(0, dot);
        if (part.empty()) return "no such value; a path reads like market.customers or arms.1.strategy.converse";

        // A bare text becomes one text per language.
        if (node->type == JsonNode::Type::Text && (part == "en" || part == "fr")) {
            JsonNode english;
            english.type = JsonNode::Type::Text;
            english.key = "en";
            english.text = std::move(node->text);
            node->type = JsonNode::Type::Object;
            node->items.push_back(std::move(english));
        }

        JsonNode* next = nullptr;
        if (node->type == JsonNode::Type::List) {
            const std::size_t i =
                is_index(part) ? static_cast<std::size_t>(std::atoi(std::string(part).c_str())) : node->items.size();
            if (i >= node->items.size())
                return "no entry " + shown_word(part) + " in " + plain_word(node->key) + "; " + entries_of(*node);
            next = &node->items[i];
        } else if (node->type == JsonNode::Type::Object) {
            next = node->find(part);
            if (!next) {
                next = &node->items.emplace_back();
                next->type = JsonNode::Type::Object;
                next->key = part;
            }
        } else {
            return plain_word(node->key) + " is a single value; nothing stands below it";
        }

        if (dot == rest.npos) {
            value.key = std::move(next->key);
            *next = std::move(value);
            return "";
        }
        node = next;
        rest.remove_prefix(dot + 1);
    }
}

}  // namespace

std::optional<Scenario> parse_scenario(std::string_view text, Diagnostics& problems) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    Problems found;
    std::optional<Scenario> scenario;
    if (const std::optional<JsonNode> root = read_json(text, found)) scenario = checked(*root, found);
    const Diagnostics diagnostics = located(text, std::move(found));
    problems.insert(problems.end(), diagnostics.begin(), diagnostics.end());
    return scenario;
}

Diagnostics set_value(Scenario& scenario, std::string_view path, std::string_view value) {
    return set_values(scenario, {{std::string(path), std::string(value)}});
}

Diagnostics set_values(Scenario& scenario, const Edits& edits) {
    Problems problems;
    std::optional<JsonNode> root = read_json(write_scenario(scenario), problems);
    const Edit* last = nullptr;
    for (const Edit& edit : edits) {
        if (!root || !problems.empty()) break;
        last = &edit;
        std::optional<JsonNode> node = read_value(edit.value, problems);
        if (!node || !problems.empty()) break;
        if (const std::string reason = place(*root, edit.path, std::move(*node)); !reason.empty()) problems.push_back({0, "", reason});
    }
    if (root && problems.empty())
        if (std::optional<Scenario> changed = checked(*root, problems)) scenario = std::move(*changed);

    Diagnostics diagnostics;
    for (Problem& problem : problems) {
        const std::string path = problem.path.empty() && last ? plain_word(last->path) : std::move(problem.path);
        diagnostics.push_back({0, 0, path, std::move(problem.message)});
    }
    return diagnostics;
}

}  // namespace parley
