#include "study/claims.h"
namespace parley {
std::string claims_page(std::span<const ClaimResult>, const ClaimsEffort&) { return ""; }
std::vector<ClaimPicture> claims_pictures(std::span<const ClaimResult>) { return {}; }
}
