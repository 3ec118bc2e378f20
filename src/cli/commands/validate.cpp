// parley validate, params, schema: the scenario format and whether files keep to it.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/files.h"
#include "scenario/scenario_json.h"
#include "scenario/schema.h"

namespace parley {
namespace {

int validate(const std::vector<std::string>& files, Console& console) {
    std::size_t problems_found = 0, invalid = 0, unread = 0;
    for (const std::string& name : files) {
        const auto source = read_scenario(name, console);
        if (!source) {
            ++unread;
            continue;
        }
        Diagnostics problems;
        const auto scenario = parse_scenario(source->text, problems);
        for (const Diagnostic& problem : problems) console.err << describe(source->file, problem) << '\n';
        problems_found += problems.size();
        invalid += !scenario || !problems.empty();
    }
    const auto plural = [](std::size_t n, const char* word) { return std::to_string(n) + " " + word + (n == 1 ? "" : "s"); };
    if (invalid == 0 && unread == 0)
        return deliver(console, plural(files.size(), "file") + (files.size() == 1 ? ", valid\n" : ", all valid\n"), "");

    console.err << plural(files.size(), "file") << ", " << invalid << " invalid (" << plural(problems_found, "problem") << ")";
    if (unread) console.err << ", " << unread << " not read";
    console.err << '\n';
    return invalid ? kWrongInput : kNoFile;
}

}  // namespace

std::function<int()> add_validate(CLI::App& app, Console& console) {
    const auto files = std::make_shared<std::vector<std::string>>();
    app.add_option("SCENARIO", *files, "Scenario files, or ids of shipped scenarios")->required();
    return [files, &console] { return validate(*files, console); };
}

std::function<int()> add_params(CLI::App& app, Console& console) {
    const auto format = std::make_shared<std::string>("text");
    add_format(app, *format, {"text", "md", "json"});
    return [format, &console] {
        return deliver(console,
                       *format == "json" ? params_as_json()
                       : *format == "md" ? params_as_markdown()
                                         : params_as_text(),
                       "");
    };
}

std::function<int()> add_schema(CLI::App&, Console& console) {
    return [&console] { return deliver(console, scenario_schema(), ""); };
}

}  // namespace parley
