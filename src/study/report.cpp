#include "study/report.h"

#include <algorithm>
#include <cmath>

#include "parley_version.h"
#include "scenario/scenario_json.h"
#include "study/assumptions.h"
#include "study/era.h"
#include "study/figure_svg.h"
#include "study/figures.h"
#include "study/number_format.h"
#include "study/report_style.h"
#include "study/wording.h"

namespace parley {
namespace {

constexpr std::string_view kOutcomes[] = {"sales", "profit", "buyers", "net_new_customers", "purchases_per_buyer", "money_per_purchase",
                                          "trust", "replies", "complaints"};
constexpr std::size_t kMostLevers = 12, kMostTitle = 90, kMostQuestion = 220, kMostAsked = 200, kMostLink = 2000, kMostQr = 200000;

std::string element(const char* name, const std::string& inner, const char* style = "") {
    return std::string("<") + name + (*style ? std::string(" class=\"") + style + '"' : std::string()) + '>' + inner + "</" + name + ">\n";
}
std::string heading(const char* key) { return element("h2", escaped(tr(key))); }

// An arm's name with its mark, in its colour.
std::string arm_html(const Scenario& s, std::size_t arm) {
    const char* const marks[] = {"\u25A0", "\u25CF", "\u25B2"};
    const std::string kind = std::to_string(std::min<std::size_t>(arm, 2));
    return "<span class=\"arm a" + kind + "\"><i>" + marks[std::min<std::size_t>(arm, 2)] + "</i> " + escaped(shortened(s.arms[arm].name, 40)) + "</span>";
}

// What stands on the page besides the chart, so that type and chart can be made to fit the one sheet.
struct Load {
    std::size_t question = 0, verdict = 0, finding = 0, chart_words = 0;   // letters
    std::size_t levers = 0, forecasts = 0, teams = 0;                      // rows of tables
    bool more_levers = false, forecast = false, link = false, known = false;
};

constexpr double kSheet = 1043, kWide = 700;                 // CSS pixels of an A4 page inside its margins
constexpr double kType[] = {12, 11.2, 10.2, 9.4, 8.6, 7.9, 7.2};   // of the classes dense0 .. dense6 (report_style.h)
constexpr double kLeastChart = 100, kMostChart = 290, kPleasantChart = 140;

// Height of all that at a size of type, as report_style.h sets it; a little more than it takes, since letters differ from font to font.
double height_of(const ReportInput& in, const Load& load, double em) {
    const double line = 1.4 * em, row = line + 4;
    const auto lines = [](std::size_t letters, double width, double size) {
        return letters == 0 ? 0 : std::ceil(1.04 * static_cast<double>(letters) * 0.53 * size / width);
    };
    const double heading = 0.9 * line + 14;
    double h = 1.25 * line + 6 + lines(load.question, kWide, 1.4 * em) * 1.25 * 1.4 * em + 6 + std::max(74.0, lines(load.verdict, 430, 1.6 * em) * 1.25 * 1.6 * em);
    if (load.forecast) h += 2.2 * line + 22;
    h += (load.known ? line + 3 : 0) + 10 + (load.chart_words ? lines(load.chart_words, kWide, em) * line + 3 : 0);
    h += heading + std::max(95 + lines(load.finding, 330, em) * line, static_cast<double>(load.levers + 1) * row + (load.more_levers ? 2 * line + 3 : 0));
    h += heading + static_cast<double>(std::size(kOutcomes)) * row + 2 * line;
    // Beside each other; a forecast takes two lines.
    const double forecasts = static_cast<double>(load.forecasts) * (2 * line + 4), teams = static_cast<double>(load.teams) * row;
    if (forecasts + teams > 0) h += heading + 1.5 * row + std::max(forecasts, teams);
    double tallest = 0;
    bool asked = false;
    for (std::size_t i = 0; i < in.notes.answers.size(); ++i) {
        const std::string &question = in.notes.questions[i], &answer = in.notes.answers[i];
        if (question.empty() && answer.empty()) continue;
        asked = true;
        const auto breaks = static_cast<double>(std::count(answer.begin(), answer.end(), '\n'));
        tallest = std::max(tallest, 3 + line * lines(std::min(question.size(), kMostAsked), 215, em) +
                                        (answer.empty() ? 34 : line * (breaks + lines(std::min(answer.size(), kMostAnswer), 215, em))));
    }
    if (asked) h += heading + tallest;
    const auto said = [&](const std::string& words, double width) { return lines(std::min(words.size(), kMostCommitment), width, 1.15 * em) * 1.25 * 1.1 * em; };
    h += 26 + 0.9 * line + std::max({18.0, said(in.notes.action, 355), said(in.notes.person, 160), said(in.notes.date, 110)});
    return h + 18 + std::max(load.link ? 80.0 : 0.0, (load.link ? 5 : 4) * 0.84 * line) + 6;
}

std::string chart(Figure figure, const char* id, float width, float height, float em = 12.5f) {
    SvgLook look;
    look.width = width, look.height = height, look.em = em, look.id = std::string("parley-") + id;
    return figure_svg(figure, look);
}

// The line drawn by hand, in money: share of a's mean in that week.
void add_forecast(Figure& gap, const std::vector<double>& shares, const Ensemble& ensemble, std::size_t a) {
    const Band sales = band(ensemble, a, Observable::sales, true);
    Figure::Curve& line = gap.curves.emplace_back();
    line.stroke = Stroke::Dotted;
    line.name = tr("report.forecast");
    for (std::size_t i = 0; i < sales.day.size() && i + 1 < shares.size(); ++i) {
        line.x.push_back(sales.day[i]);
        line.y.push_back(shares[i + 1] * sales.mean[i]);
        gap.y.from = std::min(gap.y.from, line.y.back()), gap.y.to = std::max(gap.y.to, line.y.back());
    }
    if (line.x.empty()) gap.curves.pop_back();
}

std::string levers_table(const Scenario& s, std::size_t a, std::size_t b, const std::vector<const ParamSpec*>& rows, std::size_t most) {
    const std::string sign = currency_sign(s);
    std::string body, more;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ParamSpec& row = *rows[i];
        if (i >= most) {
            more += (more.empty() ? "" : ", ") + lower_first(row.label);
            continue;
        }
        body += "<tr><th>" + escaped(row.label) + "</th><td>" + escaped(lever_text(row, s.arms[a].strategy, sign)) + "</td><td>" +
                escaped(lever_text(row, s.arms[b].strategy, sign)) + "</td></tr>\n";
    }
    if (rows.empty()) return element("p", escaped(tr("report.levers.none")), "small");
    return "<table><thead><tr><td></td><th>" + arm_html(s, a) + "</th><th>" + arm_html(s, b) + "</th></tr></thead><tbody>\n" + body + "</tbody></table>\n" +
           (more.empty() ? "" : element("p", escaped(shortened(tr("report.levers.more", {{"levers", more}}), 160)), "small"));
}

std::string outcomes_table(const Scenario& s, const Comparison& c) {
    const std::string sign = currency_sign(s);
    std::string body;
    for (const std::string_view name : kOutcomes) {
        const Difference& d = c.difference(c.a, c.b, name);
        const auto i = static_cast<std::size_t>(d.outcome - outcomes().data());
        const std::string_view unit = d.outcome->unit;
        const bool level = unit.find("..") != std::string_view::npos;   // 0..1: differs in the third decimal
        const double mean_a = c.arms[c.a][i].mean, mean_b = c.arms[c.b][i].mean, reach = std::max(std::abs(d.low), std::abs(d.high));
        PrintedPair pair = printed_pair(*d.outcome, mean_a, mean_b, sign);
        if (level) pair = {number(mean_a, 3), number(mean_b, 3), signed_number(d.mean, 3), d.mean, false};
        // in the steps of the values, unless that hides how wide it is
        double step = money_step(std::max(std::abs(mean_a), std::abs(mean_b)));
        if (d.high - d.low < 3 * step) step = step > 500 ? 100 : 0.01;
        const auto bound = [&](double v) {
            if (is_money(unit)) return signed_money_in_steps(v, step, sign);
            return signed_number(v, level ? 3 : reach < 10 ? 2 : 0);
        };
        body += "<tr><th>" + escaped(d.outcome->label) + (level ? " <small>" + std::string(unit) + "</small>" : std::string()) + "</th><td>" +
                escaped(pair.a) + "</td><td>" + escaped(pair.b) + "</td><td><b>" + escaped(pair.gap) + "</b></td><td>" +
                (d.pairs < 2 ? "\u2013" : escaped(bound(d.low) + " \u2026 " + bound(d.high))) + "</td><td>" +
                escaped(d.ties == d.pairs ? tr("report.all_equal") : tr("report.ahead_in", {{"ahead", number(d.b_ahead)}, {"pairs", number(d.pairs)}})) +
                "</td></tr>\n";
    }
    return "<table><thead><tr><td></td><th>" + arm_html(s, c.a) + "</th><th>" + arm_html(s, c.b) + "</th><th>" + escaped(tr("report.gap")) + "</th><th>" +
           escaped(tr("report.interval")) + "</th><th>" + escaped(tr("report.ahead", {{"arm", shortened(s.arms[c.b].name, 24)}})) +
           "</th></tr></thead><tbody>\n" + body + "</tbody></table>\n";
}

// Forecasts of the sitting and the arena, side by side where there are both.
std::string room_html(const ReportInput& in) {
    std::string out;
    for (const ReportTable* table : {&in.forecasts, &in.arena}) {
        if (table->rows.empty()) continue;
        const auto line = [](const std::vector<std::string>& cells, bool head) {
            std::string row;
            for (std::size_t i = 0; i < cells.size(); ++i)
                row += (head || i == 0 ? "<th>" : "<td>") + escaped(shortened(cells[i], 60)) + (head || i == 0 ? "</th>" : "</td>");
            return "<tr>" + row + "</tr>\n";
        };
        std::string body;
        for (std::size_t i = 0; i < std::min(table->rows.size(), kMostReportRows); ++i) body += line(table->rows[i].cells, false);
        out += "<section class=\"room\">" + element("h2", escaped(table->title)) + "<table><thead>" + line(table->heads, true) + "</thead><tbody>\n" + body + "</tbody></table></section>\n";
    }
    if (!in.forecasts.rows.empty() && !in.arena.rows.empty()) return "<div class=\"two\">" + out + "</div>\n";
    return out;
}

std::string forecast_html(const ReportInput& in) {
    const Scenario& s = in.ensemble.scenario();
    const Verdict& v = in.comparison.verdict;
    const ReportForecast& f = *in.forecast;
    const auto call = [&](int arm) {
        return arm < 0 ? tr("report.call.same") : tr("report.call.ahead", {{"arm", shortened(s.arms[static_cast<std::size_t>(arm)].name, 40)}});
    };
    const int came = v.form == VerdictForm::Close ? -1 : v.leader;
    return element("div",
                   element("div", "<small>" + escaped(tr("report.forecast")) + "</small><b>" + escaped(call(f.leader)) + "</b>" +
                                      escaped(tr("report.sure", {{"confidence", percent(f.confidence)}}))) +
                       element("div", "<small>" + escaped(tr("report.result")) + "</small><b>" + escaped(call(came)) + "</b>" +
                                          escaped(tr(came == f.leader ? "report.held" : "report.missed"))),
                   "beside");
}

std::string notes_html(const Notes& notes) {
    std::string items;
    for (std::size_t i = 0; i < notes.answers.size(); ++i) {
        if (notes.questions[i].empty() && notes.answers[i].empty()) continue;
        items += "<li><em>" + escaped(shortened(notes.questions[i], kMostAsked)) + "</em>" +
                 (notes.answers[i].empty() ? "<span class=\"blank\"></span>" : "<span>" + escaped(shortened(notes.answers[i], kMostAnswer)) + "</span>") + "</li>\n";
    }
    const auto line = [](const char* key, const std::string& words) {
        return "<div><small>" + escaped(tr(key)) + "</small>" +
               (words.empty() ? "<span class=\"blank\"></span>" : "<b>" + escaped(shortened(words, kMostCommitment)) + "</b>") + "</div>\n";
    };
    return (items.empty() ? "" : "<section class=\"answers\">" + heading("report.debrief") + "<ol>\n" + items + "</ol></section>\n") + "<section class=\"commit\">" +
           line("report.action", notes.action) + line("report.person", notes.person) + line("report.date", notes.date) + "</section>\n";
}

// Only a plain picture is let in: what the page's own QR library makes.
bool plain_svg(const std::string& svg) {
    if (svg.size() > kMostQr || svg.compare(0, 4, "<svg") != 0) return false;
    for (const char* bad : {"<script", "<image", "<foreignObject", "<use", "<a", "<style", "<!", "href", "url("})
        if (svg.find(bad) != std::string::npos) return false;
    // no attribute that runs: on... =
    for (std::size_t at = svg.find(" on"); at != std::string::npos; at = svg.find(" on", at + 1)) {
        std::size_t end = at + 1;
        while (end < svg.size() && svg[end] >= 'a' && svg[end] <= 'z') ++end;
        if (end < svg.size() && svg[end] == '=') return false;
    }
    return svg.find("</svg>") == svg.size() - 6;
}

}  // namespace

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t characters = 0, end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
        if (characters + 1 == most) end = i;
        if (++characters > most) return std::string(text.substr(0, end)) + "\u2026";
    }
    return std::string(text);
}

