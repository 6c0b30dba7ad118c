/*
 * near.c - how far a check-in was from the place, as an extra that people may leave out: the
 * answer is in, near, out, left_out (asked for, agreed to, and not given or hardly so) or unknown,
 * and nothing else is kept. It refuses nobody, since phones can be made to lie; far away asks for a
 * second reviewer, left out is a sign beside the hour.
 */
#include <math.h>
#include <stdlib.h>

#include "activity.h"

static struct stmt place_q = SQL(
	"SELECT a.radius_m, CAST(a.lat * 1000000 AS SIGNED), CAST(a.lng * 1000000 AS SIGNED)"
	"  FROM activity a"
	" WHERE a.id = ?"
	"   AND a.radius_m > 0"
	"   AND a.lat IS NOT NULL"
	"   AND a.lng IS NOT NULL"
	"   AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = ? AND c.purpose = 'location'"
	"       AND c.withdrawn_at IS NULL)");

struct place {
	bool there;
	double radius, lat, lng;
};

static enum err near_row(void *ctx, const struct row *r)
{
	struct place *p = ctx;
	*p = (struct place){ true, (double)r->cells[0].i, (double)r->cells[1].i / 1e6,
			     (double)r->cells[2].i / 1e6 };
	return OK;
}

static enum err near_place(int64_t activity, int64_t person, struct place *p)
{
	*p = (struct place){ .there = false };
	return db_each(&place_q, ARGS(A_(activity), A_(person)), near_row, p);
}

bool near_number(const char *text, double low, double high, double *out)
{
	char *end;
	if (!text || !*text)
		return false;
	*out = strtod(text, &end);
	return !*end && end != text && *out >= low && *out <= high;
}

/* Metres along the sphere. */
static double near_distance(double lat1, double lng1, double lat2, double lng2)
{
	const double rad = 3.14159265358979323846 / 180, earth = 6371008.8;
	double a = sin((lat2 - lat1) * rad / 2), b = sin((lng2 - lng1) * rad / 2);
	double h = a * a + cos(lat1 * rad) * cos(lat2 * rad) * b * b;
	return 2 * earth * asin(h < 1 ? sqrt(h) : 1);
}

enum err near_asked(int64_t activity, int64_t person, bool *asked)
{
	struct place p;
	enum err e = near_place(activity, person, &p);
	*asked = !e && p.there;
	return e;
}

enum err near_word(int64_t activity, int64_t person, const char *lat, const char *lng,
		   const char *accuracy, const char **word)
{
	struct place p;
	double y, x, blur = 0;
	*word = "unknown";
	enum err e = near_place(activity, person, &p);
	if (e || !p.there)
		return e;
	*word = "left_out";
	if (!near_number(lat, -90, 90, &y) || !near_number(lng, -180, 180, &x))
		return OK;
	/* A phone that is unsure gets the benefit of the doubt, but not of a whole town. */
	if (near_number(accuracy, 0, 1e6, &blur) && blur > 2 * p.radius)
		return OK;
	double away = near_distance(p.lat, p.lng, y, x) - blur;
	*word = away <= p.radius ? "in" : away <= 3 * p.radius ? "near" : "out";
	return OK;
}
