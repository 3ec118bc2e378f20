// Networks: V20 the generators against the textbooks.
//
// The engine's networks (market.ties) at 20,000 people.
// Math    Barabasi-Albert: degrees fall with exponent 3, estimated from k >= 30 (Clauset, Shalizi & Newman 2009);
//         Watts-Strogatz: clustering 3 (k - 2) / 4 (k - 1) x (1 - beta)^3;  Erdos-Renyi: clustering k / N, friends' ties k + 1;
//         anywhere: the mean ties of a friend are <k^2> / <k> (Feld 1991).
// Source  Barabasi & Albert 1999; Watts & Strogatz 1998; Barrat & Weigt 2000; Erdos & Renyi 1959.
// Cost    O(ties x mean degree) for triangles; about 3 s.
#include "model/detmath.h"
#include "model/network_report.h"
#include "study/verify/bench.h"

namespace parley::verify {
namespace {

Life begin_network(const Bench& bench, Ties ties, double mean_ties, double outside, std::uint64_t pair = 0) {
    Town town = quiet_town(20000);
    town.market.ties = static_cast<double>(ties);
    town.market.mean_ties = mean_ties;
    town.market.outside_ties = outside;
    town.pair = pair;
    return bench.begin(town);
}

}  // namespace

void network_laws(Bench& bench) {
    // The exponent of the tail, over ten networks.
    double logs = 0, people = 0, least = 30;
    for (std::uint64_t pair = 0; pair < 10; ++pair) {
        const Life life = begin_network(bench, Ties::barabasi_albert, 20, 0, pair);
        for (std::uint32_t i = 0; i < life.size(); ++i)
            if (const double k = life.people->network.degree(i); k >= least) logs += parley::log(k / (least - 0.5)), ++people;
    }
    bench.within("preferential ties: exponent of the degrees", 3, people > 0 ? 1 + people / logs : 0, 0.05);

    const double k = 20, lattice = 3 * (k - 2) / (4 * (k - 1));
    for (const double beta : {0.0, 0.05, 0.1, 0.2}) {
        const Life life = begin_network(bench, beta > 0 ? Ties::watts_strogatz : Ties::ring, k, beta);
        bench.within("small world: clustering, " + grouped_text(100 * beta, 0) + " % of ties moved",
                     lattice * (1 - beta) * (1 - beta) * (1 - beta), report_network(*life.people).clustering, 0.05);
    }
    const Life random = begin_network(bench, Ties::erdos_renyi, 50, 0);
    const NetworkReport report = report_network(*random.people);
    bench.within("random ties: clustering, 50 ties", 50.0 / 20000, report.clustering, 0.05);
    bench.within("random ties: ties of a friend, 50 ties", 51, report.friends_ties, 0.05);

    for (const Ties ties : {Ties::circles, Ties::barabasi_albert, Ties::configuration}) {
        const Life life = begin_network(bench, ties, 20, 0.15);
        const Network& network = life.people->network;
        double sum = 0, squares = 0, of_friends = 0;
        for (std::uint32_t i = 0; i < network.size(); ++i) {
            const double own = network.degree(i);
            sum += own;
            squares += own * own;
        }
        // A friend is who stands at the end of a tie drawn by lot.
        const Stream luck(1, 0, Purpose::Seeding);
        const int asked = 200000;
        for (int n = 0; n < asked; ++n)
            of_friends += network.degree(network.ties[luck.bits(static_cast<std::uint64_t>(n)) % network.ties.size()]);
        const char* name = ties == Ties::circles         ? "circles"
                           : ties == Ties::configuration ? "configuration"
                                                         : "preferential ties";
        bench.within(std::string(name) + ": ties of a friend asked by lot, <k^2>/<k>", squares / sum, of_friends / asked, 0.05);
    }
}

}  // namespace parley::verify
