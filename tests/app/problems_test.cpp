#include <doctest/doctest.h>

#include "app/session/link.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("whatever was refused is told in its own words, and fits") {
    const struct {
        Refused refused;
        const char* title;
    } kinds[] = {{Refused::File, "problems.title.one"},
                 {Refused::Address, "problems.title.one"},
                 {Refused::Link, "link.problems.title"},
                 {Refused::Work, "keep.problems.title"}};
    for (const Size& size : kSizes)
        for (const auto& kind : kinds) {
            CAPTURE(size_name(size));
            Page page(size);
            page.frame();
            page.memory().record_texts = true;
            page.state.problems = read_link("1 00000000\nshipped 02_leaders_megaphone\nset a 3\n").problems;
            page.state.problem_file = "mine.json";
            page.state.refused = kind.refused;
            page.state.panel = Panel::Problems;
            page.frames(3);
            check_widgets(page, size);
            check_texts(page.memory().texts, size);
            const Widget* table = page.find("problems.table");
            REQUIRE(table);
            CHECK(table->name == tr(kind.title, {{"file", "mine.json"}, {"n", "1"}}));
            CHECK(table->value.find(page.state.problems[0].message) != std::string::npos);
        }
}
