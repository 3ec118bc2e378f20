// Team: a team names itself, says how far ahead of the rival it will end, and saves its strategy as a file for the facilitator.
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "app/widgets/field.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"
#include "app/widgets/slider.h"
#include "scenario/scenario_json.h"
#include "scenario/team_json.h"

namespace parley {
namespace {

// What may stand in the name of a file everywhere.
std::string file_name(const std::string& team) {
    std::string out = "team_";
    for (const char c : team) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        if (plain) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        else if (out.back() != '_') out += '_';
    }
    while (out.size() > 5 && out.back() == '_') out.pop_back();
    return out.substr(0, 40) + ".json";
}

// Without blanks at its ends and control characters; at most what a file takes.
std::string one_line(std::string words) {
    for (char& c : words)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    const std::size_t from = words.find_first_not_of(' '), to = words.find_last_not_of(' ');
    words = from == std::string::npos ? std::string() : words.substr(from, to - from + 1);
    std::size_t letters = 0, at = 0;
    for (; at < words.size(); ++at)
        if ((static_cast<unsigned char>(words[at]) & 0xc0) != 0x80 && ++letters > kMaxNameLength) break;
    return words.substr(0, at);
}

std::string gap_text(double gap) { return signed_number(100 * gap, 1) + "\u202f%"; }

}  // namespace

