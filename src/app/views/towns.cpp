// Two towns: the same customers at the same seats under two strategies.
//
// Every mark is an event or a state of the day:
//   dots       one per customer; colour: the rung it stands on
//   rings      one per band of distance; strength: the share of that band reached today
//   threads    brand to each customer answered today; those of the last days thinner
//   arcs       teller to listener, today's tells
//   badges     ? a question, ! a complaint, … an answer to an open question; dark where nobody replied
//   bubbles    a post by a customer; hollow: a message passed on
//   circles    a purchase
// Dark rings mark one customer's seat on both sides: the one under the pointer, or the one asked about.
// Their counts are left in memory.town.counts and equal the observables of the day (tests/app/views_test.cpp).
#include <algorithm>
#include <cmath>

#include "app/platform/town_renderer.h"
#include "app/views/covered.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "study/number_format.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr int kKeptDays = 7;  // how long a reply stays as a thin thread

struct Stage {  // a town's picture on the canvas
    Rect r;
    const Seats* seats;
    ImVec2 middle() const { return {r.x + r.w / 2, r.y + r.h / 2}; }
    ImVec2 seat(std::uint32_t i) const {
        return {r.x + r.w / 2 + seats->of[i].x * r.h / 2, r.y + r.h / 2 + seats->of[i].y * r.h / 2};
    }
    float dot() const { return seats->dot * r.h / 2; }
};

std::uint64_t mark_of_people(const Population& people) {
    std::uint64_t mark = 14695981039346656037u;
    auto add = [&](std::uint64_t v) { mark = (mark ^ v) * 1099511628211u; };
    add(people.size);
    for (std::uint32_t first : people.network.circle_first) add(first);
    return mark | 1;
}

// Seats, rings and the pictures of the day, made anew only when what they rest on changed.
void refresh(Paint& p, Rect picture) {
    TownMemory& m = p.memory.town;
    const Town& town = p.session.town();
    std::uint64_t people = mark_of_people(town.people());
    float aspect = std::round(picture.w / picture.h * 200) / 200;
    bool seated = m.people == people && m.aspect == aspect;
    if (!seated) {
        m.people = people;
        m.aspect = aspect;
        m.seats = make_seats(town.people().network, aspect);
        m.rings = make_rings(m.seats, aspect);
    }
    if (seated && m.stamp == p.session.town_stamp()) return;
    m.stamp = p.session.town_stamp();
    for (std::size_t a = 0; a < 2; ++a) {
        const World& world = town.world(a == 0 ? p.session.arm_a() : p.session.arm_b());
        DayPicture& day = m.days[a];
        std::deque<KeptThreads>& kept = m.kept[a];
        // Time going on keeps the threads of the days before; a jump or an edit does not.
        bool follows = m.revision == p.session.revision() && world.day > day.day && world.day <= day.day + 4;
        if (follows)
            kept.push_front({day.day, std::move(day.replies)});
        else if (world.day != day.day || m.revision != p.session.revision())
            kept.clear();
        while (!kept.empty() && kept.back().day < world.day - kKeptDays) kept.pop_back();
        day = picture_of(world, m.rings.of);
        m.today[a] = world.record.values;
    }
    m.revision = p.session.revision();
}

void thread(Paint& p, const Stage& s, std::uint32_t customer, Colour colour, float thickness) {
    ImVec2 from = s.middle(), to = s.seat(customer);
    float dx = to.x - from.x, dy = to.y - from.y, bend = (customer & 1) ? 0.16f : -0.16f;
    p.list->AddBezierQuadratic(from, {from.x + dx * 0.5f - dy * bend, from.y + dy * 0.5f + dx * bend}, to, colour, thickness, 14);
}

void draw_rings(Paint& p, const Stage& s, const Rings& rings, const DayPicture& day, float aspect, const ArmColours& arm) {
    ImVec2 c = s.middle();
    for (std::size_t k = 0; k < kRings; ++k) {
        if (day.ring_people[k] == 0 || day.ring_reached[k] == 0) continue;
        float share = static_cast<float>(day.ring_reached[k]) / static_cast<float>(day.ring_people[k]);
        float rx = rings.radius[k] * aspect * s.r.h / 2, ry = rings.radius[k] * s.r.h / 2;
        p.list->AddEllipse(c, rx, ry, fade(arm.shape, 0.5f * share), 0, 72, 1.0f + share);
    }
}

