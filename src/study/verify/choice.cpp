// Choice: V13 elasticity of a logit over a Dirichlet, V14 the NBD-Dirichlet.
//
// The engine's occasions and purchases.  V13 gives everyone the same adstock x, the only weight there is, and takes it up and
// down by 15 % under the same luck.  V14 has no weight at all.  A year of 10 category purchases is lived in 10 days of a town
// with 365 a year: what counts for a Poisson process is the product.  The engine has one brand against all rivals; a pair of
// brands is two worlds with the same occasions, the second choosing among those the first left (leaning ln(G_j / G_rest), as a
// Dirichlet splits). Few buy a small brand and nothing else: those are counted by their chance given the occasions that came
// (Choice), which takes half as many people as counting heads; penetration and purchases per buyer are counted from purchases,
// in every second town. Only the processes that matter run: occasions and purchase.
// Source  Ehrenberg, Uncles & Goodhardt 2004; Goodhardt, Ehrenberg & Chatfield 1984 (formulas).
// Cost    V14 about 20 s: one person in 250 to within 1 % takes many people.
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"
#include "study/verify/bench.h"

namespace parley::verify {
namespace {

constexpr double kStrength = 1.2, kYear = 10;  // Dirichlet S; category purchases a year
constexpr int kDays = 10;                      // in which they are lived

// --- V13 ---------------------------------------------------------------------------------------------------------

struct Demand {
    double strength, share, beta, x;
    int days;
};

double purchases_at(const Bench& bench, const Demand& d, double x) {
    Town town = quiet_town(20000);
    Market& m = town.market;
    m.purchases_per_year = 400;
    m.purchase_shape = 20;
    m.preference_strength = d.strength;
    m.weight_adstock = d.beta;
    town.brand.share = d.share;
    Life life = bench.begin(town);
    std::vector<float>& adstock = life.world.minds.adstock;
    adstock.assign(adstock.size(), static_cast<float>(d.x));
    set_references(life.model, life.world);  // share is the share at x
    double purchases = 0;
    for (int day = 0; day < d.days; ++day) {
        adstock.assign(adstock.size(), static_cast<float>(x));
        life.live(1);
        purchases += static_cast<double>(life.world.record[Observable::purchases]);
    }
    return purchases;
}

// --- V14: exact values ------------------------------------------------------------------------------------------

// NBD of the category with mean kYear and shape 1: chance of n purchases.
std::vector<double> category_law() {
    std::vector<double> law;
    double chance = 1 / (1 + kYear);
    for (int n = 0; n < 600; ++n, chance *= kYear / (1 + kYear)) law.push_back(chance);
    return law;
}

// Chance that none of n purchases goes to brands of this total share, over the category law.
double none_of(double share) {
    double sum = 0, none = 1;
    int n = 0;
    for (const double chance : category_law()) {
        sum += chance * none;
        none *= (kStrength * (1 - share) + n) / (kStrength + n);
        ++n;
    }
    return sum;
}

// Chance that there are purchases and all go to a brand of this share.
double only(double share) { return none_of(1 - share) - category_law()[0]; }

// --- V14: the engine ---------------------------------------------------------------------------------------------

Town stable_market(double share, std::uint64_t pair) {
    Town town = quiet_town(20000);
    town.market.purchases_per_year = kYear * 365 / kDays;
    town.market.purchase_shape = 1;
    town.market.preference_strength = kStrength;
    town.brand.share = share;
    town.pair = pair;
    return town;
}

void next_day(Life& life) {
    ++life.world.day;
    life.world.record = {};
    process::occasions(life.model, life.world);
}

struct Buying {
    double people = 0, category = 0, sole = 0;      // sole: expected
    double counted = 0, buyers = 0, purchases = 0;  // of the towns where purchases are counted
};

void live_year(const Bench& bench, double share, std::uint64_t pair, Buying& sum) {
    const bool counts = pair % 2 == 0;
    Life life = bench.begin(stable_market(share, pair));
    const process::Choice choice(life.model, life.world);
    std::vector<int> occasions(life.size(), 0);
    for (int day = 0; day < kDays; ++day) {
        next_day(life);
        if (counts) process::purchase(life.model, life.world);
        for (const Occasion& occasion : life.world.today.occasions) ++occasions[occasion.customer];
        sum.purchases += static_cast<double>(life.world.record[Observable::purchases]);
        sum.buyers += static_cast<double>(life.world.record[Observable::buyers]);
    }
    sum.people += life.size();
    sum.counted += counts ? life.size() : 0;
    for (std::uint32_t i = 0; i < life.size(); ++i) {
        if (occasions[i] == 0) continue;
        ++sum.category;
        const double chance = choice.chance(i, 0, 0);
        double all = chance;
        for (int n = 1; n < occasions[i] && all > 1e-12; ++n) all *= chance;
        sum.sole += all;
    }
}

// Two brands at once: shares of people who bought the first, the second, both.
struct Pair {
    double people = 0, first = 0, second = 0, both = 0;
};

void live_year_of_two(const Bench& bench, double share_i, double share_j, std::uint64_t pair, Pair& sum) {
    const auto lean = [&](bool first) {
        return [=](Population& people, Market&) {
            const Stream luck(1, pair, Purpose::Preferences, 1);  // one Dirichlet of three for both worlds
            for (std::uint32_t i = 0; i < people.size; ++i) {
                const double g_i = log_gamma_draw(luck, i, 0, kStrength * share_i),
                             g_j = log_gamma_draw(luck, i, 64, kStrength * share_j);
                const double rest = log_gamma_draw(luck, i, 128, kStrength * (1 - share_i - share_j));
                const double top = std::max(g_j, rest);
                const double others = first ? top + parley::log(parley::exp(g_j - top) + parley::exp(rest - top)) : rest;
                people.traits.leaning[i] = static_cast<float>(std::clamp((first ? g_i : g_j) - others, -30.0, 30.0));
            }
            if (!first) people.pair = pair + 1000000;  // luck of its own for the second choice
        };
    };
    Life one = bench.begin(stable_market(share_i, pair), lean(true)),
         two = bench.begin(stable_market(share_j, pair), lean(false));
    std::vector<std::uint8_t> bought_i(one.size(), 0), bought_j(one.size(), 0);
    for (int day = 0; day < kDays; ++day) {
        next_day(one);
        process::purchase(one.model, one.world);
        const Today& today = one.world.today;
        std::vector<std::uint8_t> taken(today.occasions.size(), 0);
        for (const std::uint32_t o : today.choosers) taken[o] = 1, bought_i[today.occasions[o].customer] = 1;
        // The second world buys on the occasions that are left.
        ++two.world.day;
        two.world.record = {};
        two.world.today.occasions.clear();
        for (std::size_t o = 0; o < taken.size(); ++o)
            if (!taken[o]) two.world.today.occasions.push_back(today.occasions[o]);
        process::purchase(two.model, two.world);
        for (const std::uint32_t o : two.world.today.choosers) bought_j[two.world.today.occasions[o].customer] = 1;
    }
    for (std::size_t i = 0; i < bought_i.size(); ++i) {
        ++sum.people;
        sum.first += bought_i[i];
        sum.second += bought_j[i];
        sum.both += bought_i[i] && bought_j[i];
    }
}

}  // namespace

void elasticity(Bench& bench) {
    const Demand cases[] = {{1.2, 0.15, 0.95, 2, 60},
                            {1.2, 0.3, 0.95, 0.5, 60},
                            {1.2, 0.15, 2, 1, 60},
                            {50, 0.15, 0.95, 1, 40},
                            {0.1, 0.3, 2, 2, 250}};
    for (const Demand& d : cases) {
        const double up = purchases_at(bench, d, d.x * 1.15), down = purchases_at(bench, d, d.x / 1.15);
        bench.within("S = " + grouped_text(d.strength, 1) + ", s = " + grouped_text(d.share, 2) +
                         ", beta = " + grouped_text(d.beta, 2) + ", x = " + grouped_text(d.x, 1),
                     d.beta * d.x / (1 + d.x) * d.strength * (1 - d.share) / (d.strength + 1),
                     parley::log(up / down) / (2 * parley::log(1.15)), 0.03);
    }
}

void nbd_dirichlet(Bench& bench) {
    // The smaller the brand the more people it takes to count its buyers.
    const struct {
        double share;
        int towns;
    } brands[] = {{0.3, 30}, {0.2, 40}, {0.1, 80}, {0.05, 160}, {0.02, 400}};
    for (const auto& brand : brands) {
        Buying sum;
        for (int town = 0; town < brand.towns; ++town) live_year(bench, brand.share, static_cast<std::uint64_t>(town), sum);
        const double penetration = 1 - none_of(brand.share);
        const std::string of = ", share " + grouped_text(brand.share, 2);
        if (brand.share == 0.3) bench.within("category penetration", 1 - 1 / (1 + kYear), sum.category / sum.people, 0.01);
        bench.within("penetration" + of, penetration, sum.buyers / sum.counted, 0.01);
        bench.within("purchases per buyer" + of, kYear * brand.share / penetration, sum.purchases / sum.buyers, 0.01);
        bench.within("buyers who buy nothing else" + of, only(brand.share) / penetration, sum.sole / sum.people / penetration,
                     0.01);
    }
    const std::pair<double, double> pairs[] = {{0.3, 0.2}, {0.2, 0.1}, {0.1, 0.05}};
    for (const auto& [i, j] : pairs) {
        Pair sum;
        for (std::uint64_t town = 0; town < 12; ++town) live_year_of_two(bench, i, j, town, sum);
        const double b_i = 1 - none_of(i), b_j = 1 - none_of(j), both = b_i + b_j - (1 - none_of(i + j));
        bench.within("duplication b_ij / (b_i b_j), shares " + grouped_text(i, 2) + " and " + grouped_text(j, 2),
                     both / (b_i * b_j), sum.both * sum.people / (sum.first * sum.second), 0.02);
    }
}

}  // namespace parley::verify
