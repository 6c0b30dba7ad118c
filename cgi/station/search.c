/* search.c - the search of the head: volunteers, needs, projects, activities and certificates of
 * the own station, by number or by how their name begins; volunteers and needs by telephone,
 * volunteers by any document. The words are posted, so that they stand in no address, no log and
 * no audit. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "identity.h"
#include "phone.h"
#include "secret.h"
#include "session.h"
#include "station.h"
#include "text.h"

#define SEARCH_IN(X, T) X(T, STR, q, 1, 60)
FORM_DEFINE(search_in, SEARCH_IN);

/* What begins so, by each key on its own, joined. */
#define BY_KEYS(id, table, title) \
	"(SELECT " id " AS id FROM " table " WHERE station_id = ? AND no LIKE ? LIMIT 20)" \
	" UNION (SELECT " id " FROM " table " WHERE station_id = ? AND " title " LIKE ? LIMIT 20)"

static struct stmt volunteers_q = SQL(
	"SELECT v.no, p.name, v.state, DATE(v.registered_at) AS day,"
	"       COALESCE(t.minutes, 0) AS minutes"
	"  FROM ((SELECT person_id AS id FROM volunteer WHERE station_id = ? AND no LIKE ?"
	"       LIMIT 20) UNION (SELECT v.person_id FROM person p"
	"       JOIN volunteer v ON v.person_id = p.id WHERE v.station_id = ? AND p.name LIKE ?"
	"       LIMIT 20) UNION (SELECT v.person_id FROM person p"
	"       JOIN volunteer v ON v.person_id = p.id WHERE v.station_id = ?"
	"       AND p.phone_index = ? LIMIT 20) UNION (SELECT v.person_id FROM person p"
	"       JOIN volunteer v ON v.person_id = p.id WHERE v.station_id = ?"
	"       AND p.id_no_index IN (?, ?, ?, ?, ?, ?, ?, ?, ?) LIMIT 20)) f"
	"  JOIN volunteer v ON v.person_id = f.id"
	"  JOIN person p ON p.id = v.person_id"
	"  LEFT JOIN volunteer_total t ON t.person_id = v.person_id"
	" WHERE p.erased_at IS NULL"
	" ORDER BY v.person_id DESC"
	" LIMIT 20");
static struct stmt needs_q = SQL(
	"SELECT n.no, DATE(n.registered_at) AS day, LEFT(n.description, 60) AS title, n.state"
	"  FROM ((SELECT id FROM need WHERE station_id = ? AND no LIKE ? LIMIT 20)"
	"       UNION (SELECT id FROM need WHERE station_id = ? AND phone_index = ?"
	"       ORDER BY id DESC LIMIT 20)) f"
	"  JOIN need n ON n.id = f.id"
	" ORDER BY n.id DESC"
	" LIMIT 20");
static struct stmt projects_q = SQL(
	"SELECT p.no, p.starts_on AS day, p.title, p.state"
	"  FROM (" BY_KEYS("id", "project", "title") ") f"
	"  JOIN project p ON p.id = f.id"
	" ORDER BY p.id DESC"
	" LIMIT 20");
static struct stmt activities_q = SQL(
	"SELECT a.no, DATE(a.starts_at) AS day, a.title, a.place, a.state"
	"  FROM (" BY_KEYS("id", "activity", "title") ") f"
	"  JOIN activity a ON a.id = f.id"
	" ORDER BY a.id DESC"
	" LIMIT 20");
static struct stmt certificates_q = SQL(
	"SELECT c.no, DATE(c.issued_at) AS day, p.name AS title, c.state"
	"  FROM ((SELECT id FROM certificate WHERE station_id = ? AND no LIKE ? LIMIT 20)"
	"       UNION (SELECT c.id FROM person p JOIN certificate c ON c.person_id = p.id"
	"       WHERE c.station_id = ? AND p.name LIKE ? LIMIT 20)) f"
	"  JOIN certificate c ON c.id = f.id"
	"  JOIN person p ON p.id = c.person_id"
	" ORDER BY c.id DESC"
	" LIMIT 20");

enum { EACH = 20, AN_HOUR = 300, HOUR = 3600 };

