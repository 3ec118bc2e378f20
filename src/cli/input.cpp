#include "cli/input.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/files.h"
#include "scenario/library.h"
#include "scenario/nearest.h"
#include "scenario/scenario_json.h"

namespace parley {
namespace {

bool whole_number(const std::string& text) {
    const std::size_t first = text.size() > 1 && text[0] == '-' ? 1 : 0;
    return !text.empty() && text.find_first_not_of("0123456789", first) == std::string::npos;
}

// JSON knows no leading zeros.
std::string without_zeros(const std::string& number) {
    const bool negative = number[0] == '-';
    const std::size_t first = number.find_first_not_of("-0");
    return first == std::string::npos ? "0" : (negative ? "-" : "") + number.substr(first);
}

// One value by path; kDone, or the exit code after a diagnostic.
int change(Scenario& scenario, const std::string& origin, const std::string& path, const std::string& value, Console& console) {
    const Diagnostics problems = set_value(scenario, path, value);
    for (const Diagnostic& problem : problems) console.err << describe(origin, problem) << '\n';
    return problems.empty() ? kDone : kWrongInput;
}

int change_number(Scenario& scenario, const char* option, const char* path, const std::string& value, Console& console) {
    if (value.empty()) return kDone;
    if (!whole_number(value)) {
        console.err << "parley: " << option << " takes a whole number, not \"" << value << "\"\n";
        return kWrongUsage;
    }
    return change(scenario, std::string(option) + " " + value, path, without_zeros(value), console);
}

}  // namespace

std::string suggest(const std::string& word, const std::vector<std::string>& names) {
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string_view nearest = nearest_name(word, views);
    if (!nearest.empty()) return "perhaps " + std::string(nearest);
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "there are " : ", ") + name;
    return list;
}

std::optional<SourceText> read_scenario(const std::string& name, Console& console) {
    std::error_code error;
    const bool is_path = name.find('/') != std::string::npos || name.find('.') != std::string::npos;
    if (!is_path && !std::filesystem::exists(name, error)) {
        if (const auto text = shipped_scenario(name)) return SourceText{name + ".json", std::string(*text)};
        console.err << "parley: there is no file and no shipped scenario \"" << name << "\"; " << suggest(name, scenario_ids())
                    << '\n';
        return {};
    }
    // One byte more than allowed is enough to tell that a file is too large.
    std::string why;
    const auto text = read_file(name, kMaxScenarioBytes + 1, why);
    if (text) return SourceText{name, *text};
    console.err << why << '\n';
    return {};
}

std::optional<Scenario> load_scenario(const ScenarioOptions& options, Console& console, int& exit) {
    exit = kNoFile;
    const auto source = read_scenario(options.scenario, console);
    if (!source) return {};

    exit = kWrongInput;
    Diagnostics problems;
    auto scenario = parse_scenario(source->text, problems);
    for (const Diagnostic& problem : problems) console.err << describe(source->file, problem) << '\n';
    if (!scenario || !problems.empty()) return {};

    // Every problem of the command line is told, the worst sort decides the exit code.
    exit = kDone;
    const auto worse = [&exit](int code) { exit = std::max(exit, code); };
    for (const std::string& assignment : options.set) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos || equals == 0) {
            console.err << "parley: --set takes PATH=VALUE, as in --set market.customers=20000, not \"" << assignment << "\"\n";
            worse(kWrongUsage);
            continue;
        }
        worse(change(*scenario, "--set " + assignment, assignment.substr(0, equals), assignment.substr(equals + 1), console));
    }
    worse(change_number(*scenario, "--pairs", "run.pairs", options.pairs, console));
    worse(change_number(*scenario, "--seed", "run.seed", options.seed, console));
    if (exit != kDone) return {};
    return scenario;
}

}  // namespace parley
