// Diffusion of a durable: V1 Bass, V4 imitation alone, V5 innovation alone.
//
// The engine in durable mode (market.category durable): nobody needs to be reached, asks anything or gives up, so that the
// process "adoption" is all that happens.  A day is the step; people decide by the owners of yesterday, which delays the exact
// curve by half a day.  V1 and V4 run only the processes that matter here (occasions, adoption, purchase), three times as fast
// as whole days; one figure shows that whole days give the same owners.
// Source  Bass 1969; Fibich & Gibori 2010 (innovation alone does not see the network).
// Cost    V1 takes 20 worlds of 20,000 customers and 15 years, about 10 s.
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"
#include "study/verify/bench.h"

namespace parley::verify {
namespace {

constexpr double kCustomers = 20000;
constexpr int kWorlds = 20;

Town durable(double innovation, double imitation, Ties ties) {
    Town town = quiet_town(kCustomers);
    town.market.category = static_cast<double>(Category::durable);
    town.market.ties = static_cast<double>(ties);
    town.market.innovation = innovation;
    town.market.imitation = imitation;
    town.market.innovation_needs_reach = 0;
    return town;
}

double share_of_owners(const Life& life) { return life.world.ownership.owners / static_cast<double>(life.size()); }

void live_adoption(Life& life) {
    ++life.world.day;
    life.world.record = {};
    process::occasions(life.model, life.world);
    process::adoption(life.model, life.world);
    process::purchase(life.model, life.world);
}

// Mean share of owners over worlds at the end of each day, from day 0.
std::vector<double> mean_curve(const Bench& bench, Town town, int worlds, int days, std::uint32_t first_owners) {
    std::vector<double> curve(static_cast<std::size_t>(days) + 1, 0.0);
    for (int world = 0; world < worlds; ++world) {
        town.pair = static_cast<std::uint64_t>(world);
        Life life = bench.begin(town);
        for (std::uint32_t i = 0; i < first_owners; ++i) process::begin_owning(life.model, life.world, i);
        for (std::size_t day = 0; day < curve.size(); ++day) {
            if (day > 0) live_adoption(life);
            curve[day] += share_of_owners(life) / worlds;
        }
    }
    return curve;
}

double at(const std::vector<double>& curve, double years) { return curve[static_cast<std::size_t>(years * 365 + 0.5)]; }

double worst_gap(const std::vector<double>& curve, const std::function<double(double years)>& exact) {
    double worst = 0;
    for (std::size_t day = 0; day < curve.size(); ++day)
        worst = std::max(worst, std::fabs(curve[day] - exact(static_cast<double>(day) / 365)));
    return worst;
}

}  // namespace

void bass(Bench& bench) {
    const double p = 0.03, q = 0.38;
    const auto exact = [&](double t) {
        const double e = parley::exp(-(p + q) * t);
        return (1 - e) / (1 + q / p * e);
    };
    const std::vector<double> curve = mean_curve(bench, durable(p, q, Ties::complete), kWorlds, 15 * 365, 0);
    const double peak = parley::log(q / p) / (p + q);
    bench.near("largest gap over 15 years, mean of 20 worlds", 0, worst_gap(curve, exact), 0.005);
    for (const double t : {2.0, 5.0, 10.0, 15.0})
        bench.near("owners after " + count_text(static_cast<int>(t), "year"), exact(t), at(curve, t), 0.005);
    bench.near("owners at the peak of sales, ln(q/p)/(p+q) = 6.19 years", (q - p) / (2 * q), at(curve, peak), 0.005);

    Life whole = bench.begin(durable(p, q, Ties::complete));
    whole.live(5 * 365);
    bench.equal("owners of the first world after 5 years, in whole days",
                at(mean_curve(bench, durable(p, q, Ties::complete), 1, 5 * 365, 0), 5), share_of_owners(whole));
}

void imitation_only(Bench& bench) {
    // A quick imitation, to be done in four years; 2,000 first owners, as fewer let chance shift the curve.
    const double q = 1, first = 0.1;
    const auto exact = [&](double t) { return 1 / (1 + (1 - first) / first * parley::exp(-q * t)); };
    const auto owners = static_cast<std::uint32_t>(first * kCustomers);
    const std::vector<double> curve = mean_curve(bench, durable(0, q, Ties::complete), kWorlds, 4 * 365 + 180, owners);
    bench.near("largest gap over 4.5 years, mean of 20 worlds", 0, worst_gap(curve, exact), 0.005);
    for (const double t : {1.0, 2.0, 4.0})
        bench.near("owners after " + count_text(static_cast<int>(t), "year"), exact(t), at(curve, t), 0.005);
    const double doubling = 0.6931471805599453 / q;  // of the odds; of owners while they are few
    bench.near("owners after ln 2 / q: their odds have doubled", 2 * first / (1 + first), at(curve, doubling), 0.005);
}

void innovation_only(Bench& bench) {
    const double p = 0.2;
    const struct {
        Ties ties;
        const char* name;
    } networks[] = {{Ties::complete, "everyone tied to everyone"},
                    {Ties::circles, "circles"},
                    {Ties::ring, "ring"},
                    {Ties::isolated_pairs, "isolated pairs"},
                    {Ties::erdos_renyi, "random ties"},
                    {Ties::barabasi_albert, "preferential ties"}};
    for (const auto& network : networks) {
        Life life = bench.begin(durable(p, 0, network.ties));
        life.live(3 * 365);
        bench.share_of(std::string("owners after 3 years, ") + network.name, 1 - parley::exp(-3 * p), share_of_owners(life),
                       kCustomers);
    }
}

}  // namespace parley::verify
