// The race: sales per week of both arms, or the gap between them in the same world (study/figures.h).
//
// The week on screen stands as an upright line that can be dragged; what lies after it is drawn fainter.  A world that stands out
// lays its own lines over the others; a replay moves from the results before the last decision to those after it.
#include <algorithm>
#include <cmath>

#include "app/views/event_marks.h"
#include "app/views/replay.h"
#include "app/views/views.h"
#include "app/widgets/figure.h"
#include "imgui.h"
#include "study/number_format.h"

namespace parley {
namespace {

constexpr const char* kShown[] = {"race.title", "gap_week.title"};

// One line a week, cells parted by tabs, as the mirror reads tables.
std::string table_of(const Figure& sales, const Figure& gap, const std::string& sign) {
    std::string out = tr("race.table.week");
    for (const Figure::Curve& c : sales.curves) out += '\t' + tr("race.table.arm", {{"arm", c.name}});
    out += '\t' + tr("race.table.arm", {{"arm", gap.title}}) + '\n';
    const auto cell = [&](const Figure::Curve& c, std::size_t i, auto text) {
        return '\t' + text(c.y[i]) + " (" + text(c.spreads[0].low[i]) + " \u2013 " + text(c.spreads[0].high[i]) + ')';
    };
    const auto plain = [&](double v) { return money(v, sign); };
    const auto signs = [&](double v) { return (v > 0 ? "+" : "") + money(v, sign); };
    for (std::size_t i = 0; i < gap.curves[0].x.size(); ++i) {
        out += number(week_of(static_cast<int>(gap.curves[0].x[i])));
        for (const Figure::Curve& c : sales.curves) out += cell(c, i, plain);
        out += cell(gap.curves[0], i, signs) + '\n';
    }
    return out;
}

// From afar a band is a smear: on a projector the lines stand alone, and the strip says how sure it is.
bool bands_shown(const Paint& p) { return p.layout.shape != Shape::Projector; }

void refresh(Paint& p, int y_ticks) {
    RaceMemory& m = p.memory.race;
    const bool bands = bands_shown(p);
    if (m.stamp == p.session.results_stamp() && m.y_ticks == y_ticks && m.bands == bands) return;
    m.stamp = p.session.results_stamp();
    m.y_ticks = y_ticks;
    m.bands = bands;
    m.before_of = nullptr;
    const Ensemble& e = *p.session.ensemble();
    const Comparison& c = *p.session.comparison();
    const auto both = [&](bool with) { return std::array<Figure, 2>{race_figure(e, c, y_ticks, with), gap_figure(e, c, y_ticks, with)}; };
    m.figures = both(bands);
    if (m.figures[0].curves.empty()) return;
    const std::array<Figure, 2> full = bands ? m.figures : both(true);   // the table tells the bands either way
    m.table = table_of(full[0], full[1], currency_sign(e.scenario()));
}

// The same figure from the results before the last decision.
const Figure& figure_before(Paint& p, std::size_t shown, int y_ticks) {
    RaceMemory& m = p.memory.race;
    const Ensemble& e = *p.session.before();
    if (m.before_of != &e || m.before_done != e.done()) {
        m.before_of = &e, m.before_done = e.done();
        const Comparison c = compare(e, p.session.arm_a(), p.session.arm_b(), verdict_day(e.scenario()));
        m.before = {race_figure(e, c, y_ticks, bands_shown(p)), gap_figure(e, c, y_ticks, bands_shown(p))};
    }
    return m.before[shown];
}

// On its way from the one to the other, thick and whole, and where it was as a ghost; both on the same axis, so that what moves is the curve.
Figure replay_figure(const Figure& before, const Figure& after, double t, Overlay& overlay) {
    Figure out = mix(before, after, t);
    if (before.unit != after.unit || before.curves.size() != after.curves.size()) return out;
    const Figure& wide = before.y.to - before.y.from > after.y.to - after.y.from ? before : after;
    out.y = wide.y;
    out.y.from = std::min(before.y.from, after.y.from), out.y.to = std::max(before.y.to, after.y.to);
    for (Figure::Curve& curve : out.curves)
        if (t < 1) curve.spreads.clear();
    overlay.faint_after = 1e300;
    overlay.weight = t < 1 ? 1.8f : 1.3f;
    for (Figure::Curve ghost : before.curves) {
        ghost.spreads.clear();
        ghost.name.clear(), ghost.value.clear();
        ghost.ghost = true;
        overlay.lines.push_back(std::move(ghost));
    }
    return out;
}

// The title is the choice of what is shown; returns its width.
float choose(Paint& p, Rect r, int& current) {
    const Face& face = p.type.strong;
    // a finger needs more room than the words: most of it below them, since tabs may stand above
    float x = r.x, reach = std::max(0.0f, p.layout.target - face.height), up = std::min(reach / 2, 5.0f);
    for (int i = 0; i < 2; ++i) {
        std::string id = "race.show." + std::to_string(i), words = tr(kShown[i]);
        float w = p.width(face, words);
        Rect box{x - (i ? 8.0f : 0.0f), r.y - up, w + (i ? 16.0f : 8.0f), face.height + reach};
        Hit hit = p.hit(id, box);
        bool on = i == current;
        p.text(face, x, r.y, on ? p.colours.ink : hit.hovered ? p.colours.ink : p.colours.soft, words);
        if (on) p.fill({x, r.y + face.height, w, 2}, p.colours.ink);
        if (p.ui.focused(id)) p.focus_ring(inset({x, r.y, w, face.height + 2}, -2), 4);
        Widget twin;
        twin.id = id;
        twin.role = Role::Option;
        twin.name = words;
        twin.x = box.x, twin.y = box.y, twin.w = box.w, twin.h = box.h;
        twin.has_pressed = true;
        twin.pressed = on;
        twin.disabled = !p.live;
        twin.group = tr("group.race");
        p.ui.add(std::move(twin));
        if (hit.clicked || (p.live && p.ui.clicked(id))) current = i;
        x += w + 18;
    }
    return x - 18 - r.x;
}

}  // namespace

void draw_race(Paint& p, Rect r) {
    const Palette& c = p.colours;
    const Face& strong = p.type.strong;
    if (!p.session.ensemble() || !p.session.comparison()) {
        p.text_centred(p.type.body, r.x + r.w / 2, r.y + r.h / 2 - p.type.body.height, c.soft,
                       p.fit(p.type.body, tr("race.waiting"), r.w));
        tell(p, "race.waiting", Role::Status, tr("race.waiting"), r, {}, tr("group.race"));
        return;
    }
    r = draw_replay_words(p, r);
    const int y_ticks = std::max(2, static_cast<int>(r.h / (p.type.axis.height * 2.6f)));
    refresh(p, y_ticks);
    int& shown = p.frame.state.race_shows;
    shown = std::clamp(shown, 0, 1);
    const Figure& figure = p.memory.race.figures[static_cast<std::size_t>(shown)];
    if (figure.curves.empty()) return;

    const int days = static_cast<int>(p.session.ensemble()->scenario().run.days);
    const double day = p.session.day();
    Overlay overlay;
    const bool tight = replay_told(p) && r.h < 170;   // the words of a replay took the room of the heading
    overlay.heading = !tight;
    if (!tight) overlay.heading_from = choose(p, r, shown) + 14;
    overlay.faint_after = day;
    overlay.room_above = tight ? 0 : p.type.small.height + 3;   // the week over the upright line
    const double t = replayed(p);
    if (const int world = p.frame.state.world; world >= 0 && !replay_told(p)) {
        overlay.lines = world_curves(*p.session.ensemble(), *p.session.comparison(), world, shown == 1);
        overlay.paleness = 0.6f;
        overlay.note = world_words(p);
    }
    const bool told = replay_told(p) && p.session.before();
    Plane plane = draw_figure(p, told ? replay_figure(figure_before(p, static_cast<std::size_t>(shown), y_ticks), figure, t, overlay) : figure, r, overlay);
    const Box& area = plane.area;
    if (area.w <= 0) return;

    draw_event_marks(p, plane, tr("group.race"));

    // the week on screen, to be dragged
    float now = plane.x(day);
    Hit hit = p.hit("race.cursor", {area.x - 8, area.y - 10, area.w + 16, area.h + 14});
    if (hit.held) {
        int to = std::clamp(static_cast<int>(std::lround(plane.at_x(ImGui::GetIO().MousePos.x))), 0, days);
        if (to != p.session.day()) p.session.seek(to);
        p.frame.wishes.keep_awake = true;
    }
    p.vertical(now, area.y - 4, area.y + area.h, c.ink, hit.hovered || hit.held ? 2.0f : 1.5f);
    std::string week = week_text(static_cast<int>(day));
    float week_w = p.width(p.type.small_strong, week);
    if (!tight) p.text(p.type.small_strong, std::clamp(now - week_w / 2, area.x, area.x + area.w - week_w), r.y + strong.height + 3, c.ink, week);

    // in words and as a table
    tell(p, "race", Role::Image, figure.words, r, {}, tr("group.race"));
    tell(p, "race.table", Role::Table, tr("race.table"), r, p.memory.race.table, tr("group.race"));
    if (shown == 1 && p.hovering({r.x, r.y, r.w, strong.height})) p.tip = {{r.x, r.y, r.w, strong.height}, figure.title, {figure.words, tr("gap_week.help")}};
}

}  // namespace parley
