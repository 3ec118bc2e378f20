// The race: sales per week of both arms; mean of the worlds as a line, nine worlds in ten as a band.
//
// The week on screen stands as an upright line that can be dragged; what lies after it is drawn fainter.
#include <algorithm>
#include <cmath>

#include "app/views/views.h"
#include "app/widgets/number_format.h"
#include "app/widgets/plot.h"
#include "imgui.h"

namespace parley {
namespace {

// One line a week, cells parted by tabs, as the mirror reads tables.
std::string table_of(Paint& p, const std::array<Band, 2>& bands, const std::string& sign) {
    std::string out = tr("race.table.week");
    for (std::size_t a = 0; a < 2; ++a) out += '\t' + tr("race.table.arm", {{"arm", p.arm_name(a)}});
    out += '\n';
    for (std::size_t i = 0; i < bands[0].day.size(); ++i) {
        out += number(week_of(static_cast<int>(bands[0].day[i])));
        for (std::size_t a = 0; a < 2; ++a)
            out += '\t' + money(bands[a].mean[i], sign) + " (" + money(bands[a].low[i], sign) + " \u2013 " + money(bands[a].high[i], sign) + ')';
        out += '\n';
    }
    return out;
}

void refresh(Paint& p) {
    RaceMemory& m = p.memory.race;
    if (m.stamp == p.session.results_stamp()) return;
    m.stamp = p.session.results_stamp();
    const Ensemble& e = *p.session.ensemble();
    m.bands[0] = band(e, p.session.arm_a(), Observable::sales, true);
    m.bands[1] = band(e, p.session.arm_b(), Observable::sales, true);
    m.table = table_of(p, m.bands, currency_sign(e.scenario()));
}

// A weekly value that the target asks for on average; 0 where the target is about something else.
double weekly_target(const Scenario& s) {
    if (!s.target || s.target->outcome != "sales" || s.target->by_day < 1) return 0;
    return s.target->amount / s.target->by_day * 7;
}

// Axis numbers in thousands or millions once they get long.
struct Unit {
    double divide;
    const char* key;
};
Unit unit_for(double most) {
    if (most >= 3e6) return {1e6, "race.unit.million"};
    if (most >= 3e3) return {1e3, "race.unit.thousand"};
    return {1, "race.unit.one"};
}

std::vector<Point> along(const Axes& axes, const std::vector<double>& day, const std::vector<double>& value, std::size_t from,
                         std::size_t to) {
    std::vector<Point> out;
    for (std::size_t i = from; i < to; ++i) out.push_back({axes.x(day[i]), axes.y(value[i])});
    return out;
}

// Highest and lowest place (window pixels) of both means between two x.
std::pair<float, float> reach(const Axes& axes, const std::array<Band, 2>& bands, float x0, float x1) {
    float high = 1e9f, low = -1e9f;
    for (const Band& b : bands)
        for (std::size_t i = 0; i < b.day.size(); ++i)
            if (float x = axes.x(b.day[i]); x >= x0 - 8 && x <= x1 + 8)
                high = std::min(high, axes.y(b.mean[i]) - 2), low = std::max(low, axes.y(b.mean[i]) + 2);
    return {high, low};
}

// Faint after the shown day.
void draw_arm(Paint& p, const Axes& axes, const Band& b, std::size_t arm, double day) {
    const ArmColours& c = p.arm(arm);
    std::size_t n = b.day.size(),
                now = static_cast<std::size_t>(std::upper_bound(b.day.begin(), b.day.end(), day) - b.day.begin());
    now = std::min(now, n);
    draw_band(p, along(axes, b.day, b.low, 0, n), along(axes, b.day, b.high, 0, n),
              fade(c.shape, p.colours.dark ? 0.14f : 0.09f));
    for (const std::vector<double>* edge : {&b.low, &b.high})
        draw_line(p, along(axes, b.day, *edge, 0, n), fade(c.shape, 0.4f), 1.0f, mark_of(arm) == Mark::Square);
    bool dashed = mark_of(arm) == Mark::Square;
    if (now > 0 && now < n) draw_line(p, along(axes, b.day, b.mean, now - 1, n), fade(c.shape, 0.5f), 2.2f, dashed);
    if (now == 0)
        draw_line(p, along(axes, b.day, b.mean, 0, n), fade(c.shape, 0.5f), 2.2f, dashed);
    else
        draw_line(p, along(axes, b.day, b.mean, 0, now), c.shape, 2.6f, dashed);
}

}  // namespace

void draw_race(Paint& p, Rect r) {
    const Palette& c = p.colours;
    const Scenario& scenario = p.session.scenario();
    std::string sign = currency_sign(scenario);
    const Face &axis = p.type.axis, &strong = p.type.strong, &small = p.type.small;

    if (!p.session.ensemble() || !p.session.comparison()) {
        p.text_centred(p.type.body, r.x + r.w / 2, r.y + r.h / 2 - p.type.body.height, c.soft,
                       p.fit(p.type.body, tr("race.waiting"), r.w));
        tell(p, "race.waiting", Role::Status, tr("race.waiting"), r, {}, tr("group.race"));
        return;
    }
    refresh(p);
    const std::array<Band, 2>& bands = p.memory.race.bands;
    if (bands[0].day.empty()) return;
    const Ensemble& ensemble = *p.session.ensemble();
    int days = static_cast<int>(ensemble.scenario().run.days);
    double target = weekly_target(scenario);

    // range: all of both bands and the target; zero too, unless that would flatten the curves
    double least = 1e300, most = -1e300;
    for (const Band& b : bands)
        for (std::size_t i = 0; i < b.day.size(); ++i) least = std::min(least, b.low[i]), most = std::max(most, b.high[i]);
    if (target > 0 && target < 1.6 * most && target > 0.4 * least)
        least = std::min(least, target), most = std::max(most, target);
    else
        target = 0;
    if (!(most > least)) most = least + 1;
    double spread = most - least;
    bool from_zero = least < 0.45 * most;
    double y0 = from_zero ? std::min(0.0, least) : least - 0.06 * spread, y1 = most + 0.06 * spread;
    Unit unit = unit_for(most);

    // heading
    std::string unit_words = tr(unit.key, {{"currency", currencies()[static_cast<std::size_t>(scenario.currency)].code}});
    std::string mean_words = tr("race.mean", {{"pairs", number(ensemble.done())}});
    float x = r.x + p.text(strong, r.x, r.y, c.ink, tr("race.title")) + 10;
    float base = r.y + 0.8f * (strong.height - small.height);
    for (const std::string& words :
         {unit_words + " \u00b7 " + mean_words + (from_zero ? std::string() : " \u00b7 " + tr("race.cut")),
          unit_words + " \u00b7 " + mean_words, unit_words})
        if (x + p.width(small, words) <= r.x + r.w) {
            p.text(small, x, base, c.soft, words);
            break;
        }

    // labels at the right end take the room they need
    std::string label[2], value[2];
    float label_w = 0;
    for (std::size_t a = 0; a < 2; ++a) {
        label[a] = p.arm_name(a);
        value[a] = tr("race.end_value", {{"value", money(bands[a].mean.back(), sign)}, {"week", number(days / 7)}});
        if (p.width(small, value[a]) > r.w * 0.3f) value[a] = money(bands[a].mean.back(), sign);
        label_w = std::max({label_w, p.width(strong, label[a]), p.width(small, value[a])});
    }
    label_w = std::min(label_w, r.w * 0.3f);
    std::vector<double> marks =
        ticks(y0 / unit.divide, y1 / unit.divide, std::max(2, static_cast<int>(r.h / (axis.height * 2.6f))));
    int decimals =
        marks.size() > 1 && std::abs(marks[1] - marks[0]) < 0.999 ? (std::abs(marks[1] - marks[0]) < 0.0999 ? 2 : 1) : 0;
    float axis_w = 0;
    for (double m : marks) axis_w = std::max(axis_w, p.width(axis, number(m, decimals)));
    float above = strong.height + small.height + 9;  // heading, and the week over the upright line
    Axes axes{{r.x + axis_w + 8, r.y + above, r.w - axis_w - 8 - label_w - 12, r.h - above - axis.height - 5},
              0,
              static_cast<double>(days),
              y0,
              y1};
    if (axes.area.w < 40 || axes.area.h < 24) return;

    // grid and axes
    for (double m : marks) {
        float y = axes.y(m * unit.divide);
        p.horizontal(axes.area.x, axes.area.x + axes.area.w, y, m == 0 ? c.track : c.grid);
        p.text_right(axis, axes.area.x - 8, y - axis.height / 2, c.soft, number(m, decimals));
    }
    int weeks = days / 7, step = weeks > 130 ? 52 : weeks > 78 ? 26 : weeks > 30 ? 13 : weeks > 12 ? 4 : 2;
    float axis_y = axes.area.y + axes.area.h + 5, free_from = r.x;
    for (int w = 0; w <= weeks; w += step) {
        std::string words = w == 0 ? tr("time.start") : w == step ? tr("race.week", {{"week", number(w)}}) : number(w);
        float wide = p.width(axis, words),
              at = std::clamp(axes.x(w * 7.0) - wide / 2, axes.area.x - 4, axes.area.x + axes.area.w - wide / 2);
        if (at >= free_from) {
            p.text(axis, at, axis_y, c.soft, words);
            free_from = at + wide + 8;
        }
        p.vertical(axes.x(w * 7.0), axes.area.y + axes.area.h, axes.area.y + axes.area.h + 4, c.track);
    }
    p.horizontal(axes.area.x, axes.area.x + axes.area.w, axes.area.y + axes.area.h, c.track);

    // target, curves
    if (target > 0) dotted(p, axes.area.x, axes.area.x + axes.area.w, axes.y(target), c.ink);
    double day = p.session.day();
    for (std::size_t a : {1, 0}) draw_arm(p, axes, bands[a], a, day);  // the dashed one above, so that equal ones both show

    // where the leader changes
    const Verdict& v = p.session.comparison()->verdict;
    Rect change_label{};
    if (v.change_day > 0 && v.leader >= 0 && v.outcome && std::string_view(v.outcome->name) == "sales") {
        std::size_t i = std::min(bands[0].day.size() - 1, static_cast<std::size_t>(v.change_day / 7));
        float cx = axes.x(v.change_day), cy = axes.y((bands[0].mean[i] + bands[1].mean[i]) / 2);
        std::string words = tr("race.change", {{"week", number(week_of(v.change_day))}});
        float w = p.width(small, words), lx = std::clamp(cx - w / 2, axes.area.x + 2, axes.area.x + axes.area.w - w - 2);
        auto [high, low] = reach(axes, bands, lx, lx + w);
        float ly = std::max(low, cy) + 8;
        if (ly + small.height > axes.area.y + axes.area.h) ly = std::min(high, cy) - 8 - small.height;
        change_label = {lx, ly, w, small.height};
        p.text(small, change_label.x, change_label.y, c.ink, words);
        p.list->AddCircleFilled({cx, cy}, 5.5f, c.paper);
        p.list->AddCircle({cx, cy}, 5.5f, c.ink, 0, 2);
    }
    if (target > 0) {
        std::string words = tr("race.target", {{"value", money(target, sign)}});
        // where no curve runs through it: above or below the line, at either end
        float w = p.width(small, words), ty = axes.y(target), right = axes.area.x + axes.area.w - w - 6;
        const Rect places[] = {{axes.area.x + 6, ty - small.height - 3, w, small.height},
                               {right, ty - small.height - 3, w, small.height},
                               {axes.area.x + 6, ty + 4, w, small.height},
                               {right, ty + 4, w, small.height}};
        Rect at = places[0];
        bool found = false;
        for (const Rect& place : places) {
            auto [high, low] = reach(axes, bands, place.x, place.x + place.w);
            Rect both = common(inset(place, -3), change_label);
            bool free = (high > place.y + place.h || low < place.y) && (both.w <= 0 || both.h <= 0) &&
                        place.y >= axes.area.y - 4 && place.y + place.h <= axes.area.y + axes.area.h;
            if (free) {
                at = place;
                found = true;
                break;
            }
        }
        if (found || axes.area.h > 110) {  // in a low chart the dotted line has to do
            if (!found) p.fill(inset(at, -1), fade(c.paper, 0.75f), 3);
            p.text(small, at.x, at.y, c.ink, words);
        }
    }

    // direct labels, apart from each other
    float block = strong.height + small.height, end[2], middle[2];
    for (std::size_t a = 0; a < 2; ++a) end[a] = middle[a] = axes.y(bands[a].mean.back());
    std::size_t upper = end[0] <= end[1] ? 0 : 1;
    float lack = block + 2 - (middle[1 - upper] - middle[upper]);
    if (lack > 0) middle[upper] -= lack / 2, middle[1 - upper] += lack / 2;
    float lowest = axis_y + axis.height - block / 2, highest = r.y + strong.height + 2 + block / 2;
    if (middle[1 - upper] > lowest) middle[upper] -= middle[1 - upper] - lowest, middle[1 - upper] = lowest;
    if (middle[upper] < highest) middle[1 - upper] += highest - middle[upper], middle[upper] = highest;
    for (std::size_t a = 0; a < 2; ++a) {
        float lx = axes.area.x + axes.area.w + 12, ly = middle[a] - block / 2;
        p.text(strong, lx, ly, p.arm(a).text, p.fit(strong, label[a], label_w));
        p.text(small, lx, ly + strong.height, p.arm(a).text, p.fit(small, value[a], label_w));
        p.mark(mark_of(a), axes.area.x + axes.area.w, end[a], 8, p.arm(a).shape, c.paper);
    }

    // the week on screen, to be dragged
    float now = axes.x(day);
    Hit hit = p.hit("race.cursor", {axes.area.x - 8, axes.area.y - 10, axes.area.w + 16, axes.area.h + 14});
    if (hit.held) {
        int to = std::clamp(static_cast<int>(std::lround(axes.at_x(ImGui::GetIO().MousePos.x))), 0, days);
        if (to != p.session.day()) p.session.seek(to);
        p.frame.wishes.keep_awake = true;
    }
    p.vertical(now, axes.area.y - 4, axes.area.y + axes.area.h, c.ink, hit.hovered || hit.held ? 2.0f : 1.5f);
    std::string week = week_text(static_cast<int>(day));
    float week_w = p.width(p.type.small_strong, week);
    float week_x = std::clamp(now - week_w / 2, axes.area.x, axes.area.x + axes.area.w - week_w);
    p.text(p.type.small_strong, week_x, r.y + strong.height + 3, c.ink, week);

    // in words and as a table
    std::string finding =
        tr("race.finding",
           {{"a", label[0]}, {"b", label[1]}, {"va", value[0]}, {"vb", value[1]}, {"pairs", number(ensemble.done())}});
    if (v.change_day > 0 && v.leader >= 0)
        finding += ' ' + tr("race.finding.change", {{"leader", p.arm_name(static_cast<std::size_t>(v.leader))},
                                                    {"week", number(week_of(v.change_day))}});
    tell(p, "race", Role::Image, finding, r, {}, tr("group.race"));
    tell(p, "race.table", Role::Table, tr("race.table"), r, p.memory.race.table, tr("group.race"));
}

}  // namespace parley
