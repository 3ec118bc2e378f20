// How much memory people and worlds keep, by the capacity of their columns.
#pragma once
#include "study/run.h"

namespace parley {

double bytes_of(const Population& people);
double bytes_of(const World& world);
double bytes_of(const Run& run);  // the people, and the world of every arm

}  // namespace parley
