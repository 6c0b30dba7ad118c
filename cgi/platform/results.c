/* results.c - 导入结果: the table that a platform gives back names its rows by what stood in ours,
 * and says of each whether it was taken. */
#include "results.h"

#include <string.h>

#include "platform.h"
#include "row.h"

#define OUT_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, TEXT, kind, "o.kind") \
	X(T, BYTES, idem, "o.idem") \
	X(T, TEXT, item_key, "o.item_key") \
	X(T, INT, version, "o.version") \
	X(T, BYTES, payload, "o.payload") \
	X(T, BYTES, sha, "o.payload_sha") \
	X(T, INT, file, "o.file_id") \
	X(T, INT, place, "o.file_row")
ROW_DEFINE(out_row, OUT_COLS);
static struct stmt out_q = SQL(
	"SELECT " ROW_SELECT(OUT_COLS)
	"  FROM outbox o"
	" WHERE o.station_id = ?"
	"   AND o.destination_id = ?"
	"   AND o.state IN ('exported', 'accepted', 'refused')"
	"   AND o.file_id IS NOT NULL"
	" ORDER BY o.id DESC"
	" LIMIT 3000");

/* What names a row, of each that is out. */
struct out {
	const struct out_row *r;
	enum outbox_kind kind;
	const char *name;
};
struct results {
	struct rq *q;
	int64_t destination;
	const struct platform *p;
	const struct csv *t;
	struct out *out;
	size_t n;
	size_t at[OB_KINDS][PLATFORM_MATCH]; /* columns of the table, from 1 */
	size_t matches[OB_KINDS];            /* 0: not in this table */
	size_t state, reason, receipt;
};

static const char *cell(const struct csv_row *row, size_t at)
{
	return at && at <= row->n ? row->cell[at - 1] : "";
}

static bool word_in(struct arena *a, const char *word, const char *list)
{
	for (const char *s = list; s && *s;) {
		size_t n = strcspn(s, "|");
		if (str_eq(arena_dup(a, s, n), word))
			return true;
		s += n + (s[n] == '|');
	}
	return false;
}

bool results_are(struct arena *a, const struct platform *p, const struct csv *t)
{
	const struct platform_result *r = platform_result(p);
	return r && t->n && csv_column(a, &t->row[0], r->state) > 0;
}

static void columns(struct results *x)
{
	const struct platform_result *r = platform_result(x->p);
	struct arena *a = db_arena();
	const struct csv_row *head = &x->t->row[0];
	x->state = csv_column(a, head, r->state);
	x->reason = r->reason ? csv_column(a, head, r->reason) : 0;
	x->receipt = r->receipt ? csv_column(a, head, r->receipt) : 0;
	for (int k = 0; k < OB_KINDS; k++) {
		const char *const *titles;
		const size_t *match;
		size_t n, many = platform_match(x->p, (enum outbox_kind)k, &match);
		platform_columns(x->p, a, (enum outbox_kind)k, &titles, &n);
		x->matches[k] = many;
		for (size_t i = 0; i < many; i++) {
			x->at[k][i] = csv_column(a, head, titles[match[i]]);
			if (!x->at[k][i])
				x->matches[k] = 0;
		}
	}
}

static const char *name_of(struct results *x, const struct out *o)
{
	struct platform_item item = { .key = o->r->item_key, .version = o->r->version };
	struct buf b = { .arena = db_arena() };
	const char *const *values;
	const size_t *match;
	size_t n = platform_match(x->p, o->kind, &match);
	if (!o->r->payload.n ||
	    outbox_open(db_arena(), o->r->idem, o->r->payload, o->r->sha, &item.facts) ||
	    !platform_row(x->p, db_arena(), o->kind, &item, &values))
		return NULL;
	for (size_t i = 0; i < n; i++)
		buf_fmt(&b, "%s\t", str_or(values[match[i]], ""));
	return b.p;
}

static enum err out_read(struct results *x)
{
	struct out_row *rows;
	size_t n;
	enum err e = row_all(&out_q, ARGS(A_(x->q->station), A_(x->destination)), out_row_cols,
			     sizeof(*rows), &rows, &n);
	x->out = arena_array(db_arena(), n + 1, sizeof(*x->out));
	for (size_t i = 0; !e && i < n; i++) {
		struct out *o = &x->out[x->n];
		o->r = &rows[i];
		if (outbox_kind_of(rows[i].kind, &o->kind) && (o->name = name_of(x, o)) != NULL)
			x->n++;
		err_clear();
	}
	return e;
}

/* The newest of the longest name that fits: hours have more to their names than people. */
static const struct out *find(struct results *x, const struct csv_row *row)
{
	const struct out *found = NULL;
	size_t most = 0;
	for (int k = 0; k < OB_KINDS; k++) {
		struct buf b = { .arena = db_arena() };
		for (size_t i = 0; i < x->matches[k]; i++)
			buf_fmt(&b, "%s\t", cell(row, x->at[k][i]));
		for (size_t i = 0; x->matches[k] > most && i < x->n; i++)
			if ((int)x->out[i].kind == k && str_eq(x->out[i].name, b.p)) {
				found = &x->out[i];
				most = x->matches[k];
			}
	}
	return found;
}

static enum err one(struct results *x, const struct csv_row *row)
{
	const struct platform_result *r = platform_result(x->p);
	struct arena *a = db_arena();
	const char *word = cell(row, x->state), *receipt = cell(row, x->receipt);
	const struct out *o = find(x, row);
	if (!o)
		return ERR_STALE;
	if (word_in(a, word, r->waiting))
		return OK;
	if (word_in(a, word, r->refused))
		return outbox_returned(x->q->station, o->r->id,
				       utf8_cut(a, cell(row, x->reason), 160));
	if (!word_in(a, word, r->accepted))
		return ERR_STALE;
	if (!*receipt)
		receipt = arena_fmt(a, "F%lld-%lld", (long long)o->r->file, (long long)o->r->place);
	return outbox_receive(x->q->station,
			      &(struct outbox_receipt){ .destination = x->destination,
							.version = o->r->version,
							.key = o->r->item_key,
							.receipt = receipt });
}

enum err results_take(struct rq *q, int64_t destination, const struct platform *p,
		      const struct csv *t, void (*told)(void *ctx, size_t line, bool taken),
		      void *ctx)
{
	struct results x = { .q = q, .destination = destination, .p = p, .t = t };
	columns(&x);
	enum err e = out_read(&x);
	for (size_t i = 1; !e && i < t->n; i++) {
		e = one(&x, &t->row[i]);
		told(ctx, t->row[i].line, !e);
		if (e == ERR_STALE) {
			err_clear();
			e = OK;
		}
	}
	return e;
}
