// Provenance: where the numbers come from, as tables and a picture for web/guide/provenance.md (scenario/marked_tables.h).
//   provenance.grades       how many numbers of each grade, and what the grade means
//   provenance.count, .line   the same in a few words, and in one sentence with a link
//   provenance.GRADE        the numbers of one grade: measured, fitted, survey, direction, assumption, setting
//   provenance.sources      the sources those name, in full
//   provenance.facts        the sources that the model is only compared with
//   provenance.draws        every scenario: how often its answer survives other assumptions, and which of them matter most
//   provenance.era          every scenario: from which time its reach is, and whether the answer is as old as that
// Written by parley bless --tables, like the rest of the guide.
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "model/sources.h"
#include "scenario/scenario.h"
#include "study/assumptions.h"

namespace parley {

// Every parameter counted once.
struct Grades {
    std::array<int, kOrigins> count{};   // by Origin
    int all = 0, unconfirmed = 0;

    int of(Origin origin) const { return count[static_cast<std::size_t>(origin)]; }
    int measured() const { return of(Origin::Study) + of(Origin::Fitted); }
    int assumed() const { return of(Origin::Leaning) + of(Origin::Assumption); }
};
const Grades& grades();
// "97 of 193 numbers are assumptions"
std::string assumed_line();

// Empty when there is none of that name.
std::string provenance_table(std::string_view name, std::span<const Scenario> scenarios, std::span<const Assumptions> sweeps);
// The counts as one picture, SVG.
std::string provenance_picture();

}  // namespace parley
