// The table as a whole: its rows in order, and the fingerprint of all that a measured page depends on.
#include "study/claims.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "model/rng.h"
#include "scenario/json_writer.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/claims/table.h"
#include "study/series.h"

namespace parley {

std::span<const ClaimSpec> all_claims() {
    static const std::vector<ClaimSpec> all = [] {
        std::vector<ClaimSpec> rows;
        for (const auto part : {claims::claims_of_interviews(), claims::claims_of_ten_points(), claims::claims_of_listening()})
            rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    }();
    return all;
}

const ClaimSpec* find_claim(std::string_view id) {
    std::string wanted(id);
    for (char& c : wanted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    for (const ClaimSpec& spec : all_claims())
        if (wanted == spec.id) return &spec;
    return nullptr;
}

std::string claims_fingerprint() {
    std::string all;
    const auto add = [&](std::string_view text) { all.append(text), all.push_back(0); };
    const auto add_output = [&](const ClaimOutput& output) {
        add(output.what ? output.what : "");
        add(std::to_string(static_cast<int>(output.expect)) + ' ' + std::to_string(output.from) + ' ' + std::to_string(output.to));
    };
    std::set<std::string> bases;
    for (const ClaimSpec& spec : all_claims()) {
        for (const char* text : {spec.id, spec.article, spec.claim, spec.base, spec.settings, spec.lever, spec.values, spec.moderator, spec.range,
                                 spec.turns, spec.note, spec.missing})
            add(text ? text : "");
        add(std::to_string(spec.arm) + ' ' + std::to_string(spec.dose) + (spec.lottery ? " lottery" : ""));
        add_output(spec.output), add_output(spec.also);
        bases.insert(spec.base);
    }
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& row : table->rows) add(row.name), add(number_text(row.value));
    for (const std::string& id : bases) {
        Diagnostics problems;
        const auto scenario = parse_scenario(shipped_scenario(id).value_or(""), problems);
        add(scenario ? scenario_hash(*scenario) : "");
    }
    std::uint64_t digest = 0;
    for (const char c : all) digest = mix_into(digest, static_cast<unsigned char>(c));
    return hex_of(digest);
}

}  // namespace parley
