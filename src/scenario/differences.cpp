#include "scenario/differences.h"

#include <algorithm>
#include <cstdlib>

#include "scenario/arms.h"

namespace parley {
namespace {

bool same(const Text& a, const Text& b) { return a.en == b.en && a.fr == b.fr; }
bool same(const Change& a, const Change& b) {
    return a.table == b.table && a.row == b.row && a.value == b.value && a.arm == b.arm;
}
bool same(const Event& a, const Event& b) {
    return a.day == b.day && a.arm == b.arm && a.what == b.what &&
           std::equal(a.changes.begin(), a.changes.end(), b.changes.begin(), b.changes.end(),
                      [](const Change& x, const Change& y) { return same(x, y); });
}
bool same(const Arm& a, const Arm& b) { return a.name == b.name; }
bool same(const Target& a, const Target& b) { return a.outcome == b.outcome && a.amount == b.amount && a.by_day == b.by_day; }
bool same(const Expectation& a, const Expectation& b) {
    return a.outcome == b.outcome && a.by_day == b.by_day && a.ahead == b.ahead && a.in_share_of_worlds == b.in_share_of_worlds;
}

std::vector<Target> list_of(const std::optional<Target>& target) { return target ? std::vector<Target>{*target} : std::vector<Target>{}; }

// Which entry of b each entry of a is: a longest common subsequence; -1 for none.
template <class Entry> std::vector<int> matched(const std::vector<Entry>& a, const std::vector<Entry>& b) {
    const std::size_t n = a.size(), m = b.size();
    std::vector<std::vector<int>> longest(n + 1, std::vector<int>(m + 1, 0));  // [n + 1][m + 1] of the rests
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t k = m; k-- > 0;)
            longest[i][k] = same(a[i], b[k]) ? longest[i + 1][k + 1] + 1 : std::max(longest[i + 1][k], longest[i][k + 1]);
    std::vector<int> out(n, -1);
    for (std::size_t i = 0, k = 0; i < n && k < m;) {
        if (same(a[i], b[k])) out[i++] = static_cast<int>(k++);
        else if (longest[i + 1][k] >= longest[i][k + 1]) ++i;
        else ++k;
    }
    return out;
}

// Walks both lists from front to back: entries of both are passed over, those of neither are changed in pairs, then removed or
// added.  at counts in the list as it has become by then.
template <class Entry, class Changed, class Removed, class Added>
void walk(const std::vector<Entry>& a, const std::vector<Entry>& b, Changed changed, Removed removed, Added added) {
    const std::vector<int> match = matched(a, b);
    std::size_t i = 0, k = 0, at = 0;
    while (i < a.size() || k < b.size()) {
        const bool old_left = i < a.size() && match[i] < 0;
        const std::size_t next = std::find_if(match.begin() + static_cast<std::ptrdiff_t>(i), match.end(), [](int m) { return m >= 0; }) - match.begin();
        const bool new_left = k < (next < a.size() ? static_cast<std::size_t>(match[next]) : b.size());
        if (old_left && new_left) changed(at++, a[i++], b[k++]);
        else if (old_left) removed(at, a[i++]);
        else if (new_left) added(at++, b[k++]);
        else ++i, ++k, ++at;
    }
}

// Collects differences; each is applied at once, so that the next is found in what the scenario has become.
class Finder {
public:
    Finder(const Scenario& before, const Scenario& after) : now_(before), after_(after) {}

    std::vector<Edit> find() {
        if (now_.id != after_.id) found(IdChange{now_.id, after_.id});
        for (const char* place : {"title", "question", "text"}) text(place);
        if (now_.currency != after_.currency) found(CurrencyChange{now_.currency, after_.currency});
        rows(kMarketTable, -1, now_.market, after_.market);
        rows(kBrandTable, -1, now_.brand, after_.brand);
        arms();
        for (std::size_t i = 0; i < after_.arms.size(); ++i)
            rows(kStrategyTable, static_cast<int>(i), now_.arms[i].strategy, after_.arms[i].strategy);
        events();
        rows(kRunTable, -1, now_.run, after_.run);
        const bool alike = now_.target && after_.target ? same(*now_.target, *after_.target) : !now_.target && !after_.target;
        if (!alike) found(TargetChange{list_of(now_.target), list_of(after_.target)});
        text("predict");
        texts("debrief", std::max(now_.debrief.size(), after_.debrief.size()), {""});
        texts("roles", std::max(now_.roles.size(), after_.roles.size()), {".name", ".brief"});
        if (!std::equal(now_.expected.begin(), now_.expected.end(), after_.expected.begin(), after_.expected.end(),
                        [](const Expectation& x, const Expectation& y) { return same(x, y); }))
            found(ExpectedChange{now_.expected, after_.expected});
        return std::move(list_);
    }

private:
    void found(Edit difference) {
        carry_out(now_, difference);
        list_.push_back(std::move(difference));
    }
    void text(const std::string& place) {
        const Text* a = text_at(now_, place, false);
        const Text* b = text_at(after_, place, false);
        const Text before = a ? *a : Text{}, after = b ? *b : Text{};
        if (!same(before, after)) found(TextChange{place, before, after});
    }
    // From the last on, so that taking one out leaves the others their numbers.
    void texts(const std::string& list, std::size_t n, std::initializer_list<const char*> parts) {
        for (std::size_t i = n; i-- > 0;)
            for (const char* part : parts) text(list + "." + std::to_string(i) + part);
    }
    template <class Struct> void rows(const ParamTable& table, int arm, const Struct& a, const Struct& b) {
        for (const ParamSpec& row : table.rows)
            if (value_of(a, row) != value_of(b, row)) found(ValueChange{&table, &row, arm, value_of(a, row), value_of(b, row)});
    }
    void arms() {
        const std::vector<Arm> old = now_.arms;
        walk(old, after_.arms,
             [&](std::size_t at, const Arm& a, const Arm& b) { found(ArmRenamed{at, a.name, b.name}); },
             [&](std::size_t at, const Arm& a) { found(ArmRemoved{at, a.name}); },
             [&](std::size_t at, const Arm& b) { found(ArmAdded{at, b}); });
    }
    void events() {
        const std::vector<Event> old = now_.events;
        walk(old, after_.events,
             [&](std::size_t at, const Event& a, const Event& b) { found(EventChange{at, {a}, {b}}); },
             [&](std::size_t at, const Event& a) { found(EventChange{at, {a}, {}}); },
             [&](std::size_t at, const Event& b) { found(EventChange{at, {}, {b}}); });
    }

