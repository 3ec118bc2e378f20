// Words and plain numbers live in study/strings.h, where the report can use them too.
#pragma once
#include "study/strings.h"
