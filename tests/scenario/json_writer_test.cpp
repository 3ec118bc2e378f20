#include "scenario/json_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

#include "model/rng.h"

using namespace parley;

TEST_CASE("a number is written as short as it can be read back") {
    CHECK(number_text(0) == "0");
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(5000) == "5000");
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(-2.5) == "-2.5");
    CHECK(number_text(0.00002) == "0.00002");
    CHECK(number_text(1e15) == "1000000000000000");
    CHECK(number_text(1e21) == "1e21");
    CHECK(number_text(1.5e-9) == "1.5e-9");
    CHECK(number_text(1.0 / 3) == "0.3333333333333333");
    CHECK(number_text(4294967295.0) == "4294967295");
}

TEST_CASE("any number reads back to the same bits") {
    for (std::uint64_t i = 1; i <= 20000; ++i) {
        const std::uint64_t bits = mix64(i);
        double value;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        CAPTURE(number_text(value));
        REQUIRE(std::strtod(number_text(value).c_str(), nullptr) == value);
    }
}

TEST_CASE("what is not a number is written as null") {
    CHECK(number_text(std::numeric_limits<double>::quiet_NaN()) == "null");
    CHECK(number_text(-std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("texts are escaped") {
    CHECK(json_text("a\"b\\c\n\x01\xc3\xa9") == "\"a\\\"b\\\\c\\n\\u0001\xc3\xa9\"");
    CHECK(nlohmann::json::parse(json_text(std::string("\0\x1f\t", 3))) == std::string("\0\x1f\t", 3));
}

TEST_CASE("objects and lists are laid out in lines, on one line, or without blanks") {
    const auto fill = [](JsonWriter out) {
        out.begin_object().member("a", 1).key("b").begin_array(JsonWriter::Layout::Line).value(0.5).value("x").end_array();
        out.key("c").begin_object().end_object().key("d").begin_object(JsonWriter::Layout::Line).member("e", true).end_object();
        return out.key("f").null().end_object().take();
    };
    CHECK(fill(JsonWriter()) ==
          "{\n  \"a\": 1,\n  \"b\": [0.5, \"x\"],\n  \"c\": {},\n  \"d\": { \"e\": true },\n  \"f\": null\n}\n");
    CHECK(fill(JsonWriter(0)) == "{\"a\":1,\"b\":[0.5,\"x\"],\"c\":{},\"d\":{\"e\":true},\"f\":null}");
}
