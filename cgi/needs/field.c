/* field.c - visit mode 走访模式: a phone takes along the homes of its route, works without any
 * network, and hands in its visits, each once, however often and from however many phones. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "json.h"
#include "secret.h"
#include "text.h"
#include "visit.h"

enum { VISITS_MAX = 500, TAKES_A_DAY = 60, DAY = 86400, UID_HEX = 32 };

static struct stmt route_q = SQL(
	"SELECT " ROW_SELECT(HOUSEHOLD_COLS)
	"  FROM route_stop t"
	"  JOIN household h ON h.id = t.household_id"
	" WHERE t.station_id = ?"
	"   AND t.day = ?"
	"   AND t.staff_id = ?"
	"   AND h.state = 'active'"
	" ORDER BY h.grid, t.id"
	" LIMIT 100");
static struct stmt last_q = SQL(
	"SELECT v.note, v.visited_at, f.name AS visitor"
	"  FROM visit v"
	"  JOIN staff f ON f.id = v.visitor_id"
	" WHERE v.household_id = ?"
	" ORDER BY v.visited_at DESC, v.id DESC"
	" LIMIT 1");
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM route_stop"
	" WHERE station_id = ?"
	"   AND day = ?"
	"   AND staff_id = ?");

/* The shell: nothing of anybody stands in it, as the phone keeps it. */
enum err field_show(struct rq *q)
{
	int64_t stops = 0;
	enum err e = db_int(&open_q,
			    ARGS(A_(q->station), A_(clock_day(q->arena, q->now)), A_(q->staff)),
			    &stops);
	if (!e)
		e = put_codes(q, "Kind", "household_kind");
	if (!e)
		e = put_codes(q, "Category", "service_category");
	put_int(q, "Route.stops", stops);
	return e ? e : page(q, "needs/field.cs");
}

struct taking {
	struct rq *q;
	struct household *v;
	size_t n;
};

static enum err take_note(void *ctx)
{
	const struct taking *t = ctx;
	enum err e = OK;
	for (size_t i = 0; !e && i < t->n; i++) {
		e = audit_look(&t->q->actor, DB_NONE, "household.route", lang("needs.field"));
		if (!e)
			e = audit(&t->q->actor, "household.take", "household", t->v[i].id, NULL);
	}
	return e;
}

static enum err take_put(struct rq *q, const struct household *h)
{
	const struct {
		const char *node, *column;
		struct bytes sealed;
	} sealed[] = { { "name", "household.name", h->name },
		       { "phone", "household.phone", h->phone },
		       { "address", "household.address", h->address },
		       { "contact", "household.contact", h->contact },
		       { "health", "household.health", h->health } };
	struct node *n = node_item(put_list(q, "Homes"));
	node_set(n, "no", h->no);
	node_int(n, "version", h->version);
	node_set(n, "grid", h->grid);
	node_set(n, "kind", h->kind);
	node_set(n, "kind_name", h->kind ? code_name("household_kind", h->kind) : NULL);
	node_int(n, "members", h->members);
	for (size_t i = 0; i < sizeof(sealed) / sizeof(sealed[0]); i++) {
		const char *text;
		enum err e = household_text(q, h, sealed[i].column, sealed[i].sealed, &text);
		if (e)
			return e;
		node_set(n, sealed[i].node, text);
	}
	return node_query(node_child(n, "Last"), &last_q, ARGS(A_(h->id)));
}

/* What goes along is whole, and each home of it is a look that is written down. As a page it is the
 * list on paper, for whoever has no such phone. */
enum err field_take(struct rq *q)
{
	struct taking t = { .q = q };
	enum err e = throttle(q, "field", arena_fmt(q->arena, "%lld", (long long)q->staff),
			      TAKES_A_DAY, DAY);
	if (!e)
		e = code_load();
	if (!e)
		e = row_all(&route_q,
			    ARGS(A_(q->station), A_(clock_day(q->arena, q->now)), A_(q->staff)),
			    household_cols, sizeof(*t.v), &t.v, &t.n);
	if (!e)
		e = db_tx(take_note, &t);
	for (size_t i = 0; !e && i < t.n; i++)
		e = take_put(q, &t.v[i]);
	if (e)
		return e;
	reply_header(q, "Cache-Control", "no-store");
	return page(q, "needs/field_sheet.cs");
}

/* One visit as the phone wrote it: its texts, each with the most letters it may have. */
struct sent {
	struct visit_new v;
	struct json const *j;
	const char *wrong, *no;
	char at[24];
};

static const char *sent_text(struct sent *s, const char *key, size_t most)
{
	struct arena *a = s->v.q->arena;
	const struct json *j = json_get(s->j, key);
	const char *text = j ? json_text(j) : NULL;
	if (j && !text)
		s->wrong = "visit_form";
	if (!text)
		return NULL;
	text = text_prose(a, text);
	if (utf8_count(text) > most || text_controls(text))
		s->wrong = "visit_form";
	return *text ? text : NULL;
}

static int64_t sent_number(struct sent *s, const char *key, int64_t least, int64_t most)
{
	const struct json *j = json_get(s->j, key);
	int64_t n = DB_NONE;
	if (j && (!json_number(j, &n) || n < least || n > most)) {
		s->wrong = "visit_form";
		return DB_NONE;
	}
	return n;
}

