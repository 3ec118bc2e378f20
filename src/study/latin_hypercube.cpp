#include "study/latin_hypercube.h"

#include <algorithm>
#include <numeric>

namespace parley {

std::vector<std::size_t> order_by_lot(std::size_t n, const std::function<std::uint64_t(std::size_t)>& key) {
    std::vector<std::uint64_t> keys(n);
    for (std::size_t i = 0; i < n; ++i) keys[i] = key(i);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
}

}  // namespace parley
