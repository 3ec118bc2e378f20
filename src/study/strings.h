// Visible text: every sentence on the page comes from assets/strings/LANGUAGE.json (embedded) or the parameter tables.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace parley {

// The text of a key; a missing key shows itself (a test looks for such keys).
const std::string& tr(std::string_view key);
bool has_text(std::string_view key);
// With {name} replaced.
std::string tr(std::string_view key, std::initializer_list<std::pair<std::string_view, std::string>> values);

// Numbers as people read them: thousands by a thin space, k and m for large money, percent, currency sign in front.
std::string number(double value, int decimals = 0);
std::string signed_number(double value, int decimals = 0);
std::string money(double value, std::string_view sign);        // € 1.22m, € 31.0
std::string percent(double share, int decimals = 0);           // 12 %

}  // namespace parley
