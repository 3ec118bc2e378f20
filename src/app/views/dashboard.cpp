// Dashboard: likes, mentions, followers and the naive difference of engaged customers, beside what the strategy truly did.
#include <algorithm>
#include <cmath>

#include "app/views/explore.h"
#include "study/number_format.h"
#include "imgui.h"

namespace parley {
namespace {

struct Line {
    const char* key;
    std::string value[2];
    bool strong = false;
};

// "12 % more"
std::string more_or_less(double share, int decimals) {
    return tr(share < 0 ? "dashboard.less" : "dashboard.more", {{"share", percent(std::abs(share), decimals)}});
}

// Which arm leads, by a number of each; -1 for neither.
int leader(double a, double b) { return a == b ? -1 : b > a ? 1 : 0; }

std::vector<std::string> finding_words(Paint& p, const Dashboard& d, double gap) {
    std::vector<std::string> out;
    const DashboardArm &a = d.arms[0], &b = d.arms[1];
    const int likes = leader(a.likes, b.likes), sales = leader(0, gap);
    if (likes >= 0 && sales >= 0)
        out.push_back(tr(likes == sales ? "dashboard.finding.same" : "dashboard.finding.other",
                         {{"likes", p.arm_name(static_cast<std::size_t>(likes))}, {"sales", p.arm_name(static_cast<std::size_t>(sales))},
                          {"gap", percent(std::abs(gap), 1)}}));
    out.push_back(tr("dashboard.finding.naive", {{"b", p.arm_name(1)}, {"naive", more_or_less(b.naive(), 0)}, {"a", p.arm_name(0)},
                                                 {"true", more_or_less(b.true_effect(), 1)}}));
    out.push_back(tr("dashboard.finding.why"));
    return out;
}

}  // namespace

void draw_dashboard(Paint& p, Rect r) {
    p.session.survey_dashboard();
    const Palette& c = p.colours;
    const Face &small = p.type.small, &body = p.type.body, &strong = p.type.strong;
    const std::string group = tr("explore.tab.dashboard");
    const Dashboard* d = p.session.dashboard();
    const Comparison* compared = p.session.comparison();
    if (!d || !compared) {
        const std::string words = tr("dashboard.begins", {{"worlds", number(kDashboardWorlds)}, {"share", percent(p.session.dashboard_progress())}});
        p.paragraph(body, r.x, r.y, r.w, c.soft, words);
        tell(p, "dashboard.state", Role::Status, words, r, {}, group);
        return;
    }
    // Numbers that are not the last word say so first.
    float y = r.y;
    const std::string share = percent(p.session.dashboard_progress());
    const std::string state = !p.session.dashboard_current() ? tr("dashboard.before", {{"share", share}})
                              : d->until ? tr("dashboard.first", {{"week", number(week_of(d->until))}, {"all", number(d->wanted)}})
                              : d->worlds < d->wanted ? tr("dashboard.so_far", {{"n", number(d->worlds)}, {"all", number(d->wanted)}})
                                                      : std::string();
    if (!state.empty()) {
        const float h = p.paragraph(p.type.small_strong, r.x, y, r.w, c.soft, state);
        tell(p, "dashboard.state", Role::Status, state, {r.x, y, r.w, h}, {}, group);
        y += h + 6;
    }
    const Difference& sales = compared->difference(0, 1, "sales");
    const double base = compared->arms[0][static_cast<std::size_t>(find_outcome("sales") - outcomes().data())].mean;
    const double gap = base > 0 ? sales.mean / base : 0;
    const std::string sign = currency_sign(p.session.scenario());

    const auto both = [&](auto text) { return std::array<std::string, 2>{text(d->arms[0]), text(d->arms[1])}; };
    std::vector<Line> shown, truth;
    const auto add = [&](std::vector<Line>& to, const char* key, auto text, bool bold = false) {
        const auto [va, vb] = both(text);
        to.push_back({key, {va, vb}, bold});
    };
    add(shown, "dashboard.likes", [](const DashboardArm& x) { return number(x.likes); });
    add(shown, "dashboard.mentions", [](const DashboardArm& x) { return number(x.mentions); });
    add(shown, "dashboard.followers", [](const DashboardArm& x) { return number(x.followers); });
    add(shown, "dashboard.engaged", [](const DashboardArm& x) { return number(x.engaged_customers) + " / " + number(x.customers); });
    add(shown, "dashboard.engaged_spend", [&](const DashboardArm& x) { return money(x.engaged_spend, sign); });
    add(shown, "dashboard.other_spend", [&](const DashboardArm& x) { return money(x.other_spend, sign); });
    add(shown, "dashboard.naive", [](const DashboardArm& x) { return signed_percent(x.naive(), 0); }, true);
    add(truth, "dashboard.here", [&](const DashboardArm& x) { return money(x.here, sign); });
    add(truth, "dashboard.there", [&](const DashboardArm& x) { return money(x.there, sign); });
    add(truth, "dashboard.true", [](const DashboardArm& x) { return signed_percent(x.true_effect()); }, true);
    if (!d->until) truth.push_back({"dashboard.gap", {"", signed_percent(gap)}, true});

    // Findings first: they are what to take away.
    std::string spoken;
    if (!d->until)
        for (const std::string& words : finding_words(p, *d, gap)) {
            y += p.paragraph(spoken.empty() ? strong : body, r.x, y, r.w, c.ink, words, 4) + 5;
            spoken += (spoken.empty() ? "" : " ") + words;
        }
    if (!d->until) tell(p, "dashboard.finding", Role::Status, spoken, {r.x, r.y, r.w, y - r.y}, {}, group);
    y += 8;

    r.w = std::min(r.w, body.em * 52);  // numbers stay near their names
    const float value_w = std::clamp(r.w * 0.2f, 92.0f, 190.0f), x1 = r.x + r.w - value_w, x0 = x1 - value_w;
    std::string table = tr("dashboard.table.heads", {{"a", p.arm_name(0)}, {"b", p.arm_name(1)}}) + '\n';
    const auto block = [&](const char* title, const std::vector<Line>& lines) {
        p.caps(r.x, y + 2, c.soft, tr(title));
        if (p.caps_width(tr(title)) > x0 - r.x) y += p.type.caps.height + 8;  // the names stand under it
        for (const std::size_t arm : {std::size_t{0}, std::size_t{1}}) {
            const std::string name = p.fit(p.type.small_strong, p.arm_name(arm), value_w - 26);
            const float right = arm == 0 ? x1 - 10 : r.x + r.w, w = p.width(p.type.small_strong, name);
            p.text(p.type.small_strong, right - w, y, p.arm(arm).text, name);
            p.mark(mark_of(arm), right - w - 10, y + p.type.small_strong.height / 2, 8, p.arm(arm).shape);
        }
        y += p.type.small_strong.height + 6;
        for (const Line& line : lines) {
            p.horizontal(r.x, r.x + r.w, y - 2, c.line);
            const Face& face = line.strong ? p.type.small_strong : small;
            const float h = p.paragraph(face, r.x, y + 2, x0 - r.x - 8, c.ink, tr(line.key), 2);
            if (line.value[0].empty()) p.text_right(face, r.x + r.w, y + 2, c.ink, line.value[1]);
            else
                for (const std::size_t arm : {std::size_t{0}, std::size_t{1}})
                    p.text_right(face, arm == 0 ? x1 - 10 : r.x + r.w, y + 2, line.strong ? p.arm(arm).text : c.ink, line.value[arm]);
            table += tr(line.key) + '\t' + line.value[0] + '\t' + line.value[1] + '\n';
            y += h + 7;
        }
        y += 12;
    };
    block("dashboard.shown", shown);
    block("dashboard.truth", truth);
    const std::string note = tr("dashboard.note", {{"worlds", number(std::max(1, d->worlds))}, {"pairs", number(compared->pairs)}});
    p.paragraph(small, r.x, y - 4, r.w, c.soft, note, 4);
    tell(p, "dashboard.table", Role::Table, tr("dashboard.table"), {r.x, r.y, r.w, y - r.y}, table, group);
}

}  // namespace parley
