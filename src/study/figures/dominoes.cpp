// From noise to money: six dominoes per arm, and what becomes of each (study/dominoes.h).
#include <algorithm>

#include "study/figures.h"
#include "study/number_format.h"

namespace parley {
namespace {

constexpr const char* kNames[kDominoes] = {"domino.exposure", "domino.mention",  "domino.sentiment",
                                           "domino.visit",    "domino.purchase", "domino.repeat"};

std::string value_text(std::size_t k, double v) {
    if (k == static_cast<std::size_t>(Domino::sentiment)) return number(v);
    return v >= 1e6 ? number(v / 1e6, v >= 1e7 ? 1 : 2) + "m" : v >= 1e4 ? number(v / 1e3) + "k" : number(v, v < 9.95 && v > 0 ? 1 : 0);
}

// A share; into the stock of liking its change since the first quarter, out of it visits per point.
std::string conversion_text(std::size_t k, const Link& link) {
    const double c = link.last;
    if (k + 1 == static_cast<std::size_t>(Domino::sentiment)) return link.first > 0 ? signed_number(-100 * link.fall()) + "\u202f%" : number(c);
    if (k == static_cast<std::size_t>(Domino::sentiment)) return number(c, c < 0.995 ? 2 : c < 9.95 ? 1 : 0);
    return percent(c, c >= 0.0995 ? 0 : c >= 0.00995 ? 1 : c >= 0.000995 ? 2 : 3);
}

// What a conversion counts, in words.
const char* link_key(std::size_t k) {
    if (k + 1 == static_cast<std::size_t>(Domino::sentiment)) return "domino.link.change";
    return k == static_cast<std::size_t>(Domino::sentiment) ? "domino.link.per_point" : "domino.link.share";
}

std::string fall_text(const Link& link) { return percent(-link.fall()); }

}  // namespace

std::string domino_name(std::size_t domino) { return kNames[domino]; }

std::string domino_link_words(const Link& link, std::size_t k) {
    if (link.broken) return tr("domino.spoken.broken", {{"conversion", conversion_text(k, link)}, {"fall", fall_text(link)}});
    return tr("domino.spoken.holds", {{"conversion", conversion_text(k, link)}});
}

std::string domino_finding(const Ensemble& ensemble, const Comparison& c, const std::vector<Chain>& chains) {
    std::string words;
    for (std::size_t i = 0; i < chains.size(); ++i) {
        const std::string& arm = ensemble.scenario().arms[i == 0 ? c.a : c.b].name;
        const Chain& chain = chains[i];
        const auto weakest = static_cast<std::size_t>(std::max(chain.weakest, 0));
        words += (i ? " " : "") + (chain.weakest < 0 ? tr("domino.finding.holds", {{"arm", arm}})
                                                     : tr("domino.finding.broken", {{"arm", arm},
                                                                                    {"from", lower_first(tr(kNames[weakest]))},
                                                                                    {"to", lower_first(tr(kNames[weakest + 1]))},
                                                                                    {"fall", fall_text(chain.links[weakest])}}));
    }
    return words;
}

Figure domino_figure(const Ensemble& ensemble, const Comparison& c, const std::vector<Chain>& chains) {
    Figure f;
    f.kind = Figure::Kind::Dominoes;
    f.title = tr("reasons.chain");
    for (std::size_t k = 0; k < kDominoes; ++k) {
        Figure::Row& row = f.rows.emplace_back();
        row.name = tr(kNames[k]);
        for (std::size_t i = 0; i < chains.size(); ++i) {
            Figure::Bar& bar = row.bars.emplace_back();
            bar.arm = static_cast<int>(i == 0 ? c.a : c.b);
            bar.value = chains[i].last[k];
            bar.words = value_text(k, bar.value);
            if (k + 1 == kDominoes) continue;
            const Link& link = chains[i].links[k];
            bar.broken = link.broken;
            bar.link = link.broken ? tr("domino.broken", {{"fall", fall_text(link)}}) : tr(link_key(k), {{"conversion", conversion_text(k, link)}});
            bar.link_brief = link.broken ? tr("domino.broken.short") : conversion_text(k, link);
        }
    }
    f.words = domino_finding(ensemble, c, chains);
    return f;
}

Figure domino_figure(const Ensemble& ensemble, const Comparison& c, int until) {
    return domino_figure(ensemble, c, {chain_of(ensemble, c.a, until), chain_of(ensemble, c.b, until)});
}

}  // namespace parley
