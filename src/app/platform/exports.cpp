// Functions the page calls.  web/bridge.js wraps each of them once; nothing else in the page knows their names.
//
// Texts come in as UTF-8.  Texts that go out stay valid until the next call that returns one.
#include <emscripten.h>

#include <cstdint>
#include <optional>
#include <string>

#include "app/commands.h"
#include "app/embedded_fonts.h"
#include "app/open_file.h"
#include "app/platform/platform.h"
#include "app/session/notes.h"
#include "app/session/sitting.h"
#include "app/views/covered.h"
#include "app/session/link.h"
#include "study/strings.h"
#include "parley_version.h"
#include "scenario/json_writer.h"
#include "scenario/library.h"
#include "study/export.h"
#include "study/workbench.h"

using namespace parley;

namespace {

const char* hand_out(std::string text) {
    static std::string kept;
    kept = std::move(text);
    return kept.c_str();
}

std::string diagnostics_json(const Diagnostics& problems) {
    JsonWriter out(0);
    out.begin_array();
    for (const Diagnostic& d : problems)
        out.begin_object().member("line", d.line).member("column", d.column).member("path", d.path).member("message", d.message)
            .end_object();
    out.end_array();
    return out.take();
}

// For a person rather than a program: problems go on screen, and the panel that asked is closed when there are none.
void show_problems(const std::string& file, Diagnostics problems, Refused refused = Refused::File) {
    ViewState& state = platform::view_state();
    state.panel = problems.empty() ? Panel::None : Panel::Problems;
    state.problems = std::move(problems);
    state.problem_file = file;
    state.refused = refused;
    platform::nudge();
}

}  // namespace

