// Debrief: three questions that quote the run (study/debrief.h), each with the chart that answers it; then the scenario's own.
#include "study/debrief.h"

#include <algorithm>
#include <cctype>

#include "app/show.h"
#include "app/views/covered.h"
#include "app/views/debrief.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "app/widgets/field.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr const char* kLinks[kDominoes] = {"domino.exposure", "domino.mention",  "domino.sentiment",
                                           "domino.visit",    "domino.purchase", "domino.repeat"};

std::string quoted(const Quote& q, const Scenario& s) {
    const auto index = static_cast<std::size_t>(q.value >= 0 ? q.value : 0);
    switch (q.form) {
        case Quote::Form::Arm: return s.arms[std::min(index, s.arms.size() - 1)].name;
        case Quote::Form::Week: return number(q.value);
        case Quote::Form::Share: return percent(q.value, q.value < 0.0995 ? 1 : 0);
        case Quote::Form::Count: return number(q.value);
        case Quote::Form::Amount: return outcome_text(*q.outcome, q.value, currency_sign(s));
        case Quote::Form::Indicator: return lower_first(observables()[index].label);
        case Quote::Form::Link: return lower_first(tr(kLinks[std::min(index, kDominoes - 1)]));
        case Quote::Form::Level: return number(q.value, 2);
        case Quote::Form::Few: return number(q.value, 1);
        case Quote::Form::Label: return lower_first(q.row->label);
        case Quote::Form::Row:
            if (q.row->kind == Kind::Share) return percent(q.value, q.value < 0.0995 && q.value > 0 ? 1 : 0);
            return q.row->kind == Kind::Money ? plain_money(q.value, currency_sign(s)) : number(q.value, q.row->whole() ? 0 : 1);
        case Quote::Form::Factor: return tr("debrief.factor." + std::to_string(index));
    }
    return {};
}

// What was forecast of this run, once it is revealed; of a drawn line the mean, which is about the gap of the whole.
std::optional<Foretold> foretold(const Session& session, const Comparison& c) {
    const Forecast* forecast = session.forecast();
    if (!forecast || !forecast->called) return {};
    Foretold out;
    out.leader = forecast->call == Call::First ? static_cast<int>(c.a) : forecast->call == Call::Second ? static_cast<int>(c.b) : -1;
    if (forecast->drawn > 0 && forecast->line.size() > 1) {
        double sum = 0;
        for (std::size_t week = 1; week < forecast->line.size(); ++week) sum += forecast->line[week];
        out.gap_share = sum / static_cast<double>(forecast->line.size() - 1);
    }
    return out;
}

// Where the answer to a question stands on the page to take home: where it was answered, else where nothing stands yet.
std::optional<std::size_t> place_of(const Notes& notes, const std::string& question, std::size_t wished) {
    for (std::size_t i = 0; i < notes.answers.size(); ++i)
        if (!notes.answers[i].empty() && notes.questions[i] == question) return i;
    if (wished < notes.answers.size() && notes.answers[wished].empty()) return wished;
    for (std::size_t i = 0; i < notes.answers.size(); ++i)
        if (notes.answers[i].empty()) return i;
    return {};
}

}  // namespace

const std::vector<Question>& questions_of_run(Paint& p) {
    DebriefMemory& m = p.memory.debrief;
    if (m.stamp == p.session.results_stamp()) return m.questions;
    m.stamp = p.session.results_stamp();
    m.questions.clear();
    const Comparison* c = p.session.comparison();
    const Ensemble* e = p.session.ensemble();
    if (c && e && e->done() > 0) m.questions = choose_questions(gather_facts(*e, *c, foretold(p.session, *c)));
    return m.questions;
}

std::string filled(std::string text, const std::vector<Quote>& quotes, const Scenario& scenario) {
    for (const Quote& q : quotes) {
        const std::string hole = '{' + std::string(q.hole) + '}', words = quoted(q, scenario);
        for (std::size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + words.size()))
            text.replace(at, hole.size(), words);
    }
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string question_text(const Question& question, const Scenario& scenario) {
    return filled(tr("debrief." + std::string(question.rule->id)), question.quotes, scenario);
}

