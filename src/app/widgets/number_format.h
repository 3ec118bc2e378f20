// Numbers with their units live in study/number_format.h, where the report can use them too.
#pragma once
#include "study/number_format.h"
