// Era: from which time the reach of posts is, and a switch to today's and back; one step of the history, like any decision.
#include "study/era.h"

#include "app/views/views.h"
#include "app/widgets/button.h"

namespace parley {
namespace {

// Where the switch leads from here; empty where there is nothing to switch.
std::string other_era(const Session& session) {
    const ParamSpec& row = *kMarketTable.find("reach_era");
    if (!era_matters(session.scenario())) return {};
    if (!is_today(session.scenario().market)) return option_code(row, static_cast<double>(ReachEra::today));
    const Market& opened = session.opened().market;
    return is_today(opened) ? std::string() : option_code(row, opened.reach_era);
}

std::string label(const Session& session) {
    return is_today(session.scenario().market) ? tr("era.back", {{"reach", era_phrase(session.opened().market)}}) : tr("era.try");
}

}  // namespace

float era_height(Paint& p, float width) {
    const float words = p.paragraph(p.type.body, 0, 0, width, p.colours.ink, era_sentence(p.session.scenario()), 4, false);
    return words + 10 + (other_era(p.session).empty() ? 0 : p.layout.control + 10);
}

void draw_era(Paint& p, Rect r, const std::string& id, const std::string& group) {
    const std::string sentence = era_sentence(p.session.scenario()), other = other_era(p.session);
    const float h = p.paragraph(p.type.body, r.x, r.y, r.w, p.colours.ink, sentence, 4);
    tell(p, id + ".era", Role::Text, sentence, {r.x, r.y, r.w, h}, {}, group);
    if (other.empty()) return;
    ButtonLook look;
    look.group = group;
    look.tip = tr("era.tip");
    const std::string words = label(p.session);
    if (button(p, id + ".era.switch", {r.x, r.y + h + 10, std::min(r.w, button_width(p, words, look)), p.layout.control}, words, look))
        p.session.set("market.reach_era", other);
}

}  // namespace parley
