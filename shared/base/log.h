/*
 * log.h - one line per event on stderr: "time level program text request=ID", or the same as one
 * JSON object (log_format=json). Time is Beijing's and says so (+08:00); the id is nginx's
 * $request_id, as in its access log, and is left out between requests. Never carries personal data:
 * callers pass route patterns, row kinds and numbers, not what people typed. Control characters
 * become '?'.
 */
#ifndef ZYZ_LOG_H
#define ZYZ_LOG_H

#include <stdbool.h>

#include "err.h"

void log_name(const char *program);
const char *log_program(void); /* that name; "zyz" when none was given */
void log_json(bool on);
/* From now on lines are of this request, until NULL; what is no hex is left out. Copied. */
void log_of(const char *id);
void log_info(const char *fmt, ...) PRINTF(1, 2);
void log_error(const char *fmt, ...) PRINTF(1, 2);

#endif
