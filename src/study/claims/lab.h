// Lab: worlds of one claim, lived when asked for and kept.
//
// A point is one value of the lever and one of the moderator.  Points that share the status quo before day 1 are arms of one run, so that
// they cost half as much; all points of a pair have the same luck whether they do or not.
#pragma once
#include <map>
#include <optional>
#include <tuple>

#include "scenario/scenario.h"
#include "study/claims.h"
#include "study/series.h"

namespace parley::claims {

// "0 0.5 1" as three texts; "a=1; b=2" as two settings.
std::vector<std::string> words_of(std::string_view text);
std::vector<std::string> settings_of(std::string_view text);

// What an output is made of; nothing where a name does not exist.
struct Measure {
    struct Part {
        Observable observable, less;    // less: taken away (net outcomes); the same where nothing is
        bool net = false;
    };
    Part over{};
    std::optional<Part> under;          // of a ratio
    bool spread = false;
    int from = 1, to = 0;

    double of(const Series& series, double customers) const;   // of one world
};
std::optional<Measure> measure_of(const ClaimOutput& output);
std::string label_of(const ClaimOutput& output);               // "Replies in time per reply", for people
std::string label_of_path(std::string_view path);              // "Converse"; the path itself where it is none of a row

class Lab {
public:
    explicit Lab(const ClaimSpec& spec);
    const Diagnostics& problems() const { return problems_; }
    const std::optional<Scenario>& base() const { return base_; }

    struct At {
        std::string lever, moderator;   // texts; "" for the moderator: as in the base
        // Texts have no <=> in the library of the page's compiler.
        bool operator<(const At& other) const { return std::tie(lever, moderator) < std::tie(other.lever, other.moderator); }
        bool operator==(const At&) const = default;
    };
    struct Sample {
        std::vector<double> output, also;   // [pairs]
    };
    // Makes the missing pairs of these points up to `pairs`.
    void live(std::span<const At> points, int pairs);
    const Sample& sample(const At& point) { return samples_[point]; }

    // The scenario of a point; its first arm counts.  Nothing, and problems, where a path or value is refused.
    std::optional<Scenario> scenario_at(const At& point);

private:
    std::optional<Scenario> read_base();

    const ClaimSpec& spec_;
    Diagnostics problems_;
    std::optional<Scenario> base_;
    std::optional<Measure> output_, also_;
    std::map<At, Sample> samples_;
};

// Sample minus sample, pair by pair.  Of a spread: of the distances from the mean of each sample.
std::vector<double> changes(const std::vector<double>& from, const std::vector<double>& to, bool spread);

}  // namespace parley::claims
