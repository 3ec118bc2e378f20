// The page, seen from C++: the methods of `host` in web/bridge.js.
#pragma once
#include <string>

#include "app/frame.h"

namespace parley::host {

void mirror(const std::string& widgets);     // the list of Ui::json
void announce(const std::string& sentence);  // politely, to screen readers
void check_machine();                        // web/preflight.js; answers come back through parley_check
void open_file();                            // the file picker; the file comes back through parley_open_file
void save(const std::string& name, const std::string& text);
void save_picture();                         // of the canvas, which must have been drawn in this same task
void copy(const std::string& text);          // to the clipboard
void open_guide(const std::string& page);    // in a tab of its own
void share();                                // the dialog with the link
Address address();                           // of the state on screen
void theme(bool dark);                       // for what is not drawn on the canvas

}  // namespace parley::host
