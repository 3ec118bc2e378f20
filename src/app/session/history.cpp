#include "app/session/history.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace parley {

void History::begin(Scenario opened) {
    steps_.clear();
    steps_.push_back({std::move(opened), {}});
    at_ = 0;
    open_ = false;
}

bool History::add(const Scenario& after, std::string decided) {
    assert(!steps_.empty());
    if (open_ && at_ + 1 == steps_.size() && at_ > 0 && steps_[at_].decided == decided) {
        steps_[at_].scenario = after;
        return false;
    }
    steps_.resize(at_ + 1);
    steps_.push_back({after, std::move(decided)});
    if (steps_.size() > kMost + 1) steps_.erase(steps_.begin());
    at_ = steps_.size() - 1;
    open_ = true;
    return true;
}

const Scenario* History::undo() {
    if (!can_undo()) return nullptr;
    open_ = false;
    return &steps_[--at_].scenario;
}

const Scenario* History::redo() {
    if (!can_redo()) return nullptr;
    open_ = false;
    return &steps_[++at_].scenario;
}

void History::restore(std::vector<Step> steps, std::size_t at) {
    assert(at < steps.size());
    steps_ = std::move(steps);
    at_ = at;
    open_ = false;
}

}  // namespace parley
