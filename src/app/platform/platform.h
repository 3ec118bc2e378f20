// Platform: the window, its frames and what a page can do; SDL, GL and Emscripten stay in this folder.
//
//   platform.cpp       window, ImGui's backends, one frame
//   exports.cpp        functions the page calls (web/bridge.js)
//   host.cpp           functions of the page that are called from here
//   town_painter.cpp   the dots of the towns
//   gl_state.cpp       what GL would say about itself, without asking it
#pragma once
#include "app/frame.h"

namespace parley::platform {

using Draw = void (*)(Frame&);

// Opens the window on the page's canvas and makes the session.  Returns 0, or 1 without WebGL 2; frames come afterwards.
int start(Draw draw);

// One picture, if one is needed.  Returns whether another frame should follow at once.
bool frame(double now_ms);

// Between pictures: a slice of simulation when the town is behind.  Returns whether it still is.
bool catch_up();

// Something on screen counts seconds.
bool ticking();

// What the page reports.
void resize(float width, float height, float pixel_ratio);  // CSS pixels; device pixels per CSS pixel, at most 2
void nudge();                                               // something happened: draw, and a few frames more
void nudge_once();                                          // numbers or time moved on: one frame will do
void redraw();                                              // the next frame is drawn, even if it shows nothing new
void context_lost();
void context_restored();
void set_touch(bool touch);                                 // fingers rather than a mouse

Session& session();
Ui& ui();
ViewState& view_state();

}  // namespace parley::platform
