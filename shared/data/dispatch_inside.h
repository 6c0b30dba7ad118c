/* dispatch_inside.h - what the files of dispatch share. */
#ifndef ZYZ_DISPATCH_INSIDE_H
#define ZYZ_DISPATCH_INSIDE_H

#include "dispatch.h"

/* The step is another volunteer's or the clock's: nobody's station but the order's. */
struct actor dispatch_there(const struct actor *by, int64_t station);
/* The order's row was taken by one UPDATE: the rest of the step. */
enum err order_claimed(const struct actor *by, struct order_at *o, const char *from) MUST_USE;
/* Nobody is left who could say yes: back it goes, the next is asked, or it is opened to all. */
enum err dispatch_next(const struct actor *by, struct order_at *o) MUST_USE;

#endif
