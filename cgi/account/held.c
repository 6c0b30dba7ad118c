/* held.c - what is kept about one person: read, opened, masked, put on a page. */
#include <string.h>

#include "account.h"
#include "audit.h"
#include "identity.h"
#include "secret.h"

/* The newest guardian is the one who speaks for a minor. */
#define GUARDIAN \
	"  LEFT JOIN guardian g ON g.id = (SELECT MAX(n.id) FROM guardian n" \
	"       WHERE n.person_id = p.id AND n.ended_at IS NULL)"

static struct stmt by_person_q = SQL(
	"SELECT " ROW_SELECT(HELD_COLS)
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id"
	GUARDIAN
	" WHERE p.id = ?"
	"   AND p.erased_at IS NULL");
static struct stmt by_no_q = SQL(
	"SELECT " ROW_SELECT(HELD_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	GUARDIAN
	" WHERE v.no = ?"
	"   AND v.station_id = ?"
	"   AND p.erased_at IS NULL"
	"   AND p.merged_into IS NULL");
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

/* Kept sealed: column, where it was read to, where its text goes. */
static const struct {
	const char *column;
	size_t sealed, text;
} sealed[] = {
	{ "person.id_no", offsetof(struct held, id_no), offsetof(struct held, id_no_text) },
	{ "person.phone", offsetof(struct held, phone), offsetof(struct held, phone_text) },
	{ "guardian.phone", offsetof(struct held, guardian_phone),
	  offsetof(struct held, guardian_phone_text) },
};

static const char *mask_day(struct arena *a, const char *day)
{
	return arena_fmt(a, "%.4s-**-**", day);
}

/* Shown in part: the field as `unmask` names it, the node of the page, the text, how. It is the
 * only list: what stands in it is masked, comes whole when staff ask, and is written down then. */
static const struct {
	const char *field, *node;
	size_t text;
	const char *(*mask)(struct arena *a, const char *text);
} guarded[] = {
	{ "id_no", "Held.id_no", offsetof(struct held, id_no_text), identity_mask },
	{ "phone", "Held.phone", offsetof(struct held, phone_text), mask_phone },
	{ "birth_on", "Held.birth_on", offsetof(struct held, birth_on), mask_day },
	{ "guardian", "Guardian.name", offsetof(struct held, guardian_name), mask_name },
	{ "guardian", "Guardian.phone", offsetof(struct held, guardian_phone_text), mask_phone },
};
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *text_at(const struct held *h, size_t offset)
{
	const char *text;
	memcpy(&text, (const char *)h + offset, sizeof(text));
	return text;
}

static enum err held_open(struct rq *q, struct held *h)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < COUNT(sealed); i++) {
		struct bytes b;
		const char *text = NULL;
		memcpy(&b, (const char *)h + sealed[i].sealed, sizeof(b));
		e = secret_unseal(q->arena, sealed[i].column, h->uid, b, &text);
		memcpy((char *)h + sealed[i].text, &text, sizeof(text));
	}
	return e;
}

enum err held_by_person(struct rq *q, int64_t person_id, struct held *h)
{
	enum err e = row_one(&by_person_q, ARGS(A_(person_id)), held_cols, h);
	return e ? e : held_open(q, h);
}

enum err held_by_no(struct rq *q, const char *no, struct held *h)
{
	enum err e = row_one(&by_no_q, ARGS(A_(no), A_(q->station)), held_cols, h);
	return e ? e : held_open(q, h);
}

enum err held_unmask(const struct actor *by, const struct held *h, const char *purpose)
{
	enum err e = OK;
	const char *last = NULL;
	for (size_t i = 0; !e && i < COUNT(guarded); i++) {
		if (!text_at(h, guarded[i].text) || str_eq(guarded[i].field, last))
			continue;
		last = guarded[i].field;
		e = audit_look(by, h->id, last, purpose);
	}
	return e ? e : audit(by, "volunteer.unmask", "person", h->id, NULL);
}

static void put_guarded(struct rq *q, const struct held *h, bool unmasked)
{
	for (size_t i = 0; i < COUNT(guarded); i++) {
		const char *text = text_at(h, guarded[i].text);
		if (text)
			put(q, guarded[i].node, unmasked ? text : guarded[i].mask(q->arena, text));
	}
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
		      { "Held.available", "available", h->available },
		      { "Held.sources", "volunteer_source", h->sources },
		      { "Held.political", "political", h->political },
		      { "Held.occupation", "occupation", h->occupation },
		      { "Held.education", "education", h->education },
		      { "Held.ethnic", "ethnic", h->ethnic } };
	put(q, "Held.name", h->name);
	put(q, "Held.no", h->no);
	put(q, "Held.platform_no", h->platform_no);
	put(q, "Guardian.relation", h->guardian_relation);
	put(q, "Guardian.consent_at", h->guardian_consent_at);
	put_guarded(q, h, unmasked);
	enum err e = put_text(q, "Held.region", &region_q, ARGS(A_(h->region_code)));
	if (!e)
		e = put_text(q, "Held.service_region", &region_q, ARGS(A_(h->service_region_code)));
	for (size_t i = 0; !e && i < sizeof(lists) / sizeof(lists[0]); i++)
		if (lists[i].codes && *lists[i].codes)
			e = put_text(q, lists[i].name, &names_q,
				     ARGS(A_(lists[i].list), A_(lists[i].codes)));
	return e;
}
