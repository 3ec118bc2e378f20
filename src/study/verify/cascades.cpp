// Cascades: V6 final size, V8 threshold cascades, V9 branching of shares.
//
// V6 and V9 run the engine's word of mouth: one person starts a message, every tie sees it (peer_reach 1), all have the same
// voice, nothing is negative, and share_pause 365 lets each pass it on once.  share_branching counts a tie back to whom the
// message came from, who will not pass it on again; it is raised by d / (d - 1), d = <k^2> / <k>, so that R is what spreads.
// In a random network the onward ties are Poisson, so a message is a Galton-Watson process at first, and where it becomes large
// it reaches the share z = 1 - exp(-R z) (bond percolation).
// Beyond its range: share_branching goes to 0.9 in a scenario; V6 sets the field itself to 1.2 and more.
// Only the process word_of_mouth runs, day by day with its in- and outbox; one figure shows that whole days give the same tree.
// V8 is no rule of the engine: a kernel on its random networks.
// Source  Kermack & McKendrick 1927; Newman 2002 (percolation); Borel 1942; Watts 2002; Watts & Dodds 2007; Goel et al. 2012.
// Cost    V6 and V8 about 7 s each, V9 below a second.
#include <algorithm>

#include "model/detmath.h"
#include "model/process/process.h"
#include "study/stats.h"
#include "study/verify/bench.h"

namespace parley::verify {
namespace {

Life begin_talk(const Bench& bench, double customers, Ties ties, double passed_on) {
    Town town = quiet_town(customers);
    Market& m = town.market;
    m.ties = static_cast<double>(ties);
    m.mean_ties = 30;
    m.peer_reach = m.post_lurker = m.post_occasional = m.post_regular = 1;
    m.share_pause = 365;
    m.peer_influence = m.negative_arousal = m.learn_from_peer = 0;
    m.share_branching = passed_on;
    town.brand.awareness = 0;  // nobody buys, so nobody has another story to tell
    return bench.begin(town, [](Population& people, Market& market) {
        double sum = 0, squares = 0;
        for (std::uint32_t i = 0; i < people.size; ++i) {
            const double k = people.network.degree(i);
            sum += k;
            squares += k * k;
        }
        market.share_branching *= squares / (squares - sum);
    });
}

// One message: who passed it on, by distance from the start.
struct Tree {
    double size = 1, near = 1;  // people; those at most one step from the start
    int depth = 0;
};

// trial gives the same people fresh luck; whole_days steps the engine instead of its word of mouth alone.
Tree follow_message(Life& life, std::uint64_t trial, double stop_at, bool whole_days = false) {
    World& w = life.world;
    life.people->pair = trial;
    const auto start = static_cast<std::uint32_t>(Stream(life.people->seed, trial, Purpose::Seeding).bits(0) % life.size());
    w.day = 0;
    w.minds.last_share.assign(life.size(), kLongAgo);
    w.minds.last_share[start] = 0;
    w.outbox.assign(1, {start, Message::Share, 0, 1.0f, 0.0f});
    Tree tree;
    while (tree.size < stop_at) {
        if (whole_days) {
            step(life.model, w);
        } else {
            ++w.day;
            w.inbox.swap(w.outbox);
            w.outbox.clear();
            process::word_of_mouth(life.model, w);
        }
        const auto more = static_cast<double>(w.outbox.size());
        if (more == 0) break;
        tree.size += more;
        if (++tree.depth == 1) tree.near += more;
    }
    return tree;
}

// z = 1 - exp(-r z), the solution above 0 where there is one.
double share_reached(double r) {
    double z = 1;
    for (int i = 0; i < 2000; ++i) z = 1 - parley::exp(-r * z);
    return r > 1 ? z : 0;
}

// Mean share reached by messages that reached many.
double outbreak_size(Life& life, int outbreaks) {
    double sum = 0;
    int n = 0;
    for (std::uint64_t trial = 0; n < outbreaks && trial < 100u * static_cast<unsigned>(outbreaks); ++trial) {
        const double share = follow_message(life, trial, 1e18).size / life.size();
        if (share > 0.05) sum += share, ++n;
    }
    return n > 0 ? sum / n : 0;
}

constexpr double kThreshold = 0.18;

// --- V8: the kernel ----------------------------------------------------------------------------------------------

// People adopt once a share phi of their ties has; returns how many, from one start.  Cost O(ties of adopters).
class ThresholdRule {
public:
    ThresholdRule(const Network& network, double phi) : network_(network), phi_(phi), adopting_(network.size(), 0) {}

