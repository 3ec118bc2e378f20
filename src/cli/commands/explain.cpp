// parley explain: one customer's life and its causes.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands/commands.h"
#include "cli/files.h"
#include "study/explain.h"

namespace parley {
namespace {

struct ExplainOptions {
    ScenarioOptions scenario;
    std::string arm, without, format = "text", out;
    double customer = 0;
};

int explain_customer(const ExplainOptions& options, Console& console) {
    int exit = kDone;
    const auto scenario = load_scenario(options.scenario, console, exit);
    if (!scenario) return exit;
    const double last = scenario->market.customers - 1;
    if (!(options.customer >= 0 && options.customer <= last) || options.customer != static_cast<double>(static_cast<std::uint32_t>(options.customer))) {
        console.err << "parley: there is no such customer; customers are numbered 0 to " << static_cast<long>(last) << '\n';
        return kWrongUsage;
    }
    std::optional<std::size_t> arm;
    std::vector<std::string> names;
    for (const Arm& a : scenario->arms) names.push_back(a.name);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == options.arm) arm = i;
    if (!options.arm.empty() && !arm) {
        console.err << "parley: there is no arm \"" << options.arm << "\" in " << scenario->id << "; " << suggest(options.arm, names) << '\n';
        return kWrongUsage;
    }
    const auto customer = static_cast<std::uint32_t>(options.customer);
    if (std::string why; !options.without.empty() && !parse_event(options.without, customer, why)) {
        console.err << "parley: --without " << options.without << ": " << why << '\n';
        return kWrongUsage;
    }
    if (std::string why; !options.out.empty() && !can_write(options.out, why)) {
        console.err << why << '\n';
        return kNoFile;
    }

    const Explanation explanation = explain(*scenario, 0, customer, arm, options.without);
    // A message nobody got cannot be left out.
    bool got = options.without.empty();
    for (const Life& life : explanation.lives)
        for (const Trace::Received& event : life.trace.received) got = got || event_id(event, customer) == options.without;
    if (!got) {
        console.err << "parley: customer " << customer << " did not get " << options.without
                    << "; without --without, parley explain lists what was received (--format json: all of it)\n";
        return kWrongUsage;
    }
    return deliver(console, options.format == "json" ? explanation_json(*scenario, explanation) : explanation_text(*scenario, explanation), options.out);
}

}  // namespace

std::function<int()> add_explain(CLI::App& app, Console& console) {
    const auto options = std::make_shared<ExplainOptions>();
    add_scenario_options(app, options->scenario, false);
    app.add_option("--customer", options->customer, "Number of the customer, from 0")->required()->type_name("N");
    app.add_option("--arm", options->arm, "Only this arm (default: all)")->type_name("NAME");
    app.add_option("--without", options->without, "Live the world once more without one message, such as d140.ads")->type_name("EVENT");
    add_format(app, options->format, {"text", "json"});
    add_out(app, options->out);
    return [options, &console] { return explain_customer(*options, console); };
}

}  // namespace parley
