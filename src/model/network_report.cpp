#include "model/network_report.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "model/rng.h"

namespace parley {
namespace {

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

// Number of triangles of each person.  Ties point from fewer ties to more (then by number), so every triangle is found once and
// hubs are not walked through.
std::vector<std::uint32_t> triangles(const Network& net) {
    const std::uint32_t n = net.size();
    std::vector<std::uint32_t> first(n + 1, 0), up, mark(n, n), found(n, 0);
    up.reserve(net.ties.size() / 2);
    for (std::uint32_t i = 0; i < n; ++i) {
        for (std::uint32_t k = 0; k < net.degree(i); ++k) {
            const std::uint32_t j = net.tie(i, k), mine = net.degree(i), theirs = net.degree(j);
            if (theirs > mine || (theirs == mine && j > i)) up.push_back(j);
        }
        first[i + 1] = static_cast<std::uint32_t>(up.size());
    }
    for (std::uint32_t i = 0; i < n; ++i) {
        for (std::uint32_t s = first[i]; s < first[i + 1]; ++s) mark[up[s]] = i;
        for (std::uint32_t s = first[i]; s < first[i + 1]; ++s)
            for (std::uint32_t t = first[up[s]]; t < first[up[s] + 1]; ++t)
                if (mark[up[t]] == i) ++found[i], ++found[up[s]], ++found[up[t]];
    }
    return found;
}

double mean_clustering(const Network& net) {
    const std::vector<std::uint32_t> closed = triangles(net);
    double sum = 0, counted = 0;
    for (std::uint32_t i = 0; i < net.size(); ++i) {
        const double k = net.degree(i);
        if (k < 2) continue;
        sum += closed[i] / (k * (k - 1) / 2);
        ++counted;
    }
    return ratio(sum, counted);
}

// Breadth first from 32 customers at once: one bit of a word for each search.
double mean_distance(const Network& net, const Stream& sample) {
    const std::uint32_t n = net.size();
    std::vector<std::uint32_t> seen(n, 0), here(n, 0), next(n, 0), front, coming;
    for (std::uint32_t s = 0; s < 32; ++s) {
        const auto i = static_cast<std::uint32_t>(sample.bits(s) % n);
        if (!here[i]) front.push_back(i);
        here[i] |= 1u << s;
        seen[i] |= 1u << s;
    }
    double steps = 0, reached = 0;
    for (double distance = 1; !front.empty(); ++distance) {
        coming.clear();
        for (std::uint32_t i : front)
            for (std::uint32_t k = 0; k < net.degree(i); ++k) {
                const std::uint32_t j = net.tie(i, k), fresh = here[i] & ~seen[j];
                if (!fresh) continue;
                if (!next[j]) coming.push_back(j);
                next[j] |= fresh;
            }
        for (std::uint32_t i : front) here[i] = 0;
        for (std::uint32_t j : coming) {
            seen[j] |= next[j];
            reached += std::popcount(next[j]);
            steps += distance * std::popcount(next[j]);
        }
        here.swap(next);
        front.swap(coming);
    }
    return ratio(steps, reached);
}

double largest_component(const Network& net) {
    const std::uint32_t n = net.size();
    std::vector<std::uint8_t> seen(n, 0);
    std::vector<std::uint32_t> members;
    std::size_t largest = 0;
    for (std::uint32_t start = 0; start < n; ++start) {
        if (seen[start]) continue;
        members.assign(1, start);
        seen[start] = 1;
        for (std::size_t m = 0; m < members.size(); ++m) {
            const std::uint32_t i = members[m];
            for (std::uint32_t k = 0; k < net.degree(i); ++k) {
                const std::uint32_t j = net.tie(i, k);
                if (!seen[j]) members.push_back(j);
                seen[j] = 1;
            }
        }
        largest = std::max(largest, members.size());
    }
    return ratio(static_cast<double>(largest), n);
}

double correlation_of_degrees(const Network& net) {
    double ends = 0, k = 0, squares = 0, products = 0;  // sums over ends of ties
    for (std::uint32_t i = 0; i < net.size(); ++i) {
        const double mine = net.degree(i);
        ends += mine;
        k += mine * mine;
        squares += mine * mine * mine;
        for (std::uint32_t t = 0; t < net.degree(i); ++t) products += mine * net.degree(net.tie(i, t));
    }
    const double mean = ratio(k, ends), variance = ratio(squares, ends) - mean * mean;
    return variance > 1e-9 * mean * mean ? (ratio(products, ends) - mean * mean) / variance : 0;
}

double likeness(const Network& net, std::vector<float> interest) {
    double apart = 0;
    for (std::uint32_t i = 0; i < net.size(); ++i)
        for (std::uint32_t k = 0; k < net.degree(i); ++k)
            apart += std::fabs(static_cast<double>(interest[i]) - static_cast<double>(interest[net.tie(i, k)]));
    // Over all pairs: in order of interest, the r-th of n stands above r others and below n - 1 - r.
    std::sort(interest.begin(), interest.end());
    const double n = net.size(), ends = static_cast<double>(net.ties.size());
    double all = 0;
    for (std::size_t r = 0; r < interest.size(); ++r)
        all += static_cast<double>(interest[r]) * (2 * static_cast<double>(r) - (n - 1));
    const double mean_of_ties = ratio(apart, ends), mean_of_pairs = all / (n * (n - 1) / 2);
    return ends > 0 && mean_of_pairs > 1e-9 ? 1 - mean_of_ties / mean_of_pairs : 0;
}

}  // namespace

NetworkReport report_network(const Population& people) {
    const Network& net = people.network;
    const std::uint32_t n = net.size();
    NetworkReport report;
    if (n < 2) return report;
    if (net.complete) {
        report.mean_ties = report.median_ties = report.max_ties = report.friends_ties = n - 1;
        report.clustering = n > 2 ? 1 : 0;
        report.distance = report.largest_share = 1;
        return report;
    }
    std::vector<std::uint32_t> degrees(n);
    double sum = 0, squares = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        const double k = degrees[i] = net.degree(i);
        sum += k;
        squares += k * k;
    }
    std::sort(degrees.begin(), degrees.end());
    report.mean_ties = sum / n;
    report.median_ties = (degrees[(n - 1) / 2] + degrees[n / 2]) / 2.0;
    report.max_ties = degrees[n - 1];
    report.ties_cv = ratio(std::sqrt(std::max(0.0, squares / n - report.mean_ties * report.mean_ties)), report.mean_ties);
    report.clustering = mean_clustering(net);
    report.friends_ties = ratio(squares, sum);
    // The sample of the searches is the town's own; day 1 keeps it apart from the draws that wired it.
    report.distance = mean_distance(net, Stream(people.seed, people.pair, Purpose::Wiring, 1));
    report.largest_share = largest_component(net);
    report.assortativity = correlation_of_degrees(net);
    report.taste_homophily = likeness(net, people.traits.interest);
    return report;
}

