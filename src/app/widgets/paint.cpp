#include "app/widgets/paint.h"

#include <algorithm>
#include <cmath>

#include "app/views/memory.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace parley {
namespace {

// Next character of UTF-8; moves at. A broken byte counts as one character.
unsigned next_character(std::string_view s, std::size_t& at) {
    unsigned char lead = static_cast<unsigned char>(s[at++]);
    int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    unsigned code = more == 0 ? lead : lead & (0x3F >> more);
    for (; more > 0 && at < s.size(); --more) code = (code << 6) | (static_cast<unsigned char>(s[at++]) & 0x3F);
    return code;
}

// A thin space stands for any narrow one the font lacks.
unsigned shown_as(unsigned code) { return code == 0x2009 || code == 0x200A ? 0x202F : code; }

float advance(const Face& face, unsigned code) {
    return face.font->GetCharAdvance(static_cast<ImWchar>(shown_as(code))) * (face.height / face.font->FontSize);
}

// Capitals of Latin-1 for headings; other letters stay.
std::string capitals(std::string_view words) {
    std::string out(words);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
        if (static_cast<unsigned char>(out[i]) == 0xC3 && i + 1 < out.size()) {
            unsigned char low = static_cast<unsigned char>(out[i + 1]);
            if (low >= 0xA0 && low <= 0xBE && low != 0xB7) out[i + 1] = static_cast<char>(low - 0x20);
        }
    }
    return out;
}

constexpr float kSpacing = 0.06f;  // of headings in capitals, in em

}  // namespace


Rect common(Rect a, Rect b) {
    float x0 = std::max(a.x, b.x), y0 = std::max(a.y, b.y), x1 = std::min(a.x + a.w, b.x + b.w),
          y1 = std::min(a.y + a.h, b.y + b.h);
    return {x0, y0, std::max(0.0f, x1 - x0), std::max(0.0f, y1 - y0)};
}

Paint::Paint(Frame& f, const Layout& l, Memory& m)
    : frame(f),
      session(f.session),
      ui(f.ui),
      layout(l),
      memory(m),
      colours(parley::palette()),
      type(parley::fonts()),
      list(ImGui::GetWindowDrawList()) {}

float Paint::snap(float v) const {
    float ratio = std::max(frame.pixel_ratio, 0.5f);
    return std::round(v * ratio) / ratio;
}

// --- text ------------------------------------------------------------------------------------------------------------

