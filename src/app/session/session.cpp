#include "app/session/session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>

#include "app/session/survey.h"
#include "scenario/library.h"
#include "study/export.h"
#include "study/sequential.h"

namespace parley {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kDaysPerSecond = 3.5;         // at speed 1: a week in two seconds
constexpr double kLongestFrame = 0.25;         // seconds; a tab that slept does not catch up
constexpr double kPause = 1.2;                 // seconds without a decision: the next one is a step of its own
constexpr auto kCompareEvery = std::chrono::milliseconds(150);
constexpr double kMostBytes = 300e6;           // of the results of one ensemble

// How many pairs of this scenario may be kept at once.
int most_pairs(const Scenario& scenario) {
    const double bytes = static_cast<double>(sizeof(DayRecord)) * scenario.run.days * static_cast<double>(scenario.arms.size());
    return static_cast<int>(std::max(1.0, kMostBytes / bytes));
}

// An ensemble, and which of its pairs someone works on.
struct Batch {
    std::uint32_t number;
    std::uint64_t revision;
    Ensemble ensemble;
    std::vector<bool> given;  // [pairs]
    std::string text;         // the scenario for workers
    std::optional<Sequence> sequence;   // of the screen's: it may stop once the verdict is settled

    Batch(std::uint32_t n, std::uint64_t r, const Scenario& scenario, int pairs, std::uint32_t seed)
        : number(n), revision(r), ensemble(scenario, pairs, seed), given(static_cast<std::size_t>(pairs)),
          text(write_scenario(ensemble.scenario())) {}

    std::uint32_t seed() const { return static_cast<std::uint32_t>(ensemble.scenario().run.seed); }
    bool same_worlds(const Batch& other) const { return revision == other.revision && seed() == other.seed(); }
    int settled() const { return sequence ? sequence->after() : 0; }
    int wanted_pairs() const { return settled() ? settled() : ensemble.pairs(); }
    bool finished() const { return ensemble.done() >= wanted_pairs(); }
    bool awaits(int pair) const { return pair >= 0 && pair < wanted_pairs() && !ensemble.has(pair); }
    void add(PairResult result) {
        ensemble.add(std::move(result));
        // Worlds past the one that settled it do not count, whoever was quick: the same worlds stand on every screen.
        if (sequence && !settled() && sequence->look(ensemble)) ensemble.forget_from(settled());
    }
    bool is_given(int pair) const { return given[static_cast<std::size_t>(pair)]; }
    // The first pair that fits and that nobody has, of this worker's own if possible; -1 if there is none.
    template <class Fits> int next_free(int worker, int workers, Fits fits) const {
        int any = -1;
        for (int pair = ensemble.next_missing(); pair >= 0; pair = ensemble.next_missing(pair + 1)) {
            if (pair >= wanted_pairs()) break;
            if (is_given(pair) || !fits(pair)) continue;
            if (pair % workers == worker) return pair;
            if (any < 0) any = pair;
        }
        return any;
    }
    int lowest_under_way() const {
        for (int pair = 0; pair < ensemble.pairs(); ++pair)
            if (is_given(pair) && !ensemble.has(pair)) return pair;
        return -1;
    }
};

}  // namespace

struct Session::Worlds {
    std::uint32_t last_number = 0;
    std::shared_ptr<Batch> current;   // of the scenario as it is
    // While a lever is dragged every step makes a new ensemble.  The first pair under way of one that was overtaken is still awaited,
    // one such at a time, so that the picture follows the hand.
    std::shared_ptr<Batch> trailing;
    int trailing_pair = 0;
    std::shared_ptr<Batch> shown;     // the one on screen: has results; current, trailing or one before
    std::shared_ptr<Batch> before;    // what was on screen before the last decision
    std::vector<std::shared_ptr<Batch>> requests;  // comparisons asked for, oldest first

    std::optional<Comparison> comparison;          // of the one on screen
    bool stale = false;
    Clock::time_point compared_at{};
    std::uint64_t stamp = 1;

