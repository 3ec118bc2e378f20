#include "study/evidence/lab.h"

namespace parley::evidence {

std::vector<FactSpec> choice_facts() { return {}; }

}  // namespace parley::evidence
