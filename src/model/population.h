// The people of one world: what never changes about them, and who knows whom.
//
// Made once per pair from (market, brand, seed, pair) and shared by all arms: the same people, in the same seats.
// ODD: entities (customer, tie); initialization.
#pragma once
#include <cstdint>
#include <vector>

#include "model/params.h"

namespace parley {

// Who talks with whom, in compressed rows: the ties of i are ties[first[i]] .. ties[first[i + 1] - 1], sorted, without i itself
// and without doubles; every tie stands in both rows.  People of one circle have neighbouring numbers.
struct Network {
    std::vector<std::uint32_t> first;       // [n_customers + 1] index into ties
    std::vector<std::uint32_t> ties;        // [n_ties x 2] customer
    std::vector<std::uint32_t> circle;      // [n_customers] circle of each customer
    std::vector<std::uint32_t> circle_first;  // [n_circles + 1] first customer of each circle

    bool complete = false;                  // everyone knows everyone: no rows are kept

    std::uint32_t size() const { return static_cast<std::uint32_t>(circle.size()); }
    std::uint32_t degree(std::uint32_t customer) const { return complete ? size() - 1 : first[customer + 1] - first[customer]; }
    // The k-th tie of a customer, and a number for that tie which no other has (up to 2^64 / n customers).
    std::uint32_t tie(std::uint32_t customer, std::uint32_t k) const {
        return complete ? k + (k >= customer) : ties[first[customer] + k];
    }
    std::uint64_t tie_number(std::uint32_t customer, std::uint32_t k) const {
        return complete ? std::uint64_t{customer} * (size() - 1) + k : first[customer] + k;
    }
};

// Degrees follow a truncated power law; most ties stay within the circle, the rest are drawn from the whole town (the planted
// communities of Lancichinetti, Fortunato & Radicchi 2008).  Closed triangles come from small circles, not from a second pass.
// Cost O(ties).
Network make_network(const Market& market, std::uint64_t seed, std::uint64_t pair);

// Constant columns of the customers.
struct Traits {
    std::vector<float> viewing;      // [n] impressions relative to the mean; 0 with an ad blocker
    std::vector<float> interest;     // [n] 0..1, place on the scale of topics; alike within a circle
    std::vector<float> quiet;        // [n] chance of a day without a category occasion
    std::vector<float> appetite;     // [n] category purchases per day
    std::vector<float> leaning;      // [n] ln odds of the brand against the rivals at the status quo
    std::vector<float> basket;       // [n] money per purchase relative to the price
    std::vector<float> involvement;  // [n] 0..1, how much the category matters to someone
    std::vector<float> privacy;      // [n] 0..1, how much someone minds being known
    std::vector<std::uint8_t> considered;  // [n] buys only from whom she trusts; empty if nobody does
    std::vector<std::uint8_t> home_network;  // [n] network someone is on, 0 the largest; + 128: on the largest as well; empty with one network
    std::vector<float> attitude;     // [n] -1..1, base to which attitude returns
    std::vector<float> trust;        // [n] 0..1, base to which trust returns
    std::vector<std::uint8_t> voice; // [n] participation: 0 silent, 1 occasional, 2 regular
    std::vector<std::uint8_t> aware; // [n] knows the brand at the start
    float max_appetite = 0;          // largest appetite

    // Whether a brand on so many networks, the largest first, meets someone there.
    bool on_networks(std::uint32_t customer, double platforms) const {
        return home_network.empty() || home_network[customer] >= 128 || home_network[customer] < platforms;
    }
};

struct Population {
    std::uint32_t size = 0;
    std::uint64_t seed = 0, pair = 0;
    Network network;
    Traits traits;
};

Population make_population(const Market& market, const Brand& brand, std::uint64_t seed, std::uint64_t pair);

}  // namespace parley
