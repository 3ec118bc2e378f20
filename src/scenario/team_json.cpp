#include "scenario/team_json.h"

#include <algorithm>

#include "scenario/checker.h"
#include "scenario/json_tree.h"
#include "scenario/json_writer.h"
#include "scenario/scenario_reader.h"

namespace parley {
namespace {

using Type = JsonNode::Type;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

class TeamReader : private Checker {
public:
    explicit TeamReader(Problems& problems) : Checker(problems) {}

    TeamFile read(const JsonNode& root) {
        TeamFile team;
        if (!expect(root, Type::Object, "", "a team's file, an object { }")) return team;
        check_keys(root, "", {"format", "team", "scenario", "arm", "strategy", "forecast", "notes"});
        read_format(root);
        if (const JsonNode* node = required(root, "", "team", "a team has a name")) team.team = read_name(*node, "team").value_or("");
        if (const JsonNode* node = required(root, "", "scenario", "it says which scenario the team played")) read_scenario_of(*node, team);
        if (const JsonNode* node = required(root, "", "arm", "it says whose place the team takes")) team.arm = read_name(*node, "arm").value_or("");
        if (const JsonNode* node = required(root, "", "strategy", "the levers of the team"); node && expect(*node, Type::Object, "strategy"))
            read_strategy(*node, team);
        if (const JsonNode* node = root.find("forecast")) read_forecast(*node, team);
        if (const JsonNode* node = root.find("notes"); node && !(node->type == Type::Text && node->text.empty()))
            team.notes = read_words(*node, "notes", kMaxNotesBytes, true).value_or("");
        return team;
    }

private:
    void check_keys(const JsonNode& object, const std::string& path, const Names& known) {
        for (const JsonNode& item : object.items)
            if (std::find(known.begin(), known.end(), item.key) == known.end())
                say(item.key_at, join(path, item.key), "unknown key" + suggestion(item.key, known));
    }

    void read_format(const JsonNode& root) {
        const JsonNode* node = required(root, "", "format", "a team's file says \"format\": \"parley.team/1\"");
        if (!node || !expect(*node, Type::Text, "format") || node->text == kTeamFormat) return;
        const bool version = node->text.starts_with("parley.team/");
        say(node->at, "format",
            shown_word(node->text) + (version ? " is another version of the format" : " is not a team's format") +
                "; this program reads " + kTeamFormat);
    }

    void read_scenario_of(const JsonNode& node, TeamFile& team) {
        if (!expect(node, Type::Object, "scenario")) return;
        check_keys(node, "scenario", {"id", "hash"});
        if (const JsonNode* id = required(node, "scenario", "id", "the id of the scenario"))
            team.scenario_id = read_name(*id, "scenario.id").value_or("");
        if (const JsonNode* hash = required(node, "scenario", "hash", "16 letters that tell which edition of it was played")) {
            const auto fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
            if (expect(*hash, Type::Text, "scenario.hash")) {
                if (hash->text.size() != 16 || !std::all_of(hash->text.begin(), hash->text.end(), fits))
                    say(hash->at, "scenario.hash", shown_word(hash->text) + " does not fit; 16 digits 0 to 9 and letters a to f");
                team.scenario_hash = hash->text;
            }
        }
    }

    // Checked as the strategy of an arm of a scenario: the same rows, ranges and words.
    void read_strategy(const JsonNode& node, TeamFile& team) {
        const auto text = [&](const char* key, const char* words) {
            JsonNode made;
            made.type = Type::Text;
            made.key = key, made.text = words;
            made.at = made.key_at = node.at;
            return made;
        };
        const auto object = [&](const char* key, Type type = Type::Object) {
            JsonNode made;
            made.type = type;
            made.key = key;
            made.at = made.key_at = node.at;
            return made;
        };
        JsonNode root = object(""), arms = object("arms", Type::List), ours = object(""), other = object("");
        JsonNode strategy = node;
        strategy.key = "strategy";
        ours.items = {text("name", "Team"), strategy};
        other.items = {text("name", "Rival"), object("strategy")};
        arms.items = {ours, other};
        root.items = {text("format", "parley.scenario/1"), text("id", "team"), text("title", "Team"), arms};
        Problems found;
        std::optional<Scenario> scenario = read_scenario(root, found);
        const std::string prefix = "arms.0.";
        for (Problem& problem : found) {
            if (problem.path.starts_with(prefix)) problem.path.erase(0, prefix.size());
            say(problem.at, problem.path, problem.message);
        }
        if (scenario) team.strategy = scenario->arms[0].strategy;
    }

    void read_forecast(const JsonNode& node, TeamFile& team) {
        if (!expect(node, Type::Object, "forecast")) return;
        check_keys(node, "forecast", {"gap", "confidence"});
        TeamForecast forecast;
        if (const JsonNode* gap = required(node, "forecast", "gap", "how far ahead of the rival, as a share of it: 0.05, or -0.02"))
            forecast.gap = read_number(*gap, "forecast.gap", -1, kMaxForecastGap, false, "").value_or(0);
        if (const JsonNode* sure = node.find("confidence"))
            forecast.confidence = read_number(*sure, "forecast.confidence", 0.5, 1, false, "");
        team.forecast = forecast;
    }
};

}  // namespace

bool is_team_file(std::string_view text) {
    // The first format that is named decides, wherever it stands.
    const std::size_t at = text.find("\"format\"");
    return at != text.npos && text.substr(at, 60).find("parley.team") != text.npos;
}

std::optional<TeamFile> parse_team(std::string_view text, Diagnostics& problems) {
    if (text.size() > kMaxTeamBytes) {
        problems.push_back({0, 0, "", "too large for a team's file; at most " + std::to_string(kMaxTeamBytes) + " bytes"});
        return std::nullopt;
    }
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    Problems found;
    std::optional<TeamFile> team;
    if (const std::optional<JsonNode> root = read_json(text, found)) team = TeamReader(found).read(*root);
    const bool sound = found.empty();
    const Diagnostics diagnostics = located(text, std::move(found));
    problems.insert(problems.end(), diagnostics.begin(), diagnostics.end());
    if (!sound) return std::nullopt;
    return team;
}

std::string write_team(const TeamFile& team) {
    JsonWriter out;
    out.begin_object().member("format", kTeamFormat).member("team", team.team);
    out.key("scenario").begin_object(JsonWriter::Layout::Line).member("id", team.scenario_id).member("hash", team.scenario_hash).end_object();
    out.member("arm", team.arm);
    out.key("strategy").begin_object();
    for (const ParamSpec& row : kStrategyTable.rows) {
        const double value = value_of(team.strategy, row);
        out.key(row.name);
        if (row.kind == Kind::Choice) out.value(option_code(row, value));
        else out.value(value);
    }
    out.end_object();
    if (team.forecast) {
        out.key("forecast").begin_object(JsonWriter::Layout::Line).member("gap", team.forecast->gap);
        if (team.forecast->confidence) out.member("confidence", *team.forecast->confidence);
        out.end_object();
    }
    if (!team.notes.empty()) out.member("notes", team.notes);
    return out.end_object().take();
}

}  // namespace parley
