// Nearest name: what someone probably meant by a word that does not exist.
//
// Math    optimal string alignment (Damerau 1964, Levenshtein 1966): insert, delete, replace, swap neighbours cost 1 each;
//         capitals do not matter.   Cost  O(length squared) per name; words past 100 bytes have no nearest name.
#pragma once
#include <span>
#include <string_view>

namespace parley {

int edit_distance(std::string_view a, std::string_view b);

// The name at the smallest distance; the first of several.  Empty only without names.
std::string_view closest_name(std::string_view word, std::span<const std::string_view> names);

// The same, but empty when nothing is near: more than a third of the letters differ and neither is part of the other.
std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names);

}  // namespace parley
