// What leaves `parley evidence` for a terminal and for programs.
#include <algorithm>
#include <cmath>

#include "parley_version.h"
#include "scenario/json_writer.h"
#include "study/evidence/words.h"
#include "study/wording.h"

namespace parley {
namespace {

using Layout = JsonWriter::Layout;

}  // namespace

std::string evidence_text(std::span<const Fact> facts) {
    const std::vector<std::string> head = {"", "published", "measured", "90 % interval", "worlds", "", ""};
    std::vector<std::size_t> widths(head.size());
    std::vector<std::vector<std::string>> rows;
    const auto widen = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], width_of(cells[i]));
    };
    const auto line_of = [&](const std::vector<std::string>& cells) {
        std::string line = " ";
        for (std::size_t i = 0; i < cells.size(); ++i) line += " " + padded(cells[i], widths[i], i > 0 && i < 5) + " ";
        return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    };
    widen(head);
    for (const Fact& fact : facts)
        for (const FactRow& row : fact.rows) {
            rows.push_back({row.spec.what, published_text(row.spec), measured_text(row), interval_text(row), std::to_string(row.worlds),
                            row.held ? "holds" : row.worlds ? "FALLS SHORT" : "unknown", std::string(basis_name(row.spec.basis)) + (row.settled ? "" : ", interval wide")});
            widen(rows.back());
        }
    std::string text;
    std::size_t next = 0;
    for (const Fact& fact : facts) {
        text += std::string(fact.spec->name) + "  " + fact.spec->title + "\n  " + fact.spec->finding + "\n  " + fact.spec->sources + "\n  Here: " +
                fact.spec->knob + (*fact.spec->scenario ? std::string("; market of ") + fact.spec->scenario : std::string()) + ".\n" + line_of(head);
        for (std::size_t i = 0; i < fact.rows.size(); ++i) text += line_of(rows[next++]);
        text += "\n";
    }
    for (const Basis basis : {Basis::Fitted, Basis::Emergent, Basis::Assumed, Basis::Construction}) {
        const Tally of = tally(facts, basis);
        text += std::to_string(of.held) + " of " + std::to_string(of.rows) + " rows hold that are " + basis_name(basis) +
                (basis == Basis::Construction ? " (no success)\n" : "\n");
    }
    const auto whole = std::count_if(facts.begin(), facts.end(), [](const Fact& fact) { return fact.held(); });
    return text + std::to_string(whole) + " of " + std::to_string(facts.size()) + " facts hold in every row\n";
}

std::string evidence_json(std::span<const Fact> facts, const Pains& pains) {
    JsonWriter json;
    json.begin_object();
    json.member("format", "parley.evidence/1").member("engine", PARLEY_VERSION).member("print", evidence_print());
    json.member("customers", pains.customers);
    int rows = 0, held = 0;
    for (const Basis basis : {Basis::Fitted, Basis::Emergent, Basis::Assumed}) rows += tally(facts, basis).rows, held += tally(facts, basis).held;
    json.member("rows", rows).member("rows_held", held);  // without those by construction
    json.key("facts").begin_array();
    for (const Fact& fact : facts) {
        json.begin_object();
        json.member("name", fact.spec->name).member("title", fact.spec->title).member("finding", fact.spec->finding);
        json.member("sources", fact.spec->sources).member("knob", fact.spec->knob).member("scenario", fact.spec->scenario);
        json.member("held", fact.held());
        json.key("rows").begin_array();
        for (const FactRow& row : fact.rows) {
            json.begin_object(Layout::Line);
            json.member("what", row.spec.what).member("unit", row.spec.unit);
            if (row.spec.low > -kNoLimit) json.member("low", row.spec.low);
            if (row.spec.high < kNoLimit) json.member("high", row.spec.high);
            if (row.worlds > 0)
                json.member("measured", row.measured.mean).member("interval_low", row.measured.low).member("interval_high", row.measured.high);
            json.member("worlds", row.worlds).member("settled", row.settled).member("held", row.held);
            json.member("basis", basis_name(row.spec.basis));
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace parley
