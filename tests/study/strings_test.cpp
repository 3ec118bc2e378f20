#include "study/strings.h"

#include <doctest/doctest.h>

using namespace parley;

TEST_CASE("a missing text shows its key") {
    CHECK(tr("no.such.key") == "no.such.key");
    CHECK_FALSE(has_text("no.such.key"));
}

TEST_CASE("holes in a text are filled, those without a value stay") {
    CHECK(tr("{a} of {b}, {a} {c}", {{"a", "46"}, {"b", "50"}}) == "46 of 50, 46 {c}");
    CHECK(tr("{a}", {{"a", "{a}"}}) == "{a}");
}

TEST_CASE("numbers read as people write them") {
    CHECK(number(0) == "0");
    CHECK(number(1234567) == "1\u202f234\u202f567");
    CHECK(number(-1234.5, 1) == "\u22121\u202f234.5");
    CHECK(number(-0.2) == "0");
    CHECK(number(1.0 / 0.0) == "–");
    CHECK(signed_number(3.25, 1) == "+3.2");
    CHECK(signed_number(0.01, 1) == "0.0");
    CHECK(signed_number(-3) == "\u22123");
    CHECK(percent(0.12) == "12\u202f%");
    CHECK(money(31, "€") == "€\u202f31.0");
    CHECK(money(1234, "€") == "€\u202f1\u202f234");
    CHECK(money(25800, "€") == "€\u202f25.8k");
    CHECK(money(1220000, "€") == "€\u202f1.22m");
    CHECK(money(-130000, "$") == "\u2212$\u202f130k");
    CHECK(money(-0.001, "$") == "$\u202f0.0");
}
