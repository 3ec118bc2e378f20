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
};

}  // namespace

std::span<const SeenChange> changes_after_seeing() { return kChanges; }

}  // namespace parley
