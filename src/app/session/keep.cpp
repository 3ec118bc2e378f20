#include "app/session/keep.h"

#include <algorithm>
#include <array>

#include "study/strings.h"
#include "parley_version.h"
#include "scenario/json_tree.h"
#include "scenario/json_writer.h"

namespace parley {
namespace {

using Type = JsonNode::Type;

constexpr std::size_t kMostBytes = 4 * kMaxScenarioBytes;  // two scenarios with quotes escaped, and all the rest

struct Row {
    const char* name;
    void (*write)(JsonWriter& out, const Desk& desk);              // after the key
    bool (*read)(const JsonNode& node, Desk& desk, Diagnostics& problems);  // false: not what this row holds
};

bool read_text(const JsonNode& node, Scenario& scenario, Diagnostics& problems) {
    if (node.type != Type::Text) return false;
    std::optional<Scenario> read = parse_scenario(node.text, problems);
    if (read) scenario = std::move(*read);
    return read.has_value();
}
bool read_flag(const JsonNode& node, bool& flag) {
    flag = node.boolean;
    return node.type == Type::Boolean;
}
bool read_whole(const JsonNode& node, int least, int most, int& whole) {
    if (node.type != Type::Number || node.mended) return false;
    whole = static_cast<int>(std::clamp(node.number, static_cast<double>(least), static_cast<double>(most)));
    return true;
}

// --- Decisions: each step as what it changes in the text of the one before -------------------------------------------

// How many bytes two texts share at their start, and at their end after that; never half a letter.
std::size_t shared_start(std::string_view a, std::string_view b) {
    std::size_t n = 0;
    while (n < std::min(a.size(), b.size()) && a[n] == b[n]) ++n;
    const auto inside = [](std::string_view text, std::size_t at) { return at < text.size() && (text[at] & 0xc0) == 0x80; };
    while (n > 0 && (inside(a, n) || inside(b, n))) --n;
    return n;
}
std::size_t shared_end(std::string_view a, std::string_view b) {
    std::size_t n = 0;
    while (n < std::min(a.size(), b.size()) && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
    while (n > 0 && (b[b.size() - n] & 0xc0) == 0x80) --n;
    return n;
}

void write_steps(JsonWriter& out, const Desk& desk) {
    out.begin_object().member("at", desk.step).key("list").begin_array();
    std::string before = write_scenario(desk.opened);
    for (const History::Step& step : desk.steps) {
        std::string text = write_scenario(step.scenario);
        const std::size_t start = shared_start(before, text);
        const std::string_view rest = std::string_view(text).substr(start);
        const std::size_t end = shared_end(std::string_view(before).substr(start), rest);
        out.begin_array(JsonWriter::Layout::Line).value(step.decided).value(start).value(end).value(std::string(rest.substr(0, rest.size() - end))).end_array();
        before = std::move(text);
    }
    out.end_array().end_object();
}

bool read_steps(const JsonNode& node, Desk& desk, Diagnostics& problems) {
    const JsonNode *at = node.find("at"), *list = node.find("list");
    if (!at || at->type != Type::Number || !list || list->type != Type::List || list->items.size() > History::kMost + 1) return false;
    std::string text = write_scenario(desk.opened);
    for (const JsonNode& item : list->items) {
        if (item.items.size() != 4 || item.items[0].type != Type::Text || item.items[3].type != Type::Text) return false;
        const double start = item.items[1].number, end = item.items[2].number;
        if (!(start >= 0) || !(end >= 0) || start + end > static_cast<double>(text.size())) return false;
        text = text.substr(0, static_cast<std::size_t>(start)) + item.items[3].text + text.substr(text.size() - static_cast<std::size_t>(end));
        std::optional<Scenario> scenario = parse_scenario(text, problems);
        if (!scenario) return false;
        desk.steps.push_back({std::move(*scenario), item.items[0].text});
    }
    if (!desk.steps.empty()) desk.step = static_cast<std::size_t>(std::clamp(at->number, 0.0, static_cast<double>(desk.steps.size() - 1)));
    return true;
}

// --- Forecasts -------------------------------------------------------------------------------------------------------

void write_forecast(JsonWriter& out, const Forecast& forecast) {
    out.begin_object(JsonWriter::Layout::Line).member("call", static_cast<int>(forecast.call)).member("called", forecast.called)
        .member("confidence", forecast.confidence).member("drawn", forecast.drawn).member("about", forecast.about).key("line").begin_array();
    for (const double gap : forecast.line) out.value(gap);
    out.end_array().end_object();
}

double number_in(const JsonNode& node, std::string_view name, double least, double most, double otherwise) {
    const JsonNode* found = node.find(name);
    return found && found->type == Type::Number && !found->mended ? std::clamp(found->number, least, most) : otherwise;
}
bool flag_in(const JsonNode& node, std::string_view name) {
    const JsonNode* found = node.find(name);
    return found && found->boolean;
}
std::string text_in(const JsonNode& node, std::string_view name) {
    const JsonNode* found = node.find(name);
    return found ? found->text : std::string();
}
Call call_in(const JsonNode& node, std::string_view name) { return static_cast<Call>(static_cast<int>(number_in(node, name, 0, 2, 2))); }

Forecast read_forecast(const JsonNode& node, int weeks) {
    Forecast forecast;
    forecast.call = call_in(node, "call");
    forecast.called = flag_in(node, "called");
    forecast.confidence = number_in(node, "confidence", 0.5, 1, forecast.confidence);
    forecast.drawn = static_cast<int>(number_in(node, "drawn", 0, weeks, 0));
    forecast.about = text_in(node, "about");
    if (const JsonNode* line = node.find("line"); line && line->items.size() == static_cast<std::size_t>(weeks) + 1)
        for (const JsonNode& gap : line->items) forecast.line.push_back(gap.number);
    return forecast;
}

void write_cover(JsonWriter& out, const Desk& desk) {
    out.begin_object().member("covered", desk.covered).member("locked", desk.locked).member("revealed", desk.revealed)
        .member("scored", desk.scored).key("forecast");
    write_forecast(out, desk.forecast);
    out.key("scores").begin_array();
    for (const Scored& score : desk.scores) {
        out.begin_object().member("scenario", score.scenario).member("result", static_cast<int>(score.result))
            .member("gap_forecast", score.gap_forecast).member("gap_result", score.gap_result).key("forecast");
        write_forecast(out, score.forecast);
        out.end_object();
    }
    out.end_array().end_object();
}

bool read_cover(const JsonNode& node, Desk& desk, Diagnostics&) {
    const JsonNode *forecast = node.find("forecast"), *scores = node.find("scores");
    if (node.type != Type::Object || !forecast || !scores) return false;
    const int weeks = static_cast<int>(desk.scenario.run.days) / 7;
    desk.covered = flag_in(node, "covered");
    desk.locked = desk.covered && flag_in(node, "locked");
    desk.revealed = !desk.covered && flag_in(node, "revealed");
    desk.forecast = read_forecast(*forecast, weeks);
    for (const JsonNode& each : scores->items) {
        Scored score;
        score.scenario = text_in(each, "scenario");
        score.result = call_in(each, "result");
        score.gap_forecast = number_in(each, "gap_forecast", -1e9, 1e9, 0);
        score.gap_result = number_in(each, "gap_result", -1e9, 1e9, 0);
        if (const JsonNode* made = each.find("forecast")) score.forecast = read_forecast(*made, weeks);
        desk.scores.push_back(std::move(score));
    }
    desk.scored = desk.revealed && flag_in(node, "scored") && !desk.scores.empty();
    return true;
}

// --- Notes: per scenario three questions, three answers, and what follows: action, person, date -----------------------

template <class AnyNotes> auto lines_of(AnyNotes& notes) {
    return std::array{&notes.questions[0], &notes.questions[1], &notes.questions[2], &notes.answers[0], &notes.answers[1],
                      &notes.answers[2],   &notes.action,       &notes.person,       &notes.date};
}

void write_notes(JsonWriter& out, const Desk& desk) {
    out.begin_object();
    for (const auto& [id, notes] : desk.notes) {
        if (notes.empty()) continue;
        out.key(id).begin_array();
        for (const std::string* line : lines_of(notes)) out.value(*line);
        out.end_array();
    }
    out.end_object();
}

bool read_notes(const JsonNode& node, Desk& desk, Diagnostics&) {
    if (node.type != Type::Object) return false;
    for (const JsonNode& each : node.items) {
        Notes& notes = desk.notes[each.key];
        const auto lines = lines_of(notes);
        for (std::size_t i = 0; i < std::min(lines.size(), each.items.size()); ++i)
            *lines[i] = kept_words(each.items[i].text, i < 6 ? kMostAnswer : kMostCommitment);
    }
    return true;
}

// What was opened comes first: a text without the scenario as it is now (nobody moved a lever) has only that.
constexpr Row kRows[] = {
    {"opened", [](JsonWriter& out, const Desk& desk) { out.value(write_scenario(desk.opened)); },
     [](const JsonNode& node, Desk& desk, Diagnostics& problems) {
         const bool sound = read_text(node, desk.opened, problems);
         desk.scenario = desk.opened;
         return sound;
     }},
    {"scenario", [](JsonWriter& out, const Desk& desk) { out.value(write_scenario(desk.scenario)); },
     [](const JsonNode& node, Desk& desk, Diagnostics& problems) { return read_text(node, desk.scenario, problems); }},
    {"day", [](JsonWriter& out, const Desk& desk) { out.value(desk.day); },
     [](const JsonNode& node, Desk& desk, Diagnostics&) { return read_whole(node, 0, desk.scenario.run.days, desk.day); }},
    {"playing", [](JsonWriter& out, const Desk& desk) { out.value(desk.playing); },
     [](const JsonNode& node, Desk& desk, Diagnostics&) { return read_flag(node, desk.playing); }},
    {"speed", [](JsonWriter& out, const Desk& desk) { out.value(desk.speed); },
     [](const JsonNode& node, Desk& desk, Diagnostics&) { return read_whole(node, 1, 8, desk.speed); }},
    {"decisions", write_steps, read_steps},
    {"forecast", write_cover, read_cover},
    {"notes", write_notes, read_notes},
    {"every_world", [](JsonWriter& out, const Desk& desk) { out.value(desk.every_world); },
     [](const JsonNode& node, Desk& desk, Diagnostics&) { return read_flag(node, desk.every_world); }},
    {"dark", [](JsonWriter& out, const Desk& desk) { out.value(desk.dark); },
     [](const JsonNode& node, Desk& desk, Diagnostics&) { return read_flag(node, desk.dark); }},
};

std::optional<Desk> refuse(Diagnostics& problems, const char* path, const std::string& message) {
    problems.push_back({0, 0, path, message});
    return std::nullopt;
}

}  // namespace

std::string write_desk(const Desk& desk) {
    JsonWriter out(1);
    out.begin_object().member("format", kDeskFormat).member("engine", PARLEY_VERSION);
    for (const Row& row : kRows) row.write(out.key(row.name), desk);
    out.end_object();
    return out.take();
}

std::optional<Desk> read_desk(std::string_view text, Diagnostics& problems) {
    Problems found;
    const std::optional<JsonNode> root = read_json(text, found, kMostBytes);
    if (!root || root->type != Type::Object) return refuse(problems, "", tr("keep.damaged"));
    const JsonNode* format = root->find("format");
    if (!format || format->text != kDeskFormat) {
        const bool other = format && format->text.starts_with("parley.desk/");
        return refuse(problems, "format", other ? tr("keep.too_new", {{"format", plain_word(format->text)}}) : tr("keep.damaged"));
    }
    Desk desk;
    if (!root->find("opened")) return refuse(problems, "opened", tr("keep.damaged"));
    for (const Row& row : kRows) {
        const JsonNode* node = root->find(row.name);
        if (!node) continue;
        if (row.read(*node, desk, problems)) continue;
        if (problems.empty()) return refuse(problems, row.name, tr("keep.damaged"));
        return std::nullopt;
    }
    if (!found.empty()) return refuse(problems, "", tr("keep.damaged"));
    return desk;
}

}  // namespace parley
