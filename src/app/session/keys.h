// Keys: the one list of keys.  The page's handler, the panel that lists them and its words derive from it.
//
// A key has the name the browser gives it (KeyboardEvent.key), letters in small.  Keys of the browser and of other programs
// (Tab, F5, F11, anything with Ctrl, Alt or Meta) are never in it.  Digits come as one row: "1" stands for 1 to 9.
#pragma once
#include <span>
#include <string_view>

namespace parley {

enum class Command { Play, StepDays, ToStart, ToEnd, Predict, Reveal, Replay, Undo, Redo, Point, Explore, Projector, NextStep, BackStep, Keys, Close };
enum class Shift { No, Yes, Any };
enum class When {        // what must be open for the key to count
    Page,                // nothing but the page
    Panel,               // a panel
    Always,
};
enum class KeyGroup { Clock, Session, Page };
inline constexpr std::size_t kKeyGroups = 3;   // their headings: keys.group.0 ...

struct KeyRow {
    const char* name;
    Shift shift;
    When when;
    KeyGroup group;
    Command command;
    int by;              // StepDays: how many
    const char* cap;     // text key of what is printed on the key
    const char* text;    // text key of what it does
};
std::span<const KeyRow> key_table();

// What a key means now; nullptr: nothing, it stays the browser's.
const KeyRow* find_key(std::string_view name, bool shift, bool panel_open);

}  // namespace parley
