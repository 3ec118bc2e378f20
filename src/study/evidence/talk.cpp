#include "study/evidence/lab.h"

namespace parley::evidence {

std::vector<FactSpec> talk_facts() { return {}; }

}  // namespace parley::evidence
