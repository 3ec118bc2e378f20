// Reading: mend the bytes, let the JSON library's SAX parser tell the values, keep each with its place.
//
// The library reports no places.  None is needed from it: between two tokens stand only blanks, commas and colons, so the place
// of a token follows from the end of the one before.  Exceptions are off: only the library's non-throwing calls are used.
#include "scenario/json_tree.h"

#define JSON_NOEXCEPTION
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "scenario/scenario_json.h"

namespace parley {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxValues = 100000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_digit(c) || is_letter(c) || c == '-' || c == '+' || c == '.'; }

// --- Encoding ----------------------------------------------------------------------------------------------------

// Length of the UTF-8 character at the start of the bytes; 0 if there is none.
std::size_t utf8_length(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xc0u) == 0x80u; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first <= 0xdf) return tail(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const bool overlong = first == 0xe0 && byte(1) < 0xa0, surrogate = first == 0xed && byte(1) > 0x9f;
        return tail(1) && tail(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const bool overlong = first == 0xf0 && byte(1) < 0x90, beyond = first == 0xf4 && byte(1) > 0x8f;
        return tail(1) && tail(2) && tail(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

// Puts ? for every byte that is not UTF-8 and reports the first.
void mend_encoding(std::string& text, Problems& problems) {
    bool reported = false;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(std::string_view(text).substr(i));
        if (length == 0) {
            if (!reported) problems.push_back({i, "", "not UTF-8 from here on; save the file with the encoding UTF-8"});
            reported = true;
            text[i] = '?';
        }
        i += std::max<std::size_t>(length, 1);
    }
}

// --- Numbers that are none ---------------------------------------------------------------------------------------

bool is_non_finite_word(std::string_view word) {
    if (!word.empty() && (word[0] == '-' || word[0] == '+')) word.remove_prefix(1);
    std::string lower;
    for (char c : word.substr(0, 10)) lower += static_cast<char>(is_letter(c) ? c | 0x20 : c);
    return lower == "nan" || lower == "inf" || lower == "infinity";
}

bool overflows(const std::string& word) {
    const bool number = is_digit(word[0]) || (word[0] == '-' && word.size() > 1 && is_digit(word[1]));
    if (!number || (word.size() < 300 && word.find_first_of("eE") == word.npos)) return false;
    char* end = nullptr;
    return !std::isfinite(std::strtod(word.c_str(), &end)) && *end == 0;
}

// Puts 0 for NaN, Infinity and what is too large for a number; returns their places.
std::vector<std::size_t> mend_numbers(std::string& text) {
    std::vector<std::size_t> mended;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '"') {
            for (++i; i < text.size() && text[i] != '"' && text[i] != '\n'; ++i) i += text[i] == '\\';
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && is_word(text[end])) ++end;
        if (end == i) {
            ++i;
            continue;
        }
        const std::string word = text.substr(i, end - i);
        if (is_non_finite_word(word) || overflows(word)) {
            text.replace(i, end - i, "0" + std::string(end - i - 1, ' '));
            mended.push_back(i);
        }
        i = end;
    }
    return mended;
}

// --- Syntax ------------------------------------------------------------------------------------------------------

