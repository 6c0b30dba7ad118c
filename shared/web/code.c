/* code.c - code lists as choices and as checks. */
#include "code.h"

#include <string.h>

#include "clock.h"
#include "page.h"
#include "text.h"

static struct stmt items_q = SQL(
	"SELECT list, code, name, active, hint"
	"  FROM code_item"
	" ORDER BY list, sort, code"
	" LIMIT 5000");
static struct stmt around_q = SQL(
	"SELECT COALESCE((SELECT id FROM station WHERE id = ? AND state = 'open'),"
	"       (SELECT id FROM station WHERE no = ? AND state = 'open'),"
	"       (SELECT MIN(id) FROM (SELECT id FROM station WHERE state = 'open' LIMIT 2) s"
	"       HAVING COUNT(*) = 1), 0)");
static struct stmt station_q = SQL(
	"SELECT no, name, phone, address, open_hours"
	"  FROM station"
	" WHERE id = ?");

enum { KEPT_SECONDS = 60, CHOICES = 100, LISTS = 100 };

struct item {
	const char *code, *name, *hint;
	bool active;
};
/* Of the process; whoever is given a name copies it before the next request. */
struct code_list {
	const char *name;
	const struct item *v;
	size_t n;
};
static struct {
	struct arena *arena;
	struct code_list lists[LISTS];
	size_t n_lists;
	struct item *v;
	size_t n, room;
	int64_t read_at; /* seconds of the clock that only goes on; 0: never */
} codes;

/* As many as there turned out to be. */
static void codes_keep(struct arena *own)
{
	struct item *v = arena_array(own, codes.n, sizeof(*v));
	for (size_t i = 0; i < codes.n; i++)
		v[i] = codes.v[i];
	for (size_t i = 0; i < codes.n_lists; i++)
		codes.lists[i].v = v + (codes.lists[i].v - codes.v);
	codes.v = v;
}

static enum err code_item(void *ctx, const struct row *r)
{
	struct arena *a = ctx;
	if (codes.n == codes.room)
		return ERR(ERR_INTERNAL, "more than %zu codes", codes.room);
	struct code_list *l = codes.n_lists ? &codes.lists[codes.n_lists - 1] : NULL;
	if (!l || !str_eq(l->name, r->cells[0].text)) {
		if (codes.n_lists == LISTS)
			return ERR(ERR_INTERNAL, "more than %d lists of codes", LISTS);
		l = &codes.lists[codes.n_lists++];
		*l = (struct code_list){ arena_str(a, r->cells[0].text), &codes.v[codes.n], 0 };
	}
	l->n++;
	codes.v[codes.n++] = (struct item){ .code = arena_str(a, r->cells[1].text),
					    .name = arena_str(a, r->cells[2].text),
					    .hint = arena_str(a, r->cells[4].text),
					    .active = r->cells[3].i == 1 };
	return OK;
}

enum err code_load(void)
{
	enum { ROOM = 5000 };
	int64_t now = clock_mono_ms() / 1000;
	if (codes.read_at && now - codes.read_at < KEPT_SECONDS)
		return OK;
	struct arena *own = arena_small();
	struct arena *scratch = arena_new(), *before = db_use(scratch);
	codes.v = arena_array(scratch, ROOM, sizeof(*codes.v));
	codes.n = codes.n_lists = 0;
	codes.room = ROOM;
	enum err e = db_each(&items_q, NO_ARGS, code_item, own);
	(void)db_use(before);
	codes_keep(own);
	arena_free(scratch);
	if (codes.arena)
		arena_free(codes.arena);
	codes.arena = own;
	codes.read_at = e ? 0 : now + 1;
	return e;
}

static struct code_list code_list(const char *list)
{
	for (size_t i = 0; i < codes.n_lists; i++)
		if (str_eq(codes.lists[i].name, list))
			return codes.lists[i];
	return (struct code_list){ list, NULL, 0 };
}

static const struct item *code_find(const char *list, const char *code)
{
	struct code_list l = code_list(list);
	for (size_t i = 0; i < l.n; i++)
		if (str_eq(l.v[i].code, code))
			return &l.v[i];
	return NULL;
}

const char *code_name(const char *list, const char *code)
{
	const struct item *i = code_find(list, code);
	return i ? i->name : NULL;
}

const char *code_names(struct arena *a, const char *list, const char *joined)
{
	struct buf b = { .arena = a };
	if (!strchr(joined, ','))
		return arena_str(a, str_or(code_name(list, joined), joined));
	buf_str(&b, "");
	for (const char *p = joined; *p; p += *p == ',') {
		size_t n = strcspn(p, ",");
		const char *code = arena_dup(a, p, n);
		buf_fmt(&b, "%s%s", b.n ? "、" : "", str_or(code_name(list, code), code));
		p += n;
	}
	return b.p;
}

const char *code_read(struct arena *a, const char *list, const char *text)
{
	const char *word = text_value(a, text);
	struct code_list l = code_list(list);
	for (size_t i = 0; *word && i < l.n; i++) {
		if (!l.v[i].active)
			continue;
		if (str_eq(word, l.v[i].code) || str_eq(word, text_value(a, l.v[i].name)))
			return l.v[i].code;
		for (const char *p = l.v[i].hint; *p;) {
			const char *end = strstr(p, "、");
			size_t n = end ? (size_t)(end - p) : strlen(p);
			if (str_eq(word, text_value(a, arena_dup(a, p, n))))
				return l.v[i].code;
			p += n + (end ? strlen("、") : 0);
		}
	}
	return NULL;
}

enum err put_codes(struct rq *q, const char *name, const char *list)
{
	size_t n = 0;
	enum err e = code_load();
	if (e)
		return e;
	struct code_list l = code_list(list);
	for (size_t i = 0; n < CHOICES && i < l.n; i++) {
		if (!l.v[i].active)
			continue;
		struct node *to = node_numbered(put_list(q, name), n++);
		node_set(to, "code", l.v[i].code);
		node_set(to, "name", l.v[i].name);
		if (*l.v[i].hint)
			node_set(to, "hint", l.v[i].hint);
	}
	return OK;
}

/* A choice of today's list. */
static bool code_known(const char *list, const char *code)
{
	const struct item *i = code_find(list, code);
	return i && i->active;
}

enum err code_check(struct rq *q, const char *field, const char *list, const char *value)
{
	if (!value)
		return OK;
	enum err e = code_load();
	if (!e && !code_known(list, value))
		form_error(q, field, "unknown_code");
	return e;
}

enum err code_join(struct rq *q, const char *field, const char *list, struct strs values,
		   const char **joined)
{
	struct buf b = { .arena = q->arena };
	bool known = true;
	enum err e = code_load();
	buf_str(&b, "");
	for (size_t i = 0; !e && known && i < values.n; i++) {
		known = code_known(list, values.v[i]);
		buf_fmt(&b, "%s%s", i ? "," : "", values.v[i]);
	}
	if (!e && known)
		*joined = b.p;
	else if (!e)
		form_error(q, field, "unknown_code");
	return e;
}

enum err put_station(struct rq *q, int64_t station_id)
{
	return put_one(q, "Station", &station_q, ARGS(A_(station_id)));
}

enum err station_around(struct rq *q, int64_t *station)
{
	const char *no = str_or(cookie(q, "station"), "0");
	return db_int(&around_q, ARGS(A_(q->station), A_(no)), station);
}
