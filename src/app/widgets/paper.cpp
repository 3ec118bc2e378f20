#include "app/widgets/paper.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "app/views/memory.h"
#include "imgui.h"

namespace parley {
namespace {

// Without the signs of emphasis, code and links.
std::string bare(std::string_view line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '`' || line[i] == '*') continue;
        if (line[i] == '[') {
            std::size_t close = line.find(']', i);
            if (close != std::string_view::npos && close + 1 < line.size() && line[close + 1] == '(') {
                std::size_t end = line.find(')', close);
                if (end != std::string_view::npos) {
                    out += line.substr(i + 1, close - i - 1);
                    i = end;
                    continue;
                }
            }
        }
        out += line[i];
    }
    return out;
}

using Cells = std::vector<std::string>;

// "| a | b |" as its cells, bare; empty for the rule under the heads.
Cells cells_of(std::string_view line) {
    if (line.find_first_not_of("|-: \r") == std::string_view::npos) return {};
    Cells cells;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') cell += line[++i];
        else if (line[i] == '|') cells.push_back(bare(cell)), cell.clear();
        else cell += line[i];
    }
    for (std::string& words : cells) {
        words.erase(0, words.find_first_not_of(' '));
        words.resize(words.find_last_not_of(' ') + 1);
    }
    return cells;
}

// The lines of a table that begins at `at`, which moves behind them.
std::vector<Cells> table_at(std::string_view text, std::size_t& at) {
    std::vector<Cells> rows;
    while (at < text.size() && text[at] == '|') {
        const std::size_t stop = std::min(text.find('\n', at), text.size());
        if (Cells cells = cells_of(text.substr(at, stop - at)); !cells.empty()) rows.push_back(std::move(cells));
        at = stop + 1;
    }
    for (Cells& row : rows) row.resize(rows[0].size());
    return rows;
}

// "0.38", "12 %", "195 of 200", "week 13" stand at the right.
bool numeric(const std::string& words) {
    return words.size() < 14 && words.find_first_of("0123456789") != std::string::npos && words.find(" to ") == std::string::npos &&
           (words[0] < 'a' || words[0] > 'z') && (words[0] < 'A' || words[0] > 'Z');
}

constexpr float kBetween = 18;   // columns

TableShape columns_of(Paint& p, const std::vector<Cells>& rows, float room) {
    const std::size_t n = rows[0].size();
    std::vector<float> natural(n, 0), least(n, 0);
    TableShape out;
    out.right.assign(n, rows.size() > 1);
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t i = 0; i < n; ++i) {
            const std::string& words = rows[r][i];
            const Face& face = r == 0 || i == 0 ? p.type.small_strong : p.type.small;
            natural[i] = std::max(natural[i], p.width(face, words));
            for (std::size_t from = 0; from < words.size();) {
                const std::size_t stop = std::min(words.find(' ', from), words.size());
                least[i] = std::max(least[i], p.width(face, std::string_view(words).substr(from, stop - from)));
                from = stop + 1;
            }
            if (r > 0 && !words.empty() && !numeric(words)) out.right[i] = false;
        }
    room -= kBetween * static_cast<float>(n - 1);
    float needed = 0, wished = 0;
    for (std::size_t i = 0; i < n; ++i) {
        natural[i] = std::ceil(natural[i]) + 1;
        least[i] = std::min(natural[i], std::max(std::ceil(least[i]) + 1, p.type.small.em * 5));   // no column of single words
        needed += least[i], wished += natural[i];
    }
    if (needed > room) return {};
    // Each has what its longest word needs; what is left is shared by how much more it would take.
    const float share = wished > room ? (room - needed) / (wished - needed) : 1;
    for (std::size_t i = 0; i < n; ++i) out.widths.push_back(std::floor(least[i] + (natural[i] - least[i]) * share));
    return out;
}

float draw_table(Paint& p, float x, float y, float width, const std::vector<Cells>& rows, std::string_view text, bool draw) {
    const Palette& c = p.colours;
    const Face &small = p.type.small, &strong = p.type.small_strong;
    const auto face_of = [&](std::size_t row, std::size_t column) -> const Face& { return row == 0 || column == 0 ? strong : small; };
    if (p.memory.tables.size() > 400) p.memory.tables.clear();
    TableShape& shape = p.memory.tables[{std::hash<std::string_view>()(text), static_cast<int>(width), static_cast<int>(small.em * 10)}];
    const bool known = !shape.heights.empty();
    if (!known) shape = columns_of(p, rows, width - 4);
    const Rect visible = p.clip_now();
    const float top = y;
    if (shape.widths.empty()) {   // definitions
        for (std::size_t r = 1; r < rows.size(); ++r) {
            const bool seen = draw && y < visible.y + visible.h && y > visible.y - 2000;
            if (known && !seen) {
                y += shape.heights[r - 1];
                continue;
            }
            const float from = y;
            y += p.paragraph(strong, x, y, width, c.ink, rows[r][0], 1000, seen);
            for (std::size_t i = 1; i < rows[r].size(); ++i) {
                if (rows[r][i].empty()) continue;
                const std::string head = rows[0][i].empty() ? std::string() : rows[0][i] + ": ";
                std::vector<Span> words{{head, &small, c.soft}, {rows[r][i], &small, c.ink}};
                if (head.empty()) words.erase(words.begin());
                y += p.flow(x + 14, y, width - 14, words, std::round(small.em * 1.42f), seen);
            }
            y += 6;
            if (seen) p.horizontal(x, x + width, y - 3, c.line);
            if (!known) shape.heights.push_back(y - from);
        }
        return y - top + 8;
    }
    float whole = kBetween * static_cast<float>(shape.widths.size() - 1);
    for (const float w : shape.widths) whole += w;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const bool seen = draw && y < visible.y + visible.h && y > visible.y - 2000;
        if (!known || seen) {
            float at = x, high = 0;
            for (std::size_t i = 0; i < rows[r].size(); ++i) {
                const float w = shape.widths[i];
                const Face& face = face_of(r, i);
                if (shape.right[i] && p.width(face, rows[r][i]) <= w) {
                    if (seen) p.text_right(face, at + w, y + (std::round(face.em * 1.42f) - face.height) / 2, r == 0 ? c.soft : c.ink, rows[r][i]);
                    high = std::max(high, std::round(face.em * 1.42f));
                } else {
                    high = std::max(high, p.paragraph(face, at, y, w, r == 0 ? c.soft : c.ink, rows[r][i], 1000, seen));
                }
                at += w + kBetween;
            }
            if (seen) p.horizontal(x, x + whole, y + high + 2, r == 0 ? c.track : c.line);
            if (!known) shape.heights.push_back(high + 5);
        }
        y += shape.heights[r];
    }
    return y - top + 8;
}

}  // namespace

