// parley claims: what the source articles say, and what the model makes of it (study/claims.h tells how).
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/named.h"
#include "cli/files.h"
#include "study/claims.h"
#include "study/on_threads.h"

namespace parley {
namespace {

struct ClaimsOptions {
    std::vector<std::string> names;
    std::string format = "text", out, pictures;
    ClaimsEffort effort;
    int jobs = 1;
};

int write_pictures(const std::string& folder, std::span<const ClaimResult> results, Console& console) {
    for (const ClaimPicture& picture : claims_pictures(results)) {
        std::string why;
        if (!write_file(folder + "/" + picture.file, picture.svg, why)) {
            console.err << why << '\n';
            return kNoFile;
        }
    }
    return kDone;
}

int measure_claims(const ClaimsOptions& options, Console& console) {
    const auto wanted = rows_named(options.names, all_claims(), &ClaimSpec::id, find_claim, "claim", "claims", console);
    if (!wanted) return kWrongUsage;
    for (const std::string& target : {options.out, options.pictures.empty() ? std::string() : options.pictures + "/claims.svg"}) {
        std::string why;
        if (!target.empty() && !can_write(target, why)) {
            console.err << why << '\n';
            return kNoFile;
        }
    }

    std::vector<ClaimResult> results(wanted->size());
    {
        ProgressBar bar(console, "claims");
        int done = 0;
        bar.show(0, static_cast<int>(wanted->size()));
        on_threads(wanted->size(), options.jobs, [&](std::size_t i) { results[i] = run_claim(*(*wanted)[i], options.effort); },
                   [&](std::size_t) {
                       bar.show(++done, static_cast<int>(wanted->size()));
                       return true;
                   });
    }
    const std::string text = options.format == "json" ? claims_json(results)
                             : options.format == "md" ? claims_page(results, options.effort)
                                                      : claims_text(results);
    if (const int exit = deliver(console, text, options.out); exit != kDone) return exit;
    if (!options.pictures.empty())
        if (const int exit = write_pictures(options.pictures, results, console); exit != kDone) return exit;
    const auto expressed = std::count_if(results.begin(), results.end(), [](const ClaimResult& result) { return result.expressed(); });
    const auto enough = options.names.empty() ? kClaimsWanted : static_cast<std::ptrdiff_t>(results.size());
    return expressed >= enough ? kDone : kFellShort;
}

}  // namespace

std::function<int()> add_claims(CLI::App& app, Console& console) {
    const auto options = std::make_shared<ClaimsOptions>();
    app.footer("Exit code 4: of the whole table fewer than " + std::to_string(kClaimsWanted) + " claims are expressed, or of those named not every one.");
    app.add_option("NAME", options->names, "Names of claims, as in C17 (default: all of them)");
    app.add_flag("--quick", options->effort.quick, "Fewer pairs and points: two minutes on two cores for the whole table");
    app.add_option("--pictures", options->pictures, "Write the pictures of the page into this folder, as SVG")->type_name("DIR");
    add_jobs(app, options->jobs);
    add_format(app, options->format, {"text", "md", "json"});
    add_out(app, options->out);
    return [options, &console] { return measure_claims(*options, console); };
}

}  // namespace parley
