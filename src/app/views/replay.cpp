#include "app/views/replay.h"

#include <algorithm>

#include "app/session/replay_words.h"
#include "study/number_format.h"

namespace parley {
namespace {

constexpr double kHold = 0.3;   // seconds on the old curves

double age(const Paint& p) { return p.frame.time - p.frame.state.replay_since; }

}  // namespace

void start_replay(Session& session, ViewState& state) {
    if (session.masked()) return;
    state.replay_since = state.time;
    state.replay_revision = session.revision();
    state.wanted_picture = 0;   // the race in front, where it shares its place
}

double replayed(Paint& p) {
    const double t = age(p);
    if (!p.session.before() || t < 0 || t >= kReplaySeconds) return 1;
    p.frame.wishes.keep_awake = true;
    if (p.frame.state.calm) return t < kReplaySeconds / 2 ? 0 : 1;
    const double part = std::clamp((t - kHold) / (kReplaySeconds - kHold), 0.0, 1.0);
    return part * part * (3 - 2 * part);
}

bool replay_told(const Paint& p) {
    const ViewState& s = p.frame.state;
    return age(p) >= 0 && age(p) < kReplaySeconds + kReplayTold && s.replay_revision == p.session.revision() && !p.session.masked();
}

Rect draw_replay_words(Paint& p, Rect r) {
    if (!replay_told(p)) return r;
    p.frame.wishes.tick = true;
    RaceMemory& m = p.memory.race;
    const Ensemble* before = p.session.before();
    ReplayWords words;
    if (!before || !p.session.ensemble() || !p.session.comparison()) {
        words.changed = tr("replay.none");
    } else {
        if (m.told_before != before || m.told_done != before->done() || m.told_stamp != p.session.results_stamp()) {
            m.told_before = before, m.told_done = before->done(), m.told_stamp = p.session.results_stamp();
            const Comparison was = compare(*before, p.session.arm_a(), p.session.arm_b(), verdict_day(before->scenario()));
            m.told = replay_words(*before, was, *p.session.ensemble(), *p.session.comparison());
        }
        words = m.told;
        if (p.session.refining()) words.came += ' ' + tr("replay.so_far");
    }
    const std::string spoken = words.changed + (words.came.empty() ? "" : " " + words.came);

    const bool low = r.h < 250;
    const Face &strong = low ? p.type.small_strong : p.type.strong, &plain = low ? p.type.small : p.type.body;
    const float pad = low ? 8.0f : 12.0f, step = plain.height + 2, room = r.w - 2 * pad - 6;
    const std::vector<Span> line{{words.changed + ' ', &strong, p.colours.ink}, {words.came, &plain, p.colours.ink}};
    const float h = p.flow(0, 0, room, line, step, false);
    const Rect box{r.x, r.y, r.w, h + 2 * pad - 4};
    p.fill(box, p.colours.hover, 8);
    p.fill({box.x, box.y, 4, box.h}, p.colours.ink, 2);
    p.flow(box.x + pad + 6, box.y + pad - 2, room, line, step);
    tell(p, "replay.words", Role::Status, spoken, box, {}, tr("group.race"));
    if (m.told_since != p.frame.state.replay_since) {
        m.told_since = p.frame.state.replay_since;
        p.ui.announce(spoken);
    }
    return {r.x, r.y + box.h + 8, r.w, r.h - box.h - 8};
}

}  // namespace parley
