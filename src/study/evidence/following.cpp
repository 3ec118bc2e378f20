#include "study/evidence/lab.h"

namespace parley::evidence {

std::vector<FactSpec> following_facts() { return {}; }

}  // namespace parley::evidence
