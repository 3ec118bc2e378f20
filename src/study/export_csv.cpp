// Tidy tables (RFC 4180): one row per case, one column per variable, names as in the JSON; every table says where it comes from.
#include <algorithm>
#include <initializer_list>

#include "parley_version.h"
#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"
#include "study/export.h"

namespace parley {
namespace {

// Builds one table, row by row.
class Table {
public:
    explicit Table(Decimal decimal) : comma_(decimal == Decimal::Comma), text_(comma_ ? "\uFEFF" : "") {}

    // Fields with a separator, quote or line break are quoted.
    Table& put(std::string_view field) {
        part();
        if (field.find_first_of(comma_ ? ";\"\r\n" : ",\"\r\n") == std::string_view::npos) {
            text_ += field;
            return *this;
        }
        text_ += '"';
        for (const char c : field) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
        return *this;
    }
    // A name from a file that a spreadsheet would run as a formula gets an apostrophe in front.
    Table& put_name(std::string_view name) {
        const bool formula = !name.empty() && std::string_view("=+-@").find(name.front()) != std::string_view::npos;
        return put((formula ? "'" : "") + std::string(name));
    }
    Table& put(double value) {
        std::string number = number_text(value);
        if (comma_) std::replace(number.begin(), number.end(), '.', ',');
        part();
        text_ += number;
        return *this;
    }
    Table& put(std::initializer_list<std::string_view> fields) {
        for (const std::string_view field : fields) put(field);
        return *this;
    }
    void end_row() {
        text_ += '\n';
        first_ = true;
    }
    std::string take() { return std::move(text_); }

private:
    void part() {
        if (!first_) text_ += comma_ ? ';' : ',';
        first_ = false;
    }
    bool comma_, first_ = true;
    std::string text_;
};

// Last columns of every table: what is needed to make the row again.
void end_heading(Table& table) {
    table.put({"scenario", "hash", "seed", "engine"}).end_row();
}
struct Origin {
    const Scenario& scenario;
    std::string hash = scenario_hash(scenario);
    void end_row(Table& table) const { table.put(scenario.id).put(hash).put(scenario.run.seed).put(PARLEY_VERSION).end_row(); }
};

}  // namespace

std::string comparison_csv(const Ensemble& ensemble, const Comparison& c, Decimal decimal) {
    const Scenario& scenario = ensemble.scenario();
    const Origin origin{scenario};
    Table table(decimal);
    table.put({"a", "b", "outcome", "unit", "a_mean", "a_sd", "b_mean", "b_sd", "mean", "low", "high", "level", "b_ahead", "ties", "pairs",
               "correlation"});
    end_heading(table);
    for (const Difference& d : c.differences) {
        const auto outcome = static_cast<std::size_t>(d.outcome - outcomes().data());
        table.put_name(scenario.arms[d.a].name).put_name(scenario.arms[d.b].name).put(d.outcome->name).put(unit_of(*d.outcome, scenario));
        for (const double value : {c.arms[d.a][outcome].mean, c.arms[d.a][outcome].sd, c.arms[d.b][outcome].mean,
                                   c.arms[d.b][outcome].sd, d.mean, d.low, d.high, d.level, static_cast<double>(d.b_ahead),
                                   static_cast<double>(d.ties), static_cast<double>(d.pairs), d.correlation})
            table.put(value);
        origin.end_row(table);
    }
    return table.take();
}

std::string series_csv(const Ensemble& ensemble, Decimal decimal) {
    const Scenario& scenario = ensemble.scenario();
    const Origin origin{scenario};
    Table table(decimal);
    table.put({"arm", "observable", "unit", "day", "mean", "low", "high"});
    end_heading(table);
    for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm)
        for (std::size_t o = 0; o < kObservables; ++o) {
            const Band b = band(ensemble, arm, static_cast<Observable>(o), false);
            const std::string unit = unit_in(observables()[o].unit, scenario.currency);
            for (std::size_t i = 0; i < b.day.size(); ++i) {
                table.put_name(scenario.arms[arm].name).put(observables()[o].name).put(unit);
                for (const double value : {b.day[i], b.mean[i], b.low[i], b.high[i]}) table.put(value);
                origin.end_row(table);
            }
        }
    return table.take();
}

std::string run_csv(const Scenario& scenario, const PairResult& world, int arm) {
    const Origin origin{scenario};
    Table table(Decimal::Point);
    table.put({"arm", "day"});
    for (const ObservableSpec& spec : observables()) table.put(spec.name);
    end_heading(table);
    for (std::size_t i = 0; i < world.arms.size(); ++i) {
        if (arm >= 0 && static_cast<std::size_t>(arm) != i) continue;
        for (std::size_t day = 0; day < world.arms[i].size(); ++day) {
            table.put_name(scenario.arms[i].name).put(static_cast<double>(day + 1));
            for (std::size_t o = 0; o < kObservables; ++o)
                table.put(shown(observables()[o], static_cast<double>(world.arms[i][day].values[o]), scenario.market.customers));
            origin.end_row(table);
        }
    }
    return table.take();
}

}  // namespace parley
