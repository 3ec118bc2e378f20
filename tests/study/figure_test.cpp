// Figures as data, and their SVG.  That canvas and SVG agree is in tests/app/figure_test.cpp.
#include "study/figure.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/figure_svg.h"
#include "study/figures.h"
#include "study/stats.h"
#include "support/study.h"
#include "support/xml.h"

using namespace parley;

namespace {

struct Made {
    Scenario scenario;
    Ensemble ensemble;
    Comparison comparison;
};

const Made& made() {
    static const Made one = [] {
        Diagnostics problems;
        Scenario s = *parse_scenario(*shipped_scenario("01_billboard_or_dialogue"), problems);
        s.market.customers = 600;
        s.run.days = 112, s.run.warmup_days = 28, s.run.pairs = 8;
        Ensemble e(s, 8, 1);
        run_ensemble(e, 1);
        Comparison c = compare(e);
        return Made{s, e, c};
    }();
    return one;
}

// Lives what a tornado wants, up to so many worlds; a lever moves the gap by its own amount.
void live(Tornado& tornado, int most) {
    for (int lived = 0; lived < most && !tornado.complete(); ++lived) {
        std::size_t next = 0;
        int turn = 1 << 30;
        for (std::size_t i = 0; i < tornado.points().size(); ++i) {
            const SweepPoint& point = tornado.points()[i];
            if (static_cast<int>(point.worlds.size()) < point.wanted && point.turn < turn) next = i, turn = point.turn;
        }
        const Scenario there = tornado.scenario_at(next);
        const double gap = 0.02 + 0.1 * there.arms[1].strategy.helpfulness - 0.03 * there.arms[0].strategy.promo_share;
        tornado.add(next, support::made_pair(there, static_cast<int>(tornado.points()[next].worlds.size()), [&](int, int arm, int, DayRecord& day) {
            day[Observable::sales] = std::llround(100000 * (1 + (arm == 1 ? gap : 0)));
        }));
    }
}

std::vector<Figure> all_figures() {
    const Made& m = made();
    Figure map;
    map.kind = Figure::Kind::Map;
    map.title = "A < B & \"C\"";
    map.words = "who 'wins' where";
    map.x = {0, 1, {{0, "0"}, {1, "<1>"}}, "Talk & listen"};
    map.y = {0, 1, {{0, "0"}, {1, "1"}}, ""};
    map.cells = Figure::Cells{2, 2, {0, 1, -1, -2}, {}, {}, Figure::Spot{0.4, 0.6, "you"}};
    Tornado tornado(support::two_arms(28));
    live(tornado, 40);
    return {tornado_figure(tornado), race_figure(m.ensemble, m.comparison), gap_figure(m.ensemble, m.comparison), strip_figure(m.ensemble, m.comparison),
            split_figure(m.ensemble, m.comparison), domino_figure(m.ensemble, m.comparison), map};
}

}  // namespace

TEST_CASE("every figure is well-formed XML with a title and a description, at every size, and loads nothing") {
    for (const Figure& f : all_figures())
        for (const auto& [w, h] : {std::pair{640.0f, 280.0f}, {200.0f, 60.0f}, {30.0f, 20.0f}, {1600.0f, 900.0f}}) {
            CAPTURE(f.title);
            const float width = w;  // a structured binding cannot be captured before clang 16
            CAPTURE(width);
            SvgLook look;
            look.width = w, look.height = h, look.id = "a\"b";
            const std::string svg = figure_svg(f, look);
            CHECK(support::xml_trouble(svg) == "");
            CHECK(svg.find("<title id=") != std::string::npos);
            CHECK(svg.find("<desc id=") != std::string::npos);
            CHECK(svg.find("nan") == std::string::npos);
            CHECK(svg.find("inf") == std::string::npos);
            std::string rest = svg;   // the only address is the name of the format
            const std::string name = "xmlns=\"http://www.w3.org/2000/svg\"";
            rest.erase(rest.find(name), name.size());
            CHECK(rest.find("http") == std::string::npos);
        }
}

TEST_CASE("text is escaped, and what XML forbids is replaced") {
    CHECK(escaped("a<b>&\"c\" 'd'") == "a&lt;b&gt;&amp;&quot;c&quot; &#39;d&#39;");
    CHECK(escaped(std::string("x\x01y")) == "x\uFFFDy");
    const std::string svg = figure_svg(all_figures().back(), {});
    CHECK(svg.find("A &lt; B &amp; &quot;C&quot;") != std::string::npos);
    CHECK(svg.find("<1>") == std::string::npos);
}

