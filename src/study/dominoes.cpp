#include "study/dominoes.h"

#include <algorithm>

namespace parley {
namespace {

struct Window {
    std::array<double, kDominoes> weekly{};   // as shown
    std::array<double, kDominoes> events{};   // counted; of sentiment more than enough
};

Window window_of(const Ensemble& ensemble, std::size_t arm, int from, int to) {
    const std::vector<const PairResult*> worlds = ensemble.results();
    std::array<std::int64_t, kDominoes> sums{};
    for (const PairResult* world : worlds)
        for (int day = from; day <= to; ++day) {
            const DayRecord& record = world->arms[arm][static_cast<std::size_t>(day - 1)];
            const std::int64_t values[kDominoes] = {record[Observable::impressions], record[Observable::mentions],
                                                    record[Observable::attitude],    record[Observable::visits],
                                                    record[Observable::purchases],   record[Observable::purchases] - record[Observable::gained]};
            for (std::size_t k = 0; k < kDominoes; ++k) sums[k] += values[k];
        }
    Window out;
    const double days = std::max(1, to - from + 1) * static_cast<double>(worlds.size());
    for (std::size_t k = 0; k < kDominoes; ++k) {
        out.events[k] = static_cast<double>(sums[k]);
        out.weekly[k] = static_cast<double>(sums[k]) / days * 7;
    }
    constexpr auto sentiment = static_cast<std::size_t>(Domino::sentiment);
    const ObservableSpec& spec = observables()[static_cast<std::size_t>(Observable::attitude)];
    const double attitude = shown(spec, static_cast<double>(sums[sentiment]) / days, ensemble.scenario().market.customers);
    out.weekly[sentiment] = 50 * (1 + attitude);
    out.events[sentiment] = kEnough;
    return out;
}

}  // namespace

Windows windows_of(int days) {
    const int last = std::min(kLastDays, days / 2), first = std::min(kFirstDays, days - last);
    return {1, first, days - last + 1, days};
}

Chain chain_of(const Ensemble& ensemble, std::size_t arm, int until) {
    const int last_day = static_cast<int>(ensemble.scenario().run.days);
    const Windows days = windows_of(until < 1 ? last_day : std::min(last_day, std::max(until, kLastDays)));
    const Window first = window_of(ensemble, arm, days.first_from, days.first_to),
                 last = window_of(ensemble, arm, days.last_from, days.last_to);
    Chain chain;
    chain.first = first.weekly;
    chain.last = last.weekly;
    for (std::size_t k = 0; k + 1 < kDominoes; ++k) {
        Link& link = chain.links[k];
        const bool into_stock = k + 1 == static_cast<std::size_t>(Domino::sentiment);
        const auto conversion = [&](const Window& w) { return into_stock ? w.weekly[k + 1] : w.weekly[k] > 0 ? w.weekly[k + 1] / w.weekly[k] : 0; };
        link.first = conversion(first);
        link.last = conversion(last);
        // What came before must have happened in both windows, what came after at first: then its absence is news.
        link.known = first.events[k] >= kEnough && last.events[k] >= kEnough && first.events[k + 1] >= kEnough;
        link.broken = link.known && link.fall() > kBroken + 1e-9;
        if (link.broken && (chain.weakest < 0 || link.fall() > chain.links[static_cast<std::size_t>(chain.weakest)].fall()))
            chain.weakest = static_cast<int>(k);
    }
    return chain;
}

std::optional<Break> worst_break(const Ensemble& e, std::size_t a, std::size_t b) {
    const int days = static_cast<int>(e.scenario().run.days);
    std::optional<Break> worst;
    for (const std::size_t arm : {a, b})
        for (int until = std::min(days, kFirstDays + kLastDays); until <= days; until += kLastDays) {
            const Chain chain = chain_of(e, arm, until);
            if (chain.weakest < 0) continue;
            const double fall = chain.links[static_cast<std::size_t>(chain.weakest)].fall();
            if (!worst || fall > worst->fall) worst = Break{arm, chain.weakest, (until + 6) / 7, fall};
        }
    return worst;
}

}  // namespace parley