void badge(Paint& p, ImVec2 at, float r, const char* sign, bool answered, const ArmColours& arm) {
    const Palette& c = p.colours;
    p.list->AddCircleFilled(at, r + 1, c.paper);
    if (answered)
        p.list->AddCircle(at, r, arm.text, 0, 1.4f);
    else
        p.list->AddCircleFilled(at, r, c.ink);
    Face face = p.type.small_strong;
    face.em = r * 1.55f, face.height = face.em * p.type.small_strong.height / p.type.small_strong.em;
    bool record = p.memory.record_texts;
    p.memory.record_texts = false;  // a mark, not a text
    if (r >= 5) p.text_centred(face, at.x, at.y - face.height * 0.51f, answered ? arm.text : c.paper, sign);
    p.memory.record_texts = record;
}

void bubble(Paint& p, ImVec2 at, float r, bool filled, const ArmColours& arm) {
    ImVec2 a{at.x - r * 1.15f, at.y - r * 2.5f}, b{at.x + r * 1.15f, at.y - r * 0.8f};
    p.list->AddRectFilled({a.x - 1, a.y - 1}, {b.x + 1, b.y + 1}, p.colours.paper, r * 0.6f);
    p.list->AddTriangleFilled({at.x - r * 0.5f, b.y - 0.5f}, {at.x + r * 0.5f, b.y - 0.5f}, {at.x - r * 0.3f, at.y}, arm.text);
    if (filled)
        p.list->AddRectFilled(a, b, arm.text, r * 0.5f);
    else
        p.list->AddRect(a, b, arm.text, r * 0.5f, 0, 1.3f);
}

const char* sign_of(Happening::Kind kind) {
    return kind == Happening::Question ? "?" : kind == Happening::Complaint ? "!" : "\u2026";
}

void draw_brand(Paint& p, const Stage& s, std::size_t slot) {
    const ImVec2 c = s.middle();
    const float size = std::clamp(s.r.h * 0.055f, 15.0f, 26.0f);
    p.mark(mark_of(slot), c.x, c.y, size + 6, p.colours.paper);
    p.mark(mark_of(slot), c.x, c.y, size, p.arm(slot).shape);
}

TownCounts draw_town_of(Paint& p, std::size_t slot, Rect picture) {
    TownMemory& m = p.memory.town;
    const DayPicture& day = m.days[slot];
    const ArmColours& arm = p.arm(slot);
    Stage s{picture, &m.seats};
    float dot = s.dot();
    TownCounts counts = day.counts();
    const bool hidden = covered(p.session);  // what the brand does stays in sight, what comes of it does not
    std::array<Colour, kRungs> rungs = arm.rungs;
    if (hidden) rungs.fill(arm.rungs[0]), m.unknown.assign(day.rungs.size(), 0);

    draw_rings(p, s, m.rings, day, m.aspect, arm);

    // threads of the last days, thinner with age; under the dots
    for (const KeptThreads& kept : m.kept[slot]) {
        float age = static_cast<float>(day.day - kept.day) / (kKeptDays + 1);
        for (std::uint32_t customer : kept.replies) thread(p, s, customer, fade(arm.shape, 0.55f * (1 - age)), 1.2f - 0.6f * age);
        counts.threads_kept += static_cast<int>(kept.replies.size());
    }

    draw_town(static_cast<int>(slot),
              {&m.seats, hidden ? m.unknown : day.rungs, rungs, picture.x, picture.y, picture.w, picture.h,
               (m.stamp * 2 + slot) * 2 + hidden});

    for (std::uint32_t customer : day.replies) thread(p, s, customer, fade(arm.shape, 0.95f), 1.7f);
    if (hidden) {
        draw_brand(p, s, slot);
        return counts;
    }
    // what customers said to each other, bought, and asked
    for (auto [teller, listener] : day.tells) {
        ImVec2 a = s.seat(teller), b = s.seat(listener);
        float dx = b.x - a.x, dy = b.y - a.y;
        p.list->AddBezierQuadratic(a, {(a.x + b.x) / 2 + dy * 0.25f, (a.y + b.y) / 2 - dx * 0.25f}, b, fade(p.colours.ink, 0.5f),
                                   1.0f, 12);
        p.list->AddCircleFilled(b, std::max(1.6f, dot * 0.7f), p.colours.ink);
    }
    for (std::uint32_t customer : day.purchases) p.list->AddCircle(s.seat(customer), dot + 1.6f, arm.text, 0, 1.3f);
    float mark = std::clamp(dot * 2.4f, 3.4f, std::max(7.0f, picture.h * 0.016f));
    for (std::uint32_t customer : day.peer_posts) bubble(p, s.seat(customer), mark * 0.8f, true, arm);
    for (std::uint32_t customer : day.shares) bubble(p, s.seat(customer), mark * 0.8f, false, arm);
    for (const Contacted& c : day.contacts) badge(p, s.seat(c.customer), mark, sign_of(c.kind), c.answered, arm);

    draw_brand(p, s, slot);
    return counts;
}

