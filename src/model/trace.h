// Trace: one customer's life as it happened, kept while someone watches.
//
// A world with a trace keeps, for that customer, everything received, every choice with its terms, every step on the ladder, and
// how much each process changed each quantity.  The changes of a quantity add up to its change: step() looks at the customer
// after each process.  A trace changes no result.  study/explain.h makes sentences of it.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace parley {

enum class Term {
#define TERM(name, label) name,
#include "model/terms.def"
#undef TERM
    count
};
inline constexpr std::size_t kTerms = static_cast<std::size_t>(Term::count);
using Terms = std::array<double, kTerms>;  // utility

enum class Quantity { attitude, trust, relationship, adstock, irritation, praise, blame, expectation, count };
inline constexpr std::size_t kQuantities = static_cast<std::size_t>(Quantity::count);

struct Trace {
    // What reached or left the customer.  Messages are those that a world can be lived again without (Omission).
    enum Kind : std::uint8_t { Ads, Posts, Heard, SawComplaint, Reply, LateReply, NoReply, UnaskedReply,  // messages
                               Asked, Complained, Told, Posted, Shared, Failed, EmptyShelf, Followed, Muted, Joined, SawThrough, Scandal };
    static constexpr int kMessages = UnaskedReply + 1;
    struct Received {
        int day;
        Kind kind;
        std::uint32_t other;  // Heard, SawComplaint: the tie it came from; otherwise the customer
        float value;          // Ads, Posts: how many; Heard: valence; otherwise 0
    };
    struct Change {           // of a quantity, by one process on one day
        int day, process;     // index in the schedule
        Quantity quantity;
        float change;
    };
    struct Choice {           // one occasion
        int day;
        double leaning, chance;
        Terms terms;          // centred on the status quo; answer is what a question did
        bool aware, chose, bought;
    };
    struct Notice {           // the brand became known
        int day;
        double chance;
        bool by_peer;
        std::uint32_t other;
    };
    struct Step {             // on the ladder, by the end of the day
        int day, from, to;
    };

    std::uint32_t customer = 0;
    std::vector<Received> received;
    std::vector<Change> changes;
    std::vector<Choice> choices;
    std::vector<Notice> notices;
    std::vector<Step> steps;
    std::array<float, kQuantities> start{}, last{};  // when watching began; after the last process
};

// A message that one customer does not get, everything else as it was.
struct Omission {
    int day;
    std::uint32_t customer;
    Trace::Kind kind;      // a message
    std::uint32_t other;   // Heard, SawComplaint: from whom
};

}  // namespace parley
