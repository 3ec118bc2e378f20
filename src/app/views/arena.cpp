// Arena: the strategies of all teams on the same worlds.  Covered until the reveal; then the widest miss is offered first, because it
// teaches most, and the table stands by the target.
#include <algorithm>
#include <cmath>

#include "app/views/covered.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"
#include "imgui.h"
#include "scenario/scenario_json.h"

namespace parley {
namespace {

using Fate = DroppedFile::Fate;

std::string gap_text(double gap) { return signed_number(100 * gap, 1) + "\u202f%"; }

std::string refusal_text(const DroppedFile& d, const Teams& teams, const Scenario& opened) {
    const Scenario& s = teams.scenario() ? *teams.scenario() : opened;
    switch (d.fate) {
        case Fate::Taken: return tr("arena.taken", {{"team", d.team}});
        case Fate::Damaged: return tr("arena.damaged", {{"problem", d.detail}, {"n", number(static_cast<double>(d.problems.size()))}});
        case Fate::OtherScenario: return tr("arena.other_scenario", {{"id", d.detail}, {"open", s.id}});
        case Fate::OtherEdition: return tr("arena.other_edition", {{"id", d.detail}});
        case Fate::NoSuchArm: return tr("arena.no_arm", {{"arm", d.detail}});
        case Fate::SameFile: return tr("arena.same_file", {{"team", d.team}});
        case Fate::SameName: return tr("arena.same_name", {{"team", d.team}});
        case Fate::Full: return tr("arena.full", {{"most", number(kMaxTeams)}});
    }
    return {};
}

// The strategy of a team on the page, in the scenario all of them played.
void put_on_screen(Paint& p, std::size_t team) {
    Teams& teams = p.session.teams();
    if (!teams.scenario()) return;
    if (scenario_hash(p.session.opened()) != scenario_hash(*teams.scenario())) p.session.load(write_scenario(*teams.scenario()));
    const TeamFile file = teams.file(team);
    const Scenario& s = p.session.scenario();
    for (std::size_t arm = 0; arm < s.arms.size(); ++arm) {
        if (s.arms[arm].name != teams.place()) continue;
        for (const ParamSpec& row : kStrategyTable.rows) p.session.set_lever(arm, row, value_of(file.strategy, row));
    }
    p.frame.state.panel = Panel::None;
}

struct Column {
    const char* key;
    float share;      // of the width
    bool right;
};
constexpr Column kWide[] = {{"arena.team", 0.31f, false}, {"arena.reached", 0.15f, true}, {"arena.amount", 0.13f, true},
                            {"arena.gap", 0.15f, true},   {"arena.worlds", 0.14f, true},  {"arena.forecast", 0.12f, true}};
constexpr Column kNarrow[] = {{"arena.team", 0.36f, false}, {"arena.reached", 0.22f, true}, {"arena.gap", 0.21f, true}, {"arena.forecast", 0.21f, true}};

// One cell of the table in words; standing is nothing while it is covered.
std::string cell_text(const char* key, const Teams& teams, std::size_t team, const Standing* s, const std::string& sign) {
    const std::string_view k = key;
    if (k == "arena.team") return teams.file(team).team;
    if (!s) return {};
    if (k == "arena.reached") return s->reached_day > 0 ? tr("time.week_n", {{"week", number(week_of(s->reached_day))}}) : tr("arena.not_reached");
    if (k == "arena.amount") return outcome_text(teams.outcome(), s->amount, sign);
    if (k == "arena.gap") return gap_text(s->gap_share);
    if (k == "arena.worlds") return tr("arena.of", {{"n", number(s->ahead)}, {"all", number(s->worlds)}});
    return teams.file(team).forecast ? gap_text(teams.file(team).forecast->gap) : tr("arena.no_forecast");
}

// What a team wrote, on one line.
std::string reason_text(const TeamFile& file) {
    std::string words = file.notes;
    for (char& c : words)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return words.find_first_not_of(' ') == std::string::npos ? std::string() : words;
}

void refresh(Paint& p) {
    ArenaMemory& m = p.memory.arena;
    if (m.stamp == p.session.teams().stamp()) return;
    m.stamp = p.session.teams().stamp();
    m.standings = p.session.teams().standings();
}

}  // namespace

void draw_arena(Paint& p) {
    ViewState& state = p.frame.state;
    Teams& teams = p.session.teams();
    refresh(p);
    const std::vector<Standing>& standings = p.memory.arena.standings;
    const std::string title = tr("arena.title");
    const Scenario& s = teams.scenario() ? *teams.scenario() : p.session.opened();
    const std::string sign = currency_sign(s);
    const bool shown = teams.revealed() && !covered(p.session);
    const Face &small = p.type.small, &strong = p.type.small_strong, &body = p.type.body;
    const float control = std::max(p.layout.control, p.layout.target), row_h = std::max(body.height + 16, p.layout.target), gap = 14;
    const bool projector = p.layout.shape == Shape::Projector;   // the whole window
    const float width = std::min(body.em * (projector ? 70 : 56), p.frame.width - 56), room = width - 62;
    const bool narrow = room < body.em * 44;
    const std::span<const Column> columns = narrow ? std::span<const Column>(kNarrow) : std::span<const Column>(kWide);

    // Words above the table.
    std::string intro = teams.size() == 0
                            ? tr("arena.intro", {{"title", s.title.in("en")}, {"most", number(kMaxTeams)}})
                            : tr("arena.about", {{"title", s.title.in("en")}, {"rival", teams.rival()}, {"worlds", number(teams.worlds())}});
    if (teams.size() > 0 && s.target)
        intro += " " + tr("arena.target", {{"outcome", lower_first(teams.outcome().label)}, {"amount", outcome_text(teams.outcome(), s.target->amount, sign)},
                                           {"week", number(week_of(teams.by_day()))}});
    const float intro_h = p.paragraph(body, 0, 0, room, p.colours.ink, intro, 6, false) + gap;

    // The miss that is talked about first.
    const Standing* miss = nullptr;
    if (const auto widest = teams.widest_miss(standings); shown && widest) miss = &standings[*widest];
    std::string miss_words;
    if (miss) {
        const Standing& m = *miss;
        miss_words = tr("arena.miss", {{"team", teams.file(m.team).team}, {"said", gap_text(teams.file(m.team).forecast->gap)}, {"is", gap_text(m.gap_share)},
                                       {"rival", teams.rival()}});
    }
    const std::string miss_reason = miss && !reason_text(teams.file(miss->team)).empty() ? tr("arena.wrote", {{"words", reason_text(teams.file(miss->team))}}) : std::string();
    const float miss_reason_h = miss_reason.empty() ? 0 : p.paragraph(body, 0, 0, room - 36, p.colours.ink, miss_reason, 1000, false) + 8;
    const float miss_h = miss ? p.paragraph(p.type.title, 0, 0, room - 36, p.colours.ink, miss_words, 8, false) + miss_reason_h + p.type.caps.height + control + 54 : 0;

    float refused_h = 0;
    std::vector<const DroppedFile*> refused;
    for (const DroppedFile& d : teams.dropped())
        if (d.fate != Fate::Taken) refused.push_back(&d);
    const auto refused_words = [&](const DroppedFile& d) { return d.file + ": " + refusal_text(d, teams, p.session.opened()); };
    for (const DroppedFile* d : refused) refused_h += p.paragraph(small, 0, 0, room - 16, p.colours.ink, refused_words(*d), 4, false) + 6;
    if (!refused.empty()) refused_h += p.type.caps.height + 24;

    const float remove_w = shown ? 0 : control + 6;
    // A row is as high as the name of its team and the reason below it need.
    const float table_room = room - remove_w, name_w = columns[0].share * table_room - 10;
    struct Row {
        std::size_t team;
        std::vector<std::string> name;   // lines
        std::string reason;
        float first, height;             // of the name and the numbers beside it; of all
    };
    std::vector<Row> rows;
    float table_h = teams.size() == 0 ? 0 : strong.height + 14;
    for (std::size_t i = 0; i < teams.size(); ++i) {
        const bool ranked = shown && i < standings.size();
        Row row{ranked ? standings[i].team : i, {}, {}, 0, 0};
        const TeamFile& file = teams.file(row.team);
        row.name = p.wrap(p.type.strong, (ranked ? number(static_cast<double>(i + 1)) + ".  " : "") + file.team, name_w);
        row.reason = reason_text(file);
        row.first = std::max(row_h, p.type.strong.height * static_cast<float>(row.name.size()) + 14);
        row.height = row.first + (row.reason.empty() ? 0 : p.paragraph(small, 0, 0, table_room - 16, 0, row.reason, 1000, false) + 10);
        table_h += row.height;
        rows.push_back(std::move(row));
    }
    const float content = intro_h + miss_h + table_h + refused_h + gap;
    const float foot_rows = narrow ? 2 : 1;
    const float foot = (control + 10) * foot_rows;
    bool open = true;
    Rect in = dialog(p, title, width, content + 2 + foot, open);
    Rect view{in.x, in.y, in.w - 10, in.h - foot};
    const Panel before = state.panel;
    int remove = -1, show_team = -1;
    float y = begin_scroll(p, "arena", view, content, state.panel_scroll);
    p.paragraph(body, view.x, y, view.w, p.colours.soft, intro, 6);
    tell(p, "arena.intro", Role::Text, intro, {view.x, y, view.w, intro_h}, {}, title);
    y += intro_h;

    if (miss) {
        Rect box{view.x, y, view.w, miss_h - gap};
        p.fill(box, p.colours.hover, 10);
        float by = box.y + 12;
        p.caps(box.x + 18, by, p.colours.soft, tr("arena.miss.title"));
        by += p.type.caps.height + 6;
        by += p.paragraph(p.type.title, box.x + 18, by, box.w - 36, p.colours.ink, miss_words, 8) + 8;
        if (!miss_reason.empty()) by += p.paragraph(body, box.x + 18, by, box.w - 36, p.colours.ink, miss_reason, 1000) + 8;
        tell(p, "arena.miss", Role::Text, tr("arena.miss.title") + ": " + miss_words + (miss_reason.empty() ? "" : " " + miss_reason), box, {}, title);
        ButtonLook look;
        look.group = title;
        const std::string words = tr("arena.on_screen", {{"team", teams.file(miss->team).team}});
        if (button(p, "arena.miss.show", {box.x + 18, by, std::min(box.w - 36, button_width(p, words)), control}, words, look))
            show_team = static_cast<int>(miss->team);
        y += miss_h;
    }

    if (teams.size() > 0) {
        std::string table;
        float x = view.x;
        const float table_w = view.w - remove_w;
        for (const Column& c : columns) {
            const float w = c.share * table_w;
            const std::string head = p.fit(strong, tr(c.key), w - 8);
            if (c.right) p.text_right(strong, x + w - 4, y, p.colours.soft, head);
            else p.text(strong, x, y, p.colours.soft, head);
            table += (table.empty() ? "" : "\t") + tr(c.key);
            x += w;
        }
        table += '\n';
        y += strong.height + 8;
        p.horizontal(view.x, view.x + view.w, y, p.colours.track);
        y += 6;
        const float top = y;
        table.back() = '\t';
        table += tr("arena.reason") + '\n';
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Row& row = rows[i];
            const Standing* standing = shown && i < standings.size() ? &standings[i] : nullptr;
            x = view.x;
            for (const Column& c : columns) {
                const float w = c.share * table_w;
                const std::string words = cell_text(c.key, teams, row.team, standing, sign);
                const bool name = std::string_view(c.key) == "arena.team";
                if (name) {
                    float ty = y + (row.first - p.type.strong.height * static_cast<float>(row.name.size())) / 2;
                    for (const std::string& line : row.name) p.text(p.type.strong, x, ty, p.colours.ink, p.fit(p.type.strong, line, name_w)), ty += p.type.strong.height;
                } else if (standing) {
                    p.text_right(body, x + w - 4, y + (row.first - body.height) / 2, p.colours.ink, p.fit(body, words, w - 8));
                }
                table += (c.key == columns.front().key ? "" : "\t") + (words.empty() ? tr("arena.covered") : words);
                x += w;
            }
            if (!standing) {  // how far its worlds are, and nothing of how they ended
                const float from = view.x + columns[0].share * table_w;
                Rect veil{from, y + 5, view.x + table_w - from, row.first - 10};
                p.fill(veil, p.colours.grid, 6);
                p.clip(veil);
                for (float vx = veil.x - veil.h; vx < veil.x + veil.w; vx += 16) p.list->AddLine({vx, veil.y + veil.h}, {vx + veil.h, veil.y}, p.colours.line, 5);
                p.unclip();
                const std::string progress = tr("arena.progress", {{"n", number(teams.done(row.team))}, {"all", number(teams.worlds())}});
                const float pw = p.width(small, progress) + 20;
                p.fill({veil.x + veil.w - pw - 6, veil.y + 2, pw, veil.h - 4}, p.colours.paper, 5);
                p.text(small, veil.x + veil.w - pw + 4, veil.y + (veil.h - small.height) / 2, p.colours.soft, progress);
            }
            if (!row.reason.empty()) p.paragraph(small, view.x, y + row.first - 2, table_room - 16, p.colours.ink, row.reason, 1000);
            table += '\t' + (row.reason.empty() ? tr("arena.no_reason") : row.reason);
            if (!teams.same_budget(row.team)) table += "\t" + tr("arena.other_budget");
            table += '\n';
            if (!shown) {
                ButtonLook look;
                look.kind = ButtonLook::Plain;
                look.icon = Icon::Close;
                look.name = tr("arena.remove", {{"team", teams.file(row.team).team}});
                look.group = title;
                if (button(p, "arena.remove." + std::to_string(i), {view.x + view.w - control, y + (row.first - control) / 2, control, control}, {}, look)) remove = static_cast<int>(row.team);
            }
            p.horizontal(view.x, view.x + view.w, y + row.height - 1, p.colours.grid);
            y += row.height;
        }
        tell(p, "arena.table", Role::Table, title, {view.x, top, view.w, y - top}, table, title);
        y += gap;
    }

