// JSON writer: builds a JSON text from front to back.
//
// Keys come in the order they are written.  Numbers are the shortest that read back to the same bits, without exponent
// from 1e-7 to 1e21; what is not finite is written as null.  Texts are taken to be UTF-8.
#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

// The shortest decimal that reads back to the same double; "null" when it is not finite.
std::string number_text(double value);

// The text between quotes, escaped.
std::string json_text(std::string_view text);

class JsonWriter {
public:
    enum class Layout { Lines, Line };  // one member per line, or all on one line (then everything inside too)

    explicit JsonWriter(int indent = 2) : indent_(indent) {}  // spaces per level; 0: no line breaks, no spaces

    JsonWriter& begin_object(Layout layout = Layout::Lines) { return open('{', layout); }
    JsonWriter& begin_array(Layout layout = Layout::Lines) { return open('[', layout); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& end_array() { return close(']'); }

    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text) { return put(json_text(text)); }
    JsonWriter& value(const std::string& text) { return put(json_text(text)); }
    JsonWriter& value(const char* text) { return put(json_text(text)); }
    JsonWriter& value(bool yes) { return put(yes ? "true" : "false"); }
    JsonWriter& value(double number) { return put(number_text(number)); }
    template <std::integral Whole> JsonWriter& value(Whole number) { return put(std::to_string(number)); }
    JsonWriter& null() { return put("null"); }

    template <class Value> JsonWriter& member(std::string_view name, const Value& v) { return key(name).value(v); }

    // The text so far, with a line break at its end when it is laid out in lines; the writer is empty afterwards.
    std::string take();

private:
    struct Level {
        Layout layout;
        bool empty = true;
    };
    JsonWriter& open(char bracket, Layout layout);
    JsonWriter& close(char bracket);
    JsonWriter& put(std::string_view text);
    void next();              // comma, line break and indentation before a value or key
    void break_line();

    int indent_;
    bool after_key_ = false;
    std::vector<Level> levels_;
    std::string out_;
};

}  // namespace parley
