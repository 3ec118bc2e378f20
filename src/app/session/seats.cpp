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
constexpr double kDot = 0.8;                   // radius of a dot over the spacing of seats; they touch at about 0.85
constexpr int kAngles = 96;                    // directions tried for a disc
constexpr std::size_t kManyCircles = 150;      // from here on one packing is enough, in fewer directions

// The nearest distance at which a disc of radius r fits along a direction, given where the others are.
double nearest_fit(const std::vector<Disc>& discs, double dx, double dy, double r, double from,
                   std::vector<std::pair<double, double>>& blocked) {
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

// Discs in units of the spacing of seats, in the given order, each where it comes nearest to the middle. Distance is measured so
// that a rectangle of this aspect is filled, its corners less than its sides.
std::vector<Disc> pack(const std::vector<double>& radii, double middle, double aspect, int angles) {
    std::vector<Disc> discs;
    std::vector<std::pair<double, double>> blocked;
    double start = 0;
    for (double r : radii) {
        double best = 1e300;
        Disc chosen{0, 0, r};
        start += kGolden;
        for (int k = 0; k < angles; ++k) {
            double angle = start + k * (kTurn / angles), dx = std::cos(angle) * aspect, dy = std::sin(angle);
            double length = std::sqrt(dx * dx + dy * dy);
            dx /= length, dy /= length;
            double t = nearest_fit(discs, dx, dy, r, middle + r, blocked);
            double x = (std::abs(t * dx) + r * 0.5) / aspect, y = std::abs(t * dy) + r * 0.5;
            double far = x * x * x + y * y * y;
            if (far < best) {
                best = far;
                chosen = {t * dx, t * dy, r};
            }
        }
        discs.push_back(chosen);
    }
    return discs;
}

}  // namespace

Seats make_seats(const Network& network, double aspect) {
    Seats seats;
    std::size_t circles = network.circle_first.size() > 0 ? network.circle_first.size() - 1 : 0;
    std::size_t n = circles > 0 ? network.circle_first.back() : 0;
    seats.of.resize(n);
    if (n == 0) return seats;
    auto size_of = [&](std::size_t c) { return static_cast<double>(network.circle_first[c + 1] - network.circle_first[c]); };

    // Large circles first.
    std::vector<std::size_t> order(circles);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return size_of(a) > size_of(b); });
    std::vector<double> radii;
    for (std::size_t c : order) radii.push_back(std::sqrt(size_of(c)) + 1.4);
    const double middle = 0.06 * std::sqrt(static_cast<double>(n)) + 1;  // kept free for the brand

    // A few packings, each for a shape that mends what the one before left empty at the sides or above; the roomiest wins.
    const bool many = circles > kManyCircles;
    std::vector<Disc> best;
    double shape = aspect, unit = 0;
    for (int round = 0; round < (many ? 1 : 6); ++round) {
        std::vector<Disc> discs = pack(radii, middle, shape, many ? kAngles / 2 : kAngles);
        double wide = 1e-9, high = 1e-9;
        for (const Disc& d : discs) {
            wide = std::max(wide, (std::abs(d.x) + d.r) / aspect);
            high = std::max(high, std::abs(d.y) + d.r);
        }
        if (0.96 / std::max(wide, high) > unit) {
            unit = 0.96 / std::max(wide, high);
            best = std::move(discs);
        }
        shape *= std::sqrt(high / wide);
    }
    std::vector<Disc> placed(circles);
    for (std::size_t k = 0; k < circles; ++k) placed[order[k]] = best[k];
    seats.dot = static_cast<float>(kDot * unit);

    // People of a circle on a sunflower.
    for (std::size_t c = 0; c < circles; ++c)
        for (std::uint32_t i = network.circle_first[c]; i < network.circle_first[c + 1]; ++i) {
            double k = static_cast<double>(i - network.circle_first[c]), r = std::sqrt(k + 0.5), angle = k * kGolden;
            seats.of[i] = {static_cast<float>((placed[c].x + r * std::cos(angle)) * unit),
                           static_cast<float>((placed[c].y + r * std::sin(angle)) * unit)};
        }
    return seats;
}

}  // namespace parley
