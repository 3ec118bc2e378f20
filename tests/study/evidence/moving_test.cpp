// An experiment must see the rule it is about: with another number in that rule its row moves.
#include <doctest/doctest.h>

#include "study/evidence/lab.h"

using namespace parley;

namespace {

double row_of(const char* fact, const char* what, const Defaults& defaults) {
    const FactSpec* spec = find_fact(fact);
    REQUIRE(spec);
    const Fact measured = run_fact(*spec, {2000, 2, 2}, 2, defaults);
    for (const FactRow& row : measured.rows)
        if (std::string_view(row.spec.what) == what) return row.measured.mean;
    FAIL("no row ", what);
    return 0;
}

struct Tampered {
    const char *fact, *row;
    double Market::*field;
    double value;
    int moves;  // 1 up, -1 down
};

}  // namespace

TEST_CASE("a row moves with the number that its fact is about") {
    const Tampered cases[] = {
        {"F10", "elasticity of followers' purchases, posts of customers", &Market::weight_good_reviews, 0, -1},
        {"F13", "complaints per failure, answered / unanswered, year 2", &Market::expectation_gain, 0, -1},
        {"F14", "share of the harm that the answer takes away", &Market::observer_relief, 1, 1},
        {"F14", "what is left of that without a human voice", &Market::voiceless_effect, 0.9, 1},
        {"F15", "number of reviews alone, more with replies", &Market::reply_reviews, 0, -1},
        {"F16", "smallest step of liking as more are answered, service", &Market::reply_attitude, 1, 1},
        {"F17", "gain of quality, canned / own words", &Market::canned_loss, 1, -1},
        {"F18", "liking after the reply, more than without a failure", &Market::reply_attitude, 0, -1},
        {"F19", "questions answered in time, at 1 hour", &Market::question_wait_1h, 0.9, -1},
        {"F21", "purchases of those let in, more", &Market::community_lurkers, 1, 1},
        {"F23", "their purchases, more, paid reach", &Market::weight_adstock, 0, -1},
        {"F24", "share of followers who post, share or answer in a week", &Market::post_occasional, 0.8, 1},
        {"F25", "share of people who say nothing in 90 days", &Market::post_lurker, 0.5, -1},
        {"F26", "share of messages that nobody passes on", &Market::share_branching, 0.8, -1},
        {"F28", "variance of log size that is explained beforehand", &Market::share_branching, 0.02, -1},
        {"F33", "share of followers who mute in a year, 1 post a day", &Market::mute_rate, 0.1, 1},
        {"F35", "liking of those whose praise was answered, more", &Market::intrusion, 1, -1},
    };
    for (const Tampered& tampered : cases) {
        CAPTURE(tampered.fact);
        CAPTURE(tampered.row);
        const double usual = row_of(tampered.fact, tampered.row, {});
        const double other = row_of(tampered.fact, tampered.row, [&](Market& m) { m.*tampered.field = tampered.value; });
        CHECK((other - usual) * tampered.moves > 0);
    }
}

TEST_CASE("followers who are pushed change nothing while the brand is silent, to the cent") {
    CHECK(row_of("F22", "sales, more with the likes", {}) == 0);
}
