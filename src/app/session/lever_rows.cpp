#include "app/session/lever_rows.h"

#include <algorithm>
#include <cmath>

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

Strategy with_share(Strategy strategy, const ParamSpec& weight, double share) {
    share = std::clamp(share, 0.0, 1.0);
    double others = 0;
    for (const ParamSpec& row : kStrategyTable.rows)
        if (row.kind == Kind::Weight && &row != &weight) others += value_of(strategy, row);
    for (const ParamSpec& row : kStrategyTable.rows) {
        if (row.kind != Kind::Weight) continue;
        double& value = value_of(strategy, row);
        // Where nothing else is bought, what is freed goes to the others of the first screen.
        const double of_rest = others > 0 ? value / others : row.first ? 0.5 : 0;
        value = std::round(1e8 * (&row == &weight ? share : (1 - share) * of_rest)) / 1e6;
    }
    return strategy;
}

}  // namespace parley
