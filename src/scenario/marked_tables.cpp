#include "scenario/marked_tables.h"

namespace parley {
namespace {

constexpr std::string_view kBegin = "<!-- table: ", kMarkEnd = " -->", kEnd = "<!-- end -->";

std::string cell(std::string text) {
    for (char& c : text)
        if (c == '\n') c = ' ';
    for (std::size_t i = 0; (i = text.find('|', i)) != text.npos; i += 2) text.insert(i, "\\");
    return text;
}

}  // namespace

std::string table_row(std::initializer_list<std::string> cells) {
    std::string out = "|";
    for (const std::string& text : cells) out += " " + cell(text) + " |";
    return out + "\n";
}

std::string table_head(std::initializer_list<std::string> names) {
    std::string rule = "|";
    for (std::size_t i = 0; i < names.size(); ++i) rule += "---|";
    return table_row(names) + rule + "\n";
}

std::string fill_tables(std::string_view text, const std::function<std::string(std::string_view name)>& table) {
    std::string out;
    while (true) {
        const std::size_t begin = text.find(kBegin);
        const std::size_t name_end = begin == text.npos ? text.npos : text.find(kMarkEnd, begin);
        const std::size_t end = name_end == text.npos ? text.npos : text.find(kEnd, name_end);
        if (end == text.npos) return out.append(text);
        const std::string rows = table(text.substr(begin + kBegin.size(), name_end - begin - kBegin.size()));
        const std::size_t inside = name_end + kMarkEnd.size();
        out += text.substr(0, inside);
        out += rows.empty() ? std::string(text.substr(inside, end - inside)) : "\n\n" + rows + "\n";
        out += kEnd;
        text.remove_prefix(end + kEnd.size());
    }
}

}  // namespace parley
