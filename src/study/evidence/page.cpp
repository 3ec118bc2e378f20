#include "study/evidence.h"

namespace parley {

std::string evidence_page(std::span<const Fact> facts, const Pains&) { return evidence_text(facts); }

}  // namespace parley
