#include "app/widgets/icon.h"

#include "imgui.h"

namespace parley {

void draw_icon(Paint& p, Icon icon, float x, float y, float size, Colour c) {
    ImDrawList& l = *p.list;
    float r = size / 2;
    x = p.snap(x), y = p.snap(y);
    switch (icon) {
        case Icon::None:
            break;
        case Icon::Play:
            l.AddTriangleFilled({x - r * 0.7f, y - r * 0.9f}, {x + r * 0.95f, y}, {x - r * 0.7f, y + r * 0.9f}, c);
            break;
        case Icon::Pause:
            l.AddRectFilled({x - r * 0.75f, y - r * 0.85f}, {x - r * 0.2f, y + r * 0.85f}, c);
            l.AddRectFilled({x + r * 0.2f, y - r * 0.85f}, {x + r * 0.75f, y + r * 0.85f}, c);
            break;
        case Icon::ToStart:
            l.AddRectFilled({x - r * 0.85f, y - r * 0.8f}, {x - r * 0.5f, y + r * 0.8f}, c);
            l.AddTriangleFilled({x + r * 0.85f, y - r * 0.8f}, {x + r * 0.85f, y + r * 0.8f}, {x - r * 0.45f, y}, c);
            break;
        case Icon::Step:
            l.AddTriangleFilled({x - r * 0.85f, y + r * 0.8f}, {x - r * 0.85f, y - r * 0.8f}, {x + r * 0.45f, y}, c);
            l.AddRectFilled({x + r * 0.5f, y - r * 0.8f}, {x + r * 0.85f, y + r * 0.8f}, c);
            break;
        case Icon::Down: {
            ImVec2 points[] = {{x - r * 0.7f, y - r * 0.35f}, {x, y + r * 0.4f}, {x + r * 0.7f, y - r * 0.35f}};
            l.AddPolyline(points, 3, c, 0, 1.8f);
            break;
        }
        case Icon::Close:
            l.AddLine({x - r * 0.7f, y - r * 0.7f}, {x + r * 0.7f, y + r * 0.7f}, c, 1.8f);
            l.AddLine({x - r * 0.7f, y + r * 0.7f}, {x + r * 0.7f, y - r * 0.7f}, c, 1.8f);
            break;
        case Icon::Info:
            l.AddCircle({x, y}, r * 0.95f, c, 0, 1.5f);
            l.AddRectFilled({x - 0.9f, y - r * 0.1f}, {x + 0.9f, y + r * 0.5f}, c);
            l.AddCircleFilled({x, y - r * 0.42f}, 1.1f, c);
            break;
        case Icon::Undo:
        case Icon::Redo: {  // an arrow that turns back; the other is its mirror
            const float side = icon == Icon::Undo ? 1.0f : -1.0f;
            const float from = icon == Icon::Undo ? 3.6f : -0.46f;
            l.PathArcTo({x, y + r * 0.15f}, r * 0.7f, from, from + 4.2f, 20);
            l.PathStroke(c, 0, 1.8f);
            const float hx = x - side * r * 0.66f, hy = y - r * 0.2f;
            ImVec2 head[] = {{hx - side * r * 0.32f, hy - r * 0.62f}, {hx, hy}, {hx + side * r * 0.62f, hy - r * 0.12f}};
            l.AddPolyline(head, 3, c, 0, 1.8f);
            break;
        }
        case Icon::Check: {
            ImVec2 points[] = {{x - r * 0.8f, y}, {x - r * 0.2f, y + r * 0.6f}, {x + r * 0.85f, y - r * 0.6f}};
            l.AddPolyline(points, 3, c, 0, 2);
            break;
        }
    }
}

}  // namespace parley
