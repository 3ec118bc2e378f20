// parley verify: special cases with known answers.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/named.h"
#include "cli/files.h"
#include "study/verify.h"

namespace parley {
namespace {

struct VerifyOptions {
    std::vector<std::string> names;
    std::string format = "text";
};

int verify_all(const VerifyOptions& options, Console& console) {
    const auto wanted = rows_named(options.names, checks(), &CheckSpec::name, find_check, "check", "verify", console);
    if (!wanted) return kWrongUsage;

    std::vector<Check> results;
    {
        ProgressBar bar(console, "checks");
        for (const CheckSpec* spec : *wanted) {
            bar.show(static_cast<int>(results.size()), static_cast<int>(wanted->size()));
            results.push_back(run_check(*spec));
        }
    }
    const int exit = deliver(console, options.format == "json" ? verification_json(results) : verification_text(results), "");
    const bool hold = std::all_of(results.begin(), results.end(), [](const Check& check) { return check.held(); });
    return exit != kDone ? exit : hold ? kDone : kFellShort;
}

}  // namespace

std::function<int()> add_verify(CLI::App& app, Console& console) {
    const auto options = std::make_shared<VerifyOptions>();
    app.add_option("NAME", options->names, "Names of checks, as in V10 (default: all of them)");
    add_format(app, options->format, {"text", "json"});
    return [options, &console] { return verify_all(*options, console); };
}

}  // namespace parley
