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
// and without doubles; every tie stands in both rows.  In a directed network the row of i holds those who listen to i, and a tie
// stands in one row only.  People of one circle have neighbouring numbers.
struct Network {
    std::vector<std::uint32_t> first;       // [n_customers + 1] index into ties
    std::vector<std::uint32_t> ties;        // [n_ties x 2] customer
    std::vector<std::uint32_t> circle;      // [n_customers] circle of each customer
    std::vector<std::uint32_t> circle_first;  // [n_circles + 1] first customer of each circle

    bool complete = false;                  // everyone knows everyone: no rows are kept
    std::uint32_t listens_to = 0;           // directed: how many others each customer listens to; otherwise 0

    std::uint32_t size() const { return static_cast<std::uint32_t>(circle.size()); }
    std::uint32_t degree(std::uint32_t customer) const { return complete ? size() - 1 : first[customer + 1] - first[customer]; }
    // How many others a customer listens to.
    std::uint32_t sources(std::uint32_t customer) const { return listens_to > 0 ? listens_to : degree(customer); }
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

// Constant columns of the customers: the TRAIT rows of entities.def.
struct Traits {
#define TRAIT(type, name, range, help) std::vector<type> name;  // [n]
#define MIND(...)
#define FIRM(...)
#include "model/entities.def"
#undef FIRM
#undef MIND
#undef TRAIT

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
