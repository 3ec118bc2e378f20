#include "study/evidence/lab.h"

namespace parley::evidence {

std::vector<FactSpec> service_facts() { return {}; }

}  // namespace parley::evidence
