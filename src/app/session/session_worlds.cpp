// Session: jobs for workers, the results on screen, comparisons asked for, and surveys.
#include "app/session/session.h"

#include <algorithm>

#include "app/session/session_state.h"
#include "study/export.h"

namespace parley {

// --- Worlds ----------------------------------------------------------------------------------------------------------

std::optional<Session::Job> Session::next_job(int worker, int workers) {
    Worlds& w = *worlds_;
    if (why_->wanted) return {};  // someone waits for an answer: the processor is theirs
    const auto give = [](Batch& batch, int pair) {
        batch.given[static_cast<std::size_t>(pair)] = true;
        return Job{batch.number, pair, batch.seed()};
    };
    const Batch& current = *w.current;
    if (const int pair = current.next_free(worker, workers, [](int) { return true; }); pair >= 0) return give(*w.current, pair);
    for (const auto& request : w.requests) {
        // Not what someone is at already, for the screen.
        const auto fits = [&](int pair) {
            return !request->same_worlds(current) || !current.awaits(pair);
        };
        if (const int pair = request->next_free(worker, workers, fits); pair >= 0) return give(*request, pair);
    }
    if (const auto job = teams_.next_job(worker, workers)) return Job{job->ensemble, job->pair, job->seed};
    if (Survey* survey = surveys_->at_work())
        if (const auto job = survey->next(worker, workers)) return Job{job->ensemble, job->pair, survey->seed()};
    return {};
}

bool Session::wanted(std::uint32_t number, int pair) const {
    if (teams_.owns(number)) return teams_.wanted(number, pair);
    if (const Survey* survey = surveys_->owner(number)) return survey == surveys_->at_work() && survey->wanted(number, pair);
    const std::shared_ptr<Batch> batch = worlds_->find(number);
    if (!batch) return false;
    if (batch == worlds_->trailing) return pair == worlds_->trailing_pair;
    return batch->awaits(pair);
}

void Session::give_back(std::uint32_t number, int pair) {
    if (teams_.owns(number)) return teams_.give_back(number, pair);
    if (Survey* survey = surveys_->owner(number)) return survey->give_back(number, pair);
    const std::shared_ptr<Batch> batch = worlds_->find(number);
    if (!batch || pair < 0 || pair >= batch->ensemble.pairs()) return;
    if (batch == worlds_->trailing && pair == worlds_->trailing_pair) worlds_->trailing.reset();
    else batch->given[static_cast<std::size_t>(pair)] = false;
}

bool Session::deliver(std::uint32_t number, std::span<const std::uint8_t> packed) {
    if (teams_.owns(number)) return teams_.deliver(number, packed);
    if (Survey* survey = surveys_->owner(number)) {
        ++surveys_->stamp;
        return survey->deliver(number, packed);
    }
    Worlds& w = *worlds_;
    const std::shared_ptr<Batch> batch = w.find(number);
    if (!batch) return false;
    const Scenario& scenario = batch->ensemble.scenario();
    std::optional<PairResult> result = unpack(packed, scenario.arms.size(), static_cast<std::size_t>(scenario.run.days));
    if (!result || !wanted(number, result->pair)) return false;

    // The same world may be asked for twice: for the screen and for a comparison.
    const int pair = result->pair;
    for (const auto& other : w.requests)
        if (other != batch && other->same_worlds(*batch) && !other->ensemble.has(pair)) other->ensemble.add(*result);
    if (batch != w.current && batch->same_worlds(*w.current) && w.current->awaits(pair)) {
        w.current->add(*result);
        w.show(w.current);
    }
    batch->add(std::move(*result));
    if (batch == w.current || batch == w.trailing) w.show(batch);
    if (batch == w.trailing || w.current->ensemble.done() > 0) w.trailing.reset();
    return true;
}

std::string Session::job_scenario(std::uint32_t number) const {
    if (teams_.owns(number)) return teams_.job_scenario(number);
    if (const Survey* survey = surveys_->owner(number)) return survey->scenario_text(number);
    const std::shared_ptr<Batch> batch = worlds_->find(number);
    return batch ? batch->text : std::string();
}

std::uint32_t Session::request_comparison(int pairs, std::uint32_t seed) {
    Worlds& w = *worlds_;
    if (pairs < 1 || pairs > most_pairs(scenario_) || masked()) return 0;
    auto batch = std::make_shared<Batch>(++w.last_number, revision_, scenario_, pairs, seed);
    if (batch->same_worlds(*w.current))
        for (const PairResult* result : w.current->ensemble.results())
            if (result->pair < pairs) batch->ensemble.add(*result);
    w.requests.push_back(std::move(batch));
    return w.last_number;
}

std::optional<std::string> Session::take_comparison(std::uint32_t number) {
    auto& requests = worlds_->requests;
    const auto found = std::find_if(requests.begin(), requests.end(), [&](const auto& batch) { return batch->number == number; });
    if (found == requests.end() || !(*found)->ensemble.complete()) return {};
    const std::shared_ptr<Batch> batch = *found;
    requests.erase(found);
    return comparison_json(batch->ensemble, compare(batch->ensemble), false);
}

const Ensemble* Session::ensemble() const { return worlds_->shown && !masked() ? &worlds_->shown->ensemble : nullptr; }
const Comparison* Session::comparison() const { return worlds_->comparison && !masked() ? &*worlds_->comparison : nullptr; }
bool Session::refining() const { return !worlds_->current->finished(); }
int Session::settled_after() const { return worlds_->shown && !masked() ? worlds_->shown->settled() : 0; }

void Session::count_all() {
    // Pairs whose work was stopped when it was settled were given back by their workers, or will be.
    Batch& current = *worlds_->current;
    for (int pair = current.settled(); current.settled() && pair < current.ensemble.pairs(); ++pair)
        current.given[static_cast<std::size_t>(pair)] = false;
    current.sequence.reset();
    every_world_ = true;
    ++decisions_;
    ++worlds_->stamp;
}

bool Session::preview() const { return worlds_->shown && worlds_->shown != worlds_->current; }
std::uint64_t Session::results_stamp() const { return worlds_->stamp; }

// --- Surveys ---------------------------------------------------------------------------------------------------------

void Session::survey_region(const LeverOf& x, const LeverOf& y) {
    Surveys& s = *surveys_;
    Surveys::Asked& asked = s.region;
    if (masked()) return;
    if (const RegionMap* map = region(); map && asked.revision == revision_ && map->x() == x && map->y() == y) {
        s.looked_at = &asked;
        return;
    }
    // Where the two levers stand now is no part of the question; how far they reach may be.
    Scenario around = scenario_;
    const Reach reach_x = reach_of(opened_, *x.row), reach_y = reach_of(opened_, *y.row);
    set_levers(around, std::vector<Setting>{{x, reach_x.from}, {y, reach_y.from}});
    const std::string question = write_scenario(around) + x.row->name + std::to_string(x.arm) + y.row->name + std::to_string(y.arm);
    if (!s.ask(asked, revision_, question)) return;
    asked.survey.emplace(std::make_unique<RegionMap>(around, x, y, reach_x, reach_y), worlds_->last_number + 1);
    worlds_->last_number = asked.survey->last();
}

void Session::survey_levers() {
    Surveys& s = *surveys_;
    Surveys::Asked& asked = s.levers;
    if (masked()) return;
    if (asked.survey && asked.revision == revision_) {
        s.looked_at = &asked;
        return;
    }
    if (!s.ask(asked, revision_, write_scenario(scenario_))) return;
    asked.survey.emplace(std::make_unique<Tornado>(scenario_), worlds_->last_number + 1);
    worlds_->last_number = asked.survey->last();
}

void Session::survey_dashboard() {
    Surveys& s = *surveys_;
    if (masked()) return;
    s.dashboard_looked_at = true;
    if (s.dashboard_revision == revision_) return;
    s.dashboard_revision = revision_;
    s.counting.emplace(scenario_);
}

bool Session::count_dashboard(double budget_ms) {
    Surveys& s = *surveys_;
    if (!s.dashboard_looked_at || !s.counting) return false;
    const int before = s.counting->counted(), week = s.counting->day() / 7;
    const bool done = s.counting->advance(budget_ms);
    // Each world as it comes, and of the first one each week.
    if (s.counting->counted() == before && (before > 0 || s.counting->day() / 7 == week)) return false;
    s.dashboard = s.counting->take();
    s.dashboard_of = s.dashboard_revision;
    if (done) s.counting.reset();
    ++s.stamp;
    return true;
}

const Dashboard* Session::dashboard() const { return surveys_->dashboard && !masked() ? &*surveys_->dashboard : nullptr; }
bool Session::dashboard_current() const { return surveys_->dashboard_of == revision_ && dashboard() != nullptr; }
double Session::dashboard_progress() const {
    const Surveys& s = *surveys_;
    return s.dashboard_revision != revision_ ? 0 : s.counting ? s.counting->progress() : 1;
}

void Session::rest_surveys() {
    surveys_->looked_at = nullptr;
    surveys_->dashboard_looked_at = false;
}
const RegionMap* Session::region() const {
    return surveys_->region.survey && !masked() ? static_cast<const RegionMap*>(&surveys_->region.survey->sweep()) : nullptr;
}
const Tornado* Session::tornado() const {
    return surveys_->levers.survey && !masked() ? static_cast<const Tornado*>(&surveys_->levers.survey->sweep()) : nullptr;
}
bool Session::surveying() const { return surveys_->at_work() != nullptr; }
std::uint64_t Session::survey_stamp() const { return surveys_->stamp; }

}  // namespace parley
