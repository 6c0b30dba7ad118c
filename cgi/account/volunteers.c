/* volunteers.c - the station's ledger of volunteers: filtered by address, searched by a posted
 * number. */
#include "account.h"
#include "clock.h"
#include "check.h"
#include "code.h"
#include "identity.h"
#include "list.h"
#include "phone.h"
#include "secret.h"
#include "text.h"

#define LEDGER_COLS(C) \
	C(TEXT, no, "v.no", "") \
	C(TEXT, name, "p.name", "") \
	C(WORD, sex, "p.sex", "account.Sex") \
	C(INT, age, "NULL", "") \
	C(TEXT, phone, "NULL", "") \
	C(TEXT, categories, "v.categories", "") \
	C(TEXT, skills, "v.skills", "") \
	C(WORD, star, "v.star", "account.Star") \
	C(HOURS, minutes, "v.served_minutes", "") \
	C(DAY, registered_on, "DATE(v.registered_at)", "") \
	C(WORD, state, "v.state", "State.volunteer") \
	C(TEXT, _uid, "p.uid", "") \
	C(TEXT, _phone, "p.phone_sealed", "") \
	C(TEXT, _birth_on, "p.birth_on", "")
#define LEDGER_TABLE "volunteer v"
#define LEDGER_JOINS "  JOIN person p ON p.id = v.person_id"
/* Who was erased is in no ledger, nor is who was merged into somebody who is. */
#define LEDGER_WHERE "v.station_id = ? AND v.in_ledger = 1"
#define LEDGER_FILTERS(F) \
	F(WORD, state, "v.state = ?") \
	F(WORD, category, "FIND_IN_SET(?, v.categories)") \
	F(WORD, skill, "FIND_IN_SET(?, v.skills)") \
	F(WORD, star, "v.star = ?") \
	F(DAY, from, "v.registered_at >= ?") \
	F(DAY, to, "v.registered_at < ? + INTERVAL 1 DAY") \
	F(TICKED, only, "FIND_IN_SET(v.no, ?) > 0")
#define LEDGER_WAYS(S, L) \
	S(L, registered_on, any, "v.person_id", "volunteer_home") \
	S(L, registered_on, state, "v.person_id", "volunteer_station") \
	S(L, registered_on, star, "v.person_id", "volunteer_home_star") \
	S(L, registered_on, from, "v.registered_at", "volunteer_home_since") \
	S(L, registered_on, to, "v.registered_at", "volunteer_home_since") \
	S(L, minutes, any, "v.served_minutes", "volunteer_home_hours") \
	S(L, star, any, "v.star", "volunteer_home_star") \
	S(L, star, star, "v.person_id", "volunteer_home_star")
#define LEDGER_ID "v.person_id"
LIST_DEFINE(LEDGER);

/* By numbers of before, too: those of who was merged into them. */
static struct stmt find_q = SQL(
	"SELECT MIN(k.no)"
	"  FROM ((SELECT id FROM person WHERE id_no_index IN (?, ?, ?, ?, ?, ?, ?, ?, ?)) UNION"
	"       (SELECT id FROM person WHERE phone_index = ? LIMIT 50) UNION"
	"       (SELECT person_id FROM volunteer WHERE no = ?)) f"
	"  JOIN person p ON p.id = f.id"
	"  JOIN volunteer k ON k.person_id = COALESCE(p.merged_into, p.id)"
	" WHERE k.station_id = ?"
	"   AND p.erased_at IS NULL"
	" HAVING COUNT(DISTINCT k.person_id) = 1");

static struct bytes cell_bytes(const struct row *r, const char *name)
{
	const struct cell *c = list_cell(r, name);
	return (struct bytes){ (const unsigned char *)c->text, c->n };
}

/* What SQL cannot: the telephone opened and masked, the age, the names of several codes. */
enum err volunteer_row(struct rq *q, struct node *n, const struct row *r)
{
	static const char *const codes[][2] = { { "categories", "service_category" },
						{ "skills", "skill" },
						{ "fields", "field" },
						{ "sources", "volunteer_source" },
						{ "available", "available" } };
	struct arena *a = q->arena;
	const char *phone, *birth = node_get(n, "_birth_on");
	enum err e = secret_unseal(a, "person.phone", cell_bytes(r, "_uid"),
				   cell_bytes(r, "_phone"), &phone);
	if (e)
		return e;
	node_set(n, "phone", phone ? mask_phone(a, phone) : NULL);
	node_int(n, "age", birth ? age_on(birth, clock_day(a, q->now)) : DB_NONE);
	node_set(n, "hours", hours_text(a, node_get_int(n, "minutes")));
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (node_get(n, codes[i][0]))
			node_set(n, codes[i][0],
				 code_names(a, codes[i][1], node_get(n, codes[i][0])));
	return OK;
}

enum err volunteers(struct rq *q)
{
	struct list ledger = LIST(LEDGER, "Volunteers", "account.Ledger");
	ledger.row = volunteer_row;
	enum err e = put_codes(q, "Categories", "service_category");
	if (!e)
		e = put_codes(q, "Skills", "skill");
	return e ? e : list_page(q, &ledger, ARGS(A_(q->station)), "account/volunteers.cs");
}

#define FIND_IN(X, T) X(T, STR, number, 1, 60)
FORM_DEFINE(find_in, FIND_IN);

static enum err volunteer_find(struct rq *q, const char *typed, const char **no)
{
	struct arena *a = q->arena;
	const char *keys[IDENTITY_KEYS], *phone = NULL;
	struct bytes id[IDENTITY_KEYS] = { { NULL, 0 } };
	size_t n = identity_keys(a, typed, keys);
	for (size_t i = 0; i < n; i++)
		id[i] = secret_index(a, "person.id_no", keys[i]);
	(void)phone_read(a, typed, &phone);
	return db_text(&find_q,
		       ARGS(A_(id[0]), A_(id[1]), A_(id[2]), A_(id[3]), A_(id[4]), A_(id[5]),
			    A_(id[6]), A_(id[7]), A_(id[8]),
			    A_(secret_index(a, "person.phone", str_or(phone, ""))),
			    A_(text_number(a, typed)), A_(q->station)),
		       no);
}

/* A document's number, a phone or a volunteer's number, whole and as it is written: posted, so that
 * it stands in no address and no log. */
enum err volunteers_find(struct rq *q)
{
	struct find_in in;
	const char *no = NULL;
	if (!form_read(q, find_in_fields, &in))
		return ERR_FORM;
	enum err e = throttle(q, "find", arena_fmt(q->arena, "%lld", (long long)q->staff), 300,
			      3600);
	if (!e)
		e = volunteer_find(q, in.number, &no);
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (no)
		return see(q, "/account/volunteers/%s", no);
	form_error(q, "number", "nobody");
	return ERR_FORM;
}
