#include "study/figure.h"

#include <algorithm>
#include <cmath>

namespace parley {
namespace {

double between(double a, double b, double t) { return a + (b - a) * t; }

// The later values in place, moved back towards the earlier ones.
void blend(const std::vector<double>& from, std::vector<double>& to, double t) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] = between(from[i], to[i], t);
}

bool same_shape(const Figure& a, const Figure& b) {
    const auto alike = [](const auto& x, const auto& y, const auto& same) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), same);
    };
    return a.kind == b.kind && a.levels.size() == b.levels.size() && a.dots.size() == b.dots.size() &&
           alike(a.curves, b.curves,
                 [&](const Figure::Curve& p, const Figure::Curve& q) {
                     return p.arm == q.arm && p.x == q.x && alike(p.spreads, q.spreads, [](const Figure::Spread& r, const Figure::Spread& s) {
                                return r.low.size() == s.low.size() && r.high.size() == s.high.size();
                            });
                 }) &&
           alike(a.rows, b.rows, [](const Figure::Row& p, const Figure::Row& q) { return p.bars.size() == q.bars.size(); });
}

}  // namespace

Mark mark_of(std::size_t arm) { return arm == 0 ? Mark::Square : arm == 1 ? Mark::Round : Mark::Triangle; }
Stroke stroke_of(int arm) { return arm == 0 ? Stroke::Dashed : arm > 1 ? Stroke::Dotted : Stroke::Solid; }

Figure mix(const Figure& from, const Figure& to, double t) {
    Figure out = to;
    if (t >= 1 || !same_shape(from, to)) return out;
    t = std::max(t, 0.0);
    for (std::size_t i = 0; i < out.curves.size(); ++i) {
        blend(from.curves[i].y, out.curves[i].y, t);
        for (std::size_t k = 0; k < out.curves[i].spreads.size(); ++k) {
            blend(from.curves[i].spreads[k].low, out.curves[i].spreads[k].low, t);
            blend(from.curves[i].spreads[k].high, out.curves[i].spreads[k].high, t);
        }
    }
    for (std::size_t i = 0; i < out.levels.size(); ++i) out.levels[i].at = between(from.levels[i].at, to.levels[i].at, t);
    for (std::size_t i = 0; i < out.dots.size(); ++i) out.dots[i].at = between(from.dots[i].at, to.dots[i].at, t);
    for (std::size_t i = 0; i < out.rows.size(); ++i)
        for (std::size_t k = 0; k < out.rows[i].bars.size(); ++k)
            out.rows[i].bars[k].value = between(from.rows[i].bars[k].value, to.rows[i].bars[k].value, t);
    out.spots.clear();  // they stand where curves meet, which is nowhere in between
    out.x.from = between(from.x.from, to.x.from, t), out.x.to = between(from.x.to, to.x.to, t);
    out.y.from = between(from.y.from, to.y.from, t), out.y.to = between(from.y.to, to.y.to, t);
    return out;
}

std::vector<double> ticks(double low, double high, int n) {
    std::vector<double> out;
    if (!(high > low) || n < 1) return out;
    double rough = (high - low) / n, unit = std::pow(10.0, std::floor(std::log10(rough))), step = unit;
    for (double factor : {1.0, 2.0, 2.5, 5.0, 10.0})
        if (factor * unit >= rough * 0.999) {
            step = factor * unit;
            break;
        }
    for (double k = std::ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k += 1) out.push_back(k * step);
    return out;
}

}  // namespace parley
