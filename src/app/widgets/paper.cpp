#include "app/widgets/paper.h"

#include <algorithm>
#include <cmath>

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

}  // namespace

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
        std::size_t stop = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, stop - at);
        at = stop + 1;
        if (line.substr(0, 3) == "```") {
            flush();
            code = !code;
            y += 4;
        } else if (line.substr(0, 4) == "<!--") {
            continue;
        } else if (!code && line.substr(0, 1) == "|") {
            // A row of a table: its first cell strong, the others behind it.
            flush();
            if (line.find_first_not_of("|-: ") == std::string_view::npos) continue;
            std::string first, rest;
            for (std::string_view left = line.substr(1); !left.empty();) {
                std::size_t bar = std::min(left.find(" |"), left.size());
                std::string words = bare(left.substr(0, bar));
                words.erase(0, words.find_first_not_of(' '));
                (first.empty() ? first : rest) += (first.empty() || rest.empty() || words.empty() ? "" : " \u00b7 ") + words;
                left.remove_prefix(std::min(left.size(), bar + 2));
            }
            set(p.type.small_strong, c.ink, first, 0, width);
            set(p.type.small, c.soft, rest, 14, width);
            y += 3;
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
