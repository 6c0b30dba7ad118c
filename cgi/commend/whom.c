/* whom.c - whom an honour is of. */
#include "whom.h"

#include <string.h>

#include "db.h"
#include "list.h"
#include "page.h"
#include "row.h"
#include "text.h"

/* What a station has to honour besides people: few of each. */
static struct stmt teams_q = SQL(
	"SELECT CONCAT('team_', LOWER(HEX(uid))) AS code, name"
	"  FROM team"
	" WHERE station_id = ?"
	"   AND state = 'approved'"
	" ORDER BY name"
	" LIMIT 100");
static struct stmt projects_q = SQL(
	"SELECT CONCAT('project_', LOWER(HEX(uid))) AS code, title AS name"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND state IN ('recruiting', 'running', 'closed')"
	" ORDER BY id DESC"
	" LIMIT 100");
/* Its own division and those within it. */
static struct stmt communities_q = SQL(
	"SELECT CONCAT('community_', r.code) AS code, r.name"
	"  FROM station s"
	"  JOIN region r ON r.code = s.region_code OR r.parent_code = s.region_code"
	" WHERE s.id = ?"
	" ORDER BY r.code"
	" LIMIT 100");
static struct stmt stations_q = SQL(
	"SELECT CONCAT('station_', no) AS code, name"
	"  FROM station"
	" WHERE ? IN (id, parent_id)"
	"   AND state = 'open'"
	" ORDER BY no"
	" LIMIT 100");

#define THING_COLS(X, T) \
	X(T, INT, id, "x.id") \
	X(T, TEXT, name, "x.name") \
	X(T, INT, leads, "x.leads") \
	X(T, TEXT, region, "x.region")
ROW_DEFINE(thing_row, THING_COLS);
#define THING "SELECT " ROW_SELECT(THING_COLS)
static struct stmt team_q = SQL(
	THING
	"  FROM (SELECT id, name, leader_id AS leads, NULL AS region, uid, station_id, state"
	"       FROM team) x"
	" WHERE x.uid = UNHEX(?)"
	"   AND x.station_id = ?"
	"   AND x.state = 'approved'");
static struct stmt project_q = SQL(
	THING
	"  FROM (SELECT id, title AS name, led_by AS leads, NULL AS region, uid, station_id, state"
	"       FROM project) x"
	" WHERE x.uid = UNHEX(?)"
	"   AND x.station_id = ?"
	"   AND x.state IN ('recruiting', 'running', 'closed')");
static struct stmt community_q = SQL(
	THING
	"  FROM (SELECT NULL AS id, name, NULL AS leads, code AS region, parent_code FROM region) x"
	"  JOIN station s ON s.region_code IN (x.region, x.parent_code)"
	" WHERE x.region = ?"
	"   AND s.id = ?");
static struct stmt station_q = SQL(
	THING
	"  FROM (SELECT id, name, NULL AS leads, NULL AS region, no, parent_id FROM station) x"
	" WHERE x.no = ?"
	"   AND ? IN (x.id, x.parent_id)");

#define NAMED_COLS(X, T) \
	X(T, INT, person, "v.person_id") \
	X(T, INT, home, "v.station_id") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, state, "v.state")
ROW_DEFINE(named_row, NAMED_COLS);
static struct stmt named_q = SQL(
	"SELECT " ROW_SELECT(NAMED_COLS)
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id"
	" WHERE p.name = ?"
	"   AND v.station_id = ?"
	"   AND p.erased_at IS NULL"
	"   AND v.state <> 'merged'"
	" ORDER BY v.state = 'active' DESC, p.id"
	" LIMIT 6");

enum err whom_options(struct rq *q)
{
	static struct stmt *const all[] = { &teams_q, &projects_q, &communities_q, &stations_q };
	static const char *const kinds[] = { "team", "project", "community", "station" };
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(all) / sizeof(all[0]); i++)
		e = put_query(q, arena_fmt(q->arena, "Things.%s", kinds[i]), all[i],
			      ARGS(A_(q->station)));
	return e;
}