// Glyph by glyph rather than through ImGui's own loop, which moves text to whole CSS pixels: between the device's pixels at
// ratios like 1.5.
float Paint::text(const Face& face, float x, float y, Colour colour, std::string_view words) {
    float scale = face.height / face.font->FontSize, at_x = snap(x), at_y = snap(y), start = at_x;
    Rect visible = clip_now();
    for (std::size_t at = 0; at < words.size();) {
        unsigned code = shown_as(next_character(words, at));
        const ImFontGlyph* glyph = face.font->FindGlyph(static_cast<ImWchar>(code));
        if (!glyph) continue;
        if (glyph->Visible) {
            float x0 = at_x + glyph->X0 * scale, x1 = at_x + glyph->X1 * scale;
            float y0 = at_y + glyph->Y0 * scale, y1 = at_y + glyph->Y1 * scale;
            if (x1 > visible.x && x0 < visible.x + visible.w && y1 > visible.y && y0 < visible.y + visible.h) {
                list->PrimReserve(6, 4);
                list->PrimRectUV({x0, y0}, {x1, y1}, {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, colour);
            }
        }
        at_x += glyph->AdvanceX * scale;
    }
    if (memory.record_texts && colour >> 24 && !words.empty()) {
        Rect box = common({start, at_y, at_x - start, face.height}, visible);
        if (box.w > 0 && box.h > 0) memory.texts.push_back({box, std::string(words)});
    }
    return at_x - start;
}

float Paint::text_right(const Face& face, float right, float y, Colour colour, std::string_view words) {
    return text(face, right - width(face, words), y, colour, words);
}

float Paint::text_centred(const Face& face, float middle, float y, Colour colour, std::string_view words) {
    return text(face, middle - width(face, words) / 2, y, colour, words);
}

float Paint::caps(float x, float y, Colour colour, std::string_view words) {
    std::string upper = capitals(words);
    float start = x, gap = kSpacing * type.caps.em;
    bool record = memory.record_texts;
    memory.record_texts = false;
    for (std::size_t at = 0; at < upper.size();) {
        std::size_t from = at;
        next_character(upper, at);
        x += text(type.caps, x, y, colour, std::string_view(upper).substr(from, at - from)) + gap;
    }
    memory.record_texts = record;
    if (record) {
        Rect box = common({start, y, x - start, type.caps.height}, clip_now());
        if (box.w > 0 && box.h > 0) memory.texts.push_back({box, upper});
    }
    return x - gap - start;
}

float Paint::caps_width(std::string_view words) const {
    std::string upper = capitals(words);
    float w = 0;
    for (std::size_t at = 0; at < upper.size();) w += advance(type.caps, next_character(upper, at)) + kSpacing * type.caps.em;
    return w;
}

float Paint::spans(float x, float y, std::initializer_list<Span> line) { return spans(x, y, std::vector<Span>(line)); }

float Paint::spans(float x, float y, const std::vector<Span>& line) {
    float tallest = 0, start = x;
    for (const Span& s : line) tallest = std::max(tallest, s.face->height);
    // The baseline of Inter is at 0.8 of a line.
    for (const Span& s : line) x += text(*s.face, x, y + 0.8f * (tallest - s.face->height), s.colour, s.text);
    return x - start;
}

float Paint::width(const Face& face, std::string_view words) const {
    float w = 0;
    for (std::size_t at = 0; at < words.size();) w += advance(face, next_character(words, at));
    return w;
}

float Paint::width(const std::vector<Span>& line) const {
    float w = 0;
    for (const Span& s : line) w += width(*s.face, s.text);
    return w;
}

std::string Paint::fit(const Face& face, std::string_view words, float room) const {
    if (width(face, words) <= room + 0.5f) return std::string(words);  // sizes made to fit meet their room only nearly
    float w = advance(face, 0x2026);
    std::size_t end = 0;
    for (std::size_t at = 0; at < words.size();) {
        w += advance(face, next_character(words, at));
        if (w > room) break;
        end = at;
    }
    while (end > 0 && words[end - 1] == ' ') --end;
    return std::string(words.substr(0, end)) + "\u2026";
}

std::vector<std::string> Paint::wrap(const Face& face, std::string_view words, float room) const {
    std::vector<std::string> lines;
    std::size_t start = 0;
    while (start <= words.size()) {
        std::size_t stop = words.find('\n', start);
        std::string_view rest = words.substr(start, stop == std::string_view::npos ? stop : stop - start);
        std::string line;
        while (!rest.empty()) {
            std::size_t space = rest.find(' ');
            std::string_view word = rest.substr(0, space);
            rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
            std::string longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
            if (line.empty() || width(face, longer) <= room) {
                line = std::move(longer);
            } else {
                lines.push_back(std::move(line));
                line = word;
            }
        }
        lines.push_back(std::move(line));
        if (stop == std::string_view::npos) break;
        start = stop + 1;
    }
    return lines;
}

float Paint::paragraph(const Face& face, float x, float y, float room, Colour colour, std::string_view words, int max_lines,
                       bool draw) {
    std::vector<std::string> lines = wrap(face, words, room);
    float step = std::round(face.em * 1.42f), top = y;
    int n = std::min(max_lines, static_cast<int>(lines.size()));
    for (int i = 0; i < n; ++i) {
        std::string line = lines[static_cast<std::size_t>(i)];
        if (i == n - 1 && n < static_cast<int>(lines.size())) line = fit(face, line + "\u2026", room);
        if (draw) text(face, x, y + (step - face.height) / 2, colour, fit(face, line, room));
        y += step;
    }
    return y - top;
}

float Paint::flow(float x, float y, float room, const std::vector<Span>& words, float step, bool draw) {
    float at = x, top = y;
    for (const Span& s : words) {
        std::string_view rest = s.text;
        while (!rest.empty()) {
            std::size_t space = rest.find(' ');
            std::string_view word = rest.substr(0, space == std::string_view::npos ? space : space + 1);
            rest = rest.substr(word.size());
            std::string_view bare = word.back() == ' ' ? word.substr(0, word.size() - 1) : word;
            if (at > x && at + width(*s.face, bare) > x + room) at = x, y += step;
            float before = at;
            at += width(*s.face, word);
            if (draw) text(*s.face, before, y + (step - s.face->height) / 2, s.colour, bare);
        }
    }
    return y + step - top;
}

// --- shapes ----------------------------------------------------------------------------------------------------------

void Paint::fill(Rect r, Colour colour, float radius) { list->AddRectFilled({r.x, r.y}, {r.x + r.w, r.y + r.h}, colour, radius); }

void Paint::frame_of(Rect r, Colour colour, float radius, float thickness) {
    float x0 = snap(r.x), y0 = snap(r.y), x1 = snap(r.x + r.w), y1 = snap(r.y + r.h);
    list->AddRect({x0, y0}, {x1, y1}, colour, radius, 0, thickness);
}

void Paint::card(Rect r) {
    fill(r, colours.paper, layout.radius);
    frame_of(r, colours.line, layout.radius);
}

void Paint::horizontal(float x0, float x1, float y, Colour colour) {
    float top = snap(y);
    list->AddRectFilled({x0, top}, {x1, top + 1}, colour);
}

void Paint::vertical(float x, float y0, float y1, Colour colour, float thickness) {
    float left = snap(x - thickness / 2);
    list->AddRectFilled({left, y0}, {left + thickness, y1}, colour);
}

void Paint::mark(Mark kind, float x, float y, float size, Colour colour, Colour rim) {
    float r = size / 2;
    if (kind == Mark::Round) {
        list->AddCircleFilled({x, y}, r, colour);
        if (rim) list->AddCircle({x, y}, r, rim, 0, 2);
    } else if (kind == Mark::Square) {
        float h = r * 0.92f;
        list->AddRectFilled({x - h, y - h}, {x + h, y + h}, colour, size * 0.16f);
        if (rim) list->AddRect({x - h, y - h}, {x + h, y + h}, rim, size * 0.16f, 0, 2);
    } else {
        list->AddTriangleFilled({x, y - r}, {x + r, y + r * 0.8f}, {x - r, y + r * 0.8f}, colour);
    }
}

void Paint::focus_ring(Rect r, float radius) {
    Rect outer = inset(r, -3);
    frame_of(inset(outer, -1), colours.paper, radius + 4, 2);
    frame_of(outer, colours.ink, radius + 3, 2.5f);
}

// --- hits ------------------------------------------------------------------------------------------------------------

Rect Paint::clip_now() const {
    ImVec2 a = list->GetClipRectMin(), b = list->GetClipRectMax();
    return {a.x, a.y, b.x - a.x, b.y - a.y};
}

void Paint::clip(Rect r) { ImGui::PushClipRect({r.x, r.y}, {r.x + r.w, r.y + r.h}, true); }
void Paint::unclip() { ImGui::PopClipRect(); }

bool Paint::hovering(Rect r) const {
    ImVec2 at = ImGui::GetIO().MousePos;
    return live && contains(common(r, clip_now()), at.x, at.y);
}

Hit Paint::hit(const std::string& id, Rect r) {
    Rect shown = common(r, clip_now());
    if (!live || shown.w < 1 || shown.h < 1) return {};
    ImGui::SetCursorScreenPos({shown.x, shown.y});
    Hit h;
    h.clicked = ImGui::InvisibleButton(id.c_str(), {shown.w, shown.h});
    h.hovered = ImGui::IsItemHovered();
    h.held = ImGui::IsItemActive();
    h.pressed = ImGui::IsItemActivated();
    h.twice = h.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    if (h.hovered || h.held) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return h;
}

void place_twin(const Paint& p, Widget& w, Rect r, bool whole) {
    const Rect clip = p.clip_now(), seen = common(r, clip);
    const float most = whole ? r.h - 0.5f : 1;
    w.tucked = seen.w < 1 || seen.h < most;
    if (w.tucked) {
        const float y = std::clamp(r.y, clip.y, std::max(clip.y, clip.y + clip.h - 1)), x = std::clamp(r.x, clip.x, std::max(clip.x, clip.x + clip.w - 1));
        w.x = x, w.y = y, w.w = std::max(1.0f, std::min(r.w, clip.x + clip.w - x)), w.h = 1;
    } else {
        w.x = seen.x, w.y = seen.y, w.w = seen.w, w.h = seen.h;
    }
}

void tell(Paint& p, std::string id, Role role, std::string name, Rect r, std::string value, std::string group) {
    Widget w;
    w.id = std::move(id);
    w.role = role;
    w.name = std::move(name);
    w.value = std::move(value);
    w.group = std::move(group);
    // what is scrolled away stands at the edge of what it is scrolled in
    const Rect seen = p.clip_now();
    const float top = std::clamp(r.y, seen.y, std::max(seen.y, seen.y + seen.h - 1)), bottom = std::clamp(r.y + r.h, top + 1, std::max(top + 1, seen.y + seen.h));
    w.x = r.x, w.y = top, w.w = r.w, w.h = bottom - top;
    p.ui.add(std::move(w));
}

}  // namespace parley
