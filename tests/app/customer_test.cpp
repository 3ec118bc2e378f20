// Ask why: the panel about one customer, driven without a window.
#include "app/views/customer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/platform/town_renderer.h"
#include "support/page.h"

using namespace parley;
using namespace parley::support;

namespace {

// The panel, and its answer.
void open_panel(Page& page) {
    page.live_worlds(1);
    page.go_to(56);
    page.frames(2);
    page.click("why.ask");
    REQUIRE(page.state.panel == Panel::Customer);
    for (int n = 0; n < 500 && page.session.asking(); ++n) page.session.update(0.01, 50);
    REQUIRE(page.session.answer() != nullptr);
    page.frames(2);
}

void find_out(Page& page) {
    for (int n = 0; n < 500 && page.session.asking(); ++n) page.session.update(0.01, 50);
    REQUIRE_FALSE(page.session.asking());
    page.frames(2);
}

// A customer of the busy town whom many things happened to.
std::uint32_t busy_customer(Page& page) {
    const Traits& traits = page.session.town().people().traits;
    std::uint32_t best = 0;
    for (std::uint32_t i = 0; i < page.session.town().people().size; ++i)
        if (traits.appetite[i] * traits.viewing[i] > traits.appetite[best] * traits.viewing[best]) best = i;
    return best;
}

}  // namespace

TEST_CASE("the button opens the panel on a customer whose two lives went apart, and Esc's other hand, the close button, closes it") {
    Page page;
    open_panel(page);
    const Explanation& e = *page.session.answer();
    REQUIRE(e.lives.size() == 2);
    CHECK(e.lives[0].last_rung != e.lives[1].last_rung);
    REQUIRE(page.find("why.who") != nullptr);
    CHECK(page.find("why.who")->role == Role::Heading);
    CHECK(page.find("why.steps.0")->role == Role::Table);
    CHECK(page.find("why.life.1")->role == Role::Image);
    page.click("dialog.close");
    CHECK(page.state.panel == Panel::None);
    CHECK_FALSE(page.session.asked());
}

TEST_CASE("the printed shares of every step add up to 100, luck is called luck, and the table says the same") {
    Page page;
    open_panel(page);
    int steps = 0, lucky = 0;
    for (std::uint32_t customer = 0; customer < 1500; customer += 60) {
        page.session.ask(customer);
        find_out(page);
        for (const Life& life : page.session.answer()->lives) {
            std::string table = steps_table(life);
            CHECK(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) == life.steps.size() + 1);
            for (const ExplainedStep& step : life.steps) {
                double sum = 0;
                const std::vector<PrintedShare> printed = printed_shares(step.causes);
                for (std::size_t k = 0; k + 1 < printed.size(); ++k) CHECK(printed[k].tone != PrintedShare::Luck);   // luck is last
                for (const PrintedShare& share : printed) {
                    sum += share.percent;
                    lucky += share.tone == PrintedShare::Luck;
                    CHECK(share.percent == std::round(share.percent));
                    CHECK(table.find(share.label) != std::string::npos);
                }
                CHECK(sum == 100);
                ++steps;
            }
        }
    }
    CHECK(steps > 20);
    CHECK(lucky > 10);
}

TEST_CASE("every mark of a timeline is an event of the trace: their counts are equal") {
    Page page;
    open_panel(page);
    page.session.ask(busy_customer(page));
    find_out(page);
    const Explanation& e = *page.session.answer();
    for (std::size_t a = 0; a < 2; ++a) {
        const auto& drawn = page.memory().customer.drawn[a];
        auto of = [&](Sign sign) { return drawn[static_cast<std::size_t>(sign)]; };
        auto counted = [&](Trace::Kind kind) {
            const auto& all = e.lives[a].trace.received;
            return std::count_if(all.begin(), all.end(), [&](const Trace::Received& r) { return r.kind == kind; });
        };
        CHECK(of(Sign::Ads) == counted(Trace::Ads));
        CHECK(of(Sign::Post) == counted(Trace::Posts));
        CHECK(of(Sign::Praise) + of(Sign::Blame) == counted(Trace::Heard));
        CHECK(of(Sign::SawComplaint) == counted(Trace::SawComplaint));
        CHECK(of(Sign::InTime) == counted(Trace::Reply));
        CHECK(of(Sign::Late) == counted(Trace::LateReply));
        CHECK(of(Sign::None) == counted(Trace::NoReply));
        CHECK(of(Sign::Unasked) == counted(Trace::UnaskedReply));
        CHECK(of(Sign::Asked) == counted(Trace::Asked));
        CHECK(of(Sign::Complained) == counted(Trace::Complained));
        CHECK(of(Sign::Failed) == counted(Trace::Failed));
        CHECK(of(Sign::Empty) == counted(Trace::EmptyShelf));
        CHECK(of(Sign::Bought) == e.lives[a].purchases);
        CHECK(of(Sign::Ads) + of(Sign::Post) > 0);
    }
}

