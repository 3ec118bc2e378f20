// Trees: who passed on whose message, put together from what people said each day.
//
// A tree begins with a post of a customer, or with a follower who passes a post of the brand on because she saw it herself.  A share
// belongs under the message of yesterday that it repeats, of someone who has a tie to her; of several, the first that was told.
// Cost    O(messages + shares x messages of yesterday x log ties) a day.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "model/world.h"

namespace parley::evidence {

struct Saying {
    std::uint32_t customer;
    std::uint32_t parent;  // index of another saying; its own for a root
    std::uint32_t tree;
    std::uint16_t depth;   // 0 for a root
    std::uint8_t slot;     // of its message, as is
    float valence;
};

struct Tree {
    std::uint32_t root;    // index of a saying
    int begun;             // day
    int size = 0;          // sayings, the root among them
    int depth = 0;         // of the deepest
    int near = 0;          // sayings at most one step from the root
};

class TreeLog {
public:
    explicit TreeLog(const Network& network) : network_(network) {}

    void add(const World& world);  // after each day, without a gap

    const std::vector<Tree>& trees() const { return trees_; }
    const std::vector<Saying>& sayings() const { return sayings_; }
    // Mean number of steps between two of the same tree (structural virality); one number per tree with at least so many sayings.
    std::vector<std::pair<int, double>> virality(int at_least) const;  // size, mean distance

private:
    void say(const Message& message, std::uint32_t parent, int day);

    const Network& network_;
    std::vector<Saying> sayings_;
    std::vector<Tree> trees_;
    std::vector<std::uint32_t> today_, yesterday_;  // indices of sayings, in the order they were said
};

}  // namespace parley::evidence
