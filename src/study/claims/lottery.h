// Lottery: many random strategies beside a silent brand, for a claim about how many programmes bring anything.
//
// Draws   a Latin hypercube over the decisions about budget, voice and desk (McKay, Beckman & Conover 1979): each decision takes each of
//         kDraws equal parts of its reach (study/sweep.h) once.  The money stays as the base has it; what the price, the shelf and
//         bought praise do is another matter and stays too.
// Silent  the same brand without a budget.
// Source  the claim is a figure without a base, so what counts as "hardly any" is ours: a tenth.
#pragma once
#include "study/claims.h"

namespace parley::claims {

inline constexpr int kDraws = 100;

ClaimResult run_lottery(const ClaimSpec& spec, const ClaimsEffort& effort);
int gaining(const ClaimResult& result);   // draws that end measurably above the silent brand
int losing(const ClaimResult& result);    // ... below it

}  // namespace parley::claims
