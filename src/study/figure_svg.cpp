#include "study/figure_svg.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace parley {
namespace {

// Widths in thousandths of an em, of Inter's characters 0x20..0x7E in regular weight, rounded; others count as 600.
constexpr unsigned short kWidths[95] = {
    290, 300, 400, 640, 640, 850, 650, 230, 370, 370, 500, 660, 290, 460, 290, 370, 640, 480, 620, 640, 660, 620, 640, 570, 640, 640,
    290, 300, 660, 660, 660, 520, 950, 700, 660, 730, 730, 600, 590, 750, 750, 270, 570, 680, 560, 900, 760, 770, 640, 770, 650, 650,
    660, 740, 700, 1000, 690, 680, 640, 370, 370, 370, 470, 460, 340, 570, 620, 570, 620, 590, 370, 620, 600, 250, 250, 560, 250, 890,
    600, 610, 620, 620, 380, 530, 370, 600, 570, 820, 550, 570, 560, 430, 340, 430, 660};

float width_of(std::string_view words, float em, bool strong) {
    float w = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto c = static_cast<unsigned char>(words[i]);
        if ((c & 0xC0) == 0x80) continue;
        if (c >= 0x20 && c < 0x7F) w += kWidths[c - 0x20];
        else w += words.substr(i, 3) == "\u202f" ? 230.0f : words.substr(i, 3) == "\u2026" ? 850.0f : 600.0f;
    }
    return w * em * (strong ? 1.08f : 1.04f) / 1000;
}

// Lengths to a hundredth, without an exponent or a sign before nothing.
std::string length(float v) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", std::isfinite(v) ? static_cast<double>(v) : 0.0);
    std::string out = text;
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out == "-0" ? "0" : out;
}

class SvgPen : public Pen {
public:
    explicit SvgPen(const SvgLook& look) : look_(look) {}
    std::string out;

    float width(Letter letter, std::string_view words) const override { return width_of(words, em(letter), strong(letter)); }
    float height(Letter letter) const override { return std::round(em(letter) * 1.21f); }

    void text(Letter letter, float x, float y, Tone tone, std::string_view words) override {
        if (words.empty()) return;
        out += "<text x=\"" + length(x) + "\" y=\"" + length(y + 0.8f * height(letter)) + "\" font-size=\"" + length(em(letter)) + '"' +
               (strong(letter) ? " font-weight=\"600\"" : "") + fill(tone) + '>' + escaped(words) + "</text>\n";
    }
    void line(std::span<const Point> points, Tone tone, float thickness, Stroke stroke) override {
        if (points.size() < 2) return;
        out += "<polyline fill=\"none\" stroke=\"" + colour(tone) + "\" stroke-width=\"" + length(thickness) + "\" stroke-linejoin=\"round\"" +
               opacity("stroke-opacity", tone);
        if (stroke != Stroke::Solid) {
            const float on = stroke == Stroke::Dotted ? 2 : 3.6f * thickness, off = stroke == Stroke::Dotted ? 4 : 2.2f * thickness;
            out += " stroke-dasharray=\"" + length(on) + ' ' + length(off) + '"';
        }
        out += " points=\"" + list(points, false) + "\"/>\n";
    }
    void area(std::span<const Point> low, std::span<const Point> high, Tone tone) override {
        if (low.size() < 2) return;
        out += "<polygon" + fill(tone) + " points=\"" + list(low, false) + ' ' + list(high, true) + "\"/>\n";
    }
    void box(Box b, Tone tone, float radius) override {
        out += "<rect x=\"" + length(b.x) + "\" y=\"" + length(b.y) + "\" width=\"" + length(std::max(b.w, 0.0f)) + "\" height=\"" +
               length(std::max(b.h, 0.0f)) + '"' + (radius > 0 ? " rx=\"" + length(radius) + '"' : "") + fill(tone) + "/>\n";
    }
    void mark(Mark kind, float x, float y, float size, Tone tone, bool rimmed) override {
        const std::string rim = rimmed ? " stroke=\"" + colour({Tone::Paper}) + "\" stroke-width=\"2\" paint-order=\"stroke\"" : "";
        const float r = size / 2, h = r * 0.92f;
        if (kind == Mark::Round) {
            out += "<circle cx=\"" + length(x) + "\" cy=\"" + length(y) + "\" r=\"" + length(r) + '"' + fill(tone) + rim + "/>\n";
        } else if (kind == Mark::Square) {
            out += "<rect x=\"" + length(x - h) + "\" y=\"" + length(y - h) + "\" width=\"" + length(2 * h) + "\" height=\"" + length(2 * h) +
                   "\" rx=\"" + length(size * 0.16f) + '"' + fill(tone) + rim + "/>\n";
        } else {
            const Point corners[] = {{x, y - r}, {x + r, y + r * 0.8f}, {x - r, y + r * 0.8f}};
            out += "<polygon points=\"" + list(corners, false) + '"' + fill(tone) + rim + "/>\n";
        }
    }
    void ring(float x, float y, float radius, float thickness, Tone tone) override {
        out += "<circle cx=\"" + length(x) + "\" cy=\"" + length(y) + "\" r=\"" + length(radius) + "\" fill=\"" + colour({Tone::Paper}) +
               "\" stroke=\"" + colour(tone) + "\" stroke-width=\"" + length(thickness) + "\"/>\n";
    }
    void hatch(Box b, Tone tone) override {   // each line cut to the box, so that no pattern has to be defined
        std::string path;
        for (float at = 6; at < b.w + b.h; at += 6) {
            const Point from{b.x + std::max(0.0f, at - b.h), b.y + std::min(at, b.h)}, to{b.x + std::min(at, b.w), b.y + std::max(0.0f, at - b.w)};
            path += 'M' + length(from.x) + ' ' + length(from.y) + 'L' + length(to.x) + ' ' + length(to.y);
        }
        out += "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour(tone) + "\" stroke-width=\"1\"" + opacity("stroke-opacity", tone) + "/>\n";
    }
    bool dark() const override { return look_.colours.dark; }

private:
    static bool strong(Letter letter) { return letter == Letter::Strong || letter == Letter::SmallStrong; }
    float em(Letter letter) const { return letter == Letter::Strong ? look_.em * 7 / 6 : look_.em; }

