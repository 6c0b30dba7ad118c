/* meeting_people.c - who was at a meeting: staff, households on file by their number, other
 * residents by name. */
#include <string.h>

#include "check.h"
#include "colleague.h"
#include "form.h"
#include "household.h"
#include "meeting.h"
#include "secret.h"
#include "text.h"

#define PEOPLE_IN(X, T) X(T, LIST, hosts, 0, 60) X(T, TEXT, residents, 0, 6000)
FORM_DEFINE(people_in, PEOPLE_IN);
#define DROP_IN(X, T) X(T, CODE, person, 32, 32)
FORM_DEFINE(drop_in, DROP_IN);

#define WHO_COLS(X, T) \
	X(T, BYTES, uid, "p.uid") \
	X(T, BYTES, name, "p.name_sealed") \
	X(T, TEXT, staff, "f.name") \
	X(T, TEXT, household, "h.no") \
	X(T, BYTES, household_uid, "h.uid") \
	X(T, BYTES, household_name, "h.name_sealed")
ROW_DEFINE(who_row, WHO_COLS);
static struct stmt who_q = SQL(
	"SELECT " ROW_SELECT(WHO_COLS)
	"  FROM meeting_person p"
	"  LEFT JOIN staff f ON f.id = p.staff_id"
	"  LEFT JOIN household h ON h.id = p.household_id"
	" WHERE p.meeting_id = ?"
	" ORDER BY p.staff_id IS NULL, p.id"
	" LIMIT 200");
/* Ticked again, or the same file twice, is one who was there. */
static struct stmt put_staff_q = SQL(
	"INSERT IGNORE INTO meeting_person (uid, meeting_id, staff_id)"
	" VALUES (?, ?, ?)");
static struct stmt put_household_q = SQL(
	"INSERT IGNORE INTO meeting_person (uid, meeting_id, household_id)"
	" VALUES (?, ?, ?)");
static struct stmt put_name_q = SQL(
	"INSERT INTO meeting_person (uid, meeting_id, name_sealed)"
	" VALUES (?, ?, ?)");
static struct stmt many_q = SQL(
	"SELECT COUNT(*)"
	"  FROM meeting_person"
	" WHERE meeting_id = ?");
static struct stmt drop_q = SQL(
	"DELETE FROM meeting_person"
	" WHERE meeting_id = ?"
	"   AND uid = UNHEX(?)");

enum err put_meeting_people(struct rq *q, int64_t meeting)
{
	struct who_row *v;
	size_t n = 0;
	enum err e = row_all(&who_q, ARGS(A_(meeting)), who_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		const char *name = NULL;
		if (v[i].name.n)
			e = secret_unseal(q->arena, "meeting_person.name", v[i].uid, v[i].name,
					  &name);
		else if (v[i].household_name.n)
			e = secret_unseal(q->arena, "household.name", v[i].household_uid,
					  v[i].household_name, &name);
		struct node *p = node_item(put_list(q, "People"));
		node_set(p, "ref", hex_encode(q->arena, v[i].uid));
		node_set(p, "kind", v[i].staff ? "staff" : v[i].household ? "file" : "name");
		node_set(p, "name",
			 v[i].staff ? v[i].staff
			 : name     ? mask_name(q->arena, name)
				    : NULL);
		node_set(p, "no", v[i].household);
	}
	return e;
}

/* The n-th resident of a form is the same one when the form comes again. */
static struct bytes resident_uid(const struct meeting_people *p, size_t n)
{
	enum { UID = 16 };
	struct arena *a = p->q->arena;
	const char *one = arena_fmt(a, "%s %lld %zu", hex_encode(a, p->form), (long long)p->meeting,
				    n);
	struct bytes of = { (const uint8_t *)one, strlen(one) };
	return p->form.n ? (struct bytes){ secret_mac(a, MEETING_FORM, of).p, UID } : secret_uid(a);
}

