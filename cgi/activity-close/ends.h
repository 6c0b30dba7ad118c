/* ends.h - qualifications 上岗资格 that end soon: whoever has one hears of it, once. */
#ifndef ZYZ_ENDS_H
#define ZYZ_ENDS_H

#include "actor.h"
#include "db.h"

enum err ends_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err ends_tell(const struct actor *by, int64_t id, int64_t *done) MUST_USE;

#endif