TEST_CASE("a message is selected, left out, and put back") {
    Page page;
    open_panel(page);
    page.session.ask(busy_customer(page));
    find_out(page);
    page.state.customer_tab = 1;
    page.frames(2);
    const std::uint32_t customer = *page.session.asked();
    const std::vector<MessageRow> rows = messages_of(page.session.scenario(), page.session.answer()->lives[1], customer);
    REQUIRE_FALSE(rows.empty());
    CHECK(std::is_sorted(rows.begin(), rows.end(), [](const MessageRow& a, const MessageRow& b) { return a.share != b.share ? a.share > b.share : a.day > b.day; }));
    std::set<std::string> lines;   // identical lines of a week are one
    for (const MessageRow& row : rows) CHECK(lines.insert(std::to_string((row.day + 6) / 7) + row.words).second);
    for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 40); ++i) CHECK(page.find("why.message.1." + rows[i].word) != nullptr);

    page.click("why.message.1." + rows[0].word);
    REQUIRE(page.memory().customer.word == rows[0].word);
    CHECK(page.find("why.message.1." + rows[0].word)->pressed);
    REQUIRE(page.find("why.weight"));   // said before the click
    CHECK(page.find("why.weight")->name.find(weight_words(page.session.answer()->lives[1], rows[0].share, rows[0].step)) != std::string::npos);
    page.click("why.without");
    find_out(page);
    const Explanation& e = *page.session.answer();
    CHECK(e.without == rows[0].word);
    REQUIRE(e.instead.size() == 2);
    REQUIRE(page.find("why.without.answer") != nullptr);
    std::string told = page.find("why.without.answer")->name;
    for (std::size_t a = 0; a < 2; ++a) CHECK(told.find(change_words(e.lives[a], e.instead[a])) != std::string::npos);
    page.click("why.without");
    find_out(page);
    CHECK(page.session.answer()->instead.empty());
    CHECK(page.find("why.without") == nullptr);
}

TEST_CASE("previous, next and the number walk through the town; another finds lives that went apart") {
    Page page;
    open_panel(page);
    page.session.ask(0);
    find_out(page);
    page.click("why.previous");
    CHECK(page.session.asked() == 1499u);
    page.click("why.next");
    CHECK(page.session.asked() == 0u);
    page.ui.push({"why.number", false, 77});
    page.frame();
    CHECK(page.session.asked() == 77u);
    page.click("why.another");
    const auto found = *page.session.asked();
    CHECK(page.session.town().world(0).minds.rung[found] != page.session.town().world(1).minds.rung[found]);
}

TEST_CASE("a click on a dot asks about the customer who sits there, and hovering marks the seat in both towns") {
    Page page;
    page.live_worlds(1);
    page.go_to(30);
    page.frames(2);
    for (int slot : {0, 1}) {
        const TownPicture& picture = town_picture(slot);
        const std::uint32_t customer = 321;
        const Seat seat = picture.seats->of[customer];
        page.mouse(picture.x + picture.w / 2 + seat.x * picture.h / 2, picture.y + picture.h / 2 + seat.y * picture.h / 2);
        page.frames(3);
        CHECK(page.memory().town.hovered == static_cast<int>(customer));
        page.button(true);
        page.frames(2);
        page.button(false);
        page.frames(2);
        CHECK(page.state.panel == Panel::Customer);
        CHECK(page.session.asked() == customer);
        page.click("dialog.close");
    }
}

TEST_CASE("an edit renews the answer, another scenario forgets the question") {
    Page page;
    open_panel(page);
    const std::uint32_t customer = *page.session.asked();
    page.session.set_lever(0, *kStrategyTable.find("talk"), 10);
    CHECK(page.session.answer() == nullptr);
    CHECK(page.session.asking());
    page.frames(2);
    CHECK(page.find("why.waiting") != nullptr);
    for (int n = 0; n < 2000 && page.session.asking(); ++n) page.session.update(0.01, 50);
    REQUIRE(page.session.answer() != nullptr);
    const Explanation direct = explain(page.session.scenario(), 0, customer);
    for (std::size_t a = 0; a < 2; ++a) CHECK(steps_table(page.session.answer()->lives[a]) == steps_table(direct.lives[a]));
    REQUIRE(page.session.load(kBusy).empty());
    CHECK_FALSE(page.session.asked());
    CHECK(page.session.answer() == nullptr);
    page.session.ask(1u << 30);
    CHECK_FALSE(page.session.asked());
}

TEST_CASE("in the windows of the design nothing of the panel leaves it, no text stands on another, whatever list is in front") {
    for (Size size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3], Size{390, 844, true}, Size{1024, 600, false}}) {
        CAPTURE(size_name(size));
        Page page(size);
        open_panel(page);
        page.session.ask(busy_customer(page));
        find_out(page);
        page.memory().record_texts = true;
        for (int tab = 0; tab < 3; ++tab) {
            CAPTURE(tab);
            page.state.customer_tab = tab;
            page.memory().customer.word = "";
            for (int k = 0; k < 2; ++k) {
                page.frames(2);
                check_widgets(page, size.width < 600 || size.height < 700 ? Size{size.width, 1e9f, true} : size);  // where the page behind scrolls
                check_texts(page.memory().texts, size);
                const auto rows = messages_of(page.session.scenario(), page.session.answer()->lives[0], *page.session.asked());
                REQUIRE_FALSE(rows.empty());
                page.memory().customer.word = rows.back().word, page.memory().customer.arm = 0;
                if (k == 0) page.session.ask(*page.session.asked(), rows.back().word), find_out(page);
            }
        }
    }
}
