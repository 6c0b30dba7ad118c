/*
 * log.h - one line per event on stderr: "time level program text". Never carries personal data:
 * callers pass route patterns, row kinds and numbers, not what people typed. Control characters
 * become '?'.
 */
#ifndef ZYZ_LOG_H
#define ZYZ_LOG_H

#include "err.h"

void log_name(const char *program);
const char *log_program(void); /* that name; "zyz" when none was given */
void log_info(const char *fmt, ...) PRINTF(1, 2);
void log_error(const char *fmt, ...) PRINTF(1, 2);

#endif