// --- who is who ------------------------------------------------------------------------------------------------------

// The customer whose seat is nearest to the pointer, within reach; -1: none.
int nearest_seat(const Stage& s, float x, float y, float reach) {
    int best = -1;
    float least = reach * reach;
    for (std::uint32_t i = 0; i < s.seats->of.size(); ++i) {
        ImVec2 at = s.seat(i);
        float d = (at.x - x) * (at.x - x) + (at.y - y) * (at.y - y);
        if (d < least) least = d, best = static_cast<int>(i);
    }
    return best;
}

// The same seat in both towns.
void mark_seat(Paint& p, const Stage& s, std::uint32_t customer) {
    ImVec2 at = s.seat(customer);
    float r = std::max(7.0f, s.dot() + 4);
    p.list->AddCircle(at, r + 1.5f, p.colours.paper, 0, 2);
    p.list->AddCircle(at, r, p.colours.ink, 0, 2);
}

void open_customer(Paint& p, std::uint32_t customer) {
    p.session.play(false);   // days must not run on behind someone who reads
    p.session.ask(customer);
    p.frame.state.panel = Panel::Customer;
    p.frame.state.panel_scroll = 0;
}

const char* const kRungWords[kRungs] = {"rung.never", "rung.maybe", "rung.probably", "rung.bought", "rung.repeat", "rung.left"};

// Hovering a dot marks its seat on both sides, a click asks about it.  Fingers that slide move the page instead.
void answer_pointer(Paint& p, std::size_t slot, Rect picture, int& hovered) {
    TownMemory& m = p.memory.town;
    Stage s{picture, &m.seats};
    Hit hit = p.hit("town." + std::to_string(slot) + ".people", picture);
    ImGuiIO& io = ImGui::GetIO();
    if (hit.pressed) {
        m.drag = 0;  // the way to it does not count
    } else if (hit.held) {
        m.drag += std::abs(io.MouseDelta.x) + std::abs(io.MouseDelta.y);
        if (p.frame.touch) p.frame.state.page_scroll -= io.MouseDelta.y;
    }
    if (!hit.hovered && !hit.clicked) return;
    float reach = std::max(p.frame.touch ? 22.0f : 9.0f, s.dot() + 4);
    int found = nearest_seat(s, io.MousePos.x, io.MousePos.y, reach);
    if (found < 0) {
        if (!hit.held) ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
        return;
    }
    if (covered(p.session)) return;
    hovered = found;
    auto customer = static_cast<std::uint32_t>(found);
    if (hit.clicked && m.drag < 8) return open_customer(p, customer);
    ImVec2 at = s.seat(customer);
    auto rung = [&](std::size_t a) { return tr(kRungWords[m.days[a].rungs[customer]]); };
    if (!p.frame.touch)
        p.tip = {{at.x - 8, at.y - 8, 16, 16},
                 tr("why.customer", {{"n", std::to_string(customer)}}),
                 {tr("why.stands", {{"a", p.arm_name(0)}, {"ra", rung(0)}, {"b", p.arm_name(1)}, {"rb", rung(1)}}), tr("why.click")}};
}

// "? 9 questions": a mark as it is drawn, its count, its word. Slots keep their width while numbers change.
struct KeyItem {
    enum Kind { Question, Complaint, Unanswered, Tell, Post, Purchase } kind;
    int count;
    const char* word;
};