    std::uint32_t spread(std::uint32_t start) {
        std::vector<std::uint32_t>& adopters = adopters_;
        adopters.assign(1, start);
        touched_.assign(1, start);
        adopting_[start] = kAdopted;
        for (std::size_t next = 0; next < adopters.size(); ++next)
            for (std::uint32_t k = 0; k < network_.degree(adopters[next]); ++k) {
                const std::uint32_t j = network_.tie(adopters[next], k);
                if (adopting_[j] == kAdopted) continue;
                if (adopting_[j]++ == 0) touched_.push_back(j);
                if (adopting_[j] < phi_ * network_.degree(j)) continue;
                adopting_[j] = kAdopted;
                adopters.push_back(j);
            }
        for (const std::uint32_t i : touched_) adopting_[i] = 0;
        return static_cast<std::uint32_t>(adopters.size());
    }

private:
    static constexpr std::uint32_t kAdopted = 1u << 30;
    const Network& network_;
    double phi_;
    std::vector<std::uint32_t> adopting_, adopters_, touched_;  // [n_customers] ties who have it, or kAdopted
};

Network random_network(double ties, double customers, int pair) {
    Market market;
    market.customers = customers;
    market.mean_ties = ties;
    market.ties = static_cast<double>(Ties::erdos_renyi);
    return make_network(market, 1, static_cast<std::uint64_t>(pair));
}

// Whether any start sets off a global cascade, a tenth of the people or more.
bool global_seen(double ties, double customers, int networks, int starts) {
    for (int pair = 0; pair < networks; ++pair) {
        const Network network = random_network(ties, customers, pair);
        ThresholdRule rule(network, kThreshold);
        const Stream luck(1, static_cast<std::uint64_t>(pair), Purpose::Seeding);
        for (int s = 0; s < starts; ++s)
            if (10 * rule.spread(static_cast<std::uint32_t>(luck.bits(static_cast<std::uint64_t>(s)) % network.size())) >=
                network.size())
                return true;
    }
    return false;
}

// Most ties, in steps of a tenth, at which a global cascade is seen.
double upper_edge(double customers, int networks, int starts) {
    for (int tenths = 67; tenths > 50; --tenths)
        if (global_seen(tenths / 10.0, customers, networks, starts)) return tenths / 10.0;
    return 0;
}

// Adopters of a start among the tenth with most ties / of any start; and that tenth's ties / mean ties.
struct Hubs {
    double cascade = 0, ties = 0;
};

Hubs hub_multiple(double ties, double customers, int networks, int starts) {
    double anyone = 0, hubs = 0;
    Hubs result;
    for (int pair = 0; pair < networks; ++pair) {
        const Network network = random_network(ties, customers, pair);
        ThresholdRule rule(network, kThreshold);
        std::vector<std::uint32_t> by_ties(network.size());
        for (std::uint32_t i = 0; i < network.size(); ++i) by_ties[i] = i;
        std::stable_sort(by_ties.begin(), by_ties.end(), [&](auto a, auto b) { return network.degree(a) > network.degree(b); });
        const std::uint32_t tenth = network.size() / 10;
        for (std::uint32_t i = 0; i < tenth; ++i) result.ties += network.degree(by_ties[i]) / ties / tenth / networks;
        const Stream luck(1, static_cast<std::uint64_t>(pair), Purpose::Seeding);
        for (int s = 0; s < starts; ++s) {
            anyone += rule.spread(static_cast<std::uint32_t>(luck.bits(static_cast<std::uint64_t>(s)) % network.size()));
            hubs += rule.spread(by_ties[luck.bits(static_cast<std::uint64_t>(s), 1) % tenth]);
        }
    }
    result.cascade = hubs / anyone;
    return result;
}

}  // namespace

void final_size(Bench& bench) {
    for (const double r : {1.2, 1.5, 2.0, 3.0}) {
        Life life = begin_talk(bench, 20000, Ties::erdos_renyi, r);
        bench.near("share reached if many are, random ties, R = " + grouped_text(r, 1), share_reached(r), outbreak_size(life, 60),
                   0.01);
    }
    Life all = begin_talk(bench, 5000, Ties::complete, 2);
    bench.near("share reached if many are, everyone tied, R = 2.0", share_reached(2), outbreak_size(all, 10), 0.01);

    for (const double r : {1.5, 2.0}) {
        Life life = begin_talk(bench, 20000, Ties::erdos_renyi, r);
        int outbreaks = 0;
        const int trials = 20000;
        for (int trial = 0; trial < trials; ++trial)
            outbreaks += follow_message(life, static_cast<std::uint64_t>(trial), 300).size >= 300;
        bench.near("chance that one person sets it off, R = " + grouped_text(r, 1), share_reached(r),
                   outbreaks / static_cast<double>(trials), 0.01);
    }
    Life dying = begin_talk(bench, 20000, Ties::erdos_renyi, 0.8);
    double largest = 0;
    for (std::uint64_t trial = 0; trial < 100; ++trial) largest = std::max(largest, follow_message(dying, trial, 1e18).size);
    bench.near("largest share reached of 100 messages, R = 0.8", 0, largest / dying.size(), 0.01);

    Life whole = begin_talk(bench, 20000, Ties::erdos_renyi, 1.5), alone = begin_talk(bench, 20000, Ties::erdos_renyi, 1.5);
    for (std::uint64_t trial = 0; trial < 100; ++trial) {
        const double size = follow_message(alone, trial, 1e18).size;
        if (size < 1000) continue;
        bench.equal("people of one message, in whole days and by word of mouth alone", size,
                    follow_message(whole, trial, 1e18, true).size);
        break;
    }
}

void branching(Bench& bench) {
    const int trees = 40000;
    for (const double m : {0.05, 0.1, 0.2, 0.3}) {
        Life life = begin_talk(bench, 20000, Ties::erdos_renyi, m);
        double size = 0, size_squared = 0, near = 0, one = 0, two = 0, three = 0, deep = 0;
        for (int trial = 0; trial < trees; ++trial) {
            const Tree tree = follow_message(life, static_cast<std::uint64_t>(trial), 1e18);
            size += tree.size, size_squared += tree.size * tree.size, near += tree.near;
            one += tree.size == 1, two += tree.size == 2, three += tree.size == 3, deep += tree.depth > 1;
        }
        const double n = trees, e = parley::exp(-m);
        const std::string at = ", m = " + grouped_text(m, 2);
        bench.share_of("trees of one person" + at, e, one / n, n);
        bench.share_of("trees of two people" + at, m * e * e, two / n, n);
        bench.share_of("trees of three people" + at, 1.5 * m * m * e * e * e, three / n, n);
        bench.share_of("trees deeper than one step" + at, 1 - parley::exp(m * (e - 1)), deep / n, n);
        bench.near("people per tree" + at, 1 / (1 - m), size / n, 3 * std::sqrt(m / ((1 - m) * (1 - m) * (1 - m)) / n));
        // Beyond one step lies a share m^2; the variance of what lies there bounds that of the ratio.
        const double spread = std::sqrt(size_squared / n - size / n * (size / n));
        bench.near("share within one step" + at, 1 - m * m, near / size, 3 * m * spread / (size / n) / std::sqrt(n));
    }
}

void thresholds(Bench& bench) {
    // The upper edge is that of an endless network.  In a small town chance clusters set off cascades beyond it, the farther the
    // smaller it is, as N^(-1/3): seen in one of 4,000 starts up to 6.4 ties among 10,000 people, 6.0 among 100,000, 5.8 among
    // 1,000,000.  So the model paper's tolerance of 0.2 at 10,000 cannot be met by any correct kernel, and the large town decides.
    double lower = 0.7;
    while (lower < 1.4 && !global_seen(lower, 10000, 20, 200)) lower += 0.05;
    bench.near("fewest ties with a global cascade, 10,000 people", 1.02, lower, 0.2);
    bench.near("most ties with a global cascade, 1,000,000 people", 5.76, upper_edge(1e6, 1, 400), 0.2);
    bench.equal("global cascades seen inside, at 2, 3, 4 and 5 ties", 4,
                global_seen(2, 10000, 1, 200) + global_seen(3, 10000, 1, 200) + global_seen(4, 10000, 1, 200) +
                    global_seen(5, 10000, 1, 200));
    // A modest multiple: less than their multiple of ties.
    const Hubs hubs = hub_multiple(3, 10000, 10, 50);
    bench.near("cascade from the tenth with most ties / from anyone, at 3 ties (below their multiple of ties)", 1, hubs.cascade,
               hubs.ties - 1);
}

}  // namespace parley::verify
