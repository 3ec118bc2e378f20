// Briefs: five roles.  A brief lies open only while somebody asked for it; all five leave as a page to print.
#include "app/views/briefs.h"

#include <algorithm>

#include "app/views/debrief.h"
#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "app/widgets/scroll.h"

namespace parley {
namespace {

std::string line_text(const BriefLine& line, const Scenario& scenario) {
    return filled(tr("brief." + std::string(line.rule->id)), line.quotes, scenario);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

constexpr const char* kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;color:#111827;background:#fff;margin:0}"
    "section{max-width:40rem;margin:0 auto;padding:3rem 1.5rem;page-break-after:always}"
    "section:last-of-type{page-break-after:auto}"
    "h1{font-size:2.2rem;margin:.2em 0 1em}h2{font-size:.85rem;letter-spacing:.06em;text-transform:uppercase;color:#4b5563;margin:2em 0 .3em}"
    "p{font-size:1.15rem;margin:0}header{color:#4b5563;border-bottom:1px solid #d1d5db;padding-bottom:.6em}"
    "footer{margin-top:3em;color:#4b5563;font-size:.9rem}@page{size:A4;margin:18mm}";

const World* world_before(const Session& session) {
    const Parting* start = session.town().start();
    return start ? &start->world : nullptr;
}

}  // namespace

BriefWords brief_words(const Brief& brief, const Scenario& s) {
    const std::string role = tr("brief.role." + std::to_string(static_cast<std::size_t>(brief.role)));
    return {brief.own ? brief.own->name.in("en") : role, brief.own ? brief.own->brief.in("en") : std::string(), line_text(brief.fact, s),
            line_text(brief.metric, s)};
}

std::string briefs_html(const Scenario& s, const World* before) {
    const std::string title = tr("brief.page.title", {{"title", s.title.in("en")}});
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(title) + "</title>\n<style>" +
                      kStyle + "</style>\n</head>\n<body>\n";
    for (const Brief& brief : make_briefs(s, before)) {
        const BriefWords words = brief_words(brief, s);
        const auto part = [&](const char* key, const std::string& text) {
            if (!text.empty()) out += "<h2>" + escaped(tr(key)) + "</h2>\n<p>" + escaped(text) + "</p>\n";
        };
        out += "<section>\n<header>" + escaped(s.title.in("en")) + "</header>\n<h1>" + escaped(words.role) + "</h1>\n";
        part("brief.scenario", words.own);
        part("brief.known", words.fact);
        part("brief.defend", words.metric);
        out += "<footer>" + escaped(tr("brief.page.foot")) + "</footer>\n</section>\n";
    }
    return out + "</body>\n</html>\n";
}

void draw_briefs(Paint& p) {
    ViewState& state = p.frame.state;
    const Scenario& s = p.session.scenario();
    const std::string title = tr("brief.title");
    const std::array<Brief, kBriefRoles> briefs = make_briefs(s, world_before(p.session));
    const float control = std::max(p.layout.control, p.layout.target);
    const float width = std::min(p.type.body.em * 44, p.frame.width - 56), room = width - 62;

    const std::string intro = tr("brief.intro");
    const float intro_h = p.paragraph(p.type.body, 0, 0, room, p.colours.ink, intro, 6, false) + 14;
    float roles_h = control + 18, used = 0;
    for (const Brief& brief : briefs) {
        const float w = std::min(button_width(p, brief_words(brief, s).role), room);
        if (used > 0 && used + w > room) used = 0, roles_h += control + 8;
        used += w + 8;
    }
    const auto parts = [&](float x, float y, float w, bool draw) {
        const float top = y;
        if (state.brief < 0) return 0.0f;
        const BriefWords words = brief_words(briefs[static_cast<std::size_t>(state.brief)], s);
        const std::pair<const char*, const std::string*> rows[] = {{"brief.scenario", &words.own}, {"brief.known", &words.fact}, {"brief.defend", &words.metric}};
        for (const auto& [key, text] : rows) {
            if (text->empty()) continue;
            if (draw) p.caps(x, y, p.colours.soft, tr(key));
            y += p.type.caps.height + 5;
            const float h = p.paragraph(p.type.subline, x, y, w, p.colours.ink, *text, 10, draw);
            if (draw) tell(p, std::string("briefs.") + key, Role::Text, tr(key) + ": " + *text, {x, y, w, h}, {}, title);
            y += h + 14;
        }
        return y - top;
    };
    bool open = true;
    const float content = intro_h + roles_h + std::max(parts(0, 0, room, false), 120.0f);
    Rect in = dialog(p, title, width, content + 2 + control + 14, open);
    Rect view{in.x, in.y, in.w - 10, in.h - control - 14};
    float y = begin_scroll(p, "briefs", view, content, state.panel_scroll);
    p.paragraph(p.type.body, view.x, y, view.w, p.colours.soft, intro, 6);
    tell(p, "briefs.intro", Role::Text, intro, {view.x, y, view.w, intro_h}, {}, title);
    y += intro_h;
    float x = view.x;
    for (std::size_t i = 0; i < kBriefRoles; ++i) {
        ButtonLook look;
        look.choice = true;
        look.pressed = state.brief == static_cast<int>(i);
        look.group = title;
        const std::string name = brief_words(briefs[i], s).role;
        const float w = std::min(button_width(p, name, look), view.w);
        if (x > view.x && x + w > view.x + view.w) x = view.x, y += control + 8;
        if (button(p, "briefs.role." + std::to_string(i), {x, y, w, control}, name, look)) state.brief = look.pressed ? -1 : static_cast<int>(i);
        x += w + 8;
    }
    y += control + 18;
    parts(view.x, y, view.w, true);
    end_scroll(p, "briefs", view, content, state.panel_scroll);

    ButtonLook dark;
    dark.kind = ButtonLook::Dark;
    dark.group = title;
    const float by = in.y + in.h - control;
    const std::string print = tr("brief.print"), hide = tr("brief.hide");
    const float print_w = std::min(button_width(p, print, dark), in.w * 0.6f);
    if (button(p, "briefs.print", {in.x, by, print_w, control}, print, dark)) {
        p.frame.wishes.save_name = s.id + ".briefs.html";
        p.frame.wishes.save_text = briefs_html(s, world_before(p.session));
    }
    if (state.brief >= 0) {
        ButtonLook light;
        light.group = title;
        if (button(p, "briefs.hide", {in.x + print_w + 10, by, std::min(button_width(p, hide), in.w - print_w - 10), control}, hide, light)) state.brief = -1;
    }
    if (!open) {
        state.panel = Panel::None;
        state.brief = -1;
    }
}

}  // namespace parley