/* "王%"; % and _ are letters like others. */
static const char *beginning(struct arena *a, const char *words)
{
	struct buf b = { .arena = a };
	for (const char *p = words; *p; p++) {
		if (strchr("%_\\", *p))
			buf_char(&b, '\\');
		buf_char(&b, *p);
	}
	buf_char(&b, '%');
	return b.p;
}

/* What was typed, in each writing in which something of it is kept. */
struct words {
	const char *no, *name, *title; /* how they begin, for LIKE */
	const char *typed, *phone;
};

static struct words words_of(struct arena *a, const char *typed)
{
	struct words w = { .typed = typed, .phone = "" };
	const char *no = text_number(a, typed);
	/* Without a letter or digit no number begins so. */
	w.no = *no ? beginning(a, no) : "";
	w.name = beginning(a, text_name(a, typed));
	w.title = beginning(a, typed);
	(void)phone_read(a, typed, &w.phone);
	return w;
}

static enum err put_volunteers(struct rq *q, const struct words *w)
{
	const char *keys[IDENTITY_KEYS];
	struct bytes id[IDENTITY_KEYS] = { { NULL, 0 } };
	struct arena *a = q->arena;
	size_t n = identity_keys(a, w->typed, keys);
	for (size_t i = 0; i < n; i++)
		id[i] = secret_index(a, "person.id_no", keys[i]);
	struct bytes phone = secret_index(a, "person.phone", w->phone);
	int64_t s = q->station;
	enum err e = put_query(q, "Volunteers", &volunteers_q,
			       ARGS(A_(s), A_(w->no), A_(s), A_(w->name), A_(s), A_(phone), A_(s),
				    A_(id[0]), A_(id[1]), A_(id[2]), A_(id[3]), A_(id[4]),
				    A_(id[5]), A_(id[6]), A_(id[7]), A_(id[8])));
	if (e || !got(q, "Volunteers.0.no"))
		return e;
	for (struct node *v = node_first(put_list(q, "Volunteers")); v; v = node_next(v))
		node_set(v, "hours", hours_text(a, node_get_int(v, "minutes")));
	return OK;
}

static enum err put_found(struct rq *q, const char *typed)
{
	struct words w = words_of(q->arena, typed);
	struct bytes phone = secret_index(q->arena, "need.phone", w.phone);
	int64_t s = q->station;
	enum err e = put_volunteers(q, &w);
	if (!e)
		e = put_query(q, "Needs", &needs_q, ARGS(A_(s), A_(w.no), A_(s), A_(phone)));
	if (!e)
		e = put_query(q, "Projects", &projects_q,
			      ARGS(A_(s), A_(w.no), A_(s), A_(w.title)));
	if (!e)
		e = put_query(q, "Activities", &activities_q,
			      ARGS(A_(s), A_(w.no), A_(s), A_(w.title)));
	if (!e)
		e = put_query(q, "Certificates", &certificates_q,
			      ARGS(A_(s), A_(w.no), A_(s), A_(w.name)));
	return e;
}

static int64_t put_counts(struct rq *q)
{
	static const char *const groups[] = { "Volunteers", "Needs", "Projects", "Activities",
					      "Certificates" };
	int64_t all = 0;
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		int64_t n = 0;
		if (got(q, arena_fmt(q->arena, "%s.0.no", groups[i])))
			for (struct node *r = node_first(put_list(q, groups[i])); r;
			     r = node_next(r))
				n++;
		put_int(q, arena_fmt(q->arena, "Found.%s", groups[i]), n);
		all += n;
	}
	put_int(q, "Found.all", all);
	put_int(q, "Found.most", EACH);
	return all;
}

enum err search_show(struct rq *q)
{
	return page(q, "station/search.cs");
}

/* The answer is the page itself: nothing of it can stand in an address. */
enum err search_find(struct rq *q)
{
	struct search_in in;
	if (!form_read(q, search_in_fields, &in))
		return ERR_FORM;
	enum err e = throttle(q, "search", arena_fmt(q->arena, "%lld", (long long)q->staff),
			      AN_HOUR, HOUR);
	if (!e)
		e = put_found(q, in.q);
	if (!e)
		e = audit(&q->actor, "station.search", "station", q->station,
			  arena_fmt(q->arena, "%lld", (long long)put_counts(q)));
	if (e)
		return e;
	put(q, "Words", in.q);
	reply_header(q, "Cache-Control", "no-store");
	return page(q, "station/search.cs");
}