    std::shared_ptr<Batch> find(std::uint32_t number) const {
        for (const auto& batch : {current, trailing})
            if (batch && batch->number == number) return batch;
        for (const auto& batch : requests)
            if (batch->number == number) return batch;
        return nullptr;
    }
    // Another scenario: nothing of the one before is worth showing.
    void forget() {
        current = trailing = shown = before = nullptr;
        comparison.reset();
        stale = false;
        ++stamp;
    }
    void show(const std::shared_ptr<Batch>& batch) {
        const bool first = shown != batch;
        shown = batch;
        stale = true;
        ++stamp;
        if (first || batch->finished()) compare_now();
    }
    void compare_now() {
        comparison = compare(shown->ensemble);
        stale = false;
        compared_at = Clock::now();
        ++stamp;
    }
};

// The question about one customer.
struct Session::Why {
    std::optional<std::uint32_t> customer;
    std::string without;
    bool wanted = false;                 // something is still to be found out
    std::optional<Inquiry> inquiry;      // at work
    std::optional<Explanation> answer;
    std::uint64_t stamp = 1;

    void forget() {
        answer.reset();
        inquiry.reset();
        without.clear();
        ++stamp;
    }
};

// Surveys, and which of them someone looks at.
struct Session::Surveys {
    struct Asked {
        std::optional<Survey> survey;
        std::string question;            // the scenario it is about, its own levers aside
        std::uint64_t revision = 0;      // at which that was looked up
    };
    Asked region, levers;
    std::optional<DashboardInquiry> counting;
    std::optional<Dashboard> dashboard;
    std::uint64_t dashboard_revision = 0;
    bool dashboard_looked_at = false;
    Asked* looked_at = nullptr;
    std::uint64_t stamp = 1;

    Survey* at_work() { return looked_at && looked_at->survey && !looked_at->survey->finished() ? &*looked_at->survey : nullptr; }
    Survey* owner(std::uint32_t ensemble) {
        for (Asked* asked : {&region, &levers})
            if (asked->survey && asked->survey->owns(ensemble)) return &*asked->survey;
        return nullptr;
    }
    // true: another question than before
    bool ask(Asked& asked, std::uint64_t revision, const std::string& question) {
        looked_at = &asked;
        asked.revision = revision;
        if (asked.survey && asked.question == question) return false;
        asked.question = question;
        ++stamp;
        return true;
    }
};

Session::Session() : worlds_(std::make_shared<Worlds>()), why_(std::make_shared<Why>()), surveys_(std::make_shared<Surveys>()) {
    std::string first = nearest_scenario("01_billboard_or_dialogue");
    if (load_shipped(first).empty()) return;
    // Only a build without scenarios gets here.
    scenario_.arms.resize(2);
    edited();
    town_ = std::make_unique<Town>(scenario_);
    town_revision_ = revision_;
}

// --- The scenario ----------------------------------------------------------------------------------------------------

Diagnostics Session::load(std::string_view text) {
    Diagnostics problems;
    std::optional<Scenario> scenario = parse_scenario(text, problems);
    if (!scenario) return problems;
    open(*scenario, *scenario, 0, true);
    return {};
}

void Session::open(Scenario opened, Scenario now, int day, bool playing) {
    if (scenario_hash(now) != hash_) forget_forecast();  // a file opened again does not uncover it
    opened_ = std::move(opened);
    scenario_ = std::move(now);
    history_.begin(scenario_);
    worlds_->forget();
    stop_asking();
    surveys_ = std::make_shared<Surveys>();
    edited();
    next_town_.reset();
    town_ = std::make_unique<Town>(scenario_);
    town_revision_ = revision_;
    ++town_stamp_;
    ++decisions_;
    wish_ = std::clamp(day, 0, static_cast<int>(scenario_.run.days));
    clock_ = 0;
    playing_ = playing;
}

Diagnostics Session::load_shipped(std::string_view id) {
    if (const std::optional<std::string_view> text = shipped_scenario(id)) return load(*text);
    Diagnostic problem;
    problem.message = "there is no scenario " + std::string(id.substr(0, 80)) + "; the nearest is " + nearest_scenario(id);
    return {problem};
}

