/* held.c - what is kept about one person: read, opened, masked, put on a page. */
#include "account.h"
#include "secret.h"

static struct stmt by_person_q = SQL(
	"SELECT " ROW_SELECT(HELD_COLS)
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id"
	" WHERE p.id = ?"
	"   AND p.erased_at IS NULL");
static struct stmt by_no_q = SQL(
	"SELECT " ROW_SELECT(HELD_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.no = ?"
	"   AND v.station_id = ?"
	"   AND p.erased_at IS NULL");
static struct stmt region_q = SQL(
	"SELECT full_name"
	"  FROM region"
	" WHERE code = ?");
static struct stmt names_q = SQL(
	"SELECT COALESCE(GROUP_CONCAT(name ORDER BY sort, code SEPARATOR '\u3001'), '')"
	"  FROM code_item"
	" WHERE list = ?"
	"   AND FIND_IN_SET(code, ?)");

static const struct col held_cols[] = { HELD_COLS(ROW_COL_, held){ COL_END, 0 } };

static enum err open_numbers(struct rq *q, struct held *h)
{
	enum err e = secret_unseal(q->arena, "person.id_no", h->uid, h->id_no, &h->id_no_text);
	return e ? e : secret_unseal(q->arena, "person.phone", h->uid, h->phone, &h->phone_text);
}

enum err held_by_person(struct rq *q, int64_t person_id, struct held *h)
{
	enum err e = row_one(&by_person_q, ARGS(A_(person_id)), held_cols, h);
	return e ? e : open_numbers(q, h);
}

enum err held_by_no(struct rq *q, const char *no, struct held *h)
{
	enum err e = row_one(&by_no_q, ARGS(A_(no), A_(q->station)), held_cols, h);
	return e ? e : open_numbers(q, h);
}

/* One text that is looked up; NULL and unknown leave nothing on the page. */
static enum err put_text(struct rq *q, const char *name, struct stmt *s, struct args a)
{
	const char *text;
	enum err e = db_text(s, a, &text);
	if (!e)
		put(q, name, text);
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err put_held(struct rq *q, const struct held *h, bool unmasked)
{
	const struct {
		const char *name, *list, *codes;
	} lists[] = { { "Held.id_type", "id_type", h->id_type },
		      { "Held.sex", "sex", h->sex },
		      { "Held.categories", "service_category", h->categories },
		      { "Held.skills", "skill", h->skills },
		      { "Held.fields", "field", h->fields },
		      { "Held.available", "available", h->available } };
	put(q, "Held.name", h->name);
	put(q, "Held.no", h->no);
	put(q, "Held.platform_no", h->platform_no);
	put(q, "Held.birth_on",
	    unmasked || !h->birth_on ? h->birth_on
				     : arena_fmt(q->arena, "%.4s-**-**", h->birth_on));
	if (h->id_no_text)
		put(q, "Held.id_no", unmasked ? h->id_no_text : mask_id(q->arena, h->id_no_text));
	if (h->phone_text)
		put(q, "Held.phone",
		    unmasked ? h->phone_text : mask_phone(q->arena, h->phone_text));
	enum err e = put_text(q, "Held.region", &region_q, ARGS(A_(h->region_code)));
	if (!e)
		e = put_text(q, "Held.service_region", &region_q, ARGS(A_(h->service_region_code)));
	for (size_t i = 0; !e && i < sizeof(lists) / sizeof(lists[0]); i++)
		if (lists[i].codes && *lists[i].codes)
			e = put_text(q, lists[i].name, &names_q,
				     ARGS(A_(lists[i].list), A_(lists[i].codes)));
	return e;
}
