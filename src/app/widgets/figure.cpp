#include "app/widgets/figure.h"

#include "app/widgets/plot.h"
#include "imgui.h"

namespace parley {
namespace {

class CanvasPen : public Pen {
public:
    explicit CanvasPen(Paint& p) : p_(p) {}

    float width(Letter letter, std::string_view words) const override { return p_.width(face(letter), words); }
    float height(Letter letter) const override { return face(letter).height; }
    void text(Letter letter, float x, float y, Tone tone, std::string_view words) override {
        p_.text(face(letter), x, y, colour(tone), words);
    }
    void line(std::span<const Point> points, Tone tone, float thickness, Stroke stroke) override {
        if (stroke == Stroke::Dotted && points.size() == 2 && points[0].y == points[1].y)
            return dotted(p_, points[0].x, points[1].x, points[0].y, colour(tone));
        draw_line(p_, points, colour(tone), thickness, stroke != Stroke::Solid);
    }
    void area(std::span<const Point> low, std::span<const Point> high, Tone tone) override { draw_band(p_, low, high, colour(tone)); }
    void box(Box b, Tone tone, float radius) override {
        // hairlines meet the device's pixels
        if (b.h == 1) return p_.horizontal(b.x, b.x + b.w, b.y, colour(tone));
        if (b.w <= 2) return p_.vertical(b.x + b.w / 2, b.y, b.y + b.h, colour(tone), b.w);
        p_.fill(rect_of(b), colour(tone), radius);
    }
    void mark(Mark kind, float x, float y, float size, Tone tone, bool rimmed) override {
        p_.mark(kind, x, y, size, colour(tone), rimmed ? p_.colours.paper : 0);
    }
    void ring(float x, float y, float radius, float thickness, Tone tone) override {
        p_.list->AddCircleFilled({x, y}, radius, p_.colours.paper);
        p_.list->AddCircle({x, y}, radius, colour(tone), 0, thickness);
    }
    void hatch(Box b, Tone tone) override {
        p_.clip(rect_of(b));
        for (float x = b.x - b.h; x < b.x + b.w; x += 6) p_.list->AddLine({x, b.y + b.h}, {x + b.h, b.y}, colour(tone), 1);
        p_.unclip();
    }
    bool dark() const override { return p_.colours.dark; }

private:
    const Face& face(Letter letter) const {
        const Fonts& t = p_.type;
        return letter == Letter::Strong ? t.strong : letter == Letter::Small ? t.small : letter == Letter::Axis ? t.axis : t.small_strong;
    }
    Colour colour(const Tone& tone) const { return colour_of(p_.colours, tone); }

    Paint& p_;
};

}  // namespace

Colour colour_of(const Palette& c, const Tone& tone) {
    const ArmColours& arm = c.arms[tone.arm == 0 || tone.arm == 1 ? static_cast<std::size_t>(tone.arm) : 2];
    Colour base = c.ink;
    switch (tone.kind) {
        case Tone::Paper: base = c.paper; break;
        case Tone::Ground: base = c.hover; break;
        case Tone::Grid: base = c.grid; break;
        case Tone::Track: base = c.track; break;
        case Tone::Line: base = c.line; break;
        case Tone::Soft: base = c.soft; break;
        case Tone::Ink: base = c.ink; break;
        case Tone::Shape: base = arm.shape; break;
        case Tone::Words: base = arm.text; break;
    }
    if (tone.strength < 1) base = mix(c.paper, base, tone.strength);
    return tone.alpha < 1 ? fade(base, tone.alpha) : base;
}

Plane draw_figure(Paint& p, const Figure& figure, Rect place, const Overlay& overlay) {
    CanvasPen pen(p);
    return draw_figure(figure, box_of(place), pen, overlay);
}

}  // namespace parley
