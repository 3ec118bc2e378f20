// The whole page drawn without a window: Dear ImGui with no backend; and what must hold of everything drawn.
#pragma once
#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "app/app.h"
#include "app/theme.h"
#include "app/views/memory.h"
#include "imgui.h"
#include "study/workbench.h"

namespace parley::support {

struct Size {
    float width, height;
    bool touch;
};
inline const Size kSizes[] = {{1920, 1080, false}, {1366, 768, false}, {1180, 820, true}, {820, 1180, true}};

// Small and short, so that worlds take a moment; busy enough that every kind of event happens.
inline constexpr const char* kBusy = R"({
  "format": "parley.scenario/1", "id": "busy", "title": "A busy town", "question": "Who?", "text": "A story.",
  "market": { "customers": 1500, "purchases_per_year": 60, "question_rate": 0.2 },
  "arms": [ { "name": "Broadcast", "strategy": { "budget_per_day": 100 } },
            { "name": "Conversation", "strategy": { "budget_per_day": 100, "talk": 60, "converse": 30, "listen": 10, "open_questions": 1 } } ],
  "target": { "outcome": "sales", "amount": 200000, "by_day": 56 },
  "run": { "days": 56, "warmup_days": 14, "pairs": 4, "seed": 3 } })";

class Page {
public:
    explicit Page(Size size = kSizes[1]) : size_(size) {
        context_ = ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        apply_theme(false, 1);
        fit_fonts(size.width, size.height, 1);
        load_fonts(1, 1);  // into the atlas of this context
        unsigned char* pixels;
        int w, h;
        ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
        Diagnostics problems = session.load(kBusy);
        for (const Diagnostic& d : problems) MESSAGE(describe("busy", d));
        REQUIRE(problems.empty());
    }
    ~Page() { ImGui::DestroyContext(context_); }

    void live_worlds(int most = 1000) {
        for (int n = 0; n < most; ++n) {
            auto job = session.next_job();
            if (!job) break;
            Workbench bench;
            REQUIRE(bench.begin(session.job_scenario(job->ensemble), job->pair));
            while (!bench.work(1000)) {
            }
            REQUIRE(session.deliver(job->ensemble, bench.take()));
        }
        for (int n = 0; n < 200 && session.comparison() == nullptr; ++n) session.update(0.01, 50);
    }
    void go_to(int day) {
        session.seek(day);
        for (int n = 0; n < 2000 && (session.day() != day || !session.town().ready()); ++n) session.update(0.01, 50);
        REQUIRE(session.day() == day);
    }
    void frame() {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {size_.width, size_.height};
        io.DeltaTime = 1.0f / 60;
        ImGui::NewFrame();
        ui.begin_frame();
        wishes = {};
        Frame f{session, ui, state, wishes, size_.width, size_.height, 1, time_ += 1.0 / 60, size_.touch};
        draw_app(f);
        ImGui::Render();
    }
    void frames(int n) {
        for (int i = 0; i < n; ++i) frame();
    }
    Memory& memory() { return *state.memory; }
    const Widget* find(const std::string& id) const {
        for (const Widget& w : ui.widgets())
            if (w.id == id) return &w;
        return nullptr;
    }
    void mouse(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
    void button(bool down) { ImGui::GetIO().AddMouseButtonEvent(0, down); }
    void click(const std::string& id) {
        ui.push({id, true, 0});
        frames(2);
    }

    Session session;
    Ui ui;
    ViewState state;
    Wishes wishes;

private:
    Size size_;
    ImGuiContext* context_;
    double time_ = 0;
};

inline std::string size_name(Size s) {
    return std::to_string(static_cast<int>(s.width)) + "x" + std::to_string(static_cast<int>(s.height));
}

inline void check_widgets(const Page& page, Size size) {
    std::set<std::string> ids;
    for (const Widget& w : page.ui.widgets()) {
        CAPTURE(w.id);
        CHECK_FALSE(w.id.empty());
        CHECK_FALSE(w.name.empty());
        CHECK(ids.insert(w.id).second);
        CHECK(std::isfinite(w.x + w.y + w.w + w.h));
        if (w.role == Role::Slider) {
            CHECK(w.min < w.max);
            CHECK(w.step > 0);
            CHECK(w.now >= w.min);
            CHECK(w.now <= w.max);
            CHECK_FALSE(w.value.empty());
        }
        if (w.role == Role::Button || w.role == Role::Slider || w.role == Role::Option || w.role == Role::Checkbox) {
            CHECK(w.x >= -0.5f);
            CHECK(w.x + w.w <= size.width + 0.5f);
            CHECK(w.y >= -0.5f);
            CHECK(w.y + w.h <= size.height + 0.5f);
            CHECK(w.w > 0);
            CHECK(w.h > 0);
        }
    }
}

// Texts that touch by more than the play of their line boxes.
inline void check_texts(const std::vector<TextBox>& texts, Size size) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Rect& a = texts[i].box;
        CAPTURE(texts[i].text);
        CHECK(a.x >= 0);
        CHECK(a.x + a.w <= size.width + 1);
        CHECK(a.y + a.h <= size.height + 1);
        for (std::size_t k = 0; k < i; ++k) {
            const Rect& b = texts[k].box;
            Rect both = common({a.x, a.y + a.h * 0.22f, a.w, a.h * 0.56f}, {b.x, b.y + b.h * 0.22f, b.w, b.h * 0.56f});
            if (both.w > 1.5f && both.h > 0.5f) FAIL_CHECK("\"" << texts[i].text << "\" stands on \"" << texts[k].text << "\"");
        }
    }
}

}  // namespace parley::support