std::string report_html(const ReportInput& in) {
    const Scenario& s = in.ensemble.scenario();
    const Comparison& c = in.comparison;
    std::vector<const ParamSpec*> levers;
    for (const ParamSpec& row : kStrategyTable.rows)
        if (value_of(s.arms[c.a].strategy, row) != value_of(s.arms[c.b].strategy, row)) levers.push_back(&row);
    const std::string title = shortened(s.title.in(in.language), kMostTitle), question = shortened(s.question.in(in.language), kMostQuestion);

    const bool drawn = in.forecast && in.forecast->line.size() > 1;
    Figure main = in.gap_chart || drawn ? gap_figure(in.ensemble, c, 5) : race_figure(in.ensemble, c, 5);
    if (drawn) add_forecast(main, in.forecast->line, in.ensemble, c.a);
    const std::vector<Chain> chains{chain_of(in.ensemble, c.a), chain_of(in.ensemble, c.b)};
    const std::string finding = domino_finding(in.ensemble, c, chains);

    // The largest type that leaves the chart a pleasant height; what is left over is the chart's.
    Load load{question.size(), c.verdict.text.size(), finding.size(), in.gap_chart || drawn ? main.words.size() : 0, std::min(levers.size(), kMostLevers),
              std::min(in.forecasts.rows.size(), kMostReportRows), std::min(in.arena.rows.size(), kMostReportRows), levers.size() > kMostLevers, in.forecast.has_value(), !in.link.empty(), s.run.ignorance <= 0 && assumptions_of(s, c.a, c.b)};
    std::size_t dense = 0;
    const auto room = [&] { return kSheet - height_of(in, load, kType[dense]); };
    while (dense + 1 < std::size(kType) && room() < (dense < 3 ? kPleasantChart : kLeastChart)) ++dense;
    const auto chart_h = static_cast<float>(std::clamp(room(), kLeastChart, kMostChart));
    const auto chart_em = static_cast<float>(std::min(12.5, 1.08 * kType[dense]));

    std::string body;
    body += "<header><p class=\"brand\">Parley</p><p class=\"title\">" + escaped(title) + "</p></header>\n";
    if (!question.empty()) body += element("p", escaped(question), "question");
    body += "<section class=\"verdict\"><h1>" + escaped(c.verdict.text) + "</h1>" + chart(strip_figure(in.ensemble, c), "worlds", 250, 74) + "</section>\n";
    const Assumptions* known = s.run.ignorance > 0 ? nullptr : assumptions_of(s, c.a, c.b);
    if (known) body += element("p", escaped(tr("report.assumptions", {{"same", number(known->same)}, {"draws", number(known->draws)}})), "small");
    if (in.forecast) body += forecast_html(in);
    body += "<section class=\"chart\">" + chart(main, "lines", 700, chart_h, chart_em) + "</section>\n";
    if (in.gap_chart || drawn) body += element("p", escaped(main.words), "small");
    body += "<div class=\"two\"><section>" + heading("reasons.gap") + chart(split_figure(in.ensemble, c), "split", 330, 92, chart_em) + element("p", escaped(finding), "small") +
            "</section><section>" + heading("report.levers") + levers_table(s, c.a, c.b, levers, kMostLevers) + "</section></div>\n";
    body += "<section>" + element("h2", escaped(tr("report.outcomes", {{"period", period_text(c.day, s)}}))) + outcomes_table(s, c) + "</section>\n";
    body += room_html(in) + notes_html(in.notes);

    std::string origin = tr("report.origin", {{"pairs", number(c.pairs)},
                                              {"customers", number(s.market.customers)},
                                              {"days", number(s.run.days)},
                                              {"seed", number(s.run.seed)},
                                              {"id", shortened(s.id, 60)},
                                              {"hash", scenario_hash(s)},
                                              {"digest", in.ensemble.digest()},
                                              {"engine", PARLEY_VERSION}});
    std::string foot = "<p>" + escaped(tr("report.limits") + " " + era_short(s)) + "</p>\n<p class=\"origin\">" + escaped(origin) + "</p>\n";
    if (!in.link.empty() && in.link.size() <= kMostLink)
        foot += "<p class=\"link\"><a href=\"" + escaped(in.link) + "\">" + escaped(tr("report.link")) + "</a> <span>" + escaped(shortened(in.link, 110)) + "</span></p>\n";
    body += "<footer><div>" + foot + "</div>" + (plain_svg(in.qr_svg) ? "<div class=\"qr\">" + in.qr_svg + "</div>" : std::string()) + "</footer>\n";

    return "<!DOCTYPE html>\n<html lang=\"" + escaped(in.language) + "\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>" +
           escaped(title + " \u00b7 Parley") + "</title>\n<style>\n" + kReportStyle + "</style>\n</head>\n<body class=\"dense" + std::to_string(dense) + "\">\n<main>\n" + body +
           "</main>\n</body>\n</html>\n";
}

}  // namespace parley
