/* honour.c - marks of stars and honours, and honours that take effect after their notice. */
#include "honour.h"

#include "aside.h"
#include "ids.h"
#include "outbox.h"
#include "ledger.h"
#include "row.h"
#include "secret.h"

static const struct move moves[] = { { "announce", "to_verify", "notice" },
				     { "verify", "to_verify", "effective" },
				     { "refuse", "to_verify", "refused" },
				     { "refuse", "notice", "refused" },
				     { "effect", "notice", "effective" },
				     { "withdraw", "effective", "withdrawn" },
				     { 0 } };
static struct stmt move_q = SQL(
	"UPDATE honour"
	"   SET state = ?, paper = IF(state IN ('refused', 'withdrawn'), NULL, paper)"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(station_id = ?, 1)");
const struct machine honour_machine = { "honour", moves, &move_q };

/* What is marked, as text with NULL as NULL, in this order; the mark stands last. */
#define HONOUR_COLS(X, T) \
	X(T, TEXT, v0, "LOWER(HEX(h.uid))") \
	X(T, TEXT, v1, "CAST(h.version AS CHAR)") \
	X(T, TEXT, v2, "h.no") \
	X(T, TEXT, v3, "CAST(h.station_id AS CHAR)") \
	X(T, TEXT, v4, "LOWER(HEX(p.uid))") \
	X(T, TEXT, v5, "h.name") \
	X(T, TEXT, v6, "h.awarded_on") \
	X(T, TEXT, v7, "h.authority") \
	X(T, TEXT, v8, "h.authority_kind") \
	X(T, TEXT, v9, "CAST(h.created_by AS CHAR)") \
	X(T, TEXT, v10, "CAST(h.verified_by AS CHAR)") \
	X(T, TEXT, v11, "h.state") \
	X(T, TEXT, v12, "NULL") \
	X(T, BYTES, mark, "h.mark")
/* v12: since a station proposes and an overseer decides. */
#define STAR_COLS(X, T) \
	X(T, TEXT, v0, "LOWER(HEX(h.uid))") \
	X(T, TEXT, v1, "CAST(h.version AS CHAR)") \
	X(T, TEXT, v2, "'star'") \
	X(T, TEXT, v3, "CAST(h.station_id AS CHAR)") \
	X(T, TEXT, v4, "LOWER(HEX(p.uid))") \
	X(T, TEXT, v5, "CAST(h.star AS CHAR)") \
	X(T, TEXT, v6, "CAST(h.minutes AS CHAR)") \
	X(T, TEXT, v7, "h.proposed_at") \
	X(T, TEXT, v8, "h.awarded_on") \
	X(T, TEXT, v9, "CAST(h.decided_by AS CHAR)") \
	X(T, TEXT, v10, "CAST(h.settled_by AS CHAR)") \
	X(T, TEXT, v11, "h.state") \
	X(T, TEXT, v12, \
	  "IF(h.level_id IS NULL, NULL, CONCAT_WS('/', h.proposed_by, h.level_id, " \
	  "h.wanted_minutes, h.decided_level))") \
	X(T, BYTES, mark, "h.mark")
ROW_DEFINE(honour_row, HONOUR_COLS);
static struct stmt honour_q = SQL(
	"SELECT " ROW_SELECT(HONOUR_COLS)
	"  FROM honour h"
	"  LEFT JOIN person p ON p.id = COALESCE(h.proved_as, h.person_id)"
	" WHERE h.id = ?"
	"   FOR UPDATE");
static struct stmt star_q = SQL(
	"SELECT " ROW_SELECT(STAR_COLS)
	"  FROM star_award h"
	"  JOIN person p ON p.id = COALESCE(h.proved_as, h.person_id)"
	" WHERE h.id = ?"
	"   FOR UPDATE");
static struct stmt honour_set_q = SQL(
	"UPDATE honour"
	"   SET mark = ?"
	" WHERE id = ?");
static struct stmt star_set_q = SQL(
	"UPDATE star_award"
	"   SET mark = ?"
	" WHERE id = ?");
static struct stmt due_q = SQL(
	"SELECT id"
	"  FROM honour"
	" WHERE state = 'notice'"
	"   AND notice_until < ?"
	"   AND decision_id IS NULL"
	"   AND " ASIDE_NOT("honour", "honour", "honour.id")
	" ORDER BY id"
	" LIMIT ?");
static struct stmt noticed_q = SQL(
	"SELECT COUNT(*)"
	"  FROM honour"
	" WHERE id = ?"
	"   AND state = 'notice'"
	"   AND notice_until < ?");
static struct stmt honours_before_q = SQL(
	"SELECT id"
	"  FROM honour"
	" WHERE mark IS NULL"
	"   AND state IN ('notice', 'effective')"
	" ORDER BY id"
	" LIMIT ?");
static struct stmt stars_before_q = SQL(
	"SELECT id"
	"  FROM star_award"
	" WHERE mark IS NULL"
	"   AND state IN ('notice', 'awarded')"
	" ORDER BY id"
	" LIMIT ?");

/* Both kinds of rows have the same shape, so that one walk marks both. */
static const struct kind {
	const char *format, *newer; /* newer: of rows that have v12 */
	struct stmt *read, *set, *before;
} honours = { "zyz-honour-1", NULL, &honour_q, &honour_set_q, &honours_before_q },
  stars = { "zyz-star-1", "zyz-star-2", &star_q, &star_set_q, &stars_before_q };

static enum err read(const struct kind *k, int64_t id, struct honour_row *r, struct bytes *text)
{
	struct buf b = { .arena = db_arena() };
	enum err e = row_one(k->read, ARGS(A_(id)), honour_row_cols, r);
	if (e)
		return e;
	const char *const v[] = { r->v0, r->v1, r->v2, r->v3,  r->v4,  r->v5, r->v6,
				  r->v7, r->v8, r->v9, r->v10, r->v11, r->v12 };
	size_t n = sizeof(v) / sizeof(v[0]);
	ledger_text(&b, r->v12 ? k->newer : k->format);
	for (size_t i = 0; i < (r->v12 ? n : n - 1); i++)
		ledger_text(&b, v[i]);
	*text = (struct bytes){ (const uint8_t *)b.p, b.n };
	return OK;
}

static enum err make(const struct kind *k, int64_t id)
{
	struct honour_row r;
	struct bytes text, mark;
	enum err e = read(k, id, &r, &text);
	if (!e)
		e = secret_mark(db_arena(), "honour", text, &mark);
	return e ? e : db_change(k->set, ARGS(A_(mark), A_(id)));
}

static enum err holds(const struct kind *k, int64_t id, bool *fits)
{
	struct honour_row r;
	struct bytes text;
	enum err e = read(k, id, &r, &text);
	return e ? e : secret_mark_fits("honour", text, r.mark, fits);
}

enum err honour_marked(int64_t id)
{
	return make(&honours, id);
}

enum err honour_holds(int64_t id, bool *fits)
{
	return holds(&honours, id, fits);
}

enum err star_marked(int64_t id)
{
	return make(&stars, id);
}

enum err star_holds(int64_t id, bool *fits)
{
	return holds(&stars, id, fits);
}

enum err honour_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	return db_each(&due_q, ARGS(A_(actor_today(by)), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

struct taking {
	const struct actor *by;
	int64_t id;
};

static enum err take_effect(void *ctx)
{
	const struct taking *t = ctx;
	bool fits = false;
	int64_t noticed;
	enum err e = honour_holds(t->id, &fits);
	if (!e)
		e = db_int(&noticed_q, ARGS(A_(t->id), A_(actor_today(t->by))), &noticed);
	if (!e && !noticed)
		e = ERR(ERR_STALE, "its notice has not ended");
	if (!e && !fits)
		e = ERR(ERR_CHECK, "the honour does not bear our mark");
	if (!e)
		e = move_to(t->by, &honour_machine, "effect", t->id, "notice");
	if (!e)
		e = honour_marked(t->id);
	return e ? e : outbox_commendation(t->id);
}

enum err honour_take_effect(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(take_effect, &(struct taking){ by, id });
	*done += !e;
	return e;
}

struct marking {
	const struct kind *kind;
	int64_t n;
};

static enum err mark_some(void *ctx)
{
	struct marking *m = ctx;
	int64_t ids[ASIDE_MOST];
	size_t n = 0;
	enum err e = db_each(m->kind->before, ARGS(A_((int64_t)ASIDE_MOST)), ids_take,
			     &(struct ids_taken){ ids, ASIDE_MOST, &n });
	for (size_t i = 0; !e && i < n; i++)
		e = make(m->kind, ids[i]);
	m->n = (int64_t)n;
	return e;
}

enum err honour_mark_before(int64_t *done)
{
	static const struct kind *const kinds[] = { &honours, &stars };
	enum err e = OK;
	*done = 0;
	for (size_t i = 0; !e && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct marking m = { kinds[i], ASIDE_MOST };
		for (; !e && m.n == ASIDE_MOST; *done += m.n)
			e = db_tx(mark_some, &m);
	}
	return e;
}
