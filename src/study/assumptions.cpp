#include "study/assumptions.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>

#include "model/rng.h"
#include "parley_version.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/embedded_assumptions.h"
#include "study/ignorance.h"
#include "study/latin_hypercube.h"
#include "study/on_threads.h"
#include "study/stats.h"
#include "study/strings.h"

namespace parley {
namespace {

constexpr const char* kForms[] = {"ahead", "close", "date"};   // by VerdictForm
constexpr const char* kHead = "scenario,hash,engine,outcome,form,leader,draws,pairs,same,other,today,first,second,third,gaps\n";
constexpr std::size_t kMostWeights = 3;

// Who leads as shipped: 1 b, -1 a, 0 neither.
int direction_of(const Verdict& verdict) {
    return verdict.form == VerdictForm::Close ? 0 : whole_of(verdict, 0, 1).arm == 1 ? 1 : -1;
}

struct Judged {
    double gap = 0;                // b minus a as a share of a's mean
    VerdictForm form = VerdictForm::Close;
    int direction = 0;
};

Judged judged(const Scenario& scenario, int pairs, int jobs) {
    Ensemble ensemble(scenario, pairs, static_cast<std::uint32_t>(scenario.run.seed));
    run_ensemble(ensemble, jobs);
    const OutcomeSpec& outcome = subject_of(scenario);
    const Verdict verdict = judge(ensemble, outcome, 0, 1);
    const double of_a = std::fabs(mean_outcome(outcome, ensemble.results(), 0, scenario.market.customers, verdict.day));
    const double gap = verdict.leader == 0 ? -verdict.gap : verdict.gap;
    return {of_a == 0 ? 0 : gap / of_a, verdict.form, direction_of(verdict)};
}

Drawn drawn_of(const Judged& judged, VerdictForm form, int direction) {
    Drawn drawn;
    drawn.gap = static_cast<int>(std::lround(std::clamp(judged.gap, -100.0, 100.0) * 1e5));
    drawn.same = form == VerdictForm::Close ? judged.form == VerdictForm::Close : judged.gap * direction > 0;
    return drawn;
}

// Ranks from 0, those of equals their mean.
std::vector<double> ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> out(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
        for (std::size_t k = i; k < end; ++k) out[order[k]] = static_cast<double>(i + end - 1) / 2;
        i = end;
    }
    return out;
}

std::vector<Weight> weights_of(const Scenario& scenario, const std::vector<int>& gaps) {
    const int draws = static_cast<int>(gaps.size());
    const std::vector<double> gap(gaps.begin(), gaps.end());
    std::vector<Weight> all;
    for (const auto& [table, row] : drawn_rows(scenario)) {
        const double r = rank_correlation(latin_places(static_cast<std::uint64_t>(scenario.run.seed), *table, *row, draws), gap);
        if (r * r * (draws - 1) > 2.576 * 2.576) all.push_back({std::string(table->name) + '.' + row->name, r});
    }
    std::stable_sort(all.begin(), all.end(), [](const Weight& a, const Weight& b) { return std::fabs(a.correlation) > std::fabs(b.correlation); });
    if (all.size() > kMostWeights) all.resize(kMostWeights);
    return all;
}

std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), ',', ' ');
    return text;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(mark, at);
        out.push_back(text.substr(at, end == text.npos ? end : end - at));
        if (end == text.npos) return out;
        at = end + 1;
    }
}

template <class Number> bool read(std::string_view text, Number& number) {
    return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc{};
}

const std::vector<Assumptions>& known() {
    static const std::vector<Assumptions> all =
        kEmbeddedAssumptionCount ? read_assumptions({reinterpret_cast<const char*>(kEmbeddedAssumptions[0].data), kEmbeddedAssumptions[0].size}) : std::vector<Assumptions>{};
    return all;
}

// Up to which day a scenario's question counts as shipped: the hash leaves its target out, as that moves no world.  Read once.
int shipped_day(const std::string& id) {
    static std::map<std::string, int> days;
    const auto [at, fresh] = days.try_emplace(id, 0);
    if (fresh) {
        Diagnostics problems;
        if (const auto scenario = parse_scenario(shipped_scenario(id).value_or(""), problems)) at->second = verdict_day(*scenario);
    }
    return at->second;
}

