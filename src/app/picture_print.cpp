#include "app/picture_print.h"

#include <cstddef>
#include <cstring>

#include "app/platform/town_renderer.h"
#include "imgui.h"

namespace parley {
namespace {

// Eight bytes at a time in four lanes.
std::uint64_t add(std::uint64_t print, const void* data, std::size_t size) {
    constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15u;
    constexpr std::size_t kLanes = 4;
    std::uint64_t lanes[kLanes] = {print, print + 1, print + 2, print + 3}, words[kLanes];
    const auto mix = [&] {
        for (std::size_t i = 0; i < kLanes; ++i) lanes[i] = (lanes[i] ^ words[i]) * kOdd, lanes[i] ^= lanes[i] >> 32;
    };
    const auto* at = static_cast<const unsigned char*>(data);
    std::size_t left = size;
    for (; left >= sizeof words; at += sizeof words, left -= sizeof words) {
        std::memcpy(words, at, sizeof words);
        mix();
    }
    std::memset(words, 0, sizeof words);
    if (left > 0) std::memcpy(words, at, left);
    mix();
    print = size;
    for (const std::uint64_t lane : lanes) print = (print ^ lane) * kOdd, print ^= print >> 29;
    return print;
}

template <class T> std::uint64_t add(std::uint64_t print, const ImVector<T>& rows) {
    return add(print, rows.Data, static_cast<std::size_t>(rows.size_in_bytes()));
}

}  // namespace

std::uint64_t print_of(const ImDrawData& picture) {
    const float canvas[] = {picture.DisplaySize.x, picture.DisplaySize.y, picture.FramebufferScale.x};
    std::uint64_t print = add(0, canvas, sizeof canvas);
    for (const ImDrawList* list : picture.CmdLists) {
        print = add(add(print, list->VtxBuffer), list->IdxBuffer);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const std::uint64_t what[] = {command.ElemCount, command.IdxOffset, reinterpret_cast<std::uintptr_t>(command.UserCallback)};
            print = add(add(print, what, sizeof what), &command.ClipRect, sizeof command.ClipRect);
        }
    }
    for (int slot = 0; slot < 2; ++slot) {
        const TownPicture& town = town_picture(slot);
        const float place[] = {town.x, town.y, town.w, town.h};
        const std::uint64_t dots[] = {town.stamp, town.rungs.size()};
        print = add(add(add(print, place, sizeof place), dots, sizeof dots), town.palette.data(), sizeof town.palette);
    }
    return print;
}

}  // namespace parley
