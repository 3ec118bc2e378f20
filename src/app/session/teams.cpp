#include "app/session/teams.h"

#include <algorithm>
#include <cmath>

#include "scenario/scenario_json.h"
#include "study/ensemble.h"

namespace parley {
namespace {

std::size_t arm_called(const Scenario& scenario, const std::string& name) {
    std::size_t i = 0;
    while (i < scenario.arms.size() && scenario.arms[i].name != name) ++i;
    return i;
}

// The arm a team plays against: the first that is not its own.
std::size_t rival_of(std::size_t place) { return place == 0 ? 1 : 0; }

// Arms that neither play nor are named by an event cost time and teach nothing.
void drop_bystanders(Scenario& scenario) {
    std::size_t needed = 2;
    for (const Event& event : scenario.events) {
        needed = std::max(needed, static_cast<std::size_t>(event.arm + 1));
        for (const Change& change : event.changes) needed = std::max(needed, static_cast<std::size_t>(change.arm + 1));
    }
    while (scenario.arms.size() > needed) scenario.arms.pop_back();
    scenario.expected.clear();
}

}  // namespace

// --- Files -----------------------------------------------------------------------------------------------------------

DroppedFile Teams::add(const std::string& name, std::string_view text, const Scenario& opened) {
    using Fate = DroppedFile::Fate;
    const Scenario& scenario = scenario_ ? *scenario_ : opened;
    const std::string hash = scenario_ ? hash_ : scenario_hash(opened);
    DroppedFile out{name, Fate::Taken, {}, {}, {}};
    std::optional<TeamFile> file = parse_team(text, out.problems);
    if (file) out.team = file->team;

    const auto refuse = [&](Fate fate, std::string detail = {}) {
        out.fate = fate;
        out.detail = std::move(detail);
    };
    const std::size_t place = file ? arm_called(scenario, file->arm) : 0;
    if (!file) refuse(Fate::Damaged, out.problems.empty() ? std::string() : out.problems[0].path.empty() ? out.problems[0].message : out.problems[0].path + ": " + out.problems[0].message);
    else if (file->scenario_id != scenario.id) refuse(Fate::OtherScenario, file->scenario_id);
    else if (file->scenario_hash != hash) refuse(Fate::OtherEdition, file->scenario_id);
    else if (place == scenario.arms.size()) refuse(Fate::NoSuchArm, file->arm);
    else if (std::any_of(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.text == write_team(*file); })) refuse(Fate::SameFile);
    else if (std::any_of(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.file.team == file->team; })) refuse(Fate::SameName);
    else if (entries_.size() >= kMaxTeams) refuse(Fate::Full);
    if (out.fate == Fate::Taken) {
        if (!scenario_) {
            scenario_ = opened;
            hash_ = hash;
            pairs_ = static_cast<int>(opened.run.pairs);
        }
        Entry entry;
        entry.text = write_team(*file);
        entry.scenario = *scenario_;
        // All teams stand where the first one does, so that all meet the same rival and the same events.
        entry.place = entries_.empty() ? place : entries_[0].place;
        entry.rival = rival_of(entry.place);
        entry.scenario.arms[entry.place].strategy = file->strategy;
        drop_bystanders(entry.scenario);
        entry.ensemble = ++last_number_;
        entry.given.assign(static_cast<std::size_t>(pairs_), false);
        entry.done = entry.given;
        for (Tally& tally : entry.tally) tally.first.assign(static_cast<std::size_t>(scenario_->run.days), 0), tally.second = tally.first;
        entry.file = std::move(*file);
        entries_.push_back(std::move(entry));
        revealed_ = false;
    }
    dropped_.push_back(out);
    ++stamp_;
    return out;
}

void Teams::forget_refused() {
    std::erase_if(dropped_, [](const DroppedFile& d) { return d.fate != DroppedFile::Fate::Taken; });
    ++stamp_;
}

void Teams::remove(std::size_t team) {
    if (team >= entries_.size()) return;
    const std::string name = entries_[team].file.team;
    std::erase_if(dropped_, [&](const DroppedFile& d) { return d.fate == DroppedFile::Fate::Taken && d.team == name; });
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(team));
    if (entries_.empty()) scenario_.reset(), revealed_ = false;
    ++stamp_;
}

void Teams::clear() {
    const std::uint32_t number = last_number_;
    const std::uint64_t stamp = stamp_;
    *this = {};
    last_number_ = number;   // results on their way are not taken for others
    stamp_ = stamp + 1;
}

namespace {
const std::string kNobody;
}
const std::string& Teams::rival() const { return entries_.empty() ? kNobody : scenario_->arms[entries_[0].rival].name; }
const std::string& Teams::place() const { return entries_.empty() ? kNobody : scenario_->arms[entries_[0].place].name; }

const OutcomeSpec& Teams::outcome() const {
    const OutcomeSpec* spec = scenario_ && scenario_->target ? find_outcome(scenario_->target->outcome) : nullptr;
    return spec ? *spec : *find_outcome("sales");
}

int Teams::by_day() const {
    if (!scenario_) return 0;
    const int days = static_cast<int>(scenario_->run.days);
    return scenario_->target ? std::min(scenario_->target->by_day, days) : days;
}

bool Teams::same_budget(std::size_t team) const {
    const Entry& e = entries_[team];
    return e.scenario.arms[e.place].strategy.budget_per_day == e.scenario.arms[e.rival].strategy.budget_per_day;
}

// --- Standings -------------------------------------------------------------------------------------------------------

