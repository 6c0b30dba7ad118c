/* metrics.h - what the files of /platform/metrics share. */
#ifndef ZYZ_METRICS_H
#define ZYZ_METRICS_H

#include "err.h"
#include "str.h"

/* HELP and TYPE of a family, before its samples. */
void metrics_head(struct buf *out, const char *name, const char *type, const char *help);
/* What is about the whole suite: programs, loops, ledger, messages, disk. */
enum err metrics_suite(struct buf *out) MUST_USE;

#endif
