// What stands beside the timelines of a customer: why each step was taken, the messages, and what moved liking and trust.
#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <tuple>

#include "app/views/customer.h"
#include "app/views/views.h"
#include "study/message_shares.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr std::size_t kLargest = 3;     // causes named one by one
constexpr std::size_t kMostRows = 40;    // lines of messages; the timeline has every message
constexpr std::size_t kChanges = 4;     // processes named one by one

const char* const kArrow = " \u2192 ";

std::string step_words(const ExplainedStep& step) { return tr(rung_words(step.from)) + kArrow + tr(rung_words(step.to)); }
std::string week_word(int day) { return tr("time.week", {{"week", number(week_of(day))}}); }

Colour tone_of(Paint& p, const ArmColours& arm, PrintedShare::Tone tone) {
    switch (tone) {
        case PrintedShare::First: return arm.shape;
        case PrintedShare::Second: return mix(arm.shape, p.colours.paper, 0.38f);
        case PrintedShare::Third: return mix(arm.shape, p.colours.paper, 0.66f);
        case PrintedShare::Rest: return p.colours.soft;
        case PrintedShare::Luck: return p.colours.track;
    }
    return p.colours.track;
}

// The scale of all bars: how far they reach on either side, in per cent of a step.
struct Scale {
    double against = 0, favour = 100;
    float zero(Rect r) const { return r.x + r.w * static_cast<float>(against / (against + favour)); }
    float per_cent(Rect r) const { return r.w / static_cast<float>(against + favour); }
};
Scale scale_of(const Explanation* e) {
    Scale scale;
    if (!e) return scale;
    for (const Life& life : e->lives)
        for (const ExplainedStep& step : life.steps) {
            double against = 0, favour = 0;
            for (const PrintedShare& s : printed_shares(step.causes)) (s.percent < 0 ? against : favour) += std::abs(s.percent);
            scale.against = std::max(scale.against, against), scale.favour = std::max(scale.favour, favour);
        }
    return scale;
}

// Left of the line what spoke against the step, right of it what spoke for it.
void draw_shares(Paint& p, Rect r, const Scale& reach, const std::vector<PrintedShare>& shares, const ArmColours& arm) {
    const float scale = reach.per_cent(r), zero = reach.zero(r);
    float left = zero, right = zero;
    for (const PrintedShare& s : shares) {
        float w = scale * static_cast<float>(std::abs(s.percent));
        Colour colour = tone_of(p, arm, s.tone);
        if (s.percent < 0) {
            p.frame_of({left - w + 0.5f, r.y + 0.5f, std::max(w - 1, 1.0f), r.h - 1}, colour, 0, 1.4f);
            left -= w;
        } else {
            p.fill({right, r.y, std::max(w - 1, 1.0f), r.h}, colour);
            right += w;
        }
    }
    if (reach.against > 0) p.vertical(zero, r.y - 2, r.y + r.h + 2, p.colours.ink, 1.5f);
}

// What a whole step is, over the bars.  Returns its height.
float draw_scale(Paint& p, Rect r, const Scale& reach, bool draw) {
    const Face& axis = p.type.axis;
    if (!draw) return axis.height + 4;
    float free_from = r.x - 100;
    for (const int at : {0, 50, 100}) {
        const std::string words = percent(at / 100.0);
        const float x = reach.zero(r) + reach.per_cent(r) * static_cast<float>(at), w = p.width(axis, words);
        const float left = std::clamp(x - w / 2, r.x, r.x + r.w - w);
        if (left < free_from) continue;
        p.text(axis, left, r.y, p.colours.soft, words);
        p.vertical(std::min(x, r.x + r.w - 1), r.y + axis.height, r.y + axis.height + 4, p.colours.track);
        free_from = left + w + 6;
    }
    return axis.height + 4;
}

std::string share_words(const PrintedShare& s) { return s.label + ' ' + percent(s.percent / 100); }

