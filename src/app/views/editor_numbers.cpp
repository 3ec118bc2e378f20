// Editor, numbers of market, brand and run: those the scenario sets, and all others by search.
#include <algorithm>

#include "app/views/editor.h"
#include "study/number_format.h"

namespace parley {
namespace {

constexpr std::size_t kMostFound = 8;

// What the scenario says by itself: written in its file, or not at its default.
std::vector<FoundRow> own_rows(const Scenario& s) {
    std::vector<FoundRow> out;
    for (const ParamTable* table : {&kMarketTable, &kBrandTable, &kRunTable})
        for (const ParamSpec& row : table->rows) {
            const bool written = std::binary_search(s.written.begin(), s.written.end(), std::string(table->name) + '.' + row.name);
            if (written || draft::value_of_row(s, *table, row) != row.value) out.push_back({table, &row});
        }
    return out;
}

}  // namespace

void edit_numbers(Editor& e) {
    Paint& p = e.p;
    p.ui.typed("editor.search", e.m.number_search);
    Rect r{e.x, e.y, e.w, e.control()};
    e.reveal("editor.search", r);
    Widget search;
    search.id = "editor.search";
    search.role = Role::Search;
    search.name = tr("editor.search");
    search.value = e.m.number_search;
    search.group = e.group;
    place_twin(p, search, r, true);
    if (search.tucked) p.frame_of(r, p.colours.faint, 8);
    p.ui.add(std::move(search));
    e.y += r.h + 12;

    const bool all = e.m.number_search.empty();
    const std::vector<FoundRow> rows = all ? own_rows(e.scenario()) : find_rows(e.m.number_search, false, true, kMostFound);
    std::size_t n = 0;
    for (const ParamTable* table : {&kMarketTable, &kBrandTable, &kRunTable}) n += table->rows.size();
    if (rows.empty()) e.note(tr("editor.search.none"));
    else if (all) e.note(tr("editor.numbers.own", {{"n", number(static_cast<double>(n))}}));
    else e.note(tr("editor.numbers.found", {{"n", number(static_cast<double>(rows.size()))}}));
    const ParamTable* before = nullptr;
    for (const FoundRow& found : rows) {
        if (all && found.table != before) {
            e.heading(table_name(*found.table));
            if (found.table == &kMarketTable) {  // the currency stands with the market
                std::vector<std::string> codes;
                for (const OptionSpec& option : currencies()) codes.push_back(std::string(option.code) + "  " + option.label);
                const int chosen = e.pick("editor.currency", e.x, std::min(e.w, 220.0f), tr("editor.currency"), codes, static_cast<int>(e.scenario().currency));
                if (chosen >= 0) e.decide("editor.currency", [&](Scenario& s) { return draft::set_currency(s, static_cast<Currency>(chosen)); });
                e.y += 10;
            }
            before = found.table;
        }
        e.number(*found.table, *found.row);
    }
}

}  // namespace parley
