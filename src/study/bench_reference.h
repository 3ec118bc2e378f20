// The plain loop: contagion on a fixed network as anyone would write it in C++, one byte per customer.
//
// The work of W1 (tests/bench/README.md) without the engine: what the engine's time is divided by, and a second opinion on its
// curve.  Nobody may speed it up: every earlier ratio would lose its meaning.
// Math   someone without, m of whose k sources own: owns tomorrow with 1 - (1 - p)(1 - q / k)^m;  an owner gives up with d.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

namespace parley {

class PlainContagion {
public:
    static constexpr std::uint32_t kCustomers = 100000, kSources = 10, kDays = 200;
    static constexpr double kInnovation = 0.001, kImitation = 0.1, kAbandonment = 0.02;

    explicit PlainContagion(std::uint32_t customers = kCustomers);

    void begin(std::uint32_t seed);
    std::uint32_t day();  // how many own at its end; cost O(customers x sources of those who do not own)

private:
    std::uint32_t customers_, seed_ = 0, day_ = 0;
    std::vector<std::uint32_t> sources_;        // [customers x kSources] distinct, never oneself
    std::vector<std::uint8_t> today_, yesterday_;  // [customers] bit 0: owns, bit 7: has owned at some time
    std::uint32_t below_[kSources + 1];         // a draw below this adopts, by m
};

// Lives its days once; nanoseconds per customer and day.  seconds: a clock.
double plain_loop_ns(PlainContagion& plain, const std::function<double()>& seconds);

}  // namespace parley
