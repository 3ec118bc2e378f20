// The table of facts, and how a fact is measured.
#include "study/evidence.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "parley_version.h"
#include "study/evidence/lab.h"
#include "study/on_threads.h"
#include "study/series.h"

namespace parley {
namespace {

int number_of(const FactSpec& fact) { return std::atoi(fact.name + 1); }

std::vector<FactSpec> all_facts() {
    using namespace evidence;
    std::vector<FactSpec> all;
    for (auto family : {diffusion_facts, advertising_facts, talk_facts, spread_facts, service_facts, reviews_facts, following_facts,
                        voice_facts, choice_facts, network_facts})
        for (FactSpec& fact : family()) all.push_back(std::move(fact));
    std::stable_sort(all.begin(), all.end(), [](const FactSpec& a, const FactSpec& b) { return number_of(a) < number_of(b); });
    return all;
}

// Whether the interval is as narrow as asked for: a quarter of the band, or, where one side has no limit, clear of the limit.
bool settled(const FactRowSpec& row, const Interval& interval) {
    if (row.two_sided()) return interval.high - interval.low <= (row.high - row.low) / 4;
    const double limit = row.low > -kNoLimit ? row.low : row.high;
    return interval.low > limit || interval.high < limit || interval.low == interval.high;
}

// The numbers of one row over worlds; those of a ratio are linearised around it, so that their mean is the ratio of the means.
std::vector<double> numbers_of(const FactSpec& spec, const std::vector<std::vector<double>>& samples, std::size_t row) {
    const int over = spec.rows[row].over;
    std::vector<double> values, below;
    for (const std::vector<double>& sample : samples) {
        const double base = over < 0 ? 1 : sample[static_cast<std::size_t>(over)];
        if (!std::isfinite(sample[row]) || !std::isfinite(base)) continue;
        values.push_back(sample[row]);
        below.push_back(base);
    }
    const double base = mean(below);
    if (over < 0 || values.empty()) return values;
    if (base == 0) return {};
    const double ratio = mean(values) / base;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = ratio + (values[i] - ratio * below[i]) / base;
    return values;
}

Fact judged(const FactSpec& spec, const std::vector<std::vector<double>>& samples) {
    Fact fact;
    fact.spec = &spec;
    fact.pairs = static_cast<int>(samples.size());
    for (std::size_t r = 0; r < spec.rows.size(); ++r) {
        if (spec.rows[r].only_below()) continue;
        const std::vector<double> values = numbers_of(spec, samples, r);
        FactRow row{spec.rows[r], mean_interval(values, 0.9), static_cast<int>(values.size()), false, false};
        row.settled = row.worlds > 1 && settled(row.spec, row.measured);
        row.held = row.worlds > 0 && row.measured.mean >= row.spec.low && row.measured.mean <= row.spec.high;
        fact.rows.push_back(std::move(row));
    }
    return fact;
}

void mix_text(std::uint64_t& print, std::string_view text) {
    for (const char byte : text) print = mix_into(print, static_cast<unsigned char>(byte));
}

// std::bit_cast is not in the library of the page's compiler.
std::uint64_t bits_of(double number) {
    std::uint64_t bits;
    std::memcpy(&bits, &number, sizeof bits);
    return bits;
}

}  // namespace

const char* basis_name(Basis basis) {
    switch (basis) {
        case Basis::Fitted: return "fitted";
        case Basis::Emergent: return "emergent";
        case Basis::Construction: return "by construction";
        case Basis::Assumed: return "assumed";
    }
    return "";
}

std::span<const FactSpec> facts() {
    static const std::vector<FactSpec> all = all_facts();
    return all;
}

const FactSpec* find_fact(std::string_view name) {
    std::string wanted(name);
    for (char& c : wanted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    for (const FactSpec& fact : facts())
        if (wanted == fact.name) return &fact;
    return nullptr;
}

bool Fact::held() const {
    return !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const FactRow& row) { return row.held; });
}

Fact run_fact(const FactSpec& spec, const Pains& pains, int jobs, const Defaults& defaults) {
    std::vector<std::vector<double>> samples;
    for (int wanted = pains.first;;) {
        const std::size_t before = samples.size();
        samples.resize(static_cast<std::size_t>(wanted));
        on_threads(samples.size() - before, jobs, [&](std::size_t i) {
            samples[before + i] = spec.measure({spec, pains.customers, static_cast<int>(before + i), defaults});
        });
        Fact fact = judged(spec, samples);
        // What no world can measure, more of them cannot.
        const bool enough = std::all_of(fact.rows.begin(), fact.rows.end(), [](const FactRow& row) { return row.settled || row.worlds == 0; });
        if (enough || wanted >= pains.most) return fact;
        wanted = std::min(pains.most, wanted + std::max(pains.first, wanted / 2));
    }
}

Tally tally(std::span<const Fact> facts, Basis basis) {
    Tally tally;
    for (const Fact& fact : facts)
        for (const FactRow& row : fact.rows)
            if (row.spec.basis == basis) ++tally.rows, tally.held += row.held;
    return tally;
}

std::string evidence_print() {
    std::uint64_t print = 0;
    mix_text(print, PARLEY_VERSION);
    for (const FactSpec& fact : facts()) {
        for (const char* text : {fact.name, fact.title, fact.finding, fact.sources, fact.knob, fact.scenario}) mix_text(print, text);
        for (const FactRowSpec& row : fact.rows) {
            mix_text(print, row.what);
            mix_text(print, row.unit);
            mix_text(print, basis_name(row.basis));
            for (const double limit : {row.low, row.high}) print = mix_into(print, bits_of(limit));
        }
    }
    for (const ParamTable* table : {&kMarketTable, &kBrandTable, &kStrategyTable})
        for (const ParamSpec& row : table->rows) print = mix_into(print, bits_of(row.value));
    return hex_of(print);
}

}  // namespace parley
