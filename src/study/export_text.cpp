// A comparison for a terminal: verdict first, then how the worlds fall, the figures and why they differ.
#include <algorithm>
#include <cmath>

#include "parley_version.h"
#include "scenario/scenario_json.h"
#include "study/assumptions.h"
#include "study/export.h"
#include "study/stats.h"
#include "study/strings.h"
#include "study/wording.h"

namespace parley {
namespace {

constexpr const char* kBars[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

// The outcomes a person reads first; the rest is in JSON and CSV.
constexpr std::string_view kShown[] = {
    "sales",       "profit",    "npv",         "spend",               "",
    "buyers",      "purchases_per_buyer",      "money_per_purchase",  "net_new_customers", "",
    "trust",       "attitude",  "quality",     "followers",           "",
    "impressions", "questions", "complaints",  "replies",             "unanswered",
    "tells",       "peer_posts", "shares",     "mutes"};

std::string trimmed(const std::string& line) { return line.substr(0, line.find_last_not_of(' ') + 1); }

// A bar of 0..8 eighths; anything that is there at all is seen.
const char* bar(double value, double top) {
    if (value <= 0 || top <= 0) return kBars[0];
    return kBars[std::clamp(static_cast<int>(value / top * 8 + 0.5), 1, 8)];
}

// How many worlds fall where, on a line with nothing in the middle.
std::string strip_of(const Difference& d, const Scenario& scenario, Currency currency) {
    constexpr int kSide = 24;
    double reach = 0;
    for (const double gap : d.gaps) reach = std::max(reach, std::fabs(gap));
    if (reach == 0) return "";
    std::vector<int> bins(2 * kSide, 0);
    for (const double gap : d.gaps) {
        if (gap == 0) continue;
        const int place = std::min(static_cast<int>(std::fabs(gap) / reach * kSide), kSide - 1);
        ++bins[static_cast<std::size_t>(gap < 0 ? kSide - 1 - place : kSide + place)];
    }
    const int top = *std::max_element(bins.begin(), bins.end());
    std::string line;
    for (int i = 0; i < 2 * kSide; ++i) {
        if (i == kSide) line += "│";
        line += bar(bins[static_cast<std::size_t>(i)], top);
    }
    const std::string left = "◂ " + scenario.arms[d.a].name + " ahead", right = scenario.arms[d.b].name + " ahead ▸";
    const std::string edge = amount_text(reach, d.outcome->unit, currency);
    return trimmed("  " + line) + "\n  " + padded(left, kSide) + "0" + padded(right, kSide, true) +
           "\n  each bar counts worlds; the line ends at " + edge + "\n";
}

// The mean gap of each 4 weeks, as bars above and below nothing.
std::string race_of(const Ensemble& ensemble, const Comparison& c) {
    const Scenario& scenario = ensemble.scenario();
    const OutcomeSpec& outcome = *c.verdict.outcome;
    const int days = static_cast<int>(scenario.run.days);
    std::vector<double> gaps;
    for (int from = 1; from + 27 <= days; from += 28) {
        double gap = 0;
        for (const PairResult* world : ensemble.results())
            gap += outcome_between(outcome, world->arms[c.b], scenario.market.customers, from, from + 27) -
                   outcome_between(outcome, world->arms[c.a], scenario.market.customers, from, from + 27);
        gaps.push_back(gap);
    }
    double top = 0;
    for (const double gap : gaps) top = std::max(top, std::fabs(gap));
    if (gaps.size() < 2 || top == 0) return "";
    std::string b_line, a_line;
    for (const double gap : gaps) {
        b_line += std::string(bar(gap, top)) + " ";
        a_line += std::string(bar(-gap, top)) + " ";
    }
    const std::size_t names = std::max(width_of(scenario.arms[c.a].name), width_of(scenario.arms[c.b].name)) + 2;
    const auto row = [&](std::size_t arm, const std::string& bars) {
        return trimmed("  " + padded(scenario.arms[arm].name, names) + bars) + "\n";
    };
    return "Lead in " + lowered(outcome.label) + ", 4 weeks by 4 weeks\n" + row(c.b, b_line) + row(c.a, a_line);
}

// Rows of cells, the first column to the left, the others to the right, each as wide as it must be.
std::string aligned(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (widths.size() <= i) widths.push_back(0);
            widths[i] = std::max(widths[i], width_of(row[i]));
        }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) line += "  " + padded(row[i], widths[i], i > 0);
        text += trimmed(line) + "\n";
    }
    return text;
}

