// What was changed after a measurement had been seen: so that nobody has to guess which agreement was found and which was made.
#include "study/evidence.h"

namespace parley {
namespace {

constexpr SeenChange kChanges[] = {
    {"F5", "experiment: the money of a day paid fewer posts than were planned (recall did not rise in a line, R squared 0.58); posts now cost next to nothing"},
    {"F6", "experiment: the usual advertising goes on beside the added ads, as it did in the field; before it was silent (34 to 17 exposures: 1.56, now in the band)"},
    {"F6", "experiment: ten ads a day against two, all of them selling; before five against one, half of them selling (no difference on day 7)"},
    {"F32", "experiment: monthly reach is looked at with a reach of 6 % a post, that of the year of the figures; before 12 % (28 % more posts: 2 % more people)"},
    {"F30", "experiment: influence there is, is how much weaker the likeness of ties becomes without talk; before it was what sales lose without talk (ratio 0.14)"},
    {"F5", "experiment: exposures fall on the days of the week by chance; before the eighth to thirteenth all fell on its last days (liking highest at 14)"},
    {"F5", "liking highest between two numbers of exposures is placed by a parabola, so that calibration has a smooth aim"},
    {"F23", "experiment: two posts a week are shown for money; before every post every day (their purchases 21 % more, paid reach)"},
    {"F25", "a second number was dropped: what people with the habit of posting often say, of all (15 %); published is what the most active hundredth says"},
    {"defaults", "six numbers were fitted by `parley calibrate` after its moments had been seen with the old ones; all facts are measured with the fitted ones"},
    {"F21", "default: a community lifted the odds of a purchase by the published shares of spending, which are less in purchases (4 %); community_posters 0.207 to 0.9, community_lurkers 0.113 to 0.5"},
    {"F26, F31", "share_branching joined the fitted block, with the two numbers of F26 as its moments; by hand it had been 0.09 (0.96 not passed on, 0.3 % viral), while the scenarios had 0.2 to 0.4"},
    {"calibration", "first by steepest steps from differences of two trials, which luck drowned (F5 at 6.7), then by response surfaces"},
};

}  // namespace

std::span<const SeenChange> changes_after_seeing() { return kChanges; }

}  // namespace parley
