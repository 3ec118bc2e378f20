// What people buy: F34 whom they believe, F36 double jeopardy, F37 reach and loyalty.
#include "model/detmath.h"
#include "study/evidence/lab.h"

namespace parley::evidence {
namespace {

std::vector<double> credibility(const Site& site) {
    // Posts to followers only, or ads to the others only: what one exposure adds to liking.
    Town town = town_of(site);
    town.strategy.promo_share = 0;
    town.market.attitude_learning = town.market.peer_influence = 0;
    town.warmup_days = 182;
    const Settled start = settle(town, site);
    std::vector<std::uint32_t> followers, others;
    for (std::uint32_t i = 0; i < start.size(); ++i)
        (start.world.minds.flags[i] & kFollower ? followers : others).push_back(i);
    const auto month = [&](double posts, double budget) {
        Life life(start, [&](Phase& p) {
            p.strategy.posts_per_day = posts;
            p.strategy.budget_per_day = budget;
            p.market.cost_per_post = 0;
            p.market.organic_reach = 0.5;
            p.market.follow_rate = p.market.mute_rate = 0;
        });
        life.live(28);
        return life;
    };
    Life silent = month(0, 0), ads = month(0, town.strategy.budget_per_day), posts = month(1, 1);
    const auto gained = [&](Life& life, const std::vector<std::uint32_t>& people) {
        const std::vector<float>&with = life.world().minds.attitude, &without = silent.world().minds.attitude;
        const std::vector<float>&heard = life.world().minds.adstock, &before = silent.world().minds.adstock;
        const double memory = mean_over(people, heard) - mean_over(people, before);
        return (mean_over(people, with) - mean_over(people, without)) / memory;
    };
    // Memory weighs credibility as liking does: what is left is how many were met.
    const double per_post = gained(posts, followers), per_ad = gained(ads, others);
    return {town.market.credibility_post / town.market.credibility_ad * per_post / per_ad};
}

std::vector<double> double_jeopardy(const Site& site) {
    struct Buying {
        double penetration, frequency;
    };
    const auto year_of = [&](double share) {
        Town town = town_of(site);
        town.brand.share = share;
        town.brand.awareness = 1;
        town.warmup_days = 182;
        Life life(settle(town, site));
        life.live(kYear);
        const double buyers = life.sum(Observable::buyers);
        return Buying{buyers / site.customers, life.sum(Observable::purchases) / buyers};
    };
    const Buying large = year_of(0.22), small = year_of(0.05);

    const Settled start = settle(town_of(site), site);
    Life usual(start), more(start, [](Phase& p) { p.strategy.budget_per_day *= 2; });
    for (Life* life : {&usual, &more}) life->live(kYear);
    const auto growth = [&](Observable o) { return parley::log(more.sum(o) / usual.sum(o)); };
    return {large.penetration / small.penetration, large.frequency / small.frequency, growth(Observable::buyers), growth(Observable::purchases)};
}

std::vector<double> reach_or_loyalty(const Site& site) {
    Town town = town_of(site);
    town.market.failure_rate = 0;
    const Settled start = settle(town, site);
    Life all(start);
    Life followers(start, [](Phase& p) {
        p.strategy.talk = 40;
        p.strategy.converse = 60;
        p.strategy.posts_per_day = 10;  // all of the talk goes to followers
        p.strategy.promo_share = 0.3;
        p.strategy.human_voice = 0.6;
    });
    Life boosted(start, [](Phase& p) { p.strategy.boost_share = 1; });
    // A budget that lifts the share of voice ten points above the share of market, if it stood at the share of market before.
    const double share = town.brand.share;
    Life louder(start, [&](Phase& p) { p.strategy.budget_per_day *= (share + 0.1) / share * (1 - share) / (0.9 - share); });
    for (Life* life : {&all, &followers, &boosted, &louder}) life->live(kYear);
    const auto market_share = [&](const Life& life) {
        return life.sum(Observable::purchases, kYear - 90) / life.sum(Observable::occasions, kYear - 90);
    };
    const double sales = all.sum(Observable::sales);
    return {sales > followers.sum(Observable::sales) ? 1.0 : 0.0, 100 * (market_share(all) - market_share(boosted)),
            100 * (market_share(louder) - market_share(all))};
}

}  // namespace

std::vector<FactSpec> choice_facts() {
    return {
        {"F34", "Whom people believe",
         "Asked whom they trust, 92 % named people they know, 58 % a brand's own pages, 47 % television and 36 % ads on social networks.",
         "Nielsen 2012; Edelman", "liking gained by a post of the brand and by a paid message, each beside silence", "",
         {{"liking by an owned / by a paid message", "-", 1.2, 2.0, Basis::Construction}},
         credibility},
        {"F36", "Large brands have more buyers, who buy a little more often",
         "Brands with 22 and 5 % of a market were bought by 41 and 12 % of people, 3.9 and 3.0 times a year. Growth comes mostly from more "
         "buyers.",
         "Ehrenberg et al. 2004; Sharp 2010", "a brand of 22 and one of 5 %; twice the budget for a year", "",
         {{"buyers of the large / of the small brand", "-", 2.8, 4.0, Basis::Construction},
          {"purchases per buyer, large / small", "-", 1.1, 1.5, Basis::Construction},
          {"part of the growth that is more buyers", "-", 0.7, 1, Basis::Emergent, 3},
          kBelow},
         double_jeopardy,
         "Advertising raises everyone's chance of choosing the brand, those who buy often included, and habit and talk add to "
         "it; light buyers are not easier to win than heavy ones. No habit, and no weight of liking, were tried: 0.57 and 0.56."},
        {"F37", "Reach beats loyalty for growth",
         "In cases that won awards campaigns to everyone gained 1.8 points of share a year, those to customers 1.2; ten points of voice "
         "beyond the share of market come with half a point more share a year.",
         "Binet & Field 2013; Sharp 2010", "a brand without failures: all money for everyone, or for its followers; ten points more share of voice", "",
         {{"worlds in which telling everyone sells more than serving followers", "-", 0.8, 1, Basis::Emergent},
          {"points of share, ads to everyone less ads to followers", "points", 0, kNoLimit, Basis::Emergent},
          {"points of share by ten points of voice", "points", 0.2, 0.8, Basis::Emergent}},
         reach_or_loyalty,
         "Boosted posts are believed more than ads and reach heavy buyers, who are still far from always choosing the brand. Ten "
         "points of voice are nearly twice the budget, and with the elasticities of F3 that brings about three points; the "
         "published half point and those elasticities do not agree either. Rivals who answer in kind are off; not tried."}};
}

}  // namespace parley::evidence
