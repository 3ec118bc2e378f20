// Session: what the person is doing.  Holds the scenario being edited, the town being watched and the worlds being compared.
// No ImGui, no browser: tested headless.  Views read it and call its verbs; nothing else changes it.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/forecast.h"
#include "app/session/history.h"
#include "app/session/keep.h"
#include "app/session/teams.h"
#include "app/session/group_notes.h"
#include "app/session/town.h"
#include "scenario/scenario_json.h"
#include "study/compare.h"
#include "study/dashboard.h"
#include "study/explain.h"
#include "study/region_map.h"
#include "study/tornado.h"

namespace parley {

class Session {
public:
    Session();  // opens scenario 01

    // --- the scenario -------------------------------------------------------------------------------------------------
    Diagnostics load(std::string_view text);             // empty: loaded; otherwise the old state stays
    Diagnostics load_shipped(std::string_view id);       // an unknown id: a diagnostic with the nearest one
    Diagnostics set(std::string_view path, std::string_view value);
    void set_lever(std::size_t arm, const ParamSpec& lever, double value);
    // Of a weight: its share of the budget, 0..1; the other weights keep their proportions, and all add up to 100.
    void set_share(std::size_t arm, const ParamSpec& weight, double share);  // from a slider: clamped to the row's range
    // A whole one that was checked (session/draft.h) in place of this one: one decision, under its word (history.h).
    void adopt(Scenario scenario, std::string what = "scenario");
    const Scenario& scenario() const { return scenario_; }
    const Scenario& opened() const { return opened_; }   // as loaded, before levers moved: "changed" marks compare with it
    std::string saved() const;                           // the file's text
    std::uint64_t revision() const { return revision_; } // rises with every edit that can move a result

    // --- decisions, back and forth (history.h); a new scenario forgets them -----------------------------------------------
    const History& history() const { return history_; }
    bool undo();
    bool redo();
    // Results before the last decision, to be compared with those on screen; nullptr when there are none, or while covered.
    const Ensemble* before() const;

    // --- a forecast, and results covered until it is revealed (forecast.h) --------------------------------------------------
    enum class Cover { None, Open, Locked };             // nothing covered; the card is open; locked in
    Cover cover() const { return cover_; }
    bool masked() const { return cover_ != Cover::None; }
    void open_forecast();                                // covers; a forecast already locked stays as it is
    Forecast& draft() { return forecast_; }              // to be filled while open
    bool lock_forecast();                                // false while no call was made
    void withdraw_forecast();                            // uncovers without a score
    bool reveal();                                       // uncovers what was locked; scored once all worlds are in
    const Forecast* forecast() const;                    // locked or revealed, while it is about the scenario on screen
    const Scored* score() const;                         // of that forecast, once it has one
    const std::vector<Scored>& scores() const { return scores_; }   // of this sitting, oldest first

    // --- kept work and links (keep.h, link.h) ----------------------------------------------------------------------------
    std::uint64_t decisions() const { return decisions_; }   // rises with every decision worth keeping
    Desk desk() const;
    void take_up(Desk desk);                             // instead of all there is
    void visit(Desk desk);                               // of a link: its scenario and its week; the rest stays a person's own
    std::string kept() const { return write_desk(desk()); }
    Diagnostics restore(std::string_view text);          // of kept(); empty: taken up, otherwise the old state stays
    bool dark() const { return dark_; }                  // theme of the page
    void set_dark(bool on);

    // --- worlds: jobs for workers ----------------------------------------------------------------------------------------
    // A job is one pair of one ensemble.  Ensembles are numbered; the one on screen is rebuilt (with a new number) by every edit.
    struct Job { std::uint32_t ensemble; int pair; std::uint32_t seed; };
    // Marks it as given out.  Of several workers each prefers its own pairs (pair mod workers), of which it remembers something.
    std::optional<Job> next_job(int worker = 0, int workers = 1);
    bool wanted(std::uint32_t ensemble, int pair = 0) const;   // false: the worker may drop it
    void give_back(std::uint32_t ensemble, int pair);    // its worker died: someone else will do it
    bool deliver(std::uint32_t ensemble, std::span<const std::uint8_t> packed);   // false if unwanted or damaged
    std::string job_scenario(std::uint32_t ensemble) const;  // scenario text for the worker
    std::uint32_t request_comparison(int pairs, std::uint32_t seed);              // window.parley.compare; 0: too much to keep, or covered
    std::optional<std::string> take_comparison(std::uint32_t ensemble);           // JSON once complete

    // What is on screen: results of the current revision, or of the one before until the first new pair arrives.  While results are
    // covered there are none, so that no view, export or program can show one.
    const Ensemble* ensemble() const;                    // nullptr before the very first pair
    const Comparison* comparison() const;                // recomputed a few times a second while pairs arrive
    bool refining() const;                               // pairs of the current revision are still being lived
    // After how many worlds the verdict on screen was settled, so that the rest was not lived (study/sequential.h); 0: all are counted.
    int settled_after() const;
    void count_all();                                    // lives the rest all the same, until the next edit; kept, and told by a link
    bool preview() const;                                // what is on screen belongs to an older revision
    std::uint64_t results_stamp() const;                 // rises with every comparison(); ensemble() may have worlds that came since