std::string label_of(const std::string& path) {
    for (const ParamTable* table : param_tables())
        if (path.starts_with(std::string(table->name) + '.'))
            if (const ParamSpec* row = table->find(path.substr(path.find('.') + 1))) return row->label;
    return path;
}

}  // namespace

std::vector<double> latin_places(std::uint64_t seed, const ParamTable& table, const ParamSpec& row, int draws) {
    // Days 0 and 1 of this purpose are the worlds of ignorance.
    const Stream luck(seed, 0, Purpose::Ignorance, &table == &kBrandTable ? 3 : 2);
    const std::uint64_t key = key_of(row);
    const std::vector<std::size_t> order = order_by_lot(static_cast<std::size_t>(draws), [&](std::size_t draw) { return luck.bits(key, 2 * draw); });
    std::vector<double> places(order.size());
    for (std::size_t stratum = 0; stratum < order.size(); ++stratum)
        places[order[stratum]] = (static_cast<double>(stratum) + luck.uniform(key, 2 * order[stratum] + 1)) / draws;
    return places;
}

Scenario with_assumptions(const Scenario& scenario, int draw, int draws) {
    const auto seed = static_cast<std::uint64_t>(scenario.run.seed);
    Scenario lived = with_numbers_moved(scenario, kAssumptionReach, [&](const ParamTable& table, const ParamSpec& row) {
        return latin_places(seed, table, row, draws)[static_cast<std::size_t>(draw)];
    });
    // Arms live apart from each other: those that nobody asks about are not lived.
    lived.arms.resize(2);
    std::erase_if(lived.events, [](Event& event) {
        std::erase_if(event.changes, [](const Change& change) { return change.arm >= 2; });
        return event.arm >= 2 || (!event.what && event.changes.empty());
    });
    return lived;
}

Assumptions sweep_assumptions(const Scenario& scenario, int draws, int pairs, int jobs, const std::function<bool(int, int)>& progress) {
    Assumptions sweep;
    sweep.scenario = scenario.id, sweep.hash = scenario_hash(scenario), sweep.engine = PARLEY_VERSION;
    sweep.outcome = subject_of(scenario).name;
    sweep.draws = draws, sweep.pairs = pairs;
    const Judged shipped = judged(scenario, static_cast<int>(scenario.run.pairs), jobs);
    sweep.form = shipped.form;
    if (shipped.direction) sweep.leader = scenario.arms[shipped.direction > 0].name;
    Scenario now = scenario;
    now.market.reach_era = static_cast<double>(ReachEra::today);
    sweep.today = drawn_of(judged(now, static_cast<int>(scenario.run.pairs), jobs), shipped.form, shipped.direction).same;
    std::vector<Drawn> drawn(static_cast<std::size_t>(draws));
    int done = 0;
    on_threads(
        drawn.size(), jobs,
        [&](std::size_t draw) { drawn[draw] = drawn_of(judged(with_assumptions(scenario, static_cast<int>(draw), draws), pairs, 1), shipped.form, shipped.direction); },
        [&](std::size_t) { return !progress || progress(++done, draws); });
    for (const Drawn& d : drawn) sweep.same += d.same, sweep.gaps.push_back(d.gap);
    sweep.weights = weights_of(scenario, sweep.gaps);
    return sweep;
}

Drawn live_draw(const Scenario& scenario, int draw, const Assumptions& sweep) {
    const int direction = sweep.form == VerdictForm::Close ? 0 : sweep.leader == scenario.arms[1].name ? 1 : -1;
    return drawn_of(judged(with_assumptions(scenario, draw, sweep.draws), sweep.pairs, 1), sweep.form, direction);
}