Diagnostics Session::set(std::string_view path, std::string_view value) {
    Scenario changed = scenario_;
    Diagnostics problems = set_value(changed, path, value);
    if (!problems.empty()) return problems;
    become(std::move(changed));
    decided(std::string(path));
    return {};
}

void Session::become(Scenario scenario) {
    const auto &target = scenario.target, &old = scenario_.target;
    const bool same_target = target && old ? target->outcome == old->outcome && target->amount == old->amount && target->by_day == old->by_day : !target && !old;
    const bool moves_results = scenario_hash(scenario) != hash_ || !same_target ||   // a verdict counts up to the target's date
                               std::memcmp(&scenario.run, &scenario_.run, sizeof scenario.run) != 0;  // pairs, and the verdict's rules
    if (scenario.arms.size() != scenario_.arms.size()) worlds_->forget();  // views name the arms of what they show
    scenario_ = std::move(scenario);
    if (moves_results) edited();
}

void Session::set_lever(std::size_t arm, const ParamSpec& lever, double value) {
    if (arm >= scenario_.arms.size() || !std::isfinite(value)) return;
    value = std::clamp(value, lever.min, lever.max);
    if (lever.whole()) value = std::round(value);
    double& field = value_of(scenario_.arms[arm].strategy, lever);
    if (field == value) return;
    field = value;
    edited();
    decided("arms." + std::to_string(arm) + ".strategy." + lever.name);
}

void Session::adopt(Scenario scenario, std::string what) {
    become(std::move(scenario));
    decided(std::move(what));
}

// --- Decisions -------------------------------------------------------------------------------------------------------

void Session::decided(std::string what) {
    Worlds& w = *worlds_;
    if (history_.add(scenario_, std::move(what))) w.before = w.shown;
    since_decision_ = 0;
    ++decisions_;
}

void Session::go_to(const Scenario* step) {
    Worlds& w = *worlds_;
    w.before = w.shown;
    become(*step);
    ++decisions_;
}

bool Session::undo() {
    const Scenario* step = history_.undo();
    if (step) go_to(step);
    return step != nullptr;
}

bool Session::redo() {
    const Scenario* step = history_.redo();
    if (step) go_to(step);
    return step != nullptr;
}

const Ensemble* Session::before() const {
    const Worlds& w = *worlds_;
    return !masked() && w.before && w.before != w.shown ? &w.before->ensemble : nullptr;
}

// --- A forecast ------------------------------------------------------------------------------------------------------

void Session::open_forecast() {
    if (masked()) return;
    forecast_ = {};
    revealed_ = scored_ = false;
    cover_ = Cover::Open;
    ++decisions_;
    stop_asking();
    worlds_->requests.clear();
    ++worlds_->stamp;
}

bool Session::lock_forecast() {
    if (cover_ != Cover::Open || !forecast_.called) return false;
    forecast_.about = hash_;
    cover_ = Cover::Locked;
    ++decisions_;
    return true;
}

void Session::withdraw_forecast() {
    forget_forecast();
    ++decisions_;
    ++worlds_->stamp;
}

void Session::forget_forecast() {
    cover_ = Cover::None;
    forecast_ = {};
    revealed_ = scored_ = false;
}

bool Session::reveal() {
    if (cover_ != Cover::Locked) return false;
    cover_ = Cover::None;
    revealed_ = true;
    ++decisions_;
    keep_score();
    ++worlds_->stamp;
    return true;
}

const Forecast* Session::forecast() const {
    const bool made = cover_ == Cover::Locked || revealed_;
    return made && forecast_.about == hash_ ? &forecast_ : nullptr;
}

const Scored* Session::score() const { return forecast() && scored_ ? &scores_.back() : nullptr; }

