#include "study/evidence/lab.h"

namespace parley::evidence {

std::vector<FactSpec> spread_facts() { return {}; }

}  // namespace parley::evidence
