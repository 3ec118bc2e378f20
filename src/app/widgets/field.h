// Field: a place to type words. The canvas draws what stands in it; where all of it is in sight its twin, a field of the browser, lies
// on top and is typed into: it knows carets, accents, languages and keyboards on glass. Words arrive when the person is done.
#pragma once
#include <optional>

#include "app/widgets/paint.h"

namespace parley {

struct FieldLook {
    bool area = false;          // several lines
    bool number = false;        // what is typed replaces what stands there
    std::string group;
    std::string refusal;        // why the last words were not taken
};
// The new words, in the frame in which they arrive.
std::optional<std::string> field(Paint& p, const std::string& id, Rect r, const std::string& name, const std::string& value,
                                 const FieldLook& look = {});

}  // namespace parley
