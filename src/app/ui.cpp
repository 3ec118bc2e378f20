#include "app/ui.h"

#include <algorithm>
#include <cmath>

#include "scenario/json_writer.h"

namespace parley {
namespace {

// Names as web/mirror.js knows them, in the order of Role.
constexpr const char* kRoles[] = {"button", "slider", "text", "heading", "status", "image", "group", "option", "checkbox", "table", "search",
                                  "field", "area"};

}  // namespace

// Events wait for the view that draws their control.  One whose control is gone would wait for ever, so each lives for two frames.
void Ui::begin_frame() {
    widgets_.clear();
    incoming_.erase(std::remove_if(incoming_.begin(), incoming_.end(), [](Event& event) { return event.frames++ >= 2; }),
                    incoming_.end());
}

void Ui::add(Widget widget) { widgets_.push_back(std::move(widget)); }

bool Ui::clicked(std::string_view id) {
    const auto found = std::find_if(incoming_.begin(), incoming_.end(), [&](const Event& e) { return e.click && e.id == id; });
    if (found == incoming_.end()) return false;
    incoming_.erase(found);
    return true;
}

// Several values may have arrived since the last frame: the newest counts.
bool Ui::changed(std::string_view id, double& value) {
    bool any = false;
    for (auto event = incoming_.begin(); event != incoming_.end();) {
        if (event->click || event->typed || event->id != id) {
            ++event;
            continue;
        }
        value = event->value;
        any = true;
        event = incoming_.erase(event);
    }
    return any;
}

bool Ui::typed(std::string_view id, std::string& words) {
    bool any = false;
    for (auto event = incoming_.begin(); event != incoming_.end();) {
        if (!event->typed || event->id != id) {
            ++event;
            continue;
        }
        words = std::move(event->words);
        any = true;
        event = incoming_.erase(event);
    }
    return any;
}

std::string Ui::json() const {
    JsonWriter out(0);
    out.begin_array();
    for (const Widget& w : widgets_) {
        out.begin_object();
        out.member("id", w.id).member("role", kRoles[static_cast<std::size_t>(w.role)]).member("name", w.name);
        if (!w.value.empty()) out.member("value", w.value);
        if (w.role == Role::Slider) out.member("now", w.now).member("min", w.min).member("max", w.max).member("step", w.step);
        out.key("at").begin_array();
        for (const float side : {w.x, w.y, w.w, w.h}) out.value(static_cast<int>(std::lround(side)));
        out.end_array();
        if (w.disabled) out.member("disabled", true);
        if (w.grab) out.member("grab", true);
        if (w.select) out.member("select", true);
        if (w.has_pressed) out.member("pressed", w.pressed);
        if (w.has_expanded) out.member("expanded", w.expanded);
        if (w.tucked) out.member("tucked", true);
        if (!w.hint.empty()) out.member("hint", w.hint);
        if (!w.group.empty()) out.member("group", w.group);
        out.end_object();
    }
    out.end_array();
    return out.take();
}

}  // namespace parley
