#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <new>
#include <ostream>

#include "cli/commands/commands.h"
#include "parley_version.h"

namespace parley {
namespace {

constexpr Command kCommands[] = {
    {"run", "One world per arm, day by day", add_run},
    {"compare", "Paired worlds of every arm, and who is ahead", add_compare},
    {"validate", "Every problem of every file", add_validate},
    {"explain", "One customer's life in every arm, and why", add_explain},
    {"report", "One page about a comparison, for people; tidy tables beside it", add_report},
    {"verify", "Special cases with known answers", add_verify},
    {"evidence", "Published facts: measured beside published", add_evidence},
    {"calibrate", "The fitted parameters, fitted again", add_calibrate},
    {"claims", "What the articles say: does it hold here, and when does it turn", add_claims},
    {"params", "Every parameter: name, unit, range, default, help, source", add_params},
    {"schema", "JSON Schema of the scenario format", add_schema},
    {"bless", "Rewrite the baselines of a source tree after an intended change", add_bless},
    {"bench", "How fast the engine is here", add_bench},
};

int refuse(Console& console, const std::string& sentence, const std::string& command) {
    console.err << "parley: " << sentence << "\nTry: parley " << command << (command.empty() ? "" : " ") << "--help\n";
    return kWrongUsage;
}

// A word that starts like an option but is none of this command.
std::string unknown_option(const CLI::App& app, const std::vector<std::string>& arguments) {
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    for (const std::string& argument : arguments) {
        const std::string word = argument.substr(0, argument.find('='));
        if (word.size() < 3 || word.compare(0, 2, "--") != 0) continue;
        if (std::find(known.begin(), known.end(), word) == known.end())
            return "there is no option " + word + "; " + suggest(word, known);
    }
    return "";
}

int run_parsed(const std::vector<std::string>& arguments, Console& console) {
    CLI::App app("Parley: two brand strategies, the same customers.", "parley");
    app.set_version_flag("--version", "parley " PARLEY_VERSION);
    app.require_subcommand(1);
    std::vector<std::function<int()>> actions;
    std::vector<CLI::App*> commands;
    std::vector<std::string> names;
    for (const Command& command : kCommands) {
        commands.push_back(app.add_subcommand(command.name, command.help));
        actions.push_back(command.add(*commands.back(), console));
        names.push_back(command.name);
    }

    // What the parser would only call unexpected is told in words of our own.
    const std::string first = arguments.empty() ? "" : arguments.front();
    if (arguments.empty()) {
        console.err << app.help();
        return kWrongUsage;
    }
    const auto found = std::find(names.begin(), names.end(), first);
    if (first[0] != '-' && found == names.end())
        return refuse(console, "there is no command \"" + first + "\"; " + suggest(first, names), "");

    try {
        // The parser takes the words from the last to the first.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error, console.out, console.err);
        const bool known = found != names.end();
        std::string sentence = known ? unknown_option(*commands[static_cast<std::size_t>(found - names.begin())], arguments) : "";
        if (sentence.empty()) sentence = error.what();
        return refuse(console, sentence, known ? first : "");
    }
    for (std::size_t i = 0; i < commands.size(); ++i)
        if (commands[i]->parsed()) return actions[i]();
    return kWrongUsage;
}

}  // namespace

int run_cli(const std::vector<std::string>& arguments, Console& console) {
    try {
        return run_parsed(arguments, console);
    } catch (const std::bad_alloc&) {
        console.err << "parley: not enough memory for this; fewer customers or pairs need less\n";
        return kWrongInput;
    } catch (const std::exception& error) {
        console.err << "parley: " << error.what() << '\n';
    }
    return kNoFile;
}

}  // namespace parley
