// Sources: every citation of the parameter tables is known, and every parameter has one origin.
#include "model/sources.h"

#include <doctest/doctest.h>

#include <array>
#include <cctype>
#include <cstring>
#include <set>
#include <string>

using namespace parley;

namespace {

template <class Use> void for_rows(Use use) {
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& row : table->rows) use(row);
}

}  // namespace

TEST_CASE("whatever the tables cite by year is a known source, written in full") {
    for_rows([&](const ParamSpec& row) {
        for (std::string_view rest(row.source); !rest.empty();) {
            const std::size_t stop = rest.find("; ");
            const std::string part(rest.substr(0, stop));
            rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 2);
            CAPTURE(row.name);
            CAPTURE(part);
            bool year = false;   // a capital letter and a year: an author
            for (std::size_t i = 0; i + 4 <= part.size(); ++i)
                year = year || ((part.substr(i, 2) == "19" || part.substr(i, 2) == "20") && std::isdigit(part[i + 2]) && std::isdigit(part[i + 3]));
            // The articles that are tested are no sources of numbers.
            const bool article = part.find("article") != part.npos || part.find("interview") != part.npos || part.find("column") != part.npos || part.find("comment") != part.npos;
            if (!year || article) continue;
            bool known = false;
            for (const SourceSpec& source : sources()) known = known || part.find(source.name) != part.npos;
            CHECK(known);
        }
    });
    std::set<std::string> names, dois;
    for (const SourceSpec& source : sources()) {
        CAPTURE(source.name);
        CHECK(std::strlen(source.about) > 4);
        CHECK(std::strlen(source.place) > 3);
        CHECK((source.year == 0 || std::string_view(source.name).find("20") == std::string_view::npos ||
               std::string_view(source.name).find(std::to_string(source.year)) != std::string_view::npos));
        const std::string doi = source.doi;   // 10.PUBLISHER/WORK, and of reviewed work only
        CHECK((doi.empty() || (doi.starts_with("10.") && doi.find('/') > 6 && doi.size() > 12 && source.kind == SourceKind::Study)));
        CHECK((doi.empty() || in_full(source).ends_with("doi:" + doi)));
        CHECK(names.insert(source.name).second);
        if (!doi.empty()) CHECK(dois.insert(doi).second);
    }
}

TEST_CASE("a number that its row calls an assumption is never counted as measured, and all origins occur") {
    std::array<int, kOrigins> count{};
    int all = 0;
    for_rows([&](const ParamSpec& row) {
        const Origin origin = origin_of(row);
        ++count[static_cast<std::size_t>(origin)];
        ++all;
        CAPTURE(row.name);
        if (assumed(row)) CHECK((origin == Origin::Leaning || origin == Origin::Assumption));
        if (origin == Origin::Study || origin == Origin::Industry || origin == Origin::Fitted) CHECK_FALSE(sources_of(row).empty());
    });
    int sum = 0;
    for (int n : count) {
        CHECK(n > 0);
        sum += n;
    }
    CHECK(sum == all);
}

TEST_CASE("a number read in a summary only says so, a number that is ours does not") {
    CHECK(std::string(unconfirmed(*kMarketTable.find("peer_half_life"))) != "");
    CHECK(std::string(unconfirmed(*kMarketTable.find("innovation"))) == "");
    CHECK(std::string(unconfirmed(*kMarketTable.find("failure_rate"))) == "");
    for_rows([](const ParamSpec& row) {
        CAPTURE(row.name);
        if (*unconfirmed(row)) CHECK(origin_of(row) != Origin::Assumption);
    });
}

TEST_CASE("origins of rows with known sources") {
    const auto of = [](const char* name) { return origin_of(*kMarketTable.find(name)); };
    CHECK(of("innovation") == Origin::Study);
    CHECK(of("complaint_wait_1h") == Origin::Industry);
    CHECK(of("complaint_wait_30m") == Origin::Leaning);
    CHECK(of("failure_rate") == Origin::Assumption);
    CHECK(of("like_rate") == Origin::Leaning);          // the order alone is published
    CHECK(of("price") == Origin::Setting);
    CHECK(of("discount_rate") == Origin::Setting);
}
