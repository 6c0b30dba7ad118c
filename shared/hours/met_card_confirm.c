/* met_card_confirm.c - a code of a paper card is typed: of whose card it is, whether it is the next
 * one or one further on, and the record that comes of it. */
#include "met_card.h"

#include <string.h>

#include "clock.h"
#include "met_inside.h"
#include "row.h"

enum { OTHERS = 8, DAY = 86400 };

#define CHAIN_COLS(X, T) \
	X(T, INT, id, "c.id") \
	X(T, INT, household, "c.household_id") \
	X(T, TEXT, state, "c.state") \
	X(T, BYTES, salt, "c.salt") \
	X(T, INT, head, "c.head") \
	X(T, INT, place, "c.place") \
	X(T, INT, printed_by, "c.printed_by") \
	X(T, INT, handed_by, "c.handed_by")
ROW_DEFINE(chain_row, CHAIN_COLS);
/* This household's cards, the one that is not revoked first. */
static struct stmt own_q = SQL(
	"SELECT " ROW_SELECT(CHAIN_COLS)
	"  FROM code_card c"
	" WHERE c.household_id = ?"
	" ORDER BY c.state = 'revoked', c.id DESC"
	" LIMIT 3");
/* Those of the other households that this volunteer went to lately. */
static struct stmt others_q = SQL(
	"SELECT " ROW_SELECT(CHAIN_COLS)
	"  FROM (SELECT DISTINCT h.household_id AS id FROM home_service h WHERE h.person_id = ?"
	"       AND h.household_id <> ? ORDER BY h.household_id DESC LIMIT 8) k"
	"  JOIN code_card c ON c.live_household = k.id");
#define SPENT_COLS(X, T) X(T, INT, household, "c.household_id")
ROW_DEFINE(spent_row, SPENT_COLS);
static struct stmt spent_q = SQL(
	"SELECT " ROW_SELECT(SPENT_COLS)
	"  FROM code_card_use u"
	"  JOIN code_card c ON c.id = u.card_id"
	" WHERE u.code = ?"
	" LIMIT 1");
static struct stmt day_q = SQL(
	"SELECT COUNT(*)"
	"  FROM home_service h"
	"  JOIN service_record r ON r.id = h.record_id"
	" WHERE h.person_id = ?"
	"   AND h.household_id = ?"
	"   AND h.way = 'card'"
	"   AND r.served_on = ?");
/* A try counts before it is looked at. */
static struct stmt try_q = SQL(
	"UPDATE home_service"
	"   SET card_tries = card_tries + 1"
	" WHERE id = ?"
	"   AND card_tries < ?");
static struct stmt spend_q = SQL(
	"UPDATE code_card"
	"   SET head = ?, place = ?"
	" WHERE id = ?"
	"   AND place = ?"
	"   AND state = 'live'");
static struct stmt use_q = SQL(
	"INSERT INTO code_card_use (card_id, place, code, home_service_id, typed_at)"
	" VALUES (?, ?, ?, ?, ?)");

struct spending {
	struct met_done done;
	struct chain_row card;
	int64_t code;
	int steps; /* 1: the next one; more: so many less one are passed over */
};

/* How many steps this code lies behind the head; 0: it is none of this card's. */
static int steps_to(const struct chain_row *c, int64_t code)
{
	for (int i = 1; i <= CARD_CODES - (int)c->place; i++) {
		code = card_step(c->salt.p, code);
		if (code == c->head)
			return i;
	}
	return 0;
}

/* A code that is no next one of the household's card: what is it? */
static enum err card_what(const struct met *m, int64_t code, const struct chain_row *own, size_t n,
			  const char **word)
{
	struct chain_row *v;
	size_t others;
	*word = "card_wrong";
	for (size_t i = 0; i < n; i++)
		if (str_eq(own[i].state, "revoked") && steps_to(&own[i], code)) {
			*word = "card_revoked";
			return OK;
		}
	enum err e = row_all(&others_q, ARGS(A_(m->person), A_(m->household)), chain_row_cols,
			     sizeof(*v), &v, &others);
	for (size_t i = 0; !e && i < others; i++)
		if (steps_to(&v[i], code))
			*word = "card_other";
	return e;
}