    if (!refused.empty()) {
        p.caps(view.x, y + 4, p.colours.soft, tr("arena.refused"));
        y += p.type.caps.height + 14;
        for (std::size_t i = 0; i < refused.size(); ++i) {
            const std::string words = refused_words(*refused[i]);
            p.list->AddCircleFilled({view.x + 4, y + small.height * 0.55f}, 2.2f, p.colours.soft);
            const float h = p.paragraph(small, view.x + 16, y, view.w - 16, p.colours.ink, words, 4);
            tell(p, "arena.refused." + std::to_string(i), Role::Text, words, {view.x, y, view.w, h}, {}, title);
            y += h + 6;
        }
    }
    end_scroll(p, "arena", view, content, state.panel_scroll);

    // What can be done.
    ButtonLook dark, light;
    dark.kind = ButtonLook::Dark;
    dark.group = light.group = title;
    const std::string files = tr("arena.files"), reveal = tr(teams.revealed() ? "arena.cover" : "arena.reveal"), clear = tr("arena.clear");
    float fx = in.x, fy = in.y + in.h - foot + 10;
    const auto place = [&](const std::string& label, const ButtonLook& look) {
        const float w = std::min(button_width(p, label, look), in.w);
        if (fx > in.x && fx + w > in.x + in.w) fx = in.x, fy += control + 10;
        Rect r{fx, fy, w, control};
        fx += w + 10;
        return r;
    };
    dark.disabled = teams.size() == 0 || !teams.complete() || covered(p.session);
    if (teams.size() > 0 && button(p, "arena.reveal", place(reveal, dark), reveal, dark)) {
        teams.revealed() ? teams.cover() : teams.reveal();
        state.panel_scroll = 0;
    }
    ButtonLook first = teams.size() == 0 ? dark : light;
    first.disabled = false;
    if (button(p, "arena.files", place(files, first), files, first)) p.frame.wishes.open_file = true;
    if (!refused.empty()) {
        const std::string tidy = tr("arena.tidy");
        if (button(p, "arena.tidy", place(tidy, light), tidy, light)) teams.forget_refused();
    }
    if (teams.size() > 0 && button(p, "arena.clear", place(clear, light), clear, light)) teams.clear();
    if (remove >= 0) teams.remove(static_cast<std::size_t>(remove));
    if (!open && state.panel == before) state.panel = Panel::None;
    if (show_team >= 0) put_on_screen(p, static_cast<std::size_t>(show_team));
}

}  // namespace parley
