#include "study/evidence/trees.h"

#include <doctest/doctest.h>

using namespace parley;
using evidence::TreeLog;

namespace {

// 0 - 1 - 2 - 3, and 4 who knows nobody.
Network chain() {
    Network network;
    network.first = {0, 1, 3, 5, 6, 6};
    network.ties = {1, 0, 2, 1, 3, 2};
    network.circle = {0, 0, 0, 0, 0};
    return network;
}

struct Days {
    Network network = chain();
    TreeLog log{network};
    World world;

    void day(std::vector<Message> said, std::vector<Reader> readers = {}) {
        ++world.day;
        world.outbox = std::move(said);
        world.today.readers = std::move(readers);
        log.add(world);
    }
};

Message post(std::uint32_t sender, float valence) { return {sender, Message::Post, 200, valence, 0.0f}; }
Message share(std::uint32_t sender, std::uint8_t slot, float valence) { return {sender, Message::Share, slot, valence, 0.0f}; }

}  // namespace

TEST_CASE("a share hangs under the message of yesterday that it repeats, of someone who knows her") {
    Days days;
    days.day({post(0, 0.5f)});
    days.day({share(1, 200, 0.5f)});
    days.day({share(2, 200, 0.5f)});
    days.day({share(3, 200, 0.5f)});
    REQUIRE(days.log.trees().size() == 1);
    const evidence::Tree& tree = days.log.trees()[0];
    CHECK(tree.size == 4);
    CHECK(tree.depth == 3);
    CHECK(tree.near == 2);
    CHECK(tree.begun == 1);
    // Steps between the six pairs of a chain of four: 1 1 1 2 2 3.
    REQUIRE(days.log.virality(2).size() == 1);
    CHECK(days.log.virality(2)[0].first == 4);
    CHECK(days.log.virality(2)[0].second == doctest::Approx(10.0 / 6));
    CHECK(days.log.virality(5).empty());
}

TEST_CASE("a star is flatter than a chain") {
    Days days;
    days.day({post(1, -0.5f)});
    days.day({share(0, 200, -0.5f), share(2, 200, -0.5f)});
    const evidence::Tree& tree = days.log.trees()[0];
    CHECK(tree.depth == 1);
    CHECK(tree.near == 3);
    CHECK(days.log.virality(2)[0].second == doctest::Approx(4.0 / 3));
}

TEST_CASE("another message, a day too late or a stranger's is no parent, and tells and complaints begin no tree") {
    Days days;
    days.day({post(0, 0.5f), {3, Message::Tell, 0, 0.5f, 0.0f}, {3, Message::Complaint, 250, -1.0f, 0.0f}});
    CHECK(days.log.trees().size() == 1);
    days.day({share(1, 200, 0.25f), share(1, 201, 0.5f), share(2, 200, 0.5f), share(4, 200, 0.5f)});
    days.day({share(1, 200, 0.5f)});
    CHECK(days.log.sayings().size() == 1);
}

TEST_CASE("who saw the brand's post herself begins a tree, and who heard of it from her belongs to it") {
    Days days;
    days.day({share(1, 255, 1.0f)}, {{1, 1}});
    days.day({share(2, 255, 1.0f), share(0, 255, 1.0f)}, {{0, 1}});
    REQUIRE(days.log.trees().size() == 2);
    CHECK(days.log.trees()[0].size == 2);
    CHECK(days.log.trees()[1].size == 1);
    CHECK(days.log.sayings()[days.log.trees()[1].root].customer == 0);
}
