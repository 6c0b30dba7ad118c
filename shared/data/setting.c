/* setting.c - rules of the field that a station may set for itself. */
#include "setting.h"

#include <stdlib.h>

static struct stmt rule_q = SQL(
	"SELECT COALESCE((SELECT value FROM station_setting WHERE station_id = ? AND name = ?),"
	"       (SELECT value FROM setting WHERE name = ?))");

bool setting_number(const char *text, int64_t *value)
{
	char *end;
	long long n = text ? strtoll(text, &end, 10) : 0;
	if (!text || *end || end == text)
		return false;
	*value = n;
	return true;
}

enum err setting_rule(int64_t station_id, const char *name, int64_t fallback, int64_t *value)
{
	const char *text;
	enum err e = db_text(&rule_q, ARGS(A_(station_id), A_(name), A_(name)), &text);
	if (e)
		return e;
	if (!setting_number(text, value))
		*value = fallback;
	return OK;
}