void draw_debrief(Paint& p) {
    ViewState& state = p.frame.state;
    const Scenario& s = p.session.scenario();
    const std::string title = tr("debrief.title");
    const bool hidden = covered(p.session);
    if (!hidden) questions_of_run(p);
    const std::vector<Question>& questions = p.memory.debrief.questions;
    const Face& face = p.type.title;
    const float width = std::min(p.type.body.em * 46, p.frame.width - 56), room = width - 62;
    const float button_h = std::max(p.layout.control, p.layout.target);
    Rect view{};

    // Heights first: sentences wrap.
    Notes& notes = p.session.notes();
    const float answer_h = 2 * p.type.body.em * 1.42f + 16;
    const auto ask = [&](std::size_t i, Rect at, bool draw) {
        const Question& q = questions[i];
        const std::string words = question_text(q, s);
        const std::optional<std::size_t> place = place_of(notes, words, i);
        float y = at.y + 6;
        if (draw) p.caps(at.x, y, p.colours.soft, tr("debrief.kind." + std::to_string(static_cast<std::size_t>(q.rule->kind))));
        y += p.type.caps.height + 6;
        const float h = p.paragraph(face, at.x, y, at.w, p.colours.ink, words, 8, draw);
        if (draw) tell(p, "debrief.question." + std::to_string(i), Role::Text, words, {at.x, y, at.w, h}, {}, title);
        y += h + 10;
        if (draw) {
            const Shown* shown = find_shown(q.rule->chart);
            ButtonLook look;
            look.group = title;
            const std::string label = tr("debrief.show", {{"chart", tr(shown ? shown->label : q.rule->chart)}});
            look.disabled = !shown;
            if (button(p, "debrief.show." + std::to_string(i), {at.x, y, std::min(at.w, button_width(p, label, look)), button_h}, label, look))
                show(p.session, state, q.rule->chart);
        }
        y += button_h + 10;
        // What the group says goes to the page it takes home.
        const std::string label = tr(place ? "debrief.answer" : "debrief.full");
        y += p.paragraph(p.type.small, at.x, y, at.w, p.colours.soft, label, 3, draw) + 4;
        if (!place) return y + 14 - at.y;
        if (draw) {
            const Rect box{at.x, y, at.w, answer_h};
            const std::string id = "debrief.answer." + std::to_string(i);
            FieldLook look;
            look.area = true;
            look.group = title;
            if (p.ui.focused(id) && p.memory.focus_before != id) {
                bring_into_view(view, inset(box, -8), state.panel_scroll);
                p.memory.focus_before = id;
            }
            if (auto typed = field(p, id, box, tr("debrief.answer.to", {{"question", words}}), notes.answers[*place], look)) {
                notes.answers[*place] = kept_words(*typed, kMostAnswer);
                notes.questions[*place] = notes.answers[*place].empty() ? std::string() : words;
                p.session.noted();
            }
        }
        return y + answer_h + 20 - at.y;
    };
    const auto own = [&](float x, float y, float w, bool draw) {
        const float top = y;
        for (const Text& text : s.debrief) {
            if (draw) p.list->AddCircleFilled({x + 5, y + p.type.body.height * 0.55f}, 2.4f, p.colours.soft);
            y += p.paragraph(p.type.body, x + 18, y, w - 18, p.colours.ink, text.in("en"), 6, draw) + 7;
        }
        return y - top;
    };

    float content = 0;
    const float nothing = 2 * p.type.body.height + 24;
    if (hidden) content += 160;
    else if (questions.empty()) content += nothing;
    for (std::size_t i = 0; !hidden && i < questions.size(); ++i) content += ask(i, {0, 0, room, 0}, false);
    if (!s.debrief.empty()) content += p.type.caps.height + 26 + own(0, 0, room, false);

    bool open = true;
    Rect in = dialog(p, title, width, content + 2, open);
    view = {in.x, in.y, in.w - 10, in.h};
    const Panel before = state.panel;
    float y = begin_scroll(p, "debrief", view, content, state.panel_scroll);
    if (hidden) {
        draw_covered(p, {view.x, y, view.w, 140}, "debrief.covered", title);
        y += 160;
    } else if (questions.empty()) {
        p.paragraph(p.type.body, view.x, y + 4, view.w, p.colours.soft, tr("debrief.none"), 2);
        tell(p, "debrief.none", Role::Text, tr("debrief.none"), {view.x, y, view.w, nothing}, {}, title);
        y += nothing;
    }
    for (std::size_t i = 0; !hidden && i < questions.size(); ++i) {
        if (i > 0) p.horizontal(view.x, view.x + view.w, y - 8, p.colours.line);
        y += ask(i, {view.x, y, view.w, 0}, true);
    }
    if (!s.debrief.empty()) {
        p.horizontal(view.x, view.x + view.w, y - 8, p.colours.line);
        p.caps(view.x, y + 8, p.colours.soft, tr("debrief.of_scenario"));
        own(view.x, y + p.type.caps.height + 22, view.w, true);
        std::string all;
        for (const Text& text : s.debrief) all += (all.empty() ? "" : " ") + text.in("en");
        tell(p, "debrief.own", Role::Text, tr("debrief.of_scenario") + ": " + all, {view.x, y, view.w, 40}, {}, title);
    }
    end_scroll(p, "debrief", view, content, state.panel_scroll);
    if (!open && state.panel == before) state.panel = Panel::None;
}

}  // namespace parley
