// Papers on request: what the model cannot tell, what this program is made of, and the story of the scenario.
#include <algorithm>
#include <cstring>

#include "app/session/embedded_strings.h"
#include "app/views/views.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"
#include "app/widgets/paper.h"
#include "app/widgets/scroll.h"
#include "app/widgets/tabs.h"
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

void draw_about(Paint& p) {
    ViewState& state = p.frame.state;
    std::string title = tr("about.title", {{"version", PARLEY_VERSION}});
    bool open = true;
    Rect in = dialog(p, title, reading_width(p), p.frame.height * 0.74f, open);
    std::vector<std::string> labels{tr("about.tab.about")};
    std::vector<std::string> texts{tr("about.text")};
    static constexpr const char* papers[][2] = {{"glossary.md", "about.tab.glossary"},
                                                {"ODD.md", "about.tab.model"},
                                                {"claims.md", "about.tab.claims"},
                                                {"open_questions.md", "about.tab.questions"},
                                                {"LICENSES.md", "about.tab.notices"}};
    for (const auto& [file, label] : papers)
        if (const std::string_view text = embedded(file); !text.empty()) labels.push_back(tr(label)), texts.emplace_back(text);
    int before = state.about_tab;
    float h = tabs(p, "about", in, labels, state.about_tab, title) + 12;
    if (state.about_tab != before) state.panel_scroll = 0;
    auto shown = static_cast<std::size_t>(std::clamp(state.about_tab, 0, static_cast<int>(texts.size()) - 1));
    read(p, {in.x, in.y + h, in.w, in.h - h}, "about.paper", texts[shown], title);
    if (!open) state.panel = Panel::None;
}

void draw_story(Paint& p) {
    const Scenario& s = p.session.scenario();
    std::string title = s.title.in("en"), text = "## " + s.question.in("en") + "\n\n" + s.text.in("en") + "\n";
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