extern "C" {

// --- Frames and input ------------------------------------------------------------------------------------------------

// 1: another frame should follow; 2: the town is behind; 4: one a second should follow.
EMSCRIPTEN_KEEPALIVE int parley_frame(double now_ms) {
    return (platform::frame(now_ms) ? 1 : 0) | (platform::session().behind() ? 2 : 0) | (platform::ticking() ? 4 : 0);
}
EMSCRIPTEN_KEEPALIVE int parley_catch_up() { return platform::catch_up(); }
EMSCRIPTEN_KEEPALIVE void parley_nudge_once() { platform::nudge_once(); }
EMSCRIPTEN_KEEPALIVE void parley_nudge() { platform::nudge(); }
EMSCRIPTEN_KEEPALIVE void parley_redraw() { platform::redraw(); }
EMSCRIPTEN_KEEPALIVE void parley_resize(double w, double h, double ratio) {
    platform::resize(static_cast<float>(w), static_cast<float>(h), static_cast<float>(ratio));
}
EMSCRIPTEN_KEEPALIVE void parley_touch(int touch) { platform::set_touch(touch != 0); }
EMSCRIPTEN_KEEPALIVE void parley_context(int there) { there ? platform::context_restored() : platform::context_lost(); }

// From a twin in the page's DOM.
EMSCRIPTEN_KEEPALIVE void parley_click(const char* id) {
    platform::ui().push({id, true, 0});
    platform::nudge();
}
EMSCRIPTEN_KEEPALIVE void parley_slide(const char* id, double value) {
    platform::ui().push({id, false, value});
    platform::nudge();
}
EMSCRIPTEN_KEEPALIVE void parley_type(const char* id, const char* words) {
    platform::ui().push({id, false, 0, 0, std::string(words).substr(0, kMaxTextBytes), true});
    platform::nudge();
}
EMSCRIPTEN_KEEPALIVE void parley_focus(const char* id) {
    platform::ui().focus(id);
    platform::nudge();
}

// Less motion was asked for.
EMSCRIPTEN_KEEPALIVE void parley_calm(int on) {
    platform::view_state().calm = on != 0;
    platform::nudge();
}

// A key by the name the browser gives it (src/app/session/keys.h).  Returns whether it meant something.
EMSCRIPTEN_KEEPALIVE int parley_key_name(const char* name, int shift) {
    if (platform::ui().waiting()) {
        platform::ui().hold({name, shift != 0});
        platform::nudge();
        return find_key(name, shift != 0, true) || find_key(name, shift != 0, false);
    }
    const bool used = press_key(platform::session(), platform::view_state(), name, shift != 0);
    if (used) platform::nudge();
    return used;
}

EMSCRIPTEN_KEEPALIVE void parley_pause_session() {
    Agenda& agenda = platform::view_state().agenda;
    agenda.paused() ? agenda.resume() : agenda.pause();
    platform::nudge();
}

// What a reload must not lose besides the scenario: kept by the page as JSON, given back piece by piece.
EMSCRIPTEN_KEEPALIVE const char* parley_sitting() { return hand_out(sitting_json(platform::view_state().agenda, platform::session().teams())); }
EMSCRIPTEN_KEEPALIVE void parley_restore_agenda(const char* line) { platform::view_state().agenda.restore(line); }
EMSCRIPTEN_KEEPALIVE void parley_restore_team(const char* scenario, const char* file) {
    take_back_team(platform::session().teams(), scenario, file);
}

// One measurement of the preflight panel (web/preflight.js).
EMSCRIPTEN_KEEPALIVE void parley_check(const char* id, int good, const char* value) {
    platform::view_state().checks[id] = {good != 0, value};
    platform::nudge();
}

// What the window of the speaker's notes shows, as JSON.  The time is told here too: a hidden page draws no frames.
EMSCRIPTEN_KEEPALIVE const char* parley_notes(double now_ms) {
    platform::view_state().agenda.tell(now_ms / 1000);
    return hand_out(notes_json(platform::view_state().agenda, platform::session(), covered(platform::session())));
}

// --- The scenario ----------------------------------------------------------------------------------------------------

// A face of the canvas, for the words of the page around it; nullptr: not of that name.
EMSCRIPTEN_KEEPALIVE const unsigned char* parley_font(const char* name, std::uint32_t* size) {
    for (std::size_t i = 0; i < kEmbeddedFontCount; ++i)
        if (std::string_view(kEmbeddedFonts[i].name) == name) return *size = static_cast<std::uint32_t>(kEmbeddedFonts[i].size), kEmbeddedFonts[i].data;
    return nullptr;
}

EMSCRIPTEN_KEEPALIVE const char* parley_version() { return PARLEY_VERSION; }
EMSCRIPTEN_KEEPALIVE const char* parley_text(const char* key) { return tr(key).c_str(); }
EMSCRIPTEN_KEEPALIVE const char* parley_load(const char* text, int size) {
    const Diagnostics problems = platform::session().load({text, static_cast<std::size_t>(size)});
    platform::nudge();
    return hand_out(diagnostics_json(problems));
}
EMSCRIPTEN_KEEPALIVE const char* parley_set(const char* path, const char* value) {
    const Diagnostics problems = platform::session().set(path, value);
    platform::nudge();
    return hand_out(diagnostics_json(problems));
}
EMSCRIPTEN_KEEPALIVE const char* parley_saved() { return hand_out(platform::session().saved()); }

// A file that was dropped or picked, and ?scenario=ID: problems are shown to the person.
EMSCRIPTEN_KEEPALIVE void parley_open_file(const char* name, const char* text, int size) {
    open_file(platform::session(), platform::view_state(), name, {text, static_cast<std::size_t>(size)});
    platform::nudge();
}
EMSCRIPTEN_KEEPALIVE void parley_open_shipped(const char* id) {
    const Diagnostics problems = platform::session().load_shipped(id);
    show_problems(id, problems);
    if (!problems.empty() && platform::session().load_shipped(nearest_scenario(id)).empty())
        platform::view_state().refused = Refused::Address;
}

// --- Links and kept work (web/link.js, web/work.js) ------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE double parley_decisions() { return static_cast<double>(platform::session().decisions()); }
EMSCRIPTEN_KEEPALIVE const char* parley_kept() { return hand_out(platform::session().kept()); }
EMSCRIPTEN_KEEPALIVE int parley_restore(const char* text, int size) {
    Diagnostics problems = platform::session().restore({text, static_cast<std::size_t>(size)});
    const bool restored = problems.empty();
    // A card that was being filled lies open again: without it the cover would be taken off.
    if (platform::session().cover() == Session::Cover::Open) platform::view_state().panel = Panel::Predict;
    if (!restored) show_problems("", std::move(problems), Refused::Work);
    platform::nudge();
    return restored;
}
EMSCRIPTEN_KEEPALIVE const char* parley_link() { return hand_out(write_link(platform::session().desk())); }
// Returns what is worth saying beside a link that opened; what kept it from opening whole is shown.
EMSCRIPTEN_KEEPALIVE const char* parley_open_link(const char* text, int size) {
    Session& session = platform::session();
    LinkRead read = read_link({text, static_cast<std::size_t>(size)});
    if (read.desk) session.visit(std::move(*read.desk));
    const bool whole = read.problems.empty();
    show_problems("", std::move(read.problems), Refused::Link);
    if (!whole || read.engine.empty() || read.engine == PARLEY_VERSION) return "";
    return hand_out(tr("link.other_engine", {{"engine", read.engine}, {"here", PARLEY_VERSION}}));
}

// --- Worlds ----------------------------------------------------------------------------------------------------------

// job[0..2]: ensemble, pair, seed
EMSCRIPTEN_KEEPALIVE int parley_next_job(std::uint32_t* job, int worker, int workers) {
    const std::optional<Session::Job> next = platform::session().next_job(worker, workers);
    if (!next) return 0;
    job[0] = next->ensemble;
    job[1] = static_cast<std::uint32_t>(next->pair);
    job[2] = next->seed;
    return 1;
}
EMSCRIPTEN_KEEPALIVE const char* parley_job_scenario(std::uint32_t ensemble) {
    return hand_out(platform::session().job_scenario(ensemble));
}
EMSCRIPTEN_KEEPALIVE int parley_wanted(std::uint32_t ensemble, int pair) { return platform::session().wanted(ensemble, pair); }
EMSCRIPTEN_KEEPALIVE void parley_give_back(std::uint32_t ensemble, int pair) { platform::session().give_back(ensemble, pair); }
EMSCRIPTEN_KEEPALIVE int parley_deliver(std::uint32_t ensemble, const std::uint8_t* bytes, int size) {
    return platform::session().deliver(ensemble, {bytes, static_cast<std::size_t>(size)});
}

// Where workers are refused, the page itself works on worlds between its frames.  0: nothing to do, 1: more, 2: one delivered.
EMSCRIPTEN_KEEPALIVE int parley_work(double budget_ms) {
    static Workbench bench(48e6);
    static std::optional<Session::Job> job;
    Session& session = platform::session();
    if (job && !session.wanted(job->ensemble, job->pair)) job.reset();
    if (!job) {
        job = session.next_job();
        if (!job) return 0;
        bench.begin(session.job_scenario(job->ensemble), job->pair);
    }
    if (!bench.work(budget_ms)) return 1;
    session.deliver(job->ensemble, bench.take());
    job.reset();
    return 2;
}

// --- Comparisons -----------------------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE int parley_masked() { return platform::session().masked(); }
EMSCRIPTEN_KEEPALIVE int parley_scenario_pairs() { return static_cast<int>(platform::session().scenario().run.pairs); }
EMSCRIPTEN_KEEPALIVE double parley_scenario_seed() { return platform::session().scenario().run.seed; }
EMSCRIPTEN_KEEPALIVE std::uint32_t parley_request_comparison(int pairs, std::uint32_t seed) {
    return platform::session().request_comparison(pairs, seed);
}
// Empty until every pair is there.
EMSCRIPTEN_KEEPALIVE const char* parley_take_comparison(std::uint32_t number) {
    return hand_out(platform::session().take_comparison(number).value_or(std::string()));
}
// What is on screen.  Its revision once every pair of it is there, 0 before.
EMSCRIPTEN_KEEPALIVE double parley_result_revision() {
    const Session& session = platform::session();
    return session.refining() || session.preview() || session.masked() ? 0 : static_cast<double>(session.revision());
}
EMSCRIPTEN_KEEPALIVE const char* parley_result() {
    const Session& session = platform::session();
    if (!session.ensemble() || !session.comparison()) return "";
    return hand_out(comparison_json(*session.ensemble(), compare(*session.ensemble()), false));
}

}  // extern "C"
