// Hash of a scenario: the names and values that move a result, as one text, through FNV-1a and a final mix.
//
// Names are hashed with the values, so a new row changes every hash: an engine that knows more is another engine.
// Math    FNV-1a, 64 bit (Fowler, Noll, Vo 1991), then mix64 of model/rng.h.
#include <algorithm>
#include <cstdio>
#include <cstring>

#include "model/rng.h"
#include "scenario/scenario_json.h"

namespace parley {
namespace {

class Hash {
public:
    void bytes(const void* data, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) state_ = (state_ ^ static_cast<const unsigned char*>(data)[i]) * 0x100000001b3u;
    }
    // The zero byte keeps "ab", "c" apart from "a", "bc".
    void text(std::string_view text) { bytes(text.data(), text.size()), bytes("", 1); }
    void whole(std::int64_t number) {
        for (int shift = 0; shift < 64; shift += 8) {
            const unsigned char byte = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> shift);
            bytes(&byte, 1);
        }
    }
    void number(double number) {
        std::int64_t bits;
        std::memcpy(&bits, &number, sizeof bits);
        whole(bits);
    }
    template <class Struct>
    void rows(const ParamTable& table, const Struct& values) {
        text(table.name);
        for (const ParamSpec& row : table.rows) text(row.name), number(value_of(values, row));
    }
    std::uint64_t value() const { return mix64(state_); }

private:
    std::uint64_t state_ = 0xcbf29ce484222325u;
};

}  // namespace

std::string scenario_hash(const Scenario& scenario) {
    Hash hash;
    hash.text(kScenarioFormat);
    hash.rows(kMarketTable, scenario.market);
    hash.rows(kBrandTable, scenario.brand);
    for (const Arm& arm : scenario.arms) hash.text(arm.name), hash.rows(kStrategyTable, arm.strategy);

    // As the days run, not as the file lists them.
    std::vector<const Event*> events;
    for (const Event& event : scenario.events) events.push_back(&event);
    std::stable_sort(events.begin(), events.end(), [](const Event* a, const Event* b) { return a->day < b->day; });
    for (const Event* event : events) {
        hash.text("event");
        hash.whole(event->day), hash.whole(event->arm), hash.whole(event->what ? 1 + static_cast<int>(*event->what) : 0);
        for (const Change& change : event->changes) {
            hash.text(change.table->name), hash.text(change.row->name);
            hash.whole(change.arm), hash.number(change.value);
        }
    }
    hash.text("run");
    hash.number(scenario.run.days), hash.number(scenario.run.warmup_days);
    if (scenario.run.ignorance > 0) hash.text("ignorance"), hash.number(scenario.run.ignorance);

    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash.value()));
    return digits;
}

}  // namespace parley
