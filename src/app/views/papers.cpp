// Papers on request: what the model cannot tell, what this program is made of, and the story of the scenario.
#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "app/session/embedded_strings.h"
#include "app/views/covered.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "app/widgets/paper.h"
#include "app/widgets/scroll.h"
#include "model/sources.h"
#include "scenario/marked_tables.h"
#include "study/figures.h"
#include "study/ignorance.h"
#include "study/number_format.h"
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
    int n = 0;
    for (PaperPart& part : paper_parts(text)) {
        const std::string end = (part.table ? ".table" : ".text") + (n ? '.' + std::to_string(n) : std::string());
        tell(p, id + end, part.table ? Role::Table : Role::Text, part.table ? (part.name.empty() ? group : part.name) : part.words, in,
             part.table ? part.words : std::string(), group);
        ++n;
    }
}

// Where the numbers come from: how many there are, what stands behind them, and the list of sources.
std::string numbers_paper(const Scenario& scenario) {
    std::array<int, kOrigins> count{};
    std::map<const SourceSpec*, int> used;
    int all = 0;
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& row : table->rows) {
            ++all, ++count[static_cast<std::size_t>(origin_of(row))];
            for (const SourceSpec* source : sources_of(row)) ++used[source];
        }
    const auto of = [&](Origin origin) { return count[static_cast<std::size_t>(origin)]; };
    std::string out = tr("numbers.intro", {{"all", number(all)}, {"measured", number(of(Origin::Study) + of(Origin::Fitted))},
                                           {"industry", number(of(Origin::Industry))},
                                           {"assumed", number(of(Origin::Leaning) + of(Origin::Assumption))},
                                           {"settings", number(of(Origin::Setting))}}) +
                      "\n\n" + table_head({tr("numbers.origin"), tr("numbers.count")});
    for (int i = 0; i < kOrigins; ++i)
        out += table_row({tr("numbers.origin." + std::to_string(i)), number(count[static_cast<std::size_t>(i)])});
    out += '\n' + tr("numbers.so", {{"drawn", number(drawn_numbers(scenario))}}) + "\n\n## " + tr("numbers.sources") + "\n\n" +
           table_head({tr("numbers.source"), tr("numbers.what"), tr("numbers.kind"), tr("numbers.used")});
    for (const SourceSpec& source : sources())
        if (used[&source]) out += table_row({source.name, std::string(source.about) + " (" + in_full(source) + ")", tr(source.kind == SourceKind::Study ? "numbers.study" : "numbers.industry"), number(used[&source])});
    return out + '\n' + tr("numbers.used.note") + '\n';
}

// Every parameter with its range and source, one table for each place where it stands.
std::string parameters_paper(Currency currency) {
    std::string out = tr("parameters.intro") + '\n';
    for (const ParamTable* table : param_tables()) {
        out += "\n## " + tr(std::string("parameters.table.") + table->name) + "\n\n" +
               table_head({tr("parameters.name"), tr("parameters.usual"), tr("parameters.range"), tr("parameters.meaning"), tr("parameters.source")});
        for (const ParamSpec& row : table->rows) {
            const bool choice = row.kind == Kind::Choice;
            const auto text = [&](double v) { return choice ? std::string(row.options[static_cast<std::size_t>(v)].label) : axis_text(row, v, currency); };
            std::string source;   // "A" as the word it stands for
            for (std::string_view rest(row.source); !rest.empty();) {
                const std::size_t stop = rest.find("; ");
                const std::string part(rest.substr(0, stop));
                source += (source.empty() ? "" : "; ") + (part == "A" ? tr("source.assumption") : part.starts_with("A (") ? tr("source.assumption") + part.substr(1) : part);
                rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 2);
            }
            out += table_row({row.label, text(row.value), choice ? std::string() : text(row.min) + " \u2013 " + text(row.max), row.help, source});
        }
    }
    return out;
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
constexpr const char *kNumbers = "#numbers", *kParameters = "#parameters";   // written by the program
struct PaperGroup {
    std::string name;
    std::vector<std::pair<std::string, std::string>> papers;   // label, file; "" is the text about the page
};
std::vector<PaperGroup> paper_groups() {
    std::vector<PaperGroup> groups{{"", {{tr("about.tab.numbers"), kNumbers}, {tr("about.tab.about"), ""}}}};
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
            if (file == "model.md") groups.back().papers.emplace_back(tr("about.tab.parameters"), kParameters);
        }
    }
    groups.back().papers.emplace_back(tr("about.tab.notices"), "LICENSES.md");
    return groups;
}

