// parley evidence: published facts, measured here.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/commands/named.h"
#include "cli/files.h"
#include "study/evidence.h"

namespace parley {
namespace {

struct EvidenceOptions {
    std::vector<std::string> names;
    std::string format = "text", out, pictures;
    bool quick = false;
    int jobs = 1;
};

int measure_all(const EvidenceOptions& options, Console& console) {
    const auto wanted = rows_named(options.names, facts(), &FactSpec::name, find_fact, "fact", "evidence", console);
    if (!wanted) return kWrongUsage;

    // Minutes of work are not begun for a file that cannot be written.
    const std::string picture = options.pictures.empty() ? "" : (std::filesystem::path(options.pictures) / "facts.svg").string();
    for (const std::string& target : {options.out, picture}) {
        std::string why;
        if (target.empty() || can_write(target, why)) continue;
        console.err << why << '\n';
        return kNoFile;
    }

    const Pains pains = options.quick ? kQuickPains : kFullPains;
    std::vector<Fact> results;
    {
        ProgressBar bar(console, "facts");
        for (const FactSpec* spec : *wanted) {
            bar.show(static_cast<int>(results.size()), static_cast<int>(wanted->size()));
            results.push_back(run_fact(*spec, pains, options.jobs));
        }
    }
    const std::string text = options.format == "json" ? evidence_json(results, pains)
                             : options.format == "md" ? evidence_page(results, pains)
                                                      : evidence_text(results);
    if (!picture.empty())
        if (const int exit = deliver(console, evidence_picture(results), picture); exit != kDone) return exit;
    const int exit = deliver(console, text, options.out);
    const bool hold = std::all_of(results.begin(), results.end(), [](const Fact& fact) { return fact.held(); });
    return exit != kDone ? exit : hold ? kDone : kFellShort;
}

}  // namespace

std::function<int()> add_evidence(CLI::App& app, Console& console) {
    const auto options = std::make_shared<EvidenceOptions>();
    app.add_option("NAME", options->names, "Names of facts, as in F3 (default: all of them)");
    app.add_flag("--quick", options->quick, "Smaller towns and few worlds: within a minute, wide intervals");
    add_format(app, options->format, {"text", "md", "json"});
    add_out(app, options->out);
    app.add_option("--pictures", options->pictures, "Write the picture of the page into this folder, as SVG")->type_name("DIR");
    add_jobs(app, options->jobs);
    return [options, &console] { return measure_all(*options, console); };
}

}  // namespace parley
