#include "app/platform/host.h"

#include <emscripten.h>

// clang-format off
EM_JS(void, host_mirror, (const char* widgets), { Module["host"].mirror(UTF8ToString(widgets)); });
EM_JS(void, host_announce, (const char* sentence), { Module["host"].announce(UTF8ToString(sentence)); });
EM_JS(void, host_check_machine, (void), { Module["host"].checkMachine(); });
EM_JS(void, host_open_file, (void), { Module["host"].openFile(); });
EM_JS(void, host_save, (const char* name, const char* text), { Module["host"].save(UTF8ToString(name), UTF8ToString(text)); });
EM_JS(void, host_save_picture, (void), { Module["host"].savePicture(); });
EM_JS(void, host_copy, (const char* text), { Module["host"].copy(UTF8ToString(text)); });
// clang-format on

namespace parley::host {

void mirror(const std::string& widgets) { host_mirror(widgets.c_str()); }
void announce(const std::string& sentence) { host_announce(sentence.c_str()); }
void check_machine() { host_check_machine(); }
void open_file() { host_open_file(); }
void save(const std::string& name, const std::string& text) { host_save(name.c_str(), text.c_str()); }
void save_picture() { host_save_picture(); }
void copy(const std::string& text) { host_copy(text.c_str()); }

}  // namespace parley::host
