// The table of claims in three files, by article; all_claims() puts them one behind the other.
#pragma once
#include "study/claims.h"

namespace parley::claims {

std::span<const ClaimSpec> claims_of_interviews();   // C01 to C20: articles A and B
std::span<const ClaimSpec> claims_of_ten_points();   // C21 to C44: article C and the discussion below it
std::span<const ClaimSpec> claims_of_listening();    // C45 to C66: articles D and E

}  // namespace parley::claims
