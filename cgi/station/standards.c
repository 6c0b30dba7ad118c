/* standards.c - what a station must have 建站标准, by year: the station shows evidence, its overseer
 * says whether it is met. Which list holds is a matter of the division. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "form.h"
#include "places.h"
#include "proof.h"
#include "secret.h"
#include "station.h"

enum { FIRST_YEAR = 2016 };

#define SHOW_IN(X, T) \
	X(T, INT, year, 2016, 2100) \
	X(T, STR, note, 0, 200) \
	X(T, FILE, file, 0, PROOF_BYTES)
FORM_DEFINE(show_in, SHOW_IN);
#define WORD_IN(X, T) \
	X(T, INT, year, 2016, 2100) \
	X(T, WORD, word, 1, 8) \
	X(T, STR, remark, 0, 200)
FORM_DEFINE(word_in, WORD_IN);

/* The list of the longest beginning that fits. */
#define OF_STATION \
	" i.scope = (SELECT w.scope FROM standard_item w JOIN station t ON t.id = ?" \
	"       WHERE t.region_code LIKE CONCAT(w.scope, '%')" \
	"       ORDER BY CHAR_LENGTH(w.scope) DESC LIMIT 1)"
static struct stmt items_q = SQL(
	"SELECT i.code, i.name, m.note, m.claimed_at, m.word, m.remark, m.judged_at,"
	"       LOWER(HEX(d.uid)) AS document"
	"  FROM standard_item i"
	"  LEFT JOIN standard_mark m ON m.item = i.code AND m.station_id = ? AND m.year = ?"
	"  LEFT JOIN document d ON d.id = m.document_id"
	" WHERE " OF_STATION
	" ORDER BY i.sort"
	" LIMIT 40");
static struct stmt item_q = SQL(
	"SELECT COUNT(*)"
	"  FROM standard_item i"
	" WHERE i.code = ?"
	"   AND " OF_STATION);
static struct stmt there_q = SQL(
	"SELECT document_id"
	"  FROM standard_mark"
	" WHERE station_id = ?"
	"   AND year = ?"
	"   AND item = ?");
/* New evidence is looked at anew. */
static struct stmt claim_q = SQL(
	"INSERT INTO standard_mark (station_id, year, item, document_id, note, claimed_by,"
	"       claimed_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE document_id = VALUES(document_id), note = VALUES(note),"
	"       claimed_by = VALUES(claimed_by), claimed_at = VALUES(claimed_at), word = NULL,"
	"       remark = '', judged_by = NULL, judged_at = NULL");
static struct stmt judge_q = SQL(
	"UPDATE standard_mark"
	"   SET word = ?, remark = ?, judged_by = ?, judged_at = ?"
	" WHERE station_id = ?"
	"   AND year = ?"
	"   AND item = ?");

static enum err put_standards(struct rq *q, int64_t station)
{
	int64_t now = clock_year(q->now), year = query_int(q, "year", now, FIRST_YEAR, now + 1);
	const char *typed = form_again(q) ? got(q, "Form.year") : NULL;
	if (typed && strlen(typed) == 4 && strspn(typed, "0123456789") == 4)
		year = strtoll(typed, NULL, 10);
	put_int(q, "Year", year);
	put_int(q, "Before", year - 1);
	put_int(q, "ThisYear", now);
	enum err e = put_query(q, "Items", &items_q, ARGS(A_(station), A_(year), A_(station)));
	int64_t all = 0, shown = 0, met = 0;
	for (struct node *n = node_first(put_list(q, "Items")); !e && n; n = node_next(n)) {
		all++;
		if (node_get(n, "document") && !shown++)
			node_int(n, "first", 1);
		met += str_eq(node_get(n, "word"), "met");
	}
	put_int(q, "Count.all", all);
	put_int(q, "Count.shown", shown);
	put_int(q, "Count.met", met);
	return e;
}

enum err standards_show(struct rq *q)
{
	enum err e = put_standards(q, q->station);
	return e ? e : page(q, "station/standards.cs");
}

struct claim {
	struct rq *q;
	struct show_in in;
	const char *item;
	struct bytes uid;
};

