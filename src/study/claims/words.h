// Words about one result, as text, JSON and page share them.
#pragma once
#include "study/claims.h"

namespace parley::claims {

std::string value_words(std::string_view path, const std::string& value);   // "25", "50 %", "\u20ac100", "Urgent first": as the row of the path is read
std::string change_words(const ClaimPoint& point);        // "+3.2 % (+2.1 to +4.3)"
std::string share_words(double share);                    // "+3.2 %"
std::string turn_words(const ClaimResult& result);        // "reverses at Quality 87 % (86 % to 88 %), 10 points searched"; "" where not searched
std::string capital_of(std::string words);                // its first letter
std::string lottery_words(const ClaimResult& result);      // what the random strategies came to
int count_of(std::span<const ClaimResult> results, Standing standing);
int count_expressed(std::span<const ClaimResult> results);

}  // namespace parley::claims
