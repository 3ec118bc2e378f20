// Report: the page people take home. One self-contained HTML text: no scripts, nothing loaded from anywhere, one A4 page in print.
//
// Page and command line fill the same plain input; every text in it is escaped, and shortened where it would push something off the page.
// Charts are those of study/figures.h.  Needs at least one result.  Cost O(worlds x days).
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "study/compare.h"
#include "study/ensemble.h"

namespace parley {

struct Notes {                                  // what the group typed
    std::array<std::string, 3> questions;       // of the debrief, as they were asked
    std::array<std::string, 3> answers;
    std::string action, person, date;           // what follows from it, who does it, until when

    bool operator==(const Notes&) const = default;
    bool empty() const { return *this == Notes{}; }
};
inline constexpr std::size_t kMostAnswer = 600, kMostCommitment = 200;   // characters kept of each

struct ReportForecast {
    int leader = -1;                            // arm; -1: about the same
    double confidence = 0.5;
    std::vector<double> line;                   // gap of each week, b minus a, as a share of a's sales: [weeks + 1]; empty: not drawn
};

struct ReportRow {                              // a forecast of this sitting, or a team of the arena, in words
    std::vector<std::string> cells;
};
struct ReportTable {
    std::string title;
    std::vector<std::string> heads;             // as many as each row has cells
    std::vector<ReportRow> rows;                // none: left out
};
inline constexpr std::size_t kMostReportRows = 8;

struct ReportInput {
    const Ensemble& ensemble;
    const Comparison& comparison;
    std::optional<ReportForecast> forecast = {};
    Notes notes = {};
    ReportTable forecasts = {}, arena = {};     // what else the room did
    std::string link = {};                      // opens the same state; empty: left out
    std::string qr_svg = {};                    // the link as a picture; empty: left out
    bool gap_chart = false;                     // instead of the race
    std::string language = "en";
};

std::string report_html(const ReportInput& input);

// The first characters of a text, with an ellipsis when something is left out; never half a character.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace parley
