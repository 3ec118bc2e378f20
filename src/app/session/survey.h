// Survey: a sweep under way, as jobs for the page's workers.
//
// Each point of the sweep is an ensemble of its own to a worker: points take the numbers first .. first + points - 1.  Workers prefer
// their own pairs (pair mod workers), whose people and status quo they remember from the screen's worlds: a point then costs the
// days of the arm that was moved and no more.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "study/sweep.h"

namespace parley {

class Survey {
public:
    Survey(std::unique_ptr<Sweep> sweep, std::uint32_t first);

    const Sweep& sweep() const { return *sweep_; }
    std::uint32_t seed() const { return static_cast<std::uint32_t>(sweep_->around().run.seed); }
    std::uint32_t last() const { return first_ + static_cast<std::uint32_t>(sweep_->points().size()) - 1; }
    bool owns(std::uint32_t ensemble) const { return ensemble >= first_ && ensemble <= last(); }

    struct Job { std::uint32_t ensemble; int pair; };
    std::optional<Job> next(int worker, int workers);      // marks it as given out
    bool wanted(std::uint32_t ensemble, int pair) const;
    void give_back(std::uint32_t ensemble, int pair) { given_.erase({ensemble, pair}); }
    bool deliver(std::uint32_t ensemble, std::span<const std::uint8_t> packed);   // false if unwanted or damaged
    std::string scenario_text(std::uint32_t ensemble) const;
    bool finished() const { return sweep_->complete(); }

private:
    std::unique_ptr<Sweep> sweep_;
    std::uint32_t first_;
    std::set<std::pair<std::uint32_t, int>> given_;
};

}  // namespace parley
