/*
 * pack.c - the audit pack 抽查材料包 of a spot check: one HTML file that is looked at without a
 * network. It holds the sample, each record's event of the ledger with its proof of inclusion, what
 * the hours rest on with names masked, the signed head, and the script that checks all of it.
 *
 * The page is build/static/pack.html, made of nginx/static/pack.html and nginx/assets/js/pack.js;
 * the data stands where it says <!--data-->, in two blocks of text:
 *
 *   rows   one record a line, as JSON
 *   about  one JSON: the check, the draw, two heads, the key, chain (below)
 *   sign   hex: Ed25519 over "zyz-pack-1" and the bytes of `about`
 *
 * chain_i is SHA-256(chain_{i-1} | line_i) without its line end, chain_0 32 zeros; the last stands
 * in `about`. Rows are written in steps, in the order of the ledger, so that a pack of any size
 * needs the memory of a step.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "clock.h"
#include "config.h"
#include "ids.h"
#include "json.h"
#include "merkle.h"
#include "pack.h"
#include "secret.h"
#include "temp.h"

#define PACK_MARK "<!--data-->"
enum { STEP = 100 };

static struct stmt order_q = SQL(
	"SELECT i.id"
	"  FROM spot_item i"
	"  JOIN service_record r ON r.id = i.record_id"
	"  LEFT JOIN ledger_event e ON e.record_uid = r.uid AND e.version = r.version"
	"       AND e.kind = 'effective'"
	"  LEFT JOIN ledger_leaf l ON l.event_id = e.id"
	" WHERE i.check_id = ?"
	" ORDER BY l.seq, i.id"
	" LIMIT 3000");
#define ITEM_COLS(X, T) \
	X(T, INT, rank, "i.spot_rank") \
	X(T, BYTES, lot, "i.lot") \
	X(T, TEXT, no, "r.no") \
	X(T, TEXT, station, "s.name") \
	X(T, TEXT, activity, "a.title") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, state, "r.state") \
	X(T, TEXT, flags, "r.flags") \
	X(T, TEXT, logger, "f.name") \
	X(T, TEXT, reviewer, "g.name") \
	X(T, TEXT, second, "h.name") \
	X(T, TEXT, attendance, \
	  "(SELECT GROUP_CONCAT(CONCAT_WS(' ', t.direction, t.at, t.method) ORDER BY t.at" \
	  " SEPARATOR '|') FROM attendance t WHERE t.activity_id = r.activity_id" \
	  " AND t.person_id = r.person_id)") \
	X(T, TEXT, papers, \
	  "(SELECT GROUP_CONCAT(LOWER(HEX(d.sha256)) ORDER BY d.id SEPARATOR ' ')" \
	  " FROM backfill_proof b JOIN document d ON d.id = b.document_id" \
	  " WHERE b.record_id = r.id)") \
	X(T, BYTES, uid, "e.uid") \
	X(T, TEXT, at, "LEFT(CAST(e.at AS CHAR), 23)") \
	X(T, BYTES, commitment, "e.commitment") \
	X(T, BYTES, fields, "e.fields") \
	X(T, INT, seq, "l.seq") \
	X(T, BYTES, leaf, "l.leaf")
ROW_DEFINE(item_row, ITEM_COLS);
static struct stmt items_q = SQL(
	"SELECT " ROW_SELECT(ITEM_COLS)
	"  FROM " IDS
	" STRAIGHT_JOIN spot_item i ON i.id = k.id"
	"  JOIN service_record r ON r.id = i.record_id"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN station s ON s.id = r.station_id"
	"  JOIN person p ON p.id = r.person_id"
	"  LEFT JOIN staff f ON f.id = r.logger_id"
	"  LEFT JOIN staff g ON g.id = r.reviewer_id"
	"  LEFT JOIN staff h ON h.id = r.second_reviewer_id"
	"  LEFT JOIN ledger_event e ON e.record_uid = r.uid AND e.version = r.version"
	"       AND e.kind = 'effective'"
	"  LEFT JOIN ledger_leaf l ON l.event_id = e.id"
	" ORDER BY l.seq, i.id"
	" LIMIT 100");

static const char *masked(struct arena *a, const char *name)
{
	return name && *name ? mask_name(a, name) : "";
}

/* A leaf that is not that of its event, or lies beyond the head, is given away without a proof. */
static bool proved(const struct pack *p, const struct item_row *r, struct bytes path)
{
	uint8_t leaf[MERKLE_HASH];
	struct bytes entry = ledger_entry(p->q->arena, r->uid, r->at, r->commitment, r->fields);
	merkle_leaf(entry.p, entry.n, leaf);
	return p->head.head.root.n == MERKLE_HASH &&
	       merkle_proves(leaf, r->seq, p->head.head.size, path.p, path.n / MERKLE_HASH,
			     p->head.head.root.p);
}

static void row_event(struct json_w *w, const struct item_row *r, struct bytes path)
{
	json_key(w, "event");
	json_open(w, '{');
	pack_hex(w, "uid", r->uid);
	pack_pair(w, "at", r->at);
	pack_hex(w, "commitment", r->commitment);
	pack_hex(w, "fields", r->fields);
	pack_int(w, "place", r->seq);
	pack_hex(w, "path", path);
	json_close(w, '}');
}

