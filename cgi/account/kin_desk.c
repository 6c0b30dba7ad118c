/* kin_desk.c - 家人 at the counter: who acts for a volunteer, entered from a signed paper or begun by
 * a code that the person is given, and ended. */
#include <string.h>

#include "clock.h"
#include "config.h"
#include "kin.h"
#include "secret.h"

enum { CODE_LETTERS_N = 8, CODE_SECONDS = 1800 };

/* Numbers are the station's own; the name of somebody of another station is not. */
static struct stmt list_q = SQL(
	"SELECT LOWER(HEX(x.uid)) AS uid, o.name, v.no, v.station_id AS _station, x.kind,"
	"       x.relation, x.way, x.paper_no, x.person_agreed_at, x.proxy_agreed_at, x.given_at,"
	"       x.ended_at, x.ended_by, x.code_mac IS NOT NULL AS coded, x.code_until,"
	"       IF(x.ended_at IS NOT NULL OR " FAMILY_STANDS("x") ", NULL, 1) AS lapsed,"
	"       (" FAMILY_AGREED("x") ") AND (" FAMILY_HOLDS("x", "f") ") AS holds"
	"  FROM proxy x"
	"  JOIN person f ON f.id = x.person_id"
	"  LEFT JOIN person o ON o.id = x.proxy_person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.id"
	" WHERE x.person_id = ?"
	"   AND x.uid IS NOT NULL"
	" ORDER BY x.id DESC"
	" LIMIT 50");
static struct stmt no_q = SQL(
	"SELECT v.person_id"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.no = ?"
	"   AND p.erased_at IS NULL"
	"   AND p.merged_into IS NULL"
	"   AND p.birth_on <= ? - INTERVAL ? YEAR");
static struct stmt void_q = SQL(
	"SELECT id"
	"  FROM proxy"
	" WHERE person_id = ?"
	"   AND code_mac IS NOT NULL"
	"   AND ended_at IS NULL"
	" LIMIT 100"
	"   FOR UPDATE");

struct bytes kin_code_mac(struct arena *a, const char *typed)
{
	struct buf b = { .arena = a };
	for (const char *s = typed; *s; s++)
		if (*s != ' ' && *s != '-')
			buf_char(&b, *s >= 'a' && *s <= 'z' ? (char)(*s - 'a' + 'A') : *s);
	return secret_index(a, "proxy.code", str_or(b.p, ""));
}

static enum err kin_put(struct rq *q, struct held *h)
{
	enum err e = held_by_no(q, arg(q, 0), h);
	if (!e)
		e = put_held(q, h, false);
	if (!e)
		e = put_query(q, "Family", &list_q,
			      ARGS(A_(family_asked_since(&q->actor)),
				   A_(clock_day(q->arena, q->now)), A_(cfg.guardian_age),
				   A_(h->id)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "Family")); n; n = node_next(n))
		if (node_get_int(n, "_station") != q->station)
			node_set(n, "name", mask_name(q->arena, str_or(node_get(n, "name"), "")));
	return e;
}

enum err kin_desk(struct rq *q)
{
	struct held h;
	enum err e = kin_put(q, &h);
	return e ? e : page(q, "account/kin.cs");
}

static enum err desk_add(void *ctx)
{
	return kin_add(ctx);
}

/* A child has a guardian and no proxy. */
static enum err kin_adult(struct rq *q, const struct held *h)
{
	bool grown = false;
	enum err e = kin_grown(q, h->id, &grown);
	if (!e && !grown)
		form_error(q, NULL, "kin_minor");
	return e ? e : grown ? OK : ERR_FORM;
}

#define PAPER_IN(X, T) \
	X(T, NO, proxy_no, 1, 20) \
	X(T, STR, relation, 1, 20) \
	X(T, STR, paper_no, 2, 40) \
	X(T, FLAG, document_seen, 1, 1)
FORM_DEFINE(paper_in, PAPER_IN);

/* Both have signed the paper; whoever acts says so once more on their own phone. */
enum err kin_paper(struct rq *q)
{
	struct paper_in in;
	struct held h;
	struct kin k = { .q = q, .kind = "proxy", .way = "paper" };
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, paper_in_fields, &in))
		return ERR_FORM;
	e = kin_adult(q, &h);
	if (!e)
		e = db_int(&no_q,
			   ARGS(A_(in.proxy_no), A_(clock_day(q->arena, q->now)),
				A_(cfg.guardian_age)),
			   &k.proxy);
	if (e == ERR_NOT_FOUND || (!e && k.proxy == h.id)) {
		form_error(q, "proxy_no", e ? "kin_nobody" : "kin_self");
		return ERR_FORM;
	}
	if (e)
		return e;
	k.person = h.id;
	k.relation = in.relation;
	k.paper_no = in.paper_no;
	e = db_tx(desk_add, &k);
	if (e == ERR_CHECK || e == ERR_DUPLICATE) {
		form_error(q, "proxy_no", e == ERR_CHECK ? "kin_most" : "kin_twice");
		return ERR_FORM;
	}
	return e ? e : see(q, "/account/volunteers/%s/family?done=kin_paper", h.no);
}

struct giving {
	struct kin k;
	const char *code;
};

/* The one given before is good no more. */
static enum err code_give(void *ctx)
{
	struct giving *g = ctx;
	struct rq *q = g->k.q;
	uint8_t r[CODE_LETTERS_N];
	char code[CODE_LETTERS_N + 1] = "";
	static const char letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
	secret_random(r, sizeof(r));
	for (size_t i = 0; i < sizeof(r); i++)
		code[i] = letters[r[i] % (sizeof(letters) - 1)];
	g->code = arena_fmt(q->arena, "%.4s %s", code, code + CODE_LETTERS_N / 2);
	g->k.code_mac = kin_code_mac(q->arena, code);
	enum err e = kin_end_all(q, &void_q, ARGS(A_(g->k.person)), "staff");
	return e ? e : kin_add(&g->k);
}

/* The answer is the page with the code: it can stand in no address. */
enum err kin_code(struct rq *q)
{
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (!e)
		e = kin_adult(q, &h);
	if (e)
		return e;
	struct giving g = { .k = { .q = q,
				   .person = h.id,
				   .proxy = DB_NONE,
				   .kind = "proxy",
				   .way = "code",
				   .code_until = q->now + CODE_SECONDS } };
	e = db_tx(code_give, &g);
	if (!e)
		e = kin_put(q, &h);
	if (e)
		return e;
	put(q, "Code.text", g.code);
	put(q, "Code.until", clock_time(q->arena, g.k.code_until));
	reply_header(q, "Cache-Control", "no-store");
	return page(q, "account/kin.cs");
}

struct ending {
	struct rq *q;
	int64_t id;
};

static enum err desk_end(void *ctx)
{
	const struct ending *c = ctx;
	return kin_end(c->q, c->id, "staff");
}

enum err kin_desk_end(struct rq *q)
{
	struct held h;
	struct kin_row k;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (!e)
		e = kin_read(q, arg(q, 1), h.id, &k);
	if (!e && k.person_id != h.id)
		e = ERR_NOT_FOUND;
	if (!e)
		e = db_tx(desk_end, &(struct ending){ q, k.id });
	return e ? e : see(q, "/account/volunteers/%s/family?done=kin_ended", h.no);
}