// Each share with the patch of its colour, wrapped. Returns the height.
float draw_share_words(Paint& p, float x, float y, float width, const std::vector<PrintedShare>& shares, const ArmColours& arm, bool draw) {
    const Face& face = p.type.small;
    float at = x, top = y, patch = std::round(face.em * 0.62f);
    for (const PrintedShare& s : shares) {
        std::string words = p.fit(face, share_words(s), width - patch - 6);
        float w = patch + 5 + p.width(face, words);
        if (at > x && at + w > x + width) at = x, y += face.height + 1;
        if (draw) {
            Rect box{at, y + (face.height - patch) / 2, patch, patch};
            if (s.percent < 0) p.frame_of(inset(box, 0.5f), tone_of(p, arm, s.tone), 0, 1.4f);
            else p.fill(box, tone_of(p, arm, s.tone));
            p.text(face, at + patch + 5, y, s.tone == PrintedShare::Luck ? p.colours.soft : p.colours.ink, words);
        }
        at += w + 12;
    }
    return y + face.height + 1 - top;
}

// Changes of a quantity as printed: the largest, and the rest, which add up to end - start as printed.
struct PrintedChange {
    std::string label;
    double change;
};
std::vector<PrintedChange> printed_changes(const Account& account) {
    std::vector<PrintedChange> out;
    std::vector<double> values;
    double rest = 0;
    for (std::size_t k = 0; k < account.changes.size(); ++k) {
        if (k < kChanges || account.changes.size() == kChanges + 1) {
            out.push_back({account.changes[k].label, 0});
            values.push_back(account.changes[k].share);
        } else {
            rest += account.changes[k].share;
        }
    }
    if (account.changes.size() > kChanges + 1) out.push_back({tr("why.rest"), 0}), values.push_back(rest);
    auto rounded = [](double v) { return std::round(v * 100) / 100; };
    values = parts_that_add_up(values, rounded(account.end) - rounded(account.start), 0.01);
    for (std::size_t k = 0; k < out.size(); ++k) out[k].change = values[k];
    std::erase_if(out, [](const PrintedChange& c) { return number(c.change, 2) == number(0, 2); });
    return out;
}

std::string account_heading(const Account& account) {
    return tr(account.quantity == Quantity::attitude ? "why.account.attitude" : "why.account.trust",
              {{"start", number(account.start, 2)}, {"end", number(account.end, 2)}});
}
bool accounted(const Account& account) { return account.quantity == Quantity::attitude || account.quantity == Quantity::trust; }

bool same_step(const ExplainedStep& a, const ExplainedStep& b) { return a.day == b.day && a.from == b.from && a.to == b.to; }
std::string steps_missing(const Life& from, const Life& in) {
    std::string out;
    int left_out = 0, named = 0;
    for (const ExplainedStep& step : from.steps) {
        if (std::any_of(in.steps.begin(), in.steps.end(), [&](const ExplainedStep& s) { return same_step(s, step); })) continue;
        if (named == 2) {
            ++left_out;
            continue;
        }
        out += (named++ ? ", " : "") + tr("time.week_n", {{"week", number(week_of(step.day))}}) + ' ' + step_words(step);
    }
    return left_out ? tr("why.change.more", {{"steps", out}, {"n", number(left_out)}}) : out;
}

}  // namespace

// --- steps -----------------------------------------------------------------------------------------------------------

std::vector<PrintedShare> printed_shares(const std::vector<Cause>& causes) {
    std::vector<PrintedShare> out;
    std::vector<double> shares;
    double rest = 0, luck = 0;
    bool lucky = false;
    for (const Cause& cause : causes) {
        if (cause.name == "luck") {
            luck = cause.share, lucky = true;
        } else if (out.size() < kLargest) {
            out.push_back({static_cast<PrintedShare::Tone>(out.size()), cause.label, 0});
            shares.push_back(cause.share * 100);
        } else {
            rest += cause.share;
        }
    }
    out.push_back({PrintedShare::Rest, tr("why.rest"), 0}), shares.push_back(rest * 100);
    if (lucky) out.push_back({PrintedShare::Luck, tr("why.luck"), 0}), shares.push_back(luck * 100);
    shares = parts_that_add_up(shares, 100, 1);
    for (std::size_t k = 0; k < out.size(); ++k) out[k].percent = shares[k];
    std::erase_if(out, [](const PrintedShare& s) { return s.percent == 0; });
    return out;
}