void draw_team(Paint& p) {
    ViewState& state = p.frame.state;
    TeamDraft& draft = state.team;
    const Scenario &s = p.session.scenario(), &opened = p.session.opened();
    const std::string title = tr("team.title");
    const float control = std::max(p.layout.control, p.layout.target), gap = 14, label = p.type.small.height + 5;
    const float width = std::min(p.type.body.em * 36, p.frame.width - 56), room = width - 62;
    const float rail_h = p.type.body.height + 4 + std::max(24.0f, p.layout.target);
    const float notes_h = 3 * p.type.body.height + 16;
    draft.arm = std::clamp(draft.arm, 0, static_cast<int>(s.arms.size()) - 1);

    const std::string intro = tr("team.intro", {{"title", s.title.in("en")}});
    const float intro_h = p.paragraph(p.type.body, 0, 0, room, p.colours.ink, intro, 8, false) + gap;
    const std::string done = draft.saved.empty() ? std::string() : tr(draft.forecast ? "team.saved" : "team.saved.no_forecast", {{"file", draft.saved}});
    const float done_h = done.empty() ? 0 : p.paragraph(p.type.body, 0, 0, room - 28, p.colours.ink, done, 6, false) + 24 + gap;
    const float content = intro_h + 3 * (label + gap) + 2 * control + notes_h + 2 * (rail_h + gap) + done_h;
    bool open = true;
    Rect in = dialog(p, title, width, content + 2 + control + 14, open);
    Rect view{in.x, in.y, in.w - 10, in.h - control - 14};
    float y = begin_scroll(p, "team", view, content, state.panel_scroll);
    p.paragraph(p.type.body, view.x, y, view.w, p.colours.soft, intro, 8);
    tell(p, "team.intro", Role::Text, intro, {view.x, y, view.w, intro_h}, {}, title);
    y += intro_h;

    const auto labelled = [&](const char* key) {
        p.text(p.type.small, view.x, y, p.colours.soft, tr(key));
        y += label;
    };
    labelled("team.name");
    FieldLook words;
    words.group = title;
    if (draft.nameless) words.refusal = tr("team.needs_name");
    if (const auto name = field(p, "team.name", {view.x, y, view.w, control}, tr("team.name"), draft.name, words)) {
        draft.name = one_line(*name);
        draft.saved.clear();
        draft.nameless = draft.nameless && draft.name.empty();
    }
    y += control + gap;
    labelled("team.arm");
    std::vector<std::string> labels, names;
    for (const Arm& arm : s.arms) labels.push_back(p.fit(p.type.body, arm.name, view.w / static_cast<float>(s.arms.size()) - 14)), names.push_back(arm.name);
    if (const int chosen = segments(p, "team.arm", {view.x, y, view.w, control}, labels, names, draft.arm, title); chosen >= 0 && chosen != draft.arm) draft.arm = chosen, draft.saved.clear();
    y += control + gap;
    const std::size_t rival = draft.arm == 0 ? 1 : 0;
    const auto rail = [&](const char* id, double& value, double min, double max, double step, const std::string& name, auto words) {
        Rect at{view.x, y, view.w, rail_h};
        SliderLook look;
        look.min = min, look.max = max, look.step = step;
        look.name = name;
        look.value = words(value);
        look.group = title;
        const bool moved = slider(p, id, {at.x, at.y + p.type.body.height + 4, at.w, at.h - p.type.body.height - 4}, value, look);
        if (moved) draft.saved.clear();
        const std::string text = words(value);
        p.text(p.type.small, at.x, at.y, p.colours.soft, p.fit(p.type.small, name, at.w - p.width(p.type.strong, text) - 14));
        p.text_right(p.type.strong, at.x + at.w, at.y - 2, p.colours.ink, text);
        y += rail_h + gap;
        return moved;
    };
    // Where nobody has moved it stands nothing, not zero.
    if (rail("team.gap", draft.gap, -0.3, 0.3, 0.005, tr("team.gap", {{"rival", s.arms[rival].name}}),
             [&](double said) { return draft.forecast || said != 0 ? gap_text(said) : tr("team.no_forecast"); }))
        draft.forecast = true;
    rail("team.sure", draft.confidence, 0.5, 1, 0.05, tr("team.sure"), [&](double share) { return draft.forecast ? percent(share) : std::string("\u2013"); });
    labelled("team.notes");
    words.refusal.clear();
    words.area = true;
    if (const auto notes = field(p, "team.notes", {view.x, y, view.w, notes_h}, tr("team.notes"), draft.notes, words))
        draft.notes = notes->substr(0, kMaxNotesBytes), draft.saved.clear();
    y += notes_h + gap;
    if (!done.empty()) {
        const Rect box{view.x, y, view.w, done_h - gap};
        p.fill(box, p.colours.hover, 10);
        p.fill({box.x, box.y, 4, box.h}, p.colours.ink, 2);
        p.paragraph(p.type.body, box.x + 14, box.y + 10, box.w - 28, p.colours.ink, done, 6);
        tell(p, "team.saved", Role::Status, done, box, {}, title);
    }
    end_scroll(p, "team", view, content, state.panel_scroll);

    ButtonLook dark;
    dark.kind = ButtonLook::Dark;
    dark.group = title;
    const std::string save = tr("team.save");
    bool saving = false;
    const float by = in.y + in.h - control, save_w = std::min(button_width(p, save, dark), in.w);
    if (button(p, "team.save", {in.x, by, save_w, control}, save, dark)) draft.nameless = draft.name.empty(), saving = !draft.nameless;
    if (saving) {
        TeamFile file{draft.name, s.id, scenario_hash(opened), s.arms[static_cast<std::size_t>(draft.arm)].name,
                      s.arms[static_cast<std::size_t>(draft.arm)].strategy, draft.forecast ? std::optional(TeamForecast{draft.gap, draft.confidence}) : std::nullopt, draft.notes};
        p.frame.wishes.save_name = file_name(draft.name);
        p.frame.wishes.save_text = write_team(file);
        draft.saved = p.frame.wishes.save_name;
        p.ui.announce(tr(draft.forecast ? "team.saved" : "team.saved.no_forecast", {{"file", draft.saved}}));
        state.panel_scroll = 1e6f;   // to the words about it
        p.frame.wishes.keep_awake = true;
    }
    if (draft.nameless) p.text(p.type.small, in.x + save_w + 12, by + (control - p.type.small.height) / 2, p.colours.ink, p.fit(p.type.small, tr("team.needs_name"), in.w - save_w - 12));
    if (!open) state.panel = Panel::None;
}

}  // namespace parley
