// How new durables spread: F1 Bass, F2 networks.
#include <algorithm>

#include "model/detmath.h"
#include "study/evidence/lab.h"
#include "study/least_squares.h"

namespace parley::evidence {
namespace {

Town durable(const Site& site) {
    Town town = town_of(site);
    town.market.category = static_cast<double>(Category::durable);
    town.warmup_days = 0;
    return town;
}

// Share of people who own it, at the end of each of so many spans of days; the first entry is before the first day.
std::vector<double> curve_of(const Town& town, const Site& site, int spans, int days) {
    const Settled start = settle(town, site);
    Life life(start);
    std::vector<double> owners{static_cast<double>(life.world().ownership.owners)};
    for (int k = 0; k < spans; ++k) {
        life.live(days);
        owners.push_back(life.world().ownership.owners);
    }
    for (double& n : owners) n /= start.size();
    return owners;
}

std::vector<double> bass(const Site& site) {
    constexpr int kYears = 10;
    const std::vector<double> owners = curve_of(durable(site), site, kYears, 365);
    std::vector<double> sales;
    for (int year = 1; year <= kYears; ++year) sales.push_back(owners[static_cast<std::size_t>(year)] - owners[static_cast<std::size_t>(year - 1)]);
    // Non-linear least squares on yearly adopters (Srinivasan & Mason 1986): p, q and the size of the market.
    const auto share_by = [](std::span<const double> at, double t) {
        const double e = parley::exp(-(at[0] + at[1]) * t);
        return at[2] * (1 - e) / (1 + at[1] / at[0] * e);
    };
    const auto residuals = [&](std::span<const double> at) {
        std::vector<double> gaps;
        for (int year = 1; year <= kYears; ++year)
            gaps.push_back(sales[static_cast<std::size_t>(year - 1)] - (share_by(at, year) - share_by(at, year - 1)));
        return gaps;
    };
    const Parameter limits[] = {{0.01, 1e-5, 0.5, 1e-6}, {0.3, 1e-3, 3, 1e-5}, {0.9, 0.05, 2, 1e-5}};
    const CurveFit fit = fit_curve(limits, residuals, 200, 1e-12);
    const double centre = mean(sales);
    double all = 0;
    for (const double s : sales) all += (s - centre) * (s - centre);
    return {fit.parameters[0], fit.parameters[1], 1 - fit.sum / all};
}

std::vector<double> networks(const Site& site) {
    const auto on = [&](Ties ties) {
        Town town = durable(site);
        town.market.ties = static_cast<double>(ties);
        town.market.innovation_needs_reach = 0;
        return curve_of(town, site, 60, 91);
    };
    const std::vector<double> slowest = on(Ties::isolated_pairs), fastest = on(Ties::complete);
    // Luck makes curves cross by a hair where both are near nobody or everybody.
    const double hair = 3 * std::sqrt(0.25 / site.customers);
    std::vector<double> rows;
    for (const Ties ties : {Ties::circles, Ties::ring, Ties::erdos_renyi, Ties::watts_strogatz, Ties::barabasi_albert}) {
        const std::vector<double> curve = on(ties);
        double between = 0;
        for (std::size_t k = 1; k < curve.size(); ++k)
            between += curve[k] >= slowest[k] - hair && curve[k] <= fastest[k] + hair;
        rows.push_back(between / static_cast<double>(curve.size() - 1));
    }
    rows.push_back(fastest[28] / slowest[28]);  // after seven years
    return rows;
}

}  // namespace

std::vector<FactSpec> diffusion_facts() {
    return {{"F1", "New durables spread in an S",
             "Over 213 cases the rate of unprompted adoption averages 0.03 a year and often is below 0.01, that of imitation 0.38, mostly "
             "between 0.3 and 0.5; the Bass curve describes them well.",
             "Sultan et al. 1990", "a durable in the default network, made known by the usual advertising; a Bass curve fitted to ten years", "",
             {{"p, unprompted adoption", "1/year", 0.001, 0.03, Basis::Emergent},
              {"q, imitation", "1/year", 0.30, 0.50, Basis::Emergent},
              {"how well the curve fits, R squared", "-", 0.98, 1, Basis::Emergent}},
             bass},
            {"F2", "Networks slow diffusion down, within known bounds",
             "Whoever the ties are, with the same rates a durable spreads no slower than among isolated pairs and no faster than where everyone "
             "knows everyone.",
             "Fibich & Gibori 2010; Fibich & Levin 2023", "the network, everything else the same; 60 quarters", "",
             {{"quarters between the bounds, circles of acquaintances", "-", 0.99, 1, Basis::Emergent},
              {"quarters between the bounds, ring", "-", 0.99, 1, Basis::Emergent},
              {"quarters between the bounds, random ties", "-", 0.99, 1, Basis::Emergent},
              {"quarters between the bounds, small world", "-", 0.99, 1, Basis::Emergent},
              {"quarters between the bounds, preferential ties", "-", 0.99, 1, Basis::Emergent},
              {"owners after seven years, fastest / slowest", "-", 1.05, kNoLimit, Basis::Emergent}},
             networks}};
}

}  // namespace parley::evidence
