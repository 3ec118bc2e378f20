// Session: decisions back and forth, the forecast and its cover, and what is kept of both.
#include "app/session/session.h"

#include <algorithm>

#include "app/session/session_state.h"
#include "app/session/keep.h"

namespace parley {

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

// --- Kept work and links ---------------------------------------------------------------------------------------------

Desk Session::desk() const {
    Desk desk;
    desk.opened = opened_;
    desk.scenario = scenario_;
    desk.day = wish_;
    desk.playing = playing_;
    desk.speed = speed_;
    desk.dark = dark_;
    desk.every_world = every_world_;
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

void Session::visit(Desk desk) {
    open(std::move(desk.opened), std::move(desk.scenario), desk.day, desk.playing);
    if (desk.every_world) count_all();
}

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

}  // namespace parley
