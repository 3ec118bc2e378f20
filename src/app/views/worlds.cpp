// Worlds: the strip of all of them, and one at a time: under the pointer, by a slider, or one after another.
//
// The world that stands out is state.world; the race draws its lines over the others.
#include <algorithm>
#include <cmath>

#include "app/views/covered.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/figure.h"
#include "app/widgets/slider.h"
#include "imgui.h"
#include "study/number_format.h"

namespace parley {
namespace {

constexpr double kWorldsPerSecond = 4;

// Starts and stops the walk through the worlds; a slider twin for the keyboard.
void answer_walk(Paint& p, Rect button_at, const std::vector<int>& pairs, const std::vector<double>& gaps) {
    ViewState& state = p.frame.state;
    ButtonLook look;
    look.icon = state.worlds_play ? Icon::Pause : Icon::Play;
    look.kind = ButtonLook::Plain;
    look.name = look.tip = tr(state.worlds_play ? "worlds.stop" : "worlds.play");
    look.group = tr("group.verdict");
    if (button(p, "worlds.play", button_at, {}, look)) {
        state.worlds_play = !state.worlds_play;
        state.world_since = p.frame.time;
        if (!state.worlds_play) state.world = -1;
    }
    if (state.worlds_play) {
        const auto n = static_cast<std::size_t>(std::max(0.0, (p.frame.time - state.world_since) * kWorldsPerSecond));
        state.worlds_play = n < pairs.size();
        state.world = state.worlds_play ? pairs[n] : -1;
        p.frame.wishes.keep_awake = true;
    }

    double at = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (pairs[i] == state.world) at = static_cast<double>(i + 1);
    SliderLook walk;
    walk.max = static_cast<double>(pairs.size()), walk.step = 1;
    walk.name = tr("worlds.one");
    walk.group = look.group;
    walk.rail = false;
    walk.value = at < 1 ? tr("worlds.all")
                        : tr("worlds.world", {{"n", number(state.world + 1)}, {"all", number(static_cast<double>(pairs.size()))}, {"gap", signed_number(gaps[static_cast<std::size_t>(at) - 1], 0)}});
    if (slider(p, "world", button_at, at, walk)) {
        state.worlds_play = false;
        state.world = at < 1 ? -1 : pairs[static_cast<std::size_t>(at) - 1];
    }
}

}  // namespace

std::string world_words(const Paint& p) {
    const Ensemble* e = p.session.ensemble();
    if (p.frame.state.world < 0 || !e) return {};
    return tr("worlds.shown", {{"n", number(p.frame.state.world + 1)}, {"all", number(e->done())}});
}

std::string world_sentence(const Paint& p) {
    const std::string which = world_words(p);
    const Comparison* c = p.session.comparison();
    if (which.empty() || !c || !c->verdict.outcome) return {};
    const std::vector<int>& pairs = c->verdict.worlds;
    const auto i = static_cast<std::size_t>(std::find(pairs.begin(), pairs.end(), p.frame.state.world) - pairs.begin());
    if (i >= c->verdict.gaps.size()) return {};
    const double gap = c->verdict.gaps[i];
    if (gap == 0) return tr("worlds.level", {{"world", which}});
    return tr("worlds.alone", {{"world", which}, {"arm", p.arm_name(gap > 0 ? c->b : c->a)},
                               {"gap", outcome_text(*c->verdict.outcome, std::abs(gap), currency_sign(p.session.scenario()))},
                               {"outcome", lower_first(c->verdict.outcome->label)}});
}

void draw_worlds(Paint& p, Rect strip) {
    if (covered(p.session)) {
        p.frame.state.world = -1;
        p.frame.state.worlds_play = false;
        draw_covered(p, strip, "worlds.covered", tr("group.verdict"));
        return;
    }
    const Comparison* c = p.session.comparison();
    const Ensemble* e = p.session.ensemble();
    if (!c || !e || !c->verdict.outcome) return;
    ViewState& state = p.frame.state;
    const std::vector<int>& pairs = c->verdict.worlds;
    const std::vector<double>& gaps = c->verdict.gaps;
    if (std::find(pairs.begin(), pairs.end(), state.world) == pairs.end()) state.world = -1;

    const float side = std::max(p.layout.target, 26.0f);
    const Rect at{strip.x + side + 4, strip.y, strip.w - side - 4, strip.h};
    answer_walk(p, {strip.x, strip.y + (strip.h - side) / 2, side, side}, pairs, gaps);

    const Figure& figure = verdict_figures(p).strip;
    const Plane plane = draw_figure(p, figure, at);
    tell(p, "worlds", Role::Image, figure.words, at, {}, tr("group.verdict"));
    p.memory.charts["strip"] = inset(at, -6);

    // The world nearest to the pointer; without a pointer it stays as the slider or the walk left it.
    const bool hovered = p.hovering(at) && !p.frame.touch && plane.area.w > 0;
    if (hovered) {
        const double there = plane.at_x(ImGui::GetIO().MousePos.x);
        std::size_t best = 0;
        for (std::size_t i = 1; i < gaps.size(); ++i)
            if (std::abs(gaps[i] - there) < std::abs(gaps[best] - there)) best = i;
        state.world = pairs[best];
        state.worlds_play = false;
    } else if (p.memory.strip_hovered) {
        state.world = -1;
    }
    p.memory.strip_hovered = hovered;
    if (state.world < 0) return;
    const auto i = static_cast<std::size_t>(std::find(pairs.begin(), pairs.end(), state.world) - pairs.begin());
    const float x = plane.x(gaps[i]), y = plane.area.y + plane.area.h + 2;
    p.list->AddTriangleFilled({x, y}, {x + 5, y + 7}, {x - 5, y + 7}, p.colours.ink);
    if (hovered)
        p.tip = {at, tr("worlds.tip", {{"n", number(state.world + 1)}}), {figure.words, tr("strip.help")}, true};
}

}  // namespace parley
