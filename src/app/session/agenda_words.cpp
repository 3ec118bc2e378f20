#include "app/session/agenda_words.h"

#include <cmath>

#include "study/strings.h"

namespace parley {

std::string minutes_text(double seconds) { return tr("time.minutes", {{"minutes", number(std::round(seconds / 60))}}); }
std::string block_text(const Block& block, const char* part) { return tr("agenda." + std::string(block.id) + part); }

std::string coming_text(const Agenda& a) {
    if (const Step* step = a.coming()) return tr(step->text);
    if (a.at() + 1 < a.blocks().size()) return tr("agenda.begin", {{"block", block_text(a.blocks()[a.at() + 1], ".title")}});
    return tr("agenda.end");
}

std::string warning_text(const Agenda& a) {
    if (a.late() > 59) return tr("agenda.late", {{"minutes", minutes_text(a.late())}});
    if (a.left() < -59) return tr("agenda.over", {{"minutes", minutes_text(-a.left())}});
    if (const auto squeeze = a.squeeze())
        return tr("agenda.squeeze", {{"needs", minutes_text(squeeze->needs)}, {"has", minutes_text(squeeze->has)}});
    return {};
}

}  // namespace parley
