// JSON tree: the values of a text, each with its place, so that a check can point at what it means.
//
// A plain value made by read_json; keys keep the file's order.  Whatever can be mended for reading on (a number that is not
// finite, a byte that is not UTF-8, a key written twice) is reported and mended, so that the checks after it see the rest.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.h"
#include "scenario/scenario_json.h"

namespace parley {

struct JsonNode {
    enum class Type { Null, Boolean, Number, Text, List, Object };

    Type type = Type::Null;
    bool boolean = false;
    bool mended = false;          // a number that was already reported: no further check
    double number = 0;
    std::size_t at = 0;           // of the value, bytes from the start of the text
    std::size_t key_at = 0;       // of the key; that of the value in a list
    std::string key, text;
    std::vector<JsonNode> items;  // members or entries

    const JsonNode* find(std::string_view name) const;  // member of that name; nullptr if there is none
    JsonNode* find(std::string_view name);
};

// A problem before it has line and column.
struct Problem {
    std::size_t at = 0;  // bytes from the start of the text
    std::string path, message;
};
using Problems = std::vector<Problem>;

// Nothing when the text is no JSON at all, or too large.  With problems, what is returned serves only to look for more of them.
std::optional<JsonNode> read_json(std::string_view text, Problems& problems, std::size_t most_bytes = kMaxScenarioBytes);

// The problems in the order of the text, at most kMaxDiagnostics; columns count characters.
Diagnostics located(std::string_view text, Problems problems);

// A word of a file as it may stand in a path or message: short and on one line; and the same in quotes.
std::string plain_word(std::string_view word);
std::string shown_word(std::string_view word);

}  // namespace parley
