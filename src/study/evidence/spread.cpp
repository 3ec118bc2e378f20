// Spread: F25 who takes part, F26 cascades, F27 whom to seed, F28 influence beforehand.
#include <algorithm>
#include <cmath>

#include "model/detmath.h"
#include "study/evidence/knobs.h"
#include "study/evidence/trees.h"
#include "study/least_squares.h"

namespace parley::evidence {
namespace {

// --- F25 -------------------------------------------------------------------------------------------------------------

std::vector<double> taking_part(const Site& site) {
    const Settled start = settle(town_of(site), site);
    Life life(start);
    life.world().keep_happenings = true;
    std::vector<int> said(start.size(), 0);
    const auto count = [&](World& world) {
        for (const Happening& happening : world.today.happenings)
            said[happening.customer] +=
                happening.kind == Happening::PeerPost || happening.kind == Happening::Share || happening.kind == Happening::Thread;
    };
    constexpr int kWatched = 90;  // days
    life.live(kWatched, count);
    const auto silent = static_cast<double>(std::count(said.begin(), said.end(), 0)) / start.size();
    life.live(kYear - kWatched, count);
    double all = 0, most = 0;
    for (const int n : said) all += n;
    std::sort(said.begin(), said.end(), std::greater<>());
    for (std::uint32_t k = 0; k < start.size() / 100; ++k) most += said[k];
    return {most / all, silent};
}

// --- F26 -------------------------------------------------------------------------------------------------------------

TreeLog year_of_trees(const Settled& start) {
    TreeLog log(start.people->network);
    Life life(start);
    life.live(kYear, [&](World& world) { log.add(world); });
    return log;
}

// Trees that have had four weeks to grow.
template <class Look>
void for_each_grown(const TreeLog& log, Look look) {
    for (const Tree& tree : log.trees())
        if (tree.begun <= kYear - kMonth) look(tree);
}

std::vector<double> cascades(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const TreeLog log = year_of_trees(start);
    double trees = 0, alone = 0, deep = 0, sayings = 0, near = 0;
    for_each_grown(log, [&](const Tree& tree) {
        ++trees;
        alone += tree.size == 1;
        deep += tree.depth > 1;
        sayings += tree.size;
        near += tree.near;
    });
    std::vector<double> size, distance;
    for (const auto& [people, steps] : log.virality(101)) size.push_back(parley::log(people)), distance.push_back(steps);
    return {alone / trees, deep / trees, near / sayings, size.size() >= 3 ? correlation(size, distance) : kNotMeasured};
}

// --- F27, F28 --------------------------------------------------------------------------------------------------------

// Money for seeds that is spent on day 28, and four weeks in which it works.
struct Seeded {
    double heard = 0, spoke = 0, passed_on = 0;
};

Seeded seeded(const Settled& start, SeedWho who, double purse) {
    constexpr std::uint8_t kOfSeed = 252;
    Life life(start, [&](Phase& p) { p.strategy.seed_who = static_cast<double>(who); });
    life.live(kMonth - 1);
    life.world().firm.seed_purse = purse;
    Seeded result;
    life.live(kMonth, [&](World& world) {
        for (const Message& message : world.outbox) {
            if (message.slot != kOfSeed) continue;
            result.spoke += message.kind == Message::Post;
            result.passed_on += message.kind == Message::Share;
        }
    });
    result.heard = life.sum(Observable::heard, kMonth);
    return result;
}

// What the first hundredth costs, of the best or the least connected.
double purse_for_a_hundredth(const Settled& start, bool hubs) {
    const Network& network = start.people->network;
    std::vector<double> ties;
    double sum = 0;
    for (std::uint32_t i = 0; i < start.size(); ++i) ties.push_back(network.degree(i)), sum += ties.back();
    std::sort(ties.begin(), ties.end());
    if (hubs) std::reverse(ties.begin(), ties.end());
    const double mean = std::max(1.0, sum / start.size());
    double purse = 0;
    for (std::uint32_t k = 0; k < start.size() / 100; ++k)
        purse += std::floor(start.phase.market.cost_per_seed * 100 * parley::pow(std::max(1.0, ties[k]) / mean, 1.2) + 0.5);
    return purse;
}

std::vector<double> whom_to_seed(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const Seeded nobody = seeded(start, SeedWho::anyone, 0), hubs = seeded(start, SeedWho::hubs, purse_for_a_hundredth(start, true)),
                 fringe = seeded(start, SeedWho::fringe, purse_for_a_hundredth(start, false)),
                 anyone = seeded(start, SeedWho::anyone, start.size() / 100.0 * start.phase.market.cost_per_seed * 100);
    const auto per_hearer = [&](const Seeded& seeds) { return seeds.passed_on / (seeds.heard - nobody.heard); };
    return {hubs.passed_on, per_hearer(hubs), hubs.spoke / fringe.spoke, fringe.passed_on, per_hearer(anyone)};
}

std::vector<double> influence_beforehand(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const TreeLog log = year_of_trees(start);
    const Traits& traits = start.people->traits;
    std::vector<std::vector<double>> features;
    std::vector<double> size;
    for_each_grown(log, [&](const Tree& tree) {
        const std::uint32_t i = log.sayings()[tree.root].customer;
        features.push_back({1, parley::log(1.0 + start.people->network.degree(i)), traits.voice[i] == 1 ? 1.0 : 0.0,
                            traits.voice[i] == 2 ? 1.0 : 0.0, traits.appetite[i], traits.interest[i], start.world.minds.attitude[i]});
        size.push_back(parley::log(tree.size));
    });
    // The same money for each: a hundredth of all, were they of the mean.
    const double purse = start.size() / 100.0 * start.phase.market.cost_per_seed * 100;
    const Seeded nobody = seeded(start, SeedWho::anyone, 0), hubs = seeded(start, SeedWho::hubs, purse),
                 anyone = seeded(start, SeedWho::anyone, purse), fringe = seeded(start, SeedWho::fringe, purse);
    const double by_hubs = hubs.heard - nobody.heard;
    return {size.size() > 20 ? linear_fit(features, size).explained : kNotMeasured, anyone.heard - nobody.heard,
            fringe.heard - nobody.heard, by_hubs};
}

}  // namespace

std::vector<FactSpec> spread_facts() {
    return {
        {"F25", "Who takes part",
         "In most communities nine in ten only read, and one in a hundred writes the most.",
         "Nielsen 2006", "posts, shares and answers of customers in a year of the default town", "",
         {{"share of all that the most active hundredth says", "-", 0.30, 0.70, Basis::Emergent},
          {"share of people who say nothing in 90 days", "-", 0.80, 1, Basis::Emergent}},
         taking_part},
        {"F26", "Cascades are small",
         "On seven platforms 70 to 95 % of those who posted something were followed by nobody, and 1 to 4 % of the trees went further than "
         "one step. What became large was sent to many at once, and large trees were no deeper in form than others.",
         "Goel et al. 2012; Goel et al. 2016",
         "every tree of shares in a year: of customers' posts, and of posts of the brand that followers pass on",
         "",
         {{"share of messages that nobody passes on", "-", 0.70, 0.95, Basis::Fitted},
          {"share of trees that go beyond one step", "-", 0.005, 0.05, Basis::Fitted},
          {"share of all sayings within one step", "-", 0.93, 1, Basis::Emergent},
          {"size and mean distance, correlation over trees of 100 and more", "-", -kNoLimit, 0.3, Basis::Emergent}},
         cascades,
         "With the shares that make cascades as frequent and as deep as was found, a tenth of all sayings lies beyond the first step. "
         "Trees of a hundred messages do not come up, so their form cannot be told."},
        {"F27", "Whom to seed",
         "Seeding the well-connected brought up to eight times the referrals of the worst choice: they took part more often and reached "
         "more, but persuaded each person no better.",
         "Hinz et al. 2011", "one in a hundred paid to speak, of the best or the least connected; four weeks", "",
         {{"messages passed on, hubs / fringe", "-", 3, 8, Basis::Emergent, 3},
          {"passed on per hearer, hubs / anyone", "-", 0.8, 1.25, Basis::Construction, 4},
          {"seeds who speak, hubs / fringe", "-", 1, kNoLimit, Basis::Construction},
          kBelow, kBelow},
         whom_to_seed,
         "What a seed passes on grows in proportion to her ties, and the least connected have very few: here hubs bring far more "
         "than eight times what the fringe does. A limit to how many of their ties people speak to would mend it; not tried."},
        {"F28", "Influence beforehand",
         "Over 74 million cascades what was known of a sender explained little of how far a message went, and where the well-connected cost "
         "more, ordinary people were often the cheaper way.",
         "Bakshy et al. 2011; Watts & Dodds 2007",
         "a year of trees, on ties, habits and liking of who began them; the same money for seeds, a fee that grows with the power 1.2 of "
         "the ties",
         "",
         {{"variance of log size that is explained beforehand", "-", -kNoLimit, 0.4, Basis::Emergent},
          {"messages heard for the same money, anyone / hubs", "-", 1, kNoLimit, Basis::Emergent, 3},
          {"messages heard for the same money, fringe / hubs", "-", 1, kNoLimit, Basis::Emergent, 3},
          kBelow},
         influence_beforehand,
         "People sought as hubs agree to speak twice as often (F27), which outweighs what they cost more."}};
}

}  // namespace parley::evidence
