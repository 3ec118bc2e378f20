// The parameter reference, as aligned text, Markdown and JSON (format parley.params/1).
#include <algorithm>

#include "model/params.h"
#include "model/sources.h"
#include "scenario/json_writer.h"
#include "scenario/schema.h"

namespace parley {
namespace {

const char* about(const ParamTable& table) {
    if (&table == &kMarketTable) return "what the brand cannot choose";
    if (&table == &kBrandTable) return "where the brand starts, in all arms alike";
    if (&table == &kStrategyTable) return "what an arm decides: the levers";
    return "how long, how often, and when a leader is named";
}

const char* word_for(Kind kind) {
    switch (kind) {
        case Kind::Count:
            return "count";
        case Kind::Number:
            return "number";
        case Kind::Share:
            return "share";
        case Kind::Money:
            return "money";
        case Kind::Weight:
            return "weight";
        case Kind::Choice:
            return "choice";
    }
    return "";
}

const char* word_for(LeverGroup group) {
    switch (group) {
        case LeverGroup::None:
            return "";
        case LeverGroup::Budget:
            return "budget";
        case LeverGroup::Voice:
            return "voice";
        case LeverGroup::Desk:
            return "desk";
        case LeverGroup::Reach:
            return "reach";
        case LeverGroup::House:
            return "house";
    }
    return "";
}

std::string value_text(const ParamSpec& row) {
    return row.kind == Kind::Choice ? option_code(row, row.value) : number_text(row.value);
}
std::string range(const ParamSpec& row) {
    if (row.kind != Kind::Choice) return number_text(row.min) + " to " + number_text(row.max);
    std::string out;
    for (const OptionSpec& option : row.options) out += (out.empty() ? "" : ", ") + std::string(option.code);
    return out;
}
std::string mark(const ParamSpec& row) { return row.fixed ? "fixed" : ""; }

std::string currency_codes() {
    std::string out;
    for (const OptionSpec& currency : currencies()) out += (out.empty() ? "" : ", ") + std::string(currency.code);
    return out;
}

// A vertical bar would end the cell.
std::string cell(std::string text) {
    for (std::size_t i = 0; (i = text.find('|', i)) != text.npos; i += 2) text.insert(i, "\\");
    return text;
}

const char* grade(const ParamSpec& row) { return grade_word(origin_of(row)); }

// A line of the list of sources: in full, what it is about, and what of it nobody has confirmed.
std::string source_line(const SourceSpec& source) {
    std::string out = in_full(source) + ": " + source.about;
    if (source.kind == SourceKind::Industry) out += " (published by a firm)";
    if (*source.unconfirmed) out += std::string("; not confirmed: ") + source.unconfirmed;
    return out;
}

constexpr const char* kGradeNote =
    "Grades: measured, a number of a study; fitted, chosen so that the model meets a study; survey, a survey or count by a firm; "
    "assumption, direction known: a study or survey gives sign or order of size only; assumption: nothing behind it; setting: chosen "
    "by the scenario, or a convention";
constexpr const char* kFixedNote = "fixed: shapes the people or the run; no dated event can change it";

}  // namespace

std::string params_as_text() {
    std::string out;
    for (const ParamTable* table : param_tables()) {
        // Columns as wide as their widest entry.
        std::size_t name_width = 0, range_width = 0, value_width = 0, unit_width = 0;
        for (const ParamSpec& row : table->rows) {
            name_width = std::max(name_width, std::string_view(row.name).size());
            range_width = std::max(range_width, range(row).size());
            value_width = std::max(value_width, value_text(row).size());
            unit_width = std::max(unit_width, std::string_view(row.unit).size());
        }
        const auto left = [](std::string text, std::size_t width) {
            return text + std::string(width - std::min(width, text.size()) + 2, ' ');
        };
        const auto right = [](const std::string& text, std::size_t width) {
            return std::string(width - std::min(width, text.size()), ' ') + text + "  ";
        };

        out += std::string(out.empty() ? "" : "\n") + table->name + ": " + about(*table) + "\n";
        for (const ParamSpec& row : table->rows) {
            out += "  " + left(row.name, name_width) + right(value_text(row), value_width) + left(row.unit, unit_width) +
                   left(range(row), range_width) + left(mark(row), 5);
            out += std::string(row.help) + " [" + grade(row) + ": " + row.source + "]\n";
        }
    }
    out += "\nName, default, unit, range, what it means [grade: source]; A: an assumption.\n" + std::string(kGradeNote) + ".\n" + kFixedNote +
           ".\nmarket.currency: " + currency_codes() + ".\n\nSources\n";
    for (const SourceSpec& source : sources()) out += std::string("  ") + source.name + ": " + source_line(source) + "\n";
    return out;
}

std::string params_as_markdown() {
    std::string out = "# Parameters\n\nA: an assumption. " + std::string(kGradeNote) + ". " + kFixedNote + ". `market.currency` is one of " +
                      currency_codes() + ".\n";
    for (const ParamTable* table : param_tables()) {
        out += "\n## " + std::string(table->name) + "\n\n" + about(*table) + "\n\n";
        out += "| name | label | default | range | unit | | meaning | grade | source |\n|---|---|---|---|---|---|---|---|---|\n";
        for (const ParamSpec& row : table->rows) {
            out += "| `" + std::string(row.name) + "` | " + cell(row.label) + " | " + value_text(row) + " | " +
                   range(row) + " | " + cell(row.unit) + " | ";
            out += mark(row) + " | " + cell(row.help) + " | " + grade(row) + " | " + cell(row.source) + " |\n";
        }
    }
    out += "\n## Sources\n\n| cited as | source |\n|---|---|\n";
    for (const SourceSpec& source : sources()) out += std::string("| ") + source.name + " | " + cell(source_line(source)) + " |\n";
    return out;
}

std::string params_as_json() {
    JsonWriter out;
    out.begin_object().member("format", "parley.params/1").key("tables").begin_array();
    for (const ParamTable* table : param_tables()) {
        out.begin_object().member("name", table->name).member("help", about(*table)).key("rows").begin_array();
        for (const ParamSpec& row : table->rows) {
            out.begin_object().member("name", row.name).member("kind", word_for(row.kind));
            if (row.kind == Kind::Choice) out.member("default", option_code(row, row.value));
            else out.member("default", row.value);
            if (row.kind == Kind::Choice) {
                out.key("options").begin_array(JsonWriter::Layout::Line);
                for (const OptionSpec& option : row.options) out.value(option.code);
                out.end_array();
            } else {
                out.member("min", row.min).member("max", row.max).member("unit", row.unit);
            }
            out.member("label", row.label);
            out.member("help", row.help).member("source", row.source).member("grade", grade(row));
            out.key("sources").begin_array(JsonWriter::Layout::Line);
            for (const SourceSpec* source : sources_of(row)) out.value(source->name);
            out.end_array();
            if (*unconfirmed(row)) out.member("not_confirmed", unconfirmed(row));
            out.member("fixed", row.fixed);
            if (row.group != LeverGroup::None) out.member("group", word_for(row.group)).member("moves", row.moves).member("first_screen", row.first);
            out.end_object();
        }
        out.end_array().end_object();
    }
    out.end_array().key("sources").begin_array();
    for (const SourceSpec& source : sources()) {
        out.begin_object().member("name", source.name).member("kind", source.kind == SourceKind::Study ? "study" : "firm").member("authors", source.authors);
        if (source.year) out.member("year", source.year);
        out.member("place", source.place);
        if (*source.doi) out.member("doi", source.doi);
        out.member("about", source.about);
        if (*source.unconfirmed) out.member("not_confirmed", source.unconfirmed);
        out.end_object();
    }
    out.end_array().key("currencies").begin_array(JsonWriter::Layout::Line);
    for (const OptionSpec& currency : currencies()) out.value(currency.code);
    return out.end_array().end_object().take();
}

}  // namespace parley
