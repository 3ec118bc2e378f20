#include "model/sources.h"

#include <algorithm>
#include <array>

namespace parley {
namespace {

constexpr auto kSources = std::to_array<SourceSpec>({
#define SOURCE(name, kind, authors, year, place, doi, about, unconfirmed) {name, SourceKind::kind, authors, year, place, doi, about, unconfirmed},
#include "model/sources.def"
#undef SOURCE
});

template <class Use> void for_parts(const ParamSpec& row, Use use) {
    for (std::string_view rest(row.source); !rest.empty();) {
        const std::size_t stop = rest.find("; ");
        use(rest.substr(0, stop));
        rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 2);
    }
}

const SourceSpec* cited(std::string_view part) {
    for (const SourceSpec& source : kSources)
        if (part.find(source.name) != std::string_view::npos) return &source;
    return nullptr;
}

// The part gives no size.
bool without_size(std::string_view part) {
    constexpr const char* kWords[] = {"(sign", "(order", "(direction", "(shape", "(moderator", "(mechanism", "(ladder", "(level"};
    return std::any_of(std::begin(kWords), std::end(kWords), [&](const char* word) { return part.find(word) != std::string_view::npos; });
}

}  // namespace

std::span<const SourceSpec> sources() { return kSources; }

std::vector<const SourceSpec*> sources_of(const ParamSpec& row) {
    std::vector<const SourceSpec*> out;
    for_parts(row, [&](std::string_view part) {
        if (const SourceSpec* source = cited(part); source && std::find(out.begin(), out.end(), source) == out.end()) out.push_back(source);
    });
    return out;
}

std::string in_full(const SourceSpec& source) {
    std::string out = source.authors;
    if (source.year) out += ' ' + std::to_string(source.year);
    out += std::string(", ") + source.place;
    if (*source.doi) out += std::string(", doi:") + source.doi;
    return out;
}

const char* grade_word(Origin origin) {
    constexpr const char* kWords[kOrigins] = {"measured", "fitted", "survey", "assumption, direction known", "assumption", "setting"};
    return kWords[static_cast<int>(origin)];
}

const char* unconfirmed(const ParamSpec& row) {
    const char* what = "";
    for_parts(row, [&](std::string_view part) {
        const SourceSpec* source = cited(part);
        if (source && !without_size(part) && !*what) what = source->unconfirmed;
    });
    return what;
}

Origin origin_of(const ParamSpec& row) {
    bool setting = false, ours = false, fitted = false, sized = false;
    const SourceSpec* first = nullptr;
    for_parts(row, [&](std::string_view part) {
        setting = setting || part == "set by the scenario" || part == "convention";
        ours = ours || part == "A" || part.starts_with("A (");
        const SourceSpec* source = cited(part);
        if (!source) return;
        if (!first) first = source;
        fitted = fitted || part.starts_with("fitted to ");
        sized = sized || !without_size(part);
    });
    if (setting) return Origin::Setting;
    if (!first) return Origin::Assumption;
    if (ours || !sized) return Origin::Leaning;
    if (fitted) return Origin::Fitted;
    return first->kind == SourceKind::Study ? Origin::Study : Origin::Industry;
}

}  // namespace parley
