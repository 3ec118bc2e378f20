// The views of the page: each draws one part into its rectangle, adds its widgets, and answers them.
#pragma once
#include "app/views/memory.h"
#include "app/widgets/paint.h"

namespace parley {

void draw_levers(Paint& p, Rect r);            // strategies, and what they buy today
void draw_top_bar(Paint& p, Rect r);
void draw_headline(Paint& p, Rect r);          // who is ahead, by how much, how sure
void draw_worlds(Paint& p, Rect strip);        // one dot per world, and one world at a time
std::string world_words(const Paint& p);       // "World 17 of 50" while one stands out; else empty
std::string world_sentence(const Paint& p);    // ... and who is ahead there, by how much
void draw_towns(Paint& p, Rect r, bool card = true);   // leaves the counts of its marks in memory.town.counts
void draw_race(Paint& p, Rect r);              // sales per week; inside of a card
void draw_tiles(Paint& p, Rect r);
void draw_reasons(Paint& p, Rect r);           // column of cards, or one card with tabs where the layout is small

// Insides of the reasons, for cards and tabs alike.
void draw_gap(Paint& p, Rect inside);          // split of the gap in sales
void draw_dominoes(Paint& p, Rect inside);     // from noise to money, and which link has broken
void draw_ladder(Paint& p, Rect inside);       // where customers stand in the town

void draw_scenario_picker(Paint& p);
void draw_export(Paint& p);
void draw_menu(Paint& p);
void draw_predict(Paint& p);
void draw_about(Paint& p);
void draw_limits(Paint& p);
void draw_problems(Paint& p);
void draw_story(Paint& p);
void draw_editor(Paint& p);              // a scenario made without a file
void draw_take_home(Paint& p);                 // notes of the group, and the page they go into
void draw_explore(Paint& p);                   // where who wins, what matters, what a dashboard would show
void draw_customer(Paint& p);                  // why: two lives of one customer
void draw_debrief(Paint& p);                   // questions about this run
void draw_briefs(Paint& p);                    // five roles, one page each
void draw_team(Paint& p);                      // a team's file
void draw_arena(Paint& p);                     // all teams on the same worlds
void draw_preflight(Paint& p);                 // checks before the start
void draw_session(Paint& p);                   // the plan of the seminar and its timer
void announce_block(Paint& p);                 // read out once, when a block of the plan begins
void draw_session_timer(Paint& p, Rect r);     // in the top bar, while a session is on
float session_timer_width(const Paint& p);     // 0: none is on
float era_height(Paint& p, float width);
void draw_era(Paint& p, Rect r, const std::string& id, const std::string& group);   // from which time the reach is, and a switch
void draw_keys(Paint& p);                      // every key, from the table

// The strip of worlds and the split of the gap, of what is on screen; made when results change.
const VerdictMemory& verdict_figures(Paint& p);

// Uncovers the forecast that was locked in and lets it meet the result.
bool start_reveal(Session& session, ViewState& state);   // false: no forecast is locked in

// The pieces of a sentence with one hole that has its own colour: "{leader} is ahead".
std::vector<Span> with_hole(std::string_view sentence, std::string_view hole, const std::string& word, const Face& face,
                            Colour words, Colour own);

}  // namespace parley