static enum err resident_put(const struct meeting_people *p, const char *line, struct bytes uid)
{
	struct rq *q = p->q;
	struct arena *a = q->arena;
	struct household h;
	if (strpbrk(line, "0123456789")) {
		enum err e = household_here(q, text_number(a, line), &h);
		if (e == ERR_NOT_FOUND) {
			form_error_text(q, "residents",
					arena_fmt(a, "%s%s", lang("needs.Message.no_file"), line));
			return ERR_FORM;
		}
		return e ? e
			 : db_exec(&put_household_q, ARGS(A_(uid), A_(p->meeting), A_(h.id)), NULL);
	}
	const char *name = text_name(a, line);
	if (!person_name_check(name) || utf8_count(name) > 30) {
		form_error_text(q, "residents",
				arena_fmt(a, "%s%s", lang("needs.Message.no_name"), line));
		return ERR_FORM;
	}
	return db_exec(
		&put_name_q,
		ARGS(A_(uid), A_(p->meeting), A_(secret_seal(a, "meeting_person.name", uid, name))),
		NULL);
}

enum err meeting_people_put(const struct meeting_people *p)
{
	struct arena *a = p->q->arena;
	int64_t many = 0;
	size_t place = 0;
	enum err e = OK;
	for (size_t i = 0; !e && i < p->staff.n; i++) {
		int64_t staff;
		e = colleague(p->q, "hosts", p->staff.v[i], &staff);
		if (!e && staff != DB_NONE)
			e = db_exec(&put_staff_q,
				    ARGS(A_(secret_uid(a)), A_(p->meeting), A_(staff)), NULL);
	}
	if (!e && !form_ok(p->q))
		e = ERR_FORM;
	const char *gap = "\n,;";
	for (const char *s = str_or(p->residents, ""); !e && *s;) {
		size_t n = strcspn(s, gap);
		for (size_t k = 0; k < n; k++)
			if (str_starts(s + k, "、") || str_starts(s + k, "，"))
				n = k;
		const char *line = text_value(a, arena_dup(a, s, n));
		if (*line)
			e = resident_put(p, line, resident_uid(p, place++));
		s += n;
		s += !*s ? 0 : (unsigned char)*s < 0x80 ? 1 : strlen("、");
	}
	if (!e)
		e = db_int(&many_q, ARGS(A_(p->meeting)), &many);
	if (!e && many > MEETING_PEOPLE) {
		form_error(p->q, "residents", "meeting_many");
		e = ERR_FORM;
	}
	return e;
}

static enum err people_put(void *ctx)
{
	const struct meeting_people *p = ctx;
	enum err e = meeting_people_put(p);
	return e ? e : audit(&p->q->actor, "meeting.person", "meeting", p->meeting, NULL);
}

enum err meeting_person_add(struct rq *q)
{
	struct people_in in;
	struct meeting_row m;
	struct bytes form = { 0 };
	enum err e = meeting_here(q, &m);
	if (!e && form_given(q, "key"))
		e = form_key_uid(q, MEETING_FORM, &form);
	if (e)
		return e;
	if (!form_read(q, people_in_fields, &in))
		return ERR_FORM;
	if (!in.hosts.n && !in.residents) {
		form_error(q, "residents", "required");
		return ERR_FORM;
	}
	e = db_tx(people_put, &(struct meeting_people){ q, m.id, in.hosts, in.residents, form });
	return e && e != ERR_DUPLICATE
		       ? e
		       : see(q, "/needs/meetings/%s?done=meeting_person", arg(q, 0));
}

struct dropping {
	struct rq *q;
	int64_t meeting;
	const char *ref;
};

static enum err person_gone(void *ctx)
{
	const struct dropping *d = ctx;
	enum err e = db_change(&drop_q, ARGS(A_(d->meeting), A_(d->ref)));
	return e ? e : audit(&d->q->actor, "meeting.unperson", "meeting", d->meeting, NULL);
}

enum err meeting_person_drop(struct rq *q)
{
	struct drop_in in;
	struct meeting_row m;
	enum err e = meeting_here(q, &m);
	if (e)
		return e;
	if (!form_read(q, drop_in_fields, &in))
		return ERR_FORM;
	e = db_tx(person_gone, &(struct dropping){ q, m.id, in.person });
	return e ? e : see(q, "/needs/meetings/%s?done=meeting_unperson", arg(q, 0));
}
