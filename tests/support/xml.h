// A small judge of XML: elements that open are closed in turn, attributes are quoted, < and & stand only where they mean something.
#pragma once
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace parley::support {

// What is wrong, or "".  A DOCTYPE in front is let through; the content of <style> is not looked at.
inline std::string xml_trouble(std::string_view text) {
    std::vector<std::string> open;
    std::size_t i = 0, elements = 0;
    const auto near = [&](const char* what) { return std::string(what) + " near \"" + std::string(text.substr(i < 20 ? 0 : i - 20, 60)) + '"'; };
    while (i < text.size()) {
        if (text[i] == '&') {
            const std::size_t end = text.find(';', i);
            if (end == std::string_view::npos || end - i > 10) return near("a bare &");
            i = end + 1;
            continue;
        }
        if (text[i] == '>') return near("a bare >");
        if (text[i] != '<') {
            ++i;
            continue;
        }
        if (text.substr(i, 2) == "<!") {
            i = text.find('>', i) + 1;
            continue;
        }
        if (text.substr(i, 2) == "</") {
            const std::size_t end = text.find('>', i);
            const std::string name(text.substr(i + 2, end - i - 2));
            if (open.empty() || open.back() != name) return near("an end without a beginning");
            open.pop_back();
            i = end + 1;
            continue;
        }
        std::size_t at = i + 1;
        while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) || text[at] == '-')) ++at;
        const std::string name(text.substr(i + 1, at - i - 1));
        if (name.empty()) return near("a bare <");
        if (++elements > 1 && open.empty()) return near("a second root");
        std::vector<std::string> names;
        while (true) {
            while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at]))) ++at;
            if (at >= text.size()) return near("an element that never ends");
            if (text[at] == '>' || text.substr(at, 2) == "/>") break;
            const std::size_t equals = text.find('=', at);
            if (equals == std::string_view::npos || equals + 1 >= text.size() || text[equals + 1] != '"') return near("an attribute without quotes");
            const std::string attribute(text.substr(at, equals - at));
            for (const std::string& other : names)
                if (other == attribute) return near("an attribute twice");
            names.push_back(attribute);
            const std::size_t close = text.find('"', equals + 2);
            if (close == std::string_view::npos) return near("a quote that never ends");
            const std::string_view value = text.substr(equals + 2, close - equals - 2);
            if (value.find('<') != std::string_view::npos) return near("a < in an attribute");
            at = close + 1;
        }
        const bool alone = text[at] == '/';
        i = at + (alone ? 2 : 1);
        if (name == "style" && !alone) i = text.find("</style>", i);
        if (!alone) open.push_back(name);
    }
    return open.empty() ? "" : "<" + open.back() + "> is never closed";
}

}  // namespace parley::support
