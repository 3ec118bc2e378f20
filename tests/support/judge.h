// Judge: the day as the model description tells it, one customer after the other, without lanes, blocks, lists or skipped days.
//
// It does for every customer on every day what the engine does only where something can happen, and must come to the same bits in
// every column and every observable: it judges the fast processes (exposure, occasions, adoption, forgetting, the observation) by
// plain versions of its own, and takes the others, which touch only those concerned, from the engine.
// Cost  six to twelve times step(), measured on scenario 01.
#pragma once
#include <string>

#include "model/world.h"

namespace parley::support {

// step(), slowly.
void judge_step(const Model& model, World& world);

// The first column or number in which two worlds differ, or nothing.
std::string difference(const World& a, const World& b);

}  // namespace parley::support
