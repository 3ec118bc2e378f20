// The sentence: who is ahead, by how much, how sure. Beside it the gaps of all worlds, one dot each.
//
// Three forms of verdict, and two that say more than "too close": nothing at all differs; nothing is known yet.
#include <algorithm>
#include <cmath>

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/figure.h"
#include "study/assumptions.h"
#include "study/number_format.h"
#include "study/provenance.h"

namespace parley {

const VerdictMemory& verdict_figures(Paint& p) {
    VerdictMemory& m = p.memory.verdict;
    if (m.stamp != p.session.results_stamp()) {
        m.stamp = p.session.results_stamp();
        m.strip = strip_figure(*p.session.ensemble(), *p.session.comparison());
        m.split = split_figure(*p.session.ensemble(), *p.session.comparison());
    }
    return m;
}

std::vector<Span> with_hole(std::string_view sentence, std::string_view hole, const std::string& word, const Face& face,
                            Colour words, Colour own) {
    std::size_t at = sentence.find(hole);
    if (at == std::string_view::npos) return {{std::string(sentence), &face, words}};
    std::vector<Span> out;
    if (at > 0) out.push_back({std::string(sentence.substr(0, at)), &face, words});
    out.push_back({word, &face, own});
    if (at + hole.size() < sentence.size()) out.push_back({std::string(sentence.substr(at + hole.size())), &face, words});
    return out;
}

namespace {

struct Sentence {
    std::vector<Span> headline;
    std::vector<std::string> parts;  // of the second line
    std::string spoken() const {
        std::string out;
        for (const Span& s : headline) out += s.text;
        for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? ". " : ", ") + parts[i];
        return out + ".";
    }
};

std::string gap_text(double share) { return percent(std::abs(share), std::abs(share) < 0.1 ? 1 : 0); }

Sentence compose(Paint& p) {
    const Comparison* found = p.session.comparison();
    const Face& face = p.type.headline;
    Colour ink = p.colours.ink;
    Sentence s;
    if (p.session.masked()) {
        const bool locked = p.session.cover() == Session::Cover::Locked;
        s.headline = {{tr(locked ? "verdict.locked" : "verdict.covered"), &face, p.colours.soft}};
        s.parts = {tr("verdict.covered.detail")};
        return s;
    }
    if (!found || !found->verdict.outcome) {
        s.headline = {{tr("verdict.none"), &face, ink}};
        s.parts = {tr("verdict.none.detail")};
        return s;
    }
    const Comparison& c = *found;
    const Verdict& v = c.verdict;
    const Scenario& scenario = p.session.scenario();
    std::string outcome = lower_first(v.outcome->label), pairs = number(v.pairs);

    // how far this is counted, and under which condition it holds
    bool all = !p.session.refining() && !p.session.preview();
    std::string when = period_text(v.day, scenario);
    if (p.session.preview()) s.parts.push_back(tr("verdict.recounting"));
    if (all || p.session.preview())
        s.parts.push_back(tr("verdict.when", {{"period", when}}));
    else
        s.parts.push_back(tr("verdict.so_far", {{"done", pairs}, {"pairs", number(scenario.run.pairs)}}));
    if (all && p.session.settled_after())
        s.parts.push_back(tr("verdict.settled", {{"n", number(p.session.settled_after())}, {"pairs", number(scenario.run.pairs)}}));

    bool twins = std::all_of(v.gaps.begin(), v.gaps.end(), [](double g) { return g == 0; });
    if (twins) {
        s.headline = {{tr("verdict.twins"), &face, ink}};
        s.parts.push_back(tr("verdict.twins.detail", {{"outcome", outcome}, {"pairs", pairs}}));
    } else if (v.form == VerdictForm::Ahead && v.leader >= 0) {
        auto leader = static_cast<std::size_t>(v.leader);
        s.headline = with_hole(tr("verdict.ahead", {{"gap", gap_text(v.gap_share)}, {"outcome", outcome}}), "{leader}",
                               p.arm_name(leader), face, ink, p.arm(leader).text);
        s.parts.push_back(tr("verdict.ahead.worlds", {{"ahead", number(v.ahead)}, {"pairs", pairs}}));
        if (v.change_day > 0) s.parts.push_back(tr("verdict.behind", {{"week", number(week_of(v.change_day))}}));
    } else if (v.form == VerdictForm::Date && v.leader >= 0) {
        // Who has more in all is said first: whoever leads at the end may have lost the whole.
        const auto leader = static_cast<std::size_t>(v.leader), other = leader == c.a ? c.b : c.a;
        const Whole whole = whole_of(v, c.a, c.b);
        s.headline = with_hole(tr("verdict.date", {{"outcome", outcome}, {"week", number(week_of(v.change_day))}}), "{early}", p.arm_name(other), face, ink, p.arm(other).text);
        const Span rest = s.headline.back();
        s.headline.pop_back();
        for (Span& span : with_hole(rest.text, "{late}", p.arm_name(leader), face, ink, p.arm(leader).text)) s.headline.push_back(std::move(span));
        s.parts.insert(s.parts.begin(), tr("verdict.date.worlds", {{"arm", p.arm_name(whole.arm)}, {"gap", gap_text(whole.gap_share)},
                                                                  {"ahead", number(whole.ahead)}, {"pairs", pairs}}));
    } else {
        const auto b_ahead = std::count_if(v.gaps.begin(), v.gaps.end(), [](double g) { return g > 0; });
        s.headline = {{tr("verdict.close"), &face, ink}};
        s.parts.push_back(tr("verdict.close.worlds", {{"arm", p.arm_name(c.b)}, {"ahead", number(static_cast<double>(b_ahead))}, {"pairs", pairs}}));
        s.parts.push_back(tr("verdict.close.gap", {{"gap", signed_number(100 * v.gap_share, 1)}, {"outcome", outcome}}));
    }
    // Never left out for want of room: it is what the count of worlds stands for.
    if (scenario.run.ignorance > 0) s.parts.insert(s.parts.begin(), tr("verdict.ignorant"));
    return s;
}

// How often the answer survives other assumptions: only of a scenario that stands as it was measured, and while results are open.
const Assumptions* swept(const Paint& p) {
    const Comparison* c = p.session.comparison();
    if (!c || !c->verdict.outcome || p.session.masked() || p.session.scenario().run.ignorance > 0) return nullptr;
    return assumptions_of(p.session.scenario(), c->a, c->b);
}

// Under the sentence, in small letters: how far the assumptions carry it, and how many there are.  Each leads to more.
void draw_footing(Paint& p, float x, float y, float room, const Assumptions* known) {
    const float line = p.type.small.height, h = std::max(line, 24.0f), top = y + (line - h) / 2;   // large enough to hit
    ButtonLook look;
    look.kind = ButtonLook::Link;
    look.group = tr("group.verdict");
    float at = x;
    if (known) {
        const std::string words = assumptions_phrase(*known);
        look.tip = assumptions_meaning(*known);
        const float w = std::min(p.width(p.type.small, words), room);
        if (button(p, "verdict.assumptions", {at, top, w, h}, words, look)) {
            p.frame.state.panel = Panel::Explore, p.frame.state.explore_tab = kCertaintyTab, p.frame.state.panel_scroll = 0;
        }
        at += w;
    }
    const std::string words = assumed_line(), dot = known ? " \u00b7 " : "";
    const float w = p.width(p.type.small, words), gap = p.width(p.type.small, dot);
    if (at + gap + w > x + room) return;
    at += p.text(p.type.small, at, y, p.colours.soft, dot);
    look.tip = tr("numbers.assumed.tip");
    if (button(p, "verdict.numbers", {at, top, w, h}, words, look)) {
        p.frame.state.panel = Panel::About, p.frame.state.about_tab = 0, p.frame.state.panel_scroll = 0;
    }
}

constexpr std::uint64_t kCoveredAnnounced = ~std::uint64_t{0};   // no revision

std::string joined(const std::vector<std::string>& parts, std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += (i ? " \u00b7 " : "") + parts[i];
    return out;
}

// Beside the second line, once counting has stopped early; the panel "How sure" has the same button.
bool offers_count_all(const Paint& p) { return p.session.settled_after() > 0 && !p.session.preview(); }

void draw_count_all(Paint& p, float x, float middle) {
    ButtonLook look;
    look.group = tr("group.verdict");
    look.tip = tr("strip.count_all.tip", {{"n", number(p.session.settled_after())}, {"pairs", number(p.session.scenario().run.pairs)}});
    std::string label = tr("strip.count_all");
    float h = std::min(p.layout.control, p.type.body.height + 8);
    if (button(p, "verdict.count_all", {x, middle - h / 2, button_width(p, label, look), h}, label, look)) p.session.count_all();
}

}  // namespace

