#include "app/session/link.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>

#include "app/session/edits.h"
#include "study/strings.h"
#include "parley_version.h"
#include "scenario/json_tree.h"
#include "scenario/library.h"
#include "scenario/nearest.h"

namespace parley {
namespace {

// FNV-1a, 32 bit: enough to notice what mail and messengers do to a line.
std::string check_of(std::string_view text) {
    std::uint32_t hash = 0x811c9dc5u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
    char out[9];
    std::snprintf(out, sizeof out, "%08x", static_cast<unsigned>(hash));
    return out;
}

std::string_view take_until(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return taken;
}

std::optional<int> whole(std::string_view word) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return value;
}

// What the lines say, before it is looked at.
struct Lines {
    std::string engine, shipped, file;
    Edits edits;
    int day = 0;
    bool every_world = false;
};

Lines read_lines(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        if (text.starts_with("file ")) {
            lines.file = text.substr(5);
            break;
        }
        std::string_view rest = take_until(text, '\n');
        const std::string_view word = take_until(rest, ' ');
        if (word == "engine") lines.engine = rest;
        else if (word == "shipped") lines.shipped = rest;
        else if (word == "day") lines.day = std::max(0, whole(rest).value_or(0));
        else if (word == "worlds") lines.every_world = rest == "all";
        else if (word == "set") {
            const std::string_view path = take_until(rest, ' ');
            lines.edits.push_back({std::string(path), std::string(rest)});
        }
    }
    return lines;
}

std::optional<Scenario> parse_shipped(std::string_view id) {
    Diagnostics none;
    const std::optional<std::string_view> text = shipped_scenario(id);
    return text ? parse_scenario(*text, none) : std::nullopt;
}

Desk fresh(Scenario scenario) {
    Desk desk;
    desk.opened = scenario;
    desk.scenario = std::move(scenario);
    desk.playing = true;
    return desk;
}

LinkRead refused(const std::string& words, std::optional<Desk> nearest = {}, Diagnostics why = {}) {
    LinkRead read;
    read.problems.push_back({0, 0, "", words});
    read.problems.insert(read.problems.end(), why.begin(), why.end());
    read.desk = std::move(nearest);
    return read;
}

// The shipped scenario of that very id, as it is.
std::optional<Desk> shipped_desk(const std::string& id) {
    std::optional<Scenario> scenario = parse_shipped(id);
    return scenario ? std::optional<Desk>(fresh(std::move(*scenario))) : std::nullopt;
}

}  // namespace

bool link_travels(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (!address.starts_with("http") || scheme == address.npos) return false;
    std::string_view host = address.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (host.starts_with("[")) return !host.starts_with("[::1]");
    host = host.substr(0, host.find(':'));
    return !host.empty() && host != "localhost" && !host.ends_with(".localhost") && !host.starts_with("127.") && host != "0.0.0.0";
}

std::string write_link(const Desk& desk) {
    std::string state = std::string("engine ") + PARLEY_VERSION + "\n", file;
    const std::optional<Scenario> shipped = parse_shipped(desk.scenario.id);
    std::optional<Edits> edits = shipped ? edits_between(*shipped, desk.scenario) : std::nullopt;
    if (edits) {
        state += "shipped " + desk.scenario.id + "\n";
    } else {
        edits = edits_between(desk.opened, desk.scenario);
        file = "file " + write_scenario(edits ? desk.opened : desk.scenario);
    }
    if (edits)
        for (const Edit& edit : *edits) state += "set " + edit.path + " " + edit.value + "\n";
    if (desk.every_world) state += "worlds all\n";
    if (desk.day > 0) state += "day " + std::to_string(desk.day) + "\n";
    state += file;
    return std::to_string(kLinkVersion) + " " + check_of(state) + "\n" + state;
}

LinkRead read_link(std::string_view text) {
    std::string_view state = text, first = take_until(state, '\n');
    const std::optional<int> version = whole(take_until(first, ' '));
    const Lines lines = read_lines(state);
    if (!version || *version < 1) return refused(tr("link.damaged"));
    const std::optional<Desk> nearest = shipped_desk(lines.shipped);
    if (*version > kLinkVersion) return refused(tr("link.too_new"), nearest);
    if (first != check_of(state)) {
        if (!nearest) return refused(tr("link.damaged"));
        return refused(tr("link.damaged.shipped", {{"title", nearest->scenario.title.in("en")}}), nearest);
    }

    LinkRead read;
    read.engine = lines.engine;
    std::optional<Scenario> opened;
    if (!lines.file.empty()) {
        opened = parse_scenario(lines.file, read.problems);
        if (!opened) return refused(tr("link.refused"), {}, std::move(read.problems));
    } else {
        opened = parse_shipped(lines.shipped);
        if (!opened) {
            const std::string id = nearest_scenario(lines.shipped);
            return refused(tr("link.unknown", {{"id", plain_word(lines.shipped)}, {"nearest", id}}), shipped_desk(id));
        }
    }
    Desk desk = fresh(std::move(*opened));
    if (Diagnostics why = set_values(desk.scenario, lines.edits); !why.empty()) {
        const std::string words = tr("link.refused.shipped", {{"title", desk.scenario.title.in("en")}});
        return refused(words, std::move(desk), std::move(why));
    }
    desk.day = std::min(lines.day, static_cast<int>(desk.scenario.run.days));
    desk.every_world = lines.every_world;
    desk.playing = desk.day == 0;
    read.desk = std::move(desk);
    return read;
}

}  // namespace parley
