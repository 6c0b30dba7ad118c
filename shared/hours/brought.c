/* brought.c - marks of transfers that count. */
#include "brought.h"

#include "config.h"
#include "ids.h"
#include "ledger.h"
#include "row.h"
#include "secret.h"
#include "setting.h"

enum { SOME = 200 };

#define BROUGHT_COLS(X, T) \
	X(T, TEXT, uid, "LOWER(HEX(t.uid))") \
	X(T, TEXT, no, "t.no") \
	X(T, TEXT, person, "LOWER(HEX(p.uid))") \
	X(T, TEXT, key, "LOWER(HEX(t.key_id))") \
	X(T, INT, entered_by, "t.entered_by") \
	X(T, INT, handled_by, "t.handled_by") \
	X(T, INT, minutes, "t.counted_minutes") \
	X(T, TEXT, rows, \
	  "(SELECT SHA2(GROUP_CONCAT(b.source_key, ' ', b.served_on, ' ', b.minutes ORDER BY " \
	  "b.id), " \
	  "256) FROM transfer_record b WHERE b.transfer_id = t.id AND b.counted = 1)")
ROW_DEFINE(brought_row, BROUGHT_COLS);
static struct stmt read_q = SQL(
	"SELECT " ROW_SELECT(BROUGHT_COLS)
	"  FROM transfer t"
	"  JOIN person p ON p.id = COALESCE(t.proved_as, t.person_id)"
	" WHERE t.id = ?");
static struct stmt set_q = SQL(
	"UPDATE transfer"
	"   SET mark = ?"
	" WHERE id = ?");
static struct stmt before_q = SQL(
	"SELECT id"
	"  FROM transfer"
	" WHERE direction = 'in'"
	"   AND counted_minutes > 0"
	"   AND mark IS NULL"
	" ORDER BY id"
	" LIMIT ?");

enum err brought_limit(int64_t station, bool verified, int64_t *minutes)
{
	return verified ? setting_rule(station, "day_second_minutes", cfg.day_hard_minutes, minutes)
			: setting_rule(station, "day_limit_minutes", cfg.day_soft_minutes, minutes);
}

enum err brought_marked(int64_t id)
{
	struct buf b = { .arena = db_arena() };
	struct brought_row r;
	struct bytes mark;
	enum err e = row_one(&read_q, ARGS(A_(id)), brought_row_cols, &r);
	if (e)
		return e;
	ledger_text(&b, "zyz-brought-1");
	ledger_text(&b, r.uid);
	ledger_text(&b, r.no);
	ledger_text(&b, r.person);
	ledger_text(&b, r.key);
	ledger_number(&b, r.entered_by);
	ledger_number(&b, r.handled_by);
	ledger_number(&b, r.minutes);
	ledger_text(&b, r.rows);
	e = secret_mark(db_arena(), "brought", (struct bytes){ (const uint8_t *)b.p, b.n }, &mark);
	return e ? e : db_change(&set_q, ARGS(A_(mark), A_(id)));
}

static enum err mark_some(void *ctx)
{
	int64_t ids[SOME];
	size_t n = 0;
	enum err e = db_each(&before_q, ARGS(A_((int64_t)SOME)), ids_take,
			     &(struct ids_taken){ ids, SOME, &n });
	for (size_t i = 0; !e && i < n; i++)
		e = brought_marked(ids[i]);
	*(int64_t *)ctx = (int64_t)n;
	return e;
}

enum err brought_mark_before(int64_t *done)
{
	int64_t some = SOME;
	enum err e = OK;
	for (*done = 0; !e && some == SOME; *done += some)
		e = db_tx(mark_some, &some);
	return e;
}
