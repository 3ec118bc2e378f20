// Page: what claims_page and claims_pictures share.
#pragma once
#include "study/claims.h"

namespace parley::claims {

std::string claim_row(const ClaimResult& result);              // its line of the page's tables
// The dozen whose turn tells most: those that reverse, the strongest first, then those that vanish.
std::vector<const ClaimResult*> told_turns(std::span<const ClaimResult> results);
std::string turn_file(int n);                                  // "claims_turn_01.svg"

}  // namespace parley::claims
