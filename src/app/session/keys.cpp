#include "app/session/keys.h"

#include <array>
#include <string>

namespace parley {
namespace {

constexpr auto kKeys = std::to_array<KeyRow>({
    {" ", Shift::Any, When::Page, KeyGroup::Clock, Command::Play, 0, "key.space", "keys.play"},
    {"ArrowRight", Shift::No, When::Page, KeyGroup::Clock, Command::StepDays, 1, "key.right", "keys.day_on"},
    {"ArrowLeft", Shift::No, When::Page, KeyGroup::Clock, Command::StepDays, -1, "key.left", "keys.day_back"},
    {"ArrowRight", Shift::Yes, When::Page, KeyGroup::Clock, Command::StepDays, 7, "key.shift_right", "keys.week_on"},
    {"ArrowLeft", Shift::Yes, When::Page, KeyGroup::Clock, Command::StepDays, -7, "key.shift_left", "keys.week_back"},
    {"Home", Shift::Any, When::Page, KeyGroup::Clock, Command::ToStart, 0, "key.home", "keys.to_start"},
    {"End", Shift::Any, When::Page, KeyGroup::Clock, Command::ToEnd, 0, "key.end", "keys.to_end"},
    {"p", Shift::No, When::Page, KeyGroup::Session, Command::Predict, 0, "key.p", "keys.predict"},
    {"v", Shift::No, When::Always, KeyGroup::Session, Command::Reveal, 0, "key.v", "keys.reveal"},
    {"r", Shift::No, When::Page, KeyGroup::Session, Command::Replay, 0, "key.r", "keys.replay"},
    {"u", Shift::No, When::Page, KeyGroup::Page, Command::Undo, 0, "key.u", "keys.undo"},
    {"u", Shift::Yes, When::Page, KeyGroup::Page, Command::Redo, 0, "key.shift_u", "keys.redo"},
    {"f", Shift::No, When::Page, KeyGroup::Page, Command::Projector, 0, "key.f", "keys.projector"},
    {"e", Shift::No, When::Page, KeyGroup::Page, Command::Explore, 0, "key.e", "keys.explore"},
    {"1", Shift::Any, When::Page, KeyGroup::Page, Command::Point, 0, "key.digits", "keys.point"},
    {"PageDown", Shift::Any, When::Always, KeyGroup::Session, Command::NextStep, 0, "key.page_down", "keys.next_step"},
    {"PageUp", Shift::Any, When::Always, KeyGroup::Session, Command::BackStep, 0, "key.page_up", "keys.back_step"},
    {"?", Shift::Any, When::Page, KeyGroup::Page, Command::Keys, 0, "key.question", "keys.keys"},
    {"Escape", Shift::Any, When::Panel, KeyGroup::Page, Command::Close, 0, "key.escape", "keys.close"},
});

}  // namespace

std::span<const KeyRow> key_table() { return kKeys; }

const KeyRow* find_key(std::string_view name, bool shift, bool panel_open) {
    std::string plain(name);
    if (plain.size() == 1 && plain[0] >= 'A' && plain[0] <= 'Z') plain[0] = static_cast<char>(plain[0] + 32);
    const bool digit = plain.size() == 1 && plain[0] >= '1' && plain[0] <= '9';
    for (const KeyRow& row : kKeys) {
        if (plain != row.name && !(digit && row.name == std::string_view("1"))) continue;
        if (row.shift != Shift::Any && (row.shift == Shift::Yes) != shift) continue;
        if (row.when != When::Always && (row.when == When::Panel) != panel_open) continue;
        return &row;
    }
    return nullptr;
}

}  // namespace parley
