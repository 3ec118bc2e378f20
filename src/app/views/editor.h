// Editor: what the parts of the scenario editor share. Each part draws its rows from e.y downwards inside e.view and calls decide().
#pragma once
#include <functional>

#include "app/session/draft.h"
#include "app/views/memory.h"
#include "app/widgets/button.h"
#include "app/widgets/value_row.h"

namespace parley {

struct Editor {
    Paint& p;
    EditorMemory& m;
    std::string group;            // accessible group: the dialog's title
    Rect view;                    // what of the part is in sight
    float x, w, y;                // the column, and where the next row goes
    int turn_to = -1;             // page that a part wants opened

    const Scenario& scenario() const { return p.session.scenario(); }
    std::string sign() const;
    float control() const;        // height of a button or a field

    // Lets the verb change a copy of the scenario; adopts it, or keeps the reason beside the field of that id.  Each is a step of
    // undo; what is dragged is one for as long as it moves.
    bool decide(const std::string& id, const std::function<Diagnostics(Scenario&)>& verb, bool dragged = false);
    std::string refusal(const std::string& id) const { return m.refused == id ? m.refusal : std::string(); }

    // Rows. Each moves y.
    void heading(const std::string& words);
    void note(const std::string& words);
    void refused(const std::string& id);                  // the reason, if the last refusal was of that id
    // A text of the scenario: label, field, reason; in French too when that is wanted.
    void text(const std::string& place, const std::string& label, int lines);
    // Words of the origin that may no longer be true: said, with what to do about it; may_turn: their own page is offered.
    void left_over(OwnWords which, bool may_turn);
    void number(const ParamTable& table, const ParamSpec& row);
    // A button or field that the keyboard brings into view.
    bool press(const std::string& id, Rect r, const std::string& label, ButtonLook look = {});
    std::optional<std::string> type(const std::string& id, Rect r, const std::string& name, const std::string& value, int lines = 1);
    std::optional<std::string> type_number(const std::string& id, Rect r, const std::string& name, const std::string& value);
    // One of several, as a button that opens a list; the index of what was chosen, or -1.
    int pick(const std::string& id, float at, float width, const std::string& name, const std::vector<std::string>& options, int current, const std::vector<std::string>& details = {});
    void reveal(const std::string& id, Rect r);           // scrolls to r when the twin has just got focus
};

std::string origin_name(const Scenario& origin);          // "06 Patience"

void edit_start(Editor& e);
void edit_texts(Editor& e);
void edit_arms(Editor& e);
void edit_levers(Editor& e);                              // below the names: what one arm does
void edit_numbers(Editor& e);
void edit_events(Editor& e);
void edit_target(Editor& e);
void edit_roles(Editor& e);
void edit_differences(Editor& e);

// Rows of the tables that fit the words (label, help, name), those of levers too when wanted; at most so many.
struct FoundRow {
    const ParamTable* table;
    const ParamSpec* row;
};
std::vector<FoundRow> find_rows(std::string_view words, bool levers, bool fixed, std::size_t most);
std::string table_name(const ParamTable& table);

}  // namespace parley
