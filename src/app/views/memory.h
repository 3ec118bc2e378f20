// Memory: what views keep from frame to frame so as not to make it sixty times a second. All of it can be made anew from the
// session; none of it is a setting.
#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "app/session/origin.h"
#include "app/session/replay_words.h"
#include "app/views/day_picture.h"
#include "app/widgets/paint.h"
#include "app/widgets/paper.h"
#include "study/debrief.h"
#include "study/figures.h"
#include "study/message_shares.h"

namespace parley {

struct Drag {                  // the lever under the pointer
    std::string id;
    std::size_t arm = 0;
    float offset = 0;          // of the pointer from the middle of the thumb
};

struct KeptThreads {           // replies of a day that has passed
    int day = 0;
    std::vector<std::uint32_t> replies;
};

struct TownMemory {
    std::uint64_t people = 0;  // mark of population and picture the seats were made for
    float aspect = 0;
    Seats seats;
    Rings rings;
    std::uint64_t stamp = 0;   // of the session's town when the pictures were made
    std::uint64_t revision = 0;
    std::array<DayPicture, 2> days;
    std::vector<std::uint8_t> unknown;             // [n_customers] zeros: rungs while results are covered
    std::array<std::deque<KeptThreads>, 2> kept;   // newest first
    std::array<TownCounts, 2> counts;              // as drawn in the last frame
    bool one_line = true;      // name and words of a caption share a line
    std::array<std::array<std::int64_t, kObservables>, 2> today{};  // observables of that day
    int hovered = -1;          // customer under the pointer, in either town
    float drag = 0;            // how far the pointer has gone since it went down on a town
};

// Messages of one kind in one week, as one line; a click selects the one of them that weighs most, to live without it.
struct MessageRow {
    std::string word, words;
    int day = 0;               // of that one
    double share = 0;          // of the step it moved most (study/message_shares.h)
    int step = -1;             // that step; -1: of none
};

struct CustomerMemory {        // the panel about one customer
    std::string word;          // the message selected (study/explain.h); "" for none
    std::size_t arm = 0;       // in whose life
    std::uint32_t customer = 0;                       // whose it is
    std::array<float, 2> scroll{};                    // of the lists
    std::uint64_t listed = 0;  // stamp of the answer that the rows below are of
    std::array<std::vector<MessageRow>, 2> rows;      // messages of both lives
    std::pair<std::uint64_t, std::size_t> weighed{};  // answer and arm that the weights below are of
    std::vector<MessageShare> weights;                // [received]
    std::array<std::array<int, 32>, 2> drawn{};       // marks on each timeline, by Sign, in the last frame
};

struct ExploreMemory {         // the panel of questions around the scenario
    std::string scenario;      // the one whose levers these are
    LeverOf x, y;              // of the region map
    int picking = 0;           // the list of levers is open: 1 for x, 2 for y
    int column = 0, row = 0;   // point that is looked at
    bool pointed = false;      // someone has looked at a point
};

struct RaceMemory {
    const Ensemble* before_of = nullptr;    // results before the last decision that these were made from, and how many pairs
    int before_done = 0;
    std::array<Figure, 2> before;
    double told_since = -1e9;  // replay whose words were read out
    const Ensemble* told_before = nullptr;   // results its words were made from
    int told_done = 0;
    std::uint64_t told_stamp = 0;
    ReplayWords told;
    std::uint64_t stamp = 0;   // of the results the figures were made from
    int y_ticks = 0;
    bool bands = true;
    std::array<Figure, 2> figures;   // sales per week; gap per week
    std::string table;         // the same in words, one line a week
};

struct VerdictMemory {
    std::uint64_t stamp = 0;   // of the results the figures were made from
    Figure strip, split;
};

struct DominoMemory {
    std::uint64_t stamp = 0;   // of the results the chains were made from
    std::vector<Chain> chains;    // of both arms
    std::optional<Break> worst;   // in all the run
    int until = -1;               // day they stand at
    Figure figure;
};

struct DebriefMemory {
    std::uint64_t stamp = 0;   // of the results the questions are about
    std::vector<Question> questions;
};

struct ArenaMemory {
    std::uint64_t stamp = 0;   // of the teams the standings were made from
    std::vector<Standing> standings;
};

struct EditorMemory {
    int part = 0;              // which page of it is open
    float scroll = 0, content = 0;            // of that page
    std::string refused, refusal;             // id of the field whose words were not taken last, and why
    double refused_at = -1e9;                 // when, seconds
    std::string left_behind;                  // a refusal of the page before, which nobody has seen there
    std::string open;          // id of the list of options that is open
    std::string number_search, value_search, lever_search;
    std::size_t arm = 0;       // whose levers show, and whether all of them do
    bool all_levers = false;
    bool french = false;       // texts in the second language too
    int event = 0;             // whose details show
    int decisions = 0;         // taken so far
    bool choosing = false;     // a value for it
    bool new_event = false;    // its details are to be brought into sight
    std::string saved;         // the scenario the sentences were made of
    std::vector<std::string> sentences;       // how it differs from the one opened
    const Scenario* origin = nullptr;         // the shipped one that was opened, or the nearest to it (session/origin.h)
    bool from_shipped = true;                 // what was opened is that one, unchanged
    std::vector<std::string> from_origin;     // how it differs from that
    LeftOver left;                            // and what of its words is still in
};

// Closes what is open inside the editor, before the editor itself; false: nothing was.
bool close_list(EditorMemory& memory);

struct PredictMemory {         // the hand on the forecast's paper, and the line it meets
    bool drawing = false;
    double week = 0, gap = 0;  // where the hand was in the last frame
    std::uint64_t stamp = 0;   // of the results the line below was made from
    std::vector<double> result = {};
};

struct TakeHomeMemory {
    std::uint64_t stamp = 0;   // of the results the questions are about
    std::vector<std::string> questions;
    std::size_t levers = 0;    // in which the two strategies differ
    std::optional<bool> travels;   // a link to this page opens elsewhere
};

struct ShippedScenario {
    std::string id, title, question;
};

struct Memory {
    Drag drag;
    TownMemory town;
    RaceMemory race;
    VerdictMemory verdict;
    DominoMemory dominoes;
    CustomerMemory customer;
    int agenda_block = -1;                   // of the plan, as it was last read out; -1: no session
    TakeHomeMemory take_home;
    DebriefMemory debrief;
    ArenaMemory arena;
    PredictMemory predict;
    std::map<std::string, Rect, std::less<>> charts;   // where each stood in this frame, by its id in app/show.h
    EditorMemory editor;
    float about_scroll = 0;    // of the list of papers, and whether it is open where there is no room beside them
    bool about_list = false;
    std::string numbers, numbers_of, parameters;   // its pages about the parameters, made when they are read first
    std::map<std::tuple<std::size_t, int, int>, TableShape> tables;   // of papers, by words, width and type
    ExploreMemory explore;
    std::vector<ShippedScenario> shipped;    // filled when the picker opens first
    std::string tip_title;                   // of the tip that waits or shows, and since when the pointer has rested there
    double tip_since = 0;
    bool tip_shown = false;    // it stands on the page
    std::uint64_t announced = 0;             // revision whose verdict was read out
    Panel panel_before = Panel::None;        // of the last frame, to notice what opened
    Rect hinted_row{}, forecast_button{};    // where hints hang; as drawn in this frame
    bool strip_hovered = false;              // in the last frame
    Rect scenario_button{}, menu_button{};   // where their menus hang
    std::string focus_before;                // twin with focus in the last frame
    bool record_texts = false;               // for tests
    std::vector<TextBox> texts;              // of this frame, when recorded
};

// Read from the files inside the program when they are asked for first.
const std::vector<ShippedScenario>& shipped_scenarios(Memory& memory);

}  // namespace parley
