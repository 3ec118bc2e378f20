// What leaves `parley claims`: text for a terminal, JSON for programs.
#include <algorithm>

#include "parley_version.h"
#include "scenario/json_writer.h"
#include "study/claims/lab.h"
#include "study/claims/words.h"
#include "study/wording.h"

namespace parley {
namespace {

using namespace claims;
using Layout = JsonWriter::Layout;

const char* expect_name(Expect expect) { return expect == Expect::Up ? "up" : expect == Expect::Down ? "down" : "no gain"; }

void write_interval(JsonWriter& json, const Interval& interval) {
    json.member("mean", interval.mean).member("low", interval.low).member("high", interval.high);
}

void write_output(JsonWriter& json, const char* key, const ClaimOutput& output, const std::vector<ClaimPoint>& points) {
    json.key(key).begin_object();
    json.member("what", output.what).member("from_day", output.from).member("to_day", output.to).member("expected", expect_name(output.expect));
    json.key("points").begin_array();
    for (const ClaimPoint& point : points) {
        json.begin_object(Layout::Line).member("value", point.value).member("level", point.level);
        write_interval(json, point.change);
        json.member("share", point.share).member("moved", point.moved).end_object();
    }
    json.end_array().end_object();
}

void write_turn(JsonWriter& json, const ClaimResult& result) {
    const char* const forms[] = {"not searched", "not found", "vanishes", "reverses"};
    const Turn& turn = result.turn;
    json.key("turn").begin_object().member("form", forms[static_cast<int>(turn.form)]);
    if (result.spec->moderator) json.member("moderator", result.spec->moderator);
    if (!turn.from.empty()) json.member("from", turn.from).member("to", turn.to);
    if (turn.numeric) json.member("at", turn.at);
    json.member("searched", turn.searched).key("points").begin_array();
    for (const TurnPoint& point : result.turn_points) {
        json.begin_object(Layout::Line).member("value", point.value);
        write_interval(json, point.effect);
        json.member("share", point.share).member("sign", point.sign).end_object();
    }
    json.end_array().end_object();
}

}  // namespace

std::string claims_text(std::span<const ClaimResult> results) {
    std::string text;
    for (const ClaimResult& result : results) {
        const ClaimSpec& spec = *result.spec;
        text += std::string(spec.id) + "  " + padded(standing_name(result.standing), 13) + "  " + spec.claim + "\n";
        const std::string indent(5, ' ');
        if (spec.missing) {
            text += indent + "not put to the model: " + spec.missing + "\n";
            continue;
        }
        if (spec.lottery) {
            text += indent + lottery_words(result) + "\n";
            continue;
        }
        const auto line = [&](const ClaimOutput& output, const std::vector<ClaimPoint>& points) {
            text += indent + label_of(output) + ", expected " + expect_name(output.expect) + ":";
            for (std::size_t i = 1; i < points.size(); ++i)
                text += (i > 1 ? "; " : " ") + points[i].value + " " + change_words(points[i]) + (points[i].moved ? "" : " ~");
            text += "\n";
        };
        text += indent + label_of_path(spec.lever) + " (" + spec.lever + ") against " + (result.points.empty() ? "?" : result.points[0].value) + ", " +
                count_text(result.pairs, "pair") + "\n";
        line(spec.output, result.points);
        if (spec.also.what) line(spec.also, result.also);
        if (const std::string turn = turn_words(result); !turn.empty()) text += indent + turn + "\n";
    }
    return text + "\n" + count_text(static_cast<int>(results.size()), "claim") + ", " + std::to_string(count_expressed(results)) + " expressed: " +
           std::to_string(count_of(results, Standing::Holds)) + " hold, " + std::to_string(count_of(results, Standing::OtherWay)) + " go the other way, " +
           std::to_string(count_of(results, Standing::Mixed)) + " mixed; ~ not told apart from no change\n";
}

std::string claims_json(std::span<const ClaimResult> results) {
    JsonWriter json;
    json.begin_object();
    json.member("format", "parley.claims/1").member("engine", PARLEY_VERSION).member("fingerprint", claims_fingerprint());
    json.member("level", kClaimLevel).member("claims_run", results.size()).member("claims_expressed", count_expressed(results));
    json.key("claims").begin_array();
    for (const ClaimResult& result : results) {
        const ClaimSpec& spec = *result.spec;
        json.begin_object();
        json.member("id", spec.id).member("article", spec.article).member("claim", spec.claim).member("standing", standing_name(result.standing));
        if (spec.missing) json.member("missing", spec.missing);
        else if (spec.lottery) {
            json.member("base", spec.base).member("arm", spec.arm).member("pairs", result.pairs);
            write_output(json, "output", spec.output, result.points);
        } else {
            json.member("base", spec.base).member("arm", spec.arm).member("settings", spec.settings).member("lever", spec.lever).member("pairs", result.pairs);
            write_output(json, "output", spec.output, result.points);
            if (spec.also.what) write_output(json, "also", spec.also, result.also);
            write_turn(json, result);
        }
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace parley