enum err whom_thing(struct rq *q, const char *word, struct whom *out)
{
	static const struct {
		const char *kind;
		struct stmt *find;
	} kinds[] = { { "team", &team_q },
		      { "project", &project_q },
		      { "community", &community_q },
		      { "station", &station_q } };
	enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };
	size_t i = 0, n = strcspn(word, "_");
	struct thing_row r;
	while (i < KINDS && (strncmp(kinds[i].kind, word, n) != 0 || kinds[i].kind[n]))
		i++;
	if (i == KINDS || word[n] != '_')
		return ERR_NOT_FOUND;
	enum err e = row_one(kinds[i].find, ARGS(A_(word + n + 1), A_(q->station)), thing_row_cols,
			     &r);
	if (e)
		return e;
	*out = (struct whom){ .subject = kinds[i].kind,
			      .name = r.name,
			      .person = DB_NONE,
			      .team = i == 0 ? r.id : DB_NONE,
			      .project = i == 1 ? r.id : DB_NONE,
			      .station = i == 3 ? r.id : DB_NONE,
			      .region = r.region,
			      .leads = r.leads == DB_NONE ? 0 : r.leads };
	return OK;
}

enum err whom_named(struct rq *q, const char *name, struct typed_no *who, const char **others)
{
	struct named_row *v;
	struct buf b = { .arena = q->arena };
	size_t n, active = 0;
	*others = NULL;
	enum err e = row_all(&named_q, ARGS(A_(text_name(q->arena, name)), A_(q->station)),
			     named_row_cols, sizeof(*v), &v, &n);
	if (e)
		return e;
	for (size_t i = 0; i < n; i++) {
		buf_fmt(&b, "%s%s", i ? " " : "", v[i].no);
		active += str_eq(v[i].state, "active");
	}
	if (n != 1 && active != 1) {
		*others = n ? b.p : NULL;
		return ERR_NOT_FOUND;
	}
	*who = (struct typed_no){ v[0].person, v[0].home, v[0].no,
				  v[0].name,   true,      str_eq(v[0].state, "active") };
	return OK;
}

void whom_person(struct whom *w, const struct typed_no *who)
{
	*w = (struct whom){ .subject = "volunteer",
			    .name = who->name,
			    .person = who->person,
			    .team = DB_NONE,
			    .project = DB_NONE,
			    .station = DB_NONE };
}

enum err whom_typed(struct rq *q, const char *volunteer_no, const char *thing, struct whom *out)
{
	struct typed_no who = { .home = 0 };
	if (thing)
		return whom_thing(q, thing, out);
	enum err e = volunteer_no ? typed_no(q, volunteer_no, &who) : ERR_NOT_FOUND;
	if (!e && who.home != q->station)
		e = ERR_NOT_FOUND;
	if (!e)
		whom_person(out, &who);
	return e;
}

bool whom_is(int64_t me, const struct whom *w)
{
	return me > 0 && (me == w->person || me == w->leads);
}

/* Every bracket round the year is 〔〕, and no blank is part of it. */
const char *whom_paper_no(struct arena *a, const char *typed)
{
	static const char *const open[] = { "[", "(", "（", "【", "［", "<", "《" };
	static const char *const close[] = { "]", ")", "）", "】", "］", ">", "》" };
	struct buf b = { .arena = a };
	const char *s = text_value(a, typed);
	buf_str(&b, "");
	while (*s) {
		size_t i = 0, n = sizeof(open) / sizeof(open[0]);
		while (i < n && strncmp(s, open[i], strlen(open[i])) != 0 &&
		       strncmp(s, close[i], strlen(close[i])) != 0)
			i++;
		if (i < n) {
			bool opens = strncmp(s, open[i], strlen(open[i])) == 0;
			buf_str(&b, opens ? "〔" : "〕");
			s += strlen(opens ? open[i] : close[i]);
		} else {
			if (*s != ' ')
				buf_char(&b, *s);
			s++;
		}
	}
	return b.p;
}

const char *whom_paper(struct arena *a, const char *document_no, const struct whom *w)
{
	if (!document_no || !*document_no)
		return NULL;
	if (w->region)
		return arena_fmt(a, "%s/%s/%s", document_no, w->subject, w->region);
	int64_t id = w->person != DB_NONE    ? w->person
		     : w->team != DB_NONE    ? w->team
		     : w->project != DB_NONE ? w->project
					     : w->station;
	return arena_fmt(a, "%s/%s/%lld", document_no, w->subject, (long long)id);
}
