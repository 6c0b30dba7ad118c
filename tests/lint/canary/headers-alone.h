/* as: shared/one.h - leans on what others include */
bool one(void); /* BAD */
===== as: shared/two.h
#include <stdbool.h>
#include "err.h"
bool two(enum err e);
