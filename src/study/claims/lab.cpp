#include "study/claims/lab.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "scenario/library.h"
#include "scenario/set_values.h"
#include "study/compare.h"
#include "study/run.h"
#include "study/wording.h"

namespace parley::claims {
namespace {

std::vector<std::string> parted(std::string_view text, char mark) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(mark), text.size());
        std::string_view part = text.substr(0, end);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// The one arm's decisions under their short name.
std::string full_path(std::string_view path) {
    return path.starts_with("strategy.") ? "arms.0." + std::string(path) : std::string(path);
}

std::optional<Measure::Part> part_of(std::string_view name) {
    if (const ObservableSpec* spec = find_observable(name)) {
        const auto observable = static_cast<Observable>(spec - observables().data());
        return Measure::Part{observable, observable, false};
    }
    const OutcomeSpec* outcome = find_outcome(name);
    if (!outcome || outcome->rule == Rule::Ratio) return {};
    return Measure::Part{outcome->first, outcome->second, outcome->rule == Rule::Net};
}

double amount_of(Observable observable, const Series& series, double customers, std::size_t from, std::size_t to) {
    const ObservableSpec& spec = observables()[static_cast<std::size_t>(observable)];
    double sum = 0;
    for (std::size_t day = from; day < to; ++day) sum += static_cast<double>(series[day][observable]);
    if (spec.kind != ObservableKind::Flow && spec.kind != ObservableKind::Money && to > from) sum /= static_cast<double>(to - from);
    return shown(spec, sum, customers);
}

bool together(const Scenario& a, const Scenario& b) { return same_parting(a, b) && a.run.days == b.run.days; }

}  // namespace

std::vector<std::string> words_of(std::string_view text) { return parted(text, ' '); }
std::vector<std::string> settings_of(std::string_view text) { return parted(text, ';'); }

double Measure::of(const Series& series, double customers) const {
    const std::size_t end = to > 0 ? std::min(static_cast<std::size_t>(to), series.size()) : series.size();
    const std::size_t begin = std::min(static_cast<std::size_t>(from - 1), end);
    const auto value = [&](const Part& part) {
        const double v = amount_of(part.observable, series, customers, begin, end);
        return part.net ? v - amount_of(part.less, series, customers, begin, end) : v;
    };
    if (!under) return value(over);
    const double below = value(*under);
    return below == 0 ? 0 : value(over) / below;
}

std::optional<Measure> measure_of(const ClaimOutput& output) {
    std::string_view name = output.what ? output.what : "";
    Measure measure;
    measure.from = output.from, measure.to = output.to;
    if (name.starts_with("spread:")) measure.spread = true, name.remove_prefix(7);
    if (const OutcomeSpec* outcome = find_outcome(name); outcome && outcome->rule == Rule::Ratio) {
        measure.over = {outcome->first, outcome->first, false};
        measure.under = Measure::Part{outcome->second, outcome->second, false};
        return measure;
    }
    const std::size_t slash = name.find('/');
    const auto over = part_of(name.substr(0, slash));
    if (!over) return {};
    measure.over = *over;
    if (slash == name.npos) return measure;
    measure.under = part_of(name.substr(slash + 1));
    return measure.under ? std::optional(measure) : std::nullopt;
}

std::string label_of(const ClaimOutput& output) {
    std::string_view name = output.what ? output.what : "";
    const bool spread = name.starts_with("spread:");
    if (spread) name.remove_prefix(7);
    const auto label = [](std::string_view one) -> std::string {
        if (const OutcomeSpec* outcome = find_outcome(one)) return outcome->label;
        const ObservableSpec* spec = find_observable(one);
        return spec ? spec->label : std::string(one);
    };
    if (const std::size_t slash = name.find('/'); slash != name.npos)
        return label(name.substr(0, slash)) + " per " + lowered(label(name.substr(slash + 1)));
    return spread ? "Distance between worlds in " + lowered(label(name)) : label(name);
}

std::string label_of_path(std::string_view path) {
    if (path.starts_with("events.") && path.ends_with(".day")) return "Day of the event";
    const std::size_t dot = path.rfind('.');
    std::string_view table = path.substr(0, dot == path.npos ? 0 : dot);
    if (const std::size_t before = table.rfind('.'); before != table.npos) table.remove_prefix(before + 1);
    for (const ParamTable* one : param_tables())
        if (one->name == table)
            if (const ParamSpec* row = one->find(path.substr(dot + 1))) return row->label;
    return std::string(path);
}