static void sent_read(struct sent *s, int64_t off)
{
	struct arena *a = s->v.q->arena;
	struct visit_new *v = &s->v;
	uint8_t uid[16];
	int64_t day;
	const char *hex = sent_text(s, "uid", UID_HEX);
	if (!hex || strlen(hex) != UID_HEX || !hex_decode(hex, uid, sizeof(uid)))
		s->wrong = "visit_form";
	else
		v->uid = (struct bytes){ (const unsigned char *)arena_dup(a, (const char *)uid,
									  sizeof(uid)),
					 sizeof(uid) };
	s->no = sent_text(s, "no", 24);
	v->mode = str_or(sent_text(s, "mode", 8), "home");
	v->result = str_or(sent_text(s, "result", 8), "");
	v->companions = sent_text(s, "companions", 120);
	v->note = sent_text(s, "found", 1000);
	v->next_on = sent_text(s, "next_on", 10);
	v->kind = sent_text(s, "kind", 12);
	v->health = sent_text(s, "health", 200);
	v->need_category = sent_text(s, "need_category", 4);
	v->need_words = sent_text(s, "need_words", 1000);
	v->members = sent_number(s, "members", 1, 30);
	v->base = sent_number(s, "version", 0, 1000000);
	int64_t at = sent_number(s, "at", 0, INT64_C(4102444800));
	if (at == DB_NONE || v->base == DB_NONE || !s->no)
		s->wrong = "visit_form";
	else
		v->at = clock_time(a, at - off);
	v->clock_off = off;
	v->offline = true;
	if (!str_in(v->mode, VISIT_MODES) || !str_in(v->result, VISIT_RESULTS) ||
	    (v->kind && !code_name("household_kind", v->kind)) ||
	    (v->need_category && !code_name("service_category", v->need_category)) ||
	    (v->next_on && !clock_parse_day(v->next_on, &day)))
		s->wrong = "visit_form";
}

/* "stored", "known" or "bad"; an error is of the house, and what was stored before it stays. */
static enum err sent_store(struct sent *s, const char **result)
{
	struct household h;
	bool same = false;
	*result = "bad";
	if (s->wrong)
		return OK;
	enum err e = household_here(s->v.q, s->no, &h);
	if (e == ERR_NOT_FOUND) {
		s->wrong = "visit_household";
		return OK;
	}
	if (e)
		return e;
	s->v.household = h.id;
	e = visit_known(&s->v, &same);
	if (e == ERR_NOT_FOUND) {
		s->wrong = visit_wrong(&s->v);
		if (s->wrong)
			return OK;
		e = db_tx(visit_put, &s->v);
		if (!e)
			*result = "stored";
		if (e == ERR_DUPLICATE)
			e = visit_known(&s->v, &same);
	}
	if (e || str_eq(*result, "stored"))
		return e;
	*result = same ? "known" : "bad";
	s->wrong = same ? NULL : "visit_other";
	return OK;
}

static enum err field_one(struct rq *q, const char *line, size_t len, int64_t off)
{
	struct sent s = { .v = { .q = q, .members = DB_NONE, .base = DB_NONE } };
	const char *result = "bad";
	enum err e = json_parse(q->arena, line, len, &s.j);
	if (e || !json_is_object(s.j))
		s.wrong = "visit_form";
	else {
		sent_read(&s, off);
		e = sent_store(&s, &result);
		if (e)
			return e;
	}
	struct node *n = node_item(put_list(q, "Results"));
	node_set(n, "uid", s.v.uid.p ? hex_encode(q->arena, s.v.uid) : NULL);
	node_set(n, "no", s.no);
	node_set(n, "result", result);
	if (s.wrong)
		node_set(n, "text", lang(arena_fmt(q->arena, "needs.Message.%s", s.wrong)));
	return OK;
}

static bool field_known(const void *ctx, const char *name)
{
	(void)ctx;
	return str_in(name, "csrf,visits,now");
}

static size_t lines_of(const char *s)
{
	size_t n = 0;
	for (; *s; s += strcspn(s, "\n"), s += *s != '\0')
		n += *s != '\n';
	return n;
}

/* One visit to a line, so that a line that is broken costs no other. The phone says what its clock
 * shows now: by that much all its times are put right. */
enum err field_give(struct rq *q)
{
	const char *clock = form_given(q, "now"), *s = str_or(form_given(q, "visits"), "");
	int64_t now = clock ? strtoll(clock, NULL, 10) : 0;
	if (!form_only(q, field_known, NULL))
		return ERR(ERR_BAD_REQUEST, "a field that no phone sends");
	if (now <= 0 || now > INT64_C(4102444800))
		return ERR(ERR_BAD_REQUEST, "the phone's clock");
	if (lines_of(s) > VISITS_MAX)
		return ERR(ERR_TOO_LARGE, "more than %d visits", VISITS_MAX);
	enum err e = code_load();
	while (!e && *s) {
		size_t len = strcspn(s, "\n");
		if (len)
			e = field_one(q, s, len, now - q->now);
		s += len + (s[len] != '\0');
	}
	return e ? e : page(q, "needs/field_done.cs");
}