void draw_headline(Paint& p, Rect r) {
    const Comparison* c = p.session.comparison();
    Sentence s = compose(p);
    const Assumptions* known = swept(p);
    if (known) s.parts.push_back(assumptions_phrase(*known));
    std::string spoken = s.spoken();
    // On a line of its own where the card is high enough.
    const bool footing = p.layout.shape != Shape::Projector;
    if (known && footing) s.parts.pop_back();
    if (const std::string one = world_sentence(p); !one.empty()) {   // in place of what holds for all of them
        s.parts = {one};
        tell(p, "verdict.world", Role::Text, one, r, {}, tr("group.verdict"));
    }
    p.card(r);

    // The strip stands at the right where there is room, otherwise below.
    bool beside = r.w >= 900;
    float pad = p.layout.pad, strip_w = beside ? std::round(std::clamp(r.w * 0.29f, 250.0f, 560.0f)) : r.w - 2 * pad;
    float room = beside ? r.w - 2.6f * pad - strip_w : r.w - 2 * pad;
    float strip_h = r.h - 1.1f * pad;
    const float beside_room = room;

    // A long sentence is set smaller before it is broken.
    Face face = p.type.headline;
    float natural = p.width(s.headline), lines_h = face.height + p.type.subline.height + 4 + (footing ? p.type.small.height + 2 : 0);
    if (const float fits = 0.96f * room; natural > fits && beside) {   // words laid one by one take a little more than their sum
        const float k = std::max(0.5f, fits / natural);
        face.em *= k, face.height *= k;
    }
    for (Span& span : s.headline) span.face = &face;
    float y = beside ? r.y + (r.h - lines_h) / 2 - 1 : r.y + pad * 0.75f;
    float head_h = p.flow(r.x + pad, y, room, s.headline, std::round(face.height * 1.04f));
    if (beside) head_h = p.type.headline.height;
    y += head_h + 4;

    // Second line: on one line if need be without its last parts, which the strip and the chart say as well.
    const Face& sub = p.type.subline;
    if (beside) {
        std::size_t n = s.parts.size();
        // The button takes its room where three parts of the line stay readable beside it.
        float button_w = button_width(p, tr("strip.count_all")) + 14;
        bool counts = offers_count_all(p) && p.width(sub, joined(s.parts, std::min<std::size_t>(n, 3))) * 0.85f <= room - button_w;
        if (counts) room -= button_w;
        while (n > 1 && p.width(sub, joined(s.parts, n)) > room / (counts ? 0.85f : 0.92f)) --n;
        Face smaller = sub;
        float k = std::min(1.0f, room / p.width(sub, joined(s.parts, n)));
        smaller.em *= k, smaller.height *= k;
        float used = p.text(smaller, r.x + pad, y, p.colours.soft, p.fit(smaller, joined(s.parts, n), room + 1));
        if (counts) draw_count_all(p, r.x + pad + used + 14, y + smaller.height / 2);
        if (footing) draw_footing(p, r.x + pad, y + sub.height + 2, beside_room, known);
    } else {
        // Here too the last parts give way: the strip below needs the height.
        std::size_t n = s.parts.size();
        while (n > 3 && p.width(sub, joined(s.parts, n)) > room) --n;   // in how many worlds stays
        y += p.paragraph(sub, r.x + pad, y - 2, room, p.colours.soft, joined(s.parts, n), 3);
        if (footing) {
            draw_footing(p, r.x + pad, y, room, known);
            y += p.type.small.height + 2;
        }
        strip_h = r.y + r.h - pad * 0.6f - y - 6;
    }
    tell(p, "verdict", Role::Status, spoken, {r.x + pad, r.y, room, r.h}, {}, tr("group.verdict"));

    // Worlds arriving: how many of them are in, as a line along the lower edge.
    if (p.session.refining() && p.session.ensemble()) {
        double share = p.session.preview() ? 0 : p.session.ensemble()->done() / std::max(1.0, p.session.scenario().run.pairs);
        p.fill({r.x + p.layout.radius, r.y + r.h - 3, (r.w - 2 * p.layout.radius) * static_cast<float>(share), 2}, p.colours.soft,
               1);
    }

    // The strip.
    const Rect strip = beside ? Rect{r.x + r.w - pad - strip_w, r.y + (r.h - strip_h) / 2, strip_w, strip_h}
                              : Rect{r.x + pad, r.y + r.h - strip_h - pad * 0.6f, strip_w, strip_h};
    draw_worlds(p, strip);

    // What was read out stays in the page's live region: it is covered as well.
    if (p.session.masked() && p.memory.announced != kCoveredAnnounced) {
        p.memory.announced = kCoveredAnnounced;
        p.ui.announce(spoken);
    }

    // Read out once, when all worlds of a revision are in.
    if (c && !p.session.refining() && !p.session.preview() && p.memory.announced != p.session.revision()) {
        p.memory.announced = p.session.revision();
        p.ui.announce(spoken);
    }
}

}  // namespace parley
