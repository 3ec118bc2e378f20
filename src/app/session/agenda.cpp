#include "app/session/agenda.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace parley {
namespace {

constexpr double kMinute = 60;
constexpr double kTolerance = 60;   // seconds a plan may be short before anyone is warned

constexpr Step kArrival[] = {{"agenda.step.preflight", nullptr, "preflight"}, {"agenda.step.link", nullptr, "share"}};
constexpr Step kFrame[] = {{"agenda.step.twins", "00_null_twins", "towns"},
                           {"agenda.step.gap_zero", nullptr, "strip"},
                           {"agenda.step.limits", nullptr, "limits"}};
constexpr Step kRound1[] = {{"agenda.step.open_01", "01_billboard_or_dialogue", "towns"},
                            {"agenda.step.predict", nullptr, "predict"},
                            {"agenda.step.reveal", nullptr, "reveal"},
                            {"agenda.step.worlds", nullptr, "strip"},
                            {"agenda.step.split", nullptr, "split"}};
constexpr Step kRound2[] = {{"agenda.step.open_02", "02_leaders_megaphone", "towns"},
                            {"agenda.step.predict", nullptr, "predict"},
                            {"agenda.step.reveal", nullptr, "reveal"},
                            {"agenda.step.map", nullptr, "map"}};
// Team work on a scenario: the task, the roles, what the room expects of it as it stands.
constexpr std::array<Step, 3> task(const char* text, const char* scenario) {
    return {{{text, scenario, "story"}, {"agenda.step.briefs", nullptr, "briefs"}, {"agenda.step.predict", nullptr, "predict"}}};
}
constexpr auto kTeams = task("agenda.step.open_06", "06_patience");
constexpr Step kArena[] = {{"agenda.step.reveal", nullptr, "reveal"}, {"agenda.step.arena", nullptr, "arena"}};
constexpr auto kTeams07 = task("agenda.step.open_07", "07_listen_first");
constexpr auto kTeams09 = task("agenda.step.open_09", "09_last_metre");
constexpr auto kTeams11 = task("agenda.step.open_11", "11_firestorm");
constexpr Step kPause[] = {{"agenda.step.link", nullptr, "share"}};
constexpr Step kDebrief[] = {{"agenda.step.debrief", nullptr, "debrief"},
                             {"agenda.step.customer", nullptr, "customer"},
                             {"agenda.step.dominoes", nullptr, "dominoes"},
                             {"agenda.step.takehome", nullptr, "take_home"}};

// minutes: full form, short form, half a day.  The debrief's 30 are 25 of talk and 5 of commitment.
constexpr Block kBlocks[] = {
    {"arrival", {5, 0, 5}, false, kArrival},  {"frame", {8, 7, 8}, false, kFrame},       {"round1", {12, 11, 12}, false, kRound1},
    {"round2", {8, 7, 8}, false, kRound2},    {"teams", {20, 0, 20}, false, kTeams},     {"arena", {7, 0, 7}, false, kArena},
    {"pause", {0, 0, 20}, false, kPause},     {"teams07", {0, 0, 20}, false, kTeams07},  {"arena07", {0, 0, 7}, false, kArena},
    {"teams09", {0, 0, 20}, false, kTeams09}, {"arena09", {0, 0, 7}, false, kArena},     {"teams11", {0, 0, 20}, false, kTeams11},
    {"arena11", {0, 0, 7}, false, kArena},    {"debrief", {30, 20, 60}, true, kDebrief},
};

double planned(const Block& block, Form form) { return kMinute * block.minutes[static_cast<std::size_t>(form)]; }

}  // namespace

std::span<const Block> agenda_blocks(Form form) {
    static const std::array<std::vector<Block>, kForms> forms = [] {
        std::array<std::vector<Block>, kForms> out;
        for (std::size_t f = 0; f < kForms; ++f)
            std::copy_if(std::begin(kBlocks), std::end(kBlocks), std::back_inserter(out[f]), [&](const Block& block) { return block.minutes[f] > 0; });
        return out;
    }();
    return forms[static_cast<std::size_t>(form)];
}