float key_item(Paint& p, const KeyItem& item, float x, float y, const ArmColours& arm, bool draw) {
    const Face& face = p.type.small;
    std::string word = tr(item.word), digits = number(item.count);
    float k = std::max(1.0f, face.em / 14), icon = 17 * k, room = p.width(face, digits),
          slot = std::max(p.width(face, "00"), room);
    if (draw) {
        ImVec2 at{x + 7 * k, y + face.height / 2};
        switch (item.kind) {
            case KeyItem::Question:
                badge(p, at, 6 * k, "?", true, arm);
                break;
            case KeyItem::Complaint:
                badge(p, at, 6 * k, "!", true, arm);
                break;
            case KeyItem::Unanswered:
                badge(p, at, 5 * k, "", false, arm);
                break;
            case KeyItem::Tell:
                p.list->AddBezierQuadratic({at.x - 6 * k, at.y + 3 * k}, {at.x, at.y - 8 * k}, {at.x + 5 * k, at.y + 3 * k},
                                           p.colours.ink, 1.3f * k, 10);
                p.list->AddCircleFilled({at.x + 5 * k, at.y + 3 * k}, 2 * k, p.colours.ink);
                break;
            case KeyItem::Post:
                bubble(p, {at.x, at.y + 8 * k}, 5.5f * k, true, arm);
                break;
            case KeyItem::Purchase:
                p.list->AddCircle(at, 5 * k, arm.text, 0, 1.7f * k);
                break;
        }
        p.text(face, x + icon, y, p.colours.ink, digits);
        p.text(face, x + icon + room + 5, y, p.colours.soft, word);
    }
    return icon + slot + 5 + p.width(face, word);
}

std::string count_of(Paint& p, std::size_t slot, Observable o, const char* key) {
    double n = static_cast<double>(p.memory.town.today[slot][static_cast<std::size_t>(o)]);
    return tr(n == 1 ? std::string(key) + ".one" : std::string(key), {{"n", number(n)}});
}

// What the brand did today; shorter where there is less room.
constexpr int kBriefest = 3;
std::string words_of(Paint& p, std::size_t slot, int brevity) {
    const std::string dot = " \u00b7 ";
    std::string posts = count_of(p, slot, Observable::posts, "town.posts"),
                seen = count_of(p, slot, Observable::impressions, "town.impressions"),
                replies = count_of(p, slot, Observable::replies, "town.replies");
    switch (brevity) {
        case 0:
            return tr("town.today") + posts + dot + seen + dot + replies;
        case 1:
            return posts + dot + seen + dot + replies;
        case 2:
            return seen + dot + replies;
        default:
            return seen;
    }
}

// The longest form that fits for both arms, so that they say the same things.
int brevity(Paint& p, float room) {
    for (int b = 0; b < kBriefest; ++b)
        if (std::max(p.width(p.type.small, words_of(p, 0, b)), p.width(p.type.small, words_of(p, 1, b))) <= room) return b;
    return kBriefest;
}

// Name, what the brand did today, what customers did. Returns the height.
float caption(Paint& p, std::size_t slot, Rect r, const TownCounts& n) {
    const ArmColours& arm = p.arm(slot);
    const Face &title = p.type.title, &small = p.type.small;
    float y = r.y, x = r.x;
    std::string name = p.fit(title, p.arm_name(slot), r.w - title.em);
    p.mark(mark_of(slot), x + title.em * 0.36f, y + title.height / 2, title.em * 0.62f, arm.shape);
    float name_w = title.em * 0.95f + p.text(title, x + title.em * 0.95f, y, arm.text, name);

    // the brand's day
    bool one_line = p.memory.town.one_line;
    bool begun = p.memory.town.days[slot].day > 0;
    float names_w = std::max(p.width(title, p.arm_name(0)), p.width(title, p.arm_name(1))) + title.em * 0.95f;
    float room = r.w - (one_line ? names_w + 14 : 0);  // the same for both, so that they say the same things
    std::string words = !begun ? tr("town.before") : words_of(p, slot, brevity(p, room));
    if (one_line) {
        p.text(small, x + name_w + 14, y + 0.8f * (title.height - small.height), p.colours.soft,
               p.fit(small, words, r.w - name_w - 14));
    } else {
        y += title.height;
        p.text(small, x, y, p.colours.soft, p.fit(small, words, r.w));
    }
    y += (one_line ? title.height : small.height) + 3;

    // the customers' day, as many marks as there is room to explain
    const KeyItem items[] = {
        {KeyItem::Question, n.questions, "town.questions"},     {KeyItem::Complaint, n.complaints, "town.complaints"},
        {KeyItem::Unanswered, n.unanswered, "town.unanswered"}, {KeyItem::Tell, n.tells, "town.tells"},
        {KeyItem::Purchase, n.purchases, "town.purchases"},     {KeyItem::Post, n.peer_posts, "town.peer_posts"}};
    float at = x;
    for (const KeyItem& item : items) {
        if (!begun || covered(p.session)) break;
        float w = key_item(p, item, at, y, arm, false);
        if (at + w > r.x + r.w) break;
        key_item(p, item, at, y, arm, true);
        at += w + 10;
    }
    y += small.height;

    if (covered(p.session)) {
        tell(p, "town." + std::to_string(slot), Role::Image,
             tr("town.spoken.covered", {{"arm", p.arm_name(slot)}, {"day", number(p.memory.town.days[slot].day)}, {"words", words}}), r, {},
             tr("group.towns"));
        return y - r.y;
    }
    std::string spoken = tr("town.spoken", {{"arm", p.arm_name(slot)},
                                            {"day", number(p.memory.town.days[slot].day)},
                                            {"words", words},
                                            {"questions", number(n.questions)},
                                            {"complaints", number(n.complaints)},
                                            {"unanswered", number(n.unanswered)},
                                            {"tells", number(n.tells)},
                                            {"posts", number(n.peer_posts)},
                                            {"shares", number(n.shares)},
                                            {"purchases", number(n.purchases)},
                                            {"reached", number(n.reached)}});
    tell(p, "town." + std::to_string(slot), Role::Image, spoken, r, {}, tr("group.towns"));
    return y - r.y;
}

