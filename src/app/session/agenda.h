// Agenda: the plan of a seminar and its timer.  No clock inside: whoever calls tells the time.
//
//   blocks   what is planned, in minutes, in three forms; each with its steps, one press of the clicker each (product.md 2.3)
//   timer    runs over the blocks; a pause stops it.  All times are seconds.
//
// Re-flow.  The session has `total` seconds.  What the blocks behind us used, and what the one under way still has, is fixed; the rest is
// shared among the blocks ahead: the debrief keeps its minutes first, the others shrink in proportion to their plan.  Time that was
// saved goes to the debrief.  When not even the debrief has room, the session ends late by that much, unless the facilitator has
// released it:   sum of lengths() = total() + late()   at any moment.
// A pause moves the end, and nothing else; take_back() gives the end back its hour and re-flows.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

enum class Form { Full, Short, Long };
inline constexpr std::size_t kForms = 3;

struct Step {                // what one press of the clicker does; what is null does nothing
    const char* text;        // text key
    const char* scenario;    // id to open; covered at once where this block asks for a forecast
    const char* shows;       // a chart or panel, by its id (app/show.h)
};
struct Block {
    const char* id;          // texts: agenda.ID.title, .shows (projector), .note (facilitator), .room (participants)
    std::array<int, kForms> minutes;   // 0: not in this form
    bool debrief;            // protected
    std::span<const Step> steps;
};
std::span<const Block> agenda_blocks(Form form);
double planned_seconds(Form form);     // of the whole
double kept_seconds(Form form);        // of the debrief, whatever happens

class Agenda {
public:
    // --- the timer ---
    void start(Form form);
    void stop();
    void pause();
    void resume();
    void tell(double now);                      // seconds from any origin; a second backwards or more: a new origin
    // --- the plan ---
    bool go(std::size_t block);                 // false: there is no such block
    bool next();                                // the block after this one
    bool back();
    const Step* next_step();                    // carries on: the step to be done now; nullptr when only the block changed, or nothing
    bool done_by_hand(std::string_view shows);  // the coming step shows just this: it is done, someone pressed its own key
    const Step* back_step();                    // the step before, to be shown again
    void release_debrief(bool released) { released_ = released; }
    void take_back();                           // what the pauses took, out of the blocks ahead

    bool on() const { return on_; }
    bool running() const { return on_ && !paused_; }
    bool paused() const { return on_ && paused_; }
    bool released() const { return released_; }
    Form form() const { return form_; }
    std::span<const Block> blocks() const { return agenda_blocks(form_); }
    std::size_t at() const { return at_; }
    const Block& block() const { return blocks()[at_]; }
    std::size_t steps_done() const { return step_; }
    bool asks_forecast() const;                 // a step of this block does
    const Step* coming() const;                 // the next step of this block; nullptr: the next press begins the next block

    std::vector<double> lengths() const;        // [blocks] as they have been and as they will be
    double elapsed(std::size_t block) const { return used_[block]; }
    double left() const;                        // of the block under way; below 0: it runs over
    double total() const { return total_; }
    double total_left() const;                  // until the end, as it stands now
    double late() const;                        // after the planned end
    double owed() const { return owed_; }       // seconds of pauses that moved the end

    // At the start of a block: what the blocks up to the debrief need by the plan, and what is left for them.  Nothing while all fits.
    struct Squeeze {
        double needs, has;
    };
    std::optional<Squeeze> squeeze() const { return squeeze_; }

    // For keeping over a reload: one line; restore() takes back only what saved() wrote, paused.
    std::string saved() const;
    bool restore(std::string_view line);

private:
    double used() const;
    double reserve() const { return released_ ? 0 : kept_seconds(form_); }
    void enter(std::size_t block);

    bool on_ = false, paused_ = false, released_ = false;
    Form form_ = Form::Full;
    std::size_t at_ = 0, step_ = 0;
    std::vector<double> used_;        // [blocks]
    double length_ = 0;               // of the block under way, as it was when it began
    double total_ = 0, owed_ = 0;
    std::optional<double> now_;
    std::optional<Squeeze> squeeze_;
};

// "07:40"; "−01:10" when it is over
std::string clock_text(double seconds);

}  // namespace parley
