#include "app/platform/platform.h"

#include <SDL.h>
#include <emscripten/html5.h>
#include <GLES3/gl3.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>

#include "app/picture_print.h"
#include "app/platform/host.h"
#include "app/platform/town_painter.h"
#include "app/theme.h"
#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_impl_sdl2.h"
#include "imgui_internal.h"

namespace parley::platform {
namespace {

constexpr double kSimulationMs = 8;   // at a time
constexpr int kSettleFrames = 3;      // ImGui answers some input a frame or two late
constexpr float kWheelMost = 2;       // notches per event: trackpads and line-mode wheels overdo it
constexpr float kLongestFrame = 0.1f; // seconds, after a pause without pictures
constexpr const char* kCanvas = "#canvas";

struct Screen {
    Draw draw = nullptr;
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    float width = 1, height = 1, ratio = 1;
    bool resized = false, lost = false, touch = false;
    int settle = kSettleFrames;
    bool again = true;                // the next picture is drawn, even if it is the one before
    std::uint64_t drawn = 0;          // print of what is on the canvas
    double last_ms = 0;
    std::uint64_t results = 0;        // stamps of what the last picture showed
    int dark = -1;                    // theme in force
    std::string mirrored, announced;

    Session session;
    Ui ui;
    ViewState state;
    Wishes wishes;
};
std::unique_ptr<Screen> screen;

void take_events(Screen& s) {
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        if (event.type == SDL_MOUSEWHEEL) {
            event.wheel.preciseX = std::clamp(event.wheel.preciseX, -kWheelMost, kWheelMost);
            event.wheel.preciseY = std::clamp(event.wheel.preciseY, -kWheelMost, kWheelMost);
        }
        ImGui_ImplSDL2_ProcessEvent(&event);
        s.settle = kSettleFrames;
    }
}

// The window counts in CSS pixels, the canvas in device pixels.  SDL would take the device's ratio as it is; past 2 a canvas costs
// time and shows nothing more, so the size of the canvas is set here and SDL's own handling of high densities stays off.
void fit_canvas(Screen& s) {
    if (!s.resized) return;
    s.resized = false;
    SDL_SetWindowSize(s.window, static_cast<int>(std::lround(s.width)), static_cast<int>(std::lround(s.height)));
    emscripten_set_canvas_element_size(kCanvas, static_cast<int>(std::lround(s.width * s.ratio)),
                                       static_cast<int>(std::lround(s.height * s.ratio)));
    s.again = true;  // a canvas of another size is empty
}

// The theme is drawn from the state of the views and kept with the session: whichever changed last is taken over.
void fit_theme(Screen& s) {
    if (s.dark < 0 || s.dark == static_cast<int>(s.state.dark)) s.state.dark = s.session.dark();
    else s.session.set_dark(s.state.dark);
    if (s.dark != static_cast<int>(s.state.dark)) {
        s.dark = s.state.dark;
        apply_theme(s.state.dark, 1);
        host::theme(s.state.dark);
        s.again = true;
    }
    if (fit_fonts(s.width, s.height, s.ratio, s.state.projector)) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        s.again = true;
    }
}

