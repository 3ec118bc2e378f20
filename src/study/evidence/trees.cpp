#include "study/evidence/trees.h"

#include <algorithm>

namespace parley::evidence {
namespace {

constexpr std::uint8_t kOfBrand = 255;  // slot of a post of the brand that is passed on
constexpr std::uint32_t kNone = 0xffffffff;

bool tied(const Network& network, std::uint32_t a, std::uint32_t b) {
    if (network.complete) return a != b;
    const auto row = network.ties.begin();
    return std::binary_search(row + network.first[a], row + network.first[a + 1], b);
}

bool reads(const World& world, std::uint32_t customer) {
    const auto& readers = world.today.readers;
    const auto at = std::lower_bound(readers.begin(), readers.end(), customer, [](const Reader& r, std::uint32_t i) { return r.customer < i; });
    return at != readers.end() && at->customer == customer;
}

}  // namespace

void TreeLog::say(const Message& message, std::uint32_t parent, int day) {
    const auto index = static_cast<std::uint32_t>(sayings_.size());
    if (parent == kNone) {
        trees_.push_back({index, day});
        sayings_.push_back({message.sender, index, static_cast<std::uint32_t>(trees_.size() - 1), 0, message.slot, message.valence});
    } else {
        const Saying& above = sayings_[parent];
        sayings_.push_back({message.sender, parent, above.tree, static_cast<std::uint16_t>(above.depth + 1), message.slot, message.valence});
    }
    const Saying& said = sayings_.back();
    Tree& tree = trees_[said.tree];
    ++tree.size;
    tree.depth = std::max(tree.depth, static_cast<int>(said.depth));
    tree.near += said.depth <= 1;
    today_.push_back(index);
}

void TreeLog::add(const World& world) {
    yesterday_.swap(today_);
    today_.clear();
    for (const Message& message : world.outbox) {
        if (message.kind == Message::Post) say(message, kNone, world.day);
        if (message.kind != Message::Share) continue;
        if (message.slot == kOfBrand && reads(world, message.sender)) {
            say(message, kNone, world.day);
            continue;
        }
        const auto above = std::find_if(yesterday_.begin(), yesterday_.end(), [&](std::uint32_t index) {
            const Saying& said = sayings_[index];
            return said.slot == message.slot && said.valence == message.valence && tied(network_, said.customer, message.sender);
        });
        // What was said before the log began has no tree.
        if (above != yesterday_.end()) say(message, *above, world.day);
    }
}

std::vector<std::pair<int, double>> TreeLog::virality(int at_least) const {
    // Each link lies on the way between all who are under it and all others.
    std::vector<int> under(sayings_.size(), 1);
    std::vector<double> ways(trees_.size(), 0);
    for (std::size_t i = sayings_.size(); i-- > 0;) {
        const Saying& said = sayings_[i];
        if (said.parent == i) continue;
        under[said.parent] += under[i];
        ways[said.tree] += static_cast<double>(under[i]) * (trees_[said.tree].size - under[i]);
    }
    std::vector<std::pair<int, double>> result;
    for (std::size_t t = 0; t < trees_.size(); ++t) {
        const double size = trees_[t].size;
        if (trees_[t].size >= std::max(2, at_least)) result.emplace_back(trees_[t].size, ways[t] / (size * (size - 1) / 2));
    }
    return result;
}

}  // namespace parley::evidence
