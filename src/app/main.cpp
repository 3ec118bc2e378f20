// The page's program.  Frames come from the page when there is something to draw (web/bridge.js).
#include "app/app.h"
#include "app/platform/platform.h"

int main() { return parley::platform::start(parley::draw_app); }