// Counts once all worlds are in, so that luck in the first few does not judge anyone.
void Session::keep_score() {
    const Worlds& w = *worlds_;
    if (!revealed_ || scored_ || !forecast() || w.shown != w.current || !w.current || !w.current->finished()) return;
    const Comparison& c = *w.comparison;
    const std::vector<double> result = weekly_gap(w.current->ensemble, c.a, c.b);
    const int week = c.verdict.day / 7;
    scores_.push_back({scenario_.title.in("en"), forecast_, call_of(c.verdict, c.b), forecast_.at_week(week),
                       result[std::min(result.size() - 1, static_cast<std::size_t>(week))]});
    scored_ = true;
}

std::string Session::saved() const { return write_scenario(scenario_); }

void Session::edited() {
    ++revision_;
    hash_ = scenario_hash(scenario_);
    why_->forget();
    if (why_->customer && *why_->customer >= scenario_.market.customers) why_->customer.reset();
    why_->wanted = why_->customer.has_value();
    Worlds& w = *worlds_;
    if (w.current && w.current->ensemble.done() == 0 && !w.trailing && w.current->lowest_under_way() >= 0) {
        w.trailing = w.current;
        w.trailing_pair = w.current->lowest_under_way();
    }
    const int pairs = std::min(static_cast<int>(scenario_.run.pairs), most_pairs(scenario_));
    w.current = std::make_shared<Batch>(++w.last_number, revision_, scenario_, pairs, static_cast<std::uint32_t>(scenario_.run.seed));
    w.current->sequence.emplace(arm_a(), arm_b());
}

// --- Kept work and links ---------------------------------------------------------------------------------------------

Desk Session::desk() const {
    Desk desk;
    desk.opened = opened_;
    desk.scenario = scenario_;
    desk.day = wish_;
    desk.playing = playing_;
    desk.speed = speed_;
    desk.dark = dark_;
    desk.steps = history_.steps();
    desk.step = history_.at();
    desk.covered = masked();
    desk.locked = cover_ == Cover::Locked;
    desk.revealed = revealed_;
    desk.scored = scored_;
    desk.forecast = forecast_;
    desk.scores = scores_;
    desk.notes = notes_;
    return desk;
}

void Session::visit(Desk desk) { open(std::move(desk.opened), std::move(desk.scenario), desk.day, desk.playing); }

void Session::take_up(Desk desk) {
    set_speed(desk.speed);
    dark_ = desk.dark;
    cover_ = desk.locked ? Cover::Locked : desk.covered ? Cover::Open : Cover::None;
    revealed_ = desk.revealed;
    scored_ = desk.scored;
    forecast_ = std::move(desk.forecast);
    scores_ = std::move(desk.scores);
    notes_ = std::move(desk.notes);
    hash_ = scenario_hash(desk.scenario);  // it is the one the forecast is kept with
    std::vector<History::Step> steps = std::move(desk.steps);
    const std::size_t step = desk.step;
    visit(std::move(desk));
    if (!steps.empty()) history_.restore(std::move(steps), step);
}

Diagnostics Session::restore(std::string_view text) {
    Diagnostics problems;
    std::optional<Desk> desk = read_desk(text, problems);
    if (desk) take_up(std::move(*desk));
    return problems;
}

void Session::set_dark(bool on) {
    decisions_ += on != dark_;
    dark_ = on;
}

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
    if (batch == worlds_->trailing) worlds_->trailing.reset();
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
    if (!s.dashboard_looked_at || !s.counting || !s.counting->advance(budget_ms)) return false;
    s.dashboard = s.counting->take();
    s.counting.reset();
    ++s.stamp;
    return true;
}

const Dashboard* Session::dashboard() const { return surveys_->dashboard && !masked() ? &*surveys_->dashboard : nullptr; }
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

// --- The town --------------------------------------------------------------------------------------------------------

int Session::day() const { return town_->day(); }

void Session::play(bool on) {
    if (on && wish_ >= town_->days()) wish_ = 0;
    clock_ = 0;
    playing_ = on;
    ++decisions_;
}

void Session::seek(int day) {
    playing_ = false;
    wish_ = std::clamp(day, 0, static_cast<int>(scenario_.run.days));
    ++decisions_;
}

