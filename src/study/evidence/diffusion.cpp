#include "study/evidence/lab.h"

namespace parley::evidence {

std::vector<FactSpec> diffusion_facts() { return {}; }

}  // namespace parley::evidence