bool mentions(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

// What a person did, from what the parser expected.
std::string syntax_message(std::string_view text, std::size_t at, std::string_view reason) {
    std::size_t before = std::min(at, text.size());
    while (before > 0 && is_blank(text[before - 1])) --before;
    const char c = at < text.size() ? text[at] : '\0', last = before > 0 ? text[before - 1] : '\0';
    const bool closes = c == '}' || c == ']';

    if (mentions(reason, "unexpected end of input"))
        return "the file ends too early: a closing bracket is missing, or the end was lost";
    if (mentions(reason, "missing closing quote")) return "the file ends too early: this text has no closing quote";
    if (mentions(reason, "(LF)") || mentions(reason, "(CR)"))
        return "this text has no closing quote on its line; a line break inside a text is written \\n";
    if (mentions(reason, "control character")) return "this text holds a control character; a tab is written \\t";
    if (mentions(reason, "invalid string")) return "this text has an escape that JSON does not know; a backslash is written \\\\";
    if (c == '/' || c == '#') return "a comment cannot stand here: JSON has none";
    if (c == '\'') return "a text or key stands between double quotes (\")";
    if (last == ',' && closes) return std::string("a comma too much before ") + c;
    if (mentions(reason, "expected end of input"))
        return "something follows after the end of the scenario; it ends with its first closing }";
    if (mentions(reason, "while parsing object key") && is_digit(c))
        return "a key is expected here, between double quotes; decimals are written with a point";
    if (mentions(reason, "invalid number") || is_digit(c) || c == '+' || c == '.')
        return "not a number as JSON writes it, such as 5, 0.25 or -1";
    if (mentions(reason, "expected ':'") || (mentions(reason, "object separator") && c != ':'))
        return "a colon (:) is missing between key and value";
    if (!closes && c != ',' && c != ':' &&
        (mentions(reason, "expected '}'") || mentions(reason, "expected ']'") || mentions(reason, "expected ','")))
        return "a comma is missing before this";
    if (mentions(reason, "while parsing object key")) return "a key is expected here, between double quotes";
    if (closes) return std::string("a ") + c + " that does not fit: another bracket is open, or a value is missing";
    if (is_letter(c)) return "a word without quotes; a text stands between double quotes (\")";
    return "not JSON from here on: a value is expected";
}

// --- The tree ----------------------------------------------------------------------------------------------------

// Receives the values from the parser and hangs them into the tree.
struct Builder {
    std::string_view text;
    const std::vector<std::size_t>& mended;
    Problems& problems;
    JsonNode root;
    bool refused = false;              // a problem was reported and reading stopped
    std::vector<JsonNode*> open = {};  // ancestors; stable, as only the innermost grows
    std::size_t end = 0;               // of the last token
    std::size_t n_values = 0;
    std::string key_text = {};
    std::size_t key_at = 0;
    bool has_key = false;

    // The place of the token just read; moves on to its end.
    std::size_t token() {
        std::size_t at = end;
        while (at < text.size() && (is_blank(text[at]) || text[at] == ',' || text[at] == ':')) ++at;
        end = at;
        if (end < text.size() && text[end] == '"') {
            for (++end; end < text.size() && text[end] != '"'; ++end) end += text[end] == '\\';
            ++end;
        } else if (end < text.size() && is_word(text[end])) {
            while (end < text.size() && is_word(text[end])) ++end;
        } else {
            ++end;
        }
        end = std::min(end, text.size());
        return at;
    }

    bool refuse(std::size_t at, std::string message) {
        problems.push_back({at, "", std::move(message)});
        refused = true;
        return false;
    }

    JsonNode* add(JsonNode::Type type) {
        JsonNode node;
        node.type = type;
        node.at = token();
        node.key_at = has_key ? key_at : node.at;
        if (has_key) node.key = std::move(key_text);
        has_key = false;
        if (++n_values > kMaxValues) {
            refuse(node.at, "too many values; at most " + std::to_string(kMaxValues) + " in a file");
            return nullptr;
        }
        if (open.empty()) {
            root = std::move(node);
            return &root;
        }
        open.back()->items.push_back(std::move(node));
        return &open.back()->items.back();
    }

    bool add_number(double value) {
        JsonNode* node = add(JsonNode::Type::Number);
        if (!node) return false;
        node->number = value + 0.0;  // no negative zero
        node->mended = std::binary_search(mended.begin(), mended.end(), node->at);
        if (node->mended && problems.size() < kMaxDiagnostics)
            problems.push_back(
                {node->at, path(*node), "not a finite number; NaN, Infinity and numbers past 1e308 are no values"});
        return true;
    }

    // Of a node in the innermost open object or list.
    std::string path(const JsonNode& node) const {
        std::string out;
        const auto step = [&](const JsonNode& parent, const JsonNode& child) {
            const bool list = parent.type == JsonNode::Type::List;
            if (!out.empty()) out += '.';
            out += list ? std::to_string(parent.items.size() - 1) : plain_word(child.key);
        };
        for (std::size_t i = 0; i < open.size(); ++i) step(*open[i], i + 1 < open.size() ? *open[i + 1] : node);
        return out;
    }

    bool begin(JsonNode::Type type) {
        JsonNode* node = add(type);
        if (!node) return false;
        if (open.size() >= static_cast<std::size_t>(kMaxDepth))
            return refuse(node->at, "too deep: brackets stand in each other at most " + std::to_string(kMaxDepth) + " times");
        open.push_back(node);
        return true;
    }

    // Events of the parser.
    bool null() { return add(JsonNode::Type::Null); }
    bool boolean(bool value) {
        JsonNode* node = add(JsonNode::Type::Boolean);
        if (node) node->boolean = value;
        return node;
    }
    bool number_integer(json::number_integer_t value) { return add_number(static_cast<double>(value)); }
    bool number_unsigned(json::number_unsigned_t value) { return add_number(static_cast<double>(value)); }
    bool number_float(json::number_float_t value, const json::string_t&) { return add_number(value); }
    bool string(json::string_t& value) {
        JsonNode* node = add(JsonNode::Type::Text);
        if (node) node->text = value;
        return node;
    }
    bool binary(json::binary_t&) { return false; }
    bool start_object(std::size_t) { return begin(JsonNode::Type::Object); }
    bool start_array(std::size_t) { return begin(JsonNode::Type::List); }
    bool key(json::string_t& value) {
        key_at = token();
        key_text = value;
        has_key = true;
        return true;
    }
    bool end_array() {
        token();
        open.pop_back();
        return true;
    }
    bool end_object() {
        token();
        drop_repeated(*open.back());
        open.pop_back();
        return true;
    }
    template <class Error>
    bool parse_error(std::size_t position, const std::string&, const Error& error) {
        const std::string_view what = error.what();
        const bool separator = mentions(what, "unexpected ','") || mentions(what, "unexpected ':'");
        std::size_t at = separator ? position - std::min<std::size_t>(position, 1) : token();
        if (at >= position && position > 0)  // inside what looked like one word, such as 00.5
            for (at = position - 1; at > 0 && is_word(text[at - 1]);) --at;
        if (mentions(what, "unexpected end of input")) at = text.size();
        return refuse(std::min(at, text.size()), syntax_message(text, at, what));
    }

    // Keeps the first of several members of one name and reports the others.
    void drop_repeated(JsonNode& object) {
        std::vector<std::size_t> order(object.items.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return object.items[a].key < object.items[b].key; });
        bool any = false;
        for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
            JsonNode& item = object.items[order[i]];
            if (item.key != object.items[order[first]].key) {
                first = i;
                continue;
            }
            if (problems.size() < kMaxDiagnostics)
                problems.push_back({item.key_at, path(item), "this key is written twice; keep one"});
            item.at = text.size() + 1;  // past any place: marks it for removal
            any = true;
        }
        if (any) std::erase_if(object.items, [&](const JsonNode& item) { return item.at > text.size(); });
    }
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view name) const {
    for (const JsonNode& item : items)
        if (item.key == name) return &item;
    return nullptr;
}

