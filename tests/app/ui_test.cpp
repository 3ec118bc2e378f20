#include "app/ui.h"

#include <doctest/doctest.h>

using namespace parley;

TEST_CASE("a click on a twin is answered once, by its own control") {
    Ui ui;
    ui.push({"play", true, 0});
    ui.begin_frame();
    CHECK_FALSE(ui.clicked("pause"));
    CHECK(ui.clicked("play"));
    CHECK_FALSE(ui.clicked("play"));
}

TEST_CASE("of several slider values the newest counts") {
    Ui ui;
    for (const double value : {10.0, 20.0, 30.0}) ui.push({"lever.0.talk", false, value});
    ui.begin_frame();
    double value = 0;
    CHECK(ui.changed("lever.0.talk", value));
    CHECK(value == 30);
    CHECK_FALSE(ui.changed("lever.0.talk", value));
}

TEST_CASE("an event nobody answers is forgotten") {
    Ui ui;
    ui.push({"gone", true, 0});
    for (int frame = 0; frame < 3; ++frame) ui.begin_frame();
    CHECK_FALSE(ui.clicked("gone"));
}

TEST_CASE("the list says what the page needs, and no more") {
    Ui ui;
    ui.begin_frame();
    Widget lever;
    lever.id = "lever.0.talk";
    lever.role = Role::Slider;
    lever.name = "Broadcast: \"Talk\"";
    lever.now = 40;
    lever.max = 100;
    lever.step = 1;
    lever.x = 10.4f;
    lever.w = 200;
    ui.add(lever);
    CHECK(ui.json() == R"([{"id":"lever.0.talk","role":"slider","name":"Broadcast: \"Talk\"","now":40,"min":0,"max":100,"step":1,"at":[10,0,200,0]}])");
    ui.begin_frame();
    CHECK(ui.json() == "[]");
}
