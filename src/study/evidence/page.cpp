// The page of the guide about the facts, and its picture.
#include <algorithm>
#include <cmath>

#include "parley_version.h"
#include "scenario/marked_tables.h"
#include "study/evidence/words.h"
#include "study/figure_svg.h"
#include "study/wording.h"

namespace parley {
namespace {

constexpr Basis kBases[] = {Basis::Emergent, Basis::Fitted, Basis::Assumed, Basis::Construction};

const char* meaning_of(Basis basis) {
    switch (basis) {
        case Basis::Emergent: return "no rule states it; it comes out of several rules together";
        case Basis::Fitted: return "numbers of the model were chosen so that it comes out";
        case Basis::Assumed: return "it hangs on a number that nobody has measured";
        case Basis::Construction: return "a rule states it: that it holds is no success";
    }
    return "";
}

std::string many(int n, const char* one) { return count_text(n, one); }

// A row's number in words, with the unit where it has one.
std::string with_unit(const std::string& words, const FactRowSpec& row) {
    const std::string unit = row.unit;
    return words.empty() || unit == "-" || unit == "-1..1" ? words : words + " " + unit;
}

std::string fact_section(const Fact& fact) {
    const FactSpec& spec = *fact.spec;
    std::string out = "### " + std::string(spec.name) + " " + spec.title + "\n\n" + spec.finding + " *" + spec.sources + "*\n\n";
    out += "Here: " + std::string(spec.knob) + (*spec.scenario ? std::string("; the market of ") + spec.scenario : std::string()) + ".\n\n";
    out += table_head({"What", "Published", "Measured", "90 % interval", "Worlds", "", "Kind"});
    for (const FactRow& row : fact.rows)
        out += table_row({row.spec.what, with_unit(published_text(row.spec), row.spec), measured_text(row), interval_text(row), std::to_string(row.worlds),
                          row.held ? "holds" : row.worlds ? "**falls short**" : "**not measured**",
                          std::string(basis_name(row.spec.basis)) + (row.settled || row.worlds == 0 ? "" : ", interval wide")});
    const bool missed = std::any_of(fact.rows.begin(), fact.rows.end(), [](const FactRow& row) { return !row.held; });
    if (missed) out += "\n**What is missed.** " + std::string(spec.miss) + "\n";
    return out + "\n";
}

}  // namespace

std::string evidence_page(std::span<const Fact> facts, const Pains& pains) {
    const Tally found = tally(facts, Basis::Emergent), fitted = tally(facts, Basis::Fitted), assumed = tally(facts, Basis::Assumed);
    const auto of = [](const Tally& t) { return std::to_string(t.held) + " of " + std::to_string(t.rows); };
    const auto whole = std::count_if(facts.begin(), facts.end(), [](const Fact& fact) { return fact.held(); });
    const std::string customers = grouped_text(pains.customers, 0);

    std::string out = "# Published facts, measured here\n\n<!-- parley evidence: engine " PARLEY_VERSION ", print " + evidence_print() + " -->\n\n";
    out += "A simulator that teaches must not be believed for its pictures. Researchers and firms have measured what advertising, talk, "
           "replies and following do; this page does each of those experiments again inside the model and puts the number beside the "
           "published one. Where the model falls short, it says so.\n\n";
    out += "**" + of(found) + " numbers hold that no rule states and nothing was fitted to.** So do " + of(fitted) + " that were fitted and " + of(assumed) +
           " that hang on an assumption; " + std::to_string(whole) + " of " + std::to_string(facts.size()) +
           " facts hold in every number. Measured with Parley " PARLEY_VERSION ", towns of " + customers + " customers, up to " + std::to_string(pains.most) +
           " pairs of worlds each, one set of numbers for all facts (`parley evidence --format md`). \"Fitted\" and \"assumed\" speak of what comes out; how many "
           "of the numbers that go in are assumptions is told in [Where the numbers come from](provenance.md).\n\n";
    out += table_head({"Kind of number", "What it means", "Numbers", "Hold"});
    for (const Basis basis : kBases) {
        const Tally counted = tally(facts, basis);
        out += table_row({basis_name(basis), meaning_of(basis), std::to_string(counted.rows), std::to_string(counted.held)});
    }
    out += "\n![Every number of the facts beside its published band](pictures/facts.svg)\n\n";
    out += "**How to read it.** A fact is an experiment: one thing is changed, everything else and all luck stay, and what comes out is "
           "counted. *Published* is the range asked for: that of the studies where they give one, else set around their figure, or only its sign (\"at "
           "least 0\"); a few are ours, where a survey names a direction without a size. *Measured* is the mean over pairs of worlds with its 90 % "
           "interval. A number holds when its mean lies in the range. Worlds are added until the interval is at most a quarter of the range; *interval wide* says that "
           "the allowed number of worlds did not suffice. The ranges are of other markets and times: agreement makes the model plausible, "
           "never true.\n\n";

    out += "## What the model misses\n\n";
    int missed = 0;
    std::string list = table_head({"Fact", "Number", "Published", "Measured", "Why"});
    for (const Fact& fact : facts)
        for (const FactRow& row : fact.rows)
            if (!row.held && ++missed)
                list += table_row({std::string(fact.spec->name) + " " + fact.spec->title, row.spec.what, published_text(row.spec), measured_text(row), fact.spec->miss});
    out += missed ? many(missed, "number") + " of " + std::to_string(found.rows + fitted.rows + assumed.rows + tally(facts, Basis::Construction).rows) + " " +
                        (missed == 1 ? "is" : "are") + " not what was published.\n\n" + list + "\n"
                  : "Nothing: every number lies in its range.\n\n";

    out += "## What was changed after results had been seen\n\nAgreement that was found and agreement that was made are different things. Experiments and numbers "
           "changed after a first look:\n\n";
    for (const SeenChange& change : changes_after_seeing()) out += "- **" + std::string(change.where) + "**: " + change.change + ".\n";
    out += "\nThe fitted numbers themselves come from `parley calibrate`, which always begins at the same values and not at the defaults.\n\n## The facts\n\n";
    for (const Fact& fact : facts) out += fact_section(fact);
    return out;
}

namespace {

// --- Picture ---------------------------------------------------------------------------------------------------------

constexpr double kNames = 440, kPlot = 210, kNumbers = 240, kLine = 20, kTop = 58;

std::string at(double x) {
    const double tenths = std::floor(x * 10 + 0.5);
    std::string text = std::to_string(static_cast<long long>(tenths / 10));
    const auto rest = static_cast<long long>(tenths) % 10;
    return rest ? text + "." + std::to_string(rest) : text;
}

std::string words_at(double x, double y, const char* style, std::string_view words) {
    return "<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" class=\"" + style + "\">" + escaped(words) + "</text>\n";
}

// Where a value stands, 0..1 of the plot: bands lie between a third and two thirds; one without a limit on one side begins or ends in the middle.
double place_of(const FactRowSpec& row, double value) {
    double place;
    if (row.two_sided()) {
        place = (1 + (value - row.low) / (row.high - row.low)) / 3;
    } else {
        const double limit = row.low > -kNoLimit ? row.low : row.high, size = std::max(std::fabs(limit), std::fabs(value - limit));
        place = 0.5 + (size > 0 ? (value - limit) / (3 * size) : 0);
    }
    return std::clamp(place, 0.01, 0.99);
}

}  // namespace

std::string evidence_picture(std::span<const Fact> facts) {
    double y = kTop;
    std::string body;
    for (const Fact& fact : facts) {
        y += 8;
        body += words_at(8, y + 13, "fact", std::string(fact.spec->name) + "  " + fact.spec->title);
        y += kLine;
        for (const FactRow& row : fact.rows) {
            const double middle = y + kLine / 2, left = kNames;
            const double from = row.spec.two_sided() ? 1.0 / 3 : row.spec.low > -kNoLimit ? 0.5 : 0, to = row.spec.two_sided() ? 2.0 / 3 : row.spec.low > -kNoLimit ? 1 : 0.5;
            body += words_at(24, middle + 4, "what", row.spec.what);
            body += "<rect x=\"" + at(left + from * kPlot) + "\" y=\"" + at(middle - 6) + "\" width=\"" + at((to - from) * kPlot) + "\" height=\"12\" class=\"band\"/>\n";
            if (row.worlds > 0) {
                const double x = left + place_of(row.spec, row.measured.mean) * kPlot;
                body += "<path d=\"M" + at(left + place_of(row.spec, row.measured.low) * kPlot) + " " + at(middle) + "H" + at(left + place_of(row.spec, row.measured.high) * kPlot) + "\" class=\"interval\"/>\n";
                // Round: a success if it holds; a square is by construction; hollow falls short.
                const std::string look = row.held ? "class=\"holds\"" : "class=\"misses\"";
                body += row.spec.basis == Basis::Construction
                            ? "<rect x=\"" + at(x - 4) + "\" y=\"" + at(middle - 4) + "\" width=\"8\" height=\"8\" " + look + "/>\n"
                            : "<circle cx=\"" + at(x) + "\" cy=\"" + at(middle) + "\" r=\"5\" " + look + "/>\n";
            }
            body += words_at(kNames + kPlot + 12, middle + 4, row.held ? "what" : "miss",
                             (row.held ? "" : row.worlds ? "misses: " : "") + measured_text(row) + " (" + published_text(row.spec) + ")");
            y += kLine;
        }
    }
    const double width = kNames + kPlot + kNumbers + 10, height = y + 16;
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + at(width) + " " + at(height) + "\" role=\"img\" aria-labelledby=\"facts-title facts-words\">\n";
    out += "<title id=\"facts-title\">Published facts, measured here</title>\n<desc id=\"facts-words\">One line for each number of the facts: a grey band for the "
           "published range, a mark for what the model gives, filled where it lies in the band. The tables of the page hold the same numbers.</desc>\n";
    out += "<style>text{font:13px Inter,Helvetica,Arial,sans-serif;fill:#222}.fact{font-weight:600}.what{fill:#444}.miss{fill:#9a3412;font-weight:600}.band{fill:#d9dee5}"
           ".interval{stroke:#222;stroke-width:1.5;fill:none}.holds{fill:#1f4e79;stroke:#1f4e79;stroke-width:2}.misses{fill:#fff;stroke:#9a3412;stroke-width:2}</style>\n";
    out += "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    out += words_at(8, 22, "fact", "Measured beside published");
    out += words_at(8, 42, "what", "Grey: published range. Filled: holds; hollow: falls short. Round: no rule states it; square: a rule does, no success.");
    return out + body + "</svg>\n";
}

}  // namespace parley
