// Reviews: F15 what replies do to them, F16 how many to answer, F17 listening that changes the product.
#include <algorithm>
#include <array>

#include "study/evidence/knobs.h"

namespace parley::evidence {
namespace {

// --- F15 -------------------------------------------------------------------------------------------------------------

std::vector<double> replies_and_reviews(const Site& site) {
    const Settled start = settle(town_of(site), site);
    Life unanswered(start), answered(start, [](Phase& p) { staff(p, kEveryone); });
    Posts before, after, before_all(Posts::All), after_all(Posts::All);
    unanswered.live(kYear, [&](World& world) { before.add(world), before_all.add(world); });
    answered.live(kYear, [&](World& world) { after.add(world), after_all.add(world); });
    const auto rise = [](const Posts& with, const Posts& without) {
        return std::array{with.mean_rating() - without.mean_rating(), with.count / static_cast<double>(without.count) - 1};
    };
    const auto reviews = rise(after, before), all = rise(after_all, before_all);
    return {all[0], all[1], reviews[0], reviews[1], after.negative_share() - before.negative_share()};
}

// --- F16 -------------------------------------------------------------------------------------------------------------

// Liking of those who wrote, and sales, by the share that was answered: none, two in five, all, and between.
struct ByShare {
    static constexpr std::array wanted{0.0, 0.2, 0.4, 0.6, 0.8, 1.0};
    std::array<double, 6> share, liking, sales;
};

ByShare answering(const Settled& start, double over_response) {
    std::vector<Life> lives;
    Group wrote(start.size());
    for (const double share : ByShare::wanted) {
        Life& life = lives.emplace_back(start, [&](Phase& p) { p.market.over_response = over_response; });
        live_answering(life, share, kYear, [&](World& world) { add_complainers(world, wrote); });
    }
    ByShare result;
    const std::vector<std::uint32_t> people = wrote.people();
    for (std::size_t k = 0; k < lives.size(); ++k) {
        const double replies = lives[k].sum(Observable::replies);
        result.share[k] = replies / (replies + lives[k].sum(Observable::unanswered));
        result.liking[k] = mean_over(people, lives[k].world().minds.attitude);
        result.sales[k] = lives[k].sum(Observable::sales);
    }
    return result;
}

std::vector<double> how_many_to_answer(const Site& site) {
    Town town = town_of(site);
    town.market.complaint_rate = 1;
    town.market.question_rate = 0;
    town.market.base_delay = 0;
    town.strategy.desk_order = static_cast<double>(DeskOrder::as_they_come);
    town.strategy.open_questions = 0;
    const Settled start = settle(town, site);
    const ByShare reviews = answering(start, 1), service = answering(start, 0);
    const auto best = std::max_element(reviews.liking.begin(), reviews.liking.end()) - reviews.liking.begin();
    double worst_step = service.liking[1] - service.liking[0];
    for (std::size_t k = 2; k < service.liking.size(); ++k) worst_step = std::min(worst_step, service.liking[k] - service.liking[k - 1]);
    return {reviews.share[static_cast<std::size_t>(best)], reviews.liking[5] - reviews.liking[0], reviews.sales[5] / reviews.sales[0] - 1, worst_step,
            service.sales[5] / service.sales[2] - 1};
}

// --- F17 -------------------------------------------------------------------------------------------------------------

struct Listened {
    double quality, quality_canned, quality_own_words, rating;  // gains
};

Listened listening_to(const Site& site, double quality) {
    Town town = town_of(site);
    town.brand.quality = quality;
    const Settled start = settle(town, site);
    const auto answering = [&](bool listens, double canned) {
        return Life(start, [&](Phase& p) {
            p.strategy.canned_share = canned;
            staff(p, kEveryone);
            if (listens) pay_on_top(p, &Strategy::listen, 0.3 / 0.7 * town.strategy.budget_per_day);
        });
    };
    const double usual = town.strategy.canned_share;
    Life deaf = answering(false, usual), listens = answering(true, usual), canned = answering(true, 1), own_words = answering(true, 0);
    canned.live(kYear), own_words.live(kYear);
    deaf.live(kYear), listens.live(kYear);
    const double gain = listens.world().firm.quality - quality;
    Posts without, with;
    deaf.live(kYear, [&](World& world) { without.add(world); });
    listens.live(kYear, [&](World& world) { with.add(world); });
    return {gain, canned.world().firm.quality - quality, own_words.world().firm.quality - quality, with.mean_rating() - without.mean_rating()};
}

std::vector<double> listening(const Site& site) {
    const Listened poor = listening_to(site, 0.4), good = listening_to(site, 0.8);
    return {poor.quality, poor.quality_canned, poor.rating, poor.rating - good.rating, good.quality, poor.quality_own_words};
}

}  // namespace

std::vector<FactSpec> reviews_facts() {
    return {
        {"F15", "Replies and reviews",
         "When hotels began to answer reviews their rating rose by 0.12 of 5 stars and they got 12 % more reviews, fewer of them short and "
         "negative.",
         "Proserpio & Zervas 2017",
         "replies to everyone for a year, by a desk paid on top; public posts, rated 0 to 1: reviews of a purchase, and with them the anger "
         "of complainers nobody answered",
         "",
         {{"mean rating of all public posts, more with replies", "0..1", 0.01, 0.05, Basis::Emergent},
          {"number of all public posts, more with replies", "-", 0.05, 0.20, Basis::Emergent},
          {"mean rating of reviews alone, more with replies", "0..1", 0.01, 0.05, Basis::Construction},
          {"number of reviews alone, more with replies", "-", 0.05, 0.20, Basis::Construction},
          {"share of negative reviews, more with replies", "-", -kNoLimit, 0, Basis::Construction}},
         replies_and_reviews,
         "Complainers whom nobody answers vent in public (the survey's 29 %), and replies stop that: with these posts among the "
         "ratings replies change far more than hotels saw. Venting a third as often was tried: then the number of posts is in "
         "its range, the rating is not."},
        {"F16", "How many to answer",
         "On a review site hotels did best that answered about two in five reviews, and those that answered nearly all did worse than those "
         "that answered none. A vendor's customers who answered most did better.",
         "Anderson & Han 2016; Medallia",
         "share answered, 0 to 1 for a year, where everyone who is failed writes and replies come at once: on a review site (over-response "
         "1), in a service channel (0)",
         "",
         {{"share answered at which writers like the brand best, review site", "-", 0.3, 0.7, Basis::Construction},
          {"liking of writers, all answered less none, review site", "-1..1", -kNoLimit, 0, Basis::Construction},
          {"sales, more when all are answered than when none, review site", "-", -kNoLimit, 0, Basis::Emergent},
          {"smallest step of liking as more are answered, service", "-1..1", 0, kNoLimit, Basis::Assumed},
          {"sales, more when all are answered than two in five, service", "-", 0, kNoLimit, Basis::Emergent}},
         how_many_to_answer,
         "Above two in five replies lose their worth, but silence still costs a complainer's liking and an answered question "
         "still brings a purchase, so answering everyone does not fall below answering no one. The finding is contested by a "
         "vendor's figures."},
        {"F17", "Listening that changes the product",
         "Where replies came with change, ratings grew more, most for those rated low; ready-made replies did less.",
         "Ananthakrishnan et al. 2023",
         "three tenths of the budget for listening, for a year; quality 0.4 or 0.8; canned share 1 or 0; ratings of year 2", "",
         {{"gain of quality, poor / good product", "-", 1.5, kNoLimit, Basis::Construction, 4},
          {"gain of quality, canned / own words", "-", 0.4, 0.6, Basis::Construction, 5},
          {"rating of a poor product, more by listening", "0..1", 0, kNoLimit, Basis::Emergent},
          {"the same less that of a good one", "0..1", 0, kNoLimit, Basis::Emergent},
          kBelow, kBelow},
         listening}};
}

}  // namespace parley::evidence