float draw_steps(Paint& p, float x, float y, float width, std::size_t slot, const Life& life, bool draw) {
    const Face &small = p.type.small, &strong = p.type.small_strong;
    float top = y;
    if (life.steps.empty())
        return p.paragraph(small, x, y, width, p.colours.soft, tr("why.no_steps", {{"rung", tr(rung_words(life.first_rung))}}), 3, draw);
    const Explanation* e = p.session.answer();
    const Scale reach = scale_of(e);
    if (slot == 0 || !e || e->lives[0].steps.empty())   // said once, over the first list that has steps
        y += p.paragraph(small, x, y, width, p.colours.soft, tr("why.steps.help"), 4, draw) + 4;
    y += draw_scale(p, {x, y, width, 0}, reach, draw) + 4;
    for (const ExplainedStep& step : life.steps) {
        std::vector<PrintedShare> shares = printed_shares(step.causes);
        if (draw) {
            float at = x + p.text(small, x, y, p.colours.soft, week_word(step.day)) + 10, middle = y + small.height / 2;
            at += rung_dots(p, step.from, at, middle, slot);
            at += p.text(strong, at, y, p.colours.ink, tr(rung_words(step.from)) + kArrow);
            at += rung_dots(p, step.to, at, middle, slot);
            p.text(strong, at, y, p.colours.ink, tr(rung_words(step.to)));
            draw_shares(p, {x, y + small.height + 3, width, 9}, reach, shares, p.arm(slot));
        }
        y += small.height + 15;
        y += draw_share_words(p, x, y, width, shares, p.arm(slot), draw) + 11;
    }
    return y - top;
}

std::string steps_table(const Life& life) {
    std::string table = tr("why.table.week") + '\t' + tr("why.table.step") + '\t' + tr("why.table.causes") + '\n';
    for (const ExplainedStep& step : life.steps) {
        table += number(week_of(step.day)) + '\t' + step_words(step) + '\t';
        bool first = true;
        for (const PrintedShare& share : printed_shares(step.causes)) {
            table += (first ? "" : ", ") + share_words(share);
            first = false;
        }
        table += '\n';
    }
    return table;
}

// --- messages --------------------------------------------------------------------------------------------------------

std::vector<MessageRow> messages_of(const Scenario& scenario, const Life& life, std::uint32_t customer) {
    const std::vector<MessageShare> shares = message_shares(scenario, life);
    // Messages of one kind, and of one person, in one week stand together.
    struct Together {
        MessageRow row;
        Trace::Received first{};
        double sum = 0;        // posts, advertisements
        int days = 0, last = -1;
    };
    std::map<std::tuple<int, int, std::uint32_t, bool>, Together> together;
    for (std::size_t i = 0; i < life.trace.received.size(); ++i) {
        const Trace::Received& r = life.trace.received[i];
        if (r.kind >= Trace::kMessages || r.kind == Trace::NoReply) continue;
        Together& t = together[{week_of(r.day), static_cast<int>(r.kind), r.other, r.kind == Trace::Heard && r.value < 0}];
        if (t.last < 0) t.first = r;
        if (t.last < 0 || shares[i].share > t.row.share) {
            t.row.word = event_id(r, customer), t.row.day = r.day;
            t.row.share = shares[i].share, t.row.step = shares[i].step;
        }
        t.sum += std::round(r.value);
        t.days += r.day != t.last;
        t.last = r.day;
    }
    std::vector<MessageRow> out;
    for (auto& [key, t] : together) {
        Trace::Received all = t.first;
        if (all.kind == Trace::Ads || all.kind == Trace::Posts) all.value = static_cast<float>(t.sum);
        t.row.words = message_words(all);
        if (t.days > 1) t.row.words = tr("why.message.days", {{"words", t.row.words}, {"n", number(t.days)}});
        out.push_back(std::move(t.row));
    }
    std::stable_sort(out.begin(), out.end(), [](const MessageRow& a, const MessageRow& b) { return a.share != b.share ? a.share > b.share : a.day > b.day; });
    return out;
}