    std::string colour(const Tone& tone) const {
        const SvgColours& c = look_.colours;
        const SvgColours::Arm& arm = c.arms[tone.arm == 0 || tone.arm == 1 ? tone.arm : 2];
        std::uint32_t rgb = c.ink;
        switch (tone.kind) {
            case Tone::Paper: rgb = c.paper; break;
            case Tone::Ground: rgb = c.ground; break;
            case Tone::Grid: rgb = c.grid; break;
            case Tone::Track: rgb = c.track; break;
            case Tone::Line: rgb = c.line; break;
            case Tone::Soft: rgb = c.soft; break;
            case Tone::Ink: rgb = c.ink; break;
            case Tone::Shape: rgb = arm.shape; break;
            case Tone::Words: rgb = arm.text; break;
        }
        if (tone.strength < 1) {
            std::uint32_t mixed = 0;
            for (int shift = 0; shift < 24; shift += 8) {
                const float from = static_cast<float>(c.paper >> shift & 255), to = static_cast<float>(rgb >> shift & 255);
                mixed |= static_cast<std::uint32_t>(from + (to - from) * tone.strength + 0.5f) << shift;
            }
            rgb = mixed;
        }
        char text[8];
        std::snprintf(text, sizeof text, "#%06X", static_cast<unsigned>(rgb & 0xFFFFFF));
        return text;
    }
    static std::string opacity(const char* name, const Tone& tone) {
        return tone.alpha < 1 ? std::string(" ") + name + "=\"" + length(tone.alpha) + '"' : std::string();
    }
    std::string fill(const Tone& tone) const { return " fill=\"" + colour(tone) + '"' + opacity("fill-opacity", tone); }
    static std::string list(std::span<const Point> points, bool backwards) {
        std::string text;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point& p = points[backwards ? points.size() - 1 - i : i];
            text += (i ? " " : "") + length(p.x) + ',' + length(p.y);
        }
        return text;
    }

    const SvgLook& look_;
};

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (c == '\'') out += "&#39;";
        else if (c < 0x20 && c != '\n' && c != '\t') out += "\uFFFD";
        else out += text[i];
    }
    return out;
}

std::string figure_svg(const Figure& figure, const SvgLook& look, const Overlay& overlay, Plane& plane) {
    SvgPen pen(look);
    plane = draw_figure(figure, {0, 0, look.width, look.height}, pen, overlay);
    const std::string id = escaped(look.id), w = length(look.width), h = length(look.height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + w + ' ' + h + "\" width=\"" + w + "\" height=\"" + h +
           "\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-words\" font-family=\"Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\"" +
           ">\n<title id=\"" + id + "-title\">" + escaped(figure.title) + "</title>\n<desc id=\"" + id + "-words\">" + escaped(figure.words) + "</desc>\n" +
           pen.out + "</svg>\n";
}

std::string figure_svg(const Figure& figure, const SvgLook& look, const Overlay& overlay) {
    Plane plane;
    return figure_svg(figure, look, overlay, plane);
}

}  // namespace parley
