// How a claim is put to the model.
#include <algorithm>
#include <cmath>

#include "study/claims/lab.h"
#include "study/claims/lottery.h"
#include "study/claims/points.h"
#include "study/claims/turn.h"

namespace parley {
namespace {

using namespace claims;

// Of a list: the first, the one that counts and the last.
std::vector<std::string> thinned(const std::vector<std::string>& all, std::size_t keep) {
    std::vector<std::string> few;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i == 0 || i == keep || i + 1 == all.size()) few.push_back(all[i]);
    return few;
}

bool any_sign(const std::vector<ClaimPoint>& points, int sign) {
    return std::any_of(points.begin(), points.end(), [&](const ClaimPoint& point) { return point.sign() == sign; });
}

Standing standing_of(const ClaimSpec& spec, const ClaimResult& result) {
    const bool up = any_sign(result.points, 1), down = any_sign(result.points, -1);
    if (!up && !down) return Standing::NotExpressed;
    if (up && down) return Standing::Mixed;
    const bool as_expected = spec.output.expect == Expect::Up ? up : down;
    if (!as_expected) return Standing::OtherWay;
    if (!spec.also.what) return Standing::Holds;
    const bool also_up = any_sign(result.also, 1), also_down = any_sign(result.also, -1);
    const bool also = spec.also.expect == Expect::NoGain ? !also_up : spec.also.expect == Expect::Up ? also_up && !also_down : also_down && !also_up;
    return also ? Standing::Holds : Standing::Mixed;
}

// Of a path: counts stand at whole numbers, runs at whole weeks.
double step_of_path(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('.') + 1);
    if (path == "run.days") return 7;
    if (path.starts_with("events.") && name == "day") return 1;
    for (const ParamTable* table : param_tables())
        if (const ParamSpec* row = table->find(name)) return row->whole() ? 1 : 0;
    return 0;
}

}  // namespace

const char* standing_name(Standing standing) {
    const char* const names[] = {"holds", "other way", "mixed", "not expressed"};
    return names[static_cast<int>(standing)];
}

const ClaimPoint* ClaimResult::strongest() const {
    const ClaimPoint* best = nullptr;
    for (const ClaimPoint& point : points)
        if (point.moved && (!best || std::fabs(point.share) > std::fabs(best->share))) best = &point;
    return best ? best : points.empty() ? nullptr : &points.back();
}

Diagnostics problems_of(const ClaimSpec& spec) {
    if (spec.missing) return {};
    Lab lab(spec);
    if (spec.lottery) return lab.problems();
    for (const std::string& lever : words_of(spec.values)) lab.scenario_at({lever, ""});
    for (const std::string& moderator : words_of(spec.range)) lab.scenario_at({words_of(spec.values)[0], moderator});
    return lab.problems();
}

ClaimResult run_claim(const ClaimSpec& spec, const ClaimsEffort& effort) {
    ClaimResult result;
    result.spec = &spec;
    if (spec.missing) return result;
    if (spec.lottery) return run_lottery(spec, effort);
    Lab lab(spec);
    std::vector<std::string> values = words_of(spec.values), range = words_of(spec.range);
    if (!lab.problems().empty() || values.size() < 2) return result;
    const std::string dose = values[spec.dose < 0 ? values.size() - 1 : static_cast<std::size_t>(spec.dose)];
    if (effort.quick) {
        values = thinned(values, static_cast<std::size_t>(std::find(values.begin(), values.end(), dose) - values.begin()));
        range = thinned(range, range.size() / 2);
    }
    const std::optional<Measure> output = measure_of(spec.output), also = measure_of(spec.also);

    // A first look, and a closer one where it decided nothing.
    std::vector<Lab::At> at;
    for (const std::string& value : values) at.push_back({value, ""});
    const double looks = effort.quick ? 1 : 2;
    for (const int pairs : {effort.quick ? kQuickClaimPairs : kClaimPairs, kMoreClaimPairs}) {
        lab.live(at, pairs);
        std::vector<const std::vector<double>*> samples, others;
        for (const Lab::At& point : at) samples.push_back(&lab.sample(point).output), others.push_back(&lab.sample(point).also);
        result.pairs = pairs;
        result.points = points_of(values, samples, output->spread, looks);
        if (also) result.also = points_of(values, others, also->spread, looks);
        result.standing = standing_of(spec, result);
        if (effort.quick || result.expressed()) break;
    }
    if (!spec.moderator || range.empty()) return result;

    // The effect of the dose along the moderator.
    const bool of_also = also && spec.also.expect == Expect::NoGain;
    const bool spread = of_also ? also->spread : output->spread;
    const int pairs = result.pairs;
    const auto effects_at = [&](const std::string& moderator) {
        const Lab::At low{values[0], moderator}, high{dose, moderator};
        const Lab::At both[] = {low, high};
        lab.live(both, pairs);
        const auto& from = of_also ? lab.sample(low).also : lab.sample(low).output;
        const auto& to = of_also ? lab.sample(high).also : lab.sample(high).output;
        TurnPoint point;
        point.value = moderator;
        point.effect = shared_interval(changes(from, to, spread), static_cast<double>(range.size()));
        point.share = share_of(point.effect.mean, level_of(from, spread), level_of(to, spread));
        point.sign = !excludes_zero(point.effect) ? 0 : point.effect.mean > 0 ? 1 : -1;
        return point;
    };
    std::vector<Lab::At> along;
    for (std::size_t i = 1; i < range.size(); ++i) along.push_back({values[0], range[i]}), along.push_back({dose, range[i]});
    lab.live(along, pairs);   // together, as what shares the status quo costs less
    TurnSearch search;
    for (std::size_t i = 0; i < range.size(); ++i) {
        TurnPoint point = effects_at(i == 0 ? "" : range[i]);
        point.value = range[i];
        search.points.push_back(std::move(point));
    }
    search.no_gain = of_also;
    search.step = step_of_path(spec.moderator);
    search.bisections = effort.quick ? 2 : kBisections;
    search.effect = effects_at;
    result.turn = find_turn(search);
    result.turn_points = std::move(search.points);
    return result;
}

}  // namespace parley
