/* met_card.c - paper code cards: the chain, printing, handing over, revoking. */
#include "met_card.h"

#include <string.h>

#include "audit.h"
#include "ids.h"
#include "row.h"
#include "secret.h"
#include "text.h"

#define BELOW 1000000000000000LL /* 10^15 */
#define LABEL "zyz-card-1"

static struct stmt ours_q = SQL(
	"SELECT id"
	"  FROM household"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND state = 'active'");
static struct stmt add_q = SQL(
	"INSERT INTO code_card (uid, no, station_id, household_id, salt, anchor, head, printed_by,"
	"       printed_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
#define CARD_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, state, "state")
ROW_DEFINE(card_row, CARD_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(CARD_COLS)
	"  FROM code_card"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt handed_q = SQL(
	"UPDATE code_card"
	"   SET handed_by = ?, handed_at = ?"
	" WHERE id = ?");
static struct stmt revoked_q = SQL(
	"UPDATE code_card"
	"   SET revoked_by = ?, revoked_at = ?, revoke_reason = ?"
	" WHERE id = ?");
static struct stmt state_q = SQL(
	"UPDATE code_card"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct move moves[] = { { "hand", "printed", "live" },
				     { "revoke", "printed", "revoked" },
				     { "revoke", "live", "revoked" },
				     { NULL, NULL, NULL } };
static const struct machine machine = { "code_card", moves, &state_q };

/* The text is label, salt, and the code in fifteen digits; its digest is digested again and
 * again. */
int64_t card_step(const uint8_t salt[16], int64_t code)
{
	uint8_t text[sizeof(LABEL) - 1 + 16 + 15], d[32];
	uint64_t n = 0;
	memcpy(text, LABEL, sizeof(LABEL) - 1);
	memcpy(text + sizeof(LABEL) - 1, salt, 16);
	for (size_t i = sizeof(text); i-- > sizeof(text) - 15; code /= 10)
		text[i] = (uint8_t)('0' + code % 10);
	secret_digest(BYTES(text), (struct bytes){ text, 0 }, d);
	for (int i = 1; i < CARD_STEPS; i++)
		secret_digest(BYTES(d), (struct bytes){ d, 0 }, d);
	for (int i = 0; i < 8; i++)
		n = n << 8 | d[i];
	return (int64_t)(n % (uint64_t)BELOW);
}

/* Luhn's, as bank cards have it: each single slip and most swaps are seen. */
static int check_digit(int64_t code)
{
	int sum = 0;
	for (int i = 0; i < CARD_DIGITS - 1; i++, code /= 10) {
		int n = (int)(code % 10) * (i % 2 ? 1 : 2);
		sum += n > 9 ? n - 9 : n;
	}
	return (10 - sum % 10) % 10;
}

const char *card_text(struct arena *a, int64_t code)
{
	long long all = (long long)code * 10 + check_digit(code);
	return arena_fmt(a, "%04lld %04lld %04lld %04lld", all / 1000000000000,
			 all / 100000000 % 10000, all / 10000 % 10000, all % 10000);
}

bool card_read(struct arena *a, const char *typed, int64_t *code)
{
	const char *s = text_number(a, typed);
	int64_t n = 0;
	int digits = 0;
	for (; *s; s++) {
		if (*s == '-' || *s == ' ')
			continue;
		if (*s < '0' || *s > '9' || ++digits > CARD_DIGITS)
			return false;
		n = n * 10 + (*s - '0');
	}
	if (digits != CARD_DIGITS || check_digit(n / 10) != n % 10)
		return false;
	*code = n / 10;
	return true;
}

static int64_t draw(void)
{
	uint64_t n;
	secret_random(&n, sizeof(n));
	return (int64_t)(n % (uint64_t)BELOW);
}

enum err card_print(const struct actor *by, struct bytes uid, int64_t household, struct card *out)
{
	uint8_t salt[16];
	int64_t id, code = draw();
	struct card c = { .id = 0 };
	enum err e = db_int(&ours_q, ARGS(A_(household), A_(by->station)), &id);
	if (e)
		return e;
	secret_random(salt, sizeof(salt));
	for (int i = CARD_CODES; i-- > 0; code = card_step(salt, code))
		c.codes[i] = code;
	e = number_next(by, 'Q', by->station, &c.no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(uid), A_(c.no), A_(by->station), A_(household), A_(BYTES(salt)),
				 A_(code), A_(code), A_(by->staff), A_(actor_time(by))),
			    &c.id);
	if (!e)
		e = audit(by, "code_card.print", "code_card", c.id, c.no);
	if (!e)
		*out = c;
	return e;
}

struct moving {
	const struct actor *by;
	const char *no, *verb, *reason;
};

static enum err card_moved(void *ctx)
{
	const struct moving *m = ctx;
	struct card_row c;
	enum err e = row_one(&find_q, ARGS(A_(m->no), A_(m->by->station)), card_row_cols, &c);
	if (e)
		return e;
	if (!move_find(&machine, m->verb, c.state))
		return ERR(ERR_STALE, "card is %s", c.state);
	e = str_eq(m->verb, "hand")
		    ? db_change(&handed_q, ARGS(A_(m->by->staff), A_(actor_time(m->by)), A_(c.id)))
		    : db_change(&revoked_q, ARGS(A_(m->by->staff), A_(actor_time(m->by)),
						 A_(m->reason), A_(c.id)));
	return e ? e : move_to(m->by, &machine, m->verb, c.id, c.state);
}

enum err card_move(const struct actor *by, const char *no, const char *verb, const char *reason)
{
	struct moving m = { by, no, verb, reason };
	return db_in_tx() ? card_moved(&m) : db_tx(card_moved, &m);
}
