/* bundle_inside.h - what making, reading and checking a bundle have in common: its first and last
 * bytes. */
#ifndef ZYZ_BUNDLE_INSIDE_H
#define ZYZ_BUNDLE_INSIDE_H

#include "bundle.h"

#define BUNDLE_NAME  "{\"format\":\"zyz-bundle-"
#define BUNDLE_BEGIN "{\"format\":\"" BUNDLE_FORMAT "\","
#define BUNDLE_TAIL  ",\"signature\":\""
#define BUNDLE_END   "\"}\n"
enum { BUNDLE_TAIL_BYTES = sizeof(BUNDLE_TAIL) - 1 + 128 + sizeof(BUNDLE_END) - 1 };

/* What is signed: the label and all of the file before its tail. */
struct bytes bundle_message(struct arena *a, const char *p, size_t n);

#endif
