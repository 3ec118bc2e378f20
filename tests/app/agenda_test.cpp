#include "app/session/agenda.h"

#include <doctest/doctest.h>

#include <numeric>
#include <string>

#include "study/strings.h"
#include "scenario/library.h"

using namespace parley;

namespace {

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// A session in which each block takes so many times its plan.
struct Talk {
    Agenda agenda;
    double now = 1000;

    explicit Talk(Form form = Form::Full) {
        agenda.tell(now);
        agenda.start(form);
        agenda.tell(now);
    }
    void minutes(double m) { agenda.tell(now += 60 * m); }
    double plan(std::size_t block) const {
        return 60.0 * agenda.blocks()[block].minutes[static_cast<std::size_t>(agenda.form())];
    }
};

}  // namespace

TEST_CASE("the full form is seven blocks of 90 minutes with 30 of debrief, the short one 45 with 20, half a day 221 with 60") {
    CHECK(agenda_blocks(Form::Full).size() == 7);
    CHECK(planned_seconds(Form::Full) == 90 * 60);
    CHECK(kept_seconds(Form::Full) == 30 * 60);
    CHECK(planned_seconds(Form::Short) == 45 * 60);
    CHECK(kept_seconds(Form::Short) == 20 * 60);
    CHECK(planned_seconds(Form::Long) == 221 * 60);
    CHECK(kept_seconds(Form::Long) == 60 * 60);
    CHECK(agenda_blocks(Form::Long).size() == 14);
}

TEST_CASE("every block and step has its words, and opens a scenario that is there") {
    for (const Form form : {Form::Full, Form::Short, Form::Long})
        for (const Block& block : agenda_blocks(form)) {
            CAPTURE(block.id);
            CHECK(block.minutes[static_cast<std::size_t>(form)] > 0);
            for (const char* part : {".title", ".shows", ".note", ".room"}) CHECK(has_text("agenda." + std::string(block.id) + part));
            CHECK_FALSE(block.steps.empty());
            for (const Step& step : block.steps) {
                CAPTURE(step.text);
                CHECK(has_text(step.text));
                if (step.scenario) CHECK(shipped_scenario(step.scenario).has_value());
            }
        }
}

TEST_CASE("however long blocks take, lengths add up to the session and the debrief keeps its minutes") {
    for (const Form form : {Form::Full, Form::Short, Form::Long})
        for (const double pace : {0.2, 0.8, 1.0, 1.2, 1.5, 2.0, 4.0}) {
            CAPTURE(pace);
            Talk talk(form);
            Agenda& a = talk.agenda;
            const std::size_t last = a.blocks().size() - 1;
            for (std::size_t block = 0; block < last; ++block) {
                const double wanted = talk.plan(block) * pace / 60;
                for (int part = 0; part < 4; ++part) {
                    talk.minutes(wanted / 4);
                    const std::vector<double> lengths = a.lengths();
                    CHECK(sum(lengths) == doctest::Approx(a.total() + a.late()));
                    CHECK(a.late() >= -1e-6);
                    CHECK(lengths[last] >= kept_seconds(form) - 1e-6);
                    for (std::size_t i = 0; i < lengths.size(); ++i) CHECK(lengths[i] >= a.elapsed(i) - 1e-9);
                    if (a.late() > 1e-6)
                        for (std::size_t i = a.at() + 1; i < last; ++i) CHECK(lengths[i] == doctest::Approx(0));
                }
                CHECK(a.next());
            }
            CHECK(a.left() >= kept_seconds(form) - 1e-6);
            CHECK_FALSE(a.next());
            if (pace <= 1) CHECK(a.late() == doctest::Approx(0));
        }
}

TEST_CASE("on plan nothing moves; time saved goes to the debrief; time lost is shared by the blocks ahead of it") {
    Talk on_plan;
    for (std::size_t block = 0; block + 1 < on_plan.agenda.blocks().size(); ++block) {
        const std::vector<double> lengths = on_plan.agenda.lengths();
        for (std::size_t i = 0; i < lengths.size(); ++i) CHECK(lengths[i] == doctest::Approx(on_plan.plan(i)));
        CHECK_FALSE(on_plan.agenda.squeeze().has_value());
        on_plan.minutes(on_plan.plan(block) / 60);
        on_plan.agenda.next();
    }

    Talk quick;
    quick.minutes(2);
    quick.agenda.next();
    CHECK(quick.agenda.lengths().back() == doctest::Approx(33 * 60));
    CHECK(quick.agenda.left() == doctest::Approx(8 * 60));

    Talk slow;
    slow.minutes(5 + 11);
    slow.agenda.next();
    const std::vector<double> lengths = slow.agenda.lengths();
    CHECK(lengths.back() == doctest::Approx(30 * 60));
    for (std::size_t i = 1; i < 6; ++i) CHECK(lengths[i] == doctest::Approx(slow.plan(i) * 44 / 55));
    REQUIRE(slow.agenda.squeeze().has_value());
    CHECK(slow.agenda.squeeze()->needs == doctest::Approx(55 * 60));
    CHECK(slow.agenda.squeeze()->has == doctest::Approx(44 * 60));
}

