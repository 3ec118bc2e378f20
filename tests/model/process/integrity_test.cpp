#include <doctest/doctest.h>

#include "support/twins.h"

using namespace parley;
using namespace parley::support;

TEST_CASE("nobody sees through a voice that is no warmer than the house") {
    SmallTown town = talking_town();
    town.strategy.human_voice = 0.6;
    town.brand.culture = 0.6;
    CHECK(total(town, Observable::seen_through, 182) == 0);
    town.strategy.human_voice = 0.9;
    CHECK(total(town, Observable::seen_through, 182) > 5);
}

TEST_CASE("a warm voice in a cold house costs trust, in a warm one it earns some") {
    SmallTown cold = talking_town();
    cold.strategy.human_voice = 0.9;
    SmallTown warm = cold;
    cold.brand.culture = 0.2;
    warm.brand.culture = 0.9;
    CHECK(after(cold, Observable::trust, 364) < after(warm, Observable::trust, 364));
}

TEST_CASE("each person sees through the brand at most once") {
    SmallTown town = talking_town();
    town.strategy.human_voice = 1;
    town.brand.culture = 0;
    town.market.gap_detection = 5;
    LiveArm arm(town);
    const auto seen = static_cast<double>(arm.total(Observable::seen_through, 364));
    double flagged = 0;
    for (const std::uint8_t flags : arm.world.minds.flags) flagged += (flags & kSawThrough) != 0;
    CHECK(seen <= flagged);  // the status quo may have begun it
    CHECK(seen > 0);
}

TEST_CASE("what comes out hurts the less the more the brand has shown") {
    double trust[3];
    for (int k = 0; k < 3; ++k) {
        SmallTown town;
        town.strategy.transparency = 0.5 * k;
        LiveArm arm(town);
        arm.model.phases.push_back(arm.model.phases[0]);
        arm.model.rates.push_back(arm.model.rates[0]);
        arm.model.phases[1].from_day = arm.world.day + 1;
        arm.model.phases[1].happenings = 1u << static_cast<unsigned>(What::scandal_breaks);
        arm.run(1);
        CHECK(arm.world.record[Observable::scandals] == 1);
        trust[k] = static_cast<double>(arm.world.record[Observable::trust]);
    }
    CHECK(trust[0] < trust[1]);
    CHECK(trust[1] < trust[2]);
    SmallTown quiet;
    LiveArm arm(quiet);
    arm.run(1);
    CHECK(trust[2] == static_cast<double>(arm.world.record[Observable::trust]));  // nothing was hidden: nothing is lost
}

TEST_CASE("if nothing ever comes out, transparency changes only what others can see of complaints") {
    SmallTown shut = talking_town(), open = shut;
    shut.strategy.transparency = 0;
    open.strategy.transparency = 1;
    CHECK(total(shut, Observable::complaints, 90) > 0);
    CHECK(total(shut, Observable::public_complaints, 182) < total(open, Observable::public_complaints, 182));
}

TEST_CASE("bought praise raises what a dashboard counts; once found out it costs trust") {
    SmallTown honest, bought;
    bought.strategy.bought_posts = 3;
    bought.market.fake_detection = 0;
    CHECK(total(bought, Observable::mentions, 182) >= total(honest, Observable::mentions, 182) + 3 * 180);
    SmallTown found = bought;
    found.market.fake_detection = 0.02;
    CHECK(after(found, Observable::trust, 364) < after(bought, Observable::trust, 364));
}

TEST_CASE("more voices make more gaffes") {
    SmallTown few, many;
    few.market.gaffe_rate = many.market.gaffe_rate = 0.002;
    few.strategy.voices = 1;
    many.strategy.voices = 40;
    CHECK(total(few, Observable::scandals, 364) < total(many, Observable::scandals, 364));
}
