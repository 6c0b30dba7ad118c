/* doubles.c - everybody once, three marks of each, sorted; what lies side by side is a pair. */
#include "doubles.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "identity.h"
#include "row.h"
#include "secret.h"
#include "text.h"

/* A telephone of the station's own may stand for fifty people who have none. */
enum { AT_ONCE = 2000, CROWD = 8, MARK = 16, BATCH = 500 };

#define SOMEBODY_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, BYTES, uid, "uid") \
	X(T, TEXT, name, "name") \
	X(T, TEXT, birth_on, "birth_on") \
	X(T, TEXT, id_type, "id_type") \
	X(T, BYTES, id_no, "id_no_sealed") \
	X(T, BYTES, phone, "phone_index")
ROW_DEFINE(somebody_row, SOMEBODY_COLS);
static struct stmt somebody_q = SQL(
	"SELECT " ROW_SELECT(SOMEBODY_COLS)
	"  FROM person"
	" WHERE id > ?"
	"   AND erased_at IS NULL"
	"   AND merged_into IS NULL"
	" ORDER BY id"
	" LIMIT ?");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM person_double");
static struct stmt add_q = SQL(
	"INSERT INTO person_double (uid, a_id, b_id, why, found_at)"
	" VALUES (?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE why = IF(state = 'open', VALUES(why), why)");

struct mark {
	uint8_t of[MARK];
	int64_t id;
};
struct marks {
	struct mark *v;
	size_t n, room;
};
struct pair {
	int64_t a, b;
	unsigned why; /* bits by enum doubles_why */
};
struct finding {
	const struct actor *by;
	struct doubles *out;
	struct marks marks[DOUBLE_WHYS];
	struct pair *pairs;
	size_t n, room;
	const char *today;
};

static void *doubles_grown(void *v, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return v;
	*room = *room ? 2 * *room : 1024;
	v = realloc(v, *room * size);
	if (!v)
		abort();
	return v;
}

static void mark_add(struct marks *m, int64_t id, const void *p, size_t n)
{
	uint8_t digest[32];
	if (!p || !n)
		return;
	m->v = doubles_grown(m->v, m->n, &m->room, sizeof(*m->v));
	secret_digest((struct bytes){ p, n }, (struct bytes){ NULL, 0 }, digest);
	m->v[m->n].id = id;
	memcpy(m->v[m->n++].of, digest, MARK);
}

static enum err somebody_marks(struct finding *f, struct arena *a, const struct somebody_row *s)
{
	const char *no;
	enum err e = secret_unseal(a, "person.id_no", s->uid, s->id_no, &no);
	if (e)
		return e;
	/* As it is written, whatever type it was given, and as it would be indexed today:
	 * 军字第1234567号 and 军1234567 are one there. */
	const char *key = no ? identity_key(a, s->id_type, no, f->today) : "";
	no = no ? text_number(a, no) : "";
	mark_add(&f->marks[DOUBLE_number], s->id, no, strlen(no));
	if (!str_eq(key, no))
		mark_add(&f->marks[DOUBLE_number], s->id, key, strlen(key));
	if (s->birth_on) {
		const char *both = arena_fmt(a, "%s %s", text_name(a, s->name), s->birth_on);
		mark_add(&f->marks[DOUBLE_name], s->id, both, strlen(both));
	}
	mark_add(&f->marks[DOUBLE_phone], s->id, s->phone.p, s->phone.n);
	f->out->people++;
	return OK;
}

