/* green_check.c - a drop is checked: by the page that a card's code opens, by a card's number
 * typed, and by phones that noted it without a network and hand it in later, each once, however
 * often and from however many. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "form.h"
#include "green.h"
#include "green_card.h"
#include "json.h"
#include "secret.h"
#include "staff.h"

enum { DROPS_MAX = 300, AHEAD = 120, OLD = 7 * 86400, UID_HEX = 32, HANDED_HOUR = 60, HOUR = 3600 };

#define CHECK_IN(X, T) \
	X(T, CODE, card, 6, 24) \
	X(T, WORD, sorted, 4, 5)
FORM_DEFINE(check_in, CHECK_IN);

static struct stmt duty_q = SQL(
	"SELECT COUNT(*)"
	"  FROM green_duty"
	" WHERE live_person = ?"
	"   AND station_id = ?");
static struct stmt any_q = SQL(
	"SELECT COUNT(*)"
	"  FROM green_duty"
	" WHERE live_person = ?");

enum err green_checks(struct rq *q, int64_t station, bool *yes)
{
	int64_t n = 0;
	*yes = q->staff && q->station == station;
	if (q->staff || !q->person || q->proxy)
		return OK;
	enum err e = db_int(&duty_q, ARGS(A_(q->person), A_(station)), &n);
	*yes = n > 0;
	return e;
}

/* Of any station at all. */
static enum err on_duty(struct rq *q)
{
	int64_t n = 0;
	if (q->staff)
		return OK;
	enum err e = q->proxy ? OK : db_int(&any_q, ARGS(A_(q->person)), &n);
	return e || n ? e : ERR(ERR_FORBIDDEN, "on no duty");
}

struct scan {
	struct rq *q;
	const char *card;
	struct bytes uid;
	int64_t at;
	bool wrong, offline;
	const char *result;
	bool known;
};

/* Nobody checks the card of their own household. */
static enum err scan_own(struct scan *s, int64_t owner, bool *own)
{
	int64_t me = s->q->person;
	enum err e = s->q->staff ? staff_person(s->q->staff, &me) : OK;
	*own = !e && owner != DB_NONE && owner == me;
	return e;
}

/* Why this card cannot be checked by them, at that time; NULL: it can. */
static enum err scan_fault(struct scan *s, const struct green_row *a)
{
	bool ours, own = false;
	enum err e = green_checks(s->q, a->station, &ours);
	if (!e)
		e = scan_own(s, a->person, &own);
	s->result = NULL;
	if (!ours)
		s->result = "other_station";
	else if (s->at > s->q->now + AHEAD)
		s->result = "future";
	else if (s->at < s->q->now - OLD)
		s->result = "old";
	else if (a->card == DB_NONE ||
		 (str_eq(a->card_state, "revoked") && (a->revoked <= s->at || !s->offline)))
		s->result = "revoked";
	else if (!str_eq(a->state, "open"))
		s->result = "closed";
	else if (own)
		s->result = "own";
	return e;
}

static enum err scan_take(struct scan *s)
{
	struct green_row a;
	struct rq *q = s->q;
	struct actor by = q->actor;
	enum err e = green_by_card(q->arena, s->card, &a);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		s->result = "unknown";
		return OK;
	}
	if (!e)
		e = scan_fault(s, &a);
	if (e || s->result)
		return e;
	struct green_drop d = { .account = a.id,
				.station = a.station,
				.card = strlen(s->card) == GREEN_TOKEN ? a.card : DB_NONE,
				.uid = s->uid,
				.at = s->at,
				.wrong = s->wrong,
				.offline = s->offline,
				.checker = q->staff ? DB_NONE : q->person,
				.staff = q->staff ? q->staff : DB_NONE };
	by.station = a.station;
	return green_drop(&by, &d, &s->result, &s->known);
}

/* The page for a number that is typed; a phone that took it along without a network works on with
 * it, so nothing of anybody stands in it. */
enum err green_check(struct rq *q)
{
	enum err e = on_duty(q);
	if (e)
		return e;
	form_key(q, "green-drop");
	return page(q, "bank/green_check.cs");
}