// How many lines the ladder and its sentence take, and how high that is with the button beside them.
bool for_fingers(const Paint& p) { return p.layout.target > 40; }
int legend_lines(const Paint& p) { return p.layout.one_picture ? 3 : for_fingers(p) || p.layout.shape == Shape::Projector ? 2 : 1; }
float first_line(const Paint& p) { return p.layout.one_picture ? p.layout.target : p.type.small.height; }
float legend_height(const Paint& p) {
    float lines = first_line(p) + static_cast<float>(legend_lines(p) - 1) * p.type.small.height + 12;
    return std::max(lines, for_fingers(p) ? p.layout.target + 8 : p.layout.target + 9);
}

// Opens the panel on someone whose two lives have gone apart.
float ask_button(Paint& p, Rect r) {
    ButtonLook look;
    look.name = tr("why.ask");
    look.tip = tr("why.ask.tip");
    look.group = tr("group.towns");
    look.disabled = covered(p.session);
    float w = button_width(p, tr("why.ask"), look), h = for_fingers(p) ? p.layout.target : p.layout.target + 1;
    float y = p.layout.one_picture ? r.y + 3 : r.y + (r.h - h) / 2;
    if (button(p, "why.ask", {r.x + r.w - w, y, w, h}, tr("why.ask"), look)) open_customer(p, p.session.town().parted(0));
    return w;
}

// "Each dot is one customer" and the ladder in both hues: side by side, or below each other where it is narrow.
void legend(Paint& p, Rect r) {
    const Face& face = p.type.small;
    float dot = std::round(face.em * 0.32f), swatch = 4.6f * dot + 4, words = 0;
    for (const char* word : kRungWords) words += p.width(face, tr(word)) + swatch;
    const bool hidden = covered(p.session);
    auto rung = [&](std::size_t k, float x, float middle) {
        for (std::size_t a = 0; a < 2; ++a) {
            ImVec2 at{x + dot + static_cast<float>(a) * 2.3f * dot, middle};
            if (k == kRungs - 1)
                p.list->AddCircle(at, dot - 0.7f, p.arm(a).rungs[hidden ? 0 : k], 0, 1.4f);
            else
                p.list->AddCircleFilled(at, dot, p.arm(a).rungs[hidden ? 0 : k]);
        }
        return swatch + p.text(face, x + swatch, middle - face.height / 2, p.colours.soft, tr(kRungWords[k]));
    };

    float button_w = ask_button(p, r) + 14;
    if (legend_lines(p) == 3) {
        float y = r.y + 3 + (p.layout.target - face.height) / 2;
        p.text(face, r.x, y, p.colours.ink, p.fit(face, tr("town.each_dot.short"), r.w - button_w));
        y = r.y + 6 + p.layout.target;
        for (std::size_t k = 0; k < kRungs; ++k)
            rung(k, r.x + static_cast<float>(k % 3) * r.w / 3, y + face.height * (0.5f + static_cast<float>(k / 3)));
        return;
    }
    r.w -= button_w;
    if (legend_lines(p) == 2) {
        float y = r.y + (r.h - 2 * face.height) / 2, gap = std::clamp((r.w - words) / 5, 3.0f, 16.0f), x = r.x;
        const char* said = "town.each_dot.brief";
        for (const char* key : {"town.each_dot.short", "town.each_dot", "town.each_dot.long", "town.each_dot.full"})
            if (p.width(face, tr(key)) <= r.w) said = key;
        p.text(face, r.x, y, p.colours.ink, tr(said));
        for (std::size_t k = 0; k < kRungs; ++k) x += rung(k, x, y + face.height * 1.5f + 1) + gap;
        return;
    }
    float y = r.y + r.h / 2;
    for (const char* key :
         {"town.each_dot.full", "town.each_dot.long", "town.each_dot", "town.each_dot.short", "town.each_dot.brief"}) {
        float lead = p.width(face, tr(key)), gap = std::min(16.0f, (r.w - lead - 12 - words) / 5);
        if (gap < 7) continue;
        p.text(face, r.x, y - face.height / 2, p.colours.ink, tr(key));
        float x = r.x + r.w - words - 5 * gap;
        for (std::size_t k = 0; k < kRungs; ++k) x += rung(k, x, y) + gap;
        break;
    }
}

}  // namespace