// What stands on the canvas already is not drawn again.
void paint(Screen& s) {
    const std::uint64_t print = print_of(*ImGui::GetDrawData());
    if (!s.again && !s.wishes.save_picture && print == s.drawn) return;
    s.again = false;
    s.drawn = print;
    const ImVec4 page = ImGui::ColorConvertU32ToFloat4(palette().page);
    glViewport(0, 0, static_cast<int>(std::lround(s.width * s.ratio)), static_cast<int>(std::lround(s.height * s.ratio)));
    glClearColor(page.x, page.y, page.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

// Stamps only rise, so their sum tells that one did.
std::uint64_t results_of(const Screen& s) {
    return s.session.results_stamp() + s.session.survey_stamp() + s.session.teams().stamp();
}

void draw(Screen& s, double now_ms) {
    fit_canvas(s);
    fit_theme(s);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(s.width, s.height);
    io.DisplayFramebufferScale = ImVec2(s.ratio, s.ratio);
    io.DeltaTime = std::clamp(io.DeltaTime, 1e-4f, kLongestFrame);

    ImGui::NewFrame();
    s.ui.begin_frame();
    s.wishes = Wishes{};
    s.results = results_of(s);
    Frame frame{s.session, s.ui, s.state, s.wishes, s.width, s.height, s.ratio, now_ms / 1000, s.touch, host::address};
    s.draw(frame);
    ImGui::Render();
    paint(s);
}

// What the views wished for, and the page's twins of what they drew.
void tell_host(Screen& s) {
    if (s.wishes.save_picture) host::save_picture();
    if (s.wishes.check_machine) host::check_machine();
    if (s.wishes.open_file) host::open_file();
    if (s.wishes.share) host::share();
    if (!s.wishes.open_guide.empty()) host::open_guide(s.wishes.open_guide);
    if (!s.wishes.save_name.empty()) host::save(s.wishes.save_name, s.wishes.save_text);
    if (std::string widgets = s.ui.json(); widgets != s.mirrored) {
        host::mirror(widgets);
        s.mirrored = std::move(widgets);
    }
    if (s.ui.announcement() != s.announced) {
        s.announced = s.ui.announcement();
        host::announce(s.announced);
    }
}

void start_imgui(Screen& s) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    // Ctrl+Tab belongs to the browser, and the keyboard to the page's own controls.
    ImGui::GetCurrentContext()->ConfigNavWindowingKeyNext = 0;
    ImGui::GetCurrentContext()->ConfigNavWindowingKeyPrev = 0;
    ImGui_ImplSDL2_InitForOpenGL(s.window, s.context);
    ImGui_ImplOpenGL3_Init("#version 300 es");
    io.SetClipboardTextFn = [](void*, const char* text) { host::copy(text); };
    io.GetClipboardTextFn = [](void*) { return ""; };
}

}  // namespace

int start(Draw draw) {
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);

    auto made = std::make_unique<Screen>();
    made->draw = draw;
    made->window = SDL_CreateWindow("Parley", 0, 0, 64, 64, SDL_WINDOW_OPENGL);
    made->context = made->window ? SDL_GL_CreateContext(made->window) : nullptr;
    if (!made->context) return 1;
    SDL_StopTextInput();  // free text is typed into fields of the page
    start_imgui(*made);
    set_town_painter(paint_town);
    screen = std::move(made);
    return 0;
}

bool frame(double now_ms) {
    Screen& s = *screen;
    const double seconds = s.last_ms > 0 ? std::clamp((now_ms - s.last_ms) / 1000, 0.0, 0.25) : 0;
    s.last_ms = now_ms;
    if (s.lost) return false;

    take_events(s);
    const bool changed = s.session.update(seconds, kSimulationMs);
    const bool needed = changed || s.resized || s.settle > 0 || s.wishes.keep_awake || s.results != results_of(s);
    if (needed) {
        s.settle = std::max(0, s.settle - 1);
        draw(s, now_ms);
        tell_host(s);
    }
    const bool more = s.settle > 0 || s.wishes.keep_awake || s.session.busy();
    if (!more) s.last_ms = 0;  // the pause until the next frame is nobody's time
    return more;
}

bool ticking() { return screen->wishes.tick; }

bool catch_up() {
    Session& session = screen->session;
    if (session.behind() && session.update(0, kSimulationMs)) nudge_once();
    return session.behind();
}

void resize(float width, float height, float pixel_ratio) {
    Screen& s = *screen;
    s.width = std::max(1.0f, width);
    s.height = std::max(1.0f, height);
    s.ratio = std::clamp(pixel_ratio, 0.5f, 2.0f);
    s.resized = true;
    nudge();
}

void nudge() { screen->settle = kSettleFrames; }
void nudge_once() { screen->settle = std::max(screen->settle, 1); }
void redraw() {
    screen->again = true;
    nudge_once();
}

// Objects of the lost context mean nothing to the new one, and must be let go before it is there.
void context_lost() {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    forget_towns();
    screen->lost = true;
}

void context_restored() {
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    screen->lost = false;
    screen->again = true;
    nudge();
}

void set_touch(bool touch) {
    if (screen->touch != touch) nudge();
    screen->touch = touch;
}

Session& session() { return screen->session; }
Ui& ui() { return screen->ui; }
ViewState& view_state() { return screen->state; }

}  // namespace parley::platform
