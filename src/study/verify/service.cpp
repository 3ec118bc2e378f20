// Service: V18 queues.
//
// A kernel, no rule of the engine: the engine's desk serves today or drops, because a first-in-first-out queue without giving up
// makes a slightly small desk worthless.  People arrive at rate a, c servers work at rate m each, first come first served.
// Math    M/M/1: mean time in the system 1 / (m - a);  M/M/c: C / (c m - a) + 1 / m with Erlang's C;  a > c m: the backlog grows
// by
//         a - c m.  Waiting by Lindley's recursion, with c servers by Kiefer & Wolfowitz's.
// Source  Erlang 1917; Kleinrock 1975.
// Cost    O(people x servers); about a second.
#include <algorithm>

#include "model/detmath.h"
#include "study/verify/bench.h"

namespace parley::verify {
namespace {

double exponential(const Stream& luck, std::uint64_t i, std::uint64_t slot, double rate) {
    return -parley::log(luck.uniform(i, slot)) / rate;
}

struct Queue {
    double mean_time = 0;  // in the system, of those who came after the first tenth
    double backlog = 0;    // people there when the last arrives
    double length = 0;     // of the run
};

Queue run_queue(double arrivals, double service, int servers, int people) {
    const Stream luck(1, 0, Purpose::DeskOrder);
    std::vector<double> free_at(static_cast<std::size_t>(servers), 0.0), left_at(static_cast<std::size_t>(people));
    Queue queue;
    double now = 0;
    for (int i = 0; i < people; ++i) {
        now += exponential(luck, static_cast<std::uint64_t>(i), 0, arrivals);
        const auto next = std::min_element(free_at.begin(), free_at.end());
        const double left = std::max(now, *next) + exponential(luck, static_cast<std::uint64_t>(i), 1, service);
        *next = left_at[static_cast<std::size_t>(i)] = left;
        if (i >= people / 10) queue.mean_time += (left - now) / (people - people / 10);
    }
    queue.backlog = static_cast<double>(std::count_if(left_at.begin(), left_at.end(), [&](double t) { return t > now; }));
    queue.length = now;
    return queue;
}

// Chance that someone has to wait.
double erlang_c(double load, int servers) {
    double blocked = 1;  // Erlang's B, by its recursion
    for (int c = 1; c <= servers; ++c) blocked = load * blocked / (c + load * blocked);
    const double busy = load / servers;
    return blocked / (1 - busy + busy * blocked);
}

}  // namespace

void queues(Bench& bench) {
    const int people = 2000000;
    for (const double load : {0.5, 0.8})
        bench.within("M/M/1: time in the system, load " + grouped_text(load, 1), 1 / (1 - load),
                     run_queue(load, 1, 1, people).mean_time, 0.03);
    for (const int servers : {2, 5}) {
        const double load = 0.8 * servers;
        bench.within("M/M/" + std::to_string(servers) + ": time in the system, load 0.8",
                     erlang_c(load, servers) / (servers - load) + 1, run_queue(load, 1, servers, people).mean_time, 0.03);
    }
    const Queue small = run_queue(1.5, 1, 1, people), desk = run_queue(6, 1, 5, people);
    bench.within("backlog's growth, arrivals 1.5 for a capacity of 1", 0.5, small.backlog / small.length, 0.01);
    bench.within("backlog's growth, arrivals 6 for a capacity of 5", 1, desk.backlog / desk.length, 0.01);
}

}  // namespace parley::verify
