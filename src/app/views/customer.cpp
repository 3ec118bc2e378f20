// Ask why: one customer, two lives. Who it is; both lives on one axis of weeks; why each step was taken; and the world once more
// without one message.
#include "app/views/customer.h"

#include <algorithm>
#include <cmath>

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"
#include "app/widgets/tabs.h"

namespace parley {
namespace {

enum Tab { kSteps, kMessages, kFeelings };

// Back, whose number it is, on, and to someone whose lives went apart. Returns the width.
float draw_walk(Paint& p, float x, float y, const std::string& group) {
    Session& s = p.session;
    auto customers = static_cast<std::uint32_t>(s.scenario().market.customers), now = *s.asked();
    float side = p.layout.control, from = x;
    ButtonLook look;
    look.group = group;
    look.name = tr("why.previous");
    if (button(p, "why.previous", {x, y, side, side}, "\u2039", look)) s.ask((now + customers - 1) % customers);
    x += side + 6;

    // The number, as a slider to the keyboard.
    std::string words = tr("why.customer", {{"n", std::to_string(now)}});
    float w = std::max(p.width(p.type.strong, tr("why.customer", {{"n", std::to_string(customers)}})), p.width(p.type.strong, words)) + 20;
    Rect box{x, y, w, side};
    p.text_centred(p.type.strong, x + w / 2, y + (side - p.type.strong.height) / 2, p.colours.ink, words);
    Widget twin;
    twin.id = "why.number";
    twin.role = Role::Slider;
    twin.name = tr("why.number");
    twin.value = words;
    twin.now = now, twin.min = 0, twin.max = customers - 1, twin.step = 1;
    twin.x = box.x, twin.y = box.y, twin.w = box.w, twin.h = box.h;
    twin.group = group;
    p.ui.add(std::move(twin));
    if (p.ui.focused("why.number")) p.focus_ring(box, 6);
    if (double to = 0; p.ui.changed("why.number", to)) s.ask(static_cast<std::uint32_t>(std::clamp(to, 0.0, customers - 1.0)));
    x += w + 6;

    look.name = tr("why.next");
    if (button(p, "why.next", {x, y, side, side}, "\u203a", look)) s.ask((now + 1) % customers);
    x += side + 12;
    look.name = tr("why.another.full");
    look.tip = tr("why.another.full");
    std::string another = tr("why.another");
    w = button_width(p, another, look);
    if (button(p, "why.another", {x, y, w, side}, another, look)) s.ask(s.town().parted((now + 1) % customers));
    return x + w - from;
}

std::string who(const Explanation& e) {
    constexpr const char* voices[] = {"why.voice.0", "why.voice.1", "why.voice.2"};
    return tr(e.ties == 1 ? "why.who.one" : "why.who",
              {{"times", number(e.occasions_per_year, e.occasions_per_year < 9.95 ? 1 : 0)}, {"preference", percent(e.preference)},
               {"ties", number(e.ties)}, {"voice", tr(voices[std::clamp(e.voice, 0, 2)])}});
}

const std::string& list_title(int tab) {
    constexpr const char* keys[] = {"why.tab.steps", "why.tab.messages", "why.tab.feelings"};
    return tr(keys[tab]);
}

// The list in front, of one arm; draw = false only measures.
float draw_list(Paint& p, float x, float y, float width, std::size_t slot, const Life& life, Rect view, float& offset, bool draw) {
    switch (p.frame.state.customer_tab) {
        case kSteps: return draw_steps(p, x, y, width, slot, life, draw);
        case kMessages: return draw_messages(p, x, y, width, slot, life, view, offset, draw);
        default: return draw_accounts(p, x, y, width, slot, life, draw);
    }
}

// Name of the arm, and its list in a place of its own that scrolls.
void draw_list_of(Paint& p, Rect r, std::size_t slot, const Life& life) {
    const Face& strong = p.type.small_strong;
    p.mark(mark_of(slot), r.x + 5, r.y + strong.height / 2, 10, p.arm(slot).shape);
    p.text(strong, r.x + 16, r.y, p.arm(slot).text, p.fit(strong, life.name, r.w - 16));
    float& offset = p.memory.customer.scroll[slot];
    Rect view{r.x, r.y + strong.height + 6, r.w - 10, r.h - strong.height - 6};
    float h = draw_list(p, view.x, 0, view.w, slot, life, view, offset, false);
    std::string id = "why.list." + std::to_string(slot);
    float y = begin_scroll(p, id, view, h, offset);
    draw_list(p, view.x, y, view.w, slot, life, view, offset, true);
    end_scroll(p, id, view, h, offset);
}

// The tables are there whichever list is in front.
void tell_tables(Paint& p, std::size_t slot, const Life& life, Rect r) {
    std::string n = std::to_string(slot), title = tr("why.title");
    tell(p, "why.steps." + n, Role::Table, tr("why.table.steps", {{"arm", life.name}}), r, steps_table(life), title);
    tell(p, "why.accounts." + n, Role::Table, tr("why.table.accounts", {{"arm", life.name}}), r, accounts_table(life), title);
}

// Selecting a message, living without it, and what that changed.
enum class Strip { Wide, Columns, Stack };
float without_height(const Paint& p, Strip form) {
    float line = p.type.small.height;
    return form == Strip::Stack ? p.layout.control + 10 * line + 26 : form == Strip::Columns ? p.layout.control + 5 * line + 30
                                : std::max(p.layout.control + 2 * line + 32, 5 * line + 20);
}

// Of the life the selected message belongs to; made when another answer or arm is looked at.
const std::vector<MessageShare>& weights_of(Paint& p, const Explanation& e) {
    CustomerMemory& m = p.memory.customer;
    const std::pair of{p.session.answer_stamp(), m.arm};
    if (m.weighed != of) m.weighed = of, m.weights = message_shares(p.session.scenario(), e.lives[m.arm]);
    return m.weights;
}

void draw_without(Paint& p, Rect r, const Explanation& e, Strip form) {
    CustomerMemory& m = p.memory.customer;
    const Face& small = p.type.small;
    p.fill(r, p.colours.hover, 8);
    Rect in = inset(r, 10);
    const Life& mine = e.lives[m.arm];
    const Trace::Received* event = nullptr;
    for (const Trace::Received& received : mine.trace.received)
        if (event_id(received, e.customer) == m.word) event = &received;
    if (!event) {
        m.word.clear();
        p.paragraph(small, in.x, in.y, in.w, p.colours.soft, tr("why.without.hint"), 6);
        tell(p, "why.without.hint", Role::Text, tr("why.without.hint"), in, {}, tr("why.title"));
        return;
    }
    std::string words = tr("why.message.spoken", {{"arm", mine.name}, {"week", number(week_of(event->day))}, {"words", message_words(*event)}});
    const std::vector<MessageShare>& weights = weights_of(p, e);
    const MessageShare weight = weights[static_cast<std::size_t>(event - mine.trace.received.data())];
    const std::string weighs = tr("why.weight.before", {{"weight", weight_words(mine, weight.share, weight.step)}});
    bool lived = e.without == m.word && !e.instead.empty();
    ButtonLook look;
    look.kind = lived ? ButtonLook::Light : ButtonLook::Dark;
    look.group = tr("why.title");
    std::string label = tr(lived ? "why.without.back" : "why.without");
    // The message and its button: above each other, or side by side over the columns of the answer.
    bool columns = form == Strip::Columns;
    float bw = std::min(button_width(p, label, look), in.w);
    float left = form == Strip::Wide ? std::max(in.w * 0.27f, bw) : columns ? in.w - bw - 16 : in.w;
    float under = p.paragraph(small, in.x, in.y + (columns ? 4.0f : 0.0f), left, p.colours.ink, words, 2) + 6;
    Rect place{in.x, in.y + under, bw, p.layout.control};
    if (form == Strip::Wide) place.y = in.y + in.h - place.h;
    if (columns) place = {in.x + in.w - bw, in.y, bw, place.h};
    if (button(p, "why.without", place, label, look)) {
        p.session.ask(e.customer, lived ? std::string() : m.word);
        if (lived) m.word.clear();
    }

    // what it changed, arm by arm
    std::string spoken;
    if (lived) {
        bool stack = form == Strip::Stack;
        float x = form == Strip::Wide ? in.x + left + 20 : in.x, top = form == Strip::Wide ? in.y : place.y + place.h + 8;
        float column = stack ? in.w : (in.x + in.w - x - 20) / 2;
        for (std::size_t a = 0; a < 2; ++a) {
            const Life &was = e.lives[a], &now = e.instead[a];
            std::string change = change_words(was, now);
            p.mark(mark_of(a), x + 5, top + small.height / 2, 9, p.arm(a).shape);
            p.text(p.type.small_strong, x + 15, top, p.arm(a).text, p.fit(p.type.small_strong, was.name, column - 15));
            float h = p.paragraph(small, x, top + small.height, column, p.colours.ink, change, stack ? 3 : 4);
            spoken += (a ? " " : "") + was.name + ": " + change;
            if (stack) top += small.height + h + 3;
            else x += column + 20;
        }
        spoken = tr("why.without.answer", {{"words", words}}) + " " + spoken;
    } else if (p.session.asking()) {
        spoken = tr("why.living.again");
        if (form == Strip::Wide) p.text(small, in.x + left + 20, in.y, p.colours.soft, spoken);
    } else {   // how much hung on it, before anyone presses
        const Rect at = form == Strip::Wide ? Rect{in.x + left + 20, in.y, in.w - left - 20, 0} : Rect{in.x, place.y + place.h + 8, in.w, 0};
        p.paragraph(small, at.x, at.y, at.w, p.colours.ink, weighs, form == Strip::Stack ? 5 : 4);
        tell(p, "why.weight", Role::Text, weighs, at, {}, tr("why.title"));
    }
    if (!spoken.empty()) tell(p, "why.without.answer", Role::Status, spoken, in, {}, tr("why.title"));
}

void select(CustomerMemory& m, const std::string& word, std::size_t slot) {
    if (word.empty()) return;
    m.word = word;
    m.arm = slot;
}

// Both lives above each other, the axis and the key. Returns the height used.
void draw_lives(Paint& p, Rect r, const Explanation& e) {
    bool lived = !e.instead.empty() && e.without == p.memory.customer.word;
    float key = draw_timeline_key(p, r.x, 0, r.w, false), axis = p.type.axis.height + 4;
    float h = (r.h - key - axis - 14) / 2;
    for (std::size_t a = 0; a < 2; ++a) {
        Rect row{r.x, r.y + static_cast<float>(a) * (h + 8), r.w, h};
        select(p.memory.customer, draw_timeline(p, row, a, e.lives[a], lived ? &e.instead[a] : nullptr, e.customer), a);
    }
    draw_weeks(p, {r.x, r.y + 2 * h + 11, r.w, axis});
    draw_timeline_key(p, r.x, r.y + r.h - key, r.w, true);
}

}  // namespace

void draw_customer(Paint& p) {
    ViewState& state = p.frame.state;
    CustomerMemory& m = p.memory.customer;
    Session& s = p.session;
    if (!s.asked() && s.town().ready()) s.ask(s.town().parted(0));
    if (s.asked() && m.customer != *s.asked()) m = {}, m.customer = *s.asked();

    std::string title = tr("why.title");
    bool wide = p.frame.width >= 1000, phone = p.frame.width < 600, open = true;
    Rect in = dialog(p, title, p.type.body.em * 92, p.type.body.em * 56, open);
    // Who it is; walking on drops the answer.
    float walk = s.asked() ? draw_walk(p, in.x, in.y, title) : 0;
    const Explanation* e = s.answer();
    if (s.asked()) {
        float y = in.y + p.layout.control + 10;
        if (e) {
            std::string sentence = who(*e);
            bool beside = wide;
            float x = beside ? in.x + walk + 20 : in.x, w = in.x + in.w - x;
            float h = p.paragraph(p.type.small, x, 0, w, p.colours.ink, sentence, 4, false);
            float sy = beside ? in.y + std::max(0.0f, (p.layout.control - h) / 2) : y;
            p.paragraph(p.type.small, x, sy, w, p.colours.ink, sentence, 4);
            tell(p, "why.who", Role::Heading, tr("why.customer", {{"n", std::to_string(e->customer)}}) + ": " + sentence, {x, sy, w, h}, {}, title);
            if (!beside) y += h + 8;
        }
        in = {in.x, y, in.w, in.y + in.h - y};
    }
    if (!e || e->lives.size() < 2) {
        p.text_centred(p.type.body, in.x + in.w / 2, in.y + in.h / 2 - p.type.body.height, p.colours.soft, p.fit(p.type.body, tr("why.living"), in.w));
        tell(p, "why.waiting", Role::Status, tr("why.living"), in, {}, title);
    } else {
        Strip form = wide ? Strip::Wide : phone ? Strip::Stack : Strip::Columns;
        float strip = without_height(p, form);
        Rect body{in.x, in.y, in.w, in.h - strip - 12};
        std::vector<std::string> labels{list_title(kSteps), list_title(kMessages), list_title(kFeelings)};
        int before = state.customer_tab;
        Rect lists[2];
        if (wide) {
            float left = std::round(body.w * 0.57f), x = body.x + left + 28, w = body.x + body.w - x;
            draw_lives(p, {body.x, body.y, left, body.h}, *e);
            float h = tabs(p, "why", {x, body.y - 4, w, 0}, labels, state.customer_tab, title) + 8, each = (body.h - h - 10) / 2;
            for (std::size_t a = 0; a < 2; ++a) lists[a] = {x, body.y + h + static_cast<float>(a) * (each + 10), w, each};
        } else if (!phone) {
            float lives = std::round(body.h * 0.6f), w = (body.w - 24) / 2;
            draw_lives(p, {body.x, body.y, body.w, lives}, *e);
            float h = tabs(p, "why", {body.x, body.y + lives + 8, body.w, 0}, labels, state.customer_tab, title) + 16 + lives;
            for (std::size_t a = 0; a < 2; ++a) lists[a] = {body.x + static_cast<float>(a) * (w + 24), body.y + h, w, body.h - h};
        }
        if (!phone) {
            for (std::size_t a = 0; a < 2; ++a) draw_list_of(p, lists[a], a, e->lives[a]);
            for (std::size_t a = 0; a < 2; ++a) tell_tables(p, a, e->lives[a], lists[a]);
        } else {
            // Everything in one column that scrolls.
            Rect view{body.x, body.y, body.w - 8, body.h};
            float lives = 440 + draw_timeline_key(p, 0, 0, view.w, false), tab_h = 60, name = p.type.small_strong.height + 6, content = lives + tab_h;
            for (std::size_t a = 0; a < 2; ++a) content += name + 14 + draw_list(p, view.x, 0, view.w, a, e->lives[a], view, state.panel_scroll, false);
            float at = begin_scroll(p, "why.all", view, content, state.panel_scroll);
            draw_lives(p, {view.x, at, view.w, lives}, *e);
            at += lives + 8;
            at += tabs(p, "why", {view.x, at, view.w, 0}, labels, state.customer_tab, title) + 8;
            for (std::size_t a = 0; a < 2; ++a) {
                p.mark(mark_of(a), view.x + 5, at + name / 2 - 3, 10, p.arm(a).shape);
                p.text(p.type.small_strong, view.x + 16, at, p.arm(a).text, p.fit(p.type.small_strong, e->lives[a].name, view.w - 16));
                at += name;
                at += draw_list(p, view.x, at, view.w, a, e->lives[a], view, state.panel_scroll, true) + 14;
                tell_tables(p, a, e->lives[a], view);
            }
            end_scroll(p, "why.all", view, content, state.panel_scroll);
        }
        if (state.customer_tab != before) m.scroll = {};
        draw_without(p, {in.x, in.y + in.h - strip, in.w, strip}, *e, form);
    }
    if (!open) {
        state.panel = Panel::None;
        s.stop_asking();
    }
}

}  // namespace parley
