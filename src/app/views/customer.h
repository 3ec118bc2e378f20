// The pieces of the panel about one customer (customer.cpp): the timeline of a life, and the lists beside it.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "app/views/memory.h"
#include "app/widgets/paint.h"
#include "study/explain.h"

namespace parley {

// What a timeline marks.  Each is counted as drawn (memory.customer.drawn) and equals the trace (tests/app/customer_test.cpp).
enum class Sign { Ads, Post, Praise, Blame, SawComplaint, InTime, Late, None, Unasked, Asked, Complained, Bought, Failed, Empty, count };
inline constexpr std::size_t kSigns = static_cast<std::size_t>(Sign::count);
const char* sign_words(Sign sign);             // key of the strings
int sign_of(const Trace::Received& event);     // -1: not on the timeline
void draw_sign(Paint& p, Sign sign, float x, float y, float size, const ArmColours& arm);

const char* rung_words(int rung);              // key of the strings
float rung_dots(Paint& p, int rung, float x, float middle, std::size_t arm);   // one dot as in the town; returns its width

// Shares of a step as printed, whole per cents that add up to 100: the three largest causes, the rest, and luck last.
struct PrintedShare {
    enum Tone { First, Second, Third, Rest, Luck } tone;
    std::string label;
    double percent;
};
std::vector<PrintedShare> printed_shares(const std::vector<Cause>& causes);

// MessageRow: memory.h.  The largest share first, then the newest.
std::vector<MessageRow> messages_of(const Scenario& scenario, const Life& life, std::uint32_t customer);
// "about 12 % of Maybe → Probably, week 14"; or that no step hangs on it.
std::string weight_words(const Life& life, double share, int step);
std::string message_words(const Trace::Received& event);

// slot: 0 above, 1 below.  instead: the life without the message, or nullptr.  Returns the word of a message that was clicked.
std::string draw_timeline(Paint& p, Rect r, std::size_t slot, const Life& life, const Life* instead, std::uint32_t customer);
void draw_weeks(Paint& p, Rect r);             // the axis below both, same place and width as the timelines
float draw_timeline_key(Paint& p, float x, float y, float width, bool draw);   // returns its height

// Lists of one arm, at their natural height; draw = false only measures.
// Bars of all steps of both lives have one scale.
float draw_steps(Paint& p, float x, float y, float width, std::size_t slot, const Life& life, bool draw);
float draw_accounts(Paint& p, float x, float y, float width, std::size_t slot, const Life& life, bool draw);
// view: where rows show.  offset: of the scroll around them, moved where the keyboard goes.
float draw_messages(Paint& p, float x, float y, float width, std::size_t slot, const Life& life, Rect view, float& offset, bool draw);

std::string steps_table(const Life& life);     // rows and cells as the mirror reads them
std::string accounts_table(const Life& life);
std::string change_words(const Life& was, const Life& now);

}  // namespace parley
