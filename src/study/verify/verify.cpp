// The table of checks, and how a check is run.
#include "study/verify.h"

#include <algorithm>
#include <cctype>

#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/verify/bench.h"

namespace parley {
namespace {

constexpr CheckSpec kChecks[] = {
    {"V1", "Bass diffusion", "Where everyone knows everyone, a durable spreads as Bass (1969) says, p 0.03 and q 0.38 a year.",
     Runs::Engine, verify::bass},
    {"V4", "Imitation alone", "With imitation alone a durable grows logistically from its first owners.", Runs::Engine,
     verify::imitation_only},
    {"V5", "Innovation alone", "With innovation alone owners are 1 - exp(-p t) in every network.", Runs::Engine,
     verify::innovation_only},
    {"V6", "Final size of a rumour",
     "A message that each passes on once reaches z = 1 - exp(-R z), and starts from one person with chance z.", Runs::Engine,
     verify::final_size},
    {"V8", "Threshold cascades",
     "At a threshold of 0.18 global cascades exist between 1.02 and 5.76 random ties (Watts 2002), and hubs do not multiply "
     "them.",
     Runs::Kernel, verify::thresholds},
    {"V9", "Branching of shares",
     "Where a share makes Poisson(m) further shares, trees have the sizes of Borel and the depths of Galton and Watson.",
     Runs::Engine, verify::branching},
    {"V10", "Adstock", "Adstock halves in its half-life and settles at 7 exposures a week per exposure a day.", Runs::Engine,
     verify::adstock},
    {"V11", "Data interval", "The ratio of long to short effect falls with the interval of the data (Leone 1995).", Runs::Engine,
     verify::data_interval},
    {"V12", "Reach curve", "Reach is 1 - exp(-GRP/100), with gamma viewing 1 - (1 + GRP/100k)^-k, and frequency is NBD.",
     Runs::Engine, verify::reach_curve},
    {"V13", "Elasticity of choice", "The elasticity of a share in a logit over a Dirichlet is beta x/(1+x) S(1-s)/(S+1).",
     Runs::Engine, verify::elasticity},
    {"V14", "NBD-Dirichlet",
     "Without any effect of the brand people buy as the NBD-Dirichlet says (Ehrenberg, Uncles & Goodhardt 2004).", Runs::Engine,
     verify::nbd_dirichlet},
    {"V16", "Saturating goodwill", "Liking under constant exposure follows Vidale and Wolfe: level ru/(ru+d), rate ru+d.",
     Runs::Engine, verify::saturating_stock},
    {"V17", "DeGroot consensus", "Averaging opinions agree on the mean weighted by ties, at the rate of the second eigenvalue.",
     Runs::Kernel, verify::consensus},
    {"V18", "Queues", "M/M/1 and M/M/c wait as Erlang says, and above capacity the backlog grows steadily.", Runs::Kernel,
     verify::queues},
    {"V19", "Paired luck",
     "Equal arms differ by nothing, pairs are worth more than ten times as many single runs, and order does not matter.",
     Runs::Engine, verify::paired_luck},
    {"V20", "Networks", "The textbook networks have the degrees, triangles and friends of the textbooks.", Runs::Engine,
     verify::network_laws},
    {"V21", "Null strategies",
     "Doing nothing is the baseline however it is meant, names do not matter, and size does not matter.", Runs::Engine,
     verify::null_strategies},
    {"V22", "Idle followers", "Followers to whom nothing is posted change no sale.", Runs::Engine, verify::idle_followers},
    {"V24", "Money", "What is spent is the budget and what is sold is price times units, to the cent, every day.", Runs::Engine,
     verify::money},
};

}  // namespace

const char* runs_name(Runs runs) { return runs == Runs::Engine ? "engine" : "kernel"; }

bool Check::held() const {
    return !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const CheckRow& row) { return row.held; });
}

std::span<const CheckSpec> checks() { return kChecks; }

const CheckSpec* find_check(std::string_view name) {
    std::string wanted(name);
    for (char& c : wanted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    for (const CheckSpec& spec : kChecks)
        if (wanted == spec.name) return &spec;
    return nullptr;
}

Check run_check(const CheckSpec& spec, const Tamper& tamper) {
    Check check{spec.name, spec.title, spec.statement, spec.runs, {}};
    verify::Bench bench(check, tamper);
    spec.run(bench);
    return check;
}

namespace verify {

Town quiet_town(double customers) {
    Town town;
    Market& m = town.market;
    m.customers = customers;
    m.ties = static_cast<double>(Ties::isolated_pairs);  // the cheapest; who needs others says so
    m.purchases_per_year = 0.05;
    m.ad_blockers = m.viewing_spread = m.basket_spread = 0;
    m.question_rate = m.failure_rate = m.follow_rate = m.mute_rate = m.distrust_mute = 0;
    m.tell_rate = m.post_lurker = m.post_occasional = m.post_regular = m.like_rate = m.thread_rate = 0;
    m.attitude_learning = m.trust_learning = m.attitude_gain = m.annoyance = m.gap_detection = 0;
    m.weight_adstock = m.weight_attitude = m.weight_trust = m.weight_praise = m.weight_blame = m.weight_relationship = 0;
    m.weight_good_reviews = m.weight_bad_reviews = m.weight_habit = m.weight_price = 0;
    town.brand.awareness = 1;
    town.strategy.budget_per_day = 0;
    return town;
}

Life Bench::begin(Town town, const Adjust& adjust) const {
    if (tamper_) tamper_(town.market, town.brand, town.strategy);
    Life life;
    life.people = std::make_unique<Population>(make_population(town.market, town.brand, town.seed, town.pair));
    if (adjust) adjust(*life.people, town.market);
    Phase phase;
    phase.market = town.market;
    phase.brand = town.brand;
    phase.strategy = town.strategy;
    life.model = make_model(*life.people, {phase}, town.warmup_days);
    life.world = make_world(life.model);
    return life;
}

std::optional<Scenario> Bench::shipped() {
    static constexpr const char* kScenario = "01_billboard_or_dialogue";
    Diagnostics problems;
    auto scenario = parse_scenario(shipped_scenario(kScenario).value_or(""), problems);
    if (!scenario) equal(std::string("scenario ") + kScenario + " is inside the program", 1, 0);
    return scenario;
}

void Bench::finish(Scenario& scenario) const {
    if (!tamper_) return;
    for (Arm& arm : scenario.arms) tamper_(scenario.market, scenario.brand, arm.strategy);
}

void Bench::near(std::string what, double exact, double measured, double tolerance) {
    // Equal to the last bit where nothing is tolerated; else the rounding of the tolerance itself is not held against it.
    const bool held = tolerance == 0 ? measured == exact : std::fabs(measured - exact) <= tolerance;
    check_.rows.push_back({std::move(what), exact, measured, tolerance, held});
}

}  // namespace verify

}  // namespace parley
