/* fund_book.c - an entry of the ledger of funds comes to count: the sums move with it, where the
 * money and the budget reach; who may say so; and what takes it back. */
#include "clock.h"
#include "fund.h"
#include "secret.h"
#include "staff.h"
#include "text.h"

static struct stmt came_q = SQL(
	"UPDATE fund_purse"
	"   SET in_fen = in_fen + ?"
	" WHERE id = ?"
	"   AND in_fen + ? >= out_fen");
static struct stmt spent_q = SQL(
	"UPDATE fund_purse"
	"   SET out_fen = out_fen + ?"
	" WHERE id = ?"
	"   AND out_fen + ? <= in_fen");
static struct stmt line_q = SQL(
	"UPDATE fund_line"
	"   SET spent_fen = spent_fen + ?"
	" WHERE id = ?"
	"   AND spent_fen + ? <= planned_fen");
static struct stmt year_q = SQL(
	"INSERT INTO fund_year (station_id, year, direction, fund_source, way, scope, amount_fen,"
	"       entries)"
	" VALUES (?, YEAR(?), ?, ?, ?, COALESCE(?, 0), ?, ?)"
	"    ON DUPLICATE KEY UPDATE amount_fen = amount_fen + VALUES(amount_fen),"
	"       entries = entries + VALUES(entries)");
static struct stmt purse_q = SQL(
	"INSERT INTO fund_purse (uid, station_id, project_id, fund_source)"
	" VALUES (?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)");
static struct stmt approve_q = SQL(
	"UPDATE fund_entry"
	"   SET state = 'approved', approved_by = ?, decided_at = ?"
	" WHERE id = ?"
	"   AND state = 'entered'"
	"   AND entered_by <> ?"
	"   AND document_id = ?");
static struct stmt void_q = SQL(
	"UPDATE fund_entry"
	"   SET state = 'void', void_by = ?, reason = ?"
	" WHERE id = ?"
	"   AND state = 'approved'"
	"   AND entered_by <> ?");
static struct stmt counter_q = SQL(
	"INSERT INTO fund_entry (uid, no, station_id, project_id, direction, amount_fen,"
	"       fund_source, way, purse_id, line_id, activity_id, estimate, party, person_id,"
	"       purpose, happened_on, entered_by, entered_at, state, counter_of, reason)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'counter', ?, ?)");
static struct stmt name_q = SQL(
	"SELECT name"
	"  FROM staff"
	" WHERE id = ?");

/* A sum that moves only where it may; word says why not. */
static enum err fund_move(struct stmt *s, int64_t fen, int64_t id, const char *word,
			  struct fund_bar *bar)
{
	int64_t rows = 0;
	enum err e = id == DB_NONE ? OK : db_affect(s, ARGS(A_(fen), A_(id), A_(fen)), &rows);
	if (e || id == DB_NONE || rows)
		return e;
	bar->word = word;
	return ERR(ERR_STALE, "%s", word);
}

enum err fund_count(const struct fund_row *f, struct fund_bar *bar)
{
	bool out = str_eq(f->direction, "out");
	enum err e = out ? fund_move(&spent_q, f->fen, f->purse, "not_covered", bar)
			 : fund_move(&came_q, f->fen, f->purse, "spent_already", bar);
	if (!e)
		e = fund_move(&line_q, f->fen, f->line, "over_budget", bar);
	return e ? e
		 : db_exec(&year_q,
			   ARGS(A_(f->station), A_(f->day), A_(f->direction), A_(f->source),
				A_(f->way), A_(f->project), A_(f->fen), A_(f->fen < 0 ? -1 : 1)),
			   NULL);
}

enum err fund_purse(const struct actor *by, int64_t project, const char *source, int64_t *purse)
{
	return db_exec(&purse_q,
		       ARGS(A_(secret_uid(by->arena)), A_(by->station), A_(project), A_(source)),
		       purse);
}

/* Nobody says yes to what they entered themselves, under whichever account, nor to a payment to
 * themselves. */
static enum err fund_second(const struct actor *by, const struct fund_row *f, struct fund_bar *bar)
{
	const char *name;
	enum err e = OK;
	if (f->entered_by == by->staff) {
		bar->word = "own_entry";
		return ERR(ERR_STALE, "own entry");
	}
	e = STAFF_BARS(by, &bar->word, f->enterer);
	if (!e && !bar->word && str_eq(f->direction, "out")) {
		e = STAFF_BARS(by, &bar->word, f->person);
		bar->word = str_eq(bar->word, "own") ? "own_payment" : bar->word;
	}
	if (!e && !bar->word && str_eq(f->direction, "out")) {
		e = db_text(&name_q, ARGS(A_(by->staff)), &name);
		if (!e && text_same_name(by->arena, name, f->party))
			bar->word = "own_payment";
	}
	return e || !bar->word ? e : ERR(ERR_STALE, "%s", bar->word);
}

enum err fund_approve(const struct actor *by, const struct fund_row *f, struct fund_bar *bar)
{
	enum err e = fund_second(by, f, bar);
	if (!e && f->document == DB_NONE) {
		bar->word = "no_paper";
		return ERR(ERR_STALE, "no paper");
	}
	if (!e)
		e = db_change(&approve_q, ARGS(A_(by->staff), A_(actor_time(by)), A_(f->id),
					       A_(by->staff), A_(f->document)));
	if (!e)
		e = fund_count(f, bar);
	return e ? e : audit(by, "fund_entry.approve", "fund_entry", f->id, NULL);
}

enum err fund_void(const struct actor *by, const struct fund_row *f, const char *reason,
		   struct fund_bar *bar)
{
	const char *no;
	int64_t id;
	struct fund_row back = *f;
	enum err e = fund_second(by, f, bar);
	if (!e)
		e = db_change(&void_q, ARGS(A_(by->staff), A_(reason), A_(f->id), A_(by->staff)));
	if (!e)
		e = number_next(by, 'E', f->station, &no);
	back.fen = -f->fen;
	back.day = actor_today(by);
	if (!e)
		e = db_exec(&counter_q,
			    ARGS(A_(secret_uid(by->arena)), A_(no), A_(f->station), A_(f->project),
				 A_(f->direction), A_(back.fen), A_(f->source), A_(f->way),
				 A_(f->purse), A_(f->line), A_(f->activity), A_(f->estimate),
				 A_(f->party), A_(f->person), A_(f->purpose), A_(back.day),
				 A_(by->staff), A_(actor_time(by)), A_(f->id), A_(reason)),
			    &id);
	if (!e)
		e = fund_count(&back, bar);
	return e ? e : audit(by, "fund_entry.void", "fund_entry", f->id, no);
}
