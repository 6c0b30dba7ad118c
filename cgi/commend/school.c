/* school.c - whose records a school may have: the class list is read, and each line is somebody who
 * agreed, or missing. */
#include "school.h"

#include <string.h>

#include "clock.h"
#include "code.h"
#include "commend.h"
#include "config.h"
#include "csv.h"
#include "form.h"
#include "identity.h"
#include "secret.h"

enum { DAY = 86400, TERM_DAYS = 366 };

#define SCHOOL_IN(X, T) \
	X(T, STR, school, 2, 60) \
	X(T, STR, class_name, 1, 30) \
	X(T, DAY, from_on, 1, 10) \
	X(T, DAY, to_on, 1, 10) \
	X(T, TABLE, pupils, 2, 20000) \
	X(T, WORD, as, 1, 8)
FORM_DEFINE(school_in, SCHOOL_IN);

#define PERSON_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, no, "v.no")
ROW_DEFINE(person_row, PERSON_COLS);
/* Every part of what is asked for is asked in one statement: somebody who is known and did not
 * agree is as little there as somebody who is not known. */
#define AGREED \
	"   AND p.name = ?" \
	"   AND p.erased_at IS NULL" \
	"   AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id AND c.purpose = 'school'" \
	"       AND c.withdrawn_at IS NULL AND c.given_by <> 'guardian') = 1" \
	"   AND (p.birth_on <= ? OR EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id" \
	"       AND c.purpose = 'school' AND c.withdrawn_at IS NULL" \
	"       AND c.given_by = 'guardian') = 1)" \
	" LIMIT 1"
static struct stmt by_no_q = SQL(
	"SELECT " ROW_SELECT(PERSON_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.no = ?"
	AGREED);
static struct stmt by_id_q = SQL(
	"SELECT " ROW_SELECT(PERSON_COLS)
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id"
	" WHERE p.id_no_index = ?"
	AGREED);
enum err school_form(struct rq *q)
{
	enum err e = put_station(q, q->station);
	return e ? e : page(q, "commend/school.cs");
}

/* Whoever was born by this day is of age. */
static const char *of_age(struct rq *q)
{
	const char *today = clock_day(q->arena, q->now);
	long long year = 0;
	for (const char *p = today; *p && *p != '-'; p++)
		year = year * 10 + (*p - '0');
	return arena_fmt(q->arena, "%04lld%s", year - (long long)cfg.guardian_age, today + 4);
}

static enum err pupil_take(enum err e, struct pupil *p, const struct person_row *r)
{
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	if (!e) {
		p->person = r->id;
		p->no = r->no;
	}
	return e;
}

static enum err pupil_find(struct rq *q, struct pupil *p, const char *ref)
{
	struct person_row r;
	const char *keys[IDENTITY_KEYS], *born = of_age(q);
	enum err e = row_one(&by_no_q, ARGS(A_(ref), A_(p->name), A_(born)), person_row_cols, &r);
	e = pupil_take(e, p, &r);
	size_t n = identity_keys(q->arena, ref, keys);
	for (size_t i = 0; !e && p->person == DB_NONE && i < n; i++) {
		e = row_one(&by_id_q,
			    ARGS(A_(secret_index(q->arena, "person.id_no", keys[i])), A_(p->name),
				 A_(born)),
			    person_row_cols, &r);
		e = pupil_take(e, p, &r);
	}
	return e;
}

static bool pupil_before(const struct school *s, int64_t person)
{
	for (size_t i = 0; i + 1 < s->n; i++)
		if (s->v[i].person == person)
			return true;
	return false;
}

/* A line is a name and a number, in this order. */
static enum err pupils_read(struct rq *q, const char *text, struct school *s)
{
	struct csv t;
	const char *fault = csv_pasted(q->arena, text, &t);
	if (!fault && t.n > SCHOOL_LINES)
		fault = "school_lines";
	if (fault) {
		form_error(q, "pupils", fault);
		return ERR_FORM;
	}
	s->v = arena_array(q->arena, t.n + 1, sizeof(*s->v));
	enum err e = OK;
	for (size_t i = 0; !e && i < t.n; i++) {
		const struct csv_row *row = &t.row[i];
		if (row->n < 2 || !*row->cell[0] || !*row->cell[1]) {
			form_error_text(q, "pupils",
					arena_fmt(q->arena, "%s %zu %s",
						  lang("commend.school_line"), row->line,
						  lang("commend.school_line_wrong")));
			return ERR_FORM;
		}
		if (i == 0 && str_eq(row->cell[0], lang("commend.School.name")))
			continue; /* the heads of the table came along */
		struct pupil *p = &s->v[s->n++];
		*p = (struct pupil){ .name = row->cell[0], .person = DB_NONE };
		e = pupil_find(q, p, row->cell[1]);
		if (!e && p->person != DB_NONE && pupil_before(s, p->person))
			s->n--;
		else if (!e && p->person != DB_NONE)
			s->found++;
	}
	return e;
}

static bool school_read(struct rq *q, struct school_in *in)
{
	int64_t from = 0, to = 0;
	if (!form_read(q, school_in_fields, in))
		return false;
	(void)clock_parse_day(in->from_on, &from);
	(void)clock_parse_day(in->to_on, &to);
	if (to < from || to - from >= (int64_t)TERM_DAYS * DAY)
		form_error(q, "to_on", "school_term");
	if (!str_in(in->as, "look,xlsx,pdf"))
		form_error(q, "as", "choose");
	return form_ok(q);
}

static void school_put(struct rq *q, const struct school *s)
{
	struct node *missing = put_list(q, "Missing");
	put_int(q, "Found", (int64_t)s->found);
	put_int(q, "Looked", (int64_t)s->n);
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].person == DB_NONE)
			node_set(node_item(missing), "name", s->v[i].name);
	form_keep(q);
}

/* Each one is noted as looked at, before the file leaves. */
static enum err school_note(struct rq *q, const struct school *s, const char *as)
{
	const char *why = arena_fmt(q->arena, "%s %s", s->school, s->class_name);
	enum err e = audit(&q->actor, "school.export", "station", q->station,
			   arena_fmt(q->arena, "%s %zu/%zu", as, s->found, s->n));
	for (size_t i = 0; !e && !str_eq(as, "look") && i < s->n; i++)
		if (s->v[i].person != DB_NONE)
			e = audit_look(&q->actor, s->v[i].person, "school", why);
	return e;
}

enum err school_give(struct rq *q)
{
	struct school_in in;
	if (!school_read(q, &in))
		return ERR_FORM;
	struct school s = {
		.school = in.school, .class_name = in.class_name, .from = in.from_on, .to = in.to_on
	};
	enum err e = pupils_read(q, in.pupils, &s);
	if (!e)
		e = school_note(q, &s, in.as);
	if (e)
		return e;
	if (!str_eq(in.as, "look"))
		return str_eq(in.as, "pdf") ? school_pdf(q, &s) : school_xlsx(q, &s);
	school_put(q, &s);
	e = put_station(q, q->station);
	return e ? e : page(q, "commend/school.cs");
}
