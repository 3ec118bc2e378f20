#include "scenario/nearest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace parley;

TEST_CASE("a slip of the finger costs one") {
    CHECK(edit_distance("talk", "talk") == 0);
    CHECK(edit_distance("talk", "TALK") == 0);
    CHECK(edit_distance("talk", "tak") == 1);
    CHECK(edit_distance("talk", "talks") == 1);
    CHECK(edit_distance("talk", "tolk") == 1);
    CHECK(edit_distance("talk", "tlak") == 1);
    CHECK(edit_distance("", "talk") == 4);
}

TEST_CASE("the nearest name is offered only when it is near") {
    const std::vector<std::string_view> names{"customers", "price", "base_delay", "margin"};
    CHECK(nearest_name("custmers", names) == "customers");
    CHECK(nearest_name("delay", names) == "base_delay");
    CHECK(nearest_name("xyzzy", names).empty());
    CHECK(nearest_name("", names).empty());
    CHECK(nearest_name(std::string(100000, 'p'), names).empty());
    CHECK(nearest_name("price", std::span<const std::string_view>()).empty());
    CHECK(closest_name("xrgin", names) == "margin");
}
