#include "study/bench_memory.h"

namespace parley {

static double bytes_of_vectors(const auto&... columns) {
    return (0.0 + ... + static_cast<double>(columns.capacity() * sizeof columns[0]));
}

double bytes_of(const Population& people) {
    const Network& n = people.network;
    const Traits& t = people.traits;
    return bytes_of_vectors(n.first, n.ties, n.circle, n.circle_first
#define FIRM(...)
#define MIND(...)
#define TRAIT(type, name, range, help) , t.name
#include "model/entities.def"
#undef TRAIT
#undef MIND
    );
}

double bytes_of(const World& w) {
    const Minds& m = w.minds;
    return bytes_of_vectors(w.inbox, w.outbox, w.failed, w.today.occasions, w.today.contacts, w.today.choosers, w.today.thread_starters,
                            w.today.readers, w.today.unmet, w.today.due, w.today.chances, w.today.lot, w.ownership.until, w.ownership.owns, w.ownership.owning_ties
#define TRAIT(...)
#define MIND(type, name, range, help) , m.name
#include "model/entities.def"
#undef MIND
#undef TRAIT
#undef FIRM
    );
}

double bytes_of(const Run& run) {
    double bytes = bytes_of(run.people());
    for (std::size_t arm = 0; arm < run.arms(); ++arm) bytes += bytes_of(run.world(arm));
    return bytes;
}

}  // namespace parley