enum err green_checked(struct rq *q)
{
	struct check_in in;
	struct scan s = { .q = q, .at = q->now };
	enum err e = on_duty(q);
	if (!e)
		e = form_key_uid(q, "green-drop", &s.uid);
	if (e)
		return e;
	if (form_read(q, check_in_fields, &in) && !str_in(in.sorted, "right,wrong"))
		form_error(q, "sorted", "choose");
	if (!form_ok(q))
		return ERR_FORM;
	s.card = in.card;
	s.wrong = str_eq(in.sorted, "wrong");
	e = scan_take(&s);
	if (e)
		return e;
	if (str_in(s.result, "counted,wrong,gap,limit,full"))
		return see(q, "/bank/green/check?done=drop_%s", s.result);
	form_error(q, "card", arena_fmt(q->arena, "drop_%s", s.result));
	return ERR_FORM;
}

/* {"uid":"…32 hex…","card":"…","at":1796000000,"sorted":"right"} */
static bool scan_read(struct scan *s, const char *line, size_t len, int64_t off)
{
	struct arena *a = s->q->arena;
	const struct json *j, *at;
	uint8_t uid[16];
	if (json_parse(a, line, len, &j) || !json_is_object(j)) {
		err_clear();
		return false;
	}
	const struct json *hex = json_get(j, "uid"), *card = json_get(j, "card"),
			  *sorted = json_get(j, "sorted");
	const char *uid_text = hex ? json_text(hex) : NULL,
		   *word = sorted ? json_text(sorted) : NULL;
	s->card = card ? json_text(card) : NULL;
	at = json_get(j, "at");
	if (!uid_text || strlen(uid_text) != UID_HEX || !hex_decode(uid_text, uid, sizeof(uid)))
		return false;
	s->uid = (struct bytes){ (const uint8_t *)arena_dup(a, (const char *)uid, sizeof(uid)),
				 sizeof(uid) };
	if (!s->card || strlen(s->card) > GREEN_TOKEN || !word || !str_in(word, "right,wrong") ||
	    !at || !json_number(at, &s->at) || s->at < 0 || s->at > INT64_C(4102444800))
		return false;
	s->at -= off;
	s->wrong = str_eq(word, "wrong");
	return true;
}

static enum err drop_one(struct rq *q, const char *line, size_t len, int64_t off)
{
	struct scan s = { .q = q, .offline = true };
	enum err e = OK;
	if (scan_read(&s, line, len, off))
		e = scan_take(&s);
	else
		s.result = "bad";
	if (e)
		return e;
	struct node *n = node_item(put_list(q, "Results"));
	node_set(n, "uid", s.uid.p ? hex_encode(q->arena, s.uid) : NULL);
	node_set(n, "result", s.result);
	node_int(n, "known", s.known);
	node_set(n, "text", lang(arena_fmt(q->arena, "bank.Done.drop_%s", s.result)));
	return OK;
}

static bool drops_known(const void *ctx, const char *name)
{
	(void)ctx;
	return str_in(name, "csrf,drops,now");
}

/* One drop to a line, so that a line that is broken costs no other. The phone says what its clock
 * shows now: by that much all its times are put right. */
enum err green_drops(struct rq *q)
{
	const char *clock = form_given(q, "now"), *s = str_or(form_given(q, "drops"), "");
	int64_t now = clock ? strtoll(clock, NULL, 10) : 0;
	size_t lines = 0;
	if (!form_only(q, drops_known, NULL))
		return ERR(ERR_BAD_REQUEST, "a field that no phone sends");
	if (now <= 0 || now > INT64_C(4102444800))
		return ERR(ERR_BAD_REQUEST, "the phone's clock");
	for (const char *l = s; *l; l += strcspn(l, "\n"), l += *l != '\0')
		lines += *l != '\n';
	if (lines > DROPS_MAX)
		return ERR(ERR_TOO_LARGE, "more than %d drops", DROPS_MAX);
	enum err e = on_duty(q);
	if (!e)
		e = throttle(q, "green-drops",
			     arena_fmt(q->arena, "%s %lld", actor_kind(&q->actor),
				       (long long)actor_id(&q->actor)),
			     HANDED_HOUR, HOUR);
	while (!e && *s) {
		size_t len = strcspn(s, "\n");
		if (len)
			e = drop_one(q, s, len, now - q->now);
		s += len + (s[len] != '\0');
	}
	return e ? e : page(q, "bank/green_drops.cs");
}