std::string weight_words(const Life& life, double share, int step) {
    if (step < 0 || share < 0.005 || static_cast<std::size_t>(step) >= life.steps.size()) return tr("why.weight.none");
    const ExplainedStep& s = life.steps[static_cast<std::size_t>(step)];
    return tr("why.weight", {{"share", percent(share)}, {"step", step_words(s)}, {"week", number(week_of(s.day))}});
}

float draw_messages(Paint& p, float x, float y, float width, std::size_t slot, const Life& life, Rect view, float& offset, bool draw) {
    CustomerMemory& m = p.memory.customer;
    const Face &small = p.type.small, &strong = p.type.small_strong;
    if (m.listed != p.session.answer_stamp()) {
        m.listed = p.session.answer_stamp();
        for (std::size_t a = 0; a < 2 && p.session.answer(); ++a) m.rows[a] = messages_of(p.session.scenario(), p.session.answer()->lives[a], m.customer);
    }
    const std::size_t all = m.rows[slot].size();
    const std::span<const MessageRow> rows(m.rows[slot].data(), std::min(all, kMostRows));
    float row_h = std::max(small.height + 8, p.layout.target), top = y;
    if (rows.empty()) return p.paragraph(small, x, y, width, p.colours.soft, tr("why.no_messages"), 3, draw);
    float when_w = p.width(small, tr("time.week", {{"week", "000"}})) + 6, share_w = p.width(small, percent(0.88)) + 10;
    y += p.paragraph(small, x, y, width, p.colours.soft, tr("why.messages.help"), 3, draw) + 4;
    for (const MessageRow& row : rows) {
        Rect box{x, y, width, row_h - 2};
        y += row_h;
        if (!draw) continue;
        std::string id = "why.message." + std::to_string(slot) + '.' + row.word;
        bool on = m.word == row.word && m.arm == slot, shown = common(box, view).h > 4;
        Hit hit = shown ? p.hit(id, box) : Hit{};
        if (on) p.fill({box.x - 6, box.y, box.w + 6, box.h}, p.colours.pressed, 6);
        else if (hit.hovered) p.fill({box.x - 6, box.y, box.w + 6, box.h}, p.colours.hover, 6);
        float ty = box.y + (box.h - small.height) / 2;
        if (shown) {
            p.text(small, box.x, ty, p.colours.soft, week_word(row.day));
            const Face& face = on ? strong : small;
            p.text(face, box.x + when_w, ty, p.colours.ink, p.fit(face, row.words, box.w - when_w - share_w));
            if (row.share >= 0.005) p.text_right(face, box.x + box.w - 6, ty, p.colours.ink, percent(row.share));
        }
        if (p.ui.focused(id)) {
            bring_into_view(view, inset(box, -4), offset);
            p.focus_ring(inset(box, 2), 4);
        }
        // Rows scrolled away stand at the edge of the view.
        Rect part = common(box, view);
        Widget twin;
        twin.id = id;
        twin.role = Role::Button;
        twin.name = tr("why.message.spoken", {{"arm", life.name}, {"week", number(week_of(row.day))}, {"words", row.words}}) + ". " + weight_words(life, row.share, row.step);
        twin.x = box.x, twin.w = box.w;
        twin.y = part.h > 0 ? part.y : box.y < view.y ? view.y : view.y + view.h - 1;
        twin.h = std::max(part.h, 1.0f);
        twin.has_pressed = true, twin.pressed = on;
        twin.group = tr("why.title");
        p.ui.add(std::move(twin));
        if (hit.clicked || p.ui.clicked(id)) {
            m.word = on ? std::string() : row.word;
            m.arm = slot;
        }
    }
    if (all > rows.size())
        y += 4 + p.paragraph(small, x, y + 4, width, p.colours.soft, tr("why.more_messages", {{"n", number(static_cast<double>(rows.size()))}, {"all", number(static_cast<double>(all))}}), 3, draw);
    return y - top;
}

