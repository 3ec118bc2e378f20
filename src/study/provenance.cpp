#include "study/provenance.h"

#include <algorithm>
#include <set>

#include "scenario/marked_tables.h"
#include "study/compare.h"
#include "study/era.h"
#include "study/figure_svg.h"
#include "study/strings.h"
#include "study/wording.h"

namespace parley {
namespace {

constexpr const char* kNames[kOrigins] = {"measured", "fitted", "survey", "direction", "assumption", "setting"};

template <class Use> void for_rows(Use use) {
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& row : table->rows) use(*table, row);
}

// As many decimals as the number has, six at most.
std::string plain(double value) {
    std::string out = grouped_text(value, 6);
    if (out.find('.') != out.npos) out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.')) out.pop_back();
    return out;
}

std::string value_of_row(const ParamSpec& row, double value) {
    if (row.kind == Kind::Choice) return row.options[static_cast<std::size_t>(value)].label;
    const std::string_view unit = row.unit;
    return plain(value) + (unit == "-" ? "" : unit == "currency" ? " of money" : " " + std::string(unit));
}

std::string range_of(const ParamSpec& row) {
    if (row.kind != Kind::Choice) return plain(row.min) + " \u2013 " + plain(row.max);
    return std::to_string(row.options.size()) + " choices";
}

// "A" as the word it stands for, sources by name.
std::string source_of(const ParamSpec& row) {
    std::string out;
    for (std::string_view rest(row.source); !rest.empty();) {
        const std::size_t stop = rest.find("; ");
        const std::string part(rest.substr(0, stop));
        out += (out.empty() ? "" : "; ") + (part == "A" ? std::string("assumption") : part.starts_with("A (") ? "assumption" + part.substr(1) : part);
        rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 2);
    }
    if (*unconfirmed(row)) out += " *(figure not confirmed)*";
    return out;
}

std::string grades_table() {
    const Grades& g = grades();
    std::string out = table_head({"Grade", "What it means", "Numbers", "Share"});
    for (int i = 0; i < kOrigins; ++i)
        out += table_row({"**" + tr("grade." + std::to_string(i)) + "**", tr("numbers.origin." + std::to_string(i)), std::to_string(g.count[static_cast<std::size_t>(i)]),
                          percent_text(static_cast<double>(g.count[static_cast<std::size_t>(i)]) / g.all)});
    return out + table_row({"**All**", "", std::to_string(g.all), "100 %"});
}

std::string numbers_table(Origin origin) {
    std::string out = table_head({"Number", "What it is", "Usual value", "Range", "Source"});
    for_rows([&](const ParamTable& table, const ParamSpec& row) {
        if (origin_of(row) == origin) out += table_row({std::string(row.label) + "<br>`" + table.name + '.' + row.name + '`', row.help, value_of_row(row, row.value), range_of(row), source_of(row)});
    });
    return out;
}

std::string doi_link(const SourceSpec& source) {
    return *source.doi ? std::string("[") + source.doi + "](https://doi.org/" + source.doi + ")" : "\u2013";
}

std::string sources_table(bool used) {
    std::set<const SourceSpec*> cited;
    for_rows([&](const ParamTable&, const ParamSpec& row) {
        for (const SourceSpec* source : sources_of(row)) cited.insert(source);
    });
    std::string out = table_head({"Source", "What it is about", "Published in", "DOI", "Not confirmed"});
    for (const SourceSpec& source : sources())
        if (cited.count(&source) == used)
            out += table_row({std::string(source.authors) + (source.year ? ' ' + std::to_string(source.year) : std::string()), source.about,
                              std::string(source.place) + (source.kind == SourceKind::Industry ? " (a firm's own figures)" : ""), doi_link(source), *source.unconfirmed ? source.unconfirmed : "\u2013"});
    return out;
}

std::string name_of(const Scenario& s) { return "**" + s.id.substr(0, 2) + " " + s.title.in("en") + "**"; }

const Assumptions* of(const Scenario& s, std::span<const Assumptions> sweeps) {
    for (const Assumptions& sweep : sweeps)
        if (sweep.scenario == s.id) return &sweep;
    return nullptr;
}

std::string draws_table(std::span<const Scenario> scenarios, std::span<const Assumptions> sweeps) {
    std::string out = table_head({"Scenario", "As shipped", "The same in", "The assumed numbers that matter most"});
    for (const Scenario& s : scenarios) {
        const Assumptions* sweep = of(s, sweeps);
        if (!sweep) {
            out += table_row({name_of(s), "\u2013", "not measured", "\u2013"});
            continue;
        }
        std::string weights;
        for (const Weight& weight : sweep->weights) {
            const std::size_t dot = weight.path.find('.');
            const ParamTable& table = weight.path.starts_with("brand.") ? kBrandTable : kMarketTable;
            const ParamSpec* row = table.find(weight.path.substr(dot + 1));
            weights += (weights.empty() ? "" : "; ") + std::string(row ? row->label : weight.path.c_str());
        }
        out += table_row({name_of(s), sweep->form == VerdictForm::Close ? "too close to call" : sweep->form == VerdictForm::Date ? "depends on the date; " + sweep->leader + " has more in all" : sweep->leader + " is ahead",
                          std::to_string(sweep->same) + " of " + std::to_string(sweep->draws) + " draws", weights.empty() ? "no single one" : weights});
    }
    return out;
}

