#include "app/layout.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace parley;

namespace {

struct Window {
    float width, height;
};
const Window kDesign[] = {{1920, 1080}, {1366, 768}, {1180, 820}, {820, 1180}};

std::vector<Rect> cards(const Layout& l) {
    std::vector<Rect> out;
    for (const Rect& r : {l.levers, l.headline, l.towns, l.tiles}) out.push_back(r);
    if (!l.one_picture) out.push_back(l.race);
    if (!l.tabs) out.push_back(l.reasons);
    return out;
}

bool overlap(Rect a, Rect b) { return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h; }

std::string name(float w, float h) { return std::to_string(static_cast<int>(w)) + "x" + std::to_string(static_cast<int>(h)); }

}  // namespace

TEST_CASE("the four windows of the design get their four shapes, and everything fits without scrolling") {
    const Shape shapes[] = {Shape::Desk, Shape::Laptop, Shape::Tablet, Shape::Portrait};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto [w, h] = kDesign[i];
        const std::string window = name(w, h);
        CAPTURE(window);
        Layout l = make_layout(w, h, false);
        CHECK(l.shape == shapes[i]);
        CHECK(l.page_height == h);
    }
}

TEST_CASE("in every window cards lie inside the page, below the bar, and never on each other") {
    for (float w = 360; w <= 3840; w += 47)
        for (float h : {480.0f, 640.0f, 720.0f, 768.0f, 900.0f, 1080.0f, 1180.0f, 1440.0f, 2160.0f})
            for (bool touch : {false, true}) {
                CAPTURE(name(w, h));
                Layout l = make_layout(w, h, touch);
                std::vector<Rect> all = cards(l);
                for (std::size_t i = 0; i < all.size(); ++i) {
                    const Rect& r = all[i];
                    CHECK(r.w > 100);
                    CHECK(r.h > 40);
                    CHECK(r.x >= 0);
                    CHECK(r.x + r.w <= w);
                    CHECK(r.y >= l.top_bar.y + l.top_bar.h);
                    CHECK(r.y + r.h <= l.page_height);
                    for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(overlap(r, all[k]));
                }
            }
}

TEST_CASE("in portrait the order is sentence, picture, numbers, levers") {
    for (Window window : {Window{820, 1180}, Window{390, 844}, Window{600, 1000}}) {
        Layout l = make_layout(window.width, window.height, true);
        CHECK(l.headline.y < l.towns.y);
        CHECK(l.towns.y < l.tiles.y);
        CHECK(l.tiles.y < l.levers.y);
    }
}

TEST_CASE("type is as large as the design asks") {
    TypeSizes laptop = type_sizes(1366, 768), desk = type_sizes(1920, 1080), tablet = type_sizes(1180, 820);
    CHECK(laptop.body >= 16);
    CHECK(laptop.small >= 14);
    CHECK(laptop.headline >= 24);
    CHECK(laptop.number >= 22);
    // read from the back of a room: the sentence, the count of worlds, the names of the arms
    CHECK(desk.headline > 30);
    CHECK(desk.subline >= 22);
    CHECK(desk.title >= 22);
    CHECK(tablet.headline >= 30);
    CHECK(tablet.number >= 26);
}

TEST_CASE("fingers get targets of 44 pixels") {
    CHECK(make_layout(1366, 768, true).target >= 44);
    CHECK(make_layout(820, 1180, false).target >= 44);
    CHECK(make_layout(1366, 768, false).target >= 24);
}

TEST_CASE("type grows with the window and never shrinks below what can be read") {
    float before = 0;
    for (float s = 0.5f; s < 3; s += 0.1f) {
        TypeSizes t = type_sizes(1600 * s, 900 * s);
        CHECK(t.small >= 13);
        if (1600 * s >= 1240) {
            CHECK(t.headline >= before);
            before = t.headline;
        }
    }
}
