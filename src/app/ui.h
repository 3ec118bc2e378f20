// Ui: one list of widgets feeds the canvas and the page's DOM.
//
// A view draws a control and, in the same call, adds it to the list; web/mirror.js makes a DOM twin of each entry (role, name,
// value, state, place).  What a person does to the twin arrives here as an Event and is answered by the same view code, so
// that canvas and DOM cannot disagree.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley {

// Search tells every letter; Field (one line) and Area (several) tell their words when the person is done with them.
enum class Role { Button, Slider, Text, Heading, Status, Image, Group, Option, Checkbox, Table, Search, Field, Area };

struct Widget {
    std::string id;             // stable, e.g. "play", "lever.0.talk"
    Role role = Role::Button;
    std::string name;           // accessible name
    std::string value;          // text of the value, for sliders and status
    double now = 0, min = 0, max = 1, step = 0;   // sliders
    float x = 0, y = 0, w = 0, h = 0;             // CSS pixels
    bool disabled = false, pressed = false, has_pressed = false, expanded = false, has_expanded = false;
    bool tucked = false;        // scrolled out of sight: the keyboard still reaches it, and brings it back
    std::string hint;           // fields: what is allowed, or why the last words were refused
    bool grab = false;          // takes the keyboard when it appears, or when this becomes true
    bool select = false;        // fields: what is typed replaces what stands there
    std::string group;          // accessible group; widgets of one group stand together
};

class Ui {
public:
    struct Event {                                        // a click, a new slider value, or words typed into a field
        std::string id;
        bool click;
        double value;
        int frames = 0;
        std::string words = {};
        bool typed = false;
    };

    struct Key {                                          // by the name the browser gives it (app/session/keys.h)
        std::string name;
        bool shift;
    };

    void begin_frame();
    void add(Widget widget);
    void push(Event event) { incoming_.push_back(std::move(event)); }

    bool clicked(std::string_view id);                    // a click on the twin, consumed
    bool changed(std::string_view id, double& value);     // a new slider value from the twin, consumed
    bool typed(std::string_view id, std::string& words);  // the newest words of a field, consumed
    // A key that comes while a twin's event still waits for its view comes after it.
    bool waiting() const { return !incoming_.empty() || !keys_.empty(); }
    void hold(Key key) { keys_.push_back(std::move(key)); }
    std::vector<Key> held_keys() { return std::exchange(keys_, {}); }
    void focus(std::string id) { focused_ = std::move(id); }      // the twin that has keyboard focus ("" = none)
    bool focused(std::string_view id) const { return !focused_.empty() && focused_ == id; }

    const std::vector<Widget>& widgets() const { return widgets_; }
    std::string json() const;                             // the list, for mirror.js; compared with the last to send changes only

    void announce(std::string sentence) { announcement_ = std::move(sentence); }  // polite live region
    const std::string& announcement() const { return announcement_; }

private:
    std::vector<Widget> widgets_;
    std::vector<Event> incoming_;
    std::vector<Key> keys_;
    std::string focused_, announcement_;
};

}  // namespace parley
