// Problems: why a file was refused, as a table a person can work through. The old state stays.
#include <algorithm>

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"

namespace parley {

void draw_problems(Paint& p) {
    ViewState& state = p.frame.state;
    const Diagnostics& problems = state.problems;
    // what was refused: title, title when there is one problem, introduction
    static constexpr const char* words[][3] = {{"problems.title", "problems.title.one", "problems.intro"},
                                               {"problems.title", "problems.title.one", "problems.instead"},
                                               {"link.problems.title", "link.problems.title", "link.problems.intro"},
                                               {"keep.problems.title", "keep.problems.title", "keep.problems.intro"}};
    const auto& [many, one, intro_key] = words[static_cast<int>(state.refused)];
    std::string title = tr(problems.size() == 1 ? one : many,
                           {{"file", state.problem_file}, {"n", number(static_cast<double>(problems.size()))}});
    std::string intro_words = tr(intro_key);
    const Face &small = p.type.small, &strong = p.type.small_strong;
    float width = p.type.body.em * 52;
    bool narrow = p.frame.width < 700, open = true;
    float room = std::min(width, p.frame.width - 56) - 62;
    float line_w = p.width(strong, tr("problems.line")) + 14, where_w = narrow ? 0 : room * 0.32f,
          what_w = room - line_w - where_w;

    // heights first: sentences wrap
    auto row = [&](float x, float y, const Diagnostic& d, bool draw) {
        float h = 0;
        std::string line = d.line > 0 ? number(d.line) : "\u2013";
        if (draw) p.text(strong, x, y + 3, p.colours.ink, line);
        float wx = x + line_w;
        if (narrow) {
            if (!d.path.empty()) h += p.paragraph(strong, wx, y, what_w, p.colours.ink, d.path, 2, draw);
            h += p.paragraph(small, wx, y + h, what_w, p.colours.ink, d.message, 20, draw);
        } else {
            float a =
                p.paragraph(strong, wx, y, where_w - 14, p.colours.ink, d.path.empty() ? tr("problems.whole") : d.path, 4, draw);
            float b = p.paragraph(small, wx + where_w, y, what_w, p.colours.ink, d.message, 20, draw);
            h = std::max(a, b);
        }
        return h + 12;
    };
    float content = 0;
    for (const Diagnostic& d : problems) content += row(0, 0, d, false);

    float intro = p.paragraph(p.type.body, 0, 0, room, p.colours.ink, intro_words, 4, false) + 12,
          head = strong.height + 10;
    float foot = p.layout.control + 16;
    Rect in = dialog(p, title, width, intro + head + content + foot, open);
    p.paragraph(p.type.body, in.x, in.y, in.w, p.colours.soft, intro_words, 4);
    float y = in.y + intro;
    p.text(strong, in.x, y, p.colours.soft, tr("problems.line"));
    if (!narrow) p.text(strong, in.x + line_w, y, p.colours.soft, tr("problems.where"));
    p.text(strong, in.x + line_w + where_w, y, p.colours.soft, tr("problems.what"));
    y += head;
    p.horizontal(in.x, in.x + in.w, y - 5, p.colours.track);
    Rect view{in.x, y, in.w - 10, in.y + in.h - y - foot};
    float at = begin_scroll(p, "problems", view, content, state.panel_scroll);
    std::string table = tr("problems.line") + '\t' + tr("problems.where") + '\t' + tr("problems.what") + '\n';
    for (const Diagnostic& d : problems) {
        at += row(view.x, at, d, true);
        p.horizontal(view.x, view.x + view.w, at - 7, p.colours.grid);
        table += (d.line > 0 ? number(d.line) : "\u2013") + '\t' + (d.path.empty() ? tr("problems.whole") : d.path) + '\t' + d.message + '\n';
    }
    end_scroll(p, "problems", view, content, state.panel_scroll);
    tell(p, "problems.table", Role::Table, title, view, table, title);

    float button_y = in.y + in.h - p.layout.control;
    std::string again = tr("picker.file");
    ButtonLook dark;
    dark.kind = ButtonLook::Dark;
    dark.group = title;
    if (button(p, "problems.again", {in.x, button_y, std::min(in.w, button_width(p, again, dark)), p.layout.control}, again,
               dark)) {
        p.frame.wishes.open_file = true;
        open = false;
    }
    if (!open) state.panel = Panel::None;
}

}  // namespace parley
