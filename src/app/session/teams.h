// Teams: up to eight strategies against one rival, on the same worlds.
//
// Each team's file (scenario/team_json.h) takes the place of its arm in the scenario as it was opened; the rival keeps his.  A team's
// worlds run as jobs after everything the screen asks for.  Of each world only sums are kept, whole numbers, so the order in which
// worlds arrive does not matter.  Standings stay covered until reveal(); sorted by target reached, then by the day it was reached on,
// then by amount: no score of many things.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.h"
#include "scenario/team_json.h"
#include "study/compare.h"

namespace parley {

inline constexpr std::size_t kMaxTeams = 8;

// A file that was not taken, and why; or one that was.
struct DroppedFile {
    enum class Fate { Taken, Damaged, OtherScenario, OtherEdition, NoSuchArm, SameFile, SameName, Full };
    std::string file;
    Fate fate = Fate::Taken;
    std::string team;          // as far as it could be read
    std::string detail;        // the id of the other scenario; the first problem
    Diagnostics problems;      // of a damaged one
};

struct Standing {
    std::size_t team = 0;      // index into the files
    int reached_day = 0;       // 0: not reached, or no target
    double amount = 0;         // by the target's day, mean over worlds
    double rival = 0;          // the rival's
    double gap_share = 0;      // ahead of the rival, as a share of it
    int ahead = 0, worlds = 0; // worlds in which the team is ahead of the rival
    std::optional<double> miss;   // forecast minus result, as a share; nothing without a forecast
};

class Teams {
public:
    // Reads one file against the scenario as it was opened.  The first team fixes the scenario; a drop for another is refused by name.
    DroppedFile add(const std::string& file, std::string_view text, const Scenario& opened);
    const std::vector<DroppedFile>& dropped() const { return dropped_; }   // of all drops, in order
    void forget_refused();
    void remove(std::size_t team);
    void clear();

    std::size_t size() const { return entries_.size(); }
    const TeamFile& file(std::size_t team) const { return entries_[team].file; }
    const Scenario* scenario() const { return scenario_ ? &*scenario_ : nullptr; }
    const std::string& rival() const;                  // name of the arm
    const std::string& place() const;                  // and of the one that teams take the place of
    const OutcomeSpec& outcome() const;                // the target's, or sales
    int by_day() const;
    bool same_budget(std::size_t team) const;          // as the rival

    int done(std::size_t team) const;                  // worlds
    int worlds() const { return pairs_; }
    bool complete() const;                             // of every team
    bool revealed() const { return revealed_; }
    void reveal() { revealed_ = complete() && !entries_.empty(); }
    void cover() { revealed_ = false; }
    std::vector<Standing> standings() const;           // of teams with worlds; in order of rank
    std::optional<std::size_t> widest_miss(std::span<const Standing> standings) const;   // index of the standing to talk about first
    std::uint64_t stamp() const { return stamp_; }     // rises whenever something of this changes

    // --- jobs, as the session hands them out ---
    struct Job { std::uint32_t ensemble; int pair; std::uint32_t seed; };
    std::optional<Job> next_job(int worker, int workers);
    bool owns(std::uint32_t ensemble) const { return ensemble >= kFirstNumber; }
    bool wanted(std::uint32_t ensemble, int pair) const;
    void give_back(std::uint32_t ensemble, int pair);
    bool deliver(std::uint32_t ensemble, std::span<const std::uint8_t> packed);
    std::string job_scenario(std::uint32_t ensemble) const;

private:
    static constexpr std::uint32_t kFirstNumber = 0xC0000000u;   // far above the session's own
    struct Tally {                        // of one arm, summed over worlds
        std::vector<std::int64_t> first, second;   // [days]
    };
    struct Entry {
        TeamFile file;
        std::string text;                 // of the file, to know it again
        std::uint32_t ensemble = 0;
        Scenario scenario;                // with the team in it
        std::size_t place = 1, rival = 0; // arms
        std::vector<bool> given, done;    // [pairs]
        std::array<Tally, 2> tally;       // team, rival
        int ahead = 0, worlds = 0;
    };
    Entry* find(std::uint32_t ensemble);
    const Entry* find(std::uint32_t ensemble) const;
    double value(const Tally& tally, int worlds, int day) const;   // mean outcome by that day

    std::optional<Scenario> scenario_;
    std::string hash_;
    std::vector<Entry> entries_;
    std::vector<DroppedFile> dropped_;
    int pairs_ = 0;
    bool revealed_ = false;
    std::uint32_t last_number_ = kFirstNumber;
    std::uint64_t stamp_ = 1;
};

}  // namespace parley