    // --- surveys: who wins elsewhere, lived by the workers after everything else ------------------------------------------------
    // A view asks on every frame it is looked at; the survey begins anew when it would answer another question.  A region map
    // stays when only its own two levers move.  While results are covered nothing is asked and there is nothing to see.
    void survey_region(const LeverOf& x, const LeverOf& y);   // two different levers
    void survey_levers();
    void rest_surveys();                                 // nobody looks: what is known stays, no more is lived
    const RegionMap* region() const;                     // nullptr before the first question
    const Tornado* tornado() const;
    // What a dashboard would show; worked at by update() while someone looks.
    void survey_dashboard();
    const Dashboard* dashboard() const;                  // of this scenario, or of the one before the last edit until it is there
    bool dashboard_current() const;                      // it is of this scenario; so far, while fewer worlds than wanted are counted
    double dashboard_progress() const;                   // 0..1; 1: complete
    bool surveying() const;                              // a survey that is looked at is not finished
    std::uint64_t survey_stamp() const;                  // rises with every world of a survey

    // --- the town (pair 0) and its clock ------------------------------------------------------------------------------------
    const Town& town() const { return *town_; }
    std::uint64_t town_stamp() const { return town_stamp_; }   // rises whenever the town shows something else
    int day() const;                                     // shown day, 0..days
    bool playing() const { return playing_; }
    int speed() const { return speed_; }                 // 1, 2, 4, 8
    void play(bool on);
    void step_days(int days);                            // pauses
    void seek(int day);                                  // pauses; reached over the next frames
    void set_speed(int factor);
    // One frame: seconds since the last, and how many milliseconds of simulation it may spend.  Returns true if anything changed.
    bool update(double seconds, double budget_ms);
    bool behind() const;                                 // the town is still on its way to the day or the edit
    bool busy() const;                                   // update() has more to do, even if nobody touches anything

    // --- one customer of the town, and why ------------------------------------------------------------------------------------
    // Worked at by update(), with the budget of the frame.  without: the word of a message (study/explain.h); both lives are lived
    // again without it.  An edit drops the answer and asks again about the same customer; another scenario forgets the question.
    void ask(std::uint32_t customer, std::string without = "");
    void stop_asking();
    std::optional<std::uint32_t> asked() const;          // about whom
    const Explanation* answer() const;                   // about that customer; while a message is being left out, as it was before
    bool asking() const;                                 // something of it is still to come
    std::uint64_t answer_stamp() const;                  // rises whenever answer() shows something else

    // --- strategies of teams, on the same worlds -----------------------------------------------------------------------------
    // Their worlds are lived after everything the screen asks for; another scenario on screen leaves them as they are.
    Teams& teams() { return teams_; }
    const Teams& teams() const { return teams_; }

    // --- what the group wrote for the page it takes home: of this scenario, and of all ---------------------------------------
    Notes& notes() { return notes_[scenario_.id]; }
    AllNotes& all_notes() { return notes_; }
    void noted() { ++decisions_; }                       // something in them was written

    std::size_t arm_a() const { return 0; }
    std::size_t arm_b() const { return 1; }

private:
    struct Worlds;
    struct Why;
    struct Surveys;
    bool find_out(double budget_ms);                     // true if it worked at the answer
    bool count_dashboard(double budget_ms);              // true when there is more to show
    void edited();                                       // the scenario is not what it was
    void become(Scenario scenario);                      // a checked one in place of this one
    void decided(std::string what);                      // after that: a step of the history
    void go_to(const Scenario* step);
    void keep_score();
    void forget_forecast();
    void open(Scenario opened, Scenario now, int day, bool playing);

    Scenario scenario_, opened_;
    History history_;
    double since_decision_ = 0;                          // seconds
    Cover cover_ = Cover::None;
    Forecast forecast_;
    bool revealed_ = false, scored_ = false;             // of that forecast
    std::vector<Scored> scores_;
    AllNotes notes_;
    std::string hash_;                                   // of the scenario (scenario_json.h)
    std::uint64_t revision_ = 1, decisions_ = 0;
    bool dark_ = false;
    bool every_world_ = false;                           // all worlds count, though the verdict be settled
    bool playing_ = true;
    int speed_ = 4;
    int wish_ = 0;                                       // day the town is on its way to
    double clock_ = 0;                                   // days played since the last whole one
    std::unique_ptr<Town> town_, next_town_;             // on screen; of an edited scenario, catching up
    std::uint64_t town_revision_ = 0, next_town_revision_ = 0, town_stamp_ = 1;
    Teams teams_;
    std::shared_ptr<Worlds> worlds_;
    std::shared_ptr<Why> why_;
    std::shared_ptr<Surveys> surveys_;
};

}  // namespace parley
