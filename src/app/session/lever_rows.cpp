#include "app/session/lever_rows.h"

#include "study/strings.h"

namespace parley {
namespace {

bool contains(std::string text, std::string words) {
    for (std::string* s : {&text, &words})
        for (char& c : *s) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const std::string_view ending : {"ies", "ing", "y", "s"})
        if (words.size() > ending.size() + 2 && words.ends_with(ending)) {
            words.resize(words.size() - ending.size());
            break;
        }
    return text.find(words) != std::string::npos;
}

}  // namespace

std::vector<const ParamSpec*> levers_in_use(const Scenario& now, const Scenario& opened) {
    std::vector<const ParamSpec*> out;
    for (const ParamSpec& row : kStrategyTable.rows) {
        bool used = row.first;
        for (const Scenario* s : {&now, &opened})
            for (const Arm& arm : s->arms) used = used || value_of(arm.strategy, row) != row.value;
        if (used) out.push_back(&row);
    }
    return out;
}

std::vector<const ParamSpec*> levers_about(const std::string& words) {
    std::vector<const ParamSpec*> out;
    for (const ParamSpec& row : kStrategyTable.rows)
        if (words.empty() || contains(row.label, words) || contains(row.help, words) || contains(tr("levers.group." + std::to_string(static_cast<int>(row.group))), words))
            out.push_back(&row);
    return out;
}

}  // namespace parley