TEST_CASE("the race draws the bands, the gap draws the paired gap: its mean is the difference of the lines") {
    const Made& m = made();
    const Figure race = race_figure(m.ensemble, m.comparison), gap = gap_figure(m.ensemble, m.comparison);
    const Band a = band(m.ensemble, 0, Observable::sales, true);
    REQUIRE(race.curves.size() == 2);
    REQUIRE(gap.curves.size() == 1);
    CHECK(race.curves[0].y == a.mean);
    CHECK(race.curves[0].spreads[0].low == a.low);
    double sum = 0;
    for (std::size_t i = 0; i < gap.curves[0].y.size(); ++i) {
        CHECK(gap.curves[0].y[i] == doctest::Approx(race.curves[1].y[i] - race.curves[0].y[i]).epsilon(1e-9));
        const auto& [worlds, mean] = std::pair{gap.curves[0].spreads[0], gap.curves[0].spreads[1]};
        CHECK(worlds.low[i] <= worlds.high[i]);
        CHECK(mean.low[i] <= gap.curves[0].y[i]);
        CHECK(gap.curves[0].y[i] <= mean.high[i]);
        sum += gap.curves[0].y[i];
    }
    // weeks add up to the run
    CHECK(sum == doctest::Approx(m.comparison.difference(0, 1, "sales").mean).epsilon(1e-9));
}

TEST_CASE("luck shared by both arms drops out of the gap: its spread is narrower than that of two unpaired lines") {
    const Made& m = made();
    const Figure race = race_figure(m.ensemble, m.comparison), gap = gap_figure(m.ensemble, m.comparison);
    double paired = 0, unpaired = 0;
    for (std::size_t i = 0; i < gap.curves[0].y.size(); ++i) {
        paired += gap.curves[0].spreads[0].high[i] - gap.curves[0].spreads[0].low[i];
        for (const Figure::Curve& c : race.curves) unpaired += c.spreads[0].high[i] - c.spreads[0].low[i];
    }
    CHECK(paired < unpaired / std::sqrt(2.0));
}

TEST_CASE("a target before the end is marked on its date, and its line ends there; one too far from the lines is told in words") {
    const Made& m = made();
    Scenario scenario = m.ensemble.scenario();
    const int date = static_cast<int>(scenario.run.days) / 2;
    const Comparison& all = m.comparison;
    const double per_day = all.arms[0][static_cast<std::size_t>(find_outcome("sales") - outcomes().data())].mean / scenario.run.days;
    const auto race_with = [&](double factor, int by_day) {
        scenario.target = Target{"sales", factor * per_day * by_day, by_day};
        Ensemble ensemble(scenario, m.ensemble.done(), 1);
        for (const PairResult* world : m.ensemble.results()) ensemble.add(*world);
        return race_figure(ensemble, compare(ensemble, 0, 1, by_day));
    };
    const Figure near = race_with(1, date);
    REQUIRE(near.levels.size() == 1);
    CHECK(near.levels[0].until == date);
    REQUIRE(near.dates.size() == 1);
    CHECK(near.dates[0].x == date);
    CHECK(race_with(1, static_cast<int>(scenario.run.days)).dates.empty());

    const Figure far = race_with(20, date);
    CHECK(far.levels.empty());
    CHECK(far.dates.size() == 1);
    CHECK(far.note.find("above these lines") != std::string::npos);
}

TEST_CASE("the strip has a dot per world on the side of who is ahead") {
    const Made& m = made();
    const Figure strip = strip_figure(m.ensemble, m.comparison);
    const Difference& d = m.comparison.difference(0, 1, m.comparison.verdict.outcome->name);
    REQUIRE(strip.dots.size() == d.gaps.size());
    int b = 0;
    for (std::size_t i = 0; i < d.gaps.size(); ++i) {
        CHECK(strip.dots[i].at == d.gaps[i]);
        b += strip.dots[i].arm == 1;
    }
    CHECK(b == d.b_ahead);
}

TEST_CASE("between two figures every value lies in between, the ends are the figures, another shape is the later one") {
    const Made& m = made();
    Figure from = race_figure(m.ensemble, m.comparison), to = from;
    for (Figure::Curve& c : to.curves)
        for (double& y : c.y) y *= 1.5;
    to.y.to *= 1.5;
    const Figure half = mix(from, to, 0.5), none = mix(from, to, 0), all = mix(from, to, 1);
    for (std::size_t k = 0; k < from.curves.size(); ++k)
        for (std::size_t i = 0; i < from.curves[k].y.size(); ++i) {
            CHECK(half.curves[k].y[i] == doctest::Approx((from.curves[k].y[i] + to.curves[k].y[i]) / 2));
            CHECK(none.curves[k].y[i] == from.curves[k].y[i]);
            CHECK(all.curves[k].y[i] == to.curves[k].y[i]);
        }
    CHECK(half.y.to == doctest::Approx((from.y.to + to.y.to) / 2));
    Figure other = gap_figure(m.ensemble, m.comparison);
    CHECK(mix(from, other, 0.2).curves[0].y == other.curves[0].y);
    // twice the same mix, the same bits
    CHECK(mix(from, to, 0.3).curves[0].y == mix(from, to, 0.3).curves[0].y);
}

