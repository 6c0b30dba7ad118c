/*
 * signs.c - warning signs 疑点 as people read them: beside a record with their reasons, and for
 * overseers the records that bear them.
 */
#include "signs.h"

#include <string.h>

#include "clock.h"
#include "list.h"
#include "region.h"
#include "rules.h"

void signs_put(struct rq *q, struct node *row, const char *flags)
{
	struct node *list = *flags ? node_child(row, "Flags") : NULL;
	struct buf signs = { .arena = q->arena };
	buf_str(&signs, "");
	while (*flags) {
		size_t n = strcspn(flags, ",");
		const char *word = arena_dup(q->arena, flags, n);
		node_set(node_item(list), "word", word);
		buf_str(&signs, signs.n ? "、" : "");
		buf_str(&signs, str_or(lang(arena_fmt(q->arena, "activity.Flag.%s", word)), word));
		flags += n + (flags[n] == ',');
	}
	node_set(row, "signs", signs.p);
}

enum err signs_limits(int64_t station, struct node *list)
{
	struct rules_limits l;
	enum err e = record_limits(station, &l);
	const struct {
		const char *word;
		int64_t limit;
	} all[] = {
#define LIMIT(word, usual) { #word, (usual) ? l.word : DB_NONE },
		RULES_SIGNS(LIMIT)
#undef LIMIT
	};
	for (struct node *n = e ? NULL : node_first(list); n; n = node_next(n))
		for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
			if (str_eq(node_get(n, "word"), all[i].word))
				node_int(n, "limit", all[i].limit);
	return e;
}

/* Numbers of records, no names: the station's own staff know who it is. */
#define FLAGGED_COLS(C) \
	C(TEXT, no, "r.no", "") \
	C(TEXT, station, "s.name", "") \
	C(TEXT, activity_no, "a.no", "") \
	C(LONG, title, "a.title", "") \
	C(DAY, served_on, "r.served_on", "") \
	C(HOURS, minutes, "r.minutes", "") \
	C(WORD, evidence, "r.evidence", "Evidence") \
	C(WORD, state, "r.state", "State.service_record") \
	C(TEXT, signs, "''", "") \
	C(TEXT, _flags, "r.flags", "")
#define FLAGGED_TABLE "service_record r"
#define FLAGGED_JOINS \
	"  JOIN station s ON s.id = r.station_id" \
	"  JOIN activity a ON a.id = r.activity_id"
/* Of one station, and not for all time: what lies further back was looked at then. */
#define FLAGGED_WHERE "r.station_id = ? AND r.flagged = 1 AND r.served_on >= ?"
#define FLAGGED_FILTERS(F) \
	F(GIVEN, station, "? <> ''") \
	F(WORD, flag, "FIND_IN_SET(?, r.flags) > 0") \
	F(WORD, evidence, "r.evidence = ?") \
	F(WORD, state, "r.state = ?") \
	F(DAY, from, "r.served_on >= ?") \
	F(DAY, to, "r.served_on <= ?")
#define FLAGGED_WAYS(S, L) S(L, day, any, "r.served_on", "service_record_flagged")
#define FLAGGED_ID         "r.id"
LIST_DEFINE(FLAGGED);

static enum err flagged_row(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	signs_put(q, n, str_or(node_get(n, "_flags"), ""));
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	return OK;
}

static const struct list flagged = LIST(FLAGGED, "Records", "activity.Flagged", .row = flagged_row);

static struct stmt stations_q = SQL(
	"SELECT no AS code, name"
	"  FROM station"
	" WHERE region_code LIKE ?"
	" ORDER BY no"
	" LIMIT 500");
/* The one asked for, or the first, if it lies in the overseer's region. */
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE region_code LIKE ?"
	"   AND (? = 0 OR no = ?)"
	" ORDER BY no"
	" LIMIT 1");

const char *signs_since(struct rq *q)
{
	return clock_day(q->arena, q->now - RULES_LOOK_BACK_DAYS * 86400LL);
}

enum err flagged_list(struct rq *q)
{
	const char *region = region_prefix(q->arena, str_or(q->who.region_code, "-"));
	int64_t station, no = query_int(q, "station", 0, 0, 999999);
	put(q, "Since", signs_since(q));
	enum err e = put_query(q, "Stations", &stations_q, ARGS(A_(region)));
	if (!e)
		e = db_int(&station_q, ARGS(A_(region), A_(no), A_(no)), &station);
	if (!e && !no)
		no = node_get_int(node_first(put_list(q, "Stations")), "code");
	put_int(q, "Station", no);
	return e ? e
		 : list_page(q, &flagged, ARGS(A_(station), A_(signs_since(q))),
			     "activity/flagged.cs");
}