JsonNode* JsonNode::find(std::string_view name) { return const_cast<JsonNode*>(static_cast<const JsonNode*>(this)->find(name)); }

std::optional<JsonNode> read_json(std::string_view text, Problems& problems, std::size_t most_bytes) {
    const auto refuse = [&](const std::string& message) {
        problems.push_back({0, "", message});
        return std::nullopt;
    };

    // What cannot be read at all.
    if (text.size() > most_bytes)
        return refuse("too large: " + std::to_string(text.size()) + " bytes; at most " + std::to_string(most_bytes));
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        return refuse("the encoding is UTF-16; save the file with the encoding UTF-8");
    const std::size_t zero = text.find('\0');
    if (zero != text.npos) {
        problems.push_back({zero, "", "a zero byte: no text file, or one in UTF-16; save it with the encoding UTF-8"});
        return std::nullopt;
    }
    if (std::all_of(text.begin(), text.end(), is_blank)) return refuse("the file is empty");

    // What can be mended.
    std::string mended_text(text);
    mend_encoding(mended_text, problems);
    const std::vector<std::size_t> mended = mend_numbers(mended_text);

    Builder builder{mended_text, mended, problems, {}};
    json::sax_parse(mended_text.begin(), mended_text.end(), &builder);
    if (builder.refused) return std::nullopt;
    return std::move(builder.root);
}

Diagnostics located(std::string_view text, Problems problems) {
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) { return a.at < b.at; });
    if (problems.size() > kMaxDiagnostics) problems.resize(kMaxDiagnostics);

    // One pass through the text: columns count characters, not their continuation bytes.
    Diagnostics diagnostics;
    int line = 1, column = 1;
    std::size_t i = 0;
    for (Problem& problem : problems) {
        for (; i < std::min(problem.at, text.size()); ++i) {
            if (text[i] == '\n')
                ++line, column = 1;
            else if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
                ++column;
        }
        diagnostics.push_back({line, column, std::move(problem.path), std::move(problem.message)});
    }
    return diagnostics;
}

std::string plain_word(std::string_view word) {
    constexpr std::size_t longest = 60;  // bytes
    std::string out;
    for (std::size_t i = 0; i < word.size();) {
        const std::size_t length = std::max<std::size_t>(utf8_length(word.substr(i)), 1);
        if (i + length > longest) {
            out += "...";
            break;
        }
        const bool control = static_cast<unsigned char>(word[i]) < 0x20 || word[i] == 0x7f;
        out += control ? std::string("?") : std::string(word.substr(i, length));
        i += length;
    }
    return out;
}

std::string shown_word(std::string_view word) { return '"' + plain_word(word) + '"'; }

}  // namespace parley