std::vector<PaperPart> paper_parts(std::string_view text) {
    std::vector<PaperPart> out;
    std::string heading;
    bool code = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, stop - at);
        if (line.substr(0, 3) == "```") code = !code;
        if (!code && line.substr(0, 1) == "|") {
            PaperPart& part = out.emplace_back();
            part.table = true;
            part.name = heading;
            for (const Cells& row : table_at(text, at)) {
                for (std::size_t i = 0; i < row.size(); ++i) part.words += (i ? "\t" : "") + row[i];
                part.words += '\n';
            }
            continue;
        }
        if (!code && line.substr(0, 1) == "#") heading = bare(line.substr(std::min(line.size(), line.find_first_not_of("# "))));
        if (out.empty() || out.back().table) out.emplace_back();
        out.back().words.append(line).push_back('\n');
        at = stop + 1;
    }
    return out;
}

float paper(Paint& p, float x, float y, float width, std::string_view text, bool draw) {
    const Palette& c = p.colours;
    float top = y, column = std::min(width, p.type.body.em * 40);
    Rect visible = p.clip_now();
    std::string block;
    float indent = 0;
    bool bullet = false, code = false;

    auto set = [&](const Face& face, Colour colour, const std::string& words, float in, float room) {
        bool seen = y < visible.y + visible.h && y > visible.y - 2000;
        y += p.paragraph(face, x + in, y, room - in, colour, words, 1000, draw && seen);
    };
    // A block in runs of plain and of strong words.
    auto runs = [&](const std::string& words) {
        std::vector<Span> out;
        bool strong = false;
        for (std::size_t from = 0; from <= words.size();) {
            std::size_t stop = std::min(words.find("**", from), words.size());
            if (stop > from)
                out.push_back(
                    {bare(std::string_view(words).substr(from, stop - from)), strong ? &p.type.strong : &p.type.body, c.ink});
            strong = !strong;
            from = stop + 2;
        }
        return out;
    };
    auto flush = [&] {
        if (block.empty()) return;
        if (bullet && draw) p.list->AddCircleFilled({x + indent - 11, y + p.type.body.em * 0.72f}, 2.2f, c.soft);
        bool seen = y < visible.y + visible.h && y > visible.y - 2000;
        y += p.flow(x + indent, y, column - indent, runs(block), std::round(p.type.body.em * 1.42f), draw && seen);
        y += bullet ? 4.0f : 10.0f;
        block.clear();
        bullet = false;
        indent = 0;
    };

    for (std::size_t at = 0; at < text.size();) {
        if (!code && text[at] == '|') {
            flush();
            const std::size_t from = at;
            const std::vector<Cells> rows = table_at(text, at);
            if (rows.size() > 1) y += 2 + draw_table(p, x, y + 2, width, rows, text.substr(from, at - from), draw);
            continue;
        }
        std::size_t stop = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, stop - at);
        at = stop + 1;
        if (line.substr(0, 3) == "```") {
            flush();
            code = !code;
            y += 4;
        } else if (line.substr(0, 4) == "<!--") {
            continue;
        } else if (code) {
            flush();
            set(p.type.small, c.soft, bare(line), 0, width);
        } else if (line.substr(0, 1) == "#") {
            flush();
            std::size_t level = line.find_first_not_of('#');
            y += level <= 2 ? 12.0f : 6.0f;
            set(level <= 2 ? p.type.title : p.type.strong, c.ink, bare(line.substr(std::min(line.size(), level + 1))), 0, width);
            y += 4;
        } else if (line.substr(0, 2) == "- " || line.substr(0, 2) == "* ") {
            flush();
            bullet = true;
            indent = 18;
            block = line.substr(2);
        } else if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            flush();
        } else {
            std::size_t first = line.find_first_not_of(' ');
            block += (block.empty() ? "" : " ") + std::string(line.substr(first));
        }
    }
    flush();
    return y - top;
}

}  // namespace parley