static enum err row_write(struct pack *p, const struct item_row *r, struct bytes path)
{
	struct arena *a = p->q->arena;
	struct json_w w = { .buf = { .arena = a } };
	json_open(&w, '{');
	pack_int(&w, "rank", r->rank);
	pack_hex(&w, "lot", r->lot);
	pack_pair(&w, "no", r->no);
	pack_pair(&w, "station", r->station);
	pack_pair(&w, "activity", r->activity);
	pack_pair(&w, "name", masked(a, r->name));
	pack_pair(&w, "state", r->state);
	pack_pair(&w, "flags", r->flags);
	pack_pair(&w, "logger", masked(a, r->logger));
	pack_pair(&w, "reviewer", masked(a, r->reviewer));
	pack_pair(&w, "second", masked(a, r->second));
	pack_pair(&w, "attendance", r->attendance);
	pack_pair(&w, "papers", r->papers);
	if (path.p && proved(p, r, path))
		row_event(&w, r, path);
	json_close(&w, '}');
	struct buf line = pack_safe(a, &w.buf);
	secret_digest(BYTES(p->chain), (struct bytes){ (const uint8_t *)line.p, line.n }, p->chain);
	buf_char(&line, '\n');
	p->rows++;
	return pack_write(p, line.p, line.n);
}

/* Places rise within a step, those that have none first. */
static enum err step_rows(struct pack *p, const char *ids)
{
	struct item_row *v;
	size_t n, first = 0, sealed = 0;
	enum err e = row_all(&items_q, ARGS(A_(ids)), item_row_cols, sizeof(*v), &v, &n);
	if (e)
		return e;
	while (first < n && v[first].seq == DB_NONE)
		first++;
	struct ledger_path *paths = arena_array(p->q->arena, n + 1, sizeof(*paths));
	while (first + sealed < n && v[first + sealed].seq < p->head.head.size) {
		paths[sealed].place = v[first + sealed].seq;
		sealed++;
	}
	if (sealed)
		e = ledger_paths(p->q->arena, p->head.head.size, paths, sealed);
	for (size_t i = 0; !e && i < n; i++)
		e = row_write(p, &v[i],
			      i >= first && i < first + sealed ? paths[i - first].path
							       : (struct bytes){ NULL, 0 });
	return e;
}

static enum err pack_rows(struct pack *p)
{
	static int64_t ids[SPOT_ITEMS + 1000];
	size_t n = 0;
	struct arena *kept = p->q->arena;
	enum err e = db_each(&order_q, ARGS(A_(p->s->id)), ids_take,
			     &(struct ids_taken){ ids, sizeof(ids) / sizeof(ids[0]), &n });
	for (size_t at = 0; !e && at < n; at += STEP) {
		struct arena *own = arena_new();
		struct buf list = { .arena = own };
		p->q->arena = own;
		(void)db_use(own);
		for (size_t i = at; i < n && i < at + STEP; i++)
			ids_add(&list, ids[i]);
		e = step_rows(p, ids_json(&list));
		(void)db_use(kept);
		p->q->arena = kept;
		arena_free(own);
	}
	return e;
}

/* The page as it was built; the data goes where its mark is. */
static enum err pack_page(struct arena *a, const char **page)
{
	char path[512];
	struct buf b = { .arena = a };
	char piece[8192];
	size_t n;
	(void)snprintf(path, sizeof(path), "%s/pack.html", cfg.static_dir);
	FILE *f = fopen(path, "re");
	if (!f)
		return ERR(ERR_INTERNAL, "%s is not there", path);
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_add(&b, piece, n);
	(void)fclose(f);
	if (!b.p || !strstr(b.p, PACK_MARK))
		return ERR(ERR_INTERNAL, "%s has no place for data", path);
	*page = b.p;
	return OK;
}

static enum err pack_all(struct pack *p, const char *page)
{
	static const char rows[] = "<script type=\"text/plain\" id=\"rows\">";
	const char *mark = strstr(page, PACK_MARK);
	enum err e = pack_write(p, page, (size_t)(mark - page));
	if (!e)
		e = pack_write(p, rows, sizeof(rows) - 1);
	if (!e)
		e = pack_rows(p);
	if (!e)
		e = pack_write(p, "</script>\n", 10);
	if (!e)
		e = pack_about(p);
	mark += strlen(PACK_MARK);
	return e ? e : pack_write(p, mark, strlen(mark));
}

enum err pack_send(struct rq *q)
{
	struct spot_row s;
	struct pack p = { .q = q, .s = &s };
	const char *page;
	enum err e = spot_find(q, &s);
	if (!e && str_eq(s.state, "open"))
		e = ERR_STALE;
	if (!e)
		e = ledger_newest(&p.head);
	if (!e)
		e = pack_page(q->arena, &page);
	if (e)
		return e;
	p.f = temp_file();
	if (!p.f)
		return ERR(ERR_INTERNAL, "%s: no temporary file", temp_dir());
	e = pack_all(&p, page);
	if (!e)
		e = audit(&q->actor, "spot_check.pack", "spot_check", s.id,
			  arena_fmt(q->arena, "%lld", (long long)p.rows));
	long size = ftell(p.f);
	if (!e && (size < 0 || fflush(p.f)))
		e = ERR(ERR_INTERNAL, "pack: not written");
	if (e) {
		(void)fclose(p.f);
		return e;
	}
	rewind(p.f);
	reply_stream(q, "text/html; charset=utf-8", "pack.html",
		     arena_fmt(q->arena, "%s.html", s.title), p.f, (size_t)size);
	return OK;
}