static enum err claim_store(void *ctx)
{
	struct claim *c = ctx;
	struct rq *q = c->q;
	int64_t document;
	enum err e = c->in.file
			     ? proof_keep(q, c->in.file, "standard", c->uid, &document)
			     : db_int(&there_q, ARGS(A_(q->station), A_(c->in.year), A_(c->item)),
				      &document);
	if (!e)
		e = db_exec(&claim_q,
			    ARGS(A_(q->station), A_(c->in.year), A_(c->item), A_(document),
				 A_(str_or(c->in.note, "")), A_(q->staff),
				 A_(clock_time(q->arena, q->now))),
			    NULL);
	return e ? e
		 : audit(&q->actor, "standard.show", "station", q->station,
			 arena_fmt(q->arena, "%lld %s", (long long)c->in.year, c->item));
}

enum err standard_claim(struct rq *q)
{
	struct claim c = { .q = q, .item = arg(q, 0) };
	uint8_t uid[16];
	int64_t known = 0, document;
	enum err e = db_int(&item_q, ARGS(A_(c.item), A_(q->station)), &known);
	if (!e && !known)
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	bool read = form_read(q, show_in_fields, &c.in);
	const struct field *f = c.in.file;
	const char *wrong = read && f ? proof_fault((const uint8_t *)f->value, f->n) : NULL;
	if (wrong)
		form_error(q, "file", wrong);
	if (read && !f) {
		e = db_int(&there_q, ARGS(A_(q->station), A_(c.in.year), A_(c.item)), &document);
		if (e == ERR_NOT_FOUND)
			form_error(q, "file", "no_evidence");
		else if (e)
			return e;
	}
	if (!form_ok(q))
		return ERR_FORM;
	secret_random(uid, sizeof(uid));
	c.uid = BYTES(uid);
	e = db_tx(claim_store, &c);
	if (e && f)
		proof_drop(q, c.uid);
	return e ? e : see(q, "/station/standards?year=%lld&done=saved", (long long)c.in.year);
}

enum err document_show(struct rq *q)
{
	return proof_send(q, arg(q, 0), q->station);
}

enum err place_standards(struct rq *q)
{
	struct place_row p;
	enum err e = place_find(q, arg(q, 0), &p);
	if (!e)
		e = put_standards(q, p.id);
	if (e)
		return e;
	put_int(q, "No", p.no);
	put(q, "Name", p.name);
	return page(q, "station/place_standards.cs");
}

enum err place_document(struct rq *q)
{
	struct place_row p;
	enum err e = place_find(q, arg(q, 0), &p);
	return e ? e : proof_send(q, arg(q, 1), p.id);
}

struct judging {
	struct rq *q;
	struct word_in in;
	int64_t station;
	const char *item;
};

static enum err judge_store(void *ctx)
{
	const struct judging *j = ctx;
	struct rq *q = j->q;
	enum err e = db_change(&judge_q, ARGS(A_(j->in.word), A_(str_or(j->in.remark, "")),
					      A_(q->staff), A_(clock_time(q->arena, q->now)),
					      A_(j->station), A_(j->in.year), A_(j->item)));
	return e ? e
		 : audit(&q->actor, "standard.judge", "station", j->station,
			 arena_fmt(q->arena, "%lld %s %s", (long long)j->in.year, j->item,
				   j->in.word));
}

/* Without evidence there is nothing to say a word about. */
enum err place_judge(struct rq *q)
{
	struct place_row p;
	struct judging j = { .q = q, .item = arg(q, 1) };
	enum err e = place_find(q, arg(q, 0), &p);
	if (e)
		return e;
	j.station = p.id;
	if (form_read(q, word_in_fields, &j.in) && !str_in(j.in.word, "met,unmet"))
		form_error(q, "word", "choose");
	if (form_ok(q) && str_eq(j.in.word, "unmet") && !j.in.remark)
		form_error(q, "remark", "required");
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(judge_store, &j);
	if (e == ERR_STALE) {
		form_error(q, "word", "no_evidence");
		return ERR_FORM;
	}
	return e ? e
		 : see(q, "/station/places/%lld/standards?year=%lld&done=saved", (long long)p.no,
		       (long long)j.in.year);
}
