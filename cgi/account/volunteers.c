/* volunteers.c - the station's ledger of volunteers: filtered by address, searched by a posted
 * number. */
#include "account.h"
#include "clock.h"
#include "check.h"
#include "code.h"
#include "secret.h"

#define LIST_COLS(X, T) \
	X(T, BYTES, uid, "p.uid") \
	X(T, BYTES, phone, "p.phone_sealed") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, sex, "p.sex") \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, TEXT, state, "v.state") \
	X(T, INT, star, "v.star") \
	X(T, TEXT, registered_on, "DATE(v.registered_at)") \
	X(T, INT, minutes, "COALESCE(t.minutes, 0)") \
	X(T, TEXT, categories, \
	  "(SELECT GROUP_CONCAT(c.name ORDER BY c.sort SEPARATOR '\u3001')" \
	  " FROM code_item c WHERE c.list = 'service_category'" \
	  " AND FIND_IN_SET(c.code, v.categories))") \
	X(T, TEXT, skills, \
	  "(SELECT GROUP_CONCAT(c.name ORDER BY c.sort SEPARATOR '\u3001')" \
	  " FROM code_item c WHERE c.list = 'skill' AND FIND_IN_SET(c.code, v.skills))")
ROW_DEFINE(list_row, LIST_COLS);

/* Newest first; who was erased is in no ledger. */
static struct stmt list_q = SQL(
	"SELECT " ROW_SELECT(LIST_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	"  LEFT JOIN volunteer_total t ON t.person_id = v.person_id"
	" WHERE v.station_id = ?"
	"   AND p.erased_at IS NULL"
	"   AND (? = '' OR v.state = ?)"
	"   AND (? = '' OR FIND_IN_SET(?, v.categories))"
	"   AND (? = '' OR FIND_IN_SET(?, v.skills))"
	"   AND (? = '' OR v.person_id < (SELECT person_id FROM volunteer WHERE no = ?"
	"       AND station_id = ?))"
	" ORDER BY v.person_id DESC"
	" LIMIT 31");
static struct stmt find_q = SQL(
	"SELECT MIN(v.no)"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.station_id = ?"
	"   AND (p.id_no_index = ? OR p.phone_index = ? OR v.no = ?)"
	" HAVING COUNT(*) = 1");

static enum err put_volunteers(struct rq *q, const struct list_row *rows, size_t n)
{
	const char *today = clock_day(q->arena, q->now);
	for (size_t i = 0; i < n; i++) {
		const struct list_row *r = &rows[i];
		struct node *to = node_item(put_list(q, "Volunteers"));
		const char *phone;
		enum err e = secret_unseal(q->arena, "person.phone", r->uid, r->phone, &phone);
		if (e)
			return e;
		node_set(to, "no", r->no);
		node_set(to, "name", r->name);
		node_set(to, "sex", r->sex);
		node_set(to, "phone", phone ? mask_phone(q->arena, phone) : NULL);
		node_set(to, "state", r->state);
		node_set(to, "registered_on", r->registered_on);
		node_set(to, "categories", r->categories);
		node_set(to, "skills", r->skills);
		node_set(to, "hours", hours_text(q->arena, r->minutes));
		node_int(to, "minutes", r->minutes);
		node_int(to, "star", r->star);
		node_int(to, "age", r->birth_on ? age_on(r->birth_on, today) : DB_NONE);
	}
	return OK;
}

static const char *volunteers_filter(struct rq *q, const char *name)
{
	const char *value = str_or(query(q, name), "");
	put(q, arena_fmt(q->arena, "Filter.%s", name), value);
	return value;
}

enum err volunteers(struct rq *q)
{
	const char *state = volunteers_filter(q, "state"),
		   *category = volunteers_filter(q, "category"),
		   *skill = volunteers_filter(q, "skill");
	const char *after = str_or(query(q, "after"), "");
	struct list_row *rows;
	size_t n;
	enum err e = row_all(&list_q,
			     ARGS(A_(q->station), A_(state), A_(state), A_(category), A_(category),
				  A_(skill), A_(skill), A_(after), A_(after), A_(q->station)),
			     list_row_cols, sizeof(*rows), &rows, &n);
	if (!e)
		e = put_volunteers(q, rows, n);
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	if (!e)
		e = put_codes(q, "Skills", "skill");
	if (e)
		return e;
	put_next(q, "Volunteers", PAGE_SIZE, "no");
	return page(q, "account/volunteers.cs");
}

#define FIND_IN(X, T) X(T, CODE, number, 1, 20)
FORM_DEFINE(find_in, FIND_IN);

/* An id number, a phone or a volunteer's number, whole: posted, so that it stands in no address and
 * no log. */
enum err volunteers_find(struct rq *q)
{
	struct find_in in;
	const char *no = NULL;
	if (!form_read(q, find_in_fields, &in))
		return ERR_FORM;
	char *number = arena_str(q->arena, in.number);
	for (char *s = number; *s; s++)
		if (*s >= 'a' && *s <= 'z')
			*s = (char)(*s - 'a' + 'A');
	enum err e = throttle(q, "find", arena_fmt(q->arena, "%lld", (long long)q->staff), 300,
			      3600);
	if (!e)
		e = db_text(&find_q,
			    ARGS(A_(q->station), A_(secret_index(q->arena, "person.id_no", number)),
				 A_(secret_index(q->arena, "person.phone", number)), A_(number)),
			    &no);
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (no)
		return see(q, "/account/volunteers/%s", no);
	form_error(q, "number", "nobody");
	return ERR_FORM;
}