// Written by a command from measurements, long and with pictures: a page beside the program, which has the others inside.
bool measured(const std::string& file) { return !file.empty() && file[0] != '#' && embedded(file.c_str()).empty(); }

// What tells results, and waits for the reveal.
bool tells_results(const std::string& file) { return file == "answer_key.md" || file == "scenarios.md" || measured(file); }

std::string_view text_of(Paint& p, const std::string& file) {
    Memory& m = p.memory;
    const Scenario& scenario = p.session.scenario();
    const std::string of = std::to_string(drawn_numbers(scenario)) + '/' + std::to_string(static_cast<int>(scenario.currency));
    if (m.numbers_of != of) m.numbers_of = of, m.numbers = numbers_paper(scenario), m.parameters = parameters_paper(scenario.currency);
    if (file == kNumbers) return m.numbers;
    if (file == kParameters) return m.parameters;
    return file.empty() ? std::string_view(tr("about.text")) : measured(file) ? std::string_view(tr("about.measured")) : embedded(file.c_str());
}

// Under what is said of a measured page: the way to it.  Takes its room from the page.
void beside_the_program(Paint& p, Rect& body, const std::string& file, const std::string& name, const std::string& title) {
    const float h = std::max(p.layout.target, p.layout.control);
    ButtonLook look;
    look.group = title;
    const std::string label = tr("about.measured.open", {{"page", name}});
    if (button(p, "about.measured", {body.x, body.y, std::min(body.w, button_width(p, label, look)), h}, label, look))
        p.frame.wishes.open_guide = file.substr(0, file.size() - 3) + ".html";
    body.y += h + 14;
    body.h -= h + 14;
}

// Under the first page: where to read on.  Takes its room from the page.
void onward(Paint& p, Rect& body, const std::vector<PaperGroup>& groups, const std::string& title, int& chosen) {
    const float h = std::max(p.layout.target, p.layout.control);
    float x = body.x;
    body.h -= h + 12;
    for (const char* wanted : {kParameters, "provenance.md", "ODD.md", "faq.md"}) {
        int index = 0;
        for (const PaperGroup& g : groups)
            for (const auto& [label, file] : g.papers) {
                if (file == wanted) {
                    ButtonLook look;
                    look.group = title;
                    look.name = tr("about.onward", {{"page", label}});
                    const float w = button_width(p, label, look);
                    if (x + w <= body.x + body.w + 1 && button(p, std::string("about.onward.") + wanted, {x, body.y + body.h + 12, w, h}, label, look)) chosen = index;
                    x += w + 10;
                }
                ++index;
            }
    }
}

}  // namespace

void draw_about(Paint& p) {
    ViewState& state = p.frame.state;
    const std::string title = tr("about.title", {{"version", PARLEY_VERSION}});
    const std::vector<PaperGroup> groups = paper_groups();
    const Face& face = p.type.small;
    const float reading = p.type.body.em * 50 + 70, row = std::max(p.layout.target, face.height + 9);
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
        else {
            if (shown == kNumbers) onward(p, body, groups, title, chosen);
            if (measured(shown)) beside_the_program(p, body, shown, name, title);
            read(p, body, "about.paper", text_of(p, shown), title);
        }
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
    const float era = era_height(p, width - 62) + 12;
    bool open = true;
    Rect in = dialog(p, title, width, paper(p, 0, 0, width - 62, text, false) + 4 + era, open), words = in;
    words.h -= era;
    read(p, words, "story", text, title);
    draw_era(p, {in.x, in.y + in.h - era + 12, in.w - 10, era - 12}, "story", title);
    if (!open) p.frame.state.panel = Panel::None;
}

}  // namespace parley