Lab::Lab(const ClaimSpec& spec) : spec_(spec), output_(measure_of(spec.output)), also_(measure_of(spec.also)) {
    const auto problem = [&](std::string_view path, std::string message) { problems_.push_back({0, 0, std::string(path), std::move(message)}); };
    if (!output_) problem("output", std::string("there is no \"") + (spec.output.what ? spec.output.what : "") + "\" to look at");
    if (spec.also.what && !also_) problem("also", std::string("there is no \"") + spec.also.what + "\" to look at");
    base_ = read_base();
}

std::optional<Scenario> Lab::read_base() {
    const auto problem = [&](std::string_view path, std::string message) { problems_.push_back({0, 0, std::string(path), std::move(message)}); };
    const auto text = shipped_scenario(spec_.base);
    if (!text) problem("base", std::string("there is no scenario ") + spec_.base);
    std::optional<Scenario> base = text ? parse_scenario(*text, problems_) : std::nullopt;
    const auto arm = static_cast<std::size_t>(spec_.arm);
    if (base && arm >= base->arms.size()) problem("arm", std::string(spec_.base) + " has fewer arms");
    if (!base || arm >= base->arms.size()) return {};
    // Only market, brand and the one strategy count; a file has a second arm, and what names others goes with them.
    base->arms = {base->arms[arm], base->arms[arm]};
    base->arms[1].name += " unchanged";
    base->events.clear(), base->expected.clear(), base->target.reset(), base->predict.reset();
    Edits edits;
    for (const std::string& setting : settings_of(spec_.settings)) {
        const std::size_t equal = setting.find('=');
        if (equal == setting.npos) problem("settings", "\"" + setting + "\" has no =");
        else edits.push_back({full_path(setting.substr(0, equal)), setting.substr(equal + 1)});
    }
    const Diagnostics found = set_values(*base, edits);
    problems_.insert(problems_.end(), found.begin(), found.end());
    return base;
}

std::optional<Scenario> Lab::scenario_at(const At& point) {
    if (!base_ || !problems_.empty()) return {};
    Scenario scenario = *base_;
    Edits edits;
    if (!point.moderator.empty()) edits.push_back({full_path(spec_.moderator), point.moderator});
    edits.push_back({full_path(spec_.lever), point.lever});
    const Diagnostics found = set_values(scenario, edits);
    problems_.insert(problems_.end(), found.begin(), found.end());
    return found.empty() ? std::optional(std::move(scenario)) : std::nullopt;
}

void Lab::live(std::span<const At> points, int pairs) {
    struct Group {
        Scenario scenario;
        std::vector<Sample*> samples;   // [arms]
    };
    std::vector<Group> groups;
    int first = pairs;
    for (const At& point : points) {
        Sample& sample = samples_[point];
        if (static_cast<int>(sample.output.size()) >= pairs) continue;
        std::optional<Scenario> scenario = scenario_at(point);
        if (!scenario) return;
        first = std::min(first, static_cast<int>(sample.output.size()));
        const auto same = [&](const Group& g) { return together(g.scenario, *scenario) && g.samples[0]->output.size() == sample.output.size(); };
        auto group = std::find_if(groups.begin(), groups.end(), same);
        if (group != groups.end() && std::find(group->samples.begin(), group->samples.end(), &sample) != group->samples.end()) continue;
        if (group == groups.end()) {
            Scenario whole = *scenario;
            whole.arms.clear(), whole.events.clear();
            groups.push_back({std::move(whole), {}});
            group = groups.end() - 1;
        }
        const int arm = static_cast<int>(group->samples.size());
        group->samples.push_back(&sample);
        group->scenario.arms.push_back(scenario->arms[0]);
        for (Event event : scenario->events) {
            event.arm = arm;
            for (Change& change : event.changes) change.arm = -1;
            group->scenario.events.push_back(std::move(event));
        }
    }
    for (Group& group : groups)
        for (int pair = static_cast<int>(group.samples[0]->output.size()); pair < pairs; ++pair) {
            Run run(group.scenario, pair);
            run.finish();
            const double customers = group.scenario.market.customers;
            for (std::size_t arm = 0; arm < group.samples.size(); ++arm) {
                const Series& series = run.result().arms[arm];
                group.samples[arm]->output.push_back(output_->of(series, customers));
                if (also_) group.samples[arm]->also.push_back(also_->of(series, customers));
            }
        }
}

std::vector<double> changes(const std::vector<double>& from, const std::vector<double>& to, bool spread) {
    const double from_mean = spread ? mean(from) : 0, to_mean = spread ? mean(to) : 0;
    std::vector<double> out;
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i)
        out.push_back(spread ? std::fabs(to[i] - to_mean) - std::fabs(from[i] - from_mean) : to[i] - from[i]);
    return out;
}

}  // namespace parley::claims
