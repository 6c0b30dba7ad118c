/*
 * identities.c - puts the document of every person into the writing of base/identity.h and indexes
 * it anew, for numbers that were kept under an older rule. Two people whose documents turn out to
 * be one are named, and stay as they are: staff find them at /merge/ and decide which is which. Run
 * twice it changes nothing.
 */
#include <stdio.h>

#include "admin.h"
#include "audit.h"
#include "clock.h"
#include "doubles.h"
#include "identity.h"
#include "person.h"
#include "row.h"
#include "secret.h"

enum { STEP = 500 };

#define DOCUMENT_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, BYTES, uid, "p.uid") \
	X(T, TEXT, type, "p.id_type") \
	X(T, BYTES, sealed, "p.id_no_sealed") \
	X(T, BYTES, index, "p.id_no_index") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, station, "s.name")
ROW_DEFINE(document_row, DOCUMENT_COLS);
#define VOLUNTEER \
	"  LEFT JOIN volunteer v ON v.person_id = p.id" \
	"  LEFT JOIN station s ON s.id = v.station_id"
static struct stmt documents_q = SQL(
	"SELECT " ROW_SELECT(DOCUMENT_COLS)
	"  FROM person p"
	VOLUNTEER
	" WHERE p.id > ?"
	"   AND p.id_no_sealed IS NOT NULL"
	"   AND p.id_type IS NOT NULL"
	" ORDER BY p.id"
	" LIMIT 500");
static struct stmt holder_q = SQL(
	"SELECT " ROW_SELECT(DOCUMENT_COLS)
	"  FROM person p"
	VOLUNTEER
	" WHERE p.id_no_index = ?");

struct renewing {
	struct arena *step;
	int64_t last, changed, doubles;
	const char *today;
};

struct change {
	const struct document_row *r;
	const char *type;
	struct bytes sealed, index;
};

static enum err change_store(void *ctx)
{
	struct actor by = actor_system(db_arena());
	const struct change *c = ctx;
	enum err e = person_identify(c->r->id, c->type, c->sealed, c->index);
	return e ? e : audit(&by, "volunteer.identity", "person", c->r->id, NULL);
}

static void person_print(const struct document_row *r)
{
	printf("%s (%s)", r->no ? r->no : "person without a number", r->station ? r->station : "-");
}

/* Somebody has this document already; numbers of documents are printed nowhere. */
static enum err double_tell(struct renewing *n, const struct document_row *r, struct bytes index)
{
	struct document_row other;
	struct actor by = actor_system(n->step);
	enum err e = row_one(&holder_q, ARGS(A_(index)), document_row_cols, &other);
	if (!e)
		e = doubles_note(&by, r->id, other.id);
	if (e)
		return e;
	n->doubles++;
	person_print(r);
	fputs(" and ", stdout);
	person_print(&other);
	puts(": one document");
	return OK;
}

static enum err document_renew(struct renewing *n, const struct document_row *r)
{
	const char *text;
	struct identity d;
	enum err e = secret_unseal(n->step, "person.id_no", r->uid, r->sealed, &text);
	if (e || !text)
		return e;
	/* What no rule of today takes keeps its number, and has one writing at least. */
	if (identity_read(n->step, r->type, text, n->today, &d))
		d = (struct identity){ .type = r->type,
				       .no = text,
				       .key = identity_key(n->step, r->type, text, n->today) };
	struct change c = { r, d.type, secret_seal(n->step, "person.id_no", r->uid, d.no),
			    secret_index(n->step, "person.id_no", d.key) };
	bool same = r->index.p && secret_equal(r->index.p, c.index.p, c.index.n) &&
		    str_eq(d.no, text) && str_eq(d.type, r->type);
	if (same)
		return OK;
	e = db_tx(change_store, &c);
	if (e == ERR_DUPLICATE) {
		err_clear();
		return double_tell(n, r, c.index);
	}
	n->changed += !e;
	return e;
}

static enum err documents_step(struct renewing *n, bool *more)
{
	struct document_row *rows;
	size_t count;
	arena_reset(n->step);
	n->today = clock_day(n->step, clock_now());
	enum err e = row_all(&documents_q, ARGS(A_(n->last)), document_row_cols, sizeof(*rows),
			     &rows, &count);
	for (size_t i = 0; !e && i < count; i++)
		e = document_renew(n, &rows[i]);
	*more = !e && count == STEP;
	n->last = !e && count ? rows[count - 1].id : n->last;
	return e;
}

enum err admin_identities(struct arena *a, char **args)
{
	struct renewing n = { .step = arena_new() };
	bool more = true;
	enum err e = OK;
	(void)a;
	(void)args;
	struct arena *before = db_use(n.step);
	while (!e && more)
		e = documents_step(&n, &more);
	(void)db_use(before);
	arena_free(n.step);
	if (!e)
		printf("%lld documents indexed anew\n", (long long)n.changed);
	if (!e && n.doubles)
		e = ERR(ERR_CHECK, "%lld people have a document that is somebody else's as well",
			(long long)n.doubles);
	return e;
}
