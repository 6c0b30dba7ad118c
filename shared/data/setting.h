/*
 * setting.h - rules of the field that a station may set for itself: table station_setting, else the
 * one for all stations in table setting, else what the caller falls back on, which is the
 * configuration's where that has one.
 *
 *	enum err e = setting_rule(station, "record_notice_days", cfg.notice_days, &days);
 */
#ifndef ZYZ_SETTING_H
#define ZYZ_SETTING_H

#include "db.h"

/* A whole number; a value that is none counts as not set. */
enum err setting_rule(int64_t station_id, const char *name, int64_t fallback,
		      int64_t *value) MUST_USE;

/* The same within a statement: station is an expression, usual a number; both as text. */
#define SETTING_SQL(station, name, usual) \
	"CAST(COALESCE((SELECT u.value FROM station_setting u WHERE u.station_id = " station \
	" AND u.name = '" name "'), (SELECT u.value FROM setting u WHERE u.name = '" name "')," \
	" " usual ") AS SIGNED)"

/* Whether the text is a whole number. */
bool setting_number(const char *text, int64_t *value);

#endif
