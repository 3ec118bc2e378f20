#include "app/session/notes.h"

#include <cmath>

#include "app/session/agenda_words.h"
#include "study/strings.h"
#include "scenario/json_writer.h"

namespace parley {
std::string notes_json(const Agenda& a, const Session& session, bool masked) {
    JsonWriter out(0);
    out.begin_object();
    out.member("on", a.on()).member("scenario", session.scenario().title.in("en"));
    const Comparison* c = session.comparison();
    out.member("verdict", masked ? tr("covered.words") : c ? c->verdict.text : tr("verdict.none.detail"));
    if (a.on()) {
        const Block& block = a.block();
        out.member("paused", a.paused()).member("block", block_text(block, ".title")).member("seconds", std::round(10 * a.left()) / 10);
        out.member("rest", tr("agenda.rest", {{"minutes", minutes_text(a.total_left())}}));
        out.member("shows", block_text(block, ".shows")).member("note", block_text(block, ".note")).member("say", block_text(block, ".say")).member("room", block_text(block, ".room"));
        out.member("next", coming_text(a)).member("warning", warning_text(a));
        out.key("blocks").begin_array();
        const std::vector<double> lengths = a.lengths();
        for (std::size_t i = 0; i < lengths.size(); ++i)
            out.begin_object().member("title", block_text(a.blocks()[i], ".title")).member("length", minutes_text(lengths[i]))
                .member("now", i == a.at()).end_object();
        out.end_array();
    }
    return out.end_object().take();
}

}  // namespace parley
