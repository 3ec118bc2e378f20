#include "study/evidence/knobs.h"

#include <doctest/doctest.h>

using namespace parley;
using namespace parley::evidence;

namespace {

const FactSpec kAny{"F0", "", "", "", "", "", {}, nullptr};
const Defaults kUsual;

Settled small_town(double converse) {
    const Site site{kAny, 1000, 0, kUsual};
    Town town = town_of(site);
    town.warmup_days = 28;
    town.strategy.converse = converse;
    return settle(town, site);
}

}  // namespace

TEST_CASE("what is paid on top takes nothing from the rest") {
    const Settled start = small_town(25);
    Life usual(start), posting(start, [](Phase& p) { post_on_top(p, 2); }), listening(start, [](Phase& p) { pay_on_top(p, &Strategy::listen, 7); });
    for (Life* life : {&usual, &posting, &listening}) life->live(28);
    CHECK(posting.sum(Observable::posts) == usual.sum(Observable::posts) + 56);
    CHECK(posting.sum(Observable::spend_impressions) == doctest::Approx(usual.sum(Observable::spend_impressions)).epsilon(0.001));
    CHECK(listening.sum(Observable::spend_listening) == doctest::Approx(28 * 700).epsilon(0.001));
    for (const Observable part : {Observable::spend_impressions, Observable::spend_replies, Observable::spend_posts})
        CHECK(listening.sum(part) == doctest::Approx(usual.sum(part)).epsilon(0.001));
}

TEST_CASE("a desk takes the place of the one there is, whatever it cost") {
    const Settled start = small_town(50);
    Life staffed(start, [](Phase& p) { staff(p, 2); }), twice(start, [](Phase& p) { staff(p, 9), staff(p, 2); });
    staffed.live(7), twice.live(7);
    const double price = start.phase.market.cost_per_employee_reply;
    CHECK(staffed.sum(Observable::spend_replies) == doctest::Approx(7 * 2 * price * 100).epsilon(0.01));
    CHECK(twice.sum(Observable::spend_replies) == doctest::Approx(staffed.sum(Observable::spend_replies)).epsilon(0.01));
    CHECK(twice.sum(Observable::spend_impressions) == doctest::Approx(staffed.sum(Observable::spend_impressions)).epsilon(0.01));
}

TEST_CASE("a desk answers the share that is wanted, all or none") {
    const Site site{kAny, 20000, 0, kUsual};
    Town town = town_of(site);
    town.warmup_days = 56;
    const Settled start = settle(town, site);
    for (const double share : {0.0, 0.5, 1.0}) {
        Life life(start);
        live_answering(life, share, 56);
        const double replies = life.sum(Observable::replies);
        CHECK(replies / (replies + life.sum(Observable::unanswered)) == doctest::Approx(share).epsilon(0.15));
    }
}

TEST_CASE("posts are reviews, or with them those of complainers nobody answered; what was paid for counts as neither") {
    World world;
    world.outbox = {{1, Message::Post, 200, 0.5f, 0}, {2, Message::Post, 251, -1.0f, 0}, {3, Message::Post, 252, 0.5f, 0},
                    {4, Message::Share, 200, 0.5f, 0}, {5, Message::Post, 201, -0.5f, 0}};
    Posts reviews, all(Posts::All);
    reviews.add(world), all.add(world);
    CHECK(reviews.count == 2);
    CHECK(reviews.mean_rating() == doctest::Approx(0.5));
    CHECK(all.count == 3);
    CHECK(all.negative == 2);
    CHECK(all.mean_rating() == doctest::Approx((0.75 + 0.25) / 3));
}

TEST_CASE("a group holds each once, by number") {
    Group group(5);
    for (const std::uint32_t i : {3u, 1u, 3u}) group.add(i);
    CHECK(group.people() == std::vector<std::uint32_t>{1, 3});
    group.remove(3);
    CHECK_FALSE(group.has(3));
}