// Units stand beside the name where they do not repeat it.
std::string named(const OutcomeSpec& spec, const Scenario& scenario) {
    const std::string unit = unit_of(spec, scenario);
    if (is_money(spec.unit)) return std::string(spec.label) + ", " + unit.substr(0, unit.find('/'));
    if (unit.find("..") != std::string::npos) return std::string(spec.label) + ", " + unit;
    return spec.label;
}

// A narrow interval needs more digits than the figures it belongs to, unless they are whole.
int decimals_within(int decimals, double width) {
    double steps = width;
    for (int i = 0; i < decimals; ++i) steps *= 10;
    int fine = decimals;
    for (; decimals > 0 && steps > 0 && steps < 2 && fine < 5; steps *= 10) ++fine;
    return fine;
}

std::string table_of(const Scenario& scenario, const Comparison& c) {
    std::vector<std::vector<std::string>> rows;
    rows.push_back({"", scenario.arms[c.a].name, scenario.arms[c.b].name, "gap", "90 % interval", "ahead in"});
    for (const std::string_view name : kShown) {
        if (name.empty()) {
            rows.push_back({});
            continue;
        }
        const Difference& d = c.difference(c.a, c.b, name);
        const auto i = static_cast<std::size_t>(d.outcome - outcomes().data());
        const double of_a = c.arms[c.a][i].mean, of_b = c.arms[c.b][i].mean;
        const int decimals = decimals_for(std::max(std::fabs(of_a), std::fabs(of_b)), is_money(d.outcome->unit));
        const int fine = decimals_within(decimals, d.high - d.low);
        const std::string interval = d.pairs < 2 ? "-" : signed_text(d.low, fine) + " to " + signed_text(d.high, fine);
        const std::string ahead =
            d.ties == d.pairs ? "all equal" : grouped_text(d.b_ahead, 0) + " of " + grouped_text(d.pairs, 0);
        rows.push_back({named(*d.outcome, scenario), grouped_text(of_a, decimals), grouped_text(of_b, decimals),
                        signed_text(d.mean, fine), interval, ahead});
    }
    return aligned(rows);
}

std::string split_of(const Scenario& scenario, const Comparison& c) {
    const int decimals = decimals_for(c.split.total, true);
    const std::string unit = unit_in("currency", scenario.currency);
    const auto row = [&](const char* label, double part) {
        return std::vector<std::string>{label, signed_text(part, decimals) + " " + unit};
    };
    return "Why sales differ: buyers x purchases per buyer x money per purchase\n" +
           aligned({row("more or fewer buyers", c.split.buyers), row("how often they buy", c.split.purchases_per_buyer),
                    row("how much they pay", c.split.money_per_purchase), row("gap in sales", c.split.total)});
}

// "5-8", counted from 1.
std::string weeks_text(int from, int to) {
    const int first = (from + 6) / 7, last = to / 7;
    return first >= last ? std::to_string(first) : std::to_string(first) + "-" + std::to_string(last);
}

}  // namespace