std::string era_table(std::span<const Scenario> scenarios, std::span<const Assumptions> sweeps) {
    std::string out = table_head({"Scenario", "Posts reach, of followers and without payment", "With today's reach (1.5 %, an assumption)"});
    for (const Scenario& s : scenarios) {
        const Assumptions* sweep = of(s, sweeps);
        out += table_row({name_of(s), era_phrase(s.market), !sweep ? "not measured" : sweep->today ? "the same answer" : "another answer"});
    }
    return out;
}

}  // namespace

const Grades& grades() {
    static const Grades counted = [] {
        Grades g;
        for_rows([&](const ParamTable&, const ParamSpec& row) { ++g.all, ++g.count[static_cast<std::size_t>(origin_of(row))], g.unconfirmed += *unconfirmed(row) != '\0'; });
        return g;
    }();
    return counted;
}

std::string assumed_line() {
    const Grades& g = grades();
    return tr("numbers.assumed", {{"assumed", number(g.assumed())}, {"all", number(g.all)}});
}

std::string provenance_table(std::string_view name, std::span<const Scenario> scenarios, std::span<const Assumptions> sweeps) {
    constexpr std::string_view kOurs = "provenance.";
    if (!name.starts_with(kOurs)) return "";
    name.remove_prefix(kOurs.size());
    if (name == "grades") return grades_table();
    if (name == "line") return "Before you begin: " + assumed_line() + ". [Where the numbers come from](provenance.md) says which.\n";
    if (name == "count") return "**" + assumed_line() + ".** " + std::to_string(grades().measured()) + " are measured in published studies or fitted to them, " +
                                std::to_string(grades().of(Origin::Industry)) + " come from surveys and counts by firms, " + std::to_string(grades().of(Origin::Setting)) +
                                " are settings. Of those with a source, " + std::to_string(grades().unconfirmed) + " rest on a figure that nobody here could confirm; they say so.\n";
    if (name == "sources") return sources_table(true);
    if (name == "facts") return sources_table(false);
    if (name == "draws") return draws_table(scenarios, sweeps);
    if (name == "era") return era_table(scenarios, sweeps);
    for (int i = 0; i < kOrigins; ++i)
        if (name == kNames[i]) return numbers_table(static_cast<Origin>(i));
    return "";
}

std::string provenance_picture() {
    constexpr int kEdge = 14, kWide = 734, kRow = 44, kTop = 46, kLabel = 222;
    const Grades& g = grades();
    const int most = *std::max_element(g.count.begin(), g.count.end());
    // Measured dark, assumed hatched: told apart without colour.
    constexpr const char* kFill[kOrigins] = {"#111827", "#111827", "#5B6370", "url(#hatched)", "url(#hatched)", "#DAD8D2"};
    const int high = kTop + kOrigins * kRow + 8;
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + std::to_string(-kEdge) + " 0 " + std::to_string(kWide + kEdge) + ' ' + std::to_string(high) +
                      "\" role=\"img\" aria-labelledby=\"t d\" font-family=\"Inter, 'Segoe UI', Roboto, Arial, sans-serif\">\n<title id=\"t\">" +
                      escaped(tr("provenance.picture")) + "</title>\n<desc id=\"d\">";
    for (int i = 0; i < kOrigins; ++i) out += (i ? ", " : "") + escaped(tr("grade." + std::to_string(i))) + ' ' + std::to_string(g.count[static_cast<std::size_t>(i)]);
    out += "</desc>\n<defs><pattern id=\"hatched\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
           "<rect width=\"7\" height=\"7\" fill=\"#fff\"/><rect width=\"3\" height=\"7\" fill=\"#111827\"/></pattern></defs>\n"
           "<rect x=\"" + std::to_string(-kEdge) + "\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<text x=\"0\" y=\"22\" font-size=\"17\" font-weight=\"600\" fill=\"#111827\">" +
           escaped(assumed_line()) + "</text>\n";
    for (int i = 0; i < kOrigins; ++i) {
        const int n = g.count[static_cast<std::size_t>(i)], y = kTop + i * kRow, w = std::max(3, n * (kWide - kLabel - 60) / std::max(1, most));
        out += "<text x=\"0\" y=\"" + std::to_string(y + 21) + "\" font-size=\"15\" fill=\"#111827\">" + escaped(tr("grade." + std::to_string(i))) + "</text>" +
               "<rect x=\"" + std::to_string(kLabel) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(w) + "\" height=\"30\" fill=\"" + kFill[i] +
               "\" stroke=\"#111827\" stroke-width=\"1\"/><text x=\"" + std::to_string(kLabel + w + 10) + "\" y=\"" + std::to_string(y + 21) +
               "\" font-size=\"15\" font-weight=\"600\" fill=\"#111827\">" + std::to_string(n) + "</text>\n";
    }
    return out + "</svg>\n";
}

}  // namespace parley
