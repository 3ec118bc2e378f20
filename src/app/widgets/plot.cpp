#include "app/widgets/plot.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "imgui.h"

namespace parley {

// One strip of triangles: neighbouring quads with soft edges would show their seams.
void draw_band(Paint& p, std::span<const Point> low, std::span<const Point> high, Colour colour) {
    std::size_t n = std::min(low.size(), high.size());
    if (n < 2) return;
    ImDrawList& l = *p.list;
    ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    l.PrimReserve(static_cast<int>(6 * (n - 1)), static_cast<int>(2 * n));
    unsigned first = l._VtxCurrentIdx;
    for (std::size_t i = 0; i < n; ++i) {
        l.PrimWriteVtx({low[i].x, low[i].y}, white, colour);
        l.PrimWriteVtx({high[i].x, high[i].y}, white, colour);
    }
    for (unsigned i = 0; i + 1 < n; ++i) {
        unsigned v = first + 2 * i;
        for (unsigned k : {v, v + 1, v + 3, v, v + 3, v + 2}) l.PrimWriteIdx(static_cast<ImDrawIdx>(k));
    }
}

void draw_line(Paint& p, std::span<const Point> line, Colour colour, float thickness, bool dashed) {
    if (line.size() < 2) return;
    std::vector<ImVec2> part;
    auto flush = [&] {
        if (part.size() > 1) p.list->AddPolyline(part.data(), static_cast<int>(part.size()), colour, 0, thickness);
        part.clear();
    };
    if (!dashed) {
        for (const Point& q : line) part.push_back({q.x, q.y});
        flush();
        return;
    }
    float on = 3.6f * thickness, off = 2.2f * thickness, left = on;
    bool drawing = true;
    part.push_back({line[0].x, line[0].y});
    for (std::size_t i = 1; i < line.size(); ++i) {
        float x = line[i - 1].x, y = line[i - 1].y, dx = line[i].x - x, dy = line[i].y - y, length = std::sqrt(dx * dx + dy * dy),
              gone = 0;
        while (length - gone > left) {
            gone += left;
            ImVec2 at{x + dx * gone / length, y + dy * gone / length};
            if (drawing)
                part.push_back(at), flush();
            else
                part.push_back(at);
            drawing = !drawing;
            left = drawing ? on : off;
        }
        left -= length - gone;
        if (drawing) part.push_back({line[i].x, line[i].y});
    }
    flush();
}

void dotted(Paint& p, float x0, float x1, float y, Colour colour) {
    float top = p.snap(y) - 1;
    for (float x = x0; x < x1; x += 6) p.list->AddRectFilled({x, top}, {std::min(x + 2, x1), top + 2}, colour);
}

}  // namespace parley
