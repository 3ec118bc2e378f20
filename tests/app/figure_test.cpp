// The same figure on the canvas and as SVG: the same lines, the same words, the same places.
#include "app/widgets/figure.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "study/figure_svg.h"
#include "study/figures.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

namespace {

// Counts what a figure asks of a pen whose letters are as wide as those of another pen.
class CountingPen : public Pen {
public:
    int lines = 0, areas = 0, marks = 0;
    std::multiset<std::string> words;

    explicit CountingPen(const Paint& p) : p_(p) {}
    float width(Letter letter, std::string_view text) const override { return p_.width(face(letter), text); }
    float height(Letter letter) const override { return face(letter).height; }
    void text(Letter, float, float, Tone, std::string_view text) override { words.insert(std::string(text)); }
    void line(std::span<const Point>, Tone, float, Stroke) override { ++lines; }
    void area(std::span<const Point>, std::span<const Point>, Tone) override { ++areas; }
    void box(Box, Tone, float) override {}
    void mark(Mark, float, float, float, Tone, bool) override { ++marks; }
    void ring(float, float, float, float, Tone) override {}
    void hatch(Box, Tone) override {}

private:
    const Face& face(Letter letter) const {
        return letter == Letter::Strong ? p_.type.strong : letter == Letter::SmallStrong ? p_.type.small_strong : p_.type.small;
    }
    const Paint& p_;
};

int count(const std::string& text, const std::string& part) {
    int n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

std::multiset<std::string> svg_words(const std::string& svg) {
    std::multiset<std::string> out;
    for (std::size_t at = svg.find("<text "); at != std::string::npos; at = svg.find("<text ", at + 1)) {
        const std::size_t from = svg.find('>', at) + 1;
        out.insert(svg.substr(from, svg.find("</text>", from) - from));
    }
    return out;
}

// Draws with a Paint inside a frame of its own.
template <class Use> void with_paint(Page& page, Use use) {
    ImGui::GetIO().DisplaySize = {1366, 768};
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({1366, 768});
    ImGui::Begin("figures", nullptr, ImGuiWindowFlags_NoDecoration);
    Frame frame{page.session, page.ui, page.state, page.wishes, 1366, 768, 1, 1, false};
    const Layout layout = make_layout(1366, 768, false);
    Paint p(frame, layout, page.memory());
    use(p);
    ImGui::End();
    ImGui::Render();
}

}  // namespace

TEST_CASE("canvas and SVG draw the same figure: as many lines, the same words, the same places") {
    Page page;
    page.live_worlds();
    page.frame();
    const Ensemble& e = *page.session.ensemble();
    const Comparison& c = *page.session.comparison();
    page.session.survey_levers();
    page.live_worlds(60);
    for (const Figure& f : {tornado_figure(*page.session.tornado()), race_figure(e, c), gap_figure(e, c), strip_figure(e, c), split_figure(e, c), domino_figure(e, c)}) {
        CAPTURE(f.title);
        const Rect place{0, 0, 1300, 360};   // room for every part of the heading
        SvgLook look;
        look.width = place.w, look.height = place.h;
        Plane in_svg, on_canvas;
        const std::string svg = figure_svg(f, look, {}, in_svg);
        std::multiset<std::string> canvas_words;
        with_paint(page, [&](Paint& p) {
            p.memory.record_texts = true;
            p.memory.texts.clear();
            on_canvas = draw_figure(p, f, place);
            for (const TextBox& text : p.memory.texts) canvas_words.insert(text.text);
            p.memory.record_texts = false;
            CountingPen counting(p);
            draw_figure(f, box_of(place), counting);
            CHECK(counting.lines == count(svg, "<polyline"));
            CHECK(counting.areas == count(svg, "<polygon"));
        });
        CHECK(canvas_words == svg_words(svg));
        // The areas differ by the width of letters; inside them every value has the same share of the way.
        REQUIRE(in_svg.area.w > 0);
        REQUIRE(on_canvas.area.w > 0);
        for (double share : {0.0, 0.25, 0.5, 1.0}) {
            const double x = f.x.from + share * (f.x.to - f.x.from), y = f.y.from + share * (f.y.to - f.y.from);
            const auto along = [&](const Plane& plane) { return (plane.x(x) - plane.area.x) / plane.area.w; };
            const auto up = [&](const Plane& plane) { return (plane.y(y) - plane.area.y) / plane.area.h; };
            if (f.kind != Figure::Kind::Lines) continue;
            CHECK(along(in_svg) == doctest::Approx(along(on_canvas)).epsilon(1e-4));
            CHECK(up(in_svg) == doctest::Approx(up(on_canvas)).epsilon(1e-4));
        }
    }
}

TEST_CASE("the race shows sales or the gap, and says which") {
    Page page;
    page.live_worlds();
    page.frames(2);
    const std::string sales = page.find("race")->name;
    CHECK(page.find("race.show.0")->pressed);
    page.click("race.show.1");
    CHECK(page.state.race_shows == 1);
    CHECK(page.find("race.show.1")->pressed);
    CHECK(page.find("race")->name != sales);
    // the table tells both
    CHECK(page.find("race.table")->value.find(tr("gap_week.title")) != std::string::npos);
}
