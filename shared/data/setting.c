/* setting.c - rules of the field that a station may set for itself. */
#include "setting.h"

#include <stdlib.h>

static struct stmt rule_q = SQL(
	"SELECT COALESCE((SELECT value FROM station_setting WHERE station_id = ? AND name = ?),"
	"       (SELECT value FROM setting WHERE name = ?))");

enum err setting_rule(int64_t station_id, const char *name, int64_t fallback, int64_t *value)
{
	const char *text;
	char *end;
	enum err e = db_text(&rule_q, ARGS(A_(station_id), A_(name), A_(name)), &text);
	if (e)
		return e;
	*value = fallback;
	if (!text)
		return OK;
	long long n = strtoll(text, &end, 10);
	if (!*end && end != text)
		*value = n;
	return OK;
}
