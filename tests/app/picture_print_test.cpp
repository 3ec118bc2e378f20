#include "app/picture_print.h"

#include <doctest/doctest.h>

#include "app/platform/town_renderer.h"
#include "support/page.h"

using namespace parley;
using parley::support::Page;

namespace {

std::uint64_t print(Page& page) {
    page.frame();
    return print_of(*ImGui::GetDrawData());
}

}  // namespace

TEST_CASE("a page at rest is the same picture, frame after frame") {
    Page page;
    page.live_worlds();
    page.go_to(20);
    page.frames(4);
    const std::uint64_t first = print(page);
    for (int i = 0; i < 5; ++i) CHECK(print(page) == first);
}

TEST_CASE("another day, another lever, another theme and a panel are other pictures, and the way back is the first again") {
    Page page;
    page.live_worlds();
    page.go_to(20);
    page.frames(4);
    const std::uint64_t first = print(page);
    page.go_to(21);
    CHECK(print(page) != first);
    page.go_to(20);
    page.frames(2);
    page.state.panel = Panel::Menu;
    page.frames(2);
    CHECK(print(page) != first);
    page.state.panel = Panel::None;
    page.frames(2);
    REQUIRE(page.session.set("arms.0.strategy.budget_per_day", "120").empty());
    CHECK(print(page) != first);
}

TEST_CASE("dots that changed are another picture, though every line and letter be the same") {
    Page page;
    page.live_worlds(1);
    page.go_to(20);
    page.frames(2);
    const ImDrawData& data = *ImGui::GetDrawData();
    const std::uint64_t first = print_of(data);
    TownPicture town = town_picture(1);
    ++town.stamp;
    draw_town(1, town);
    CHECK(print_of(data) != first);
    --town.stamp;
    town.palette[2] ^= 1;
    draw_town(1, town);
    CHECK(print_of(data) != first);
    town.palette[2] ^= 1;
    draw_town(1, town);
    CHECK(print_of(data) == first);
}

TEST_CASE("one vertex that moved by a hair is another picture") {
    Page page;
    page.frames(3);
    ImDrawData& data = *ImGui::GetDrawData();
    const std::uint64_t first = print_of(data);
    ImDrawList& list = *data.CmdLists[0];
    for (int at : {0, list.VtxBuffer.Size / 2, list.VtxBuffer.Size - 1}) {
        ImDrawVert& vertex = list.VtxBuffer[at];
        const ImDrawVert before = vertex;
        vertex.pos.x += 0.125f;
        CHECK(print_of(data) != first);
        vertex = before;
        vertex.col ^= 0x01000000;
        CHECK(print_of(data) != first);
        vertex = before;
    }
    CHECK(print_of(data) == first);
}