void Session::step_days(int days) { seek(wish_ + days); }

void Session::set_speed(int factor) {
    speed_ = factor >= 8 ? 8 : factor >= 4 ? 4 : factor >= 2 ? 2 : 1;
    ++decisions_;
}

bool Session::update(double seconds, double budget_ms) {
    Worlds& w = *worlds_;
    bool changed = false;

    since_decision_ += seconds;
    if (since_decision_ > kPause) history_.settle();

    // Someone waits for an answer: the clock of the town can wait for a few frames.
    const bool asked = why_->wanted;
    if (find_out(1.5 * budget_ms)) return asked && !why_->wanted;  // nothing else to show until it is there

    // While someone edits, the town on screen stays until its successor has caught up with it.
    if (!next_town_ && town_revision_ != revision_) {
        next_town_ = std::make_unique<Town>(scenario_, town_.get());
        next_town_revision_ = revision_;
    }
    if (next_town_) {
        if (next_town_->advance_to(wish_, budget_ms)) {
            town_ = std::move(next_town_);
            town_revision_ = next_town_revision_;
            wish_ = std::min(wish_, town_->days());
            changed = true;
        }
    } else {
        // The clock runs only while the town keeps up with it.
        if (playing_ && town_->ready() && town_->day() == wish_) {
            clock_ += std::clamp(seconds, 0.0, kLongestFrame) * kDaysPerSecond * speed_;
            wish_ = std::min(wish_ + static_cast<int>(clock_), town_->days());
            clock_ -= std::floor(clock_);
            if (wish_ == town_->days()) playing_ = false;
        }
        const bool was_ready = town_->ready();
        const int day = town_->day();
        if (!was_ready || day != wish_) town_->advance_to(wish_, budget_ms);
        changed = town_->ready() != was_ready || town_->day() != day;
    }
    if (changed) ++town_stamp_;
    if (!behind() && count_dashboard(budget_ms)) changed = true;

    // Comparing many worlds is not free: while they stream in, a few times a second will do.
    if (w.stale && Clock::now() - w.compared_at >= kCompareEvery) {
        w.compare_now();
        changed = true;
    }
    keep_score();
    return changed;
}

// --- One customer, and why -------------------------------------------------------------------------------------------

void Session::ask(std::uint32_t customer, std::string without) {
    Why& why = *why_;
    if (customer >= scenario_.market.customers || masked()) return;
    if (why.customer != customer) why.forget();
    else if (why.without == without && (why.wanted || why.answer)) return;
    why.customer = customer;
    why.without = std::move(without);
    why.inquiry.reset();
    why.wanted = true;
    ++why.stamp;
}

void Session::stop_asking() {
    why_->forget();
    why_->customer.reset();
    why_->wanted = false;
}

std::optional<std::uint32_t> Session::asked() const { return why_->customer; }
const Explanation* Session::answer() const { return why_->answer ? &*why_->answer : nullptr; }
bool Session::asking() const { return why_->wanted; }
std::uint64_t Session::answer_stamp() const { return why_->stamp; }

bool Session::find_out(double budget_ms) {
    Why& why = *why_;
    // The people of an edited scenario come with its town.
    if (!why.wanted || next_town_ || town_revision_ != revision_ || !town_->start()) return false;
    if (!why.inquiry) {
        if (why.answer) why.inquiry.emplace(scenario_, *why.answer, why.without, *town_->start());
        else why.inquiry.emplace(scenario_, 0, *why.customer, std::nullopt, why.without, town_->start());
    }
    if (why.inquiry->advance(budget_ms)) {
        why.answer = why.inquiry->take();
        why.inquiry.reset();
        why.wanted = false;
        ++why.stamp;
    }
    return true;
}

bool Session::behind() const {
    return next_town_ || town_revision_ != revision_ || !town_->ready() || town_->day() != wish_ || why_->wanted;
}

bool Session::busy() const { return playing_ || behind() || worlds_->stale || why_->wanted || (surveys_->dashboard_looked_at && surveys_->counting); }

}  // namespace parley