int Teams::done(std::size_t team) const { return entries_[team].worlds; }

bool Teams::complete() const {
    return std::all_of(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.worlds == pairs_; });
}

double Teams::value(const Tally& tally, int worlds, int day) const {
    if (worlds == 0 || day < 1) return 0;
    const OutcomeSpec& spec = outcome();
    const double customers = scenario_->market.customers;
    const auto told = [&](Observable what, std::int64_t raw) {
        return shown(observables()[static_cast<std::size_t>(what)], static_cast<double>(raw), customers) / worlds;
    };
    std::int64_t first = 0, second = 0;
    for (int d = 0; d < day; ++d) first += tally.first[static_cast<std::size_t>(d)], second += tally.second[static_cast<std::size_t>(d)];
    switch (spec.rule) {
        case Rule::Sum: return told(spec.first, first);
        case Rule::Last: return told(spec.first, tally.first[static_cast<std::size_t>(day - 1)]);
        case Rule::Net: return told(spec.first, first) - told(spec.second, second);
        case Rule::Ratio: {
            const double below = told(spec.second, second);
            return below == 0 ? 0 : told(spec.first, first) / below;
        }
    }
    return 0;
}

std::vector<Standing> Teams::standings() const {
    std::vector<Standing> out;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& e = entries_[i];
        if (e.worlds == 0) continue;
        Standing s;
        s.team = i;
        s.amount = value(e.tally[0], e.worlds, by_day());
        s.rival = value(e.tally[1], e.worlds, by_day());
        s.gap_share = s.rival == 0 ? 0 : (s.amount - s.rival) / std::fabs(s.rival);
        s.ahead = e.ahead;
        s.worlds = e.worlds;
        if (e.file.forecast) s.miss = e.file.forecast->gap - s.gap_share;
        if (scenario_->target && s.amount >= scenario_->target->amount)
            for (int day = 1; day <= by_day() && s.reached_day == 0; ++day)
                if (value(e.tally[0], e.worlds, day) >= scenario_->target->amount) s.reached_day = day;
        out.push_back(s);
    }
    std::stable_sort(out.begin(), out.end(), [](const Standing& x, const Standing& y) {
        if ((x.reached_day > 0) != (y.reached_day > 0)) return x.reached_day > 0;
        if (x.reached_day != y.reached_day) return x.reached_day < y.reached_day;
        return x.amount > y.amount;
    });
    return out;
}

std::optional<std::size_t> Teams::widest_miss(std::span<const Standing> standings) const {
    std::optional<std::size_t> widest;
    for (std::size_t i = 0; i < standings.size(); ++i)
        if (standings[i].miss && (!widest || std::fabs(*standings[i].miss) > std::fabs(*standings[*widest].miss))) widest = i;
    return widest;
}

// --- Jobs ------------------------------------------------------------------------------------------------------------

Teams::Entry* Teams::find(std::uint32_t ensemble) {
    for (Entry& e : entries_)
        if (e.ensemble == ensemble) return &e;
    return nullptr;
}
const Teams::Entry* Teams::find(std::uint32_t ensemble) const { return const_cast<Teams*>(this)->find(ensemble); }

std::optional<Teams::Job> Teams::next_job(int worker, int workers) {
    // A worker remembers of its own pairs how the arms parted and how the rival lived: it stays with them through all teams.
    for (const bool own : {true, false})
        for (Entry& e : entries_)
            for (int pair = 0; pair < pairs_; ++pair) {
                if (e.given[static_cast<std::size_t>(pair)] || (own && pair % std::max(1, workers) != worker)) continue;
                e.given[static_cast<std::size_t>(pair)] = true;
                return Job{e.ensemble, pair, static_cast<std::uint32_t>(scenario_->run.seed)};
            }
    return {};
}

bool Teams::wanted(std::uint32_t ensemble, int pair) const {
    const Entry* e = find(ensemble);
    return e && pair >= 0 && pair < pairs_ && !e->done[static_cast<std::size_t>(pair)];
}

void Teams::give_back(std::uint32_t ensemble, int pair) {
    if (Entry* e = find(ensemble); e && pair >= 0 && pair < pairs_ && !e->done[static_cast<std::size_t>(pair)])
        e->given[static_cast<std::size_t>(pair)] = false;
}

bool Teams::deliver(std::uint32_t ensemble, std::span<const std::uint8_t> packed) {
    Entry* e = find(ensemble);
    if (!e) return false;
    const std::optional<PairResult> result = unpack(packed, e->scenario.arms.size(), static_cast<std::size_t>(e->scenario.run.days));
    if (!result || !wanted(ensemble, result->pair)) return false;
    const OutcomeSpec& spec = outcome();
    const double customers = e->scenario.market.customers;
    const std::size_t arms[] = {e->place, e->rival};
    double end[2];
    for (std::size_t k = 0; k < 2; ++k) {
        const Series& series = result->arms[arms[k]];
        for (std::size_t day = 0; day < series.size(); ++day) {
            e->tally[k].first[day] += series[day][spec.first];
            e->tally[k].second[day] += series[day][spec.second];
        }
        end[k] = outcome_of(spec, series, customers, by_day());
    }
    e->ahead += end[0] > end[1];
    ++e->worlds;
    e->done[static_cast<std::size_t>(result->pair)] = true;
    ++stamp_;
    return true;
}

std::string Teams::job_scenario(std::uint32_t ensemble) const {
    const Entry* e = find(ensemble);
    return e ? write_scenario(e->scenario) : std::string();
}

}  // namespace parley
