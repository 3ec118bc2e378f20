#include "app/session/seats.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/views/day_picture.h"
#include "model/population.h"

using namespace parley;

namespace {

Network network_of(double customers, std::uint64_t seed = 1) {
    Market market;
    market.customers = customers;
    return make_network(market, seed, 0);
}

}  // namespace

TEST_CASE("every customer has a seat inside the picture, for wide and for tall pictures") {
    for (double customers : {100.0, 1000.0, 5000.0, 20000.0})
        for (double aspect : {0.6, 1.0, 1.4, 2.4}) {
            CAPTURE(customers);
            CAPTURE(aspect);
            Network network = network_of(customers);
            Seats seats = make_seats(network, aspect);
            REQUIRE(seats.of.size() == static_cast<std::size_t>(customers));
            CHECK(seats.dot > 0);
            for (const Seat& s : seats.of) {
                CHECK(std::abs(s.x) + seats.dot <= aspect + 1e-4);
                CHECK(std::abs(s.y) + seats.dot <= 1 + 1e-4);
            }
        }
}

TEST_CASE("circles of people do not overlap, and the middle is free for the brand") {
    Network network = network_of(5000);
    Seats seats = make_seats(network, 1.6);
    struct Disc {
        double x, y, r;
    };
    std::vector<Disc> discs;
    for (std::size_t c = 0; c + 1 < network.circle_first.size(); ++c) {
        Disc d{0, 0, 0};
        double n = 0;
        for (std::uint32_t i = network.circle_first[c]; i < network.circle_first[c + 1]; ++i, ++n)
            d.x += seats.of[i].x, d.y += seats.of[i].y;
        d.x /= n, d.y /= n;
        for (std::uint32_t i = network.circle_first[c]; i < network.circle_first[c + 1]; ++i) {
            d.r = std::max(d.r, std::hypot(seats.of[i].x - d.x, seats.of[i].y - d.y));
            CHECK(std::hypot(seats.of[i].x, seats.of[i].y) > 2 * seats.dot);
        }
        discs.push_back(d);
    }
    for (std::size_t i = 0; i < discs.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            CHECK(std::hypot(discs[i].x - discs[k].x, discs[i].y - discs[k].y) > discs[i].r + discs[k].r - 0.01);
}

TEST_CASE("dots of one circle hardly touch") {
    Network network = network_of(1000);
    Seats seats = make_seats(network, 1.5);
    double nearest = 1e9;
    for (std::size_t i = 0; i < 1000; ++i)
        for (std::size_t k = 0; k < i; ++k)
            nearest =
                std::min(nearest, static_cast<double>(std::hypot(seats.of[i].x - seats.of[k].x, seats.of[i].y - seats.of[k].y)));
    CHECK(nearest > 1.5 * seats.dot);
}

TEST_CASE("the same people sit in the same seats") {
    Network a = network_of(3000), b = network_of(3000);
    Seats first = make_seats(a, 1.7), again = make_seats(b, 1.7);
    CHECK(first.dot == again.dot);
    CHECK(
        std::equal(first.of.begin(), first.of.end(), again.of.begin(), [](Seat x, Seat y) { return x.x == y.x && x.y == y.y; }));
}

TEST_CASE("nobody at all is a picture too") {
    Seats seats = make_seats(Network{}, 1.5);
    CHECK(seats.of.empty());
}

TEST_CASE("rings divide the people into bands of about equal size, from the inside out") {
    Network network = network_of(5000);
    Seats seats = make_seats(network, 2);
    Rings rings = make_rings(seats, 2);
    std::array<int, kRings> people{};
    for (std::uint8_t k : rings.of) ++people[k];
    for (int n : people) {
        CHECK(n > 5000 / kRings * 0.8);
        CHECK(n < 5000 / kRings * 1.2);
    }
    for (std::size_t k = 1; k < kRings; ++k) CHECK(rings.radius[k] > rings.radius[k - 1]);
}