std::vector<NetworkRow> network_rows(const NetworkReport& r) {
    const std::optional<double> none;
    return {
        {"mean_ties", "Ties per person", r.mean_ties, none, none, "A; active ties, a tenth of Ugander et al. 2011"},
        {"median_ties", "Ties of the median person", r.median_ties, none, none, "A; half the mean in Ugander et al. 2011"},
        {"max_ties", "Most ties", r.max_ties, none, none, "A"},
        {"ties_cv", "Spread of ties", r.ties_cv, 0.8, none, "Ugander et al. 2011"},
        {"clustering", "Clustering", r.clustering, 0.10, 0.20, "Ugander et al. 2011 (0.14)"},
        {"friends_ties", "Ties of a friend", r.friends_ties, none, none, "Feld 1991"},
        {"distance", "Mean distance", r.distance, none, 5, "Ugander et al. 2011 (4.7)"},
        {"largest_share", "Connected share", r.largest_share, 0.999, none, "Ugander et al. 2011 (0.9991)"},
        {"assortativity", "Assortativity", r.assortativity, 0.1, 0.3, "Ugander et al. 2011"},
        {"taste_homophily", "Likeness of ties", r.taste_homophily, none, none, "A; Aral et al. 2009 (direction)"},
    };
}

}  // namespace parley
