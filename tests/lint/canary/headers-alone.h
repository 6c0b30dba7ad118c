/* as: shared/base/one.h - leans on what others include */
bool one(void); /* BAD */
===== as: shared/base/two.h
#include <stdbool.h>
#include "err.h"
bool two(enum err e);