/* *after: the last one read; 0 when there is nobody left. */
static enum err some_read(struct finding *f, struct arena *a, int64_t *after)
{
	struct somebody_row *v;
	size_t n;
	enum err e = row_all(&somebody_q, ARGS(A_(*after), A_((int64_t)AT_ONCE)), somebody_row_cols,
			     sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = somebody_marks(f, a, &v[i]);
	*after = !e && n ? v[n - 1].id : 0;
	return e;
}

static enum err all_read(struct finding *f)
{
	struct arena *a = arena_new(), *before = db_use(a);
	int64_t after = 0;
	enum err e;
	do {
		e = some_read(f, a, &after);
		arena_reset(a);
	} while (!e && after);
	(void)db_use(before);
	arena_free(a);
	return e;
}

static int mark_order(const void *x, const void *y)
{
	const struct mark *a = x, *b = y;
	int order = memcmp(a->of, b->of, MARK);
	return order ? order : a->id < b->id ? -1 : a->id > b->id;
}

static int pair_order(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

static void group_pairs(struct finding *f, const struct mark *v, size_t n, enum doubles_why why)
{
	if (n > CROWD) {
		f->out->crowded++;
		return;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++) {
			if (v[i].id == v[k].id)
				continue;
			f->pairs = doubles_grown(f->pairs, f->n, &f->room, sizeof(*f->pairs));
			f->pairs[f->n++] = (struct pair){ v[i].id, v[k].id, 1u << why };
			f->out->by[why]++;
		}
}

static void marks_pair(struct finding *f, enum doubles_why why)
{
	struct marks *m = &f->marks[why];
	if (m->n)
		qsort(m->v, m->n, sizeof(*m->v), mark_order);
	for (size_t i = 0, k; i < m->n; i = k) {
		for (k = i + 1; k < m->n && !memcmp(m->v[i].of, m->v[k].of, MARK);)
			k++;
		group_pairs(f, &m->v[i], k - i, why);
	}
}

/* Each pair once, with all its reasons. */
static void pairs_fold(struct finding *f)
{
	size_t n = 0;
	if (f->n)
		qsort(f->pairs, f->n, sizeof(*f->pairs), pair_order);
	for (size_t i = 0; i < f->n; i++) {
		if (n && pair_order(&f->pairs[n - 1], &f->pairs[i]) == 0)
			f->pairs[n - 1].why |= f->pairs[i].why;
		else
			f->pairs[n++] = f->pairs[i];
	}
	f->n = n;
	f->out->pairs = (int64_t)n;
}

static const char *pair_why(struct arena *a, const struct pair *p)
{
#define WORD(word) #word,
	static const char *const words[] = { DOUBLES_WHYS(WORD) };
	struct buf b = { .arena = a };
	for (size_t i = 0; i < DOUBLE_WHYS; i++)
		if (p->why & (1u << i))
			buf_fmt(&b, "%s%s", b.n ? "," : "", words[i]);
	return b.p;
}

static enum err pairs_write(struct finding *f, size_t from, size_t n)
{
	struct arena *a = arena_new();
	struct arg v[BATCH * 5];
	const char *now = actor_time(f->by);
	for (size_t i = 0; i < n; i++) {
		const struct pair *p = &f->pairs[from + i];
		struct arg *row = &v[5 * i];
		row[0] = arg_bytes(secret_uid(a));
		row[1] = arg_int(p->a);
		row[2] = arg_int(p->b);
		row[3] = arg_text(pair_why(a, p));
		row[4] = arg_text(now);
	}
	enum err e = db_bulk(&add_q, v, n);
	arena_free(a);
	return e;
}

static enum err all_write(struct finding *f)
{
	int64_t before, after;
	enum err e = db_int(&count_q, NO_ARGS, &before);
	for (size_t i = 0; !e && i < f->n; i += BATCH)
		e = pairs_write(f, i, f->n - i < BATCH ? f->n - i : BATCH);
	if (!e)
		e = db_int(&count_q, NO_ARGS, &after);
	f->out->fresh = e ? 0 : after - before;
	return e;
}

enum err doubles_find(const struct actor *by, struct doubles *out)
{
	struct finding f = { .by = by, .out = out, .today = clock_day(by->arena, by->now) };
	*out = (struct doubles){ .people = 0 };
	enum err e = all_read(&f);
	for (int why = 0; !e && why < DOUBLE_WHYS; why++)
		marks_pair(&f, (enum doubles_why)why);
	if (!e) {
		pairs_fold(&f);
		e = all_write(&f);
	}
	for (int why = 0; why < DOUBLE_WHYS; why++)
		free(f.marks[why].v);
	free(f.pairs);
	return e;
}

enum err doubles_note(const struct actor *by, int64_t a, int64_t b)
{
	struct pair p = { a < b ? a : b, a < b ? b : a, 1u << DOUBLE_number };
	struct finding f = { .by = by, .pairs = &p };
	return pairs_write(&f, 0, 1);
}
