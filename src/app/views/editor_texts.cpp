// Editor, pages of words: where to start from, texts, names of arms, roles, differences.
#include <algorithm>

#include "app/session/difference_words.h"
#include "app/views/covered.h"
#include "app/views/editor.h"
#include "study/number_format.h"
#include "imgui.h"
#include "scenario/library.h"

namespace parley {

void edit_start(Editor& e) {
    e.heading(tr("editor.start.now", {{"title", e.scenario().title.in("en")}}));
    e.note(tr("editor.start.how"));
    e.heading(tr("editor.start.from"));
    const float h = std::max(e.p.layout.target, e.p.type.strong.height + e.p.type.small.height + 14);
    for (const ShippedScenario& s : shipped_scenarios(e.p.memory)) {
        ButtonLook look;
        look.kind = ButtonLook::Row;
        look.choice = true;
        look.pressed = s.id == e.scenario().id;
        look.detail = s.question;
        look.name = tr("editor.start.from.one", {{"title", s.id.substr(0, 2) + ' ' + s.title}});
        const std::string id = "editor.start." + s.id;
        if (e.press(id, {e.x, e.y, e.w, h - 2}, s.id.substr(0, 2) + "  " + s.title, look)) {
            // What was changed would be gone: that takes a second press.
            if (e.m.sentences.empty() || e.m.refused == id) {
                e.p.session.load_shipped(s.id);
                e.m.part = 1;
                e.m.scroll = 0;
                e.m.refused.clear();
            } else {
                e.m.refused = id;
                e.m.refusal = tr("editor.start.sure", {{"n", number(static_cast<double>(e.m.sentences.size()))}, {"title", s.title}});
                e.p.ui.announce(e.m.refusal);
            }
        }
        e.y += h;
        e.refused(id);
    }
}

void edit_texts(Editor& e) {
    e.text("title", tr("editor.title.label"), 1);
    // The file's name follows the title until it is given by hand.
    const std::string id = "editor.id";
    e.p.text(e.p.type.small_strong, e.x, e.y, e.p.colours.soft, tr("editor.id.label"));
    e.y += e.p.type.small_strong.height + 4;
    if (const auto words = e.type(id, {e.x, e.y, e.w, e.control()}, tr("editor.id.label"), draft::file_name(e.scenario())))
        e.decide(id, [&](Scenario& s) { return draft::set_id(s, *words); });
    e.y += e.control() + 4;
    e.refused(id);
    e.y += 8;
    e.text("question", tr("editor.question.label"), 1);
    if (covered(e.p.session)) e.note(tr("editor.text.covered"));
    else e.text("text", tr("editor.text.label"), 5);
    e.left_over(OwnWords::Story, false);
    ButtonLook look;
    look.choice = true;
    look.pressed = e.m.french;
    const std::string label = tr(e.m.french ? "editor.french.on" : "editor.french.off");
    if (e.press("editor.french", {e.x, e.y, button_width(e.p, label, look), e.control()}, label, look)) e.m.french = !e.m.french;
    e.y += e.control() + 8;
}

void edit_arms(Editor& e) {
    e.note(tr("editor.arms.how"));
    const float h = e.control(), mark = e.p.type.body.em * 0.9f, gap = 8;
    ButtonLook plain;
    const std::string copy = tr("editor.arm.copy"), remove = tr("editor.arm.remove");
    const float copy_w = button_width(e.p, copy, plain), remove_w = button_width(e.p, remove, plain);
    const std::size_t n = e.scenario().arms.size();
    for (std::size_t a = 0; a < n && a < e.scenario().arms.size(); ++a) {
        const std::string id = "editor.arm." + std::to_string(a), name = e.scenario().arms[a].name;
        e.p.mark(mark_of(a), e.x + mark / 2, e.y + h / 2, mark, e.p.arm(a).shape);
        const float from = e.x + mark + 12, width = e.w - mark - 12 - copy_w - remove_w - 2 * gap;
        if (const auto words = e.type(id, {from, e.y, width, h}, tr("editor.arm.name", {{"n", number(static_cast<double>(a + 1))}}), name))
            e.decide(id, [&](Scenario& s) { return draft::name_arm(s, a, *words); });
        ButtonLook look;
        look.name = tr("editor.arm.copy.of", {{"name", name}});
        look.disabled = n >= draft::kMostArms;
        if (e.press(id + ".copy", {from + width + gap, e.y, copy_w, h}, copy, look)) e.decide(id, [&](Scenario& s) { return draft::copy_arm(s, a); });
        look.name = tr("editor.arm.remove.of", {{"name", name}});
        look.disabled = n <= 2;
        if (e.press(id + ".remove", {from + width + 2 * gap + copy_w, e.y, remove_w, h}, remove, look))
            e.decide(id, [&](Scenario& s) { return draft::take_out_arm(s, a); });
        e.y += h + 4;
        e.refused(id);
        e.y += 8;
    }
    e.y += 8;
    edit_levers(e);
}

void edit_roles(Editor& e) {
    e.note(tr(e.scenario().roles.empty() ? "editor.roles.none" : "editor.roles.how"));
    e.left_over(OwnWords::Roles, false);
    for (std::size_t i = 0; i < e.scenario().roles.size() && i < draft::kMostRoles; ++i) {
        const std::string place = "roles." + std::to_string(i), n = number(static_cast<double>(i + 1)), remove = tr("editor.role.remove");
        e.text(place + ".name", tr("editor.place.role_name", {{"n", n}}), 1);
        e.text(place + ".brief", tr("editor.place.role_brief", {{"n", n}}), 3);
        ButtonLook look;
        look.name = tr("editor.arm.remove.of", {{"name", e.scenario().roles[i].name.in("en")}});
        if (e.press("editor." + place + ".remove", {e.x, e.y, button_width(e.p, remove, look), e.control()}, remove, look)) {
            e.decide("editor.roles", [&](Scenario& s) { return draft::remove_role(s, i); });
            return;
        }
        e.y += e.control() + 16;
    }
    if (e.scenario().roles.size() < draft::kMostRoles) {
        const std::string add = tr("editor.role.add");
        if (e.press("editor.role.add", {e.x, e.y, button_width(e.p, add), e.control()}, add)) e.decide("editor.roles", [](Scenario& s) { return draft::add_role(s); });
        e.y += e.control() + 4;
    }
    e.refused("editor.roles");
}

namespace {

void list_sentences(Editor& e, const std::string& id, const std::vector<std::string>& sentences) {
    std::size_t n = 0;
    for (const std::string& sentence : sentences) {
        e.p.list->AddCircleFilled({e.x + 5, e.y + e.p.type.body.height / 2}, 2.2f, e.p.colours.soft);
        const float h = e.p.paragraph(e.p.type.body, e.x + 18, e.y, e.w - 18, e.p.colours.ink, sentence, 8);
        tell(e.p, id + std::to_string(n++), Role::Text, sentence, {e.x, e.y, e.w, h}, {}, e.group);
        e.y += h + 6;
    }
    e.y += 10;
}

}  // namespace

// Since it was opened; and, where that was a file of one's own, since the shipped one it came from.
void edit_differences(Editor& e) {
    const Scenario& opened = e.p.session.opened();
    for (const OwnWords which : {OwnWords::Story, OwnWords::Debrief, OwnWords::Roles}) e.left_over(which, true);
    e.heading(e.m.from_shipped ? tr("editor.differences.from", {{"title", opened.title.in("en")}}) : tr("editor.differences.since"));
    if (e.m.sentences.empty()) {
        e.note(tr("editor.same"));
    } else {
        list_sentences(e, "editor.difference.", e.m.sentences);
        const std::string back = tr("editor.back");
        if (e.press("editor.back", {e.x, e.y, button_width(e.p, back), e.control()}, back)) {
            Scenario before = opened;
            e.p.session.adopt(std::move(before), "editor.back");
        }
        e.y += e.control() + 22;
    }
    if (e.m.from_shipped) return;
    e.heading(tr("editor.differences.shipped", {{"origin", origin_name(*e.m.origin)}}));
    if (e.m.origin->id != opened.id) e.note(tr("editor.differences.nearest"));
    list_sentences(e, "editor.from_origin.", e.m.from_origin);
}

}  // namespace parley