void draw_towns(Paint& p, Rect r, bool card) {
    if (card) p.card(r);
    tell(p, "towns.heading", Role::Heading, tr("group.towns"), {r.x, r.y, r.w, 20}, {}, tr("group.towns"));
    float pad = p.layout.pad, half = r.w / 2;
    float legend_h = legend_height(p);

    if (!p.session.town().ready()) {
        p.text_centred(p.type.body, r.x + half, r.y + r.h / 2 - p.type.body.height, p.colours.soft,
                       p.fit(p.type.body, tr("town.moving_in"), r.w - 2 * pad));
        tell(p, "towns.waiting", Role::Status, tr("town.moving_in"), r, {}, tr("group.towns"));
        p.frame.wishes.keep_awake = true;
        return;
    }

    // Both pictures are of one size, so that every customer has the same seat; captions take what the taller one needs.
    float top = pad * 0.7f, small = p.type.small.height, title = p.type.title.height;
    bool& one_line = p.memory.town.one_line;
    one_line = half - 2 * pad >= 31 * p.type.small.em;
    float caption_h = title + (one_line ? 0 : small) + 3 + small;
    Rect pictures[2];
    for (std::size_t a = 0; a < 2; ++a) {
        float x = r.x + half * static_cast<float>(a);
        pictures[a] = {x + pad * 0.6f, r.y + top + caption_h + 4, half - pad * 1.2f, r.h - top - caption_h - 4 - legend_h - 4};
    }
    refresh(p, pictures[0]);
    for (std::size_t a = 0; a < 2; ++a) {
        float x = r.x + half * static_cast<float>(a);
        p.clip({x, r.y, half, r.h - legend_h});
        p.memory.town.counts[a] = draw_town_of(p, a, pictures[a]);
        p.unclip();
        caption(p, a, {x + pad, r.y + top, half - 1.5f * pad, caption_h}, p.memory.town.counts[a]);
    }
    p.vertical(r.x + half, r.y + 1, r.y + r.h - legend_h, p.colours.line);
    int& hovered = p.memory.town.hovered = -1;
    for (std::size_t a = 0; a < 2; ++a) answer_pointer(p, a, pictures[a], hovered);
    for (const Rect& picture : pictures) {
        Stage s{picture, &p.memory.town.seats};
        if (hovered >= 0) mark_seat(p, s, static_cast<std::uint32_t>(hovered));
        if (auto asked = p.session.asked(); asked && p.frame.state.panel == Panel::Customer && *asked < s.seats->of.size())
            mark_seat(p, s, *asked);
    }

    // one line explains the dots
    float line_y = r.y + r.h - legend_h;
    p.horizontal(r.x + 1, r.x + r.w - 1, line_y, p.colours.line);
    legend(p, {r.x + pad, line_y, r.w - 2 * pad, legend_h});
    tell(p, "towns.legend", Role::Text, tr("town.legend"), {r.x + pad, line_y, r.w - 2 * pad, legend_h}, {}, tr("group.towns"));
}

}  // namespace parley
