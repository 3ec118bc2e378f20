// Levers: both strategies on one track per lever, in groups, drawn from the strategy table. Below them what they buy today.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/session/lever_rows.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/lever_track.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"

namespace parley {
namespace {

// "■ Broadcast  ● Conversation", the last one ending at the right edge of its line; names that do not fit beside each other take a
// line more.  Returns how wide the widest line is, and in `lines` how many there are.
float arm_key(Paint& p, float right, float y, float room, bool draw, int& lines) {
    const Face& face = p.type.small_strong;
    const float size = face.em * 0.72f, gap = 12, step = face.height + 3;
    const std::size_t n = p.session.scenario().arms.size();
    const auto width = [&](std::size_t k) { return std::min(room, p.width(face, p.arm_name(k)) + size + 5); };
    float widest = 0;
    if (draw) widest = arm_key(p, right, y, room, false, lines);   // lines that are several begin at one edge
    const bool flush = draw && lines > 1;
    lines = 0;
    for (std::size_t first = 0, last; first < n; first = last, ++lines) {
        float used = width(first);
        for (last = first + 1; last < n && used + gap + width(last) <= room + 0.5f; ++last) used += gap + width(last);
        widest = std::max(widest, used);
        float x = right - (flush ? widest : used);
        for (std::size_t k = first; k < last && draw; ++k) {
            const float top = y + static_cast<float>(lines) * step;
            p.mark(mark_of(k), x + size / 2, top + face.height / 2, size, p.arm(k).shape);
            p.text(face, x + size + 5, top, p.arm(k).text, p.fit(face, p.arm_name(k), width(k) - size - 5));
            x += width(k) + gap;
        }
    }
    return widest;
}

// "Both spend € 50 a day. Same people, same luck."
std::string fairness(Paint& p) {
    const Scenario& s = p.session.scenario();
    std::string sign = currency_sign(s);
    double first = s.arms[0].strategy.budget_per_day;
    bool alike = std::all_of(s.arms.begin(), s.arms.end(), [&](const Arm& a) { return a.strategy.budget_per_day == first; });
    return tr(alike ? "levers.fair" : "levers.unequal", {{"budget", plain_money(first, sign)}});
}

// What the money of the shown day came to: rows of label and one value per arm.
struct Buys {
    std::string label;
    std::string value[2];
};
std::vector<Buys> buys_today(Paint& p) {
    std::vector<Buys> rows(3);
    rows[0].label = tr("buys.impressions");
    rows[1].label = tr("buys.posts");
    rows[2].label = tr("buys.replies");
    if (!p.session.town().ready() || p.session.day() < 1) {
        for (Buys& row : rows) row.value[0] = row.value[1] = "\u2013";
        return rows;
    }
    for (std::size_t a = 0; a < 2; ++a) {
        const DayRecord& day = p.session.town().record(a == 0 ? p.session.arm_a() : p.session.arm_b());
        auto n = [&](Observable o) { return static_cast<double>(day[o]); };
        rows[0].value[a] = number(n(Observable::impressions));
        rows[1].value[a] = number(n(Observable::posts));
        double delay = n(Observable::reply_delay) / kFixedPoint;
        rows[2].value[a] = number(n(Observable::replies)) + (n(Observable::replies) > 0 ? " \u00b7 " + hours_text(delay) : "");
    }
    return rows;
}

float draw_buys(Paint& p, Rect r, bool draw) {
    const Face &label = p.type.small, &value = p.type.small_strong;
    float y = r.y + 9;
    if (draw) {
        p.horizontal(r.x, r.x + r.w, r.y, p.colours.line);
        p.caps(r.x, y, p.colours.soft, tr("buys.title"));
        p.text_right(label, r.x + r.w, y - 1, p.colours.soft,
                     p.session.day() > 0 ? tr("time.day", {{"day", number(p.session.day())}}) : tr("time.start"));
    }
    y += p.type.caps.height + 5;
    std::vector<Buys> rows = buys_today(p);
    float column[2];
    for (std::size_t a = 0; a < 2; ++a) {
        column[a] = p.width(value, "00\u202f000");
        for (const Buys& row : rows) column[a] = std::max(column[a], p.width(value, row.value[a]));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (draw) {
            p.text(label, r.x, y, p.colours.soft, p.fit(label, rows[i].label, r.w - column[0] - column[1] - 18));
            p.text_right(value, r.x + r.w - column[1] - 12, y, p.arm(0).text, rows[i].value[0]);
            p.text_right(value, r.x + r.w, y, p.arm(1).text, rows[i].value[1]);
            tell(p, "buys." + std::to_string(i), Role::Text,
                 tr("pair.spoken", {{"label", rows[i].label},
                                    {"a", p.arm_name(0)},
                                    {"va", rows[i].value[0]},
                                    {"b", p.arm_name(1)},
                                    {"vb", rows[i].value[1]}}),
                 {r.x, y, r.w, label.height}, {}, tr("buys.title"));
        }
        y += label.height + 3;
    }
    return y - r.y;
}

std::vector<const ParamSpec*> rows_to_show(Paint& p) {
    const ViewState& state = p.frame.state;
    return state.all_levers ? levers_about(state.lever_search) : levers_in_use(p.session.scenario(), p.session.opened());
}

// On a projector: the shares of the money in one strip, large enough to be read from the last row.
void draw_strip(Paint& p, Rect r) {
    p.card(r);
    const ParamSpec* rows[] = {kStrategyTable.find("talk"), kStrategyTable.find("converse"), kStrategyTable.find("listen")};
    const float pad = p.layout.pad, between = 2 * pad, n = static_cast<float>(std::size(rows));
    const float w = (r.w - 2 * pad - (n - 1) * between) / n;
    float x = r.x + pad;
    for (const ParamSpec* row : rows) {
        lever_row(p, *row, {x, r.y + 4, w, r.h - 8}, r);
        x += w + between;
    }
    tell(p, "levers.fair", Role::Text, fairness(p), {r.x, r.y, r.w, 20}, {}, tr("levers.title"));
}

}  // namespace

void draw_levers(Paint& p, Rect r) {
    if (p.layout.shape == Shape::Projector) return draw_strip(p, r);
    const Palette& c = p.colours;
    p.card(r);
    float pad = p.layout.pad, x = r.x + pad, w = r.w - 2 * pad, y = r.y + pad * 0.85f;
    bool column = p.layout.lever_columns == 1;
    ViewState& state = p.frame.state;

    // heading: what this is, whose thumbs are whose, and that the fight is fair
    const Face &small = p.type.small, &strong = p.type.small_strong;
    std::string title = tr("levers.title");
    float title_w = p.caps_width(title) + 14;
    int lines = 1;
    if (title_w + arm_key(p, 0, 0, 1e6f, false, lines) > w) title_w = 0;  // the names of the arms matter more
    const float more_h = std::max(p.layout.target, small.height + 14);
    std::string more_label = state.all_levers ? tr("levers.fewer")
                                              : tr("levers.more", {{"n", number(static_cast<double>(kStrategyTable.rows.size()))}});
    ButtonLook more_look;
    more_look.group = title;
    more_look.opens = true;
    more_look.expanded = state.all_levers;
    std::string fair = fairness(p);
    float more_w = button_width(p, more_label, more_look) + 8, key_w = arm_key(p, 0, 0, w - title_w, false, lines);
    // Where the card is wide the button stands at the right of the heading; everything on one line if it fits.
    Rect more{};
    if (!column) {
        more = {x + w - more_w, y, more_w, more_h};
        float room = w - more_w - 20, inner = room - title_w;
        arm_key(p, 0, 0, inner, false, lines);
        bool one_line = lines == 1 && title_w + p.width(small, fair) + key_w + 40 <= room;
        float words = one_line ? strong.height : static_cast<float>(lines) * (strong.height + 3) + small.height, tall = std::max(more_h, words);
        float top = y + (tall - words) / 2;
        if (title_w > 0) p.caps(x, top + 0.5f * (strong.height - p.type.caps.height), c.soft, title);
        float right = one_line ? x + room : x + title_w + arm_key(p, 0, 0, inner, false, lines);
        arm_key(p, right, top, inner, true, lines);
        if (one_line) p.text(small, x + title_w + 8, top, c.soft, fair);
        else p.text(small, x, top + static_cast<float>(lines) * (strong.height + 3), c.soft, p.fit(small, fair, room));
        more.y += (tall - more_h) / 2;
        y += tall + 4;
    } else {
        if (title_w > 0) p.caps(x, y + 0.5f * (strong.height - p.type.caps.height), c.soft, title);
        arm_key(p, title_w > 0 ? x + w : x + key_w, y, w - title_w, true, lines);
        y += static_cast<float>(lines) * (strong.height + 3) + 1;
        y += p.paragraph(small, x, y, w, c.soft, fair, 2) + 4;
    }
    std::string spoken = fair;

    // below: what this buys today, where the card stands as a column
    float buys_h = column ? draw_buys(p, {x, 0, w, 0}, false) : 0;
    Rect view{x, y, w, r.y + r.h - y - buys_h - pad * 0.7f};
    if (state.all_levers) {
        p.ui.typed("levers.search", state.lever_search);
        Rect field{view.x, view.y, view.w, std::max(p.layout.target, small.height + 12)};
        Widget search;
        search.id = "levers.search";
        search.role = Role::Search;
        search.name = tr("levers.search");
        search.value = state.lever_search;
        search.group = title;
        search.x = field.x, search.y = field.y, search.w = field.w, search.h = field.h;
        search.disabled = !p.live;
        search.grab = true;
        if (p.live) p.ui.add(std::move(search));
        view.y += field.h + 6, view.h -= field.h + 6;
    }
    if (column) {  // under the list, always in sight
        more = {view.x, view.y + view.h - more_h, view.w, more_h};
        view.h -= more_h + 6;
    }

    // rows of the table in their groups; in columns, one group per column
    struct Group {
        LeverGroup group;
        std::vector<const ParamSpec*> rows;
    };
    std::vector<Group> groups;
    const std::vector<const ParamSpec*> shown = rows_to_show(p);
    for (const ParamSpec* row : shown) {
        if (groups.empty() || groups.back().group != row->group) groups.push_back({row->group, {}});
        groups.back().rows.push_back(row);
    }
    bool touch = p.layout.target > 40;
    float thumb = p.layout.thumb, head = p.type.caps.height + (touch ? 16.0f : 11.0f);
    float tight = p.type.body.height + 5 + thumb, rows_n = std::max(1.0f, static_cast<float>(shown.size()));
    float least = touch ? std::max(tight + 10, 58.0f) : tight - 3;
    int columns = p.layout.lever_columns;
    float room = view.h - static_cast<float>(groups.size()) * head;
    float row_h = columns == 1 ? std::clamp(std::floor(room / rows_n), least, tight * 1.5f) : least;
    // In columns the window ends between two rows, so that no thumb is cut.
    if (columns > 1 && view.h > head + least) row_h = (view.h - head) / std::floor((view.h - head) / least);

    // where each group stands
    float column_w = (w - static_cast<float>(columns - 1) * 2 * pad) / static_cast<float>(columns);
    std::vector<float> filled(static_cast<std::size_t>(columns), 0.0f);
    std::vector<std::pair<std::size_t, float>> place;
    for (const Group& g : groups) {
        auto shortest = static_cast<std::size_t>(std::min_element(filled.begin(), filled.end()) - filled.begin());
        place.emplace_back(shortest, filled[shortest]);
        filled[shortest] += head + row_h * static_cast<float>(g.rows.size());
    }
    float rows_h = *std::max_element(filled.begin(), filled.end());
    if (shown.empty()) rows_h = p.paragraph(small, 0, 0, w, c.soft, tr("levers.none"), 3, false) + 8;
    float content = rows_h;
    if (columns == 1 && content > view.h) {  // the window ends below a row, not through one
        float whole = 0, at = 0;
        for (const Group& g : groups) {
            at += head;
            for (std::size_t k = 0; k < g.rows.size(); ++k)
                if ((at += row_h) <= view.h) whole = at;
        }
        view.h = std::max(whole, std::min(view.h, head + row_h));
    }

    // a twin that has focus is brought into view
    float& offset = p.frame.state.levers_scroll;
    float top = begin_scroll(p, "levers", view, content, offset);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        float gx = x + static_cast<float>(place[g].first) * (column_w + 2 * pad), gy = top + place[g].second;
        std::string name = tr("levers.group." + std::to_string(static_cast<int>(groups[g].group)));
        if (place[g].second > 0 || columns == 1) p.horizontal(gx, gx + column_w, gy + 1, c.line);
        p.caps(gx, gy + (head - p.type.caps.height) * 0.62f, c.soft, name);
        gy += head;
        for (const ParamSpec* row : groups[g].rows) {
            Rect at{gx, gy, column_w, row_h};
            for (std::size_t a = 0; a < p.session.scenario().arms.size(); ++a) {
                std::string id = "lever." + std::to_string(a) + '.' + row->name;
                if (p.ui.focused(id) && p.memory.focus_before != id) {
                    p.memory.focus_before = id;
                    bring_into_view(view, at, offset);
                }
            }
            lever_row(p, *row, at, view);
            gy += row_h;
        }
    }
    if (shown.empty()) p.paragraph(small, x, top, w, c.soft, tr("levers.none"), 3);
    end_scroll(p, "levers", view, content, offset);

    if (button(p, "levers.more", more, more_label, more_look)) {
        state.all_levers = !state.all_levers;
        state.lever_search.clear();
        offset = 0;
    }

    if (column) draw_buys(p, {x, r.y + r.h - pad * 0.7f - buys_h + 3, w, buys_h}, true);
    tell(p, "levers.fair", Role::Text, spoken, {x, r.y, w, 20}, {}, title);
}

}  // namespace parley
