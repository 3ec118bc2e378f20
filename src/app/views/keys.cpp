// Keys: every key of the table, in its groups.
#include <algorithm>
#include <cmath>

#include "app/session/keys.h"
#include "app/views/views.h"
#include "app/widgets/dialog.h"
#include "app/widgets/scroll.h"

namespace parley {

void draw_keys(Paint& p) {
    const std::string title = tr("keys.title");
    const Face &words = p.type.body, &cap = p.type.small_strong;
    float cap_w = 0, words_w = 0;
    for (const KeyRow& row : key_table()) {
        cap_w = std::max(cap_w, p.width(cap, tr(row.cap)) + 20);
        words_w = std::max(words_w, p.width(words, tr(row.text)));
    }
    const float row_h = std::round(words.height + 14), head = p.type.caps.height + 22;
    const float note_h = p.paragraph(p.type.small, 0, 0, p.type.body.em * 30, p.colours.soft, tr("keys.note"), 4, false);
    float content = note_h + 6;
    for (std::size_t g = 0; g < kKeyGroups; ++g) content += head;
    content += row_h * static_cast<float>(key_table().size());

    bool open = true;
    const float width = std::max(p.type.body.em * 30 + 62, cap_w + 18 + words_w + 72);
    Rect in = dialog(p, title, width, content + 2, open);
    Rect view{in.x, in.y, in.w - 10, in.h};
    float y = begin_scroll(p, "keys", view, content, p.frame.state.panel_scroll);
    std::string table = tr("keys.key") + '\t' + tr("keys.does") + '\n';
    for (std::size_t g = 0; g < kKeyGroups; ++g) {
        if (g > 0) p.horizontal(view.x, view.x + view.w, y + 4, p.colours.line);
        p.caps(view.x, y + (g > 0 ? 14.0f : 2.0f), p.colours.soft, tr("keys.group." + std::to_string(g)));
        y += g > 0 ? head : head - 12;
        for (const KeyRow& row : key_table()) {
            if (row.group != static_cast<KeyGroup>(g)) continue;
            const std::string label = tr(row.cap);
            const float w = p.width(cap, label) + 20, h = cap.height + 8;
            Rect key{view.x, y + (row_h - h) / 2, w, h};
            p.fill(key, p.colours.hover, 6);
            p.frame_of(key, p.colours.track, 6);
            p.text_centred(cap, key.x + w / 2, key.y + 4, p.colours.ink, label);
            p.text(words, view.x + cap_w + 18, y + (row_h - words.height) / 2, p.colours.ink,
                   p.fit(words, tr(row.text), view.w - cap_w - 18));
            table += label + '\t' + tr(row.text) + '\n';
            y += row_h;
        }
    }
    p.paragraph(p.type.small, view.x, y + 12, view.w, p.colours.soft, tr("keys.note"), 4);
    end_scroll(p, "keys", view, content, p.frame.state.panel_scroll);
    tell(p, "keys.table", Role::Table, title, in, table, title);
    if (!open) p.frame.state.panel = Panel::None;
}

}  // namespace parley
