#include "cli/commands/bench_report.h"

#include <ostream>

#include "scenario/json_tree.h"
#include "scenario/json_writer.h"
#include "study/wording.h"

namespace parley {
namespace {

#ifdef __EMSCRIPTEN__
constexpr const char* kPlatform = "wasm";
#else
constexpr const char* kPlatform = "native";
#endif

}  // namespace

BenchResult::BenchResult() : platform(kPlatform) {}

std::string bench_text(const std::vector<BenchResult>& results) {
    std::string text =
        "work  platform  customers  days  pairs  jobs   seconds   ns per customer-day (range)   bytes per customer\n";
    for (const BenchResult& r : results)
        text += padded(r.work, 6) + padded(r.platform, 8) + padded(grouped_text(r.customers, 0), 11, true) +
                padded(grouped_text(r.days, 0), 6, true) + padded(grouped_text(r.pairs, 0), 7, true) +
                padded(grouped_text(r.jobs, 0), 6, true) + padded(grouped_text(r.seconds, 3), 10, true) +
                padded(grouped_text(r.ns_per_customer_day, 2) + " (" + grouped_text(r.low, 2) + " to " + grouped_text(r.high, 2) +
                           ")",
                       30, true) +
                padded(grouped_text(r.bytes_per_customer, 0), 21, true) + "\n";
    return text;
}

std::string bench_json(const std::vector<BenchResult>& results) {
    JsonWriter json;
    json.begin_array();
    for (const BenchResult& r : results) {
        json.begin_object(JsonWriter::Layout::Line);
        json.member("work", r.work).member("platform", r.platform).member("customers", r.customers).member("days", r.days);
        json.member("pairs", r.pairs).member("jobs", r.jobs).member("seconds", r.seconds);
        json.member("ns_per_customer_day", r.ns_per_customer_day).member("low", r.low).member("high", r.high);
        json.member("bytes_per_customer", r.bytes_per_customer);
        json.end_object();
    }
    json.end_array();
    return json.take();
}

bool read_bench(const std::string& text, const std::string& file, std::vector<BenchResult>& results, Console& console) {
    Problems problems;
    const auto tree = read_json(text, problems);
    if (tree && problems.empty() && tree->type == JsonNode::Type::List && !tree->items.empty()) {
        for (const JsonNode& item : tree->items) {
            const JsonNode *work = item.find("work"), *platform = item.find("platform"), *ns = item.find("ns_per_customer_day");
            if (!work || !platform || !ns || ns->type != JsonNode::Type::Number || !(ns->number > 0)) {
                problems.push_back({item.at, "", "work, platform and a positive ns_per_customer_day are needed here"});
                continue;
            }
            results.emplace_back();
            results.back().work = work->text;
            results.back().platform = platform->text;
            results.back().ns_per_customer_day = ns->number;
        }
    } else if (problems.empty()) {
        problems.push_back({0, "", "this is no result of parley bench --format json"});
    }
    for (const Diagnostic& problem : located(text, problems)) console.err << describe(file, problem) << '\n';
    return problems.empty();
}

std::string compare_bench(const std::vector<BenchResult>& now, const std::vector<BenchResult>& before, bool& slower) {
    std::string text;
    for (const BenchResult& r : now) {
        const BenchResult* earlier = nullptr;
        for (const BenchResult& candidate : before)
            if (candidate.work == r.work && candidate.platform == r.platform) earlier = &candidate;
        text += r.work + " " + r.platform + ": ";
        if (!earlier) {
            text += "no earlier figure to stand beside\n";
            slower = true;
            continue;
        }
        const double ratio = r.ns_per_customer_day / earlier->ns_per_customer_day;
        text += grouped_text(ratio, 2) + " times the earlier " + grouped_text(earlier->ns_per_customer_day, 2) + " ns";
        text += ratio > kSlowerLimit ? ": slower than the limit of " + grouped_text(kSlowerLimit, 1) + "\n" : "\n";
        slower = slower || ratio > kSlowerLimit;
    }
    return text;
}

}  // namespace parley