// --- liking and trust ------------------------------------------------------------------------------------------------

float draw_accounts(Paint& p, float x, float y, float width, std::size_t slot, const Life& life, bool draw) {
    const Face &small = p.type.small, &strong = p.type.small_strong;
    float top = y, value_w = p.width(strong, "\u22120.00") + 8;
    for (const Account& account : life.accounts) {
        if (!accounted(account)) continue;
        if (draw) p.text(strong, x, y, p.colours.ink, p.fit(strong, account_heading(account), width));
        y += strong.height + 4;
        std::vector<PrintedChange> changes = printed_changes(account);
        if (changes.empty()) {
            y += p.paragraph(small, x, y, width, p.colours.soft, tr("why.account.same"), 2, draw) + 10;
            continue;
        }
        float label_w = 0;
        double least = 0, most = 0;
        for (const PrintedChange& c : changes) {
            label_w = std::max(label_w, p.width(small, c.label));
            least = std::min(least, c.change), most = std::max(most, c.change);
        }
        label_w = std::min(label_w, width * 0.45f);
        float x0 = x + label_w + 10, room = width - label_w - 10 - value_w, span = static_cast<float>(most - least);
        float zero = x0 + (span > 0 ? room * static_cast<float>(-least) / span : 0), rows_top = y;
        for (const PrintedChange& c : changes) {
            if (draw) {
                p.text(small, x, y, p.colours.soft, p.fit(small, c.label, label_w));
                float w = span > 0 ? room * static_cast<float>(std::abs(c.change)) / span : 0;
                if (c.change < 0) p.frame_of({zero - w, y + small.height / 2 - 4, w, 8}, p.arm(slot).shape, 0, 1.4f);
                else p.fill({zero, y + small.height / 2 - 4, w, 8}, p.arm(slot).shape);
                p.text_right(strong, x + width, y, p.colours.ink, signed_number(c.change, 2));
            }
            y += small.height + 2;
        }
        if (draw) p.vertical(zero, rows_top, y - 2, p.colours.ink, 1);
        y += 10;
    }
    return y - top;
}

std::string accounts_table(const Life& life) {
    std::string table = tr("why.table.quantity") + '\t' + tr("why.table.process") + '\t' + tr("why.table.change") + '\n';
    for (const Account& account : life.accounts)
        if (accounted(account))
            for (const PrintedChange& c : printed_changes(account)) table += account_heading(account) + '\t' + c.label + '\t' + signed_number(c.change, 2) + '\n';
    return table;
}

// --- without a message -----------------------------------------------------------------------------------------------

std::string change_words(const Life& was, const Life& now) {
    std::vector<std::string> parts;
    if (was.purchases != now.purchases)
        parts.push_back(tr(now.purchases == 1 ? "why.change.purchases.one" : "why.change.purchases", {{"now", number(now.purchases)}, {"was", number(was.purchases)}}));
    if (was.last_rung != now.last_rung)
        parts.push_back(tr("why.change.end", {{"now", tr(rung_words(now.last_rung))}, {"was", tr(rung_words(was.last_rung))}}));
    std::string gone = steps_missing(was, now), come = steps_missing(now, was);
    if (!gone.empty()) parts.push_back(tr("why.change.gone", {{"steps", gone}}));
    if (!come.empty()) parts.push_back(tr(gone.empty() ? "why.change.new" : "why.change.come", {{"steps", come}}));
    if (!parts.empty()) {
        std::string out;
        for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
        return out;
    }
    double liking_was = was.accounts[0].end, liking_now = now.accounts[0].end;
    if (number(liking_was, 2) == number(liking_now, 2)) return tr(was.purchases > 0 ? "why.change.nothing.bought" : "why.change.nothing");
    return tr("why.change.liking", {{"now", number(liking_now, 2)}, {"was", number(liking_was, 2)}});
}

}  // namespace parley
