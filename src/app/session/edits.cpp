#include "app/session/edits.h"

#include "scenario/json_tree.h"
#include "scenario/json_writer.h"

namespace parley {
namespace {

using Type = JsonNode::Type;

void write(JsonWriter& out, const JsonNode& node) {
    switch (node.type) {
        case Type::Null: out.null(); break;
        case Type::Boolean: out.value(node.boolean); break;
        case Type::Number: out.value(node.number); break;
        case Type::Text: out.value(node.text); break;
        case Type::List:
            out.begin_array();
            for (const JsonNode& item : node.items) write(out, item);
            out.end_array();
            break;
        case Type::Object:
            out.begin_object();
            for (const JsonNode& item : node.items) out.key(item.key), write(out, item);
            out.end_object();
            break;
    }
}

std::string text_of(const JsonNode& node) {
    JsonWriter out(0);
    write(out, node);
    return out.take();
}

// False when something of `from` is missing in `to`.
bool compare(const std::string& path, const JsonNode& from, const JsonNode& to, Edits& edits) {
    const auto below = [&](const std::string& part) { return path.empty() ? part : path + "." + part; };
    if (from.type != to.type || (to.type == Type::List && from.items.size() != to.items.size())) {
        edits.push_back({path, text_of(to)});
        return true;
    }
    if (to.type == Type::List) {
        for (std::size_t i = 0; i < to.items.size(); ++i)
            if (!compare(below(std::to_string(i)), from.items[i], to.items[i], edits)) return false;
        return true;
    }
    if (to.type == Type::Object) {
        for (const JsonNode& item : from.items)
            if (!to.find(item.key)) return false;
        for (const JsonNode& item : to.items) {
            const JsonNode* before = from.find(item.key);
            if (!before) edits.push_back({below(item.key), text_of(item)});
            else if (!compare(below(item.key), *before, item, edits)) return false;
        }
        return true;
    }
    if (std::string value = text_of(to); value != text_of(from)) edits.push_back({path, std::move(value)});
    return true;
}

// The rows that its text holds.
std::vector<std::string> rows_of(const Scenario& scenario) {
    Diagnostics problems;
    std::optional<Scenario> read = parse_scenario(write_scenario(scenario), problems);
    return read ? std::move(read->written) : scenario.written;
}

}  // namespace

std::optional<Edits> edits_between(const Scenario& from, const Scenario& to) {
    Problems problems;
    // Rows that only one of them spells out are no difference.
    Scenario source = from, goal = to;
    source.written = rows_of(from);
    for (std::string& row : rows_of(to)) source.written.push_back(std::move(row));
    goal.written = source.written;
    const std::string text = write_scenario(goal);
    const std::optional<JsonNode> before = read_json(write_scenario(source), problems), after = read_json(text, problems);
    Edits edits;
    if (!before || !after || !compare("", *before, *after, edits)) return std::nullopt;

    Scenario reached = from;
    if (!set_values(reached, edits).empty()) return std::nullopt;
    reached.written = goal.written;
    if (write_scenario(reached) != text) return std::nullopt;
    return edits;
}

}  // namespace parley