    Scenario now_, after_;
    std::vector<Edit> list_;
};

template <class Struct> void set_row(Struct& values, const ParamSpec& row, double value) { value_of(values, row) = value; }

void apply_to(Scenario& s, const IdChange& d) { s.id = d.after; }
void apply_to(Scenario& s, const TextChange& d) {
    Text* text = text_at(s, d.place, true);
    if (!text) return;
    *text = d.after;
    if (s.predict && s.predict->question.empty()) s.predict.reset();
    while (!s.debrief.empty() && s.debrief.back().empty()) s.debrief.pop_back();
    while (!s.roles.empty() && s.roles.back().name.empty() && s.roles.back().brief.empty()) s.roles.pop_back();
}
void apply_to(Scenario& s, const CurrencyChange& d) { s.currency = d.after; }
void apply_to(Scenario& s, const ValueChange& d) {
    if (d.table == &kMarketTable) set_row(s.market, *d.row, d.after);
    if (d.table == &kBrandTable) set_row(s.brand, *d.row, d.after);
    if (d.table == &kRunTable) set_row(s.run, *d.row, d.after);
    if (d.table == &kStrategyTable) set_row(s.arms[static_cast<std::size_t>(d.arm)].strategy, *d.row, d.after);
}
void apply_to(Scenario& s, const ArmAdded& d) { insert_arm(s, d.at, d.arm); }
void apply_to(Scenario& s, const ArmRemoved& d) { remove_arm(s, d.at); }
void apply_to(Scenario& s, const ArmRenamed& d) { rename_arm(s, d.at, d.after); }
void apply_to(Scenario& s, const EventChange& d) {
    const auto place = s.events.begin() + static_cast<std::ptrdiff_t>(d.at);
    if (!d.before.empty() && !d.after.empty()) *place = d.after[0];
    else if (!d.after.empty()) s.events.insert(place, d.after[0]);
    else s.events.erase(place);
}
void apply_to(Scenario& s, const TargetChange& d) { d.after.empty() ? s.target.reset() : void(s.target = d.after[0]); }
void apply_to(Scenario& s, const ExpectedChange& d) { s.expected = d.after; }

}  // namespace

std::vector<Edit> differences(const Scenario& before, const Scenario& after) { return Finder(before, after).find(); }

void carry_out(Scenario& scenario, const Edit& difference) {
    std::visit([&](const auto& d) { apply_to(scenario, d); }, difference);
}

Text* text_at(Scenario& s, std::string_view place, bool make) {
    if (place == "title") return &s.title;
    if (place == "question") return &s.question;
    if (place == "text") return &s.text;
    if (place == "predict") {
        if (!s.predict && make) s.predict.emplace();
        return s.predict ? &s.predict->question : nullptr;
    }
    const std::size_t dot = place.find('.'), end = place.find('.', dot + 1);
    if (dot == place.npos) return nullptr;
    const std::string_view list = place.substr(0, dot), part = end == place.npos ? std::string_view() : place.substr(end + 1);
    const auto index = static_cast<std::size_t>(std::atoi(std::string(place.substr(dot + 1, end - dot - 1)).c_str()));
    const auto entry = [&](auto& entries) {
        if (index >= entries.size() && make) entries.resize(index + 1);
        return index < entries.size() ? &entries[index] : nullptr;
    };
    if (list == "debrief") return entry(s.debrief);
    if (list != "roles") return nullptr;
    RoleBrief* role = entry(s.roles);
    if (!role) return nullptr;
    return part == "name" ? &role->name : &role->brief;
}

}  // namespace parley
