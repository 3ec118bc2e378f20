// Latin hypercube: a sample in which each of several numbers takes each of as many equal parts of its range as there are draws once
// (McKay, Beckman & Conover 1979, Technometrics 21(2)).
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace parley {

// 0 .. n - 1 in an order by lot: sorted by the key of each, equal keys by number.  With one key function for each number it pairs parts
// with draws.  Cost O(n log n) keys.
std::vector<std::size_t> order_by_lot(std::size_t n, const std::function<std::uint64_t(std::size_t)>& key);

}  // namespace parley
