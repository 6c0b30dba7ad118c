/* text.c - what is agreed to 协议文本: a station's own, or one for all stations of a region that
 * have none. A new version takes the place of the one before, and asks everybody again. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "history.h"
#include "region.h"
#include "safeguard.h"
#include "secret.h"
#include "support.h"

#define TEXT_IN(X, T) \
	X(T, STR, title, 4, 60) \
	X(T, TEXT, words, 100, 6000) \
	X(T, INT, valid_months, 1, 36) \
	X(T, FLAG, again, 1, 1)
FORM_DEFINE(text_in, TEXT_IN);

#define SHOWN \
	"LOWER(HEX(t.uid)) AS uid, t.title, t.version, t.valid_months, t.made_at," \
	"       f.name AS made_by, t.ended_at, r.full_name AS region, s.name AS station,"
#define SHOWN_FROM \
	"  FROM agreement_text t" \
	"  JOIN staff f ON f.id = t.made_by" \
	"  LEFT JOIN region r ON r.code = t.region_code" \
	"  LEFT JOIN station s ON s.id = t.station_id"
static struct stmt here_q = SQL(
	"SELECT " SHOWN
	"       (SELECT COUNT(*) FROM agreement g WHERE g.text_id = t.id AND g.station_id = ?"
	"       AND g.ended_at IS NULL) AS signed, t.id = " AGREEMENT_TEXT("?") " AS holds"
	SHOWN_FROM
	" WHERE t.station_id = ?"
	"    OR t.id = " AGREEMENT_TEXT("?")
	" ORDER BY t.id DESC"
	" LIMIT 50");
static struct stmt region_q = SQL(
	"SELECT " SHOWN
	"       (SELECT COUNT(*) FROM agreement g WHERE g.text_id = t.id AND g.ended_at IS NULL)"
	"       AS signed, t.ended_at IS NULL AS holds"
	SHOWN_FROM
	" WHERE t.region_code LIKE ?"
	" ORDER BY t.id DESC"
	" LIMIT 100");
static struct stmt one_q = SQL(
	"SELECT " SHOWN
	" t.words"
	SHOWN_FROM
	" WHERE t.id = ?");
static struct stmt latest_q = SQL(
	"SELECT t.title, t.words, t.valid_months"
	"  FROM agreement_text t"
	" WHERE (t.station_id = ? OR t.region_code = ?)"
	" ORDER BY t.version DESC"
	" LIMIT 1");
static struct stmt retire_q = SQL(
	"UPDATE agreement_text"
	"   SET ended_at = ?"
	" WHERE live_scope = ?");
static struct stmt add_q = SQL(
	"INSERT INTO agreement_text (uid, station_id, region_code, version, title, words,"
	"       valid_months, made_by, made_at)"
	" SELECT ?, ?, ?, COALESCE(MAX(x.version), 0) + 1, ?, ?, ?, ?, ?"
	"  FROM agreement_text x"
	" WHERE (x.station_id = ? OR x.region_code = ?)");
static struct stmt end_q = SQL(
	"UPDATE agreement_text"
	"   SET ended_at = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");
static struct stmt signed_q = SQL(
	"SELECT t.title, t.version, t.words, LOWER(HEX(t.uid)) AS uid"
	"  FROM agreement g"
	"  JOIN agreement_text t ON t.id = g.text_id"
	" WHERE g.id = ?");

#define TEXT_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, INT, station_id, "t.station_id") \
	X(T, TEXT, region_code, "t.region_code") \
	X(T, TEXT, ended_at, "t.ended_at") \
	X(T, TEXT, home, "(SELECT s.region_code FROM station s WHERE s.id = ?)")
ROW_DEFINE(text_row, TEXT_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(TEXT_COLS)
	"  FROM agreement_text t"
	" WHERE t.uid = UNHEX(?)");

enum { PARAGRAPH = 1000 }; /* characters: one paragraph fits a sheet */

static bool text_of_region(const struct rq *q)
{
	return may(q, ROLE_OVERSEER);
}

/* The asker's own to change: a station's for its manager, a region's for its overseer. */
static bool text_ours(struct rq *q, const struct text_row *t)
{
	return text_of_region(q) ? str_eq(t->region_code, q->who.region_code)
				 : may(q, ROLE_MANAGER) && t->station_id == q->station;
}

enum err text_list(struct rq *q)
{
	enum err e = text_of_region(q)
			     ? put_query(q, "Texts", &region_q,
					 ARGS(A_(region_prefix(q->arena,
							       str_or(q->who.region_code, "-")))))
			     : put_query(q, "Texts", &here_q,
					 ARGS(A_(q->station), A_(q->station), A_(q->station),
					      A_(q->station)));
	put_int(q, "Can.publish", may(q, ROLE_MANAGER | ROLE_OVERSEER) ? 1 : DB_NONE);
	return e ? e : page(q, "support/texts.cs");
}

