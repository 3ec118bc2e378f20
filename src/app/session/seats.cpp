#include "app/session/seats.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parley {
namespace {

struct Disc {
    double x, y, r;
};

constexpr double kTurn = 6.283185307179586;
constexpr double kGolden = 2.399963229728653;  // angle of a sunflower
constexpr double kDot = 0.74;                  // radius of a dot over the spacing of seats; they touch at about 0.85
constexpr int kAngles = 96;                    // directions tried for a disc

// The nearest distance at which a disc of radius r fits along a direction, given where the others are.
double nearest_fit(const std::vector<Disc>& discs, double dx, double dy, double r, double from, std::vector<std::pair<double, double>>& blocked) {
    blocked.clear();
    for (const Disc& d : discs) {
        double along = d.x * dx + d.y * dy, off = d.x * d.x + d.y * d.y - along * along, reach = (d.r + r) * (d.r + r) - off;
        if (reach <= 0) continue;
        double half = std::sqrt(reach);
        if (along + half > from) blocked.emplace_back(along - half, along + half);
    }
    std::sort(blocked.begin(), blocked.end());
    double t = from;
    for (auto [low, high] : blocked) {
        if (low > t) break;
        t = std::max(t, high);
    }
    return t;
}

}  // namespace

Seats make_seats(const Network& network, double aspect) {
    Seats seats;
    std::size_t circles = network.circle_first.size() > 0 ? network.circle_first.size() - 1 : 0;
    std::size_t n = circles > 0 ? network.circle_first.back() : 0;
    seats.of.resize(n);
    if (n == 0) return seats;
    auto size_of = [&](std::size_t c) { return static_cast<double>(network.circle_first[c + 1] - network.circle_first[c]); };

    // Discs in units of the spacing of seats, large ones first, each where it comes nearest to the middle. Distance is measured
    // so that the picture's rectangle is filled, corners less than sides.
    std::vector<std::size_t> order(circles);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return size_of(a) > size_of(b); });
    const double middle = 0.06 * std::sqrt(static_cast<double>(n)) + 1;  // kept free for the brand
    std::vector<Disc> discs, placed(circles);
    std::vector<std::pair<double, double>> blocked;
    double start = 0;
    for (std::size_t c : order) {
        double r = std::sqrt(size_of(c)) + 0.75, best = 1e300;
        Disc chosen{0, 0, r};
        start += kGolden;
        for (int k = 0; k < kAngles; ++k) {
            double angle = start + k * (kTurn / kAngles), dx = std::cos(angle) * aspect, dy = std::sin(angle);
            double length = std::sqrt(dx * dx + dy * dy);
            dx /= length, dy /= length;
            double t = nearest_fit(discs, dx, dy, r, middle + r, blocked);
            double x = std::abs(t * dx) / aspect + r * 0.35, y = std::abs(t * dy) + r * 0.35;
            double far = std::pow(x, 2.6) + std::pow(y, 2.6);
            if (far < best) {
                best = far;
                chosen = {t * dx, t * dy, r};
            }
        }
        discs.push_back(chosen);
        placed[c] = chosen;
    }

    // The whole fits the picture; the middle stays the middle.
    double over = 1e-9;
    for (const Disc& d : discs) over = std::max({over, (std::abs(d.x) + d.r) / aspect, std::abs(d.y) + d.r});
    double unit = 0.985 / over;
    seats.dot = static_cast<float>(kDot * unit);

    // People of a circle on a sunflower.
    for (std::size_t c = 0; c < circles; ++c)
        for (std::uint32_t i = network.circle_first[c]; i < network.circle_first[c + 1]; ++i) {
            double k = static_cast<double>(i - network.circle_first[c]), r = std::sqrt(k + 0.5), angle = k * kGolden;
            seats.of[i] = {static_cast<float>((placed[c].x + r * std::cos(angle)) * unit), static_cast<float>((placed[c].y + r * std::sin(angle)) * unit)};
        }
    return seats;
}

}  // namespace parley
