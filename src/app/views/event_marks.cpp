#include "app/views/event_marks.h"

#include <algorithm>

#include "app/session/difference_words.h"
#include "study/number_format.h"

namespace parley {

void draw_event_marks(Paint& p, const Plane& plane, const std::string& group) {
    const Scenario& s = p.session.scenario();
    const float size = p.layout.shape == Shape::Projector ? 20.0f : 12.0f, y = plane.area.y + plane.area.h;
    std::vector<std::size_t> order(s.events.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return s.events[a].day < s.events[b].day; });
    float last = -1e9f;
    for (const std::size_t i : order) {
        const Event& event = s.events[i];
        if (event.day > static_cast<int>(s.run.days)) continue;
        // Two of one week stand beside each other.
        const float x = std::clamp(std::max(plane.x(event.day), last + size + 2), plane.area.x, plane.area.x + plane.area.w), reach = std::max(size + 6, std::min(p.layout.target, 32.0f));
        last = x;
        const std::string id = "race.event." + std::to_string(i), what = event_words(event, s), place = tr("race.event", {{"place", event_place(event, s)}});
        const Rect box{x - reach / 2, y - reach / 2, reach, reach};
        const Hit hit = p.hit(id, box);
        const Colour own = event.arm < 0 ? p.colours.ink : p.arm(static_cast<std::size_t>(event.arm)).shape;
        const float big = hit.hovered ? size + 3 : size;
        p.mark(Mark::Triangle, x, y, big + 4, p.colours.paper);
        p.mark(Mark::Triangle, x, y, big, own);
        const bool focused = p.ui.focused(id);
        if (focused) p.focus_ring({x - size / 2 - 1, y - size / 2 - 1, size + 2, size + 2}, 4);
        if ((hit.hovered && !p.frame.touch) || focused) p.tip = {box, place, {what}, true};
        Widget twin;
        twin.id = id;
        twin.name = place + ": " + what;
        twin.x = box.x, twin.y = box.y, twin.w = box.w, twin.h = box.h;
        twin.disabled = !p.live;
        twin.group = group;
        p.ui.add(std::move(twin));
        if (hit.clicked || (p.live && p.ui.clicked(id))) {
            p.session.seek(event.day);
            if (p.frame.touch) p.ui.announce(place + ": " + what);
        }
    }
}

}  // namespace parley
