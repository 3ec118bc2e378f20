#include "scenario/nearest.h"

#include <algorithm>
#include <vector>

namespace parley {
namespace {

constexpr std::size_t kLongestWord = 100;  // bytes

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool contains(std::string_view whole, std::string_view part) { return part.size() >= 4 && whole.find(part) != whole.npos; }

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
    // Three rows of the table: two letters back (for swaps), one back, and the one being filled.
    std::vector<int> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + !same});
            const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::string_view closest_name(std::string_view word, std::span<const std::string_view> names) {
    word = word.substr(0, kLongestWord);
    std::string_view best;
    int best_distance = 0;
    for (std::string_view name : names) {
        const int distance = edit_distance(word, name);
        if (best.empty() || distance < best_distance) best = name, best_distance = distance;
    }
    return best;
}

std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names) {
    if (word.empty() || word.size() > kLongestWord) return {};
    const std::string_view best = closest_name(word, names);
    const std::size_t letters = std::max(word.size(), best.size());
    if (edit_distance(word, best) <= static_cast<int>(std::max<std::size_t>(letters / 3, 1))) return best;

    // A part of a name, or a name with something added: the one closest in length.
    std::string_view part;
    for (std::string_view name : names) {
        if (!contains(name, word) && !contains(word, name)) continue;
        if (part.empty() || edit_distance(word, name) < edit_distance(word, part)) part = name;
    }
    return part;
}

}  // namespace parley
