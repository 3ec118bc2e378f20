#include "app/views/hints.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/commands.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "imgui.h"

namespace parley {
namespace {

// Which lever turns the result of a scenario round, measured (its text says so), and the order in which novices meet the questions.
struct Turn {
    const char *scenario, *lever;
    std::size_t loser;       // who can be made to win with it
};
constexpr auto kTurns = std::to_array<Turn>({{"01_billboard_or_dialogue", "promo_share", 0}});
constexpr auto kOrder = std::to_array<const char*>({"00_null_twins", "01_billboard_or_dialogue", "02_leaders_megaphone", "06_patience", "09_last_metre"});

// The ring beats a few times, ends at its strongest, and then stands still: a page nobody touches rests.
constexpr double kBeats = 2.5, kBeatSeconds = 2, kTurn = 6.283185307179586;

const Turn* turn_of(const Session& session) {
    for (const Turn& turn : kTurns)
        if (session.scenario().id == turn.scenario) return &turn;
    return nullptr;
}

const char* next_question(const Session& session) {
    for (std::size_t i = 0; i + 1 < kOrder.size(); ++i)
        if (session.scenario().id == kOrder[i]) return kOrder[i + 1];
    return nullptr;
}

// A dark label with what it offers and a way to put it away; true when taken.
bool chip(Paint& p, const char* id, Rect at, const std::string& words, bool offer, bool& put_away) {
    const float close = std::max(p.layout.target, 28.0f);
    p.fill(at, p.colours.button, 10);
    const Face& face = p.type.small_strong;
    const float y = at.y + (at.h - face.height) / 2;
    bool taken = false;
    if (offer) {
        const Rect own{at.x, at.y, at.w - close, at.h};
        const Hit hit = p.hit(id, own);
        Widget twin;
        twin.id = id;
        twin.role = Role::Button;
        twin.name = words;
        twin.x = own.x, twin.y = own.y, twin.w = own.w, twin.h = own.h;
        twin.group = tr("group.more");
        if (p.ui.focused(id)) p.focus_ring(own, 10);
        taken = hit.clicked || p.ui.clicked(id);
        p.ui.add(std::move(twin));
    } else {
        tell(p, id, Role::Text, words, at, {}, tr("group.more"));
    }
    p.text(face, at.x + 14, y, p.colours.button_text, p.fit(face, words, at.w - close - 18));
    ButtonLook look;
    look.kind = ButtonLook::Dark;
    look.icon = Icon::Close;
    look.name = tr("hint.close");
    look.group = tr("group.more");
    if (button(p, std::string(id) + ".close", {at.x + at.w - close, at.y + (at.h - close) / 2, close, close}, {}, look)) put_away = true;
    return taken;
}

float chip_width(Paint& p, const std::string& words) { return p.width(p.type.small_strong, words) + 18 + std::max(p.layout.target, 28.0f) + 8; }

}  // namespace

std::string_view hinted_lever(const Session& session) {
    const Turn* turn = turn_of(session);
    return turn ? turn->lever : std::string_view();
}

void draw_hints(Paint& p) {
    ViewState& state = p.frame.state;
    Session& session = p.session;
    HintState& hints = state.hints;
    if (hints.since < 0) hints.since = p.frame.time;
    if (hints.revision != session.revision()) hints.revision = session.revision(), hints.edited = p.frame.time;
    if (!p.live || session.masked() || state.agenda.on() || state.projector || !session.comparison()) return;
    const float h = std::max(p.layout.target, 34.0f);

    const Turn* turn = turn_of(session);
    const Rect row = p.memory.hinted_row;
    const bool moved = session.history().steps().size() > 1;
    if (moved) hints.lever_done = true;
    const bool lever_offered = turn && !hints.lever_done && row.w > 0, lever_due = p.frame.time - hints.since > kLeverHint;
    if (lever_offered && lever_due) {
        const double shown = p.frame.time - hints.since - kLeverHint;
        const bool still = state.calm || shown > kBeats * kBeatSeconds;
        const double beat = still ? 1 : 0.5 - 0.5 * std::cos(shown / kBeatSeconds * kTurn);
        p.frame_of(inset(row, -5), fade(p.colours.ink, 0.25f + 0.5f * static_cast<float>(beat)), 8, 2);
        if (!still) p.frame.wishes.keep_awake = true;
        const std::string words = tr("hint.lever", {{"arm", p.arm_name(turn->loser)}});
        const float w = std::min(chip_width(p, words), p.frame.width - 20);
        const float x = std::min(row.x + row.w + 16, p.frame.width - w - 10);
        chip(p, "hint.lever", {x, row.y + (row.h - h) / 2, w, h}, words, false, hints.lever_done);
    }

    const char* next = next_question(session);
    const Rect anchor = p.memory.forecast_button;
    const bool next_offered = moved && next && !hints.next_done && anchor.w > 0, next_due = p.frame.time - hints.edited > kNextHint;
    if ((lever_offered && !lever_due) || (next_offered && !next_due)) p.frame.wishes.tick = true;   // the town may rest meanwhile
    if (next_offered && next_due && !session.refining()) {
        const std::string words = tr("hint.next");
        const float w = std::min(chip_width(p, words), p.frame.width - 20);
        const Rect at{std::clamp(anchor.x + anchor.w - w, 10.0f, p.frame.width - w - 10), anchor.y + anchor.h + 8, w, h};
        if (chip(p, "hint.next", at, words, true, hints.next_done)) {
            hints.next_done = true;
            if (session.load_shipped(next).empty()) press_key(session, state, "p", false);
        }
    }
}

}  // namespace parley