/* Whatever is spent is known by the number itself. */
static enum err card_spent(const struct met *m, int64_t code, const char **word)
{
	struct spent_row s;
	enum err e = row_one(&spent_q, ARGS(A_(code)), spent_row_cols, &s);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	if (!e)
		*word = s.household == m->household ? "card_used" : "card_other";
	return e;
}

static enum err card_find(struct spending *s, const char **word)
{
	const struct met *m = s->done.m;
	struct chain_row *own;
	size_t n;
	enum err e = card_spent(m, s->code, word);
	if (e || *word)
		return e;
	e = row_all(&own_q, ARGS(A_(m->household)), chain_row_cols, sizeof(*own), &own, &n);
	if (e)
		return e;
	bool live = n && !str_eq(own[0].state, "revoked");
	if (live)
		s->card = own[0];
	s->steps = live ? steps_to(&own[0], s->code) : 0;
	if (!s->steps)
		e = card_what(m, s->code, own, n, word);
	if (!e && !s->steps && !live && str_eq(*word, "card_wrong"))
		*word = "card_none";
	else if (!e && s->steps && str_eq(s->card.state, "printed"))
		*word = "card_not_handed";
	else if (!e && s->steps && s->card.printed_by == s->done.by->staff)
		*word = "card_maker";
	return e;
}

/* The codes between the last that was spent and this one are void: they might be handed in by
 * anybody who found them. */
static enum err card_spend(const struct spending *s)
{
	const struct actor *by = s->done.by;
	int64_t code = s->code, place = s->card.place + s->steps;
	enum err e = db_change(&spend_q,
			       ARGS(A_(code), A_(place), A_(s->card.id), A_(s->card.place)));
	for (int i = 0; !e && i < s->steps; i++) {
		e = db_exec(&use_q,
			    ARGS(A_(s->card.id), A_(place - i), A_(code),
				 A_(i ? DB_NONE : s->done.m->id), A_(actor_time(by))),
			    NULL);
		code = card_step(s->card.salt.p, code);
	}
	return e;
}

static enum err card_tx(void *ctx)
{
	struct spending *s = ctx;
	s->done.fault = NULL;
	enum err e = card_spend(s);
	return e ? e : met_record(&s->done);
}

/* What is wrong with it whatever the code; NULL: nothing. */
static const char *card_not_now(const struct actor *by, const struct met *m, struct rules_span at)
{
	const char *word = met_hindrance(by, m);
	return word                                  ? word
	       : m->household == DB_NONE             ? "no_household"
	       : by->now < m->starts                 ? "not_yet"
	       : by->now > m->ends + CARD_DAYS * DAY ? "card_late"
	       : rules_minutes(at) > CARD_MINUTES    ? "card_long"
	       : rules_minutes(at) < 1               ? "empty"
						     : NULL;
}

enum err card_confirm(const struct actor *by, const struct met *m, const char *typed, int64_t from,
		      int64_t to, struct met_also also, const char **fault)
{
	struct rules_span at = rules_whole((struct rules_span){ from, to });
	struct spending s = { .steps = 0 };
	int64_t tried, same_day;
	const char *word = card_not_now(by, m, at);
	if (!word && !card_read(by->arena, typed, &s.code))
		word = "card_typo";
	if (word)
		return met_refused(fault, word);
	s.done = (struct met_done){ .by = by, .m = m, .way = "card", .at = at, .also = also };
	enum err e = db_affect(&try_q, ARGS(A_(m->id), A_((int64_t)CARD_TRIES)), &tried);
	if (!e && !tried)
		return met_refused(fault, "card_tries");
	if (!e)
		e = db_int(&day_q,
			   ARGS(A_(m->person), A_(m->household), A_(clock_day(by->arena, at.from))),
			   &same_day);
	if (!e && same_day)
		return met_refused(fault, "card_day");
	if (!e)
		e = card_find(&s, &word);
	if (e || word)
		return e ? e : met_refused(fault, word);
	s.done.card = s.card.id;
	s.done.signs = by->staff || s.card.handed_by == s.card.printed_by ? "staff_code" : "";
	s.done.later = by->staff || clock_day_no(by->now) != clock_day_no(at.from);
	e = db_tx(card_tx, &s);
	if (s.done.fault)
		*fault = s.done.fault;
	/* Two phones at the same moment: one of them has it. */
	if (e == ERR_STALE || e == ERR_DUPLICATE) {
		err_clear();
		return met_refused(fault, "card_used");
	}
	return e;
}