double planned_seconds(Form form) {
    double sum = 0;
    for (const Block& block : agenda_blocks(form)) sum += planned(block, form);
    return sum;
}

double kept_seconds(Form form) {
    double sum = 0;
    for (const Block& block : agenda_blocks(form))
        if (block.debrief) sum += planned(block, form);
    return sum;
}

// --- The timer -------------------------------------------------------------------------------------------------------

void Agenda::start(Form form) {
    *this = {};
    form_ = form;
    on_ = true;
    used_.assign(blocks().size(), 0);
    total_ = planned_seconds(form);
    enter(0);
}

void Agenda::stop() { *this = {}; }
void Agenda::pause() { paused_ = on_; }
void Agenda::resume() { paused_ = false; }

void Agenda::tell(double now) {
    constexpr double kJitter = 1;   // seconds by which two tellers of the time may differ
    if (now_ && now <= *now_ && now > *now_ - kJitter) return;
    const double passed = now_ ? std::max(0.0, now - *now_) : 0;
    now_ = now;
    if (!on_) return;
    (paused_ ? owed_ : used_[at_]) += passed;
}

double Agenda::used() const {
    double sum = 0;
    for (const double seconds : used_) sum += seconds;
    return sum;
}

double Agenda::left() const { return on_ ? length_ - used_[at_] : 0; }

std::vector<double> Agenda::lengths() const {
    std::vector<double> out = used_;
    if (!on_) return out;
    out[at_] = std::max(length_, used_[at_]);

    // What is ahead: the debrief its own, the others their plan, each less what it has had already.
    double free = total_ - used() - std::max(0.0, left()), kept = 0, wanted = 0;
    std::vector<double> plan(out.size());
    for (std::size_t i = at_ + 1; i < out.size(); ++i) {
        plan[i] = std::max(0.0, planned(blocks()[i], form_) - used_[i]);
        (blocks()[i].debrief ? kept : wanted) += plan[i];
    }
    const bool debrief_ahead = kept > 0;
    if (released_ && debrief_ahead) wanted += kept, kept = 0;
    const double room = std::max(0.0, free - kept), share = wanted > 0 ? std::min(1.0, room / wanted) : 0;
    double spare = std::max(0.0, room - wanted);
    for (std::size_t i = at_ + 1; i < out.size(); ++i) {
        const bool safe = blocks()[i].debrief && !released_;
        out[i] += safe ? plan[i] : plan[i] * share;
        if (blocks()[i].debrief) out[i] += spare, spare = 0;
    }
    return out;
}

double Agenda::late() const {
    if (!on_) return 0;
    double sum = 0;
    for (const double seconds : lengths()) sum += seconds;
    return sum - total_;
}

double Agenda::total_left() const {
    if (!on_) return 0;
    double sum = 0;
    for (const double seconds : lengths()) sum += seconds;
    return sum - used();
}

// --- The plan --------------------------------------------------------------------------------------------------------

void Agenda::enter(std::size_t block) {
    at_ = block;
    step_ = 0;
    squeeze_.reset();
    if (block == 0 && used() == 0) {
        length_ = planned(blocks()[0], form_);
        return;
    }
    // By the plan, from here to the debrief.
    double needs = 0;
    for (std::size_t i = block; i < used_.size(); ++i)
        if (!blocks()[i].debrief) needs += std::max(0.0, planned(blocks()[i], form_) - used_[i]);
    const double has = total_ - used() - reserve();
    if (blocks()[block].debrief) {
        length_ = used_[block] + std::max(total_ - used(), reserve() - used_[block]);
        if (released_) length_ = used_[block] + std::max(0.0, total_ - used());
    } else {
        const double plan = std::max(0.0, planned(blocks()[block], form_) - used_[block]);
        length_ = used_[block] + (needs > 0 ? plan * std::clamp(has / needs, 0.0, 1.0) : 0);
        if (needs > has + kTolerance) squeeze_ = Squeeze{needs, std::max(0.0, has)};
    }
}