TEST_CASE("the parts of the split as printed add up to the gap as printed") {
    const Made& m = made();
    const Figure split = split_figure(m.ensemble, m.comparison);
    double sum = 0;
    for (const Figure::Row& row : split.rows) sum += row.bars[0].value;
    CHECK(sum == doctest::Approx(split.total.bars[0].value).epsilon(1e-9));
}

TEST_CASE("a tornado names the lever that matters most only once every lever is counted, and says so far until nothing is left to count") {
    Tornado tornado(support::two_arms(28));
    const std::size_t all = tornado.bars().size();
    REQUIRE(all > 4);
    const std::string strongest = "Help";   // what made_pair above answers to most
    bool partly = false, looked = false;
    for (int step = 0; step < 2000; ++step) {
        const Figure f = tornado_figure(tornado);
        REQUIRE(f.rows.size() == all);      // the levers that wait are told as well
        std::size_t known = 0;
        for (const Figure::Row& row : f.rows) known += !row.bars.empty();
        for (std::size_t i = 0; i < known; ++i) CHECK_FALSE(f.rows[i].bars.empty());   // counted ones first
        CAPTURE(f.words);
        CHECK((f.words.find(": ") != std::string::npos) == (known == all));            // "arm: lever"
        CHECK((f.words.find("So far") != std::string::npos) == (known > 0 && !tornado.complete()));
        partly = partly || (known > 0 && known < all);
        looked = looked || (known == all && !tornado.complete());
        if (tornado.complete()) break;
        live(tornado, 1);
    }
    CHECK(partly);
    CHECK(looked);
    REQUIRE(tornado.complete());
    const Figure f = tornado_figure(tornado);
    CHECK(f.words.find(f.rows[0].name) != std::string::npos);
    CHECK(f.rows[0].name.find(strongest) != std::string::npos);
    // Bars lie on the scale, and a bar ends where its lever alone moves the gap.
    for (std::size_t i = 0; i < all; ++i)
        for (const Figure::Bar& bar : f.rows[i].bars) {
            const Tornado::End& end = bar.light ? tornado.bars()[i].down : tornado.bars()[i].up;
            CHECK(bar.value == doctest::Approx(tornado.start().gap + end.change));
            for (const double at : {bar.value, bar.low, bar.high}) CHECK((at >= f.x.from && at <= f.x.to));
        }
}

TEST_CASE("the scale of a tornado drawn by itself stands over the rows drawn by themselves") {
    Tornado tornado(support::two_arms(28));
    live(tornado, 4000);
    const Figure f = tornado_figure(tornado);
    SvgLook whole{640, 420}, head{640, tornado_head(13)}, rows{640, 400};
    Overlay rows_only;
    rows_only.heading = false;
    Plane a, b, c;
    const std::string one = figure_svg(f, whole, {}, a), two = figure_svg(f, head, {}, b), three = figure_svg(f, rows, rows_only, c);
    CHECK(a.rows.size() == f.rows.size());
    CHECK(b.rows.empty());
    CHECK(c.rows.size() == f.rows.size());
    CHECK(a.area.x == b.area.x);
    CHECK(b.area.x == c.area.x);
    CHECK(b.area.w == c.area.w);
    const std::string first = '>' + f.x.ticks[0].words + "</text>";
    CHECK(three.find(first) == std::string::npos);
    CHECK(two.find(first) != std::string::npos);
}

TEST_CASE("round ticks lie inside the range, ascend and are about as many as asked for") {
    for (const auto& [low, high] : {std::pair{0.0, 1.0}, {-3.0, 7e6}, {0.001, 0.0013}, {-50.0, -20.0}})
        for (int n : {2, 5, 9}) {
            const std::vector<double> t = ticks(low, high, n);
            REQUIRE_FALSE(t.empty());
            CHECK(t.size() <= static_cast<std::size_t>(n) + 1);
            for (std::size_t i = 0; i < t.size(); ++i) {
                CHECK(t[i] >= low - 1e-9 * (high - low));
                CHECK(t[i] <= high + 1e-9 * (high - low));
                if (i) CHECK(t[i] > t[i - 1]);
            }
        }
    CHECK(ticks(1, 1, 5).empty());
}
