// Pictures of the page: all claims as tiles by article, and the dozen turns that tell most as curves.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "study/claims/lab.h"
#include "study/claims/page.h"
#include "study/claims/words.h"
#include "study/figure_svg.h"
#include "study/wording.h"

namespace parley {
namespace claims {
namespace {

constexpr std::size_t kTold = 12;
constexpr float kEm = 12;

// --- Tiles: a sign as well as a colour ------------------------------------------------------------------------------

struct Look {
    const char *fill, *ink, *sign;   // sign: a path in a box of 12
};
Look look_of(Standing standing) {
    switch (standing) {
        case Standing::Holds: return {"#DCEBF5", "#005A8C", "M1 6.5L4.5 10L11 2.5"};
        case Standing::OtherWay: return {"#FBE3D3", "#A84300", "M2 2L10 10M10 2L2 10"};
        case Standing::Mixed: return {"#ECEAF4", "#4A3F7A", "M1 4.2H11M1 8.2H11"};
        case Standing::NotExpressed: break;
    }
    return {"#F3F2EE", "#5B6370", "M3 6H9"};
}

std::string at(const char* name, float value) {
    char text[48];
    std::snprintf(text, sizeof text, " %s=\"%g\"", name, static_cast<double>(value));
    return text;
}
std::string words(float x, float y, float size, const char* fill, const std::string& text, bool strong = false) {
    return "<text" + at("x", x) + at("y", y) + at("font-size", size) + (strong ? " font-weight=\"600\"" : "") + " fill=\"" + fill + "\">" + escaped(text) + "</text>\n";
}

constexpr float kTileW = 62, kTileH = 30;

std::string tile(float x, float y, const std::string& name, Standing standing, Turn::Form turn) {
    const Look look = look_of(standing);
    std::string out = "<rect" + at("x", x) + at("y", y) + at("width", kTileW) + at("height", kTileH) + " rx=\"6\" fill=\"" + look.fill + "\"/>\n";
    out += "<path fill=\"none\" stroke=\"" + std::string(look.ink) + "\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\" transform=\"translate(" +
           std::to_string(static_cast<int>(x) + 7) + ' ' + std::to_string(static_cast<int>(y) + 9) + ")\" d=\"" + look.sign + "\"/>\n";
    out += words(x + 25, y + 20, 13, look.ink, name, true);
    // A turn: a half circle at the lower edge, filled where the effect reverses, open where it vanishes.
    if (turn == Turn::Form::Reverses || turn == Turn::Form::Vanishes)
        out += "<path transform=\"translate(" + std::to_string(static_cast<int>(x + kTileW) - 12) + ' ' + std::to_string(static_cast<int>(y + kTileH) - 2) + ")\" d=\"M0 0A5 5 0 0 1 10 0Z\" stroke=\"" +
               look.ink + "\" stroke-width=\"1.5\" fill=\"" + (turn == Turn::Form::Reverses ? look.ink : "#FFFFFF") + "\"/>\n";
    return out;
}

std::string tiles_svg(std::span<const ClaimResult> results) {
    constexpr float kLeft = 20, kColumns = 12, kStep = kTileW + 8, kWidth = kLeft * 2 + kColumns * kStep - 8;
    std::string body;
    float y = 34;
    body += words(kLeft, y, 17, "#111827", "What the articles claim, and what the model makes of it", true);
    y += 20;
    float x = kLeft;
    for (const Standing standing : {Standing::Holds, Standing::OtherWay, Standing::Mixed, Standing::NotExpressed}) {
        body += tile(x, y, std::to_string(count_of(results, standing)), standing, Turn::Form::NotSearched);
        const char* const names[] = {"hold", "go the other way", "mixed", "not expressed"};
        const std::string name = names[static_cast<int>(standing)];
        body += words(x + kTileW + 8, y + 20, kEm, "#111827", name);
        x += kTileW + 30 + 7 * static_cast<float>(name.size());
    }
    for (const Turn::Form form : {Turn::Form::Reverses, Turn::Form::Vanishes}) {
        const char* fill = form == Turn::Form::Reverses ? "#111827" : "#FFFFFF";
        body += "<path transform=\"translate(" + std::to_string(static_cast<int>(x)) + ' ' + std::to_string(static_cast<int>(y) + 20) + ")\" d=\"M0 0A5 5 0 0 1 10 0Z\" stroke=\"#111827\" stroke-width=\"1.5\" fill=\"" + fill + "\"/>\n";
        const std::string name = form == Turn::Form::Reverses ? "can turn around" : "can fade";
        body += words(x + 16, y + 20, kEm, "#111827", name);
        x += 34 + 7 * static_cast<float>(name.size());
    }
    y += kTileH + 8;
    for (const std::string article : {"A", "B", "C", "C, comment", "D", "E"}) {
        int n = 0;
        for (const ClaimResult& result : results) {
            if (article != result.spec->article) continue;
            if (n == 0) y += 22, body += words(kLeft, y, kEm, "#5B6370", article.size() > 1 ? "Comments below article C" : "Article " + article, true), y += 8;
            const int column = n % static_cast<int>(kColumns);
            if (n > 0 && column == 0) y += kTileH + 8;
            body += tile(kLeft + static_cast<float>(column) * kStep, y, result.spec->id, result.standing, result.expressed() ? result.turn.form : Turn::Form::NotSearched);
            ++n;
        }
        if (n > 0) y += kTileH + 4;
    }
    y += 16;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(static_cast<int>(kWidth)) + ' ' + std::to_string(static_cast<int>(y)) + "\"" + at("width", kWidth) +
           at("height", y) + " font-family=\"Inter, system-ui, sans-serif\" role=\"img\">\n<title>All claims, by article</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n" + body +
           "</svg>\n";
}

// --- Curves ---------------------------------------------------------------------------------------------------------

const ClaimOutput& watched(const ClaimSpec& spec) { return spec.also.what && spec.also.expect == Expect::NoGain ? spec.also : spec.output; }

// Where a value of the moderator stands between the points, which are drawn at equal distances.
double place_of(const ClaimResult& result, double value) {
    for (std::size_t i = 1; i < result.turn_points.size(); ++i) {
        const double a = std::strtod(result.turn_points[i - 1].value.c_str(), nullptr), b = std::strtod(result.turn_points[i].value.c_str(), nullptr);
        if ((value >= a && value <= b) || (value <= a && value >= b)) return static_cast<double>(i - 1) + (b == a ? 0 : (value - a) / (b - a));
    }
    return 0;
}

std::string turn_svg(const ClaimResult& result, const std::string& id) {
    const ClaimSpec& spec = *result.spec;
    Figure f;
    f.title = std::string(spec.id) + "  " + spec.claim;
    f.note = label_of(watched(spec)) + ", per cent";
    f.words = capital_of(turn_words(result));
    Figure::Curve curve;
    curve.arm = 1;
    Figure::Spread spread;
    double least = 0, most = 0;
    std::vector<std::pair<double, const TurnPoint*>> points;   // along the axis
    for (std::size_t i = 0; i < result.turn_points.size(); ++i) {
        points.push_back({static_cast<double>(i), &result.turn_points[i]});
        f.x.ticks.push_back({static_cast<double>(i), value_words(spec.moderator, result.turn_points[i].value)});
    }
    for (const TurnPoint& point : result.turn.halved) points.push_back({place_of(result, std::strtod(point.value.c_str(), nullptr)), &point});
    std::stable_sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [x, at] : points) {
        const TurnPoint& point = *at;
        const double unit = point.share == 0 ? 0 : 100 * point.share / point.effect.mean;
        curve.x.push_back(x), curve.y.push_back(100 * point.share);
        spread.low.push_back(point.effect.low * unit), spread.high.push_back(point.effect.high * unit);
        least = std::min(least, spread.low.back()), most = std::max(most, spread.high.back());
    }
    curve.spreads.push_back(std::move(spread));
    f.curves.push_back(std::move(curve));
    f.x.from = -0.25, f.x.to = static_cast<double>(result.turn_points.size()) - 0.75;
    f.x.title = label_of_path(spec.moderator);
    const double room = 0.12 * (most - least);
    f.y.from = least - room, f.y.to = most + room;
    for (const double t : ticks(f.y.from, f.y.to, 4)) f.y.ticks.push_back({t, signed_text(t, std::fabs(t - std::round(t)) > 1e-9 ? 1 : 0) + " %"});
    f.levels.push_back({0, "", false, 1e300});
    if (result.turn.numeric) {
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.10g", result.turn.at);
        f.spots.push_back({place_of(result, result.turn.at), 0, "turns at " + value_words(spec.moderator, digits)});
    }
    SvgLook look;
    look.width = 640, look.height = 250, look.em = kEm, look.id = id;
    return figure_svg(f, look);
}

}  // namespace

std::vector<const ClaimResult*> told_turns(std::span<const ClaimResult> results) {
    std::vector<const ClaimResult*> told;
    for (const Turn::Form form : {Turn::Form::Reverses, Turn::Form::Vanishes}) {
        std::vector<const ClaimResult*> group;
        for (const ClaimResult& result : results)
            if (result.expressed() && result.turn.form == form) group.push_back(&result);
        // What an effect spans from end to end, on both sides of zero where it turns.
        const auto span = [](const ClaimResult* result) {
            double low = 1e300, high = -1e300;
            for (const TurnPoint& point : result->turn_points) low = std::min(low, point.share), high = std::max(high, point.share);
            return result->turn.form == Turn::Form::Reverses ? std::min(std::fabs(low), std::fabs(high)) : high - low;
        };
        std::stable_sort(group.begin(), group.end(), [&](const ClaimResult* a, const ClaimResult* b) { return span(a) > span(b); });
        told.insert(told.end(), group.begin(), group.end());
    }
    if (told.size() > kTold) told.resize(kTold);
    std::stable_sort(told.begin(), told.end(), [](const ClaimResult* a, const ClaimResult* b) { return std::string_view(a->spec->id) < b->spec->id; });
    return told;
}

std::string turn_file(int n) {
    char name[32];
    std::snprintf(name, sizeof name, "claims_turn_%02d.svg", n);
    return name;
}

}  // namespace claims

std::vector<ClaimPicture> claims_pictures(std::span<const ClaimResult> results) {
    using namespace claims;
    std::vector<ClaimPicture> pictures{{"claims.svg", tiles_svg(results)}};
    int n = 0;
    for (const ClaimResult* result : told_turns(results)) {
        ++n;
        pictures.push_back({turn_file(n), turn_svg(*result, "turn" + std::to_string(n))});
    }
    return pictures;
}

}  // namespace parley