/* A new version begins with the words of the last one; the first, with a draft. */
enum err text_new(struct rq *q)
{
	enum err e = OK;
	if (!form_again(q)) {
		e = put_one(q, "Form", &latest_q,
			    ARGS(A_(text_of_region(q) ? DB_NONE : q->station),
				 A_(text_of_region(q) ? q->who.region_code : NULL)));
		if (e == ERR_NOT_FOUND) {
			put(q, "Form.title", lang("support.Draft.title"));
			put(q, "Form.words", lang("support.Draft.words"));
			put_int(q, "Form.valid_months", 12);
			e = OK;
		}
	}
	put_int(q, "OfRegion", text_of_region(q) ? 1 : DB_NONE);
	return e ? e : page(q, "support/text_new.cs");
}

struct publishing {
	struct rq *q;
	struct text_in in;
	struct bytes uid;
};

static enum err text_store(void *ctx)
{
	const struct publishing *p = ctx;
	struct rq *q = p->q;
	bool wide = text_of_region(q);
	int64_t id, rows, station = wide ? DB_NONE : q->station;
	const char *region = wide ? q->who.region_code : NULL, *now = actor_time(&q->actor);
	const char *scope = wide ? arena_fmt(q->arena, "r%s", region)
				 : arena_fmt(q->arena, "s%lld", (long long)station);
	enum err e = db_affect(&retire_q, ARGS(A_(now), A_(scope)), &rows);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(p->uid), A_(station), A_(region), A_(p->in.title),
				 A_(p->in.words), A_(p->in.valid_months), A_(q->staff), A_(now),
				 A_(station), A_(region)),
			    &id);
	return e ? e : audit(&q->actor, "agreement_text.add", "agreement_text", id, NULL);
}

static void paragraphs_check(struct rq *q, const char *words)
{
	while (words && *words) {
		size_t n = strcspn(words, "\n"), characters = 0;
		for (size_t i = 0; i < n; i++)
			characters += ((unsigned char)words[i] & 0xc0) != 0x80;
		if (characters > PARAGRAPH) {
			form_error(q, "words", "paragraph_long");
			return;
		}
		words += n + (words[n] == '\n');
	}
}

enum err text_publish(struct rq *q)
{
	struct publishing p = { .q = q, .uid = secret_uid(q->arena) };
	if (form_read(q, text_in_fields, &p.in))
		paragraphs_check(q, p.in.words);
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = db_tx(text_store, &p);
	/* Two published at once: the later one reads the earlier first. */
	if (e == ERR_DUPLICATE)
		e = ERR(ERR_STALE, "a text of the same version");
	return e ? e : see(q, "/support/texts?done=text_published");
}

/* The text that the address names: one that may hold at the asker's station, or lies in the
 * overseer's region. */
static enum err text_find(struct rq *q, struct text_row *t)
{
	enum err e = row_one(&find_q, ARGS(A_(q->station), A_(arg(q, 0))), text_row_cols, t);
	if (e)
		return e;
	bool seen = text_of_region(q)
			    ? t->region_code && region_within(t->region_code, q->who.region_code)
			    : t->station_id == q->station ||
				      (t->region_code && region_within(t->home, t->region_code));
	return seen ? OK : ERR_NOT_FOUND;
}

void put_lines(struct rq *q)
{
	const char *words = str_or(got(q, "Text.words"), "");
	struct node *lines = node_child(put_list(q, "Text"), "Lines");
	while (*words) {
		size_t n = strcspn(words, "\n");
		if (n)
			node_set(node_item(lines), "line", arena_dup(q->arena, words, n));
		words += n + (words[n] == '\n');
	}
}

enum err put_signed(struct rq *q, int64_t agreement)
{
	enum err e = put_one(q, "Text", &signed_q, ARGS(A_(agreement)));
	if (!e)
		put_lines(q);
	return e;
}

enum err text_show(struct rq *q)
{
	struct text_row t;
	enum err e = text_find(q, &t);
	if (!e)
		e = put_one(q, "Text", &one_q, ARGS(A_(t.id)));
	if (!e)
		e = history_put(q, "agreement_text", t.id);
	if (e)
		return e;
	put_lines(q);
	put_int(q, "Can.end", !t.ended_at && text_ours(q, &t) ? 1 : DB_NONE);
	return page(q, "support/text.cs");
}

enum err text_end(struct rq *q)
{
	struct text_row t;
	enum err e = text_find(q, &t);
	if (!e && !text_ours(q, &t))
		e = ERR_FORBIDDEN;
	if (!e)
		e = audited(&q->actor, &end_q, ARGS(A_(actor_time(&q->actor)), A_(t.id)),
			    "agreement_text.end", "agreement_text", &t.id);
	return e ? e : see(q, "/support/texts?done=text_ended");
}
