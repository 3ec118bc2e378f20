#include "study/guide.h"

#include <cmath>

#include "scenario/marked_tables.h"
#include "study/compare.h"
#include "study/era.h"
#include "study/expectation.h"
#include "study/provenance.h"

namespace parley {
namespace {

// "01 Billboard or dialogue?"
std::string name_of(const Scenario& s) { return "**" + s.id.substr(0, 2) + " " + s.title.in("en") + "**"; }

std::string date_of(int day) { return day % 7 == 0 ? "week " + std::to_string(day / 7) : "day " + std::to_string(day); }

std::string teaching_table(std::span<const Scenario> scenarios) {
    std::string out = table_head({"Scenario", "Question", "What it shows", "Reach of posts", "Ask afterwards"});
    for (const Scenario& s : scenarios) {
        std::string questions;
        for (const Text& question : s.debrief) questions += (questions.empty() ? "" : " ") + question.in("en");
        out += table_row({name_of(s), s.question.in("en"), s.text.in("en"), era_matters(s) ? era_phrase(s.market) : "no posts", questions});
    }
    return out;
}

// The last cell of the line that begins with these; nothing if there is none.
std::string measured(std::string_view expected, const Scenario& s, const Expectation& e) {
    const std::string begin = s.id + "," + e.outcome + "," + std::to_string(e.by_day) + "," + e.ahead + ",";
    for (std::size_t at = 0; at < expected.size();) {
        const std::size_t end = std::min(expected.find('\n', at), expected.size());
        const std::string_view line = expected.substr(at, end - at);
        if (line.starts_with(begin)) return std::string(line.substr(line.rfind(',') + 1));
        at = end + 1;
    }
    return "";
}

std::string answer_table(std::span<const Scenario> scenarios, std::string_view expected) {
    const std::string worlds = std::to_string(kExpectedPairs);
    std::string out = table_head({"Scenario", "What counts", "By the end of", "Who leads", "Promised", "Measured"});
    for (const Scenario& s : scenarios)
        for (const Expectation& e : s.expected) {
            const OutcomeSpec* spec = find_outcome(e.outcome);
            const std::string n = measured(expected, s, e);
            out += table_row({name_of(s), spec ? spec->label : e.outcome, date_of(e.by_day), e.ahead,
                              std::to_string(std::lround(100 * e.in_share_of_worlds)) + " %", n.empty() ? "not measured" : n + " of " + worlds});
        }
    return out;
}

}  // namespace

std::string with_guide_tables(std::string_view text, std::span<const Scenario> scenarios, std::string_view expected, std::string_view assumptions) {
    const std::vector<Assumptions> sweeps = read_assumptions(assumptions);
    return fill_tables(text, [&](std::string_view name) {
        if (name == "teaching") return teaching_table(scenarios);
        if (name == "answers") return answer_table(scenarios, expected);
        return provenance_table(name, scenarios, sweeps);
    });
}

}  // namespace parley
