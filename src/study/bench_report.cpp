#include "study/bench_report.h"

#include <algorithm>
#include <array>

#include "scenario/json_tree.h"
#include "scenario/json_writer.h"
#include "scenario/nearest.h"
#include "study/wording.h"

namespace parley {
namespace {

constexpr double kShown = 0.005;  // smaller parts of a day are told together

std::string cell(const std::string& text, std::size_t width) { return padded(text, width, true); }
std::string cell(double value, int decimals, std::size_t width) { return cell(grouped_text(value, decimals), width); }
std::string range_text(double middle, double low, double high) {
    return grouped_text(middle, 2) + " (" + grouped_text(low, 2) + " to " + grouped_text(high, 2) + ")";
}
std::string percent(double share, int decimals) { return grouped_text(100 * share, decimals) + " %"; }

void add_shares(std::string& text, const BenchResult& r) {
    std::vector<BenchShare> parts = r.processes;
    std::stable_sort(parts.begin(), parts.end(), [](const BenchShare& a, const BenchShare& b) { return a.share > b.share; });
    double rest = 0;
    text += r.work + " share of a day: ";
    for (const BenchShare& part : parts)
        if (part.share >= kShown) text += part.process + " " + percent(part.share, 1) + ", ";
        else rest += part.share;
    text += "others " + percent(rest, 1) + "\n";
    if (!r.schedule_is_step) text += r.work + ": the days lived process by process are NOT those of step()\n";
}

void add_notes(std::string& text, const BenchResult& r) {
    for (const BenchPoint& point : r.curve)
        text += r.work + " owners, " + point.when + ": " + percent(point.share, 2) + " (standard error " + percent(point.error, 2) +
                "), published " + percent(point.published, 2) + ": " + signed_text(100 * (point.share / point.published - 1), 2) + " %" +
                (!point.told() ? ", too few people to tell" : point.holds() ? "" : ", more than 1 % off") + "\n";
    if (r.growth > 0)
        text += r.work + " beside " + grouped_text(r.small_customers, 0) + " customers (" + grouped_text(r.small_ns, 2) +
                " ns): " + grouped_text(r.growth, 2) + " times per customer" +
                (r.peak_bytes > 0 ? "; most memory " + grouped_text(r.peak_bytes / 1e6, 0) + " MB" : "") + "\n";
    if (r.speedup > 0)
        text += r.work + " on " + count_text(r.jobs, "job") + ": " + grouped_text(r.speedup, 2) + " times as fast as on one (" +
                grouped_text(r.one_job_seconds, 2) + " s)\n";
    for (const BenchGoal& goal : bench_goals(r))
        text += r.work + " goal: " + goal.what + " " + (goal.at_least ? "at least " : "at most ") + grouped_text(goal.bound, 2) +
                ", measured " + grouped_text(goal.value, 2) + (goal.reached() ? "\n" : " (missed)\n");
}

}  // namespace

std::vector<BenchGoal> bench_goals(const BenchResult& r) {
    const double over_plain = r.ratio > 0 ? 1 / r.ratio : 0;
    const bool two = r.jobs == 2;
    const std::array<BenchGoal, 5> all = {{
        {"W1", "native", "speed in plain loops", r.customers == 100000 ? over_plain : 0, 1.5, true},
        {"W2", "native", "time in plain loops", r.customers == 5000 ? r.ratio : 0, 1.3, false},
        {"W3", "", "cost per customer beside the small town", r.customers == 1e6 ? r.growth : 0, 2, false},
        {"W3", "wasm", "most memory in GB", r.customers == 1e6 ? r.peak_bytes / 1e9 : 0, 1, false},
        {"W4", "native", "speed of two jobs beside one", two ? r.speedup : 0, 1.85, true},
    }};
    std::vector<BenchGoal> told;
    for (const BenchGoal& goal : all)
        if (r.work == goal.work && (!*goal.platform || r.platform == goal.platform) && goal.value > 0) told.push_back(goal);
    return told;
}

std::string bench_text(const std::vector<BenchResult>& results) {
    std::string text =
        "work  platform  customers  days  pairs  jobs   seconds     ns per customer-day (range)   plain loop   in plain loops (range)"
        "   bytes per customer\n";
    for (const BenchResult& r : results)
        text += padded(r.work, 6) + padded(r.platform, 8) + cell(r.customers, 0, 11) + cell(r.days, 0, 6) + cell(r.pairs, 0, 7) +
                cell(r.jobs, 0, 6) + cell(r.seconds, 3, 10) + cell(range_text(r.ns_per_customer_day, r.low, r.high), 32) +
                cell(r.reference_ns, 2, 13) + cell(range_text(r.ratio, r.ratio_low, r.ratio_high), 25) +
                cell(r.bytes_per_customer, 0, 21) + "\n";
    for (const BenchResult& r : results) {
        if (!r.processes.empty()) add_shares(text, r);
        add_notes(text, r);
    }
    return text;
}

static void write_result(JsonWriter& json, const BenchResult& r) {
    json.begin_object(JsonWriter::Layout::Line);
    json.member("work", r.work).member("platform", r.platform).member("customers", r.customers).member("days", r.days);
    json.member("pairs", r.pairs).member("jobs", r.jobs).member("seconds", r.seconds);
    json.member("ns_per_customer_day", r.ns_per_customer_day).member("low", r.low).member("high", r.high);
    json.member("bytes_per_customer", r.bytes_per_customer).member("reference_ns", r.reference_ns);
    json.member("ratio", r.ratio).member("ratio_low", r.ratio_low).member("ratio_high", r.ratio_high);
    if (r.growth > 0) {
        json.member("small_customers", r.small_customers).member("small_ns", r.small_ns).member("growth", r.growth);
        if (r.peak_bytes > 0) json.member("peak_bytes", r.peak_bytes);
    }
    if (r.speedup > 0) json.member("one_job_seconds", r.one_job_seconds).member("speedup", r.speedup);
    if (!r.processes.empty()) {
        json.key("shares").begin_object();
        for (const BenchShare& part : r.processes) json.member(part.process, part.share);
        json.end_object().member("schedule_is_step", r.schedule_is_step);
    }
    if (!r.curve.empty()) {
        json.key("curve").begin_array();
        for (const BenchPoint& point : r.curve) {
            json.begin_object().member("when", point.when).member("share", point.share).member("error", point.error);
            json.member("published", point.published).end_object();
        }
        json.end_array();
    }
    json.end_object();
}

std::string bench_json(const std::vector<BenchResult>& results) {
    JsonWriter json;
    json.begin_array();
    for (const BenchResult& r : results) write_result(json, r);
    json.end_array();
    return json.take();
}

std::string bench_json(const BenchResult& result) {
    JsonWriter json;
    write_result(json, result);
    return json.take();
}

std::vector<BenchResult> read_bench(std::string_view text, Diagnostics& problems) {
    std::vector<BenchResult> results;
    Problems found;
    const auto tree = read_json(text, found);
    const auto wrong = [&](const JsonNode& node, std::string path, std::string what) { found.push_back({node.at, std::move(path), std::move(what)}); };
    if (tree && found.empty() && tree->type == JsonNode::Type::List && !tree->items.empty()) {
        for (std::size_t i = 0; i < tree->items.size(); ++i) {
            const JsonNode& item = tree->items[i];
            const std::string here = std::to_string(i);
            BenchResult r;
            const auto word = [&](const char* name, std::string& into) {
                const JsonNode* node = item.find(name);
                if (node && node->type == JsonNode::Type::Text) into = node->text;
                else wrong(node ? *node : item, here, std::string(name) + " is needed here: a text");
            };
            const auto number = [&](const char* name, double& into) {
                const JsonNode* node = item.find(name);
                if (node && node->type == JsonNode::Type::Number && node->number > 0) into = node->number;
                else wrong(node ? *node : item, here, std::string(name) + " is needed here: a number above 0");
            };
            if (item.type != JsonNode::Type::Object) {
                wrong(item, here, "this is no result of a work");
                continue;
            }
            double jobs = 0;
            word("work", r.work);
            word("platform", r.platform);
            number("customers", r.customers);
            number("jobs", jobs);
            number("ratio", r.ratio);
            r.jobs = static_cast<int>(std::min(jobs, 1e6));
            const std::vector<std::string_view> works(std::begin(kBenchWorks), std::end(kBenchWorks));
            if (!r.work.empty() && std::find(works.begin(), works.end(), r.work) == works.end())
                wrong(*item.find("work"), here, "there is no work " + shown_word(r.work) + "; the nearest is " + std::string(closest_name(r.work, works)));
            results.push_back(std::move(r));
        }
    } else if (found.empty()) {
        found.push_back({0, "", "this is no result of parley bench --format json"});
    }
    problems = located(text, std::move(found));
    if (!problems.empty()) results.clear();
    return results;
}

std::string compare_bench(const std::vector<BenchResult>& now, const std::vector<BenchResult>& before, bool& slower) {
    std::string text;
    for (const BenchResult& r : now) {
        const auto earlier = std::find_if(before.begin(), before.end(), [&](const BenchResult& b) {
            return b.work == r.work && b.platform == r.platform && b.customers == r.customers && b.jobs == r.jobs;
        });
        text += r.work + " " + r.platform + ": ";
        if (earlier == before.end()) {
            text += "no earlier figure of as many customers and jobs to stand beside\n";
            slower = true;
            continue;
        }
        const double times = r.ratio / earlier->ratio;
        text += grouped_text(times, 2) + " times the earlier " + grouped_text(earlier->ratio, 2) + " plain loops";
        text += times > kSlowerLimit ? ": slower than the limit of " + grouped_text(kSlowerLimit, 1) + "\n" : "\n";
        slower = slower || times > kSlowerLimit;
    }
    return text;
}

}  // namespace parley