TEST_CASE("only the facilitator lets the plan eat into the debrief") {
    Talk talk;
    talk.minutes(5 + 30);
    CHECK(talk.agenda.lengths().back() == doctest::Approx(30 * 60));
    talk.agenda.release_debrief(true);
    CHECK(talk.agenda.lengths().back() < 30 * 60 - 1);
    CHECK(sum(talk.agenda.lengths()) == doctest::Approx(talk.agenda.total()));
    talk.agenda.release_debrief(false);
    CHECK(talk.agenda.lengths().back() == doctest::Approx(30 * 60));
}

TEST_CASE("a pause changes nothing but the end; taking it back shortens the blocks ahead, never the debrief") {
    Talk talk;
    talk.minutes(3);
    const std::vector<double> before = talk.agenda.lengths();
    const double left = talk.agenda.left(), total_left = talk.agenda.total_left();
    talk.agenda.pause();
    talk.minutes(10);
    CHECK(talk.agenda.lengths() == before);
    CHECK(talk.agenda.left() == left);
    talk.agenda.resume();
    talk.minutes(0);
    CHECK(talk.agenda.lengths() == before);
    CHECK(talk.agenda.total_left() == total_left);
    CHECK(talk.agenda.owed() == doctest::Approx(600));

    talk.agenda.take_back();
    CHECK(talk.agenda.owed() == 0);
    CHECK(talk.agenda.total() == doctest::Approx(80 * 60));
    CHECK(sum(talk.agenda.lengths()) == doctest::Approx(80 * 60));
    CHECK(talk.agenda.lengths().back() == doctest::Approx(30 * 60));
}

TEST_CASE("a clock that goes backwards takes nothing away") {
    Talk talk;
    talk.minutes(2);
    talk.agenda.tell(5);
    CHECK(talk.agenda.elapsed(0) == doctest::Approx(120));
    talk.agenda.tell(65);
    CHECK(talk.agenda.elapsed(0) == doctest::Approx(180));
    // Two tellers whose clocks differ by a little do not count it twice.
    for (int n = 0; n < 100; ++n) {
        talk.agenda.tell(66 + 0.1 * n);
        talk.agenda.tell(66 + 0.1 * n - 0.05);
    }
    CHECK(talk.agenda.elapsed(0) == doctest::Approx(180 + 10.9));
}

TEST_CASE("the clicker walks every step of every block, forwards and back, and nothing opens by itself") {
    Talk talk;
    Agenda& a = talk.agenda;
    int steps = 0, presses = 0, planned = 0;
    for (const Block& block : a.blocks()) planned += static_cast<int>(block.steps.size());
    while (a.coming() || a.at() + 1 < a.blocks().size()) {
        steps += a.next_step() != nullptr;
        ++presses;
        REQUIRE(presses < 200);
    }
    CHECK(steps == planned);
    CHECK(presses == planned + 6);
    CHECK(a.next_step() == nullptr);
    for (int press = 0; press < 200 && (a.at() > 0 || a.steps_done() > 0); ++press) a.back_step();
    CHECK(a.at() == 0);
    CHECK(a.steps_done() == 0);
    CHECK(a.back_step() == nullptr);

    Talk waiting;
    waiting.minutes(40);  // nobody pressed anything
    CHECK(waiting.agenda.at() == 0);
    CHECK(waiting.agenda.steps_done() == 0);
    CHECK(waiting.agenda.left() == doctest::Approx(-35 * 60));
}

TEST_CASE("going back gives a block what is left of its plan, and the sum still holds") {
    Talk talk;
    talk.minutes(4);
    talk.agenda.next();
    talk.minutes(2);
    CHECK(talk.agenda.back());
    CHECK(talk.agenda.left() == doctest::Approx(60));
    CHECK(sum(talk.agenda.lengths()) == doctest::Approx(90 * 60));
    CHECK_FALSE(talk.agenda.back());
    CHECK_FALSE(talk.agenda.go(7));
    CHECK(talk.agenda.go(6));
    CHECK(talk.agenda.left() == doctest::Approx(84 * 60));
}

TEST_CASE("a session comes back after a reload as it was, paused; a damaged line changes nothing") {
    Talk talk;
    talk.minutes(9);
    talk.agenda.next();
    talk.agenda.next_step();
    talk.minutes(1.5);
    const std::string line = talk.agenda.saved();
    Agenda back;
    REQUIRE(back.restore(line));
    CHECK(back.paused());
    CHECK(back.at() == 1);
    CHECK(back.steps_done() == 1);
    CHECK(back.saved() == line);
    CHECK(back.left() == doctest::Approx(talk.agenda.left()).epsilon(0.001));
    for (const std::string& bad : {std::string(), std::string("1"), std::string("1 0 9 0 0 1 1 1 0 0 0 0 0 0 0"), line + " 3",
                                   std::string("nan"), line.substr(0, line.size() / 2), std::string("1 7") + line.substr(3)}) {
        CAPTURE(bad);
        CHECK_FALSE(back.restore(bad));
        CHECK(back.saved() == line);
    }
    CHECK(back.restore(Agenda{}.saved()));
    CHECK_FALSE(back.on());
}

TEST_CASE("the clock reads minutes and seconds") {
    CHECK(clock_text(0) == "00:00");
    CHECK(clock_text(460) == "07:40");
    CHECK(clock_text(0.2) == "00:01");
    CHECK(clock_text(-70) == "\u221201:10");
    CHECK(clock_text(6000) == "100:00");
}
