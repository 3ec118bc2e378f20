// Workbench: one pair at a time, in slices, from the text of a scenario to the bytes of a result.
//
// What a worker does, and what the page does itself where workers are refused.
#pragma once
#include <optional>
#include <string_view>

#include "study/ensemble.h"
#include "study/run.h"

namespace parley {

class Workbench {
public:
    // Drops what was under way.  false: the text is no scenario.
    bool begin(std::string_view scenario_text, int pair);

    // Works for about so many milliseconds; true when the pair is done.
    bool work(double budget_ms);

    std::vector<std::uint8_t> take();  // the result, packed

private:
    std::optional<Scenario> scenario_;
    std::string text_;                 // of that scenario
    std::optional<Run> run_;
};

}  // namespace parley
