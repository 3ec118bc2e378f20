// Scenario editor: the frame around its parts: pages at the left, the open page, and below what differs and the way to a file.
#include "app/views/editor.h"

#include <algorithm>

#include "app/session/difference_words.h"
#include "app/views/views.h"
#include "app/widgets/dialog.h"
#include "app/widgets/field.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"
#include "app/widgets/tabs.h"

namespace parley {
namespace {

struct Part {
    const char* key;
    void (*draw)(Editor&);
};
constexpr Part kParts[] = {
    {"editor.part.start", edit_start},   {"editor.part.texts", edit_texts},   {"editor.part.arms", edit_arms},
    {"editor.part.numbers", edit_numbers}, {"editor.part.events", edit_events}, {"editor.part.target", edit_target},
    {"editor.part.roles", edit_roles},     {"editor.part.differences", edit_differences},
};

constexpr double kRefusalSeconds = 0.6;   // from the press that ends the typing to its release, and a glance

void go_to(EditorMemory& m, int part) {
    m.part = part;
    m.scroll = m.content = 0;
    m.open.clear();
    m.refused.clear();
    m.left_behind.clear();
}

constexpr int kDifferences = static_cast<int>(std::size(kParts)) - 1;

// How many differences, what is left of the shipped words, and the file.  true: the page about that is wanted.
bool draw_foot(Paint& p, EditorMemory& m, Rect r, const std::string& group) {
    p.horizontal(r.x, r.x + r.w, r.y, p.colours.line);
    const float h = p.layout.control, y = r.y + r.h - h;
    std::string save = tr("editor.save", {{"file", draft::file_name(p.session.scenario())}});
    ButtonLook dark;
    dark.kind = ButtonLook::Dark;
    dark.group = group;
    const float most = r.w * (p.frame.width < 600 ? 1.0f : 0.6f), save_w = std::min(most, button_width(p, save, dark));
    if (button(p, "editor.save", {r.x + r.w - save_w, y, save_w, h}, save, dark)) {
        p.frame.wishes.save_name = draft::file_name(p.session.scenario());
        p.frame.wishes.save_text = p.session.saved();
    }
    const std::size_t n = m.sentences.size(), from = m.from_origin.size();
    std::string words = n > 0 ? tr(n == 1 ? "editor.differs.one" : "editor.differs", {{"n", number(static_cast<double>(n))}}) : tr("editor.same");
    if (n == 0 && from > 0) words = tr(from == 1 ? "editor.differs.file.one" : "editor.differs.file", {{"n", number(static_cast<double>(from))}, {"origin", origin_name(*m.origin)}});
    float room = r.w - save_w - 16;
    bool wanted = false;
    if (m.left.any() && m.left_behind.empty()) {
        ButtonLook look;
        look.group = group;
        look.name = tr("editor.left.foot", {{"origin", origin_name(*m.origin)}});
        const std::string shown = p.width(p.type.body, words) + button_width(p, look.name, look) + 16 < room ? look.name : tr("editor.left.foot.short");
        const float w = std::min(button_width(p, shown, look), std::max(0.0f, room));
        wanted = button(p, "editor.left", {r.x + r.w - save_w - 10 - w, y, w, h}, shown, look);
        room -= w + 10;
    }
    if (!m.left_behind.empty()) words = m.left_behind;
    if (room > 100 && !m.left_behind.empty()) p.paragraph(p.type.small_strong, r.x, r.y + 6, room, p.colours.ink, words, 2);
    else if (room > 100) p.text(p.type.body, r.x, y + (h - p.type.body.height) / 2, p.colours.soft, p.fit(p.type.body, words, room));
    tell(p, "editor.count", Role::Status, words, {r.x, y, r.w - save_w, h}, {}, group);
    return wanted;
}

}  // namespace

// --- What the parts share ------------------------------------------------------------------------------------------------

std::string Editor::sign() const { return currency_sign(scenario()); }
float Editor::control() const { return std::max(p.layout.target, p.type.body.height + 14); }

bool Editor::decide(const std::string& id, const std::function<Diagnostics(Scenario&)>& verb, bool dragged) {
    Scenario changed = scenario();
    const Diagnostics problems = verb(changed);
    m.refused.clear();
    m.left_behind.clear();
    if (problems.empty()) {
        p.session.adopt(std::move(changed), dragged ? id : id + '.' + std::to_string(++m.decisions));
        return true;
    }
    m.refused = id;
    m.refusal = problems[0].message;
    m.refused_at = p.frame.time;
    p.ui.announce(m.refusal);
    return false;
}

void Editor::heading(const std::string& words) {
    p.text(p.type.strong, x, y, p.colours.ink, p.fit(p.type.strong, words, w));
    y += p.type.strong.height + 6;
}

void Editor::note(const std::string& words) { y += p.paragraph(p.type.small, x, y, w, p.colours.soft, words, 8) + 10; }

void Editor::refused(const std::string& id) {
    if (const std::string why = refusal(id); !why.empty()) {
        y += p.paragraph(p.type.small_strong, x, y, w, p.colours.ink, why, 6) + 6;
        tell(p, id + ".refused", Role::Text, why, {x, y, w, 1}, {}, group);
    }
}

void Editor::reveal(const std::string& id, Rect r) {
    if (!p.ui.focused(id) || p.memory.focus_before == id) return;
    p.memory.focus_before = id;
    bring_into_view(view, {r.x, r.y - p.type.strong.height - 8, r.w, r.h + p.type.strong.height + 16}, m.scroll);
    p.frame.wishes.keep_awake = true;
}

bool Editor::press(const std::string& id, Rect r, const std::string& label, ButtonLook look) {
    look.group = group;
    reveal(id, r);
    return button(p, id, r, label, look);
}

std::optional<std::string> Editor::type(const std::string& id, Rect r, const std::string& name, const std::string& value, int lines) {
    reveal(id, r);
    return field(p, id, r, name, value, {.area = lines > 1, .group = group, .refusal = refusal(id)});
}

std::optional<std::string> Editor::type_number(const std::string& id, Rect r, const std::string& name, const std::string& value) {
    reveal(id, r);
    return field(p, id, r, name, value, {.number = true, .group = group, .refusal = refusal(id)});
}

void Editor::text(const std::string& place, const std::string& label, int lines) {
    Scenario copy = scenario();
    const Text* found = text_at(copy, place, false);
    for (const char* language : {"en", "fr"}) {
        const bool french = std::string_view(language) == "fr";
        if (french && !m.french) break;
        const std::string name = french ? tr("editor.in_french", {{"label", label}}) : label, id = "editor.text." + place + '.' + language;
        p.text(p.type.small_strong, x, y, p.colours.soft, p.fit(p.type.small_strong, name, w));
        y += p.type.small_strong.height + 4;
        const float h = lines > 1 ? p.type.body.height * 1.1f * static_cast<float>(lines) + 16 : control();
        const std::string value = !found ? std::string() : french ? found->fr : found->en;
        if (const auto words = type(id, {x, y, w, h}, name, value, lines))
            decide(id, [&](Scenario& s) { return draft::set_text(s, place, language, *words); });
        y += h + 4;
        refused(id);
        y += 8;
    }
}

void Editor::left_over(OwnWords which, bool may_turn) {
    struct Kind { OwnWords which; const char* key; int part; std::size_t n; };
    const Kind kinds[] = {{OwnWords::Story, "story", 1, m.left.story ? 1u : 0u}, {OwnWords::Debrief, "debrief", 5, m.left.debrief}, {OwnWords::Roles, "roles", 6, m.left.roles}};
    const Kind& kind = kinds[static_cast<std::size_t>(which)];
    if (kind.n == 0) return;
    const std::string key = std::string("editor.left.") + kind.key, things = tr(key + ".things");
    const std::string words = tr(kind.n == 1 ? key + ".one" : key, {{"n", ::parley::number(static_cast<double>(kind.n))}, {"origin", origin_name(*m.origin)}});
    const float pad = 14, top = y, h = control();
    const float text_h = p.paragraph(p.type.body, 0, 0, w - 2 * pad, 0, words, 6, false);
    const Rect box{x, top, w, text_h + h + 2 * pad + 8};
    p.fill(box, p.colours.hover, 10);
    p.paragraph(p.type.body, x + pad, top + pad - 2, w - 2 * pad, p.colours.ink, words, 6);
    tell(p, key, Role::Text, words, box, {}, group);
    float at = x + pad;
    const float row = top + pad + text_h + 6;
    const auto deed = [&](const char* what) {
        ButtonLook look;
        const std::string label = tr(std::string("editor.left.") + what);
        look.name = label + ": " + things;
        const Rect r{at, row, button_width(p, label, look), h};
        at += r.w + 10;
        return press(key + '.' + what, r, label, look);
    };
    if (may_turn && deed("edit")) turn_to = kind.part;
    if (deed("out")) decide(key, [&](Scenario& s) { return draft::take_out_words(s, *m.origin, which); });
    y = top + box.h + 6;
    refused(key);
    y += 8;
}

void Editor::number(const ParamTable& table, const ParamSpec& row) {
    const Scenario& opened = p.session.opened();
    ValueRow v;
    v.id = std::string("editor.value.") + table.name + '.' + row.name;
    v.group = group;
    v.row = &row;
    v.value = draft::value_of_row(scenario(), table, row);
    v.usual = draft::value_of_row(opened, table, row);
    v.heading = table_name(table);
    v.sign = sign();
    v.refusal = refusal(v.id);
    v.open = m.open == v.id;
    const Rect r{x, y, w, value_row_height(p, v, w)};
    for (const char* part : {"", ".slider", ".options"}) reveal(v.id + part, r);
    const ValueAnswer answer = draw_value_row(p, v, r);
    if (answer.toggled) m.open = v.open ? std::string() : v.id;
    if (answer.words) decide(v.id, [&](Scenario& s) { return draft::set_row(s, table, row, *answer.words); });
    if (answer.value) decide(v.id, [&](Scenario& s) { return draft::set_row(s, table, row, *answer.value); }, true);
    y += r.h + 14;
}

int Editor::pick(const std::string& id, float at, float width, const std::string& name, const std::vector<std::string>& options, int current, const std::vector<std::string>& details) {
    const float h = control(), row_h = details.empty() ? h - 4 : std::max(p.layout.target, p.type.strong.height + p.type.small.height + 12);
    const bool open = m.open == id;
    ButtonLook look;
    look.opens = true;
    look.expanded = open;
    const std::string shown = current >= 0 && current < static_cast<int>(options.size()) ? options[static_cast<std::size_t>(current)] : tr("editor.choose");
    look.name = name + ": " + shown;
    if (press(id, {at, y, width, h}, shown, look)) m.open = open ? std::string() : id;
    y += h + 4;
    int chosen = -1;
    if (!open) return chosen;
    for (std::size_t i = 0; i < options.size(); ++i) {
        ButtonLook row;
        row.kind = ButtonLook::Row;
        row.choice = true;
        row.pressed = static_cast<int>(i) == current;
        if (i < details.size()) row.detail = details[i];
        if (press(id + '.' + std::to_string(i), {at, y, width, row_h}, options[i], row)) {
            chosen = static_cast<int>(i);
            m.open.clear();
        }
        y += row_h + 2;
    }
    y += 4;
    return chosen;
}

std::string origin_name(const Scenario& origin) { return origin.id.substr(0, 2) + ' ' + origin.title.in("en"); }

std::string table_name(const ParamTable& table) { return tr(std::string("editor.table.") + table.name); }

std::vector<FoundRow> find_rows(std::string_view words, bool levers, bool fixed, std::size_t most) {
    const auto small = [](std::string_view text) {
        std::string out(text);
        for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == '_' ? ' ' : c;
        return out;
    };
    const std::string wanted = small(words);
    std::vector<FoundRow> first, second;  // those that are called so, and those whose help says so
    for (const ParamTable* table : param_tables()) {
        if (table == &kStrategyTable ? !levers : table == &kRunTable && !fixed) continue;
        for (const ParamSpec& row : table->rows) {
            if (row.fixed && !fixed) continue;
            if (small(row.label).find(wanted) != std::string::npos || small(row.name).find(wanted) != std::string::npos) first.push_back({table, &row});
            else if (small(row.help).find(wanted) != std::string::npos) second.push_back({table, &row});
        }
    }
    first.insert(first.end(), second.begin(), second.end());
    if (first.size() > most) first.resize(most);
    return first;
}

bool close_list(EditorMemory& m) {
    const bool list = !m.open.empty();
    if (!list && !m.choosing) return false;
    m.open.clear();
    if (!list) m.choosing = false, m.value_search.clear();
    return true;
}

// --- The whole -------------------------------------------------------------------------------------------------------------

void draw_editor(Paint& p) {
    ViewState& state = p.frame.state;
    EditorMemory& m = p.memory.editor;
    if (p.memory.panel_before != Panel::Editor) go_to(m, m.part);
    if (const std::string saved = p.session.saved(); saved != m.saved) {
        m.saved = saved;
        m.origin = &origin_of(p.session.opened());
        m.sentences = difference_sentences(p.session.opened(), p.session.scenario());
        m.from_origin = difference_sentences(*m.origin, p.session.scenario());
        m.from_shipped = shipped(p.session.opened());
        m.left = left_over(*m.origin, p.session.scenario());
    }
    // Not the scenario's own title: that changes while it is being typed, and the group of a field must not.
    std::string title = tr("editor.title");
    bool open = true;
    Rect in = dialog(p, title, 1060, p.frame.height, open);
    const float foot_h = p.layout.control + 14, gap = 22;
    const bool beside = in.w > 720;
    const int part = m.part;      // what is typed and clicked in this frame belongs to the page that was drawn

    std::vector<std::string> labels;
    for (const Part& one : kParts) labels.push_back(tr(one.key));
    Rect body{in.x, in.y, in.w, in.h - foot_h};
    int chosen = part;
    if (beside) {
        const float row = std::max(p.layout.target, p.type.strong.height + 16);
        float wide = 0;
        for (const std::string& label : labels) wide = std::max(wide, p.width(p.type.strong, label));
        wide += 66;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            ButtonLook look;
            look.kind = ButtonLook::Row;
            look.choice = true;
            look.pressed = static_cast<int>(i) == part;
            look.group = title;
            if (button(p, "editor.part." + std::to_string(i), {in.x - 8, in.y + row * static_cast<float>(i), wide, row - 4}, labels[i], look))
                chosen = static_cast<int>(i);
        }
        p.vertical(in.x + wide + gap / 2 - 4, in.y, in.y + body.h - 10, p.colours.line);
        body = {in.x + wide + gap, in.y, in.w - wide - gap, body.h};
    } else {
        const float h = tabs(p, "editor", in, labels, chosen, title) + 10;
        body.y += h, body.h -= h;
    }

    Editor e{p, m, title, {body.x, body.y, body.w - 12, body.h - 10}, body.x, std::min(body.w - 14, p.type.body.em * 46), 0};
    e.y = begin_scroll(p, "editor", e.view, m.content, m.scroll);
    const float top = e.y;
    kParts[part].draw(e);
    const float content = e.y - top + 8;
    end_scroll(p, "editor", e.view, m.content, m.scroll);
    if (std::abs(content - m.content) > 0.5f) m.content = content, p.frame.wishes.keep_awake = true;

    if (draw_foot(p, m, {in.x, in.y + in.h - foot_h + 2, in.w, foot_h - 2}, title)) chosen = kDifferences;
    // Whoever leaves a field by turning the page, or by closing, still sees why its words were not taken.
    const bool unseen = p.frame.time - m.refused_at < kRefusalSeconds;
    if (e.turn_to >= 0) chosen = e.turn_to;
    if (chosen != part) {
        const std::string words = unseen ? m.refusal : std::string();
        go_to(m, chosen);
        m.left_behind = words;
    }
    if (!open && !unseen && state.panel == Panel::Editor) state.panel = Panel::None;
}

}  // namespace parley
