// Knobs: what experiments turn, so that everything else stays as it was.
#pragma once
#include "study/evidence/lab.h"

namespace parley::evidence {

// More money a day for one part of the budget, on top: the other parts keep theirs.
void pay_on_top(Phase& phase, double Strategy::*part, double money);
// A desk that can answer so many contacts a day, in place of the one there is; the other parts keep their money.
void staff(Phase& phase, double replies_a_day);
// So many more posts a day, paid on top.
void post_on_top(Phase& phase, double posts_a_day);

inline constexpr double kEveryone = 1e6;  // replies a day that suffice for all

// Lives on with a desk that answers this share of all who ask, whatever they ask; it is staffed anew every four weeks.
void live_answering(Life& life, double share, int days, const std::function<void(World&)>& each_day = {});

// A set of customers.
class Group {
public:
    explicit Group(std::uint32_t customers) : in_(customers, false) {}
    void add(std::uint32_t customer) { in_[customer] = true; }
    void remove(std::uint32_t customer) { in_[customer] = false; }
    bool has(std::uint32_t customer) const { return in_[customer]; }
    std::vector<std::uint32_t> people() const;  // by number

private:
    std::vector<bool> in_;
};
// Adds those who wrote to the brand today; complainers alone, or all who asked.
void add_complainers(const World& world, Group& group);
void add_askers(const World& world, Group& group);

// Public posts of customers: reviews of a purchase, or with them those of complainers nobody answered.
struct Posts {
    enum Kind { Reviews, All };
    Kind kind;
    int count = 0, negative = 0;
    double rating = 0;  // sum, each 0..1

    explicit Posts(Kind kind = Reviews) : kind(kind) {}
    void add(const World& world);  // those of today
    // Per post; NaN where there was none.
    double mean_rating() const { return rating / count; }
    double negative_share() const { return static_cast<double>(negative) / count; }
};

}  // namespace parley::evidence
