// Export: what is on screen, as files, of the worlds that are counted there. The numbers are those of study/export.h, the same the command line writes.
#include "study/export.h"

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"

namespace parley {

void draw_export(Paint& p) {
    ViewState& state = p.frame.state;
    Wishes& wishes = p.frame.wishes;
    const Ensemble* e = p.session.ensemble();
    const Comparison* c = p.session.comparison();
    bool results = e && c && !p.session.refining() && !p.session.preview();
    const struct {
        const char* key;
        bool ready;
    } rows[] = {{"export.scenario", true},
                {"export.csv", results},
                {"export.series", results},
                {"export.json", results},
                {"export.picture", true}};
    float row = std::max(p.type.strong.height + p.type.small.height + 20, p.layout.target);
    bool open = true;
    Rect in = menu(p, p.memory.menu_button, tr("export.title"), std::max(360.0f, p.type.body.em * 22), row * 5, open);
    float y = in.y;
    const std::string& id = p.session.scenario().id;
    for (int i = 0; i < 5; ++i, y += row) {
        ButtonLook look;
        look.kind = ButtonLook::Row;
        look.detail = rows[i].ready || !e ? tr(std::string(rows[i].key) + ".detail")
                                          : tr("export.counting", {{"n", number(e->done())}, {"pairs", number(e->pairs())}});
        look.disabled = !rows[i].ready;
        look.group = tr("export.title");
        if (!button(p, rows[i].key, {in.x, y, in.w, row - 2}, tr(rows[i].key), look)) continue;
        open = false;
        switch (i) {
            case 0:
                wishes.save_name = id + ".json", wishes.save_text = p.session.saved();
                break;
            case 1:
                wishes.save_name = id + ".csv", wishes.save_text = comparison_csv(*e, compare(*e));
                break;
            case 2:
                wishes.save_name = id + ".series.csv", wishes.save_text = series_csv(*e);
                break;
            case 3:
                wishes.save_name = id + ".comparison.json", wishes.save_text = comparison_json(*e, compare(*e), true);
                break;
            default:
                wishes.save_picture = true;
                break;
        }
    }
    if (!open) state.panel = Panel::None;
}

}  // namespace parley
