/* outbox_sweep.c - finds what should be in line and is not: a consent given later, a row lost by
 * a restore. */
#include "outbox_inside.h"
#include "row.h"

/* Rows looked at in one go. */
#define STEP "1000"

#define ID_COLS(X, T) X(T, INT, id, "id") X(T, INT, missing, "missing")
ROW_DEFINE(id_row, ID_COLS);

#define CONSENT(person) \
	"EXISTS (SELECT 1 FROM consent c WHERE c.person_id = " person \
	" AND c.purpose = 'platform' AND c.withdrawn_at IS NULL)"
#define NOT_IN_LINE(uid, version) \
	"NOT EXISTS (SELECT 1 FROM outbox o WHERE o.record_uid = " uid \
	" AND o.version >= " version \
	" AND (o.state <> 'withdrawn' OR o.reason_code <> 'no_consent'))"

static struct stmt volunteer_q = SQL("SELECT v.person_id AS id, (v.state IN ('active', 'paused') "
	"AND "
	CONSENT("v.person_id") " AND " NOT_IN_LINE("p.uid", "v.version") ") AS missing, 0 AS _end "
	"FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.person_id > ? ORDER BY "
	"v.person_id LIMIT " STEP);
static struct stmt service_q = SQL("SELECT r.id AS id, (r.state = 'effective' AND "
	CONSENT("r.person_id") " AND "
	NOT_IN_LINE("r.uid", "r.version") ") AS missing, 0 AS _end "
	"FROM service_record r WHERE r.id > ? ORDER BY r.id LIMIT " STEP);
static struct stmt training_q = SQL("SELECT e.id AS id, (e.state IN ('passed', 'failed') AND "
	CONSENT("e.person_id")
	" AND " NOT_IN_LINE("e.uid", "e.version") ") AS missing, 0 AS _end "
	"FROM enrolment e WHERE e.id > ? ORDER BY e.id LIMIT " STEP);
static struct stmt honour_q = SQL("SELECT h.id AS id, (h.state = 'effective' AND h.person_id IS "
	"NOT NULL AND "
	CONSENT("h.person_id") " AND " NOT_IN_LINE("h.uid", "h.version") ") AS missing, 0 AS _end "
	"FROM honour h WHERE h.id > ? ORDER BY h.id LIMIT " STEP);
static struct stmt star_q = SQL("SELECT h.id AS id, (h.state = 'awarded' AND "
	CONSENT("h.person_id") " AND "
	NOT_IN_LINE("h.uid", "h.version") ") AS missing, 0 AS _end "
	"FROM star_award h WHERE h.id > ? ORDER BY h.id LIMIT " STEP);
static struct stmt evaluation_q = SQL("SELECT e.id AS id, (e.direction = 'of_volunteer' AND "
	CONSENT("e.person_id")
	" AND " NOT_IN_LINE("e.uid", "e.version") ") AS missing, 0 AS _end "
	"FROM evaluation e WHERE e.id > ? ORDER BY e.id LIMIT " STEP);

static struct stmt *const steps[FACTS_SOURCES] = {
	[FROM_VOLUNTEER] = &volunteer_q, [FROM_SERVICE_RECORD] = &service_q,
	[FROM_TRAINING] = &training_q,   [FROM_HONOUR] = &honour_q,
	[FROM_STAR] = &star_q,           [FROM_EVALUATION] = &evaluation_q,
};

/* All of one person: their volunteer row and whatever hangs on it. */
static struct stmt person_q[FACTS_SOURCES] = {
	[FROM_VOLUNTEER] = SQL("SELECT person_id AS id, 1 AS missing, 0 AS _end FROM volunteer "
	"WHERE person_id = ?"),
	[FROM_SERVICE_RECORD] = SQL("SELECT id, 1 AS missing, 0 AS _end FROM service_record "
		"WHERE person_id = ? AND state = 'effective' ORDER BY id"),
	[FROM_TRAINING] = SQL("SELECT id, 1 AS missing, 0 AS _end FROM enrolment "
		"WHERE person_id = ? AND state IN ('passed', 'failed')"),
	[FROM_HONOUR] = SQL("SELECT id, 1 AS missing, 0 AS _end FROM honour WHERE person_id = ? "
	"AND state = 'effective'"),
	[FROM_STAR] = SQL("SELECT id, 1 AS missing, 0 AS _end FROM star_award WHERE person_id = ? "
	"AND state = 'awarded'"),
	[FROM_EVALUATION] = SQL("SELECT id, 1 AS missing, 0 AS _end FROM evaluation "
		"WHERE person_id = ? AND direction = 'of_volunteer'"),
};

/* Rows of one step that are missing, enqueued in one transaction. */
struct batch {
	enum facts_source from;
	const struct id_row *rows;
	size_t n;
	int64_t made;
};

static enum err put_missing(enum facts_source from, const struct id_row *r, size_t n,
			    int64_t *made)
{
	struct buf ids = { .arena = db_arena() };
	struct facts *f;
	size_t found;
	int64_t rows;
	for (size_t i = 0; i < n; i++)
		if (r[i].missing == 1)
			buf_fmt(&ids, "%s%lld", ids.n ? "," : "[", (long long)r[i].id);
	if (!ids.n)
		return OK;
	buf_char(&ids, ']');
	enum err e = facts_read_many(from, ids.p, &f, &found);
	if (!e)
		e = outbox_put(f, found, &rows);
	if (!e)
		*made += rows;
	return e;
}

static enum err put_batch(void *ctx)
{
	struct batch *b = ctx;
	b->made = 0;
	return put_missing(b->from, b->rows, b->n, &b->made);
}

static enum err sweep_source(enum facts_source from, int64_t *after, int64_t *made)
{
	struct id_row *r;
	size_t n, missing = 0;
	int64_t begin = *after < 0 ? 0 : *after;
	enum err e = row_all(steps[from], ARGS(A_(begin)), id_row_cols, sizeof(*r), &r, &n);
	for (size_t i = 0; !e && i < n; i++)
		missing += r[i].missing == 1;
	struct batch b = { from, r, n, 0 };
	if (!e && missing)
		e = db_tx(put_batch, &b);
	if (e)
		return e;
	*made += b.made;
	*after = n ? r[n - 1].id : -1;
	return OK;
}

enum err outbox_sweep(struct outbox_mark *mark, int64_t *made)
{
	enum err e = OK;
	bool whole = true;
	*made = 0;
	for (int i = 0; !e && i < FACTS_SOURCES; i++) {
		/* a table that was read to its end waits for the others */
		if (mark->whole || mark->after[i] >= 0)
			e = sweep_source((enum facts_source)i, &mark->after[i], made);
		whole = whole && mark->after[i] < 0;
	}
	mark->whole = !e && whole;
	return e;
}

enum err outbox_person(const struct rq *q, int64_t person_id)
{
	(void)q;
	int64_t made = 0;
	enum err e = db_in_tx() ? OK : ERR(ERR_INTERNAL, "outbox outside a transaction");
	for (int from = 0; !e && from < FACTS_SOURCES; from++) {
		struct id_row *r;
		size_t n;
		e = row_all(&person_q[from], ARGS(A_(person_id)), id_row_cols, sizeof(*r), &r, &n);
		if (!e)
			e = put_missing((enum facts_source)from, r, n, &made);
	}
	return e;
}
