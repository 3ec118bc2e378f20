#include "app/platform/host.h"

#include <emscripten.h>

#include <cstdlib>

// clang-format off
EM_JS(void, host_mirror, (const char* widgets), { Module["host"].mirror(UTF8ToString(widgets)); });
EM_JS(void, host_announce, (const char* sentence), { Module["host"].announce(UTF8ToString(sentence)); });
EM_JS(void, host_check_machine, (void), { Module["host"].checkMachine(); });
EM_JS(void, host_open_file, (void), { Module["host"].openFile(); });
EM_JS(void, host_save, (const char* name, const char* text), { Module["host"].save(UTF8ToString(name), UTF8ToString(text)); });
EM_JS(void, host_save_picture, (void), { Module["host"].savePicture(); });
EM_JS(void, host_copy, (const char* text), { Module["host"].copy(UTF8ToString(text)); });
EM_JS(void, host_open_guide, (const char* page), { Module["host"].openGuide(UTF8ToString(page)); });
EM_JS(void, host_share, (void), { Module["host"].share(); });
EM_JS(void, host_theme, (int dark), { Module["host"].theme(dark !== 0); });
EM_JS(char*, host_address, (void), {  // two lines; for the caller to free
  const { address, svg } = Module["host"].address(), text = address + "\n" + svg, size = lengthBytesUTF8(text) + 1;
  const at = _malloc(size);
  stringToUTF8(text, at, size);
  return at;
});
// clang-format on

namespace parley::host {

void mirror(const std::string& widgets) { host_mirror(widgets.c_str()); }
void announce(const std::string& sentence) { host_announce(sentence.c_str()); }
void check_machine() { host_check_machine(); }
void open_file() { host_open_file(); }
void save(const std::string& name, const std::string& text) { host_save(name.c_str(), text.c_str()); }
void save_picture() { host_save_picture(); }
void copy(const std::string& text) { host_copy(text.c_str()); }
void open_guide(const std::string& page) { host_open_guide(page.c_str()); }
void share() { host_share(); }
void theme(bool dark) { host_theme(dark); }

Address address() {
    char* text = host_address();
    const std::string lines = text;
    std::free(text);
    const std::size_t end = lines.find('\n');
    return {lines.substr(0, end), lines.substr(end + 1)};
}

}  // namespace parley::host
