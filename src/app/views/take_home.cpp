// Take home: the group types its answers and what follows from them; beside it stands what the file will hold (study/report.h).
#include <algorithm>
#include <cmath>

#include "app/session/link.h"
#include "app/views/covered.h"
#include "app/views/debrief.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "app/widgets/field.h"
#include "app/widgets/figure.h"
#include "app/widgets/scroll.h"
#include "study/export.h"
#include "study/number_format.h"

namespace parley {
namespace {

void refresh(Paint& p) {
    TakeHomeMemory& m = p.memory.take_home;
    if (m.stamp == p.session.results_stamp()) return;
    m.stamp = p.session.results_stamp();
    m.questions.clear();
    const Ensemble& e = *p.session.ensemble();
    for (const Question& q : questions_of_run(p)) m.questions.push_back(question_text(q, e.scenario()));
    m.levers = 0;
    const auto& arms = e.scenario().arms;
    for (const ParamSpec& row : kStrategyTable.rows)
        m.levers += value_of(arms[p.session.arm_a()].strategy, row) != value_of(arms[p.session.arm_b()].strategy, row);
}

// The question an answer belongs to: as it was when the answer was given, otherwise of the run on screen.
std::string question_of(Paint& p, std::size_t i) {
    const Notes& notes = p.session.notes();
    if (!notes.answers[i].empty() && !notes.questions[i].empty()) return notes.questions[i];
    const std::vector<std::string>& now = p.memory.take_home.questions;
    return i < now.size() ? now[i] : std::string();
}

// A forecast about this scenario that has been revealed, as the report takes it.
std::optional<ReportForecast> forecast_of(const Session& session) {
    const Forecast* f = session.forecast();
    if (!f || !f->called) return {};
    ReportForecast out;
    out.leader = f->call == Call::Same ? -1 : static_cast<int>(f->call == Call::First ? session.arm_a() : session.arm_b());
    out.confidence = f->confidence;
    out.line = f->line;
    return out;
}

// The address of this state; none where nobody else could open it.
Address address_of(const Paint& p) {
    if (!p.frame.address) return {};
    Address found = p.frame.address();
    return link_travels(found.link) ? found : Address{};
}

std::string said(const Session& session, Call call) {
    return call == Call::Same ? tr("report.call.same")
                              : tr("report.call.ahead", {{"arm", session.scenario().arms[call == Call::First ? session.arm_a() : session.arm_b()].name}});
}

// Every forecast of this sitting that was revealed, the newest last; the one about this run stands apart already.
ReportTable forecasts_of(const Session& session) {
    ReportTable table{tr("report.forecasts"), {tr("report.scenario"), tr("report.forecast"), tr("report.result"), ""}, {}};
    const std::vector<Scored>& all = session.scores();
    const std::size_t from = all.size() > kMostReportRows ? all.size() - kMostReportRows : 0;
    for (std::size_t i = from; i < all.size(); ++i) {
        const auto words = [&](Call call) { return call == Call::Same ? tr("report.call.same") : tr(call == Call::First ? "report.call.first" : "report.call.second"); };
        const bool here = all[i].scenario == session.scenario().title.in("en");
        table.rows.push_back({{all[i].scenario, (here ? said(session, all[i].forecast.call) : words(all[i].forecast.call)) + ", " + tr("report.sure", {{"confidence", percent(all[i].forecast.confidence)}}),
                               here ? said(session, all[i].result) : words(all[i].result), tr(all[i].right() ? "report.right" : "report.wrong")}});
    }
    return table;
}

// The table of the arena, once it is revealed.
ReportTable arena_of(const Session& session) {
    const Teams& teams = session.teams();
    ReportTable table{teams.size() ? tr("report.arena", {{"rival", teams.rival()}}) : std::string(), {tr("arena.team"), tr("arena.reached"), tr("arena.gap"), tr("arena.forecast")}, {}};
    if (!teams.revealed()) return table;
    const auto signs = [](double share) { return signed_number(100 * share, 1) + "\u202f%"; };
    for (const Standing& s : teams.standings()) {
        const TeamFile& file = teams.file(s.team);
        table.rows.push_back({{file.team, s.reached_day > 0 ? tr("time.week_n", {{"week", number(week_of(s.reached_day))}}) : tr("arena.not_reached"),
                               signs(s.gap_share), file.forecast ? signs(file.forecast->gap) : std::string("\u2013")}});
    }
    return table;
}

std::string page_of(Paint& p) {
    ReportInput input{*p.session.ensemble(), *p.session.comparison()};
    input.forecast = forecast_of(p.session);
    input.notes = p.session.notes();
    for (std::size_t i = 0; i < input.notes.questions.size(); ++i) input.notes.questions[i] = question_of(p, i);
    input.forecasts = forecasts_of(p.session);
    if (input.forecast && input.forecasts.rows.size() == 1) input.forecasts.rows.clear();   // it stands beside the result
    input.arena = arena_of(p.session);
    Address found = address_of(p);
    input.link = std::move(found.link), input.qr_svg = std::move(found.qr_svg);
    input.gap_chart = p.frame.state.race_shows == 1;
    return report_html(input);
}

// Label over a field; returns the height of both.
float labelled(Paint& p, const std::string& id, Rect at, const std::string& label, std::string& words, std::size_t most, int lines, Rect view, bool draw) {
    const Face& small = p.type.small;
    const float h = lines > 1 ? static_cast<float>(lines) * p.type.body.em * 1.42f + 16 : std::max(p.layout.control, p.layout.target);
    const float label_h = p.paragraph(small, at.x, at.y, at.w, p.colours.soft, label, 3, draw) + 4;
    if (draw) {
        Rect box{at.x, at.y + label_h, at.w, h};
        FieldLook look;
        look.area = lines > 1;
        look.group = tr("take_home.title");
        if (p.ui.focused(id) && p.memory.focus_before != id) {
            bring_into_view(view, inset(box, -8), p.frame.state.panel_scroll);
            p.memory.focus_before = id;
        }
        if (auto typed = field(p, id, box, label, words, look)) {
            words = kept_words(*typed, most);
            p.session.noted();
        }
    }
    return label_h + h;
}

float draw_fields(Paint& p, Rect r, Rect view, bool draw) {
    Notes& notes = p.session.notes();
    float y = r.y;
    const auto title = [&](const char* key) {
        if (draw) p.caps(r.x, y, p.colours.soft, tr(key));
        y += p.type.caps.height + 8;
    };
    title("take_home.answers");
    for (std::size_t i = 0; i < notes.answers.size(); ++i) {
        const std::string question = question_of(p, i), before = notes.answers[i];
        y += labelled(p, "notes.answer." + std::to_string(i), {r.x, y, r.w, 0},
                      question.empty() ? tr("take_home.question", {{"n", number(static_cast<double>(i + 1))}}) : question, notes.answers[i], kMostAnswer, p.frame.height < 900 ? 2 : 3, view, draw) + 12;
        if (notes.answers[i] != before) notes.questions[i] = notes.answers[i].empty() ? std::string() : question;
    }
    y += 6;
    title("take_home.commitment");
    y += labelled(p, "notes.action", {r.x, y, r.w, 0}, tr("report.action"), notes.action, kMostCommitment, 1, view, draw) + 10;
    const float half = (r.w - 12) / 2;
    labelled(p, "notes.person", {r.x, y, half, 0}, tr("report.person"), notes.person, kMostCommitment, 1, view, draw);
    y += labelled(p, "notes.date", {r.x + half + 12, y, half, 0}, tr("report.date"), notes.date, kMostCommitment, 1, view, draw) + 4;
    return y - r.y;
}

// The verdict with its strip, then a row for each part of the page; a tick where it is there, a ring where it is still to be written.
float draw_preview(Paint& p, Rect r, bool draw) {
    const Notes& notes = p.session.notes();
    const std::string group = tr("take_home.title");
    float y = r.y;
    if (draw) p.caps(r.x, y, p.colours.soft, tr("take_home.in_file"));
    y += p.type.caps.height + 8;
    y += p.paragraph(p.type.strong, r.x, y, r.w, p.colours.ink, p.session.comparison()->verdict.text, 4, draw) + 8;
    const float strip_h = std::round(p.type.small_strong.height + 58);
    if (draw) draw_figure(p, verdict_figures(p).strip, {r.x, y, r.w, strip_h});
    y += strip_h + 12;

    const auto answered = static_cast<std::size_t>(std::count_if(notes.answers.begin(), notes.answers.end(), [](const std::string& a) { return !a.empty(); }));
    const std::size_t committed = !notes.action.empty() + !notes.person.empty() + !notes.date.empty(), levers = p.memory.take_home.levers;
    struct Part {
        std::string words;
        bool there;
    };
    std::vector<Part> rows{
        {tr("take_home.row.verdict"), true},
        {tr(p.frame.state.race_shows == 1 ? "take_home.row.chart.1" : "take_home.row.chart.0"), true},
        {tr("take_home.row.reasons"), true},
        {tr(levers == 1 ? "take_home.row.levers.one" : "take_home.row.levers", {{"n", number(static_cast<double>(levers))}}), true},
        {tr("take_home.row.outcomes"), true},
        {tr("take_home.row.answers", {{"n", number(static_cast<double>(answered))}, {"questions", number(static_cast<double>(notes.answers.size()))}}), answered == notes.answers.size()},
        {tr("take_home.row.commitment", {{"n", number(static_cast<double>(committed))}}), committed == 3},
        {tr("take_home.row.origin"), true},
    };
    if (!arena_of(p.session).rows.empty()) rows.insert(rows.begin() + 5, {tr("take_home.row.arena"), true});
    if (p.session.scores().size() > 1) rows.insert(rows.begin() + 5, {tr("take_home.row.forecasts", {{"n", number(static_cast<double>(p.session.scores().size()))}}), true});
    if (forecast_of(p.session)) rows.insert(rows.begin() + 1, {tr("take_home.row.forecast"), true});
    std::string all;
    for (const Part& row : rows) {
        const float tall = p.type.body.height;
        if (draw && row.there) p.text(p.type.strong, r.x, y, p.colours.ink, "\u2713");
        if (draw && !row.there) p.frame_of({r.x + 1, y + tall * 0.25f, tall * 0.5f, tall * 0.5f}, p.colours.faint, 3, 1.5f);
        y += p.paragraph(p.type.body, r.x + 24, y - 2, r.w - 24, row.there ? p.colours.ink : p.colours.soft, row.words, 2, draw) + 3;
        all += row.words + ". ";
    }
    y += 8;
    TakeHomeMemory& m = p.memory.take_home;
    if (!m.travels) m.travels = !address_of(p).link.empty();
    const std::string print = tr("take_home.print") + ' ' + tr(*m.travels ? "take_home.link" : "take_home.no_link");
    y += p.paragraph(p.type.small, r.x, y, r.w, p.colours.soft, print, 6, draw);
    if (draw) tell(p, "take_home.preview", Role::Text, tr("take_home.in_file") + ": " + p.session.comparison()->verdict.text + ' ' + all + print, {r.x, r.y, r.w, y - r.y}, {}, group);
    return y - r.y;
}

// Buttons below; returns their height.
float draw_buttons(Paint& p, Rect r, bool draw) {
    ViewState& state = p.frame.state;
    Wishes& wishes = p.frame.wishes;
    const std::string group = tr("take_home.title"), &id = p.session.scenario().id;
    const Decimal decimal = state.decimal_comma ? Decimal::Comma : Decimal::Point;
    const float h = std::max(p.layout.control, p.layout.target);
    float x = r.x, y = r.y;
    const auto next = [&](float w) {   // wraps where the line is full
        if (x > r.x && x + w > r.x + r.w) x = r.x, y += h + 8;
        Rect at{x, y, std::min(w, r.w), h};
        x += w + 10;
        return at;
    };
    ButtonLook dark, light;
    dark.kind = ButtonLook::Dark;
    dark.group = light.group = group;
    Rect at = next(button_width(p, tr("take_home.download"), dark));
    if (draw && button(p, "take_home.download", at, tr("take_home.download"), dark)) wishes.save_name = id + ".html", wishes.save_text = page_of(p);
    at = next(button_width(p, tr("take_home.table"), light));
    if (draw && button(p, "take_home.table", at, tr("take_home.table"), light))
        wishes.save_name = id + ".csv", wishes.save_text = comparison_csv(*p.session.ensemble(), compare(*p.session.ensemble()), decimal);
    at = next(button_width(p, tr("take_home.series"), light));
    if (draw && button(p, "take_home.series", at, tr("take_home.series"), light))
        wishes.save_name = id + ".series.csv", wishes.save_text = series_csv(*p.session.ensemble(), decimal);
    const float words = p.width(p.type.small, tr("take_home.decimal")) + 10, choice = 130;
    at = next(words + choice);
    if (draw) {
        p.text(p.type.small, at.x, at.y + (h - p.type.small.height) / 2, p.colours.soft, tr("take_home.decimal"));
        const std::vector<std::string> labels{tr("take_home.point"), tr("take_home.comma")}, names{tr("take_home.decimal") + ": " + labels[0], tr("take_home.decimal") + ": " + labels[1]};
        const int chosen = segments(p, "take_home.decimal", {at.x + words, at.y, choice, h}, labels, names, state.decimal_comma ? 1 : 0, group);
        if (chosen >= 0) state.decimal_comma = chosen == 1;
    }
    return y + h - r.y;
}

}  // namespace

void draw_take_home(Paint& p) {
    ViewState& state = p.frame.state;
    const std::string title = tr("take_home.title");
    const bool hidden = covered(p.session), all = !p.session.refining() && !p.session.preview(),
               ready = !hidden && all && p.session.ensemble() && p.session.comparison();
    if (ready) refresh(p);
    const bool beside = p.frame.width >= 1000;
    const float width = beside ? std::min(p.type.body.em * 68, p.frame.width - 56) : p.type.body.em * 40;

    // Heights first: sentences wrap.
    const float inside = std::min(width, p.frame.width - (p.frame.width < 600 ? 20.0f : 56.0f)) - (p.frame.width < 600 ? 32.0f : 52.0f) - 10;
    const float gap = 36, left = beside ? std::round((inside - gap) * 0.56f) : inside, right = beside ? inside - gap - left : inside;
    float content = 160, buttons = 0;
    if (ready) {
        const float fields = draw_fields(p, {0, 0, left, 0}, {}, false), preview = draw_preview(p, {0, 0, right, 0}, false);
        content = beside ? std::max(fields, preview) : fields + 24 + preview;
        buttons = draw_buttons(p, {0, 0, inside, 0}, false) + 14;
    }
    bool open = true;
    const Panel before = state.panel;
    Rect in = dialog(p, title, width, content + buttons + 4, open);
    if (hidden) {
        draw_covered(p, {in.x, in.y, in.w, std::min(in.h, 150.0f)}, "take_home.covered", title);
    } else if (!ready) {
        p.paragraph(p.type.body, in.x, in.y, in.w, p.colours.soft, tr("take_home.waiting"), 3);
        tell(p, "take_home.waiting", Role::Text, tr("take_home.waiting"), in, {}, title);
    } else {
        Rect view{in.x, in.y, in.w - 10, in.h - buttons};
        float y = begin_scroll(p, "take_home", view, content, state.panel_scroll);
        float used = draw_fields(p, {view.x, y, left, 0}, view, true);
        draw_preview(p, beside ? Rect{view.x + left + gap, y, right, 0} : Rect{view.x, y + used + 24, right, 0}, true);
        end_scroll(p, "take_home", view, content, state.panel_scroll);
        draw_buttons(p, {in.x, in.y + in.h - buttons + 14, inside, 0}, true);
    }
    if (!open && state.panel == before) state.panel = Panel::None;
}

}  // namespace parley
