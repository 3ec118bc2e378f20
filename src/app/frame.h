// Frame: what a view gets to draw with.
#pragma once
#include <map>
#include <memory>
#include <string>

#include "app/session/agenda.h"
#include "app/session/session.h"
#include "study/strings.h"
#include "app/ui.h"

namespace parley {

struct Rect { float x, y, w, h; };        // CSS pixels

// Wishes of a view that only the platform can grant; filled during the frame, carried out after it.
struct Wishes {
    bool open_file = false;               // the file picker
    std::string save_name, save_text;     // a file to save
    bool save_picture = false;            // PNG of the canvas
    bool share = false;                   // the dialog with the link to this state
    std::string open_guide;               // a page of the guide, as in claims.html, in a tab of its own
    bool keep_awake = false;              // draw the next frame even without input
    bool check_machine = false;           // the measurements of the preflight panel
    bool tick = false;                    // draw one every second
};

// What is open besides the main grid.
enum class Panel { None, Scenarios, About, Limits, Problems, Export, Story, Customer, Keys, Debrief, Session, Briefs, Team, Arena, Preflight, Editor, Menu, Predict, TakeHome, Explore };

struct Memory;                            // what views keep from frame to frame and could make anew (views/memory.h)

struct TeamDraft {                        // what a team is about to save
    std::string name, notes;
    int arm = 1;
    bool nameless = false;                // was to be saved without a name
    double gap = 0, confidence = 0.7;
    bool forecast = false;                // somebody said one; otherwise there is none
    std::string saved;                    // name of the file that holds all this; empty once something is changed
};

struct HintState {                        // offers to a newcomer (views/hints.h)
    double since = -1, edited = 0;        // first picture, last edit; seconds
    std::uint64_t revision = 0;           // what that edit made
    bool lever_done = false, next_done = false;
};

// What was refused, and so what is told about it.
enum class Refused { File, Address, Link, Work };

inline constexpr int kCertaintyTab = 3;

struct ViewState {                        // plain, with defaults; not part of the scenario
    Panel panel = Panel::None;
    int race_shows = 0;                   // sales of both arms, or the gap between them
    int narrow_tab = 0;                   // portrait and small windows: which chart or town is in front
    int reasons_tab = 0, about_tab = 0;   // which of the reasons stands beside the race; which paper is open
    int customer_tab = 0;                 // what is listed of a customer: steps, messages, feelings
    bool decimal_comma = false;           // in the tables that are saved
    int explore_tab = 0;                  // map, levers, dashboard, certainty (kCertaintyTab)
    bool all_levers = false;              // or those of the first screen
    std::string lever_search;
    float levers_scroll = 0, panel_scroll = 0, page_scroll = 0;
    bool dark = false;
    HintState hints;
    bool projector = false;               // large type, two charts, a spot of light at the pointer
    double moved_since = -1e9;            // when the pointer moved last, seconds
    double pressed_since = -2e9;          // when something was pressed last: pointer, twin or key
    bool calm = false;                    // the person asked for less motion
    double reveal_since = -1e9;           // when the forecast began to move into the result, seconds
    double replay_since = -1e9;           // when results before the last change began to move into those after it
    std::uint64_t replay_revision = 0;    // of the session then: the next decision takes its words away
    int world = -1;                       // pair whose two lines stand out; -1: none
    bool worlds_play = false;             // ... one after another, since when
    double world_since = 0;
    Agenda agenda;                        // the plan of the seminar and its timer
    bool covered_by_plan = false;         // results wait for a forecast whose card is not open yet
    TeamDraft team;
    struct Check { bool good; std::string value; };
    std::map<std::string, Check, std::less<>> checks;   // of room and machine, as they were measured
    int brief = -1;                       // role whose brief lies open; -1: none
    int wanted_picture = -1;              // app/show.h: picture to be put in front
    std::string spot;                     // chart with a ring around it, and since when
    double spot_since = 0;
    bool share = false;                   // a step of the plan wants the dialog with the link
    double time = 0;                      // of the last frame, seconds
    std::shared_ptr<Memory> memory;       // made by the first frame
    Diagnostics problems;                 // of the last refused file
    std::string problem_file;
    Refused refused = Refused::File;
};

// The address of the state on screen, and its QR code as SVG (empty if too long for one).
struct Address {
    std::string link, qr_svg;
};

struct Frame {
    Session& session;
    Ui& ui;
    ViewState& state;
    Wishes& wishes;
    float width, height;                  // CSS pixels
    float pixel_ratio;
    double time;                          // seconds
    bool touch;
    Address (*address)() = nullptr;       // made when asked for; nullptr where there is no page
};

}  // namespace parley