double rank_correlation(std::span<const double> a, std::span<const double> b) {
    const std::vector<double> x = ranks(a), y = ranks(b);
    const double middle = (static_cast<double>(x.size()) - 1) / 2;
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        xy += (x[i] - middle) * (y[i] - middle), xx += (x[i] - middle) * (x[i] - middle), yy += (y[i] - middle) * (y[i] - middle);
    return xx == 0 || yy == 0 ? 0 : xy / std::sqrt(xx * yy);
}

std::string assumptions_csv(const std::vector<Assumptions>& all) {
    std::string out = kHead;
    for (const Assumptions& one : all) {
        out += one.scenario + ',' + one.hash + ',' + one.engine + ',' + one.outcome + ',' + kForms[static_cast<int>(one.form)] + ',' + cell(one.leader);
        for (const int count : {one.draws, one.pairs, one.same, one.other()}) out += ',' + std::to_string(count);
        out += one.today ? ",same" : ",other";
        for (std::size_t i = 0; i < kMostWeights; ++i) {
            out += ',';
            if (i < one.weights.size()) {
                const int hundredths = static_cast<int>(std::lround(100 * one.weights[i].correlation));
                out += one.weights[i].path + ':' + std::to_string(hundredths);
            }
        }
        out += ',';
        for (std::size_t i = 0; i < one.gaps.size(); ++i) out += (i ? " " : "") + std::to_string(one.gaps[i]);
        out += '\n';
    }
    return out;
}

std::vector<Assumptions> read_assumptions(std::string_view csv) {
    std::vector<Assumptions> all;
    for (const std::string_view line : split(csv, '\n')) {
        const std::vector<std::string_view> cells = split(line, ',');
        Assumptions one;
        if (cells.size() != 15 || !read(cells[6], one.draws) || !read(cells[7], one.pairs) || !read(cells[8], one.same)) continue;
        one.scenario = cells[0], one.hash = cells[1], one.engine = cells[2], one.outcome = cells[3], one.leader = cells[5];
        const auto form = std::find(std::begin(kForms), std::end(kForms), cells[4]);
        if (form == std::end(kForms)) continue;
        one.form = static_cast<VerdictForm>(form - std::begin(kForms));
        one.today = cells[10] == "same";
        for (std::size_t i = 11; i < 14; ++i) {
            const std::vector<std::string_view> parts = split(cells[i], ':');
            int hundredths = 0;
            if (parts.size() == 2 && read(parts[1], hundredths)) one.weights.push_back({std::string(parts[0]), hundredths / 100.0});
        }
        for (const std::string_view text : split(cells[14], ' ')) {
            int gap = 0;
            if (read(text, gap)) one.gaps.push_back(gap);
        }
        all.push_back(std::move(one));
    }
    return all;
}

const Assumptions* assumptions_of(const Scenario& scenario, std::size_t a, std::size_t b) {
    if (std::min(a, b) != 0 || std::max(a, b) != 1) return nullptr;
    for (const Assumptions& one : known())
        if (one.scenario == scenario.id && one.engine == PARLEY_VERSION && one.outcome == subject_of(scenario).name && one.hash == scenario_hash(scenario))
            return verdict_day(scenario) == shipped_day(one.scenario) ? &one : nullptr;
    return nullptr;
}

std::string assumptions_phrase(const Assumptions& known) {
    return tr(known.form == VerdictForm::Close ? "assumptions.close" : "assumptions.ahead", {{"same", number(known.same)}, {"draws", number(known.draws)}});
}

std::string assumptions_meaning(const Assumptions& known) {
    std::string out = tr(std::string("assumptions.meaning.") + kForms[static_cast<int>(known.form)],
                         {{"same", number(known.same)}, {"draws", number(known.draws)}, {"pairs", number(known.pairs)}, {"leader", known.leader}, {"far", percent(kAssumptionReach)}});
    if (known.weights.empty()) return out + ' ' + tr("assumptions.weights.none");
    std::string names;
    for (const Weight& weight : known.weights) names += (names.empty() ? "" : "; ") + label_of(weight.path);
    return out + ' ' + tr("assumptions.weights", {{"numbers", names}});
}

}  // namespace parley
