// Session: the plan of the seminar, block by block, and its timer.  The small timer stands in the top bar while a session is on.
//
// The button of the speaker notes is answered by the page itself (web/bridge.js), because only a click may open a window.
#include <algorithm>
#include <cmath>

#include "app/session/agenda_words.h"
#include "app/show.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"

namespace parley {
namespace {

bool at_end(const Agenda& a) { return !a.coming() && a.at() + 1 >= a.blocks().size(); }

void press_next(Paint& p) {
    ViewState& state = p.frame.state;
    if (const Step* step = state.agenda.next_step()) run_step(p.session, state, *step);
}

// --- Before it starts ------------------------------------------------------------------------------------------------

void draw_offer(Paint& p, const std::string& title) {
    ViewState& state = p.frame.state;
    const Face& body = p.type.body;
    const float control = std::max(p.layout.control, p.layout.target), row = std::max(body.height + 14, 32.0f);
    const float width = std::min(body.em * 38, p.frame.width - 56);
    const auto blocks = agenda_blocks(Form::Full);
    const std::string words = tr("agenda.intro");
    const float intro = p.paragraph(body, 0, 0, width - 52, p.colours.ink, words, 6, false) + 14;
    bool open = true;
    Rect in = dialog(p, title, width, intro + row * static_cast<float>(blocks.size()) + 20 + control, open);
    p.paragraph(body, in.x, in.y, in.w, p.colours.ink, words, 6);
    tell(p, "session.intro", Role::Text, words, {in.x, in.y, in.w, intro}, {}, title);

    Rect list{in.x, in.y + intro, in.w - 8, in.h - intro - control - 16};
    const float content = row * static_cast<float>(blocks.size());
    float y = begin_scroll(p, "session", list, content, state.panel_scroll);
    int from = 0;
    std::string table = tr("agenda.column.minutes") + '\t' + tr("agenda.column.block") + '\n';
    for (const Block& block : blocks) {
        const std::string span = number(from) + "\u2013" + number(from + block.minutes[0]);
        p.text(p.type.small_strong, list.x, y + (row - p.type.small_strong.height) / 2, p.colours.soft, span);
        const float x = list.x + p.width(p.type.small_strong, "00\u201300") + 18;
        p.text(body, x, y + (row - body.height) / 2, p.colours.ink, p.fit(body, block_text(block, ".title"), list.x + list.w - x));
        p.horizontal(list.x, list.x + list.w, y + row - 1, p.colours.grid);
        table += span + '\t' + block_text(block, ".title") + ": " + block_text(block, ".shows") + '\n';
        from += block.minutes[0];
        y += row;
    }
    end_scroll(p, "session", list, content, state.panel_scroll);
    tell(p, "session.table", Role::Table, title, list, table, title);

    const float by = in.y + in.h - control;
    ButtonLook dark;
    dark.kind = ButtonLook::Dark;
    dark.group = title;
    ButtonLook light = dark;
    light.kind = ButtonLook::Light;
    const auto start = [&](Form form) {
        state.agenda.start(form);
        state.panel_scroll = 0;
    };
    float natural = -10, x = in.x;
    for (std::size_t f = 0; f < kForms; ++f) natural += button_width(p, tr("agenda.start." + std::to_string(f)), dark) + 10;
    const float squeeze = std::min(1.0f, in.w / natural);
    for (std::size_t f = 0; f < kForms; ++f) {
        const std::string words = tr("agenda.start." + std::to_string(f));
        const float w = button_width(p, words, dark) * squeeze;
        if (button(p, "session.start." + std::to_string(f), {x, by, w, control}, words, f == 0 ? dark : light)) start(static_cast<Form>(f));
        x += w + 10 * squeeze;
    }
    if (!open) state.panel = Panel::None;
}

// --- While it runs ---------------------------------------------------------------------------------------------------

// The clock of the block and of the whole; returns its height.
float draw_clock(Paint& p, Rect r, const std::string& title, bool draw) {
    const Agenda& a = p.frame.state.agenda;
    Face face = p.type.headline;
    const bool over = a.left() < 0;
    const std::string clock = clock_text(a.left());
    const float clock_w = p.width(face, clock) + 22;
    const std::string name = block_text(a.block(), ".title");
    std::string state = a.paused() ? tr("agenda.paused") : tr(over ? "agenda.is_over" : "agenda.left");
    std::string rest = tr("agenda.rest", {{"minutes", minutes_text(a.total_left())}});
    if (draw) {
        p.text(face, r.x, r.y, p.colours.ink, clock);
        p.text(p.type.title, r.x + clock_w, r.y + 1, p.colours.ink, p.fit(p.type.title, name, r.w - clock_w));
        p.text(p.type.small, r.x + clock_w, r.y + p.type.title.height + 3, p.colours.soft,
               p.fit(p.type.small, state + " \u00b7 " + rest, r.w - clock_w));
        tell(p, "session.clock", Role::Status, name + ", " + clock + " " + state + ", " + rest, r, {}, title);
        // How much of the block has gone.
        const float y = r.y + std::max(face.height, p.type.title.height + p.type.small.height + 4) + 6;
        const double length = a.left() + a.elapsed(a.at());
        const float share = length > 0 ? static_cast<float>(std::clamp(a.elapsed(a.at()) / length, 0.0, 1.0)) : 1;
        p.fill({r.x, y, r.w, 4}, p.colours.track, 2);
        p.fill({r.x, y, r.w * share, 4}, over ? p.colours.ink : p.colours.soft, 2);
    }
    return std::max(face.height, p.type.title.height + p.type.small.height + 4) + 18;
}

float draw_words(Paint& p, float x, float y, float w, const std::string& title, bool draw) {
    const Block& block = p.frame.state.agenda.block();
    const float top = y;
    for (const char* part : {".shows", ".note", ".room"}) {
        const std::string words = block_text(block, part), head = tr("agenda.part" + std::string(part));
        if (draw) p.caps(x, y, p.colours.soft, head);
        y += p.type.caps.height + 4;
        const float h = p.paragraph(p.type.body, x, y, w, p.colours.ink, words, 8, draw);
        if (draw) tell(p, "session.part" + std::string(part), Role::Text, head + ": " + words, {x, y, w, h}, {}, title);
        y += h + 12;
    }
    return y - top;
}

float draw_rows(Paint& p, float x, float y, float w, const std::string& title, bool draw) {
    ViewState& state = p.frame.state;
    Agenda& a = state.agenda;
    const float row = std::max(p.type.body.height + 16, p.layout.target);
    if (!draw) return row * static_cast<float>(a.blocks().size());
    const std::vector<double> lengths = a.lengths();
    int go = -1;
    for (std::size_t i = 0; i < lengths.size(); ++i, y += row) {
        const Block& block = a.blocks()[i];
        const double plan = 60.0 * block.minutes[static_cast<std::size_t>(a.form())];
        const std::string length = minutes_text(lengths[i]), name = block_text(block, ".title");
        std::string note = std::fabs(lengths[i] - plan) >= 30 ? tr("agenda.planned", {{"minutes", minutes_text(plan)}}) : std::string();
        ButtonLook look;
        look.kind = ButtonLook::Row;
        look.choice = true;
        look.pressed = i == a.at();
        look.group = title;
        look.name = name + ", " + length + (note.empty() ? "" : ", " + note);
        const float note_w = p.width(p.type.small, note) + p.width(p.type.small_strong, length) + 34 + p.type.body.em;
        if (button(p, "session.block." + std::to_string(i), {x, y, w, row - 2}, p.fit(p.type.strong, name, w - note_w - 28), look)) go = static_cast<int>(i);
        float right = x + w - 20 - p.type.body.em * 1.3f;
        right -= p.width(p.type.small_strong, length);
        p.text(p.type.small_strong, right, y + (row - 2 - p.type.small_strong.height) / 2, p.colours.ink, length);
        if (!note.empty()) p.text_right(p.type.small, right - 12, y + (row - 2 - p.type.small.height) / 2, p.colours.soft, note);
    }
    if (go >= 0) a.go(static_cast<std::size_t>(go));
    return row * static_cast<float>(lengths.size());
}

void draw_running(Paint& p, const std::string& title) {
    ViewState& state = p.frame.state;
    Agenda& a = state.agenda;
    const float control = std::max(p.layout.control, p.layout.target);
    const bool wide = p.frame.width >= 1000;
    const float width = std::min(p.type.body.em * (wide ? 62.0f : 40.0f), p.frame.width - 56);
    const float column = wide ? (width - 62 - 32) / 2 : width - 62;

    const std::string warning = warning_text(a);
    const float warn_h = warning.empty() ? 0 : p.paragraph(p.type.body, 0, 0, column - 24, p.colours.ink, warning, 5, false) + 18;
    const bool owes = a.owed() >= 60, may_release = !a.released() && a.late() > 59, released = a.released();
    const int extra = owes + (may_release || released);
    const float left_h = draw_clock(p, {0, 0, column, 0}, title, false) + warn_h + (control + 10) * (3.0f + static_cast<float>(extra)) + 8 +
                         draw_words(p, 0, 0, column, title, false);
    const float rows_h = p.type.caps.height + 10 + draw_rows(p, 0, 0, column, title, false);
    const float content = wide ? std::max(left_h, rows_h) : left_h + rows_h + 12;

    bool open = true;
    Rect in = dialog(p, title, width, content + 2, open);
    Rect view{in.x, in.y, in.w - 10, in.h};
    const Panel before = state.panel;
    float y = begin_scroll(p, "session", view, content, state.panel_scroll);
    const float top = y;
    y += draw_clock(p, {view.x, y, column, 60}, title, true);
    if (!warning.empty()) {
        Rect box{view.x, y, column, warn_h - 8};
        p.fill(box, p.colours.hover, 8);
        p.fill({box.x, box.y, 4, box.h}, p.colours.ink, 2);
        p.paragraph(p.type.body, box.x + 14, box.y + 5, column - 24, p.colours.ink, warning, 5);
        tell(p, "session.warning", Role::Text, warning, box, {}, title);
        y += warn_h;
    }

    // What comes next is the largest thing to press.
    ButtonLook dark, light;
    dark.kind = ButtonLook::Dark;
    dark.group = light.group = title;
    dark.disabled = at_end(a);
    bool stop = false, next = false;
    const std::string coming = coming_text(a);
    dark.name = tr("agenda.next", {{"step", coming}});
    next = button(p, "session.next", {view.x, y, column, control}, coming, dark);
    y += control + 10;
    const float third = (column - 20) / 3, half = (column - 10) / 2;
    if (button(p, "session.back", {view.x, y, third, control}, tr("agenda.back"), light)) {
        if (const Step* step = a.back_step()) run_step(p.session, state, *step, true);
    }
    if (button(p, "session.pause", {view.x + third + 10, y, third, control}, tr(a.paused() ? "agenda.resume" : "agenda.pause"), light))
        a.paused() ? a.resume() : a.pause();
    stop = button(p, "session.stop", {view.x + 2 * (third + 10), y, third, control}, tr("agenda.stop"), light);
    y += control + 10;
    button(p, "session.notes", {view.x, y, half, control}, tr("agenda.notes"), light);
    const bool skip = button(p, "session.skip", {view.x + half + 10, y, half, control}, tr("agenda.skip"), [&] {
        ButtonLook look = light;
        look.disabled = a.at() + 1 >= a.blocks().size();
        return look;
    }());
    y += control + 10;
    if (owes) {
        if (button(p, "session.take_back", {view.x, y, column, control}, tr("agenda.take_back", {{"minutes", minutes_text(a.owed())}}), light)) a.take_back();
        y += control + 10;
    }
    if (may_release || released) {
        if (button(p, "session.release", {view.x, y, column, control}, tr(released ? "agenda.protect" : "agenda.release"), light)) a.release_debrief(!released);
        y += control + 10;
    }
    y += 8;
    y += draw_words(p, view.x, y, column, title, true);

    const float rx = wide ? view.x + column + 32 : view.x;
    float ry = wide ? top : y + 4;
    p.caps(rx, ry, p.colours.soft, tr("agenda.plan"));
    ry += p.type.caps.height + 10;
    draw_rows(p, rx, ry, column, title, true);
    end_scroll(p, "session", view, content, state.panel_scroll);

    if (next) press_next(p);
    if (skip) a.next();
    if (stop) a.stop();
    if (!open && state.panel == before) state.panel = Panel::None;
}

}  // namespace

void draw_session(Paint& p) {
    const std::string title = tr("agenda.title");
    if (p.frame.state.agenda.on()) draw_running(p, title);
    else draw_offer(p, title);
}

void announce_block(Paint& p) {
    const Agenda& a = p.frame.state.agenda;
    const int now = a.on() ? static_cast<int>(a.at()) : -1;
    if (now == p.memory.agenda_block) return;
    p.memory.agenda_block = now;
    if (now < 0) return;
    const std::string warning = warning_text(a);
    p.ui.announce(tr("agenda.begins", {{"block", block_text(a.block(), ".title")}, {"minutes", minutes_text(a.left())}}) + (warning.empty() ? "" : " " + warning));
}

float session_timer_width(const Paint& p) {
    const Agenda& a = p.frame.state.agenda;
    if (!a.on()) return 0;
    const double widest = 59 * 60 + 59;   // over time, too
    return std::max(button_width(p, block_text(a.block(), ".title") + " \u00b7 " + clock_text(-widest)), p.layout.target);
}

void draw_session_timer(Paint& p, Rect r) {
    const Agenda& a = p.frame.state.agenda;
    if (!a.on()) return;
    const std::string clock = clock_text(a.left()), name = block_text(a.block(), ".title");
    std::string label = name + " \u00b7 " + clock;
    if (p.width(p.type.body, label) > r.w - 20) label = clock;
    ButtonLook look;
    look.name = tr("agenda.timer", {{"block", name}, {"left", clock}});
    look.tip = tr("agenda.timer.tip", {{"step", coming_text(a)}});
    look.group = tr("group.more");
    look.icon = a.paused() ? Icon::Pause : Icon::None;
    const bool wrong = !warning_text(a).empty();
    if (button(p, "session.timer", r, label, look)) {
        p.frame.state.panel = Panel::Session;
        p.frame.state.panel_scroll = 0;
    }
    if (wrong) p.fill({r.x + 8, r.y + r.h - 5, r.w - 16, 2.5f}, p.colours.ink, 1);
}

}  // namespace parley