std::string comparison_text(const Ensemble& ensemble, const Comparison& c) {
    const Scenario& scenario = ensemble.scenario();
    const Difference& subject = c.difference(c.a, c.b, c.verdict.outcome->name);
    std::string text = scenario.title.in("en") + "\n";
    if (!scenario.question.empty()) text += scenario.question.in("en") + "\n";
    text += "\n" + c.verdict.text + "\n";
    if (const Assumptions* known = scenario.run.ignorance > 0 ? nullptr : assumptions_of(scenario, c.a, c.b))
        text += tr("report.assumptions", {{"same", std::to_string(known->same)}, {"draws", std::to_string(known->draws)}}) + "\n";
    text += "\n";

    const std::string strip = strip_of(subject, scenario, scenario.currency);
    if (!strip.empty()) text += "Gap in " + lowered(subject.outcome->label) + ", world by world\n" + strip + "\n";
    const std::string race = race_of(ensemble, c);
    if (!race.empty()) text += race + "\n";
    text += table_of(scenario, c) + "\n";
    if (c.split.total != 0) text += split_of(scenario, c) + "\n";

    text += count_text(c.pairs, "pair") + " of worlds, " + count_text(static_cast<int>(scenario.run.days), "day") + ", " +
            grouped_text(scenario.market.customers, 0) + " customers, seed " + grouped_text(scenario.run.seed, 0) + "\n";
    text += "scenario " + scenario.id + " " + scenario_hash(scenario) + ", digest " + ensemble.digest() + ", engine " +
            PARLEY_VERSION + "\n";
    return text;
}

std::string series_text(const Ensemble& ensemble, const Comparison& c) {
    const Scenario& scenario = ensemble.scenario();
    const OutcomeSpec& outcome = *c.verdict.outcome;
    const std::vector<const PairResult*> worlds = ensemble.results();
    const int days = static_cast<int>(scenario.run.days);
    std::vector<std::vector<std::string>> rows(1, {"weeks"});
    for (const Arm& arm : scenario.arms) rows[0].insert(rows[0].end(), {arm.name, "90 % of worlds"});

    for (int from = 1; from <= days; from += 28) {
        const int to = std::min(from + 27, days);
        rows.push_back({weeks_text(from, to)});
        for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm) {
            std::vector<double> values;
            for (const PairResult* world : worlds)
                values.push_back(outcome_between(outcome, world->arms[arm], scenario.market.customers, from, to));
            const double centre = mean(values);
            const int decimals = decimals_for(centre, is_money(outcome.unit));
            rows.back().push_back(grouped_text(centre, decimals));
            rows.back().push_back(grouped_text(quantile(values, 0.05), decimals) + " to " +
                                  grouped_text(quantile(values, 0.95), decimals));
        }
    }
    return named(outcome, scenario) + ", every 4 weeks\n" + aligned(rows);
}

std::string run_text(const Scenario& scenario, const PairResult& world, int arm) {
    static constexpr std::string_view kColumns[] = {"sales",   "profit", "buyers",     "questions", "complaints", "replies",
                                                    "tells", "peer_posts", "trust", "followers"};
    const double customers = scenario.market.customers;
    const int days = static_cast<int>(scenario.run.days);
    std::string text = scenario.title.in("en") + "\n";
    for (std::size_t i = 0; i < world.arms.size(); ++i) {
        if (arm >= 0 && static_cast<std::size_t>(arm) != i) continue;
        std::vector<std::vector<std::string>> rows(1, {"weeks"});
        for (const std::string_view column : kColumns) rows[0].push_back(named(*find_outcome(column), scenario));
        const auto add = [&](std::string head, int from, int to) {
            rows.push_back({std::move(head)});
            for (const std::string_view column : kColumns) {
                const OutcomeSpec& spec = *find_outcome(column);
                const double value = outcome_between(spec, world.arms[i], customers, from, to);
                rows.back().push_back(grouped_text(value, spec.rule == Rule::Last && spec.unit[0] == '0' ? 3 : 0));
            }
        };
        for (int from = 1; from <= days; from += 28) {
            const int to = std::min(from + 27, days);
            add(weeks_text(from, to), from, to);
        }
        add("all", 1, days);
        text += "\n" + scenario.arms[i].name + "\n" + aligned(rows);
    }
    text += "\none world of " + grouped_text(customers, 0) + " customers, seed " + grouped_text(scenario.run.seed, 0) +
            ", scenario " + scenario.id + " " + scenario_hash(scenario) + ", digest " + hex_of(digest_of(world)) + ", engine " +
            PARLEY_VERSION + "\n";
    return text;
}

}  // namespace parley
