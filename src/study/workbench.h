// Workbench: one pair at a time, in slices, from the text of a scenario to the bytes of a result.
//
// What a worker does, and what the page does itself where workers are refused.  Remembers of each pair where its arms part and how
// they lived, so that after a lever was moved only the arm it belongs to is lived again: same bits, a third of the time.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "study/ensemble.h"
#include "study/run.h"

namespace parley {

class Workbench {
public:
    explicit Workbench(double memory_bytes = 96e6) : most_bytes_(memory_bytes) {}

    // Drops what was under way.  false: the text is no scenario.
    bool begin(std::string_view scenario_text, int pair);

    // Works for about so many milliseconds; true when the pair is done.
    bool work(double budget_ms);

    std::vector<std::uint8_t> take();  // the result, packed

private:
    struct Memory {                    // of one pair
        int pair;
        Parting parting;
        std::vector<std::vector<Phase>> phases;  // [arms] under which the arms lived, empty while unknown
        std::vector<Series> arms;                // [arms]
    };
    Memory* recall(int pair);
    void remember_parting();

    double most_bytes_, bytes_ = 0;
    std::optional<Scenario> scenario_;
    std::string text_;                 // of that scenario
    std::vector<Memory> memories_;
    std::optional<Run> run_;
    bool parted_ = false;              // this run's parting is remembered, or there is no room for it
};

}  // namespace parley
