#include "scenario/odd.h"

#include "model/observation.h"
#include "model/params.h"
#include "model/process/process.h"
#include "scenario/json_writer.h"
#include "scenario/marked_tables.h"

namespace parley {
namespace {

struct StateRow {
    const char *entity, *name, *range, *help;
};
constexpr StateRow kState[] = {
#define TRAIT(type, name, range, help) {"customer, constant", #name, range, help},
#define MIND(type, name, range, help) {"customer", #name, range, help},
#define FIRM(name, range, help) {"brand", #name, range, help},
#include "model/entities.def"
#undef FIRM
#undef MIND
#undef TRAIT
};

std::string state_table() {
    std::string out = table_head({"variable", "of", "range or unit", "meaning"});
    for (const StateRow& s : kState) out += table_row({"`" + std::string(s.name) + "`", s.entity, s.range, s.help});
    return out;
}

std::string schedule_table() {
    std::string out = table_head({"order", "process", "what happens"});
    int order = 0;
    for (const process::ProcessSpec& p : process::schedule())
        out += table_row({std::to_string(++order), "`" + std::string(p.name) + "`", p.sentence});
    return out;
}

const char* word_for(ObservableKind kind) {
    switch (kind) {
        case ObservableKind::Flow: return "flow";
        case ObservableKind::Stock: return "stock";
        case ObservableKind::Money: return "money";
        case ObservableKind::Mean: return "mean";
        case ObservableKind::Level: return "level";
    }
    return "";
}

std::string observable_table() {
    std::string out = table_head({"observable", "kind", "unit", "meaning"});
    for (const ObservableSpec& o : observables()) out += table_row({"`" + std::string(o.name) + "`", word_for(o.kind), o.unit, o.help});
    return out;
}

std::string parameter_table() {
    std::string out = table_head({"parameter", "default", "range", "unit", "meaning", "source"});
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& p : table->rows) {
            const bool choice = p.kind == Kind::Choice;
            std::string range;
            if (choice)
                for (const OptionSpec& option : p.options) range += (range.empty() ? "" : ", ") + std::string(option.code);
            else
                range = number_text(p.min) + " to " + number_text(p.max);
            out += table_row({"`" + std::string(table->name) + "." + p.name + "`", choice ? option_code(p, p.value) : number_text(p.value), range, p.unit,
                        p.help, p.source});
        }
    return out;
}

}  // namespace

std::string odd_table(std::string_view name) {
    if (name == "state") return state_table();
    if (name == "schedule") return schedule_table();
    if (name == "observables") return observable_table();
    if (name == "parameters") return parameter_table();
    return "";
}

std::string with_odd_tables(std::string_view text) { return fill_tables(text, odd_table); }

}  // namespace parley
