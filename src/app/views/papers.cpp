// Papers on request: what the model cannot tell, what this program is made of, and the story of the scenario.
#include <algorithm>
#include <cstring>

#include "app/session/embedded_strings.h"
#include "app/views/covered.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"
#include "app/widgets/paper.h"
#include "app/widgets/scroll.h"
#include "parley_version.h"

namespace parley {
namespace {

std::string_view embedded(const char* name) {
    for (std::size_t i = 0; i < kEmbeddedTextCount; ++i)
        if (std::strcmp(kEmbeddedTexts[i].name, name) == 0)
            return {reinterpret_cast<const char*>(kEmbeddedTexts[i].data), kEmbeddedTexts[i].size};
    return {};
}

// A scrolled text inside a dialog, and the same text for those who do not see it.
void read(Paint& p, Rect in, const std::string& id, std::string_view text, const std::string& group) {
    Rect view{in.x, in.y, in.w - 10, in.h};
    float height = paper(p, 0, 0, view.w, text, false);
    float y = begin_scroll(p, id, view, height, p.frame.state.panel_scroll);
    paper(p, view.x, y, view.w, text, true);
    end_scroll(p, id, view, height, p.frame.state.panel_scroll);
    tell(p, id + ".text", Role::Text, std::string(text), in, {}, group);
}

float reading_width(const Paint& p) { return p.type.body.em * 40 + 70; }

}  // namespace

void draw_limits(Paint& p) {
    std::string text = tr("limits.text"), title = tr("bar.limits");
    float width = reading_width(p);
    bool open = true;
    Rect in = dialog(p, title, width, paper(p, 0, 0, width - 62, text, false) + 4, open);
    read(p, in, "limits", text, title);
    if (!open) p.frame.state.panel = Panel::None;
}

namespace {

// The pages of the guide in the order of web/guide/pages.txt, between what stands on the first page and the notices.
struct PaperGroup {
    std::string name;
    std::vector<std::pair<std::string, std::string>> papers;   // label, file; "" is the first page
};
std::vector<PaperGroup> paper_groups() {
    std::vector<PaperGroup> groups{{"", {{tr("about.tab.about"), ""}}}};
    const std::string_view list = embedded("pages.txt");
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find('\n', at), list.size());
        const std::string_view line = list.substr(at, end - at);
        at = end + 1;
        const std::size_t tab = line.find('\t');
        if (line.starts_with("## ")) groups.push_back({std::string(line.substr(3)), {}});
        else if (tab != line.npos) {
            const std::string file(line.substr(0, tab));
            groups.back().papers.emplace_back(line.substr(tab + 1), file == "model.md" ? "ODD.md" : file);
        }
    }
    groups.back().papers.emplace_back(tr("about.tab.notices"), "LICENSES.md");
    return groups;
}

// What tells results, and waits for the reveal.
bool tells_results(const std::string& file) { return file == "answer_key.md" || file == "scenarios.md"; }

}  // namespace

void draw_about(Paint& p) {
    ViewState& state = p.frame.state;
    const std::string title = tr("about.title", {{"version", PARLEY_VERSION}});
    const std::vector<PaperGroup> groups = paper_groups();
    const Face& face = p.type.small;
    const float reading = reading_width(p), row = std::max(p.layout.target, face.height + 9);
    float wide = 0;
    for (const PaperGroup& g : groups)
        for (const auto& [label, file] : g.papers) wide = std::max(wide, p.width(p.type.strong, label));
    wide += 34;
    const bool beside = p.frame.width >= wide + p.type.body.em * 30 + 130;
    bool open = true;
    Rect in = dialog(p, title, beside ? reading + wide + 24 : reading, p.frame.height * 0.86f, open), body = in;

    std::string shown;   // the file of the open page
    int index = 0, chosen = state.about_tab;
    const auto list = [&](Rect r) {
        float content = 0;
        for (const PaperGroup& g : groups) content += (g.name.empty() ? 0 : p.type.caps.height + 14) + row * static_cast<float>(g.papers.size());
        float& offset = p.memory.about_scroll;
        float y = begin_scroll(p, "about.list", r, content, offset);
        for (const PaperGroup& g : groups) {
            if (!g.name.empty()) {
                p.caps(r.x + 10, y + 9, p.colours.soft, g.name);
                y += p.type.caps.height + 14;
            }
            for (const auto& [label, file] : g.papers) {
                ButtonLook look;
                look.kind = ButtonLook::Line;
                look.choice = true;
                look.pressed = index == state.about_tab;
                look.group = title;
                const std::string id = "about.page." + std::to_string(index);
                if (p.ui.focused(id) && p.memory.focus_before != id) {
                    p.memory.focus_before = id;
                    bring_into_view(r, {r.x, y, r.w, row}, offset);
                }
                if (button(p, id, {r.x, y, r.w, row - 2}, label, look)) chosen = index;
                y += row;
                ++index;
            }
        }
        end_scroll(p, "about.list", r, content, offset);
    };
    int n = 0;
    std::string name;
    for (const PaperGroup& g : groups)
        for (const auto& [label, file] : g.papers)
            if (n++ == std::clamp(state.about_tab, 0, 1000)) shown = file, name = label;
    if (beside) {
        list({in.x - 8, in.y, wide, in.h});
        p.vertical(in.x + wide + 6, in.y, in.y + in.h, p.colours.line);
        body = {in.x + wide + 24, in.y, in.w - wide - 24, in.h};
    } else {  // a button that opens the list
        const float h = std::max(p.layout.target, p.type.body.height + 14);
        ButtonLook look;
        look.opens = true;
        look.expanded = p.memory.about_list;
        look.group = title;
        look.name = tr("about.pages", {{"page", name}});
        if (button(p, "about.pages", {in.x, in.y, in.w, h}, name, look)) p.memory.about_list = !p.memory.about_list;
        body = {in.x, in.y + h + 10, in.w, in.h - h - 10};
        if (p.memory.about_list) list(body);
    }
    if (beside || !p.memory.about_list) {
        if (tells_results(shown) && covered(p.session)) draw_covered(p, body, "about.covered", title);
        else read(p, body, "about.paper", shown.empty() ? std::string_view(tr("about.text")) : embedded(shown.c_str()), title);
    }
    if (chosen != state.about_tab) {
        state.about_tab = chosen;
        state.panel_scroll = 0;
        p.memory.about_list = false;
    }
    if (!open) state.panel = Panel::None;
}

void draw_story(Paint& p) {
    const Scenario& s = p.session.scenario();
    std::string title = s.title.in("en"), text = "## " + s.question.in("en") + "\n\n";
    if (!covered(p.session)) text += s.text.in("en") + "\n";   // it tells what happens
    if (s.target) {
        std::string sign = currency_sign(s);
        const OutcomeSpec* spec = find_outcome(s.target->outcome);
        if (spec)
            text += "\n" +
                    tr("story.target", {{"outcome", lower_first(spec->label)},
                                        {"amount", outcome_text(*spec, s.target->amount, sign)},
                                        {"when", tr("time.week_n", {{"week", number(week_of(s.target->by_day))}})}}) +
                    "\n";
    }
    float width = reading_width(p);
    bool open = true;
    Rect in = dialog(p, title, width, paper(p, 0, 0, width - 62, text, false) + 4, open);
    read(p, in, "story", text, title);
    if (!open) p.frame.state.panel = Panel::None;
}

}  // namespace parley