bool Agenda::go(std::size_t block) {
    if (!on_ || block >= used_.size()) return false;
    if (block != at_) enter(block);
    return true;
}

bool Agenda::next() { return go(at_ + 1); }
bool Agenda::back() { return at_ > 0 && go(at_ - 1); }

const Step* Agenda::coming() const { return on_ && step_ < block().steps.size() ? &block().steps[step_] : nullptr; }

bool Agenda::asks_forecast() const {
    const std::span<const Step> steps = block().steps;
    return std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.shows && std::string_view(step.shows) == "predict"; });
}

bool Agenda::done_by_hand(std::string_view shows) {
    const Step* step = coming();
    if (!step || step->scenario || !step->shows || shows != step->shows) return false;
    ++step_;
    return true;
}

const Step* Agenda::next_step() {
    if (const Step* step = coming()) {
        ++step_;
        return step;
    }
    next();
    return nullptr;
}

const Step* Agenda::back_step() {
    if (!on_) return nullptr;
    if (step_ == 0) {
        if (back()) step_ = block().steps.size();
        return nullptr;
    }
    --step_;
    return step_ > 0 ? &block().steps[step_ - 1] : nullptr;
}

void Agenda::take_back() {
    total_ = std::max(used(), total_ - owed_);
    owed_ = 0;
    if (on_) {
        const std::size_t step = step_;
        enter(at_);
        step_ = step;
    }
}

// --- Over a reload ---------------------------------------------------------------------------------------------------

std::string Agenda::saved() const {
    if (!on_) return "off";
    std::string out = "1";
    char text[40];
    const auto put = [&](double value) {
        std::snprintf(text, sizeof text, " %.1f", value);
        out += text;
    };
    for (const double value : {static_cast<double>(form_), static_cast<double>(at_), static_cast<double>(step_),
                               released_ ? 1.0 : 0.0, length_, total_, owed_})
        put(value);
    for (const double seconds : used_) put(seconds);
    return out;
}

bool Agenda::restore(std::string_view line) {
    if (line == "off") {
        stop();
        return true;
    }
    std::vector<double> values;
    const std::string text(line);
    for (const char* at = text.c_str(); *at != 0;) {
        char* end = nullptr;
        const double value = std::strtod(at, &end);
        if (end == at || !(value >= 0 && value < 1e6)) return false;
        values.push_back(value);
        at = end;
    }
    constexpr std::size_t kHead = 8;
    if (values.size() < kHead || values[0] != 1 || values[1] >= kForms) return false;
    Agenda made;
    made.start(static_cast<Form>(static_cast<int>(values[1])));
    if (values.size() != kHead + made.used_.size() || values[2] >= static_cast<double>(made.used_.size())) return false;
    made.at_ = static_cast<std::size_t>(values[2]);
    if (values[3] > static_cast<double>(made.block().steps.size())) return false;
    made.step_ = static_cast<std::size_t>(values[3]);
    made.released_ = values[4] != 0;
    made.length_ = values[5], made.total_ = values[6], made.owed_ = values[7];
    std::copy(values.begin() + kHead, values.end(), made.used_.begin());
    made.paused_ = true;
    *this = made;
    return true;
}

std::string clock_text(double seconds) {
    const auto whole = static_cast<long>(seconds < 0 ? std::floor(-seconds) : std::ceil(seconds - 1e-9));
    char text[40];
    std::snprintf(text, sizeof text, "%s%02ld:%02ld", seconds < 0 && whole > 0 ? "\u2212" : "", whole / 60, whole % 60);
    return text;
}

}  // namespace parley
