// Following: F10 whose content moves spending, F21 communities, F22 what a like does, F23 bought likes, F24 fans, F33 too many
// posts.
#include <algorithm>
#include <array>
#include <functional>

#include "model/rng.h"
#include "study/evidence/knobs.h"

namespace parley::evidence {
namespace {

bool follows(const World& world, std::uint32_t customer) { return world.minds.flags[customer] & kFollower; }

// Some of those who could be, by lot; each experiment has a lot of its own.
template <class May>
Group by_lot(const Settled& start, const Site& site, double share, std::uint64_t experiment, May may) {
    const Stream lot(1, static_cast<std::uint64_t>(site.pair), Purpose::BoughtFollowers, static_cast<std::int64_t>(1000 + experiment));
    Group chosen(start.size());
    for (std::uint32_t i = 0; i < start.size(); ++i)
        if (may(i) && lot.chance(share, i)) chosen.add(i);
    return chosen;
}

// Lives on, and counts what each customer buys.
std::vector<int> purchases_in(Life& life, int days) {
    std::vector<int> purchases(life.world().minds.flags.size(), 0);
    life.world().keep_happenings = true;
    life.live(days, [&](World& world) { count_purchases(world, purchases); });
    return purchases;
}

template <class May>
double sum_of(const std::vector<int>& purchases, May may) {
    double sum = 0;
    for (std::uint32_t i = 0; i < purchases.size(); ++i)
        if (may(i)) sum += purchases[i];
    return sum;
}

// --- F10 -------------------------------------------------------------------------------------------------------------

std::vector<double> whose_content(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const auto fans = [&](std::uint32_t i) { return follows(start.world, i); };
    Life usual(start), more_posts(start, [](Phase& p) { post_on_top(p, 0.1 * p.strategy.posts_per_day); }), more_talk(start, [](Phase& p) {
        for (const auto posts : {&Market::post_lurker, &Market::post_occasional, &Market::post_regular}) p.market.*posts *= 1.1;
    });
    const double as_usual = sum_of(purchases_in(usual, kYear), fans);
    return {elasticity(sum_of(purchases_in(more_posts, kYear), fans), as_usual), elasticity(sum_of(purchases_in(more_talk, kYear), fans), as_usual)};
}

// --- F21 -------------------------------------------------------------------------------------------------------------

std::vector<double> communities(const Site& site) {
    Town town = town_of(site);
    town.strategy.activities_per_week = 3;
    town.market.community_join = 0;  // nobody joins but those who are let in
    const Settled start = settle(town, site);
    const Group joined = by_lot(start, site, 0.25, 21, [&](std::uint32_t i) { return follows(start.world, i) && start.world.minds.attitude[i] > 0; });
    Life kept_out(start), let_in(start);
    for (const std::uint32_t i : joined.people()) let_in.world().minds.flags[i] |= kMember;
    const std::vector<int> without = purchases_in(kept_out, kYear), with = purchases_in(let_in, kYear);

    const Network& network = start.people->network;
    std::vector<std::uint32_t> ties;
    for (const std::uint32_t i : joined.people()) ties.push_back(network.degree(i));
    std::sort(ties.begin(), ties.end());
    const std::uint32_t middle = ties.empty() ? 0 : ties[ties.size() / 2];
    const auto effect = [&](auto may) {
        const auto member = [&](std::uint32_t i) { return joined.has(i) && may(i); };
        return sum_of(with, member) / sum_of(without, member) - 1;
    };
    const auto posts = [&](std::uint32_t i) { return start.people->traits.voice[i] > 0; };
    const auto known = [&](std::uint32_t i) { return network.degree(i) > middle; };
    return {effect([](std::uint32_t) { return true; }), effect(posts), effect(known) - effect(std::not_fn(known)), effect(std::not_fn(posts))};
}

// --- F22 -------------------------------------------------------------------------------------------------------------

std::vector<double> what_a_like_does(const Site& site) {
    Town town = town_of(site);
    town.strategy.posts_per_day = 0;
    const Settled start = settle(town, site);
    const Group pushed = by_lot(start, site, 0.01, 22, [&](std::uint32_t i) { return !follows(start.world, i); });
    Life usual(start), liked(start);
    for (const std::uint32_t i : pushed.people()) liked.world().minds.flags[i] |= kFollower;
    const std::vector<int> purchases = purchases_in(usual, kYear);
    liked.live(kYear);
    double fans = 0;
    for (std::uint32_t i = 0; i < start.size(); ++i) fans += follows(start.world, i);
    const double by_fans = sum_of(purchases, [&](std::uint32_t i) { return follows(start.world, i); });
    const double by_others = sum_of(purchases, [&](std::uint32_t i) { return !follows(start.world, i); });
    return {liked.sum(Observable::sales) / usual.sum(Observable::sales) - 1, by_fans / fans / (by_others / (start.size() - fans))};
}

// --- F23 -------------------------------------------------------------------------------------------------------------

std::vector<double> bought_likes(const Site& site) {
    Town town = town_of(site);
    town.market.organic_reach = 0.02;
    const Settled start = settle(town, site);
    const Group pushed = by_lot(start, site, 0.05, 23, [&](std::uint32_t i) { return !follows(start.world, i); });
    const auto bought = [&](bool follow, bool boosted) {
        Life life(start);
        if (follow)
            for (const std::uint32_t i : pushed.people()) life.world().minds.flags[i] |= kFollower;
        // Two posts a week to each follower, paid on top.
        if (boosted)
            life.change([&](Phase& p) {
                double followers = 0;
                for (std::uint32_t i = 0; i < start.size(); ++i) followers += follows(life.world(), i);
                const double posts = p.strategy.posts_per_day, money = followers * 2 / 7 * p.market.cost_per_thousand / 1000;
                pay_on_top(p, &Strategy::talk, money);
                p.strategy.boost_share = money / (p.strategy.talk - posts * p.market.cost_per_post);
            });
        return sum_of(purchases_in(life, kYear / 2), [&](std::uint32_t i) { return pushed.has(i); });
    };
    return {bought(true, false) / bought(false, false) - 1, bought(true, true) / bought(false, true) - 1};
}

// --- F24 -------------------------------------------------------------------------------------------------------------

std::vector<double> fans(const Site& site) {
    const Settled start = settle(town_of(site), site);
    Life life(start);
    life.world().keep_happenings = true;
    std::vector<int> purchases(start.size(), 0);
    Group engaged(start.size());
    double engaged_weeks = 0, follower_weeks = 0;
    const auto is_fan = [&](std::uint32_t i) { return follows(life.world(), i); };
    life.live(kYear, [&](World& world) {
        count_purchases(world, purchases);
        for (const Happening& happening : world.today.happenings)
            if (happening.kind == Happening::PeerPost || happening.kind == Happening::Share || happening.kind == Happening::Thread)
                engaged.add(happening.customer);
        if (world.day % 7 != 0) return;
        for (std::uint32_t i = 0; i < start.size(); ++i) {
            if (is_fan(i)) ++follower_weeks, engaged_weeks += engaged.has(i);
            engaged.remove(i);
        }
    });
    // Those who followed from the first day on, beside all who bought.
    double followers = 0, buyers = 0, heavy = 0;
    std::vector<float> rates = start.people->traits.appetite;
    std::sort(rates.begin(), rates.end());
    const float heaviest_fifth = rates[rates.size() * 4 / 5];
    for (std::uint32_t i = 0; i < start.size(); ++i) {
        buyers += purchases[i] > 0;
        if (!follows(start.world, i)) continue;
        ++followers;
        heavy += start.people->traits.appetite[i] >= heaviest_fifth;
    }
    const double by_followers = sum_of(purchases, [&](std::uint32_t i) { return follows(start.world, i); });
    const double by_all = sum_of(purchases, [](std::uint32_t) { return true; });
    return {engaged_weeks / follower_weeks, by_followers / followers / (by_all / buyers), heavy / followers};
}

// --- F33 -------------------------------------------------------------------------------------------------------------

std::vector<double> too_many_posts(const Site& site) {
    constexpr std::array posts{0.25, 0.5, 1.0, 2.0, 4.0};
    const Settled start = settle(town_of(site), site);
    const auto listened = [&](std::uint32_t i) { return (start.world.minds.flags[i] & (kFollower | kMuted)) == kFollower; };
    std::array<double, 5> lost{}, bought{};
    for (std::size_t k = 0; k < posts.size(); ++k) {
        Life life(start, [&](Phase& p) {
            p.strategy.promo_share = 0.8;
            post_on_top(p, posts[k] - p.strategy.posts_per_day);
        });
        bought[k] = sum_of(purchases_in(life, kYear), listened);
        double followers = 0;
        for (std::uint32_t i = 0; i < start.size(); ++i)
            if (listened(i)) ++followers, lost[k] += (life.world().minds.flags[i] & kMuted) != 0;
        lost[k] /= followers;
    }
    const auto best = static_cast<std::size_t>(std::max_element(bought.begin(), bought.end()) - bought.begin());
    return {lost[2], lost[2] - lost[0], lost[4] - lost[2], posts[best]};
}

}  // namespace

std::vector<FactSpec> following_facts() {
    return {
        {"F10", "Whose content moves spending",
         "On the page of a retailer what members wrote moved their spending; what the firm wrote hardly did, by one estimate 22 times less.",
         "Goh et al. 2013", "10 % more posts of the brand, paid on top, or 10 % more posts of customers, for a year; purchases of followers", "",
         {{"elasticity, posts of the brand / of customers", "-", -kNoLimit, 0.2, Basis::Emergent, 1},
          {"elasticity of followers' purchases, posts of customers", "-", 0, kNoLimit, Basis::Emergent}},
         whose_content,
         "What customers write moves followers about four times as much as what the brand writes; five times was asked for. Nothing was tried."},
        {"F21", "Members of a community",
         "Customers who joined a retailer's community spent more because of it: 19 % of what they spent afterwards. Those who wrote and those "
         "with more ties in it gained most.",
         "Manchanda et al. 2015", "a quarter of the followers who like the brand let into an active community, or kept out; purchases of a year", "",
         {{"purchases of those let in, more", "-", 0.10, 0.30, Basis::Construction},
          {"effect on those who post / on the silent", "-", 1.3, kNoLimit, Basis::Construction, 3},
          {"effect on those with many ties less on those with few", "-", 0, kNoLimit, Basis::Emergent},
          kBelow},
         communities,
         "No rule ties what a community does for its members to how many of them someone knows."},
        {"F22", "What a like does",
         "In five experiments and two meta-analyses a like changed nothing in those who gave it, though people who like a brand buy much more.",
         "John et al. 2017", "one in a hundred, by lot, follows a brand that posts nothing; a year", "",
         {{"sales, more with the likes", "-", -0.003, 0.003, Basis::Construction},
          {"purchases of followers / of others", "-", 1, kNoLimit, Basis::Fitted}},
         what_a_like_does},
        {"F23", "Bought likes",
         "People who were brought to like a page did no more than others while its posts found their own way, and more, perhaps 8 %, once the "
         "firm paid for their reach.",
         "Mochon et al. 2017",
         "one in twenty, by lot, follows or not, half a year; organic reach 0.02, or two posts a week (assumption) shown to each follower for money on top. "
         "Nothing counts as less than 3 %, the least with paid reach",
         "",
         {{"their purchases, more, organic reach", "-", -0.03, 0.03, Basis::Emergent},
          {"their purchases, more, paid reach", "-", 0.03, 0.12, Basis::Emergent}},
         bought_likes,
         "Paid posts reach people who had no reason to follow, and are believed like other posts of the brand."},
        {"F24", "Fans",
         "In a week about 0.45 % of a brand's fans did anything but like, 0.66 % for the most loved brands. Fans are mostly heavy buyers.",
         "Nelson-Field et al. 2012", "the default town for a year; posts, shares and answers of followers", "",
         {{"share of followers who post, share or answer in a week", "-", 0.002, 0.012, Basis::Fitted},
          {"purchases of followers / of all buyers", "-", 1.5, 4, Basis::Fitted},
          {"share of followers from the heaviest fifth of the category", "-", 0.2, kNoLimit, Basis::Emergent}},
         fans},
        {"F33", "Too many posts",
         "In a survey 55 % had left a brand they liked: 44 % because it posted too often, 38 % because it bored them. In another 46 % named "
         "too much advertising.",
         "ExactTarget 2011; Sprout 2016",
         "0.25 to 4 posts a day, four in five of them promotional, paid on top, for a year; followers of the first day", "",
         {{"share of followers who mute in a year, 1 post a day", "-", 0.10, 0.40, Basis::Fitted},
          {"the same, 1 a day less 0.25 a day", "-", 0, kNoLimit, Basis::Construction},
          {"the same, 4 a day less 1 a day", "-", 0, kNoLimit, Basis::Construction},
          {"posts a day at which followers buy most, of 0.25 to 4", "posts/day", 0.5, 2, Basis::Emergent}},
         too_many_posts,
         "Muting stops posts only, never purchases or paid reach, and each post that is seen sells, so more posts always sell "
         "more to those who follow. Three times the muting was tried: the best number stays at 3.7."}};
}

}  // namespace parley::evidence
