// On threads: independent pieces of work, as many at a time as asked for; one after the other where there are no threads.
//
// work(i) is called once for each i below n, in any order and from any thread: it writes nothing that another piece reads.  What
// comes out must not depend on the number of jobs.  done(i) is called from the calling thread after each piece, in the order they
// end; false stops: no new piece begins, those under way end.
#pragma once
#include <cstddef>
#include <functional>

namespace parley {

void on_threads(std::size_t n, int jobs, const std::function<void(std::size_t)>& work,
                const std::function<bool(std::size_t)>& done = {});

}  // namespace parley
